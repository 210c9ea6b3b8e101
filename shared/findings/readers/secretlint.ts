/** secretlint's JSON formatter, and an array of what its library returns: a result a file, with or without messages. */
import type { Draft, Location } from '../model.ts';
import { foreign } from './guess.ts';
import { leak, secretOf, titleOf } from './leak.ts';
import { place } from './place.ts';
import { type ReadContext, type Reader, ReportError } from './reader.ts';
import { line } from './redact.ts';
import { type Fields, fields, given, isList, list, need, needText, text, whole } from './shape.ts';

export const secretlint: Reader = {
  id: 'secretlint',
  format: 'json',
  each: ['$.*'],
  begin(context) {
    const drafts: Draft[] = [];
    const secrets = new Set<string>();
    let scanned = 0;
    return {
      item(value, pointer) {
        const file = need(value);
        const path = needText(file['filePath'], 'filePath');
        const [source, messages] = [file['sourceContent'], file['messages']];
        if (!isList(messages)) throw new ReportError('an entry of the report has no list of messages');
        scanned += 1;
        for (const [index, message] of messages.map(need).entries()) {
          drafts.push(draftOf({ path, message, source }, `${pointer}/messages/${index}`, context));
          for (const secret of valuesOf(message, source)) secrets.add(secret);
        }
      },
      end(document) {
        if (!isList(document)) throw foreign(document);
        const skipped = scanned === 0 ? ['secretlint looked at no file'] : [];
        const tool = { name: 'secretlint', version: null };
        return { tool, drafts, scanned, skipped, errors: [], notes: [], secrets: [...secrets] };
      },
    };
  },
};

interface Found {
  readonly path: string;
  readonly message: Fields;
  readonly source: unknown;
}

/** Of `message`, `data` and `sourceContent` nothing goes further: whether they were masked is not to be seen. */
function draftOf({ path, message, source }: Found, pointer: string, context: ReadContext): Draft {
  const rule = line(needText(message['ruleId'], 'ruleId'), 100);
  const name = text(message['messageId']);
  const kind = name ? line(name, 100) : rule;
  const word = text(message['severity']);
  return leak(
    {
      rule: name ? { id: `${rule}/${kind}`, name: kind } : { id: rule },
      title: titleOf(kind),
      message: 'secretlint saw it; it does not try whether it works.',
      verification: 'not-attempted',
      location: { ...place(path, context.workspace), ...spanOf(fields(message['loc'])) },
      pointer,
      ...given({ secret: cutOut(message, source), suppression: message['hidden'] === true ? hidden : undefined }),
    },
    word ? line(word, 20) : null,
  );
}

/** Where secretlint runs as a part of us: what a comment hides is in its report too. */
const hidden = {
  kind: 'inSource',
  status: 'accepted',
  origin: 'a secretlint-disable comment',
  justification: '',
} as const;

/** Its lines start at 1, its columns at 0. */
function spanOf(loc: Fields): Partial<Location> {
  const [start, end] = [fields(loc['start']), fields(loc['end'])];
  const [startLine, endLine] = [whole(start['line']), whole(end['line'])];
  if (startLine === undefined) return {};
  const startColumn = columnOf(start['column']);
  if (endLine === undefined || endLine < startLine) return { startLine, ...given({ startColumn }) };
  return { startLine, endLine, ...given({ startColumn, endColumn: columnOf(end['column']) }) };
}

const columnOf = (value: unknown) => (typeof value === 'number' ? whole(value + 1) : undefined);

/** What stands at the message's range, in characters of the source. */
function cutOut(message: Fields, source: unknown): string | undefined {
  const [start, end] = list(message['range']).map((value) => whole(value, 0));
  if (typeof source !== 'string' || start === undefined || end === undefined) return undefined;
  return end > start && end <= source.length ? secretOf(source.slice(start, end)) : undefined;
}

/** `data` also names what kind it is: where the source is there, only what stands in it can be the secret. */
function valuesOf(message: Fields, source: unknown): readonly string[] {
  const data = Object.values(fields(message['data'])).flatMap((value) => secretOf(value) ?? []);
  const shown = typeof source === 'string' ? data.filter((value) => source.includes(value)) : data;
  return [...shown, ...[cutOut(message, source)].flatMap((value) => value ?? [])];
}
