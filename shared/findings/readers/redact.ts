/**
 * Takes out of a tool's message what may be a secret. Tools put source text into messages, so a message is never shown
 * as it came. This is the second line of defence: code is not copied at all, and rules about secrets get our own words.
 */
import { own } from './own.ts';

const mark = '[...]';
/** No message is longer; what is cut off was not looked at either. */
const longest = 4000;
/** Looked at beyond what is shown, so that a cut does not leave the half of a secret unrecognised. */
const looked = 3 * longest;

/** A message that can be shown; `code` is the source text that it speaks of. */
export function redact(message: string, code = ''): string {
  let shown = message.slice(0, looked).replace(pem, mark);
  for (const literal of literals(code)) if (shown.includes(literal)) shown = shown.replaceAll(literal, mark);
  shown = shown.replace(userinfo, `$1${mark}@`).replace(assigned, `$1${mark}`).replace(word, secretive);
  return shown.length > longest ? `${shown.slice(0, longest)} ...` : shown;
}

/** The same on one line of at most `limit` characters, for titles, notes and errors. */
export function line(message: string, limit = 300): string {
  const shown = redact(message).replace(/\s+/g, ' ').trim();
  return shown.length > limit ? own(`${shown.slice(0, limit)} ...`) : shown;
}

/** The first of the texts that says something, as a title. */
export function titleOf(...candidates: readonly (string | undefined)[]): string {
  for (const candidate of candidates) {
    const shown = line(candidate?.split('\n', 1)[0] ?? '', 120);
    if (shown !== '') return shown;
  }
  return 'a finding without a title';
}

/** An address to read on, without what may be a secret in it; undefined for any other text. */
export function link(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\//i.test(value) ? line(value, 500) : undefined;
}

const pem = /-{3,}BEGIN [\s\S]*?(-{3,}END [^-\n]{0,60}-{3,}|$)/g;
const userinfo = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@]{1,300}@/gi;
/** `password = 'x'`, `"token": "x"`, `api_key=x`. */
const assigned =
  /((?:passw(?:or)?d|passphrase|pwd|secret|token|credentials?|api[-_]?key|private[-_]?key)["']?\s{0,3}(?:=\s{0,3}|:\s{0,3}(?=["'`])))(?:"[^"\n]*"?|'[^'\n]*'?|`[^`\n]*`?|[^\s"'`]+)/gi;
const word = /[A-Za-z0-9+=_%-]{16,}/g;
const advisory = /^(CVE|GHSA|PYSEC|CWE|RUSTSEC|OSV|GO|PVE|SNYK|DSA|RHSA|USN|KSV|AVD|CKV)-/;

/** The mark for a run of characters that mixes letters and digits as keys and hashes do; words and numbers stay. */
const secretive = (run: string) => (!advisory.test(run) && run.split(/[-_]/).some(mixed) ? mark : run);

function mixed(part: string): boolean {
  if (part.length < 12 || !/[a-z]/i.test(part)) return false;
  const numbers = part.match(/\d+/g)?.length ?? 0;
  return numbers >= (part.length < 16 ? 2 : 1);
}

/** What stands in quotes in source text, and what is assigned to a name that speaks of a secret. */
export function literals(code: string): readonly string[] {
  if (code === '') return [];
  const found = [...code.slice(0, looked).matchAll(/(["'`])((?:\\.|(?!\1)[^\\])*)(?:\1|$)/g)].map((match) => match[2]);
  const bare = [...code.slice(0, looked).matchAll(bareValue)].map((match) => match[1]);
  return [...found, ...bare].filter((value) => value !== undefined && value.length >= 4) as readonly string[];
}

const bareValue =
  /(?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_]?key)\w{0,20}\s{0,3}[:=]\s{0,3}([^\s"'`,;]{4,})/gi;
