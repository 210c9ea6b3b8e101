/** What each tool looked at and what it says of itself, as Markdown. */

import type { Assembled } from '../findings/assemble.ts';
import type { GateVerdict } from '../findings/model.ts';
import type { ToolResult } from '../findings/tool-results.ts';
import { cell } from './finding-rows.ts';
import { count, table } from './markdown.ts';

export const verdictSigns: Readonly<Record<GateVerdict, string>> = {
  error: '❌ error',
  findings: '⛔ findings',
  'not-run': '⚠️ not run',
  passed: '✅ passed',
};

/** More tools, or messages of one, than anybody has; a summary stays readable even so. */
const most = { tools: 50, messages: 5 };

export function toolTable({ tools, findings }: Assembled): string {
  const found = Map.groupBy(findings, ({ tool }) => tool.name);
  const rows = tools
    .slice(0, most.tools)
    .map(({ tool, verdict, scanned, skipped, seconds }) => [
      cell(tool.name, 100),
      tool.version === null ? '–' : cell(tool.version, 100),
      verdictSigns[verdict],
      count(found.get(tool.name)?.length ?? 0),
      scanned === null ? '–' : count(scanned),
      skipped.length === 0 ? '–' : count(skipped.length),
      seconds === undefined ? '–' : `${seconds.toFixed(1)} s`,
    ]);
  const text = table(['tool', 'version', 'verdict', 'findings', 'looked at', 'left out', 'took'], rows);
  const more = tools.length - rows.length;
  return more > 0 ? `${text}\n\nand ${count(more)} more tools` : text;
}

/** Why a tool is no answer, with its own words; a list item each. */
export function brokenTools(tools: readonly ToolResult[]): readonly string[] {
  const broken = tools.filter(({ verdict }) => verdict === 'error' || verdict === 'not-run');
  return broken.slice(0, most.tools).map(({ tool, verdict, reason, errors, skipped }) => {
    const said = [...errors, ...skipped.map((text) => `left out: ${text}`)].filter((text) => text !== reason);
    const more = said.length - most.messages;
    const lines = [
      ...said.slice(0, most.messages).map((text) => cell(text)),
      ...(more > 0 ? [`and ${more} more`] : []),
    ];
    return [
      `- ${verdictSigns[verdict]}: **${cell(tool.name, 100)}** ${cell(reason)}`,
      ...lines.map((line) => `  - ${line}`),
    ].join('\n');
  });
}

/** What the tools remarked that has no weight; a list item each. */
export function remarks(tools: readonly ToolResult[]): readonly string[] {
  return tools.slice(0, most.tools).flatMap(({ tool, notes }) => {
    const more = notes.length - most.messages;
    const said = notes.slice(0, most.messages).map((note) => `- ${cell(tool.name, 100)}: ${cell(note)}`);
    return more > 0 ? [...said, `- ${cell(tool.name, 100)}: and ${more} more`] : said;
  });
}
