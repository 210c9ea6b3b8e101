/** Whether a plan can decide at all, at the traffic there is: said before any of it moves. */
import type { JudgeSettings } from './judge.ts';

export interface Forecast {
  readonly weight: number;
  /** Seconds until this step can pass; infinite without traffic. */
  readonly seconds: number;
}

export interface Power {
  readonly steps: readonly Forecast[];
  readonly total: number;
  /** Whether the whole ladder fits into the deadline. */
  readonly enough: boolean;
  /** The smallest first weight (percent) at which the first step would last no longer than its dwell; undefined if none. */
  readonly firstWeight: number | undefined;
}

/** Forecast for `rate` user requests a second over all versions: a step lasts its dwell, or until its sample is there. */
export function forecast(settings: JudgeSettings, weights: readonly number[], rate: number): Power {
  const steps = weights.map((weight) => {
    const sample = settings.minRequests / ((rate * weight) / 100);
    return { weight, seconds: Math.max(settings.dwell[String(weight)] ?? 0, sample) };
  });
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const dwell = settings.dwell[String(weights[0])] ?? 0;
  const needed = Math.ceil((100 * settings.minRequests) / (rate * dwell));
  return { steps, total, enough: total <= settings.deadline, firstWeight: needed <= 100 ? needed : undefined };
}
