/** Two readings of cumulative counters to one line of evidence. */
import type { Observation, Side } from './evidence.ts';
import type { Counters, Sample } from './target.ts';

/** Where an observation stands: who is compared, and the target's clock at t = 0 (seconds). */
export interface Frame {
  readonly canary: string;
  readonly baseline: string | null;
  readonly zero: number;
  /** Users keep their version, so that requests are no independent draws and only the served weight tells. */
  readonly sticky?: boolean;
}

function minus(now: readonly number[], before: readonly number[] | undefined): number[] {
  return now.map((count, index) => count - (before?.[index] ?? 0));
}

function regressed(now: Counters, before: Counters): boolean {
  return now.requests < before.requests || now.buckets.some((count, index) => count < (before.buckets[index] ?? 0));
}

function delta(now: Counters | undefined, before: Counters | undefined, restarted: boolean): Side | null {
  if (now === undefined) return null;
  const base = restarted || (before !== undefined && regressed(now, before)) ? undefined : before;
  return {
    requests: now.requests - (base?.requests ?? 0),
    errors: now.errors - (base?.errors ?? 0),
    buckets: minus(now.buckets, base?.buckets),
  };
}

const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;

/**
 * The line between two samples, at the weight that `before` left in force. A restart of the counters (another epoch, or
 * a count that fell) counts from 0 and is named in `resets`.
 */
export function observationBetween(before: Sample, now: Sample, frame: Frame, weight: number): Observation {
  const restarted = before.epoch !== now.epoch;
  const names = [frame.canary, frame.baseline].filter((name) => name !== null);
  const sideOf = (name: string | null) =>
    name === null ? emptySide(now.bounds.length) : delta(now.versions[name], before.versions[name], restarted);
  const resets = names.filter((name) => {
    const [then, since] = [before.versions[name], now.versions[name]];
    return then !== undefined && since !== undefined && (restarted || regressed(since, then));
  });
  const line = {
    from: rounded(before.at - frame.zero),
    t: rounded(now.at - frame.zero),
    weight,
    canary: sideOf(frame.canary),
    baseline: sideOf(frame.baseline),
    ...(resets.length > 0 ? { resets } : {}),
  };
  const settled = frame.sticky ? now.weight === weight || before.weight === weight : converged(line);
  return settled ? line : { ...line, transition: true };
}

function emptySide(bounds: number): Side {
  return { requests: 0, errors: 0, buckets: Array.from({ length: bounds + 1 }, () => 0) };
}

/**
 * Whether the measured split is the set one: the canary's share lies within 5 standard deviations of the binomial, and
 * a slack of 4 requests for those in flight at the change. Too little traffic to tell counts as converged.
 */
export function converged(line: Observation): boolean {
  if (line.canary === null || line.baseline === null) return true;
  const total = line.canary.requests + line.baseline.requests;
  const share = line.weight / 100;
  const deviation = Math.sqrt(total * share * (1 - share));
  return Math.abs(line.canary.requests - total * share) <= 5 * deviation + 4;
}

/** Lines of history (weight 0, negative t) from the target's samples up to the moment of the shift. */
export function historyLines(samples: readonly Sample[], frame: Frame): Observation[] {
  return samples.flatMap((sample, index) => {
    const before = samples[index - 1];
    if (before === undefined || before.epoch !== sample.epoch || sample.weight !== 0 || sample.at > frame.zero)
      return [];
    const { canary: _, ...line } = observationBetween(before, sample, frame, 0);
    return [{ ...line, canary: emptySide(sample.bounds.length) }];
  });
}

/** The reference for the next line: this sample, with what it could not read kept from before. */
export function carry(before: Sample, now: Sample): Sample {
  const kept = before.epoch === now.epoch ? before.versions : {};
  return { ...now, versions: { ...kept, ...now.versions } };
}
