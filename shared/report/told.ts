/** A release's end in sentences that need no knowledge of the judge: what happened, why, and what to do next. */
import type { Decision } from '../release/evidence.ts';
import type { Carrier } from '../release/judge/rule.ts';
import { claims } from '../release/judge/words.ts';
import { advice } from './advice.ts';
import {
  carrierOf,
  decisive,
  lastDecision,
  modelMetricOf,
  type Names,
  namesOf,
  numberOf,
  type Reported,
} from './last-word.ts';
import { count, latency, odds, short } from './markdown.ts';
import { claimOf, meaningOf, sidesOf } from './model-rows.ts';
import { slowerOf } from './slower.ts';
import { stages } from './stages.ts';

/** Paragraphs of plain text, the most important first. */
export function told(report: Reported): readonly string[] {
  const { lines, reason } = report;
  const names = namesOf(lines);
  const last = decisive(report);
  if (last) return [sentence(last, report, names), ...advice(last, report, names)];
  const other = lastDecision(lines);
  if (other === undefined) return [reason];
  const word = `The judge did not decide this; at ${other.t.toFixed(1)} s it said: ${other.decision} (${other.reason}).`;
  // What came early has seen too little as a matter of course.
  return [reason, word, ...(other.decision === 'insufficient-data' ? [] : advice(other, report, names))];
}

function sentence(last: Decision, report: Reported, names: Names): string {
  const at = `at ${numberOf(last, 'weight')} %`;
  const after = `${at} after ${requests(numberOf(last, 'served'))}`;
  if (last.decision === 'promote-step') return passedText(last, report, names);
  if (last.decision === 'inconclusive') return `Inconclusive ${after}: ${last.reason}.`;
  const metric = modelMetricOf(last, report.settings);
  if (metric !== undefined) {
    const against = `${odds(numberOf(last, 'odds'))} against "${claimOf(last, metric, report.settings, names)}"`;
    return `Rolled back ${after}: ${against}. ${metric.name} of the model carried it: ${sidesOf(last, metric, names)} (${meaningOf(metric)}).`;
  }
  const carrier = carrierOf(last, report.settings);
  if (carrier === undefined) return `Rolled back ${after}: ${last.reason}.`;
  const claim = claims[carrier](report.settings).replace('the baseline', () => names.baseline);
  return `Rolled back ${after}: ${odds(numberOf(last, 'odds'))} against "${claim}". ${carried(carrier, last, report)}`;
}

function passedText(last: Decision, { settings }: Reported, names: Names): string {
  const weight = numberOf(last, 'weight');
  const next = settings.steps.find((step) => step.weight > weight)?.weight ?? 100;
  const safe = weight < 100 ? ` ${odds(numberOf(last, 'safe'))} that ${next} % stays within the harm budget.` : '';
  return `Passed at ${weight} %: no worse than ${names.baseline} over ${requests(numberOf(last, 'served'))}. At this weight ${failures(last, names)}.${safe}`;
}

function requests(served: number): string {
  return `${count(served)} canary request${served === 1 ? '' : 's'}`;
}

function carried(carrier: Carrier, last: Decision, report: Reported): string {
  const names = namesOf(report.lines);
  switch (carrier) {
    case 'errors':
      return `Errors carried it: ${failures(last, names)}.`;
    case 'latency':
      return `Latency carried it: ${[...tails(report, names), slowness(last, names)].join('; ')}.`;
    case 'latencyP95':
      return `The objective decided: ${slowness(last, names)}.`;
    case 'outright':
      return `Failing outright decided: ${failures(last, names)}.`;
    default:
      return `The error rate decided: ${failures(last, names)}.`;
  }
}

/** `12 of 37 failed (32 %), v1 3 of 703 (0.43 %)`; the second part only where the baseline had requests. */
function failures(last: Decision, { baseline }: Names): string {
  const side = (name: 'canary' | 'baseline', word: string) => {
    const [bad, all] = [numberOf(last, `${name}Errors`), numberOf(last, `${name}Requests`)];
    return `${count(bad)} of ${count(all)}${word} (${short((100 * bad) / Math.max(1, all))} %)`;
  };
  const mine = side('canary', ' failed');
  return numberOf(last, 'baselineRequests') === 0 ? mine : `${mine}, ${baseline} ${side('baseline', '')}`;
}

function slowness(last: Decision, { canary, baseline }: Names): string {
  const p95 = (name: string) => latency(numberOf(last, name) || undefined);
  return `p95 ${canary} ${p95('canaryP95')}, ${baseline} ${p95('baselineP95')}`;
}

/** `4.4 % took over 2.5 s, v1 0.1 %` at the last weight, since a slow path of few requests does not move a p95. */
function tails({ lines, settings }: Reported, { baseline }: Names): readonly string[] {
  const stage = stages(lines).at(-1);
  const slower = stage && slowerOf(stage.canary, stage.baseline, settings.bounds);
  if (slower === undefined) return [];
  const share = (value: number) => `${short(100 * value)} %`;
  return [`${share(slower.canary)} took over ${latency(slower.bound)}, ${baseline} ${share(slower.baseline)}`];
}
