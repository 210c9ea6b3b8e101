/** What a plan must also satisfy across its fields: each rule names the field at fault and the change that mends it. */
import type { Breach } from './breach.ts';
import { metricBreaches } from './metric-rules.ts';
import { valueAt } from './problems.ts';
import { duration, durationPattern, percent, percentPattern, readable } from './units.ts';

function seconds(root: unknown, path: readonly string[], fallback: string): number | undefined {
  const value = valueAt(root, path) ?? fallback;
  return typeof value === 'string' && durationPattern.test(value) ? duration(value) : undefined;
}

function weightOf(step: unknown): number | undefined {
  const weight = typeof step === 'object' && step !== null ? Reflect.get(step, 'weight') : step;
  return typeof weight === 'string' && percentPattern.test(weight) ? percent(weight) : undefined;
}

function risingWeights(root: unknown): Breach[] {
  const steps = valueAt(root, ['canary', 'steps']);
  if (!Array.isArray(steps)) return [];
  const weights = steps.map(weightOf);
  return weights.flatMap((weight, index) => {
    const path = ['canary', 'steps', index];
    const before = Math.max(0, ...weights.slice(0, index).map((earlier) => earlier ?? 0));
    if (weight === undefined || weight > before) return [];
    const message =
      index === 0
        ? `canary.steps[0]: ${weight}% sends no traffic; expected a first weight above 0%`
        : `canary.steps[${index}]: ${weight}% does not rise above the ${before}% before it; expected rising weights, such as 5%, 25%, 50%, 100%`;
    return [{ path, message }];
  });
}

/** Evidence for a weight comes from the step below it, so that a ladder that begins with everybody never passes. */
function nobodyLeft(root: unknown): Breach[] {
  const first = weightOf(valueAt(root, ['canary', 'steps', 0]));
  if (first !== 100) return [];
  const message =
    'canary.steps[0]: 100% leaves nobody on the stable version to compare with, at any traffic; expected a lower first weight, such as 5% or 50%';
  return [{ path: ['canary', 'steps', 0], message }];
}

/** That a version costs nothing at all can never be shown, however many requests there are. */
function noBudget(root: unknown): Breach[] {
  const path = ['canary', 'analysis', 'harm-budget'];
  const budget = valueAt(root, path);
  if (typeof budget !== 'string' || !percentPattern.test(budget) || percent(budget) > 0) return [];
  const message = `canary.analysis.harm-budget: ${budget} can be shown at no traffic, so that no version would ever pass; expected a share above 0%, such as 0.5%`;
  return [{ path, message }];
}

/** What all steps last at least; undefined where a part of it cannot be read. */
function ladderSeconds(root: unknown, dwell: number | undefined): number | undefined {
  const steps = valueAt(root, ['canary', 'steps']) ?? ['5%', '25%', '50%', '100%'];
  if (!Array.isArray(steps) || dwell === undefined) return undefined;
  return steps.reduce<number | undefined>((sum, _, index) => {
    const hold = seconds(root, ['canary', 'steps', String(index), 'hold'], `${dwell}s`);
    return sum === undefined || hold === undefined ? undefined : sum + hold;
  }, 0);
}

function times(root: unknown): Breach[] {
  const at = (key: string) => ['canary', 'analysis', key];
  const every = seconds(root, at('every'), '5s');
  const dwell = seconds(root, at('dwell'), '30s');
  const deadline = seconds(root, at('deadline'), '30m');
  const lease = seconds(root, ['canary', 'lease'], '2m');
  const breaches: Breach[] = [];
  if (every !== undefined && lease !== undefined && lease < 3 * every) {
    const message = `canary.lease: ${readable(lease)} runs out between two looks of ${readable(every)}; expected at least ${readable(3 * every)}`;
    breaches.push({ path: ['canary', 'lease'], message });
  }
  const total = ladderSeconds(root, dwell);
  if (total !== undefined && deadline !== undefined && total > deadline) {
    const message = `canary.analysis.deadline: ${readable(deadline)} is shorter than the steps, which last ${readable(total)}; expected at least that, or a shorter dwell`;
    breaches.push({ path: at('deadline'), message });
  }
  return breaches;
}

/** What must not be nothing: a wait of 0 is never over, and an objective of 0 is never met. */
const positive: readonly (readonly [path: readonly string[], fallback: string])[] = [
  [['health', 'timeout'], '5s'],
  [['health', 'every'], '1s'],
  [['health', 'start'], '30s'],
  [['canary', 'analysis', 'every'], '5s'],
  [['canary', 'analysis', 'metrics', 'stale-after'], '1m'],
  [['canary', 'held-for'], '1h'],
  [['objectives', 'latency-p95'], '2s'],
  [['model', 'p95'], '10s'],
];

function nothings(root: unknown): Breach[] {
  return positive.flatMap(([path, fallback]) => {
    if (seconds(root, path, fallback) !== 0) return [];
    return [{ path, message: `${path.join('.')}: 0 s is no duration; expected one above 0, such as ${fallback}` }];
  });
}

function ports(root: unknown): Breach[] {
  const listen = valueAt(root, ['target', 'listen']);
  const port = typeof listen === 'string' ? Number(listen.split(':').at(-1)) : 1;
  if (!(port < 1 || port > 65535)) return [];
  return [{ path: ['target', 'listen'], message: `target.listen: port ${port} does not exist; expected 1 to 65535` }];
}

/** Every breach of every rule; reads what it can of a plan whose shape is wrong elsewhere. */
export function breaches(root: unknown): Breach[] {
  return [...recordedBreaches(root), ...nobodyLeft(root), ...noBudget(root)];
}

/** As `breaches`, of a plan that was carried out already: what could never have passed was judged all the same. */
export function recordedBreaches(root: unknown): Breach[] {
  return [...risingWeights(root), ...times(root), ...nothings(root), ...ports(root), ...metricBreaches(root)];
}
