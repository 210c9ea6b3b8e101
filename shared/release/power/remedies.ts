/** The changes to a plan that would let it decide within its deadline, each by itself, in round numbers. Pure. */
import type { JudgeSettings } from '../judge/judge.ts';
import { expectedRelease, type Traffic, type Watch } from './expected.ts';
import type { Power } from './forecast.ts';

/** Each is undefined where no change of it alone would do. */
export interface Remedies {
  /** The smallest first weight, percent; the steps below it go. */
  readonly firstWeight: number | undefined;
  /** The smallest harm budget, share of all requests (0 to 1). */
  readonly harmBudget: number | undefined;
  /** A deadline that most good versions keep, seconds in whole minutes. */
  readonly deadline: number | undefined;
}

/** What a person would write into a plan, percent. */
const weights = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50] as const;
const budgets = [0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 7.5, 10, 15, 20, 30] as const;

/** `power` is what was forecast for the plan as it is. */
export function remedies(settings: JudgeSettings, traffic: Traffic, watch: Watch, power: Power): Remedies {
  const larger = budgets.filter((percent) => percent / 100 > settings.harmBudget);
  const fits = (percent: number) => passes({ ...settings, harmBudget: percent / 100 }, traffic, watch);
  const budget = power.incident ? undefined : larger.find(fits);
  return {
    firstWeight: power.incident ? undefined : smallestFirst(settings, traffic, watch),
    harmBudget: budget === undefined ? undefined : budget / 100,
    deadline: Number.isFinite(power.total) ? roomy(power.total) : undefined,
  };
}

/** The smallest first weight (percent) with which a version just as good as the baseline passes in time. */
export function smallestFirst(settings: JudgeSettings, traffic: Traffic, watch: Watch): number | undefined {
  const [first, ...later] = settings.steps;
  return weights.find((weight) => {
    const steps = [{ weight, dwell: first?.dwell ?? 0 }, ...later.filter((step) => step.weight > weight)];
    return passes({ ...settings, steps }, traffic, watch);
  });
}

function passes(settings: JudgeSettings, traffic: Traffic, watch: Watch): boolean {
  const { end, seconds } = expectedRelease(settings, traffic, watch, traffic.errors);
  return end === 'passed' && seconds <= settings.deadline;
}

/** A quarter more than is typical, as half of all good versions take longer than that. */
function roomy(typical: number): number {
  const unit = typical < 600 ? 60 : 300;
  return Math.ceil((1.25 * typical) / unit) * unit;
}
