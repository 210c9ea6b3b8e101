export const id = 581;
export const ids = [581];
export const modules = {

/***/ 5210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   VH: () => (/* binding */ odds),
/* harmony export */   ZK: () => (/* binding */ latency),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export row */
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

/***/ 3581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serverPart: () => (/* binding */ serverPart)
});

// UNUSED EXPORTS: warmMarkdown

// EXTERNAL MODULE: ./build/shared/report/clip.js
var report_clip = __webpack_require__(5777);
// EXTERNAL MODULE: ./build/shared/report/markdown.js
var markdown = __webpack_require__(5210);
;// CONCATENATED MODULE: ./build/shared/findings/unescape.js
const escapes = /(?:%[0-9A-Fa-f]{2})+|\\u\{[0-9A-Fa-f]{1,6}\}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}|\\[0-7]{1,3}|\\[^uUx0-7]|&(?:#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,5});/g;
const letters = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }));
const names = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }));
/** Undefined where the text has no escape. */
function unescape_unescaped(text) {
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



const redact_mask = '***';
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
        parts.push(text.slice(from, start), redact_mask);
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
function scrub_scrub(text, place = 'prose') {
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
const limit = 8_192;
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
    return text.length <= limit ? text : `${text.slice(0, limit)} [...]`;
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
        tool: clean_cleanTool(tool, clean),
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
        witnesses: witnesses.map((one) => cleanTexts(keep(one, { tool: clean_cleanTool(one.tool, clean) }), ['report', 'pointer'], name)),
    };
}
function clean_cleanTool(tool, clean) {
    return cleanTexts(tool, ['name', 'version'], (text) => clean(text, 'name'));
}
function cleanSuppression(suppression, clean) {
    const named = cleanTexts(suppression, ['origin', 'owner'], (text) => clean(text, 'name'));
    return cleanTexts(named, ['justification'], clean);
}
function cleanEntry(entry, clean) {
    return cleanTexts(entry, ['rule', 'path', 'tool'], (text) => clean(text, 'name'));
}

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
function severity_compareSeverity(a, b) {
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
function baseline_isWorse(now, was) {
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
function gate_judgeReport(outcome, blocking, isOptional) {
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
function tool_results_labelOf({ tool, report }) {
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
        .map((one) => `${tool_results_labelOf(one)}: ${one.reason}${more}`)
        .join('');
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
function fix_fixOf(finding) {
    const fix = smallestFix(finding);
    if (fix === undefined)
        return byCategory[finding.category];
    return `${fix.slice(0, 1).toUpperCase()}${fix.slice(1)}${/[.!?]$/.test(fix) ? '' : '.'}`;
}

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
const finding_rows_cell = (text, limit = 300) => plain(shorten(text, limit));
/** Given the worst first, so are the groups. */
function groupsOf(findings) {
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
    return [signs[first.severity.level], whatOf(first, group), list(group.map(placeOf), '<br>'), fixesOf(group)];
}
function whatOf(first, group) {
    const { package: bundle, tool, rule, title, witnesses } = first;
    const tools = [...new Set([tool.name, ...witnesses.map((witness) => witness.tool.name)])].join(', ');
    const name = bundle ? [bundle.name, bundle.installed].filter(Boolean).join(' ') : title;
    const ids = bundle
        ? list(group.map((finding) => finding_rows_cell(finding.rule.id, 100)), ', ')
        : finding_rows_cell(rule.id, 100);
    const times = group.length > 1 && !bundle ? ` · ${count(group.length)} times` : '';
    return `**${finding_rows_cell(name)}**<br>${finding_rows_cell(tools, 100)} · ${ids}${times}`;
}
function placeOf({ location, package: bundle }) {
    const path = location?.path ?? bundle?.path;
    if (path === undefined)
        return location?.logical ? finding_rows_cell(location.logical) : '–';
    const number = counted(location?.startLine);
    const line = number === undefined ? '' : `:${number}`;
    const within = location?.logical ? ` ${finding_rows_cell(location.logical, 100)}` : '';
    return `<code>${finding_rows_cell(path)}${line}</code>${within}`;
}
function fixesOf(group) {
    return list(group.map((finding) => finding_rows_cell(fixOf(finding), 400)), '<br>');
}
/** Each once, the first few, and how many more there are. */
function list(texts, separator) {
    const all = [...new Set(texts)];
    const left = all.length - finding_rows_named;
    return [...all.slice(0, finding_rows_named), ...(left > 0 ? [`and ${count(left)} more`] : [])].join(separator);
}

;// CONCATENATED MODULE: ./build/shared/report/tool-rows.js
/** What each tool looked at and what it says of itself, as Markdown. */




const tool_rows_verdictSigns = {
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
    const head = table(['tool', 'version', 'verdict', 'findings', 'looked at', 'left out', 'took'], []);
    return ['### Tools', '', head, ...rows, ...(left > 0 ? ['', `and ${count(left)} more tools`] : []), ''].join('\n');
}
function rowOf({ tool, report, verdict, waived, findings, scanned, skipped, seconds }) {
    const file = report === null || report === tool.name ? '' : `<br><code>${cell(report, 200)}</code>`;
    const cells = [
        `${cell(tool.name, 100)}${file}`,
        tool.version === null ? '–' : cell(tool.version, 100),
        waived ? `➖ ${verdict === 'error' ? 'failed' : 'not run'}, optional` : tool_rows_verdictSigns[verdict],
        count(findings),
        scanned === null ? '–' : count(scanned),
        skipped.length === 0 ? '–' : count(skipped.length),
        seconds === null ? '–' : `${seconds.toFixed(1)} s`,
    ];
    return row(cells);
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
            ...(more > 0 ? [`and ${count(more)} more`] : []),
        ];
        const title = `- ${tool_rows_verdictSigns[verdict]}: **${cell(labelOf(one))}** ${cell(reason)}`;
        return [title, ...lines.map((line) => `  - ${line}`)].join('\n');
    });
}
/** What the tools remarked that has no weight, and why optional ones saw nothing; a list item each. */
function remarks(tools) {
    return tools.flatMap((one) => [...(one.waived ? [one.reason] : []), ...one.notes].map((note) => `- ${cell(labelOf(one))}: ${cell(note)}`));
}

;// CONCATENATED MODULE: ./build/shared/report/warm.js




/** Characters of a server's words. */
const warm_said = 1000;
function warmMarkdown(action, head, results) {
    const { verdict, reason, model } = head;
    const isUpdate = results.some(({ update }) => update !== undefined);
    const good = isUpdate ? `Clients have the ${model} that was asked for.` : `${model} is warm.`;
    const why = verdict === 'passed' ? good : reason;
    const parts = [`## ${verdictSigns[verdict]} · ${action}`, '', plain(clip(why, 4 * warm_said)), ''];
    const several = results.length > 1 ? [overview(results), ''] : [];
    return [...parts, ...several, ...results.map((result) => serverPart(result, head))].join('\n');
}
function overview(results) {
    const head = ['server', 'verdict', 'cold', 'p95', 'first token', 'tokens/s', 'in the GPU'];
    return table(head, results.map((one) => [plain(one.url), verdictSigns[one.verdict], ...figures(one)]));
}
function figures({ cold, numbers, share }) {
    const rate = numbers?.tokensPerSecond;
    return [
        latency(cold),
        latency(numbers?.p95),
        latency(numbers?.firstTokenP50),
        rate === undefined ? '–' : short(rate),
        shareText(share),
    ];
}
/** One server's steps and latencies; `p95` is the objective in seconds. */
function serverPart(result, { p95 }) {
    const { url, digest, derived, steps, update } = result;
    const names = [
        (0,markdown/* plain */.pj)(url),
        ...(digest === undefined ? [] : [`digest \`${(0,markdown/* plain */.pj)(digest.slice(0, 12))}\``]),
        ...(derived === undefined ? [] : [`derived model \`${derived}\``]),
    ];
    const told = update === undefined ? [] : [updateWords(update), ''];
    return [`### ${names.join(' · ')}`, '', ...told, stepTable(steps), '', ...latencies(result, p95), ''].join('\n');
}
/** What the name stood for and stands for, and the way back. Names of models have no sign that ends a span of code. */
function updateWords({ name, from, to, kept, untouched, unseen }) {
    const shown = (digest) => digest === undefined ? 'not there' : `\`${(0,markdown/* plain */.pj)(digest.slice(0, 12))}\``;
    if (untouched)
        return `\`${name}\` was not touched.`;
    if (unseen)
        return `What \`${name}\` stands for was not seen.`;
    const now = from === to ? `is ${shown(to)} as before` : `was ${shown(from)} and is ${shown(to)}`;
    const back = kept === undefined ? '' : ` The way back: \`mode: update\` with \`roll-back: ${kept}\`.`;
    return `\`${name}\` ${now}.${back}`;
}
function stepTable(steps) {
    const rows = steps.map(({ name, verdict, seconds, words, fix }) => [
        name,
        verdict === 'not-asked' ? '➖ not asked' : tool_rows_verdictSigns[verdict],
        (0,markdown/* latency */.ZK)(seconds),
        (0,markdown/* plain */.pj)((0,report_clip/* clip */.$)(words, warm_said)),
        fix === undefined ? '' : (0,markdown/* plain */.pj)((0,report_clip/* clip */.$)(fix, warm_said)),
    ]);
    return (0,markdown/* table */.tp)(['step', 'verdict', 'took', 'what was seen', 'what to do'], rows);
}
/** Cold and warm stand apart: the objective is for warm answers alone. */
function latencies({ cold, numbers, answers }, objective) {
    if (numbers === undefined || numbers.count === 0)
        return [];
    const { p50, p95, max, firstTokenP50, firstTokenP95, tokensPerSecond, count, unfinished } = numbers;
    const head = [
        'cold load',
        'warm p50',
        'warm p95',
        'warm max',
        'first token p50',
        'first token p95',
        'tokens/s',
        'answers',
    ];
    const cells = [cold, p50, p95, max, firstTokenP50, firstTokenP95].map(markdown/* latency */.ZK);
    const told = unfinished === 0 ? String(count) : `${count}, ${unfinished} without an end`;
    const rows = [[...cells, tokensPerSecond === undefined ? '–' : (0,markdown/* short */.h0)(tokensPerSecond), told]];
    const totals = answers.map(({ from, to }) => to - from);
    return [(0,markdown/* table */.tp)(head, rows), '', `The objective is a warm p95 below ${(0,markdown/* latency */.ZK)(objective)}.`, '', ...plot(totals)];
}
/** So many bars can be told apart. */
const drawn = { least: 5, most: 60 };
/** Every answer's time, in the order in which they ended; GitHub draws it by itself. */
function plot(totals) {
    if (totals.length < drawn.least || totals.length > drawn.most)
        return [];
    const milliseconds = totals.map((value) => Number((1000 * value).toPrecision(4)));
    const top = Number((1.1 * Math.max(...milliseconds)).toPrecision(2));
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify({ xyChart: { width: 800, height: 240 } })}}%%`,
        'xychart-beta',
        '    title "Time of each warm answer"',
        `    x-axis [${milliseconds.map((_, index) => index + 1).join(', ')}]`,
        `    y-axis "ms" 0 --> ${top}`,
        `    bar [${milliseconds.join(', ')}]`,
        '```',
        '',
    ];
}


/***/ })

};
