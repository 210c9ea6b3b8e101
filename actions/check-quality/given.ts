/** The reports that were made elsewhere: lines of `tool=path`, each one file or many. */
import { globSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { ReaderId } from '../../shared/findings/readers/reader.ts';
import type { ReportLine } from './inputs.ts';

export interface GivenReport {
  readonly id: ReaderId;
  /** As it was asked for, relative to the workspace. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Absolute paths of its files beside, by the readers' names for them. */
  readonly beside: Readonly<Record<string, string>>;
  /** Why there is nothing to read. */
  readonly problem?: string;
}

/** Every line's files; a line that matches nothing becomes one report with a problem. */
export function givenReports(lines: readonly ReportLine[], workspace: string): readonly GivenReport[] {
  const [logs, reports] = [true, false].map((isLog) =>
    lines.filter(({ log }) => log === isLog).flatMap((line) => filesOf(line, workspace)),
  );
  const ids = new Set((logs ?? []).map(({ id }) => id));
  const rest = (reports ?? []).filter(({ id }) => !ids.has(id));
  const paired = [...ids].flatMap((id) => {
    const mine = (all: readonly GivenReport[] = []) => all.filter((one) => one.id === id);
    return withLogs(id, mine(reports), mine(logs));
  });
  return [...rest, ...paired];
}

/** The nth log is that of the nth report: one log for two reports would vouch for a report that it does not speak of. */
function withLogs(id: ReaderId, reports: readonly GivenReport[], logs: readonly GivenReport[]): readonly GivenReport[] {
  const gone = logs.find(({ problem }) => problem !== undefined);
  const problem =
    gone !== undefined
      ? `its log ${JSON.stringify(gone.name)}: ${gone.problem}`
      : `there are ${logs.length} logs for ${reports.length} reports of ${id}; each report needs its own, in the same order`;
  if (reports.length === 0) return logs.map((log) => ({ ...log, problem: `${id}-log has no ${id} report with it` }));
  const fits = gone === undefined && logs.length === reports.length;
  return reports.map((report, index) => {
    if (!fits) return { ...report, problem: report.problem ?? problem };
    return { ...report, beside: { [`${id}-log`]: logs[index]?.path ?? '' } };
  });
}

function filesOf({ id, pattern }: ReportLine, workspace: string): readonly GivenReport[] {
  const found = matches(pattern, workspace);
  if (found.length === 0) return [{ id, name: pattern, path: '', beside: {}, problem: 'no such file' }];
  return found.map((name) => ({ id, name, path: absolute(name, workspace), beside: {} }));
}

/** A name that exists is meant as it stands, even with brackets in it. */
function matches(pattern: string, workspace: string): readonly string[] {
  if (isFile(absolute(pattern, workspace))) return [pattern];
  if (!/[*?[{]/.test(pattern)) return [];
  return globSync(pattern, { cwd: workspace })
    .filter((name) => isFile(absolute(name, workspace)))
    .sort();
}

const absolute = (path: string, workspace: string) => (isAbsolute(path) ? path : join(workspace, path));

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // Not there, or not for us, or a link that leads to itself.
    return false;
  }
}
