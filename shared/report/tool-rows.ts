/** What each tool looked at and what it says of itself, as Markdown. */

import type { Assembled } from '../findings/assemble.ts';
import type { GateVerdict } from '../findings/model.ts';
import { labelOf, type ToolResult } from '../findings/tool-results.ts';
import { cell } from './finding-rows.ts';
import { count, row, table } from './markdown.ts';
import { within } from './rows.ts';

export const verdictSigns: Readonly<Record<GateVerdict, string>> = {
  error: '❌ error',
  findings: '⛔ findings',
  'not-run': '⚠️ not run',
  passed: '✅ passed',
};

/** Of a tool; a summary stays readable whatever it says. */
const messages = 5;

/** @param room in bytes */
export function toolTable({ tools }: Assembled, room: number): string {
  const { rows, left } = within(tools, room, rowOf);
  const head = table(['tool', 'version', 'verdict', 'findings', 'looked at', 'left out', 'took'], []);
  return ['### Tools', '', head, ...rows, ...(left > 0 ? ['', `and ${count(left)} more tools`] : []), ''].join('\n');
}

function rowOf({ tool, report, verdict, waived, findings, scanned, skipped, seconds }: ToolResult): string {
  const file = report === null || report === tool.name ? '' : `<br><code>${cell(report, 200)}</code>`;
  const cells = [
    `${cell(tool.name, 100)}${file}`,
    tool.version === null ? '–' : cell(tool.version, 100),
    waived ? `➖ ${verdict === 'error' ? 'failed' : 'not run'}, optional` : verdictSigns[verdict],
    count(findings),
    scanned === null ? '–' : count(scanned),
    skipped.length === 0 ? '–' : count(skipped.length),
    seconds === null ? '–' : `${seconds.toFixed(1)} s`,
  ];
  return row(cells);
}

/** Why a tool is no answer, with its own words; a list item each. */
export function brokenTools(tools: readonly ToolResult[]): readonly string[] {
  const broken = tools.filter(({ verdict, waived }) => !waived && (verdict === 'error' || verdict === 'not-run'));
  return broken.map((one) => {
    const { verdict, reason, errors, skipped } = one;
    const said = [...errors, ...skipped.map((text) => `left out: ${text}`)].filter((text) => text !== reason);
    const more = said.length - messages;
    const lines = [
      ...said.slice(0, messages).map((text) => cell(text)),
      ...(more > 0 ? [`and ${count(more)} more`] : []),
    ];
    const title = `- ${verdictSigns[verdict]}: **${cell(labelOf(one))}** ${cell(reason)}`;
    return [title, ...lines.map((line) => `  - ${line}`)].join('\n');
  });
}

/** What the tools remarked that has no weight, and why optional ones saw nothing; a list item each. */
export function remarks(tools: readonly ToolResult[]): readonly string[] {
  return tools.flatMap((one) =>
    [...(one.waived ? [one.reason] : []), ...one.notes].map((note) => `- ${cell(labelOf(one))}: ${cell(note)}`),
  );
}
