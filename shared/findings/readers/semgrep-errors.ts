/** What Semgrep says about itself: broken rules, files that it could not read, files that it left out. */
import { place } from './place.ts';
import { line } from './redact.ts';
import { type Fields, isList, list, need, text } from './shape.ts';

export interface Trouble {
  readonly errors: readonly string[];
  readonly skipped: readonly string[];
  readonly notes: readonly string[];
  /** Files that are listed as scanned, and were not. */
  readonly unread: number;
}

interface Draftable {
  errors: string[];
  skipped: string[];
  notes: string[];
}

/** Of the target, not of rules or configuration, whatever level they have. */
const ofTarget = /syntax error|lexical error|timeout|out ?of ?memory|stack ?overflow|too ?many ?matches|ast ?builder/i;
const wholeFile = /syntax error|lexical error/i;
/** Files that were asked for and failed; the other reasons are choices of the user. */
const failed = /^(analysis_failed|insufficient_permissions|nonexistent|too_many_matches)/;

export function troubleOf(
  entries: readonly unknown[],
  paths: Fields,
  skippedRules: readonly unknown[],
  workspace: string,
): Trouble {
  const told: Draftable = { errors: [], skipped: [], notes: [] };
  const named = new Set<string>();
  let unread = 0;
  for (const entry of entries) {
    const error = need(entry);
    const path = text(error['path']);
    if (path !== undefined) named.add(path);
    if (wholeFile.test(typeOf(error))) unread += 1;
    told[weigh(error)].push(describe(error, workspace));
  }
  if (skippedRules.length > 0) told.skipped.push(`${skippedRules.length} rules were left out`);
  leftOut(list(paths['skipped']), named, workspace, told);
  return { ...told, unread };
}

function weigh(error: Fields): keyof Draftable {
  const type = typeOf(error);
  // The rest of the file was scanned.
  if (type === 'PartialParsing') return 'notes';
  if (ofTarget.test(type) || type === 'IncompatibleRule' || type === 'MissingPlugin') return 'skipped';
  const level = text(error['level']);
  if (level === 'info') return 'notes';
  if (level === 'warn') return text(error['path']) === undefined ? 'notes' : 'skipped';
  return 'errors';
}

/** A name alone, or a list with the name first. */
function typeOf(error: Fields): string {
  const { type } = error;
  return text(isList(type) ? type[0] : type) ?? 'error';
}

/** Messages about targets quote them, up to the whole file: those are told in our own words. */
function describe(error: Fields, workspace: string): string {
  const path = text(error['path']);
  const rule = text(error['rule_id']);
  const of = rule === undefined ? '' : ` (rule ${rule})`;
  if (path !== undefined) return `${place(path, workspace).path}: ${line(typeOf(error))}${of}`;
  if (rule !== undefined) return `${line(typeOf(error))}${of}`;
  return line(text(error['message']) ?? typeOf(error));
}

/** With `--verbose` the report lists what was left out, and why. */
function leftOut(entries: readonly unknown[], named: ReadonlySet<string>, workspace: string, told: Draftable): void {
  let chosen = 0;
  for (const entry of entries) {
    const skip = need(entry);
    const path = text(skip['path']) ?? '';
    const reason = text(skip['reason']) ?? '';
    if (!failed.test(reason)) chosen += 1;
    else if (!named.has(path))
      told.skipped.push(`${place(path, workspace).path}: ${line(reason.replaceAll('_', ' '))}`);
  }
  if (chosen > 0) told.notes.push(`${chosen} files left out by choice, size or kind`);
}
