/** The step summary of a warm check: the verdict, then for every server its steps, its latencies and a plot. */
import type { GateVerdict } from '../findings/model.ts';
import { shareText } from '../model/check/residency.ts';
import type { Step } from '../model/check/step.ts';
import type { Updated, WarmResult } from '../model/warm.ts';
import { clip } from './clip.ts';
import { latency, plain, short, table } from './markdown.ts';
import { verdictSigns } from './tool-rows.ts';

export interface WarmHead {
  readonly verdict: GateVerdict;
  readonly reason: string;
  readonly model: string;
  /** Seconds. */
  readonly p95: number;
}

/** Characters of a server's words. */
const said = 1000;

export function warmMarkdown(action: string, head: WarmHead, results: readonly WarmResult[]): string {
  const { verdict, reason, model } = head;
  const isUpdate = results.some(({ update }) => update !== undefined);
  const good = isUpdate ? `Clients have the ${model} that was asked for.` : `${model} is warm.`;
  const why = verdict === 'passed' ? good : reason;
  const parts = [`## ${verdictSigns[verdict]} · ${action}`, '', plain(clip(why, 4 * said)), ''];
  const several = results.length > 1 ? [overview(results), ''] : [];
  return [...parts, ...several, ...results.map((result) => serverPart(result, head))].join('\n');
}

function overview(results: readonly WarmResult[]): string {
  const head = ['server', 'verdict', 'cold', 'p95', 'first token', 'tokens/s', 'in the GPU'];
  return table(
    head,
    results.map((one) => [plain(one.url), verdictSigns[one.verdict], ...figures(one)]),
  );
}

function figures({ cold, numbers, share }: WarmResult): readonly string[] {
  const rate = numbers?.tokensPerSecond;
  return [
    latency(cold),
    latency(numbers?.p95),
    latency(numbers?.firstTokenP50),
    rate === undefined ? '–' : short(rate),
    shareText(share),
  ];
}

/** One server's steps and latencies; `p95` is the objective in seconds. */
export function serverPart(result: WarmResult, { p95 }: Pick<WarmHead, 'p95'>): string {
  const { url, digest, derived, steps, update } = result;
  const names = [
    plain(url),
    ...(digest === undefined ? [] : [`digest \`${plain(digest.slice(0, 12))}\``]),
    ...(derived === undefined ? [] : [`derived model \`${derived}\``]),
  ];
  const told = update === undefined ? [] : [updateWords(update), ''];
  return [`### ${names.join(' · ')}`, '', ...told, stepTable(steps), '', ...latencies(result, p95), ''].join('\n');
}

/** What the name stood for and stands for, and the way back. Names of models have no sign that ends a span of code. */
function updateWords({ name, from, to, kept, untouched, unseen }: Updated): string {
  const shown = (digest: string | undefined) =>
    digest === undefined ? 'not there' : `\`${plain(digest.slice(0, 12))}\``;
  if (untouched) return `\`${name}\` was not touched.`;
  if (unseen) return `What \`${name}\` stands for was not seen.`;
  const now = from === to ? `is ${shown(to)} as before` : `was ${shown(from)} and is ${shown(to)}`;
  const back = kept === undefined ? '' : ` The way back: \`mode: update\` with \`roll-back: ${kept}\`.`;
  return `\`${name}\` ${now}.${back}`;
}

function stepTable(steps: readonly Step[]): string {
  const rows = steps.map(({ name, verdict, seconds, words, fix }) => [
    name,
    verdict === 'not-asked' ? '➖ not asked' : verdictSigns[verdict],
    latency(seconds),
    plain(clip(words, said)),
    fix === undefined ? '' : plain(clip(fix, said)),
  ]);
  return table(['step', 'verdict', 'took', 'what was seen', 'what to do'], rows);
}

/** Cold and warm stand apart: the objective is for warm answers alone. */
function latencies({ cold, numbers, answers }: WarmResult, objective: number): readonly string[] {
  if (numbers === undefined || numbers.count === 0) return [];
  const { p50, p95, max, firstTokenP50, firstTokenP95, tokensPerSecond, count, unfinished } = numbers;
  const head = [
    'cold load',
    'warm p50',
    'warm p95',
    'warm max',
    'first token p50',
    'first token p95',
    'tokens/s',
    'answers',
  ];
  const cells = [cold, p50, p95, max, firstTokenP50, firstTokenP95].map(latency);
  const told = unfinished === 0 ? String(count) : `${count}, ${unfinished} without an end`;
  const rows = [[...cells, tokensPerSecond === undefined ? '–' : short(tokensPerSecond), told]];
  const totals = answers.map(({ from, to }) => to - from);
  return [table(head, rows), '', `The objective is a warm p95 below ${latency(objective)}.`, '', ...plot(totals)];
}

/** So many bars can be told apart. */
const drawn = { least: 5, most: 60 };

/** Every answer's time, in the order in which they ended; GitHub draws it by itself. */
function plot(totals: readonly number[]): readonly string[] {
  if (totals.length < drawn.least || totals.length > drawn.most) return [];
  const milliseconds = totals.map((value) => Number((1000 * value).toPrecision(4)));
  const top = Number((1.1 * Math.max(...milliseconds)).toPrecision(2));
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify({ xyChart: { width: 800, height: 240 } })}}%%`,
    'xychart-beta',
    '    title "Time of each warm answer"',
    `    x-axis [${milliseconds.map((_, index) => index + 1).join(', ')}]`,
    `    y-axis "ms" 0 --> ${top}`,
    `    bar [${milliseconds.join(', ')}]`,
    '```',
    '',
  ];
}
