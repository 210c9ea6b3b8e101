/** hadolint's JSON: a list of findings, and nothing of what was looked at. */
import type { Draft } from '../model.ts';
import { foreign } from './guess.ts';
import { type Place, place } from './place.ts';
import { rate } from './rating.ts';
import type { Fold, ReadContext, Reader } from './reader.ts';
import { line, titleOf } from './redact.ts';
import { type Fields, given, isList, need, needText, text, whole } from './shape.ts';
import { sharing } from './sharing.ts';

export const hadolint: Reader = { id: 'hadolint', format: 'json', each: ['$.*'], begin };

/** The Dockerfile could not be parsed: its message quotes the file, and no other rule has seen it. */
const unparsable = 'DL1000';

function begin({ workspace }: ReadContext): Fold {
  const drafts: Draft[] = [];
  const share = sharing();
  const skipped: string[] = [];
  return {
    item(value, pointer) {
      const result = need(value);
      const code = text(result['code']);
      if (code === undefined || code === '') throw foreign([result]);
      const where = placeOf(needText(result['file'], 'file name'), workspace);
      if (code === unparsable) skipped.push(`${where.path}: line ${whole(result['line']) ?? '?'} could not be parsed`);
      else drafts.push(share(toDraft(result, code, where, pointer)));
    },
    end(document) {
      if (!isList(document)) throw foreign(document);
      const tool = { name: 'hadolint', version: null };
      return { tool, drafts, scanned: null, skipped, errors: [], notes: [], secrets: [] };
    },
  };
}

function toDraft(result: Fields, code: string, where: Place, pointer: string): Draft {
  const message = line(text(result['message']) ?? '', 1000) || code;
  return {
    category: 'misconfiguration',
    rule: given({ id: code, help: helpOf(code) }),
    aliases: [],
    severity: rate(result['level']),
    title: titleOf(message),
    message,
    location: given({ ...where, startLine: whole(result['line']), startColumn: whole(result['column']) }),
    pointer,
  };
}

/** Standard input is a dash. */
const placeOf = (file: string, workspace: string): Place =>
  file === '-' ? { path: file, outside: true } : place(file, workspace);

function helpOf(code: string): string | undefined {
  if (/^DL\d{4}$/.test(code)) return `https://github.com/hadolint/hadolint/wiki/${code}`;
  return /^SC\d{4}$/.test(code) ? `https://www.shellcheck.net/wiki/${code}` : undefined;
}
