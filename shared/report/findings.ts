/** The step summary of a gate: its verdict, what blocks and what to do, then the tools, then everything else. */

import type { Assembled } from '../findings/assemble.ts';
import type { Finding } from '../findings/model.ts';
import { byRank, isSuppressed } from '../findings/rank.ts';
import { cell, cells, groupsOf } from './finding-rows.ts';
import { count, row, table } from './markdown.ts';
import { bytesOf, within } from './rows.ts';
import { brokenTools, remarks, toolTable, verdictSigns } from './tool-rows.ts';

/** Bytes; the runner shows a step nothing of a summary above 1 MiB, and another part may come before this one. */
export const summaryLimit = 1_000_000;

const listed = 10;
/** For the lines that say how much was left out. */
const spare = 500;

/** Markdown of at most `limit` bytes, which is to be 64 kB at least; cut between two rows, with the number of the rest. */
export function findingsMarkdown(action: string, outcome: Assembled, limit = summaryLimit): string {
  const present = outcome.findings.filter(({ baselineState }) => baselineState !== 'absent').toSorted(byRank);
  const [blocking, rest] = [present.filter(({ gate }) => gate.blocking), present.filter(({ gate }) => !gate.blocking)];
  const groups = groupsOf(blocking);
  const head = [
    `## ${titleOf(outcome, blocking.length)} · ${action}`,
    '',
    ...headline(outcome, groups.length),
    '',
  ].join('\n');
  // Each takes an eighth at most, so that half of it is left for findings whatever the tools say.
  const share = limit / 8;
  const broken = section('### What could not be checked', brokenTools(outcome.tools), share);
  const tools = [toolTable(outcome, share), ...aside(outcome, share)].join('\n');
  const room = limit - bytesOf(head + broken + tools) - spare;
  const wall = blockingSection(groups, room);
  const first = outcome.verdict === 'findings' ? [wall, broken] : [broken, wall];
  return [head, ...first, tools, restSection(rest, room - bytesOf(wall))].filter((part) => part !== '').join('\n');
}

function titleOf({ verdict }: Assembled, blocking: number): string {
  if (verdict !== 'findings') return verdictSigns[verdict];
  return `⛔ ${blocking === 1 ? '1 finding blocks' : `${count(blocking)} findings block`}`;
}

/** The reason of a gate that has findings is its title. */
function headline({ counts, reason, verdict }: Assembled, changes: number): readonly string[] {
  const { total, blocking, known, suppressed } = counts;
  const numbers = [
    `**${count(total)}** ${total === 1 ? 'finding' : 'findings'}`,
    ...(blocking > 0
      ? [`**${count(blocking)}** blocking, ${changes === 1 ? '1 change' : `${count(changes)} changes`} to make`]
      : []),
    ...(known > 0 ? [`**${count(known)}** known from the baseline`] : []),
    ...(suppressed > 0 ? [`**${count(suppressed)}** suppressed`] : []),
  ];
  const why = verdict === 'error' || verdict === 'not-run' ? [`**Why:** ${cell(reason, 1000)}`, ''] : [];
  return [...why, numbers.join(' · ')];
}

function section(title: string, lines: readonly string[], room: number): string {
  if (lines.length === 0) return '';
  const { rows, left } = within(lines, room, (line) => line);
  return [title, '', ...rows, ...(left > 0 ? [`- and ${count(left)} more`] : []), ''].join('\n');
}

/** The reason stands once above the table where it is the same for all, which it mostly is. */
function blockingSection(blocking: readonly (readonly Finding[])[], room: number): string {
  if (blocking.length === 0) return '';
  const reasons = new Set(blocking.map(([first]) => first?.gate.reason));
  const [common] = reasons;
  const shared = reasons.size === 1 && common !== undefined;
  const intro = shared ? [`Each blocks because ${cell(common, 1000)}.`, ''] : [];
  const head = ['', 'what', 'where', 'smallest fix', ...(shared ? [] : ['why it blocks'])];
  const cellsOf = (group: readonly Finding[]) =>
    shared ? cells(group) : [...cells(group), cell(group[0]?.gate.reason ?? '')];
  return fitted(['### What blocks', '', ...intro], head, blocking, cellsOf, room);
}

function restSection(rest: readonly Finding[], room: number): string {
  if (rest.length === 0) return '';
  const cellsOf = (group: readonly Finding[]) => [...cells(group), stateOf(group)];
  const head = [
    '<details>',
    `<summary>${count(rest.length)} that ${rest.length === 1 ? 'does' : 'do'} not block</summary>`,
    '',
  ];
  const columns = ['', 'what', 'where', 'smallest fix', 'why it does not block'];
  return `${fitted(head, columns, groupsOf(rest), cellsOf, room)}\n</details>\n`;
}

function stateOf(group: readonly Finding[]): string {
  const [first] = group;
  const suppression = first && isSuppressed(first) ? first.suppression : undefined;
  if (suppression === undefined) return cell(first?.gate.reason ?? '');
  const until = suppression.expires === undefined ? '' : `, until ${cell(suppression.expires, 20)}`;
  const owner = suppression.owner === undefined ? '' : `, ${cell(suppression.owner, 100)}`;
  return `suppressed by ${cell(suppression.origin, 200)}${owner}${until}: ${cell(suppression.justification || 'no reason given')}`;
}

type Group = readonly Finding[];

function fitted(
  before: readonly string[],
  head: readonly string[],
  groups: readonly Group[],
  cellsOf: (group: Group) => readonly string[],
  room: number,
): string {
  const intro = [...before, table(head, [])].join('\n');
  const { rows } = within(groups, room - bytesOf(intro), (group) => row(cellsOf(group)));
  const left = groups.slice(rows.length).reduce((sum, group) => sum + group.length, 0);
  const more = left === 0 ? [] : ['', `and ${count(left)} more: the output \`findings\` names a file with all of them`];
  return [intro, ...rows, ...more, ''].join('\n');
}

/** What became of baseline and suppressions, and the tools' remarks. */
function aside({ absent, stale, tools }: Assembled, room: number): readonly string[] {
  const gone = absent.map(({ tool, rule, path = '' }) => `- ${cell(tool, 100)} ${cell(rule, 100)} ${cell(path)}`);
  const old = stale.map(({ origin, expires, justification }) => {
    const ended = expires === undefined ? 'suppresses nothing' : `was to end on ${cell(expires, 20)}`;
    return `- ${cell(origin, 200)} ${ended}: ${cell(justification || 'no reason given')}`;
  });
  const parts = [
    ['No longer found: to be taken out of the baseline', gone],
    ['Suppressions that are over: to be taken out or renewed', old],
    ['Remarks of the tools', remarks(tools)],
  ] as const;
  return parts
    .filter(([, all]) => all.length > 0)
    .map(([title, all]) => {
      const left = all.length - listed;
      const lines = [...all.slice(0, listed), ...(left > 0 ? [`- and ${count(left)} more`] : [])];
      return section(`**${title}** (${count(all.length)})`, lines, room / 3);
    });
}
