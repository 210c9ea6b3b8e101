/** TruffleHog's log, one JSON object a line on its standard error: the only thing that tells a clean target from none. */
import { line } from './redact.ts';
import { type Fields, fields, list, number, text } from './shape.ts';

/** What it says about the run. */
export interface Account {
  readonly version: string | null;
  /** Chunks, which are pieces of files; null where it does not say. */
  readonly scanned: number | null;
  /** Secrets that it counted, after its own filter and de-duplication. */
  readonly counted: number;
  readonly skipped: readonly string[];
  readonly errors: readonly string[];
}

export function isLogEntry(value: unknown): value is Fields {
  const { level, msg } = fields(value);
  return typeof level === 'string' && typeof msg === 'string';
}

/** What is not an entry, such as a banner, is passed over. */
export function readEntries(log: string): readonly Fields[] {
  return log.split('\n').flatMap((entry) => {
    try {
      const value: unknown = JSON.parse(entry);
      return isLogEntry(value) ? [value] : [];
    } catch {
      return [];
    }
  });
}

/** Of the lines of one or more runs. */
export function accountOf(entries: readonly Fields[]): Account {
  const ends = entries.filter(({ msg }) => msg === 'finished scanning');
  const sum = (name: string) => ends.reduce((total, end) => total + (number(end[name]) ?? 0), 0);
  const version = text(ends.at(-1)?.['trufflehog_version']);
  return {
    version: version === undefined ? null : line(version, 40),
    scanned: ends.length > 0 ? sum('chunks') : null,
    counted: sum('verified_secrets') + sum('unverified_secrets'),
    skipped: [...emptyRuns(ends), ...unread(entries)],
    errors: entries
      .filter(({ level }) => /^(fatal|d?panic)/.test(String(level)))
      .map(({ msg }) => `TruffleHog stopped: ${line(String(msg))}`),
  };
}

function emptyRuns(ends: readonly Fields[]): readonly string[] {
  if (ends.length === 0) return ["TruffleHog's log does not say that it finished scanning"];
  const nothing = ends.some(({ chunks, bytes }) => !((number(chunks) ?? 0) > 0 && (number(bytes) ?? 0) > 0));
  return nothing ? ['TruffleHog scanned nothing: 0 chunks or 0 bytes'] : [];
}

/** Only their number: the messages quote paths and addresses, which can carry credentials. */
function unread(entries: readonly Fields[]): readonly string[] {
  const count = entries
    .filter(({ level }) => level === 'error')
    .reduce((total, { errors }) => total + Math.max(1, list(errors).length), 0);
  return count > 0 ? [`TruffleHog could not read all: ${count} errors in its log`] : [];
}
