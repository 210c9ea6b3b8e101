/** From the header of a recorded canary to what it is judged with: its `judge`, else its `plan`, else the defaults. */
import { recordedPlan } from '../plan/recorded.ts';
import type { EvidenceHeader } from './evidence.ts';
import { found } from './found.ts';
import { beginJudging, type JudgeSettings, type JudgeState, step } from './judge/judge.ts';
import { lastWord } from './judge/last-word.ts';
import { isMetrics, metricsForm } from './recorded-model.ts';
import { judgeSettings } from './settings.ts';

export interface Restored {
  readonly state: JudgeState;
  /** What the header says and cannot be used, and what was done instead; a sentence each. */
  readonly problems: readonly string[];
}

/** The state to judge the file's first line with; `given` are settings that stand above the header's. */
export function restore(header: EvidenceHeader, given?: JudgeSettings): Restored {
  const { settings, problems } = given ? { settings: given, problems: [] } : recordedSettings(header);
  const fresh = beginJudging(settings);
  if (header.resumed === undefined) return { state: fresh, problems };
  const resumed = stateOf(header.resumed, fresh);
  if (typeof resumed !== 'string') return { state: resumed, problems };
  const message = `resumed ${resumed}; judged from this file's first line on, as if nothing had been before`;
  return { state: fresh, problems: [...problems, message] };
}

/** Key by key, so that a header may lack some, or be another judge's. */
export function recordedSettings({ judge = {}, plan, resumed, buckets }: EvidenceHeader): {
  readonly settings: JudgeSettings;
  readonly problems: readonly string[];
} {
  const { plan: usable, problems: ofPlan } = recordedPlan(plan);
  const base = judgeSettings(usable, { bounds: buckets });
  const before = isFields(resumed?.['settings']) ? resumed['settings'] : {};
  const problems = ofPlan.map((message) => `plan: ${message}; took the default`);
  const pick = <K extends Key>(key: K): JudgeSettings[K] => {
    const { is, expected } = readers[key];
    const value = judge[key];
    if (is(value)) return value;
    const earlier = before[key];
    const instead = is(earlier) ? earlier : base[key];
    if (value !== undefined) {
      problems.push(`judge.${key} ${found(value)}; expected ${expected}; took ${JSON.stringify(instead)}`);
    }
    return instead;
  };
  const settings = {
    ...base,
    steps: pick('steps').map(({ weight, dwell }) => ({ weight, dwell })),
    deadline: pick('deadline'),
    warmUp: pick('warmUp'),
    noData: pick('noData'),
    errorRate: pick('errorRate'),
    latencyP95: pick('latencyP95'),
    harmBudget: pick('harmBudget'),
    alpha: pick('alpha'),
  };
  const model = judge['model'] ?? before['model'];
  if (model === undefined) return { settings, problems };
  if (isMetrics(model)) return { settings: { ...settings, model }, problems };
  problems.push(`judge.model ${found(model)}; expected ${metricsForm}; left it out`);
  return { settings, problems };
}

type Key = Exclude<keyof JudgeSettings, 'version' | 'bounds' | 'model' | 'only'>;
interface Reader<T> {
  readonly is: (value: unknown) => value is T;
  readonly expected: string;
}

const within =
  (holds: (value: number) => boolean) =>
  (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && holds(value);
const seconds: Reader<number> = { is: within((value) => value >= 0), expected: 'seconds, 0 or more' };
const share: Reader<number> = { is: within((value) => value >= 0 && value <= 1), expected: 'a share from 0 to 1' };

const readers: { readonly [K in Key]: Reader<JudgeSettings[K]> } = {
  steps: { is: isLadder, expected: 'a list of {"weight","dwell"}, the weights rising from above 0 to at most 100' },
  deadline: seconds,
  warmUp: seconds,
  noData: {
    is: (value): value is JudgeSettings['noData'] => value === 'hold' || value === 'rollback',
    expected: '"hold" or "rollback"',
  },
  errorRate: share,
  latencyP95: { is: within((value) => value > 0), expected: 'seconds, more than 0' },
  harmBudget: share,
  alpha: { is: within((value) => value > 0 && value < 1), expected: 'a number above 0 and below 1' },
};

function isLadder(value: unknown): value is JudgeSettings['steps'] {
  if (!Array.isArray(value) || value.length === 0) return false;
  let before = 0;
  return value.every((each: unknown) => {
    if (!isFields(each)) return false;
    const { weight, dwell } = each;
    const rises = typeof weight === 'number' && weight > before && weight <= 100;
    before = rises ? weight : before;
    return rises && seconds.is(dwell);
  });
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The state to go on from, or why it is none: odds that were won under other settings are not odds under these. */
function stateOf(resumed: unknown, fresh: JudgeState): JudgeState | string {
  if (!isLike(resumed, fresh)) return 'is not a state of this judge';
  if (!isSame(resumed.settings, fresh.settings)) return 'was reached with other settings';
  return works(resumed) ? resumed : 'is not a state that this judge can go on from';
}

/** Whether everything that stands in the model stands here too, and is of its kind; what is not known yet may be anything. */
function isLike<T>(value: unknown, model: T): value is T {
  if (model === null) return true;
  if (Array.isArray(model)) return Array.isArray(value);
  if (!isFields(model)) return typeof value === typeof model;
  return isFields(value) && Object.entries(model).every(([key, inner]) => isLike(value[key], inner));
}

/** Whether two values are the same JSON; only as deep as the model is. */
export function isSame(value: unknown, model: unknown): boolean {
  if (Array.isArray(model)) {
    return Array.isArray(value) && value.length === model.length && model.every((each, at) => isSame(value[at], each));
  }
  if (!isFields(model)) return value === model;
  const keys = Object.keys(model);
  if (!isFields(value) || Object.keys(value).length !== keys.length) return false;
  return keys.every((key) => Object.hasOwn(value, key) && isSame(value[key], model[key]));
}

/** One reading tells what a look at the fields does not: whether numbers come of it. */
function works(state: JudgeState): boolean {
  const buckets = [...state.settings.bounds, 0].map((_, index) => (index === 0 ? 100 : 0));
  const side = { requests: 100, errors: 1, buckets };
  const from = state.stage.since;
  try {
    const line = { from, t: from + 1, weight: state.stage.weight || 1, canary: side, baseline: side };
    const judged = step(state, line);
    lastWord(judged.state);
    return Number.isFinite(judged.decision.detail['odds']);
  } catch {
    return false;
  }
}
