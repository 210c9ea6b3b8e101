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
  const logs = lines.filter(({ log }) => log);
  const reports = lines.filter(({ log }) => !log).flatMap((line) => filesOf(line, workspace));
  const withLogs = reports.map((report) => ({ ...report, beside: besideOf(report.id, logs, workspace) }));
  const alone = logs.filter(({ id }) => !reports.some((report) => report.id === id));
  return [
    ...withLogs,
    ...alone.map(({ id, pattern }) => missing(id, pattern, `${id}-log has no ${id} report with it`)),
  ];
}

function filesOf({ id, pattern }: ReportLine, workspace: string): readonly GivenReport[] {
  const found = matches(pattern, workspace);
  if (found.length === 0) return [missing(id, pattern, 'no such file')];
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

function besideOf(id: ReaderId, logs: readonly ReportLine[], workspace: string): Readonly<Record<string, string>> {
  const mine = logs.filter((line) => line.id === id).map(({ pattern }) => absolute(pattern, workspace));
  const [log] = mine.filter(isFile);
  return log === undefined ? {} : { [`${id}-log`]: log };
}

function missing(id: ReaderId, pattern: string, problem: string): GivenReport {
  return { id, name: pattern, path: '', beside: {}, problem };
}

const absolute = (path: string, workspace: string) => (isAbsolute(path) ? path : join(workspace, path));

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
