/** The step summary of a gate: its verdict, what blocks and what to do, then the tools, then everything else. */

import type { Assembled } from '../findings/assemble.ts';
import type { Finding } from '../findings/model.ts';
import { byRank, isSuppressed } from '../findings/rank.ts';
import { cell, cells, groupsOf } from './finding-rows.ts';
import { count, table } from './markdown.ts';
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
  const blocking = present.filter(({ gate }) => gate.blocking);
  const head = [`## ${titleOf(outcome, blocking.length)} · ${action}`, '', headline(outcome), ''].join('\n');
  const tools = ['### Tools', '', toolTable(outcome), '', ...aside(outcome)].join('\n');
  const broken = section('### What keeps it from an answer', brokenTools(outcome.tools));
  const fixed = bytesOf(head + tools + broken) + spare;
  const wall = blockingSection(blocking, limit - fixed);
  const rest = restSection(
    present.filter(({ gate }) => !gate.blocking),
    limit - fixed - bytesOf(wall),
  );
  return [head, broken, wall, tools, rest].filter((part) => part !== '').join('\n');
}

function titleOf({ verdict }: Assembled, blocking: number): string {
  if (verdict !== 'findings') return verdictSigns[verdict];
  return `⛔ ${count(blocking)} ${blocking === 1 ? 'finding blocks' : 'findings block'}`;
}

function headline({ findings, reason, verdict }: Assembled): string {
  const { total, blocking, known, suppressed } = countsOf(findings);
  const numbers = [
    `**${count(total)} ${total === 1 ? 'finding' : 'findings'}**`,
    `${count(blocking)} blocking`,
    `${count(known)} known from the baseline`,
    `${count(suppressed)} suppressed`,
  ];
  return verdict === 'passed' ? numbers.join(' · ') : `**Why:** ${cell(reason, 1000)}\n\n${numbers.join(' · ')}`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, '', ...lines, ''].join('\n');
}

/** The reason stands once above the table where it is the same for all, which it mostly is. */
function blockingSection(blocking: readonly Finding[], room: number): string {
  if (blocking.length === 0) return '';
  const reasons = new Set(blocking.map(({ gate }) => gate.reason));
  const [common] = reasons;
  const shared = reasons.size === 1 && common !== undefined;
  const intro = shared ? [`Each blocks because ${cell(common, 1000)}.`, ''] : [];
  const head = ['', 'what', 'where', 'smallest fix', ...(shared ? [] : ['why it blocks'])];
  const groups = groupsOf(blocking).map((group) => ({
    size: group.length,
    cells: shared ? cells(group) : [...cells(group), cell(group[0]?.gate.reason ?? '')],
  }));
  return fitted(['### What blocks', '', ...intro], head, groups, room);
}

function restSection(rest: readonly Finding[], room: number): string {
  if (rest.length === 0) return '';
  const groups = groupsOf(rest).map((group) => ({ size: group.length, cells: [...cells(group), stateOf(group)] }));
  const head = [
    '<details>',
    `<summary>${count(rest.length)} that ${rest.length === 1 ? 'does' : 'do'} not block</summary>`,
    '',
  ];
  return `${fitted(head, ['', 'what', 'where', 'smallest fix', 'why it does not block'], groups, room)}\n</details>\n`;
}

function stateOf(group: readonly Finding[]): string {
  const [first] = group;
  const suppression = first && isSuppressed(first) ? first.suppression : undefined;
  if (suppression === undefined) return cell(first?.gate.reason ?? '');
  const until = suppression.expires === undefined ? '' : `, until ${cell(suppression.expires, 20)}`;
  const owner = suppression.owner === undefined ? '' : `, ${cell(suppression.owner, 100)}`;
  return `suppressed by ${cell(suppression.origin, 200)}${owner}${until}: ${cell(suppression.justification || 'no reason given')}`;
}

interface Row {
  /** Findings in it. */
  readonly size: number;
  readonly cells: readonly string[];
}

function fitted(before: readonly string[], head: readonly string[], groups: readonly Row[], room: number): string {
  const intro = [...before, table(head, [])].join('\n');
  const { rows, left } = within(
    groups.map((group) => `| ${group.cells.join(' | ')} |`),
    room - bytesOf(intro),
  );
  const findings = groups.slice(rows.length).reduce((sum, { size }) => sum + size, 0);
  const more =
    left === 0 ? [] : ['', `and ${count(findings)} more: the output \`findings\` names a file with all of them`];
  return [intro, ...rows, ...more, ''].join('\n');
}

/** What became of baseline and suppressions, and the tools' remarks. */
function aside({ absent, stale, tools }: Assembled): readonly string[] {
  const gone = absent
    .slice(0, listed)
    .map(({ tool, rule, path }) => `- ${cell(tool, 100)} ${cell(rule, 100)} ${cell(path ?? '')}`);
  const old = stale.slice(0, listed).map(({ origin, expires, justification }) => {
    const ended = expires === undefined ? 'suppresses nothing' : `was to end on ${cell(expires, 20)}`;
    return `- ${cell(origin, 200)} ${ended}: ${cell(justification || 'no reason given')}`;
  });
  return [
    ...counted('of the baseline no longer found: take them out of it', absent.length, gone),
    ...counted('to be taken out or renewed among the suppressions', stale.length, old),
    ...remarks(tools),
    '',
  ];
}

function counted(what: string, total: number, lines: readonly string[]): readonly string[] {
  if (total === 0) return [];
  const more = total > lines.length ? [`- and ${count(total - lines.length)} more`] : [];
  return [`**${count(total)}** ${what}`, '', ...lines, ...more, ''];
}
