/** Whether a plan can decide at all, at the traffic there is: said before any of it moves. Pure. */
import type { JudgeSettings } from '../judge/judge.ts';
import { type Expected, expectedRelease, type Traffic, type Watch } from './expected.ts';

export interface Forecast {
  /** Percent. */
  readonly weight: number;
  /** Seconds until a version just as good as the baseline passes this step; infinite beyond a day. */
  readonly seconds: number;
}

export interface Power {
  /** The steps up to the last one that is asked for. */
  readonly steps: readonly Forecast[];
  /** Seconds for all of them. */
  readonly total: number;
  /** Whether that fits into the deadline. */
  readonly enough: boolean;
  /** The baseline misses an objective itself: nothing passes while it does. */
  readonly incident: boolean;
}

/** Seconds beyond which nobody waits. */
const patience = 86_400;

/** For a version just as good as the baseline, whatever the plan's deadline is. */
export function forecast(settings: JudgeSettings, traffic: Traffic, watch: Watch): Power {
  const asked = settings.steps.filter((_, index) => (settings.steps[index - 1]?.weight ?? 0) < watch.until);
  const { passed, last: said } = expectedRelease({ ...settings, deadline: patience }, traffic, watch, traffic.errors);
  const steps = asked.map(({ weight }, index) => ({ weight, seconds: passed[index] ?? Number.POSITIVE_INFINITY }));
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  return { steps, total, enough: total <= settings.deadline, incident: said === 'shared-incident' };
}

/** What becomes of a faulty version. */
export interface Catch {
  /** How many times the baseline's error rate it has; undefined of the one that fails half of its requests. */
  readonly ratio: number | undefined;
  /** Its error rate, 0 to 1. */
  readonly errors: number;
  /** `passed` is the truth about a fault that costs less than the harm budget. */
  readonly expected: Expected;
}

/** What becomes of versions that fail twice and five times as often as the baseline, and half of the time. */
export function catches(settings: JudgeSettings, traffic: Traffic, watch: Watch): readonly Catch[] {
  const { history } = traffic.past;
  // A baseline that was not seen to fail does so about as rarely as could just not be seen.
  const usual = traffic.errors > 0 ? traffic.errors : (history.errors + 0.5) / (history.requests + 1);
  const found = (ratio: number | undefined, errors: number): Catch => {
    return { ratio, errors, expected: expectedRelease(settings, { ...traffic, errors: usual }, watch, errors) };
  };
  return [...[2, 5].map((ratio) => found(ratio, Math.min(0.9, ratio * usual))), found(undefined, 0.5)];
}
