/** The judge under test, through its public `step`, in a loop that moves the traffic as it says. */
import type { Observation } from '../../shared/release/evidence.ts';
import { beginJudging, hurried, type JudgeSettings, type JudgeState, step } from '../../shared/release/judge/judge.ts';
import { nothing } from './counts.ts';
import { bounds } from './law.ts';
import type { Outcome } from './outcome.ts';
import type { Scenario } from './scenario.ts';
import { World } from './world.ts';

export const ladder = [5, 25, 50] as const;
const horizon = 1800;

export function settingsFor(scenario: Scenario, changes: Partial<JudgeSettings> = {}): JudgeSettings {
  return {
    version: 'e-process/1',
    bounds,
    steps: (scenario.ladder ?? ladder).map((weight) => ({ weight, dwell: 30 })),
    deadline: horizon,
    warmUp: 0,
    noData: 'hold',
    errorRate: 0.05,
    latencyP95: 2,
    harmBudget: 0.005,
    alpha: 0.01,
    ...changes,
  };
}

/** The judge when it has read the baseline's history. */
export function schooled(world: World, settings: JudgeSettings): JudgeState {
  return world
    .history()
    .reduce(
      (state, { from, t, baseline }) => step(state, { from, t, weight: 0, canary: nothing, baseline }).state,
      beginJudging(settings),
    );
}

/** Ten minutes at each weight whatever the judge says, but for a rollback: the most looks that a release has. */
const forced = (t: number, steps: readonly number[]) => steps[Math.min(steps.length - 1, Math.floor(t / 600))] ?? 5;

/** One release; `force` keeps the weights to a timetable, so that only a rollback ends it early. */
export function release(scenario: Scenario, run: number, force = false, settings = settingsFor(scenario)): Outcome {
  const world = new World(scenario, run);
  const steps = settings.steps.map(({ weight }) => weight);
  let state = schooled(world, settings);
  let [t, rung, requests, failed, looks, rash] = [0, 0, 0, 0, 0, 0];
  const ended = (kind: Outcome['kind']): Outcome => ({ kind, t, requests, failed, looks, rash });
  while (t < horizon) {
    const weight = force ? forced(t, steps) : (steps[rung] ?? 100);
    const seconds = hurried(state) ? Math.min(1, scenario.every) : scenario.every;
    const reading = world.scrape(t, seconds, weight / 100);
    const line: Observation = { from: t, t: t + seconds, weight, ...reading };
    const judged = step(state, line);
    state = judged.state;
    if (t >= (scenario.since ?? 0)) {
      requests += reading.canary?.requests ?? 0;
      failed += reading.canary?.errors ?? 0;
    }
    t += seconds;
    looks += 1;
    const { decision } = judged.decision;
    if (decision === 'split-unsettled') return ended('inconclusive');
    if (decision === 'rollback' || decision === 'dead-canary') return ended('rolled-back');
    if (decision === 'inconclusive' && !force) return ended('inconclusive');
    if (decision !== 'promote-step') continue;
    if (scenario.errors('baseline', line.from) > settings.errorRate) rash += 1;
    if (force) continue;
    rung += 1;
    if (rung === steps.length) return ended('promoted');
  }
  return ended('inconclusive');
}
