/** What a release will take and what it will catch, in words; plain text apart from the table. */
import { readable } from '../plan/units.ts';
import type { JudgeSettings } from '../release/judge/judge.ts';
import type { Traffic } from '../release/power/expected.ts';
import type { Catch, Power } from '../release/power/forecast.ts';
import type { Remedies } from '../release/power/remedies.ts';
import { count, latency, percent, table } from './markdown.ts';

const time = (seconds: number) => (Number.isFinite(seconds) ? readable(seconds) : 'more than a day');

/** `98 requests/s`, in three digits. */
const rateText = (rate: number) => `${count(Number(rate.toPrecision(3)))} requests/s`;

const trafficText = ({ rate, errors }: Traffic) => `at ${rateText(rate)} (${percent(errors)} of them fail)`;
const nameOf = ({ ratio }: Catch) => (ratio === undefined ? '50 % errors' : `x${ratio} errors`);

/** One sentence for a plan that can decide. */
export function outlook(traffic: Traffic, { total }: Power, found: readonly Catch[]): string {
  // Five times of what was never seen is a guess that says nothing to a reader.
  const said = found.filter(({ ratio }) => ratio === undefined || (ratio === 5 && traffic.errors > 0));
  const caught = said.filter(({ expected }) => expected.end === 'rolled-back');
  const after = caught.map((fault, index) =>
    index === 0
      ? `${nameOf(fault)} are caught after about ${answered(fault)} requests of the canary`
      : `${nameOf(fault)} after about ${answered(fault)}`,
  );
  return [
    `at ${rateText(traffic.rate)} the release takes about ${time(total)}`,
    ...(after.length === 0 ? [] : [after.join(', ')]),
    ...said.filter((fault) => !caught.includes(fault)).map(missed),
  ].join('; ');
}

const answered = ({ expected }: Catch) => count(Math.ceil(expected.requests));

function missed(fault: Catch): string {
  if (fault.expected.end === 'passed') return `${nameOf(fault)} may pass: they stay within the harm budget`;
  return `${nameOf(fault)} are not caught within the deadline`;
}

/** Why a plan is refused, and each change that would do by itself. */
export function shortfall(settings: JudgeSettings, traffic: Traffic, power: Power, remedies: Remedies): string {
  const { deadline } = settings;
  if (power.incident) return incident(settings, traffic);
  const ladder = power.steps.map(({ weight }) => `${weight}%`).join(', ');
  const takes = `even a version just as good as the stable one takes ${time(power.total)} to pass ${ladder}`;
  return `canary.analysis.deadline: ${readable(deadline)} is too short: ${trafficText(traffic)}, ${takes}. ${changes(remedies)}`;
}

function incident({ errorRate, latencyP95 }: JudgeSettings, traffic: Traffic): string {
  return `the stable version misses an objective itself, and no version passes while it does: ${trafficText(traffic)}, objectives.error-rate: ${percent(errorRate)}, objectives.latency-p95: ${latency(latencyP95)}. Mend that first, or change the objective`;
}

function changes({ firstWeight, harmBudget, deadline }: Remedies): string {
  const known = [
    firstWeight === undefined ? [] : [`a first weight of ${firstWeight}% (canary.steps[0])`],
    harmBudget === undefined ? [] : [`canary.analysis.harm-budget: ${Number((100 * harmBudget).toPrecision(3))}%`],
    deadline === undefined ? [] : [`canary.analysis.deadline: ${deadline / 60}m`],
  ].flat();
  if (known.length === 0) return 'No first weight, harm budget or deadline alone would do: it takes more traffic';
  return known.length === 1 ? `What would do: ${known[0]}` : `Any of these would do: ${known.join('; ')}`;
}

/** Markdown below the facts of a dry run. */
export function forecastMarkdown(power: Power, found: readonly Catch[], smallest: number | undefined): string {
  const steps = power.steps.map(({ weight, seconds }) => [`${weight} %`, time(seconds)]);
  const faults = found.map((fault) => [`${nameOf(fault)} (${percent(fault.errors)} fail)`, ...cells(fault)]);
  const advice =
    smallest === undefined
      ? 'No first weight up to 50 % would let a good version pass within the deadline.'
      : `The smallest first weight that lets a good version pass within the deadline: ${smallest} %.`;
  return [
    '',
    '### How long a good version takes',
    '',
    table(['step', 'takes about'], [...steps, ['**all**', `**${time(power.total)}**`]]),
    '',
    advice,
    '',
    '### What becomes of a bad one',
    '',
    table(['canary with', 'ends', 'requests it answers', 'after'], faults),
    '',
  ].join('\n');
}

function cells({ expected }: Catch): readonly string[] {
  const { end, weight, requests, seconds } = expected;
  if (end === 'undecided') return ['not decided within the deadline', '–', '–'];
  const how = end === 'passed' ? 'may pass: within the harm budget' : `rolled back at ${weight} %`;
  return [how, `about ${count(Math.ceil(requests))}`, time(seconds)];
}
