/** A metric of the service's model as a stream of counts of its own, and what several streams come to together. */
import type { Decision, DecisionKind, Observation, Side, Tally } from '../evidence.ts';
import type { JudgeSettings, ModelMetric } from './types.ts';
import { lateText } from './words.ts';

/** What none exceeds: what a model's metric must not be is said by the baseline alone. */
const noObjective = { latencyP95: Number.MAX_VALUE, errorRate: 1 };

/** What a metric is judged with: the same times and budget, its own bounds and part of alpha. */
export function settingsFor({ model: _, ...settings }: JudgeSettings, metric: ModelMetric): JudgeSettings {
  const { bounds, alpha } = metric;
  return {
    ...settings,
    bounds: metric.worse === 'higher' ? bounds : bounds.map((bound) => 1 / bound).toReversed(),
    alpha,
    // Requests that ask no model say nothing of it.
    noData: 'hold',
    ...noObjective,
    ...(bounds.length > 0 ? { only: 'latency' } : {}),
  };
}

/** A line as one metric tells it. */
export function lineFor({ resets: _, ...line }: Observation, metric: ModelMetric): Observation {
  return { ...line, canary: sideFor(line.canary, metric), baseline: sideFor(line.baseline, metric) };
}

/** What a side counted of a metric; null where it could not be read. Lower values are turned into higher ones (1 / x). */
function sideFor(side: Side | null, { name, worse, bounds }: ModelMetric): Side | null {
  if (side === null) return null;
  const known = side.model !== undefined && Object.hasOwn(side.model, name) ? side.model[name] : undefined;
  const counted = side.model === undefined ? nothingOf(bounds) : known;
  if (counted === undefined) return null;
  if (worse === 'higher') return counted;
  const turned = <T extends Tally>(tally: T) =>
    tally.buckets === undefined ? tally : { ...tally, buckets: tally.buckets.toReversed() };
  const { instances } = counted;
  if (instances === undefined) return turned(counted);
  const each = Object.entries(instances).map(([instance, tally]) => [instance, turned(tally)] as const);
  return { ...turned(counted), instances: Object.fromEntries(each) };
}

function nothingOf(bounds: readonly number[]): Side {
  return { requests: 0, errors: 0, buckets: bounds.length === 0 ? [] : [...bounds, 0].map(() => 0) };
}

interface Said {
  readonly name: string;
  readonly decision: Decision;
}

const final: readonly DecisionKind[] = ['rollback', 'dead-canary', 'split-unsettled'];
/** What a metric may wait for; whether a side can be read, and the split, is for the judge of the requests to say. */
const waits: readonly DecisionKind[] = ['insufficient-data', 'shared-incident'];

/**
 * One decision: harm first, then a deadline, and upward only where all agree. The numbers are those of the requests.
 * @param deadline seconds, where it has passed: a metric that can be read of one side alone does not outwait it
 */
export function together(own: Decision, said: readonly Said[], deadline?: number): Decision {
  if (final.includes(own.decision)) return own;
  const harmed = said.find(({ decision }) => decision.decision === 'rollback');
  if (harmed) return named(own, harmed, 'rollback');
  if (own.decision === 'inconclusive') return own;
  const late = said.find(({ decision }) => decision.decision === 'inconclusive');
  if (late) return named(own, late, 'inconclusive');
  if (own.decision !== 'promote-step') return own;
  const lacking = said.map(seen).find(({ decision }) => decision.decision !== 'promote-step');
  if (lacking === undefined) return own;
  if (deadline !== undefined) {
    const reason = lateText(deadline, lacking.decision.reason);
    return named(own, { ...lacking, decision: { ...lacking.decision, reason } }, 'inconclusive');
  }
  const kind = waits.includes(lacking.decision.decision) ? lacking.decision.decision : 'continue';
  return named(own, lacking, kind);
}

/** The stable version alone may have answers, and what was shown at a lower weight is not what this one does. */
function seen({ name, decision }: Said): Said {
  const { canaryRequests, weight } = decision.detail;
  if (decision.decision !== 'promote-step' || canaryRequests !== 0) return { name, decision };
  const reason = `no answer of the canary at ${weight} %`;
  return { name, decision: { ...decision, decision: 'insufficient-data', reason } };
}

/** What decided is named where the judge of the requests would have named its own bet. */
function named({ t, detail }: Decision, { name, decision }: Said, kind: DecisionKind): Decision {
  const { odds = null } = decision.detail;
  const decided: Decision['detail'] = kind === 'rollback' ? { odds, metric: name } : {};
  return { t, decision: kind, reason: `${name}: ${decision.reason}`, detail: { ...detail, ...decided } };
}
