export const id = 461;
export const ids = [461];
export const modules = {

/***/ 6260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ fetchText),
/* harmony export */   f: () => (/* binding */ FetchError)
/* harmony export */ });
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5777);
/** One bounded GET: a time limit over all of it, a size limit, and one more try where that may help. */

/** Why a text could not be had, ready for a log; `again` when the next try may go better. */
class FetchError extends Error {
    name = 'FetchError';
    again;
    /** What came with a refusal, shortened. */
    body;
    constructor(message, again, body = '') {
        super(message);
        this.again = again;
        this.body = body;
    }
}
/** Seconds before the second try. */
const pause = 0.1;
const bodyShown = 300;
/**
 * The body of a 200. A server that hangs is not asked twice, since that would only double the wait.
 * @throws FetchError
 */
async function fetchText(fetch) {
    try {
        return await once(fetch);
    }
    catch (error) {
        if (!(error instanceof FetchError && error.again))
            throw error;
        await new Promise((resolve) => setTimeout(resolve, pause * 1000));
        return once(fetch);
    }
}
async function once({ url, limit, most, headers = {} }) {
    const { get } = url.protocol === 'https:' ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            clearTimeout(timer);
            sent.destroy();
            reject(error);
        };
        const lost = (error) => fail(new FetchError(`the connection failed: ${reasonOf(error)}`, true));
        const timer = setTimeout(() => fail(new FetchError(`no whole answer within ${limit} s`, false)), limit * 1000);
        const sent = get(url, { headers, agent: false }, (response) => {
            const chunks = [];
            let size = 0;
            response.on('data', (chunk) => {
                size += chunk.length;
                chunks.push(chunk);
                if (size > most)
                    fail(new FetchError(`the answer is larger than ${most} bytes`, false));
            });
            response.on('error', lost);
            response.on('close', () => {
                if (!response.complete)
                    lost(new Error('it ended in the middle of the answer'));
            });
            response.on('end', () => {
                clearTimeout(timer);
                const text = Buffer.concat(chunks).toString();
                const status = response.statusCode ?? 0;
                if (status === 200)
                    resolve(text);
                else
                    fail(new FetchError(`it answered ${status}`, status >= 500 || status === 429, (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(text, bodyShown)));
            });
        });
        sent.on('error', lost);
    });
}
function reasonOf(error) {
    return 'code' in error && error.message === '' ? String(error.code) : error.message;
}


/***/ }),

/***/ 461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BackendError: () => (/* binding */ BackendError),
/* harmony export */   PrometheusApi: () => (/* binding */ PrometheusApi)
/* harmony export */ });
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5777);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6260);
/* harmony import */ var _prometheus_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6638);
/** A Prometheus server's HTTP API: raw samples of series, never a rate. Its answers are checked before they are used. */



/** Why the server is of no use just now, as one line for the log. */
class BackendError extends Error {
    name = 'BackendError';
}
/** Bytes of one answer. */
const most = 64 * 1024 * 1024;
const shown = 200;
class PrometheusApi {
    settings;
    constructor(settings) {
        this.settings = settings;
    }
    /** The server's clock, seconds. */
    async time() {
        const [at] = listOf(await this.ask('query', { query: 'time()' }, 'scalar'));
        if (typeof at !== 'number' || !Number.isFinite(at))
            throw unexpected('a time', at);
        return at;
    }
    /** The samples that were really scraped in the `seconds` up to `at`. */
    async samples(selector, seconds, at) {
        const query = `${selector}[${Math.ceil(seconds)}s]`;
        return seriesOf(await this.ask('query', { query, time: at.toFixed(3) }, 'matrix'));
    }
    /** The newest sample every `step` seconds. */
    async steps(selector, from, to, step) {
        const range = { start: from.toFixed(3), end: to.toFixed(3), step: String(step) };
        return seriesOf(await this.ask('query_range', { query: selector, ...range }, 'matrix'));
    }
    /** How many series a selector has at `at`. */
    async count(selector, at) {
        const [first] = listOf(await this.ask('query', { query: `count(${selector})`, time: at.toFixed(3) }, 'vector'));
        const pair = first === undefined ? undefined : listOf(fieldOf(first, 'value'));
        return pair === undefined ? 0 : ((0,_prometheus_text_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(String(pair[1])) ?? 0);
    }
    /** The result of one query. @throws BackendError for anything but a good answer of the expected type */
    async ask(endpoint, parameters, expected) {
        const { url, token, limit } = this.settings;
        const address = new URL(`${url.replace(/\/+$/, '')}/api/v1/${endpoint}`);
        address.search = new URLSearchParams(parameters).toString();
        const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
        const text = await (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchText */ .S)({ url: address, limit, most, headers }).catch((error) => {
            if (!(error instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .FetchError */ .f))
                throw error;
            throw new BackendError(`${error.message}${saidBy(error.body)}${hintFor(error.message)}`, { cause: error });
        });
        const body = parse(text);
        if (fieldOf(body, 'status') !== 'success')
            throw new BackendError(`it answered with an error${saidBy(text)}`);
        const data = fieldOf(body, 'data');
        const type = fieldOf(data, 'resultType');
        if (type !== expected)
            throw unexpected(`a ${expected}`, type);
        return fieldOf(data, 'result');
    }
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw unexpected('JSON', text);
    }
}
/** The server's own words, from its JSON where it is some. */
function saidBy(body) {
    if (body === '')
        return '';
    let said = body;
    try {
        said = fieldOf(JSON.parse(body), 'error') ?? body;
    }
    catch {
        // A proxy's error page, say.
    }
    return `: ${(0,_report_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(String(said).replace(/\s+/g, ' ').trim(), shown)}`;
}
function hintFor(message) {
    return /answered 40[13]/.test(message) ? '; does the variable that metrics.token-env names hold a valid token?' : '';
}
function unexpected(expected, found) {
    return new BackendError(`expected ${expected}, got ${(0,_report_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(JSON.stringify(found) ?? 'nothing', shown)}`);
}
function fieldOf(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
}
function listOf(value) {
    if (Array.isArray(value))
        return value;
    throw unexpected('a list', value);
}
function seriesOf(result) {
    return listOf(result).map((each) => {
        const metric = fieldOf(each, 'metric');
        if (typeof metric !== 'object' || metric === null)
            throw unexpected('the labels of a series', metric);
        const labels = Object.fromEntries(Object.entries(metric).map(([name, value]) => [name, String(value)]));
        // A native histogram has no values: to us it is a series without samples.
        return { labels, points: listOf(fieldOf(each, 'values') ?? []).map(pointOf) };
    });
}
function pointOf(pair) {
    const [at, text] = listOf(pair);
    const value = typeof text === 'string' ? (0,_prometheus_text_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(text) : undefined;
    if (typeof at !== 'number' || value === undefined)
        throw unexpected('a time and a number in quotes', pair);
    return [at, value];
}


/***/ }),

