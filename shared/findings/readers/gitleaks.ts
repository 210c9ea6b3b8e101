/** gitleaks' JSON: an array of secrets, empty for a clean tree and for an empty one. */
import type { Draft, Location } from '../model.ts';
import { foreign } from './guess.ts';
import { commitOf, leak, secretOf, titleOf } from './leak.ts';
import { place } from './place.ts';
import type { ReadContext, Reader } from './reader.ts';
import { line } from './redact.ts';
import { type Fields, given, isList, need, needText, whole } from './shape.ts';

export const gitleaks: Reader = {
  id: 'gitleaks',
  format: 'json',
  each: ['$.*'],
  begin(context) {
    const drafts: Draft[] = [];
    const secrets = new Set<string>();
    return {
      item(value, pointer) {
        const found = need(value);
        drafts.push(draftOf(found, pointer, context));
        const secret = shownOf(found);
        if (secret !== undefined) secrets.add(secret.text);
      },
      end(document) {
        if (!isList(document)) throw foreign(document);
        const { skipped, notes } = completeness(context.beside('gitleaks-log'));
        const tool = { name: 'gitleaks', version: null };
        return { tool, drafts, scanned: null, skipped, errors: [], notes, secrets: [...secrets] };
      },
    };
  },
};

/** Of `Match`, `Secret`, `Author`, `Email`, `Message` and `Description` nothing goes further. */
function draftOf(found: Fields, pointer: string, context: ReadContext): Draft {
  const rule = line(needText(found['RuleID'], 'RuleID'), 100);
  const secret = shownOf(found);
  return leak({
    rule: { id: rule },
    title: titleOf(rule),
    message: `gitleaks saw it; it does not try whether it works.${commitOf(found['Commit'])}`,
    verification: 'not-attempted',
    location: locationOf(found, context),
    pointer,
    ...given({ secret: secret?.complete ? secret.text : undefined }),
  });
}

/** Without columns: from the second line on gitleaks counts the line break before as one. */
function locationOf(found: Fields, { workspace }: ReadContext): Location {
  const [startLine, endLine] = [whole(found['StartLine']), whole(found['EndLine'])];
  const span = startLine !== undefined && endLine !== undefined && endLine >= startLine ? { startLine, endLine } : {};
  return { ...place(needText(found['File'], 'File'), workspace), ...given({ startLine }), ...span };
}

/** With `--redact=50` a part of it stands before three points: to be masked, but no name for the whole. */
function shownOf(found: Fields): { readonly text: string; readonly complete: boolean } | undefined {
  const secret = secretOf(found['Secret']) ?? secretOf(found['Match']);
  if (secret === undefined) return undefined;
  if (!secret.endsWith('...')) return { text: secret, complete: true };
  const part = secretOf(secret.slice(0, -3));
  return part === undefined ? undefined : { text: part, complete: false };
}

/** The report has no word on it; the log, where it is given, has. */
function completeness(log: string | undefined): {
  readonly skipped: readonly string[];
  readonly notes: readonly string[];
} {
  if (log === undefined) return { skipped: [], notes: ['the report of gitleaks does not say what was scanned'] };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
  const lines = log.replace(/\u001b\[[0-9;]*m/g, '').split('\n');
  const failed = lines.filter((line) => /^\S+ (ERR|FTL|PNC) /.test(line)).length;
  return {
    skipped: [
      ...(lines.some((line) => /^\S+ INF scanned ~[1-9]/.test(line)) ? [] : ['gitleaks scanned nothing']),
      ...(failed > 0 ? [`gitleaks could not read all: ${failed} errors in its log`] : []),
    ],
    notes: [],
  };
}
