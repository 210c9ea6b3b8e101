/** The numbers behind the judge's last word, as a table: odds, the confidence sequence of the error rates, latency. */
import { type RatioLimits, ratioAlpha, ratioLimits, trialsOf } from '../release/confidence.ts';
import type { Decision } from '../release/evidence.ts';
import { relativeShares } from '../release/judge/odds.ts';
import { absolute, safeOdds, threshold } from '../release/judge/rule.ts';
import { nextWeight } from '../release/judge/settings.ts';
import type { JudgeSettings } from '../release/judge/types.ts';
import { claims } from '../release/judge/words.ts';
import { lastDecision, type Names, namesOf, numberOf, type Reported } from './last-word.ts';
import { latency, odds, plain, short, table } from './markdown.ts';
import { modelRows } from './model-rows.ts';

type Row = readonly [what: string, found: string, meaning: string];

/** Markdown; empty before the judge said anything. */
export function judgedTable(report: Reported): string {
  const last = lastDecision(report.lines);
  if (last === undefined) return '';
  const escaped = namesOf(report.lines);
  const names = { canary: plain(escaped.canary), baseline: plain(escaped.baseline) };
  const rows: readonly Row[] = [
    ...oddsRows(last, report.settings, names),
    ...safeRows(last, report.settings),
    ratioRow(ratioLimits(trialsOf(report.lines)), names),
    ...latencyRows(last, report.settings, names),
    ...dispersionRows(last, names),
    ...modelRows(last, report.settings, names),
  ];
  return table(['', 'found', ''], rows);
}

/** Odds against "no worse than the baseline" (1 is even), whatever decided in the end. */
export function relativeOdds(decision: Decision, { bounds }: JudgeSettings): number {
  const errors = numberOf(decision, 'errorOdds');
  if (bounds.length === 0) return errors;
  return relativeShares.errors * errors + relativeShares.latency * numberOf(decision, 'latencyOdds');
}

/** Odds at which the comparison with the baseline rolls back. */
export function rollbackOdds({ alpha }: JudgeSettings): number {
  return Math.exp(threshold(alpha, 'errors'));
}

function oddsRows(last: Decision, settings: JudgeSettings, { baseline }: Names): readonly Row[] {
  const both = relativeOdds(last, settings);
  const needed = rollbackOdds(settings);
  const found = both >= needed ? `**${odds(both)}**` : odds(both);
  const row: Row = [`odds against "no worse than ${baseline}"`, found, `rolls back at ${odds(needed)}`];
  const alone = absolute.find((name) => name === last.detail['metric']);
  return [row, ...parts(last, settings), ...(alone ? [objectiveRow(last, alone, settings)] : [])];
}

function parts(last: Decision, { bounds }: JudgeSettings): readonly Row[] {
  if (bounds.length === 0) return [];
  const weight = (share: number) => `counts ${Math.round(100 * share)} %`;
  return [
    ['… by errors', odds(numberOf(last, 'errorOdds')), weight(relativeShares.errors)],
    ['… by latency', odds(numberOf(last, 'latencyOdds')), weight(relativeShares.latency)],
  ];
}

function objectiveRow(last: Decision, carrier: (typeof absolute)[number], settings: JudgeSettings): Row {
  const needed = odds(Math.exp(threshold(settings.alpha, carrier)));
  return [
    `odds against "${claims[carrier](settings)}"`,
    `**${odds(numberOf(last, 'odds'))}**`,
    `rolls back at ${needed}`,
  ];
}

function safeRows(last: Decision, settings: JudgeSettings): readonly Row[] {
  const weight = numberOf(last, 'weight');
  if (weight >= 100) return [];
  const next = nextWeight(settings, weight);
  const found = odds(numberOf(last, 'safe'));
  return [[`odds that ${next} % keeps within the harm budget`, found, `goes on at ${odds(Math.exp(safeOdds))}`]];
}

function ratioRow(limits: RatioLimits, { canary, baseline }: Names): Row {
  const level = `at ${100 * (1 - ratioAlpha)} %, however often one looks`;
  const found = ratioText(limits);
  return [
    `error rate of ${canary} over that of ${baseline}`,
    found ?? 'no limit yet',
    found ? level : 'too few errors',
  ];
}

/** `x14 to x160`; undefined while nothing is known. */
function ratioText({ low, high }: RatioLimits): string | undefined {
  if (low === 0) return high === undefined ? undefined : `at most ${times(high)}`;
  return high === undefined ? `at least ${times(low)}` : `${times(low)} to ${times(high)}`;
}

/** Near 1 a digit more, as it matters on which side of it a limit lies. */
function times(ratio: number): string {
  return `x${ratio > 0.5 && ratio < 2 ? Number(ratio.toPrecision(3)) : short(ratio)}`;
}

function latencyRows(last: Decision, { bounds }: JudgeSettings, { canary, baseline }: Names): readonly Row[] {
  if (bounds.length === 0) return [];
  const p95 = (name: string) => latency(numberOf(last, name) || undefined);
  const theirs = last.detail['baselineP95'] === null ? '' : `, ${baseline} ${p95('baselineP95')}`;
  const found = `${canary} ${p95('canaryP95')}${theirs}`;
  return [['p95 at this weight', found, 'shown only: the whole histogram is judged']];
}

function dispersionRows(last: Decision, { baseline }: Names): readonly Row[] {
  const factor = numberOf(last, 'dispersion');
  if (factor <= 1) return [];
  const cause =
    last.detail['dispersionKnown'] === true
      ? `instances of ${baseline} differ more than by chance (errors in clusters, or one is sick)`
      : `too little is known yet of how evenly ${baseline} fails`;
  return [['dispersion of errors', short(factor), `${cause}: errors count 1/${short(factor)}`]];
}
