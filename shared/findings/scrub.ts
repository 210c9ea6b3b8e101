/** Takes out what looks like a credential, without knowing any. */
import { isRandom } from './random-text.ts';
import { mask, type Place } from './redact.ts';

/** Beginnings that issuers give their tokens; lengths are kept low, as a tool may have cut one. */
const tokens = new RegExp(
  [
    'gh[pousr]_[A-Za-z0-9]{10,255}',
    'github_pat_\\w{10,255}',
    'gl(?:pat|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct|oas)-[\\w.=-]{10,255}',
    '(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,124}',
    'xox[a-z](?:\\.xox[a-z])?-[\\w.%-]{8,255}',
    'xapp-[\\w-]{10,255}',
    'hooks\\.slack\\.com/(?:services|workflows|triggers)/[\\w/+-]{8,255}',
    'AIza[\\w-]{20,255}',
    'ya29\\.[\\w-]{10,1024}',
    'GOCSPX-[\\w-]{10,255}',
    '(?:sk|rk|pk)_(?:live|test|prod)_\\w{8,255}',
    'whsec_\\w{10,255}',
    'npm_[A-Za-z0-9]{20,255}',
    'pypi-AgE[\\w-]{10,1024}',
    '(?<![A-Za-z0-9])sk-(?:ant|proj|svcacct|admin|or)-[\\w-]{10,255}',
    '(?<![A-Za-z0-9])sk-[A-Za-z0-9]{20,255}',
    'SG\\.[\\w-]{10,64}\\.[\\w-]{10,128}',
    '(?<![A-Za-z0-9])hf_[A-Za-z0-9]{20,255}',
    'dckr_(?:pat|oat)_[\\w-]{10,255}',
    'shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{16,255}',
    '(?<![A-Za-z0-9])hv[sbr]\\.[\\w-]{16,1024}',
    'do[oprt]_v1_[a-f0-9]{16,255}',
    'AGE-SECRET-KEY-1[A-Z0-9]{10,255}',
    'NRAK-[A-Z0-9]{10,255}',
    '(?<![A-Za-z0-9])[0-9]{8,10}:AA[\\w-]{25,64}',
    '(?<![\\w.-])eyJ[\\w-]{6,16384}\\.[\\w-]{4,16384}(?:\\.[\\w-]{0,16384}){0,3}',
  ].join('|'),
  'g',
);

/** To its end, or to that of the text where it was cut; a tail whose beginning was cut counts too. */
const pem = /-----BEGIN [A-Z0-9 ]{1,64}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,64}-----|$)/g;
const pemTail = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/=]{4,100}(?:\s|\\[rn]){0,8}-----END [A-Z0-9 ]{1,64}-----/g;

const urlPassword = /(:\/\/[^\s:/?#@"'`<>]{0,256}:)[^\s/"'`<>]{1,512}@/g;
const urlToken = /(:\/\/)[^\s:/?#@"'`<>.]{16,512}@/g;

const authorization = /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(?:[a-z]{2,16}\s{1,4})?)[^\s"'`,;]{4,}/gi;
const bearer = /\b((?:bearer|basic)\s{1,4})(?=[^\s"']{0,256}\d)[\w.~+/=:-]{8,}/gi;

/** A name that speaks of a secret, what stands between, then the value: in quotes, or up to the next blank. */
const named = new RegExp(
  [
    '((?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|(?:api|access|account|auth|private|signing|shared)[_. -]?key)',
    '[\\w.-]{0,40}(?:\\\\?["\'`])?\\]?\\s{0,4}(?::=|=>|[:=]{1,3})\\s{0,4})',
    '(?:[brfu]{0,2}(\\\\?["\'`])(?:(?!\\2)(?:\\\\[^\\r\\n]|[^\\r\\n\\\\]))+(?:\\2)?',
    '|([^\\s"\'`,;&)\\]}<>]+))',
  ].join(''),
  'gi',
);

const run = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_=-]{24,}/g;

/**
 * - PEM blocks, also those that were cut; tokens that say whose they are; `scheme://user:password@`;
 *   the value of `password = ...`; long random text.
 * - Kept: Git's SHA-1, digests and integrity that are labelled so, UUIDs, paths.
 * - In a `name` (a path, a rule, a package) only tokens and what stands in URLs: the rest is what names look like.
 */
export function scrub(text: string, place: Place = 'prose'): string {
  const safe = text.replace(tokens, mask).replace(urlPassword, `$1${mask}@`).replace(urlToken, `$1${mask}@`);
  if (place === 'name') return safe;
  const framed = safe.includes('-----') ? safe.replace(pem, mask).replace(pemTail, mask) : safe;
  return framed
    .replace(authorization, `$1${mask}`)
    .replace(bearer, `$1${mask}`)
    .replace(named, namedMasked)
    .replace(run, (found, at: number, whole: string) =>
      isRandom(found, whole.slice(Math.max(0, at - 16), at)) ? mask : found,
    );
}

function namedMasked(
  all: string,
  name: string,
  quote: string | undefined,
  bare: string | undefined,
  ...rest: unknown[]
) {
  const [at, whole] = rest;
  const after =
    typeof at === 'number' && typeof whole === 'string' ? whole.slice(at + all.length, at + all.length + 2) : '';
  if (bare !== undefined && isProse(name, bare, after)) return all;
  return `${name}${quote ?? ''}${mask}${quote ?? ''}`;
}

/** `token: expected a name`, `password.py:12`, `tokens: 300`, `password=None`. */
function isProse(name: string, bare: string, after: string): boolean {
  if (bare === mask || /^(?:none|null|nil|true|false|undefined)$/i.test(bare)) return true;
  if (/^\d{1,6}(?::\d{1,6})?:?$/.test(bare) && /(?:\.\w{1,8}|tokens?):\s*$/i.test(name)) return true;
  return /:\s+$/.test(name) && /^\p{L}+$/u.test(bare) && /^[ ,]/.test(after);
}
