/** What came of all reports together, for whoever writes it down. */
import type { Finding, GateVerdict, Suppression, Tool } from './model.ts';
import type { BaselineEntry } from './sarif/read-baseline.ts';

/** Of one tool's report. */
export interface ToolOutcome {
  readonly tool: Tool;
  readonly verdict: GateVerdict;
  /** Why, in words; empty where it passed. */
  readonly reason: string;
  /** Files, packages, tests or benchmarks; null where the report does not say. */
  readonly scanned: number | null;
  readonly skipped: readonly string[];
  readonly errors: readonly string[];
  readonly notes: readonly string[];
  /** How long it ran; null where its report was made elsewhere. */
  readonly seconds: number | null;
  /** The report's path as given; null where there is none. */
  readonly report: string | null;
}

export interface Outcome {
  readonly verdict: GateVerdict;
  /** One sentence. */
  readonly reason: string;
  /** Every one; in the order of `byRank` they are written fastest, in any other they are sorted for each file. */
  readonly findings: readonly Finding[];
  readonly tools: readonly ToolOutcome[];
  /** What the baseline has and no report has any more. */
  readonly absent: readonly BaselineEntry[];
  /** Suppressions that expired or that suppress nothing. */
  readonly stale: readonly Suppression[];
}
