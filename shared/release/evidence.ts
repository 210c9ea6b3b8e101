/**
 * Evidence: what a canary saw and what was decided, one JSON object a line (`evidence.ndjson`). The judge reads these
 * observations and nothing else, so that replaying a file gives the decisions that were made live.
 */

export const evidenceSchemaId = 'jarvis.evidence/1';

/** Counts since the line before. `buckets` are not cumulative; the last counts what is above the highest bound. */
export interface Tally {
  readonly requests: number;
  readonly errors: number;
  readonly buckets?: readonly number[] | undefined;
}

/** One version's counts in one line; `instances` tell its processes or pods apart where the source can. */
export interface Side extends Tally {
  readonly buckets: readonly number[];
  readonly instances?: Readonly<Record<string, Tally>> | undefined;
  /** What the version counted of its model, by metric; the bounds stand in the header's `judge`. */
  readonly model?: Readonly<Record<string, Side>> | undefined;
}

export interface EvidenceHeader {
  readonly schema: typeof evidenceSchemaId;
  readonly service: string;
  readonly canary: string;
  readonly baseline: string;
  /** Upper bounds in seconds, rising. */
  readonly buckets: readonly number[];
  /** The plan as resolved, in its own notation. What is left out here or in `judge` is replayed with the defaults. */
  readonly plan?: Readonly<Record<string, unknown>> | undefined;
  /** Which judge, and every setting it ran with. */
  readonly judge?: Readonly<Record<string, unknown>> | undefined;
  /** The judge's state that this file goes on from, where an earlier run began the release. */
  readonly resumed?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What both sides did from `from` to `t` (seconds; 0 is when the weight first rose above 0, before it is history).
 * A side that could not be read is `null` and its counts follow in the next line that has both.
 */
export interface Observation {
  readonly from: number;
  readonly t: number;
  /** Percent of user traffic on the canary. */
  readonly weight: number;
  readonly canary: Side | null;
  readonly baseline: Side | null;
  /** The split had not converged: not judged. */
  readonly transition?: true | undefined;
  /** Instances whose counters restarted. */
  readonly resets?: readonly string[] | undefined;
}

export const decisions = [
  'rollback',
  'promote-step',
  'continue',
  'inconclusive',
  'insufficient-data',
  'backend-unavailable',
  'shared-incident',
  'dead-canary',
  'split-unsettled',
] as const;
export type DecisionKind = (typeof decisions)[number];

/** What the judge said at `t`, in words for a reader (`reason`) and in numbers (`detail`). */
export interface Decision {
  readonly t: number;
  readonly decision: DecisionKind;
  readonly reason: string;
  readonly detail: Readonly<Record<string, number | string | boolean | null>>;
}

export type EvidenceLine = EvidenceHeader | Observation | Decision;
