/** What is said of each report and of the tool that made it. */
import { type Clean, cleanTool } from './clean.ts';
import { type GateSettings, judgeReport, type Outcome } from './gate.ts';
import type { Benchmark, Finding, GateVerdict, Tool } from './model.ts';
import type { ReaderId } from './readers/reader.ts';
import type { Tally } from './tally.ts';

/** One report, or a tool that should have made one. */
export interface Report {
  readonly id: ReaderId;
  /** Its path as given; null where there is none. */
  readonly path: string | null;
  readonly outcome: Outcome;
  /** How long the tool ran; undefined for a report that was made elsewhere. */
  readonly seconds?: number;
}

/** In clear: to be masked before anything is printed, and taken out of every text. */
export function secretsOf({ outcome }: Report): string[] {
  if (outcome.kind !== 'read') return [];
  const { secrets, drafts } = outcome.reading;
  return [...secrets, ...drafts.flatMap(({ secret }) => secret ?? [])];
}

export interface ToolResult {
  readonly id: ReaderId;
  readonly tool: Tool;
  readonly report: string | null;
  readonly verdict: GateVerdict;
  /** In words; empty where it passed. */
  readonly reason: string;
  /** It saw nothing, and it need not. */
  readonly waived: boolean;
  readonly scanned: number | null;
  readonly skipped: readonly string[];
  readonly errors: readonly string[];
  readonly notes: readonly string[];
  /** Those that it said, alone or with others. */
  readonly findings: number;
  readonly blocking: number;
  /** How long it ran; null where its report was made elsewhere. */
  readonly seconds: number | null;
  readonly benchmarks?: readonly Benchmark[];
}

const keyOf = (tool: Tool, report: string) => JSON.stringify([tool.name, report]);

/** In the order of the reports. */
export function toolResults(
  reports: readonly Report[],
  findings: readonly Finding[],
  settings: GateSettings,
  clean: Clean,
): ToolResult[] {
  const all = new Map<string, { findings: number; blocking: number }>();
  for (const { witnesses, gate } of findings) {
    for (const key of new Set(witnesses.map(({ report, tool }) => keyOf(tool, report)))) {
      const numbers = all.get(key) ?? { findings: 0, blocking: 0 };
      all.set(key, numbers);
      numbers.findings += 1;
      numbers.blocking += Number(gate.blocking);
    }
  }
  return reports.map((report) => {
    const named = report.outcome.kind === 'read' ? report.outcome.reading.tool : { name: report.id, version: null };
    const [tool, path] = [cleanTool(named, clean), clean(report.path ?? report.id, 'name')];
    const numbers = all.get(keyOf(tool, path)) ?? { findings: 0, blocking: 0 };
    return { ...toolResult(report, numbers.blocking, settings, clean), ...numbers, tool };
  });
}

function toolResult(
  { id, path, outcome, seconds }: Report,
  blocking: number,
  { optional }: GateSettings,
  clean: Clean,
): Omit<ToolResult, 'tool' | 'findings' | 'blocking'> {
  const { reason, ...judged } = judgeReport(outcome, blocking, optional.includes(id));
  const texts = (list: readonly string[] | undefined) => (list ?? []).map((text) => clean(text));
  const reading = outcome.kind === 'read' ? outcome.reading : undefined;
  return {
    id,
    report: path === null ? null : clean(path, 'name'),
    ...judged,
    reason: clean(reason),
    scanned: reading?.scanned ?? null,
    skipped: texts(reading?.skipped),
    errors: texts(reading?.errors),
    notes: texts(reading?.notes),
    seconds: seconds ?? null,
    ...(reading?.benchmarks === undefined ? {} : { benchmarks: reading.benchmarks }),
  };
}

/** The tool and, where that is not the same, its report: one tool may have many. */
export function labelOf({ tool, report }: Pick<ToolResult, 'tool' | 'report'>): string {
  return report === null || report === tool.name ? tool.name : `${tool.name} (${report})`;
}

/** It looked at all that it was asked to. */
export const ranWhole = ({ verdict }: ToolResult) => verdict === 'passed' || verdict === 'findings';

/** One sentence on the whole: what it is that makes it no `passed`, or that nothing does. */
export function reasonOf(verdict: GateVerdict, tools: readonly ToolResult[], { blocking, total }: Tally): string {
  const findings = (count: number) => (count === 1 ? '1 finding' : `${count} findings`);
  if (verdict === 'passed') return total === 0 ? 'nothing was found' : `none of ${findings(total)} blocks`;
  if (verdict === 'findings') return `${findings(blocking)} of ${total} ${blocking === 1 ? 'blocks' : 'block'}`;
  const own = tools.filter((one) => one.verdict === verdict && !one.waived);
  if (own.length === 0) return tools.length === 0 ? 'no tool ran and no report was given' : 'no tool ran';
  const more = own.length === 1 ? '' : ` (and ${own.length - 1} more)`;
  return own
    .slice(0, 1)
    .map((one) => `${labelOf(one)}: ${one.reason}${more}`)
    .join('');
}
