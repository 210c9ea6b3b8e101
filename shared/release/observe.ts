/** Two readings of cumulative counters to one line of evidence. */
import type { Observation, Side, Tally } from './evidence.ts';
import type { Counted, Counters, InstanceCounters, Sample } from './target.ts';

/** Where an observation stands: who is compared, and the target's clock at t = 0 (seconds). */
export interface Frame {
  readonly canary: string;
  readonly baseline: string | null;
  readonly zero: number;
  /** Users keep their version, so that requests are no independent draws and only the served weight tells. */
  readonly sticky?: boolean;
  /** The counts come from beside the router, with probes in them and perhaps late: only the weight at their time tells. */
  readonly beside?: boolean;
}

function minus(now: readonly number[], before: readonly number[] | undefined): number[] {
  return now.map((count, index) => count - (before?.[index] ?? 0));
}

function regressed(now: InstanceCounters, before: InstanceCounters): boolean {
  const fell = (now.buckets ?? []).some((count, index) => count < (before.buckets?.[index] ?? 0));
  return now.requests < before.requests || now.errors < before.errors || fell;
}

/** What there is to subtract: nothing where the counters began again since. */
function baseOf<T extends InstanceCounters>(now: T, before: T | undefined, restarted: boolean): T | undefined {
  return restarted || (before !== undefined && regressed(now, before)) ? undefined : before;
}

/** What the instances did; those that did nothing are left out. */
function instancesOf(now: Counted, before: Counted | undefined, restarted: boolean): Record<string, Tally> {
  const tallies = Object.entries(now.instances ?? {}).map(([name, counters]): [string, Tally] => {
    const base = baseOf(counters, instanceOf(before, name), restarted);
    const tally = {
      requests: counters.requests - (base?.requests ?? 0),
      errors: counters.errors - (base?.errors ?? 0),
      ...(counters.buckets === undefined ? {} : { buckets: minus(counters.buckets, base?.buckets) }),
    };
    return [name, tally];
  });
  return Object.fromEntries(tallies.filter(([, { requests, errors }]) => requests > 0 || errors > 0));
}

function instanceOf(counters: Counted | undefined, name: string): InstanceCounters | undefined {
  const instances = counters?.instances ?? {};
  return Object.hasOwn(instances, name) ? instances[name] : undefined;
}

/** A version may be called like a property that every object has. */
function versionOf({ versions }: Sample, name: string): Counters | undefined {
  return Object.hasOwn(versions, name) ? versions[name] : undefined;
}

function delta(now: Counters | undefined, before: Counters | undefined, restarted: boolean): Side | null {
  if (now === undefined) return null;
  const side = deltaOf(now, before, restarted);
  if (now.model === undefined) return side;
  const model = Object.entries(now.model).map(([name, counted]) => {
    return [name, deltaOf(counted, before?.model?.[name], restarted)] as const;
  });
  return { ...side, model: Object.fromEntries(model) };
}

function deltaOf(now: Counted, before: Counted | undefined, restarted: boolean): Side {
  const base = baseOf(now, before, restarted);
  return {
    requests: now.requests - (base?.requests ?? 0),
    errors: now.errors - (base?.errors ?? 0),
    buckets: minus(now.buckets, base?.buckets),
    ...(now.instances === undefined ? {} : { instances: instancesOf(now, before, restarted) }),
  };
}

/** The version where all of its counters began again, else each instance of it where that one's did. */
function resetsOf(version: string, before: Sample, now: Sample): string[] {
  const [then, since] = [versionOf(before, version), versionOf(now, version)];
  if (then === undefined || since === undefined) return [];
  if (before.epoch !== now.epoch || (since.instances === undefined && regressed(since, then))) return [version];
  return Object.entries(since.instances ?? {}).flatMap(([name, counters]) => {
    const last = instanceOf(then, name);
    const again = (counters.restarts ?? 0) > (last?.restarts ?? 0) || (last !== undefined && regressed(counters, last));
    return again ? [`${version} ${name}`] : [];
  });
}

const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;

/**
 * The line between two samples, at the weight that `before` left in force. A restart of the counters (another epoch, or
 * a count that fell) counts from 0 and is named in `resets`, by version and where it can be told by instance.
 */
export function observationBetween(before: Sample, now: Sample, frame: Frame, weight: number): Observation {
  const restarted = before.epoch !== now.epoch;
  const names = [frame.canary, frame.baseline].filter((name) => name !== null);
  const sideOf = (name: string | null) =>
    name === null ? emptySide(now.bounds.length) : delta(versionOf(now, name), versionOf(before, name), restarted);
  const resets = names.flatMap((name) => resetsOf(name, before, now));
  const line = {
    from: rounded(before.at - frame.zero),
    t: rounded(now.at - frame.zero),
    weight,
    canary: sideOf(frame.canary),
    baseline: sideOf(frame.baseline),
    ...(resets.length > 0 ? { resets } : {}),
  };
  return settled(line, before.weight, now.weight, frame) ? line : { ...line, transition: true };
}

function settled(line: Observation, before: number, now: number, { beside, sticky }: Frame): boolean {
  if (beside) return before === line.weight;
  return sticky ? now === line.weight || before === line.weight : converged(line);
}

/** Without bounds there is no latency, and so no bucket either. */
function emptySide(bounds: number): Side {
  return { requests: 0, errors: 0, buckets: Array.from({ length: bounds === 0 ? 0 : bounds + 1 }, () => 0) };
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
  const read = Object.entries(now.versions).map(([name, counters]) => {
    const model = { ...versionOf({ ...before, versions: kept }, name)?.model, ...counters.model };
    return [name, counters.model === undefined ? counters : { ...counters, model }] as const;
  });
  return { ...now, versions: { ...kept, ...Object.fromEntries(read) } };
}
