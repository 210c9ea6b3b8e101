/**
 * The judge of one stream of counts. Harm is decided by e-processes, whose odds hold however often one looks; a weight is
 * left upward only on evidence that the next one stays within the harm budget.
 */
import { add, nothing } from '../counts.ts';
import type { Observation } from '../evidence.ts';
import { detailOf } from './detail.ts';
import { firstBets } from './harm.ts';
import { p95Bucket } from './latency.ts';
import { unstaked } from './mix.ts';
import { byChance, emptyPlacebo, note } from './placebo.ts';
import { renew, shapeFrom } from './prepare.ts';
import { isGone, type Ruling, rule } from './rule.ts';
import { nextWeight, targets } from './settings.ts';
import type { Blind, Harm, Judged, JudgeSettings, JudgeState } from './types.ts';
import { weigh } from './weigh.ts';
import { emptyWindow, join, misread, rest } from './window.ts';
import { reasonOf } from './words.ts';

const noBets: Harm = {
  errors: unstaked,
  latency: unstaked,
  errorRate: unstaked,
  latencyP95: unstaked,
  outright: unstaked,
  alone: unstaked,
};
const still = { requests: 0, errors: 0, slow: 0 };
const calm = { t: 0, ...still, last: still };
const noTraffic: Ruling = { decision: 'continue', because: 'idle' };
const none = { readings: 0, seconds: 0 };
const clear: Blind = { canary: none, baseline: none, both: none };

/** Before the first observation. */
export function beginOne(settings: JudgeSettings): JudgeState {
  return {
    settings,
    stage: { weight: 0, since: 0, canary: nothing, baseline: nothing, strata: 0, passedAt: null },
    raises: 0,
    idle: 0,
    window: emptyWindow,
    served: 0,
    history: nothing,
    baseline: nothing,
    shape: null,
    harm: noBets,
    safe: targets(settings).map((weight) => ({ weight, errors: firstBets, latency: firstBets })),
    cleared: 0,
    pivots: null,
    ambient: calm,
    own: calm,
    placebo: emptyPlacebo,
    dispersion: byChance,
    blind: clear,
    unsettled: null,
    hurried: false,
  };
}

/** Takes one line of evidence. History (t <= 0) teaches what the baseline does, and decides nothing. */
export function stepOne(state: JudgeState, read: Observation): Judged {
  const line = misread(read) ? { ...read, canary: nothing, baseline: nothing, transition: true as const } : read;
  const idle = line.t <= 0 || line.weight === 0;
  const taken = idle ? past(state, line) : take(state, line);
  const ruling = idle ? noTraffic : rule(taken, line);
  const { decision, carrier } = ruling;
  const passed = decision === 'promote-step' && taken.stage.passedAt === null;
  const next = passed ? passedAt(taken, line.t) : taken;
  const reason = reasonOf(taken, ruling, line.t);
  return { state: next, decision: { t: line.t, decision, reason, detail: detailOf(next, carrier) } };
}

function past(state: JudgeState, line: Observation): JudgeState {
  const { stage } = state;
  const history = line.t <= 0 ? add(state.history, line.baseline) : state.history;
  const waited = line.t > 0 ? line.t - line.from : 0;
  return { ...noted(state, line), history, stage: { ...stage, since: stage.since + waited } };
}

function noted(state: JudgeState, line: Observation): JudgeState {
  const { baseline, from, t } = line;
  if (baseline === null) return state;
  const usual = p95Bucket(state.shape ?? shapeFrom(state.history));
  return { ...state, placebo: note(state.placebo, baseline, t - from, usual) };
}

function take(state: JudgeState, line: Observation): JudgeState {
  const here = noted(renew(line.weight === state.stage.weight ? state : moved(state, line), line.t), line);
  const { canary, baseline } = line;
  const counted = line.transition !== true;
  const stage = {
    ...here.stage,
    since: here.stage.since + (canary === null && baseline === null ? line.t - line.from : 0),
    canary: counted ? add(here.stage.canary, canary) : here.stage.canary,
    baseline: counted ? add(here.stage.baseline, baseline) : here.stage.baseline,
  };
  const blind = blindness(here.blind, line);
  // Without a baseline the absolute bets still hold, and a canary that fails outright must not wait for it.
  const { window, stratum } = join(here.window, isGone(blind.baseline) ? { ...line, baseline: nothing } : line);
  const served = here.served + (canary?.requests ?? 0);
  const next = { ...here, stage, served, window, blind, unsettled: unsettledSince(here.unsettled, line) };
  return stratum ? weigh(next, stratum) : next;
}

function moved(state: JudgeState, { weight, from }: Observation): JudgeState {
  const left = state.stage.weight === 0 ? undefined : rest(state.window, from);
  const { passedAt, weight: old } = state.stage;
  const weighed = left ? weigh(state, left) : state;
  return {
    ...weighed,
    stage: { weight, since: from, canary: nothing, baseline: nothing, strata: 0, passedAt: null },
    raises: old === 0 ? 0 : state.raises + 1,
    idle: state.idle + (passedAt === null ? 0 : from - passedAt),
    window: emptyWindow,
    unsettled: null,
  };
}

function passedAt(state: JudgeState, t: number): JudgeState {
  const cleared = Math.max(state.cleared, nextWeight(state.settings, state.stage.weight));
  return { ...state, cleared, stage: { ...state.stage, passedAt: t } };
}

/** A line without requests tells nothing of the split. */
function unsettledSince(since: number | null, { canary, baseline, transition, from }: Observation): number | null {
  if ((canary?.requests ?? 0) + (baseline?.requests ?? 0) === 0) return since;
  return transition ? (since ?? from) : null;
}

/** A dead backend does not clear what was seen of one side: readings of that side alone go on where they were. */
function blindness(blind: Blind, { canary, baseline, from, t }: Observation): Blind {
  if (canary !== null && baseline !== null) return clear;
  const side = canary !== null ? 'baseline' : baseline !== null ? 'canary' : 'both';
  const { readings, seconds } = blind[side];
  return { ...(side === 'both' ? blind : clear), [side]: { readings: readings + 1, seconds: seconds + t - from } };
}
