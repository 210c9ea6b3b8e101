/** Every report as a reading, or why there is none. */
import { readFileSync, statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { Host } from '../../shared/action/host.ts';
import type { Outcome } from '../../shared/findings/gate.ts';
import type { Draft } from '../../shared/findings/model.ts';
import { readers } from '../../shared/findings/readers/all.ts';
import { type ReaderId, ReportError } from '../../shared/findings/readers/reader.ts';
import { type Report, secretsOf } from '../../shared/findings/tool-results.ts';
import { readReport } from '../../shared/tools/read-report.ts';
import type { Ran } from '../../shared/tools/tool.ts';
import type { GivenReport } from './given.ts';

/** Where a report is, or what became of it. */
export interface Source {
  readonly id: ReaderId;
  /** As people know it; null where the tool ran here. */
  readonly name: string | null;
  /** Absolute; undefined with a failure. */
  readonly path?: string;
  readonly beside: Readonly<Record<string, string>>;
  readonly failure?: Exclude<Outcome, { readonly kind: 'read' }>;
  readonly version?: string | null;
  readonly seconds?: number;
  readonly skipped?: readonly string[];
  readonly notes?: readonly string[];
  /** The lock or requirements file that the tool ran on; its report has no word on it. */
  readonly manifest?: string;
}

export function sourceOfRan({ target, report, failure, ...ran }: Ran): Source {
  const manifest = target === undefined ? {} : { manifest: target };
  const common = { ...ran, name: target ?? null, ...manifest };
  if (failure) return { ...common, failure };
  return report === null
    ? { ...common, failure: { kind: 'failed', message: 'it left no report' } }
    : { ...common, path: report };
}

export function sourceOfGiven({ id, name, path, beside, problem }: GivenReport): Source {
  if (problem !== undefined) return { id, name, beside, failure: { kind: 'unreadable', message: problem } };
  return { id, name, path, beside };
}

/** Bytes of a report that is large. */
const large = 30_000_000;

/** One after the other, because each may be large. */
export async function readAll(sources: readonly Source[], workspace: string): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const source of sources) {
    const { id, name, seconds } = source;
    const outcome = await outcomeOf(source, workspace);
    reports.push({ id, path: name, outcome, ...(seconds === undefined ? {} : { seconds }) });
  }
  return reports;
}

async function outcomeOf(
  { id, path, beside, failure, version, skipped = [], notes = [], manifest }: Source,
  workspace: string,
): Promise<Outcome> {
  if (failure) return failure;
  if (path === undefined) return { kind: 'unreadable', message: 'there is no report' };
  try {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > large) spareMemory();
    const context = { workspace, beside: (name: string) => textOf(beside[name]) };
    const reading = await readReport(path, readers[id], context);
    const tool = { ...reading.tool, version: reading.tool.version ?? version ?? null };
    const drafts = manifest === undefined ? reading.drafts : reading.drafts.map((draft) => broughtBy(manifest, draft));
    const more = { skipped: [...reading.skipped, ...skipped], notes: [...reading.notes, ...notes] };
    return { kind: 'read', reading: { ...reading, tool, drafts, ...more } };
  } catch (error) {
    if (error instanceof ReportError) return { kind: 'unreadable', message: error.message };
    // What was thrown may quote the report, and with it a secret.
    const name = error instanceof Error ? error.name : typeof error;
    return { kind: 'unreadable', message: `it could not be read because of a bug of ours (${name}); please report it` };
  }
}

/** Else the same package in two folders would be one finding, and a baseline of the one would hide the other. */
function broughtBy(manifest: string, draft: Draft): Draft {
  if (draft.package === undefined || draft.package.path !== undefined) return draft;
  return { ...draft, package: { ...draft.package, path: manifest } };
}

/** New objects get no more room than they have: what Node would give them is a fifth of what a large report needs. */
function spareMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

function textOf(path: string | undefined): string | undefined {
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}

/** Before anything of a report is printed. */
export function mask(host: Host, reports: readonly Report[]): void {
  for (const value of new Set(reports.flatMap(secretsOf))) host.mask(value);
}
