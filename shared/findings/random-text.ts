/** Tells keys from words: random text changes between letters, capitals and digits far more often than names do. */

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** What stands in front of a digest: `sha256:`, `sha512-`, `md5=`, `integrity: "sha384-`. */
const label =
  /(?:sha-?(?:1|224|256|384|512)|md5|blake2b|digest|integrity|checksum|commit|h1)["'\s]{0,3}[:=-]\s?["']?$/i;
const labelled = /^(?:sha(?:1|224|256|384|512)|md5)[-_=]/i;

/** @param before what stands in front of `text`. */
export function isRandom(text: string, before = ''): boolean {
  if (uuid.test(text) || labelled.test(text) || label.test(before)) return false;
  if (/^[0-9a-f]+$/i.test(text))
    return text.length >= 32 && text.length !== 40 && /[0-9]/.test(text) && /[a-f]/i.test(text);
  return text.split('/').some((part) => part.length >= 24 && changes(part) >= limit(part)) || isRandomAcross(text);
}

/** Base64 has slashes too; a path has none of the other signs, and words between them. */
function isRandomAcross(text: string): boolean {
  const letters = text.replaceAll('/', '');
  return letters.length >= 32 && kinds(letters) === 3 && changes(letters) >= 0.33;
}

function limit(text: string): number {
  if (kinds(text) === 3) return 0.28;
  return text.length >= 32 && kinds(text) === 2 ? 0.25 : 1;
}

function kinds(text: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/].filter((kind) => kind.test(text)).length;
}

/** The share of neighbours of different kinds; a capital before a small letter is how words begin, so it is none. */
function changes(text: string): number {
  let [count, pairs] = [0, 0];
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind !== '' && last !== '') {
      pairs += 1;
      if (kind !== last && !(last === 'A' && kind === 'a')) count += 1;
    }
    last = kind;
  }
  return pairs === 0 ? 0 : count / pairs;
}

function kindOf(code: number): 'a' | 'A' | '0' | '' {
  if (code >= 97 && code <= 122) return 'a';
  if (code >= 65 && code <= 90) return 'A';
  return code >= 48 && code <= 57 ? '0' : '';
}
