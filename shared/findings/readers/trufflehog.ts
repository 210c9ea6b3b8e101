/** TruffleHog's `--json`: one secret a line, and nothing at all for a clean target and for a missing one. */
import type { Draft, Location } from '../model.ts';
import { commitOf, leak, secretOf, titleOf } from './leak.ts';
import { place } from './place.ts';
import { type ReadContext, type Reader, ReportError } from './reader.ts';
import { line } from './redact.ts';
import { type Fields, fields, given, need, needText, text, whole } from './shape.ts';
import { accountOf, isLogEntry, readEntries } from './trufflehog-log.ts';

export const trufflehog: Reader = {
  id: 'trufflehog',
  format: 'json-lines',
  each: [],
  begin(context) {
    const drafts: Draft[] = [];
    const secrets = new Set<string>();
    const entries: Fields[] = [];
    return {
      item(value, pointer) {
        // The log stands among the results where both streams went into one file.
        if (isLogEntry(value)) return void entries.push(value);
        const found = need(value);
        drafts.push(draftOf(found, pointer, context));
        for (const secret of valuesOf(found)) secrets.add(secret);
      },
      end() {
        const log = context.beside('trufflehog-log');
        const account = log === undefined ? entries : readEntries(log);
        const known = log !== undefined || entries.length > 0;
        return {
          ...(known ? withLog(account, drafts.length) : withoutLog(drafts.length)),
          drafts,
          secrets: [...secrets],
        };
      },
    };
  },
};

function withoutLog(found: number) {
  const missing =
    'an empty report of TruffleHog is what a clean and a missing target give: add its log as trufflehog-log=PATH';
  return {
    tool: { name: 'TruffleHog', version: null },
    scanned: null,
    skipped: found === 0 ? [missing] : [],
    errors: [],
    notes: found === 0 ? [] : ['nobody knows whether TruffleHog read everything, as there is no log of it'],
  };
}

function withLog(entries: readonly Fields[], found: number) {
  const { version, scanned, counted, skipped, errors } = accountOf(entries);
  const lost = counted > found ? [`TruffleHog counted ${counted} secrets in its log, its report has ${found}`] : [];
  return {
    tool: { name: 'TruffleHog', version },
    scanned,
    skipped,
    errors: [...errors, ...lost],
    notes: scanned === null ? [] : ['TruffleHog counts chunks, which are pieces of files'],
  };
}

function draftOf(found: Fields, pointer: string, context: ReadContext): Draft {
  const kind = line(needText(found['DetectorName'], 'DetectorName'), 100);
  const source = sourceOf(found);
  const verification = verificationOf(found);
  const guide = guideOf(found);
  return leak({
    rule: { id: kind },
    verification,
    title: titleOf(kind),
    message: `${said[verification]}${commitOf(source.data['commit'])}`,
    pointer,
    ...given({
      location: locationOf(source, context),
      remediation: guide === undefined ? undefined : { text: `Revoke it, and do not put the new one there: ${guide}` },
      secret: secretOf(found['Raw']),
    }),
  });
}

const said = {
  verified: 'TruffleHog tried it: it works.',
  unverified: 'TruffleHog did not see it work.',
  unknown: 'TruffleHog tried it and got no clear answer.',
};

function verificationOf(found: Fields): keyof typeof said {
  if (found['Verified'] === true) return 'verified';
  return text(found['VerificationError']) ? 'unknown' : 'unverified';
}

interface Source {
  readonly kind: string;
  readonly data: Fields;
}

/** `SourceMetadata.Data` has one member, named after the kind of source. @throws ReportError */
function sourceOf(found: Fields): Source {
  if (typeof found['SourceMetadata'] !== 'object')
    throw new ReportError('an entry of the report has no SourceMetadata');
  const [kind, data] = Object.entries(fields(fields(found['SourceMetadata'])['Data']))[0] ?? ['unknown', {}];
  return { kind, data: fields(data) };
}

function locationOf({ kind, data }: Source, { workspace }: ReadContext): Location | undefined {
  const file = text(data['file']);
  if (!file) return undefined;
  const startLine = given({ startLine: whole(data['line']) });
  if (kind === 'Filesystem' || kind === 'Git') return { ...place(file, workspace), ...startLine };
  // A path in an image or in another repository means nothing in the workspace.
  return { path: file, outside: true, logical: line(kind, 40), ...startLine };
}

/** TruffleHog's own pages alone, as any other text may hold the secret. */
function guideOf(found: Fields): string | undefined {
  const guide = text(fields(found['ExtraData'])['rotation_guide']) ?? '';
  return /^https:\/\/howtorotate\.com\/docs\/tutorials\/[a-z-]{1,40}\/?$/.test(guide) ? guide : undefined;
}

function valuesOf(found: Fields): readonly string[] {
  const parts = Object.values(fields(found['SecretParts']));
  return [found['Raw'], found['RawV2'], found['Redacted'], ...parts].flatMap((value) => secretOf(value) ?? []);
}