/***/ 6638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gw: () => (/* binding */ parseExposition),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   zi: () => (/* binding */ ExpositionError)
/* harmony export */ });
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5777);
/** Prometheus' text exposition format (0.0.4), and what OpenMetrics exporters add to it, to samples. */

/** Names the line, counted from 1; what stood there is shortened. */
class ExpositionError extends Error {
    name = 'ExpositionError';
    constructor(line, text, expected) {
        super(`line ${line}: expected ${expected}, found ${JSON.stringify((0,_report_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(text, 80))}`);
    }
}
const namePattern = /^[A-Za-z_:][A-Za-z0-9_:]*/;
const labelPattern = /\s*([A-Za-z_][A-Za-z0-9_]*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(,|(?=\}))/y;
const numberPattern = /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i;
const escapes = { n: '\n', '"': '"', '\\': '\\' };
/** A number as exporters write it: `1e-3`, `+Inf`, `NaN`; undefined for anything else. */
function numberOf(text) {
    if (!numberPattern.test(text))
        return undefined;
    const lower = text.toLowerCase();
    if (lower.endsWith('nan'))
        return Number.NaN;
    if (lower.includes('inf'))
        return lower.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return Number(text);
}
/** The labels from the brace at `start` on, and where their closing brace ends; undefined when they are malformed. */
function readLabels(line, start) {
    const found = [];
    let at = start + 1;
    for (;;) {
        const rest = /^\s*\}/.exec(line.slice(at));
        if (rest)
            return { labels: Object.fromEntries(found), end: at + rest[0].length };
        labelPattern.lastIndex = at;
        const [whole, name, value] = labelPattern.exec(line) ?? [];
        if (whole === undefined || name === undefined || value === undefined)
            return undefined;
        found.push([name, value.replace(/\\(.)/g, (both, letter) => escapes[letter] ?? both)]);
        at += whole.length;
    }
}
function readSample(line, number) {
    const [name] = namePattern.exec(line) ?? [];
    if (name === undefined)
        throw new ExpositionError(number, line, 'the name of a metric');
    const open = line.slice(name.length).search(/\S/) + name.length;
    const read = line[open] === '{' ? readLabels(line, open) : { labels: {}, end: name.length };
    if (read === undefined)
        throw new ExpositionError(number, line, 'labels such as {code="200"}');
    // An exemplar of OpenMetrics follows after " # ".
    const rest = line.slice(read.end).replace(/ # \{.*$/, '');
    const [text = '', timestamp, ...more] = rest.trim().split(/\s+/);
    const value = numberOf(text);
    if (value === undefined || (line[open] !== '{' && !/^\s/.test(rest)))
        throw new ExpositionError(number, line, `a value after ${name}`);
    if (more.length > 0 || (timestamp !== undefined && numberOf(timestamp) === undefined))
        throw new ExpositionError(number, line, 'nothing but a timestamp after the value');
    return { name, labels: read.labels, value };
}
/** @throws ExpositionError at the first line that is none */
function parseExposition(text) {
    const samples = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '# EOF')
            break;
        if (line !== '' && !line.startsWith('#'))
            samples.push(readSample(line, index + 1));
    }
    return samples;
}


/***/ })

};
