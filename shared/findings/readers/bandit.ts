/** Bandit's JSON, from 1.6.2 (no columns, no CWE) on. */
import type { Draft, Rule } from '../model.ts';
import { foreign } from './guess.ts';
import { own } from './own.ts';
import { type Place, place } from './place.ts';
import { confidenceOf, rate } from './rating.ts';
import type { Fold, ReadContext, Reader } from './reader.ts';
import { line, link, titleOf } from './redact.ts';
import { quotesSecrets, secretMessage } from './secrecy.ts';
import { type Fields, fields, given, isList, list, need, needText, text, whole } from './shape.ts';
import { sharing } from './sharing.ts';

export const bandit: Reader = { id: 'bandit', format: 'json', each: ['$.results.*'], begin };

function begin({ workspace }: ReadContext): Fold {
  const drafts: Draft[] = [];
  const share = sharing();
  const secrets = new Set<string>();
  let version: string | null = null;
  return {
    item(value, pointer) {
      const result = need(value);
      if (text(result['test_id']) === undefined) throw foreign([result]);
      const draft = toDraft(result, place(needText(result['filename'], 'file name'), workspace), pointer);
      if (draft.secret !== undefined) secrets.add(draft.secret);
      version ??= /\/en\/(\d+\.\d+[^/]*)\//.exec(text(result['more_info']) ?? '')?.[1] ?? null;
      drafts.push(share(draft));
    },
    end(document) {
      const { results, errors, metrics } = fields(document);
      if (!isList(results) || !isList(errors) || Object.keys(fields(metrics)).length === 0) throw foreign(document);
      const unread = errors.map((error) => unreadFile(need(error), workspace));
      const seen = filesOf(fields(metrics), workspace).filter((file) => !unread.some((other) => other.path === file));
      return {
        tool: { name: 'Bandit', version },
        drafts,
        scanned: seen.length,
        skipped: [...unread.map((file) => file.reason), ...(seen.length === 0 ? ['no file was scanned'] : [])],
        errors: [],
        notes: ignored(fields(fields(metrics)['_totals'])),
        secrets: [...secrets],
      };
    },
  };
}

function toDraft(result: Fields, where: Place, pointer: string): Draft {
  const rule = ruleOf(result);
  const secret = quotesSecrets(rule);
  // Plugins of others word their messages as they like; Bandit's own are fixed texts but for those on secrets.
  const own = /^B\d{3}$/.test(rule.id);
  const said = own && !secret ? line(text(result['issue_text']) ?? '', 1000) : '';
  const name = titleOf(rule.name?.replaceAll('_', ' '), rule.id);
  const message = secret ? secretMessage : said || name;
  return given({
    category: 'sast' as const,
    rule,
    aliases: [],
    severity: rate(result['issue_severity']),
    confidence: confidenceOf(result['issue_confidence']),
    title: titleOf(secret ? name : message, rule.id),
    message,
    location: locationOf(result, where),
    pointer,
    // A short secret could be guessed from the plain hash of its line.
    text: secret ? undefined : lineOf(result),
    secret: secret ? quoted(text(result['issue_text']) ?? '') : undefined,
  });
}

function ruleOf(result: Fields): Rule {
  const id = needText(result['test_id'], 'test id');
  const weakness = whole(fields(result['issue_cwe'])['id']);
  const cwe = weakness === undefined ? undefined : [`CWE-${weakness}`];
  // Before 1.7.3 there was no CWE to tell them by.
  const known = /^B10[567]$/.test(id) ? ['CWE-259'] : undefined;
  return given({ id, name: text(result['test_name']), help: link(result['more_info']), cwe: cwe ?? known });
}

function locationOf(result: Fields, where: Place) {
  const startLine = whole(result['line_number']);
  const last = whole(list(result['line_range']).at(-1));
  const column = whole(result['col_offset'], 0);
  const endColumn = whole(result['end_col_offset']);
  return given({
    ...where,
    startLine,
    startColumn: column === undefined ? undefined : column + 1,
    endLine: startLine !== undefined && last !== undefined && last >= startLine ? last : undefined,
    endColumn: endColumn === undefined ? undefined : endColumn + 1,
  });
}

/** The lines found, without their neighbours and without the numbers that Bandit puts in front. */
function lineOf(result: Fields): string | undefined {
  const wanted = new Set([result['line_number'], ...list(result['line_range'])].map(String));
  const numbered = (text(result['code']) ?? '').split('\n').map((code) => /^(\d+)\s(.*)$/.exec(code));
  const found = numbered.filter((match) => wanted.has(match?.[1] ?? '')).map((match) => match?.[2]?.trim());
  return found.length === 0 ? undefined : own(found.join('\n'));
}

/** `Possible hardcoded password: 'x'`: all between the first and the last quote, as Bandit escapes nothing. */
function quoted(message: string): string | undefined {
  return /'([\s\S]+)'/.exec(message)?.[1];
}

function unreadFile(error: Fields, workspace: string) {
  const { path } = place(needText(error['filename'], 'file name'), workspace);
  return { path, reason: `${path}: ${line(text(error['reason']) ?? 'not scanned')}` };
}

const filesOf = (metrics: Fields, workspace: string) =>
  Object.keys(metrics)
    .filter((file) => file !== '_totals')
    .map((file) => place(file, workspace).path);

function ignored(totals: Fields): readonly string[] {
  const lines = (whole(totals['nosec']) ?? 0) + (whole(totals['skipped_tests']) ?? 0);
  return lines === 0 ? [] : [`${lines} finding${lines === 1 ? '' : 's'} ignored by nosec comments`];
}
