/** What the driver reads: counts from the source and the state of the target; a cancel does not wait for either. */
import { abortable, type Limit, within } from '../../shared/action/abortable.ts';
import { messageOf } from '../../shared/action/errors.ts';
import type { ControllerEvent } from '../../shared/release/control.ts';
import type { MetricSource } from '../../shared/release/source.ts';
import type { Sample, Target, TargetStatus } from '../../shared/release/target.ts';
import { answerLimit, type Means } from '../../shared/targets/session.ts';
import type { Recorder } from './recorder.ts';

export interface Readings extends Means {
  readonly target: Target;
  readonly source: MetricSource;
  readonly recorder: Recorder;
  readonly say: (text: string) => void;
}

export interface Glance {
  readonly sample: Sample | undefined;
  readonly status: TargetStatus | undefined;
}

/** A source may need several requests for one reading; renewing must not wait for them for long. */
export function readingLimit(means: Means): Limit {
  return { ...answerLimit(means), seconds: Math.max(1, means.plan.canary.lease / 6) };
}

/** No longer than the limit, and not after a cancel. */
export function timely<T>({ signal }: Means, limit: Limit, work: Promise<T>): Promise<T> {
  return abortable(within(limit, work), signal);
}

/** The counts and the target's state, each where it could be had in so many seconds at most. */
export async function glance(readings: Readings, seconds: number): Promise<Glance> {
  const { source, target, signal, say } = readings;
  const soon = (limit: Limit): Limit => ({ ...limit, seconds: Math.min(seconds, limit.seconds) });
  const work = [
    timely(readings, soon(readingLimit(readings)), source.observe()),
    timely(readings, soon(answerLimit(readings)), target.inspect()),
  ] as const;
  const [counts, state] = await Promise.allSettled(work);
  const failed = [counts, state].flatMap((each) => (each.status === 'rejected' ? [messageOf(each.reason)] : []));
  if (!signal.aborted) for (const message of new Set(failed)) say(`the target did not answer: ${message}`);
  return {
    sample: counts.status === 'fulfilled' ? counts.value : undefined,
    status: state.status === 'fulfilled' ? state.value : undefined,
  };
}

/** The reading right after a change of weight: it ends the line of the old weight, or begins the evidence. */
export async function firstLines(
  readings: Readings,
  answer: Sample,
  weight: number,
): Promise<readonly ControllerEvent[]> {
  const { source, recorder, signal } = readings;
  const limit = readingLimit(readings);
  try {
    const sample = await timely(readings, limit, source.afterChange(answer));
    if (recorder.begun) {
      const line = recorder.close(sample, weight);
      return line ? [{ kind: 'closed', line }] : [];
    }
    const past = await timely(readings, limit, source.history()).catch(() => []);
    return [{ kind: 'history', lines: recorder.begin(sample, past) }];
  } catch (error) {
    // A cancel is taken up by the next turn.
    if (signal.aborted) return [];
    throw error;
  }
}
