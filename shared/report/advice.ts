/** What an end without a clear answer means, and what to do next: a sentence or two of plain text. */
import type { Decision, DecisionKind } from '../release/evidence.ts';
import type { JudgeSettings } from '../release/judge/types.ts';
import { carrierOf, isDecision, modelMetricOf, type Names, numberOf, type Reported } from './last-word.ts';

type Unclear = Exclude<DecisionKind, 'rollback' | 'promote-step' | 'inconclusive'>;

const meanings: Readonly<Record<Exclude<Unclear, 'continue'>, (names: Names) => string>> = {
  'shared-incident': ({ canary, baseline }) =>
    `${baseline} misses an objective too, so the fault most likely lies in what both share rather than in ${canary}: mend that (a model, a database, the network), then release again.`,
  'insufficient-data': ({ canary }) =>
    `Too few requests reached ${canary} to judge anything: begin at a larger weight, or allow more time (canary.analysis.deadline). A dry run of deploy-canary says how much the traffic here needs.`,
  'backend-unavailable': () =>
    'Neither version could be counted, so nothing was judged, good or bad: repair where the counts come from (canary.analysis.from), then release again.',
  'split-unsettled': ({ canary }) =>
    `The requests that reached ${canary} are not the share that was ordered, so they are no fair sample of it: see what else sends it traffic or keeps it away (connections that stay open, another route), then release again.`,
  'dead-canary': ({ canary }) =>
    `Dead processes report no errors, so silence of ${canary} alone counts against it: read the end of its log before the next attempt.`,
};

/** The metric of the model that the judge waited for, which its reason names first. */
function waitedFor({ reason }: Decision, { model = [] }: JudgeSettings): string | undefined {
  return model.find(({ name }) => reason.startsWith(`${name}: `))?.name;
}

/** Sentences about the decision, or about what the judge waited for when it gave up; none where it speaks for itself. */
export function advice(last: Decision, { lines, settings }: Reported, names: Names): readonly string[] {
  const said = last.decision === 'inconclusive' ? (before(lines) ?? last) : last;
  const { decision } = said;
  const metric = waitedFor(said, settings);
  if (metric !== undefined && decision === 'insufficient-data') return [unasked(metric, names)];
  switch (decision) {
    case 'promote-step':
      return [];
    case 'rollback':
      return (carrierOf(last, settings) ?? modelMetricOf(last, settings)) ? [] : [noData(names)];
    case 'continue':
    case 'inconclusive':
      return last.decision === 'inconclusive' ? [undecided(last, names, metric)] : [];
    default:
      return [meanings[decision](names)];
  }
}

/** At the deadline the judge only says that it is late. */
function before(lines: Reported['lines']): Decision | undefined {
  return lines.findLast((line): line is Decision => isDecision(line) && line.decision !== 'inconclusive');
}

function noData({ canary }: Names): string {
  return `The plan asks for that (no-data: rollback); it says nothing about how good ${canary} is. See why nothing was counted, then release again.`;
}

function unasked(metric: string, { canary }: Names): string {
  return `Too few answers of ${canary} were counted in ${metric} to judge it: see that canary.analysis.metrics.model.${metric} selects what ${canary} shows, begin at a larger weight, or allow more time (canary.analysis.deadline). A dry run of deploy-canary leaves the model out.`;
}

/** From these odds on no weight is left upward. */
const suspicious = 2;

function undecided(last: Decision, { canary, baseline }: Names, metric?: string): string {
  const either =
    numberOf(last, metric === undefined ? 'odds' : `${metric}.odds`) >= suspicious
      ? `${canary} looks worse than ${baseline}, but not by enough to be sure: compare what failed or was slow before the next attempt.`
      : `${canary} is neither clearly worse than ${baseline} nor shown to be safe.`;
  return `${either} A larger first weight, more time (canary.analysis.deadline) or a larger canary.analysis.harm-budget lets the judge decide; a dry run of deploy-canary says what the traffic here needs.`;
}
