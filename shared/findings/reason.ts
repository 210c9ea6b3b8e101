/** Why the whole gate has its verdict, in one sentence. */
import type { GateVerdict } from './model.ts';
import type { ToolResult } from './tool-results.ts';

/** As many tools as a sentence bears. */
const named = 3;

export function reasonOf(verdict: GateVerdict, tools: readonly ToolResult[]): string {
  if (tools.length === 0) return 'nothing was asked for: no tool fits the workspace, and no report was given';
  const counted = tools.filter(({ waived }) => !waived);
  if (counted.length === 0) return 'no tool ran: all are optional, and none could run';
  const own = counted.filter((tool) => tool.verdict === verdict);
  if (verdict === 'passed') return `nothing blocks in what ${listed(own.map(({ tool }) => tool.name))} looked at`;
  return listed(
    own.map(({ tool, report, reason }) => `${nameOf(tool.name, report)}: ${reason}`),
    '; ',
  );
}

function nameOf(tool: string, report: string | null): string {
  return report === null || report === tool ? tool : `${tool} (${report})`;
}

function listed(texts: readonly string[], separator = ', '): string {
  const all = [...new Set(texts)];
  const more = all.length - named;
  return [...all.slice(0, named), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}
