/** What was weighed of a service's model, as rows of the judge's table. */
import type { Decision } from '../release/evidence.ts';
import { settingsFor } from '../release/judge/model.ts';
import { safeOdds, threshold } from '../release/judge/rule.ts';
import { nextWeight } from '../release/judge/settings.ts';
import type { JudgeSettings, ModelMetric } from '../release/judge/types.ts';
import { claims } from '../release/judge/words.ts';
import { betOf, type Names, numberOf } from './last-word.ts';
import { count, latency, odds, short } from './markdown.ts';

type Row = readonly [what: string, found: string, meaning: string];

/** Odds for and against each metric, and what both sides did; none where nothing of a model is judged. */
export function modelRows(last: Decision, settings: JudgeSettings, names: Names): readonly Row[] {
  const weight = numberOf(last, 'weight');
  return (settings.model ?? []).flatMap((metric) => {
    const against = numberOf(last, `${metric.name}.odds`);
    const needed = Math.exp(threshold(metric.alpha, betOf(last, metric)));
    const found = against >= needed ? `**${odds(against)}**` : odds(against);
    const safe: Row = [
      `… odds that ${nextWeight(settings, weight)} % keeps it within the harm budget`,
      odds(numberOf(last, `${metric.name}.safe`)),
      `goes on at ${odds(Math.exp(safeOdds))}`,
    ];
    return [
      [
        `${metric.name}: odds against "${claimOf(last, metric, settings, names)}"`,
        found,
        `rolls back at ${odds(needed)}`,
      ] as const,
      ...(weight < 100 ? [safe] : []),
      ['… at this weight', sidesOf(last, metric, names), meaningOf(metric)] as const,
    ];
  });
}

/** What a metric's odds are against. */
export function claimOf(last: Decision, metric: ModelMetric, settings: JudgeSettings, { baseline }: Names): string {
  const claim = claims[betOf(last, metric)](settingsFor(settings, metric));
  return claim.replace('the baseline', () => baseline).replace('requests', 'answers');
}

/** What the numbers of a metric are. */
export function meaningOf({ worse, bounds }: ModelMetric): string {
  if (bounds.length === 0) return 'answers that broke off, of all that the model gave';
  return `95 % of the answers are ${worse === 'higher' ? 'at most' : 'at least'} that; the whole histogram is judged`;
}

/** `v2 1.2 s, v1 300 ms`. */
export function sidesOf(last: Decision, metric: ModelMetric, names: Names): string {
  const side = (name: 'canary' | 'baseline') => `${names[name]} ${seenOf(last, metric, name)}`;
  return `${side('canary')}, ${side('baseline')}`;
}

function seenOf(last: Decision, { name, worse, bounds }: ModelMetric, side: 'canary' | 'baseline'): string {
  if (bounds.length === 0) {
    const [bad, all] = [numberOf(last, `${name}.${side}Errors`), numberOf(last, `${name}.${side}Requests`)];
    return `${count(bad)} of ${count(all)}`;
  }
  const tail = last.detail[`${name}.${side}Tail`];
  if (typeof tail !== 'number') return '–';
  return worse === 'higher' ? latency(tail) : `${short(tail)} a second`;
}
