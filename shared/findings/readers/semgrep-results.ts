/** One match of Semgrep. */
import type { Draft, Rule } from '../model.ts';
import { place } from './place.ts';
import { confidenceOf, rate } from './rating.ts';
import { line, link, redact, titleOf } from './redact.ts';
import { findsSecrets, quotesSecrets, secretIn, secretMessage } from './secrecy.ts';
import { cwes, type Fields, fields, given, needText, text, texts, whole } from './shape.ts';

export function toDraft(result: Fields, workspace: string, pointer: string): Draft {
  const extra = fields(result['extra']);
  const metadata = fields(extra['metadata']);
  const rule = ruleOf(needText(result['check_id'], 'rule id'), metadata);
  const secret = quotesSecrets(rule);
  const isSecret = findsSecrets(rule);
  const rated = rate(extra['severity']);
  // Metavariables were already replaced in the message by what they matched.
  const matched = [linesOf(extra) ?? '', ...Object.values(fields(extra['metavars'])).map(matchedText)];
  const message = secret ? secretMessage : redact(text(extra['message']) ?? '', matched.join('\n')) || rule.id;
  return given({
    category: isSecret ? ('secret' as const) : ('sast' as const),
    rule,
    aliases: [],
    severity: isSecret ? { ...rated, level: 'high' as const } : rated,
    confidence: confidenceOf(metadata['confidence']),
    verification: isSecret ? verificationOf(extra['validation_state']) : undefined,
    title: titleOf(secret ? lastPart(rule.id) : message, rule.id),
    message,
    location: locationOf(result, workspace),
    suppression: extra['is_ignored'] === true ? nosemgrep : undefined,
    pointer,
    // A short secret could be guessed from the plain hash of its line.
    text: secret ? undefined : linesOf(extra),
    secret: secret ? secretIn(linesOf(extra) ?? '') : undefined,
  });
}

const nosemgrep = { kind: 'inSource', status: 'accepted', origin: 'nosemgrep', justification: '' } as const;

const lastPart = (id: string) => id.slice(id.lastIndexOf('.') + 1);

function ruleOf(id: string, metadata: Fields): Rule {
  const help = link(metadata['shortlink']) ?? link(metadata['source']) ?? link(texts(metadata['references'])[0]);
  const cwe = cwes(texts(metadata['cwe']));
  const tags = [...texts(metadata['owasp']), ...texts(metadata['vulnerability_class'])];
  return given({
    id,
    help,
    cwe: cwe.length === 0 ? undefined : cwe,
    tags: tags.length === 0 ? undefined : tags.map((tag) => line(tag, 100)),
  });
}

/** The matched source lines, where the report has them. */
function linesOf(extra: Fields): string | undefined {
  const lines = text(extra['lines']);
  return lines === undefined || lines === 'requires login' ? undefined : lines;
}

/** In quotes, so that it is taken out of the message as a literal would be. */
const matchedText = (value: unknown) => `\`${(text(fields(value)['abstract_content']) ?? '').replaceAll('`', '')}\``;

function verificationOf(state: unknown): Draft['verification'] {
  if (state === 'CONFIRMED_VALID') return 'verified';
  if (state === 'CONFIRMED_INVALID') return 'unverified';
  return state === 'VALIDATION_ERROR' ? 'unknown' : 'not-attempted';
}

function locationOf(result: Fields, workspace: string): Draft['location'] {
  const start = fields(result['start']);
  const end = fields(result['end']);
  return given({
    ...place(needText(result['path'], 'path'), workspace),
    startLine: whole(start['line']),
    startColumn: whole(start['col']),
    endLine: whole(end['line']),
    endColumn: whole(end['col']),
  });
}
