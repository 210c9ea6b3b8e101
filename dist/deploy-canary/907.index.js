export const id = 907;
export const ids = [907];
export const modules = {

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

/***/ 6907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PrometheusSource: () => (/* binding */ PrometheusSource)
});

// EXTERNAL MODULE: ./build/shared/metrics/meter.js + 2 modules
var metrics_meter = __webpack_require__(1737);
// EXTERNAL MODULE: ./build/shared/metrics/prometheus-api.js
var prometheus_api = __webpack_require__(461);
;// CONCATENATED MODULE: ./build/shared/metrics/prometheus-history.js

/** One sample for each time at which any instance of `version` was seen; its totals begin at the first. */
function historyOf(version, instances, frame) {
    const meter = new metrics_meter/* Meter */.k({ ...frame, usualBounds: [] });
    const times = new Set(instances.flatMap(({ scrapes }) => scrapes.map(({ at }) => at)));
    return [...times]
        .toSorted((a, b) => a - b)
        .map((time) => {
        const seen = instances
            .map((each) => ({ ...each, scrapes: each.scrapes.filter(({ at }) => at === time) }))
            .filter(({ scrapes }) => scrapes.length > 0);
        const reading = { instances: seen, silent: [] };
        return meter.take({ reading, readable: [version], at: time - frame.ahead, weight: 0 }).sample;
    });
}

// EXTERNAL MODULE: ./build/shared/report/clip.js
var clip = __webpack_require__(5777);
// EXTERNAL MODULE: ./build/shared/metrics/exposed.js
var exposed = __webpack_require__(4354);
// EXTERNAL MODULE: ./build/shared/metrics/match.js
var match = __webpack_require__(9639);
;// CONCATENATED MODULE: ./build/shared/metrics/error-sight.js



/** Characters of a trouble, which repeats labels from outside. */
const shown = 300;
class ErrorSight {
    api;
    errors;
    key;
    /** Errors were seen, or could have been. */
    sighted = false;
    /** @param key the plan's, which names the selector */
    constructor(api, errors, key) {
        this.api = api;
        this.errors = errors;
        this.key = key;
    }
    /** Why errors could never be seen, asked until it is known that they can; `all` selects the series they are among. */
    async troubles(all, at) {
        if (this.sighted)
            return [];
        const labels = (await this.api.steps(all, at, at, 1)).map((series) => series.labels);
        const missing = (0,match/* unknownLabel */.tq)(this.errors, labels);
        if (missing !== undefined)
            return [(0,clip/* clip */.$)((0,exposed/* blindTo */.L7)(this.errors, missing, labels, this.key), shown)];
        this.sighted = labels.length > 0;
        return [];
    }
}

// EXTERNAL MODULE: ./build/shared/metrics/model-series.js
var model_series = __webpack_require__(6517);
// EXTERNAL MODULE: ./build/shared/metrics/reading.js
var reading = __webpack_require__(2310);
;// CONCATENATED MODULE: ./build/shared/metrics/grouped.js
/** Series of a metrics server, regrouped into what each instance showed at each scrape: all series of one share its time. */




/** Two jobs that scrape one address are two: each has its own times. */
function groupOf(groups, labels, names) {
    const [version, instance, job] = [names.version, names.instance, 'job'].map((name) => (0,match/* labelOf */.Wy)(labels, name));
    const key = JSON.stringify([version, instance, job]);
    const known = groups.get(key);
    if (known)
        return known;
    const name = [job, instance].filter((part) => part !== '').join('/');
    const group = { version: version ?? '', instance: name, moments: new Map() };
    groups.set(key, group);
    return group;
}
const noPoints = () => ({ requests: [], errors: [], latency: [] });
/** @throws UncountableError when a value is no count of requests */
function setOf({ requests, errors, latency }) {
    const counters = (points) => new Map(points.map(({ labels, value }) => {
        const key = (0,match/* seriesKey */.Xk)(labels);
        return [key, (0,reading/* wholeCount */.v)(value, key)];
    }));
    const histograms = (0,exposed/* histogramsOf */.rg)(latency, 'a histogram');
    return { requests: counters(requests), errors: counters(errors), latency: histograms };
}
function scrapeOf(at, { started, own, model }) {
    const scrape = { at, started: started[0]?.value, ...setOf(own) };
    if (model.size === 0)
        return scrape;
    const sets = [...model].map(([name, points]) => {
        const set = setOf(points);
        return [name, set.latency.size > 0 ? (0,model_series/* histogramSet */.XM)(set.latency) : set];
    });
    return { ...scrape, model: Object.fromEntries(sets) };
}
/** One reading an instance, its scrapes up to `cut` in the order of time. */
function grouped(answers, names, cut) {
    const groups = new Map();
    const put = (series, slot) => {
        for (const { labels, points } of series) {
            const { moments } = groupOf(groups, labels, names);
            for (const [at, value] of points) {
                if (at > cut)
                    continue;
                const moment = moments.get(at) ?? { started: [], own: noPoints(), model: new Map() };
                slot(moment).push({ labels, value });
                moments.set(at, moment);
            }
        }
    };
    const putSet = (set, points) => {
        for (const kind of ['requests', 'errors', 'latency'])
            put(set[kind], (moment) => points(moment)[kind]);
    };
    put(answers.started, ({ started }) => started);
    putSet(answers, ({ own }) => own);
    for (const [name, set] of Object.entries(answers.model))
        putSet(set, ({ model }) => pointsOf(model, name));
    return [...groups.values()].map(({ version, instance, moments }) => ({
        version,
        instance,
        scrapes: [...moments].toSorted(([a], [b]) => a - b).map(([at, moment]) => scrapeOf(at, moment)),
    }));
}
function pointsOf(model, name) {
    const known = model.get(name) ?? noPoints();
    model.set(name, known);
    return known;
}

;// CONCATENATED MODULE: ./build/shared/metrics/prometheus-answers.js
const started = { name: 'process_start_time_seconds', matchers: [] };
/** @param requests where they were asked before */
async function answersTo(ask, metrics, requests) {
    const { latency } = metrics;
    const [counts, errors, buckets, starts, model] = await Promise.all([
        requests ?? ask(metrics.requests),
        ask(metrics.errors),
        latency === null ? [] : ask(latency),
        ask(started),
        modelAnswers(ask, metrics.model),
    ]);
    return { requests: counts, errors, latency: buckets, started: starts, model };
}
async function modelAnswers(ask, metrics) {
    const sets = metrics.map(async (metric) => {
        if ('histogram' in metric)
            return [metric.name, { requests: [], errors: [], latency: await ask(metric.histogram) }];
        const [requests, errors] = await Promise.all([ask(metric.answers), ask(metric.errors)]);
        return [metric.name, { requests, errors, latency: [] }];
    });
    return Object.fromEntries(await Promise.all(sets));
}
/** Those of the answers that are about some series. */
function pick(answers, mine) {
    const of = ({ requests, errors, latency }) => ({
        requests: requests.filter(mine),
        errors: errors.filter(mine),
        latency: latency.filter(mine),
    });
    const model = Object.entries(answers.model).map(([name, set]) => [name, of(set)]);
    return { ...of(answers), started: answers.started.filter(mine), model: Object.fromEntries(model) };
}

;// CONCATENATED MODULE: ./build/shared/metrics/prometheus-queries.js






/** What a Prometheus server writes about a target by itself, even when the target is dead. */
const ownSeries = { label: '__name__', op: '!~', value: 'up|scrape_.+|ALERTS.*' };
/** Characters of a trouble, which may repeat labels from outside. */
const prometheus_queries_shown = 300;
class Queries {
    api;
    metrics;
    /** Newest sample of each version, the server's seconds. */
    newest = new Map();
    sights;
    last;
    constructor(api, metrics) {
        this.api = api;
        this.metrics = metrics;
        const failed = metrics.model.flatMap((metric) => 'errors' in metric ? [[`metrics.model.${metric.name}`, metric.errors]] : []);
        const asked = [['metrics.errors', metrics.errors], ...failed];
        this.sights = asked.map(([key, selector]) => [selector, new ErrorSight(api, selector, key)]);
    }
    /**
     * Requests first: what the later answers have beyond them is cut off, so that all are of one instant. Until every
     * version has been scraped once more nothing is new: a window with one side in it would tell nothing.
     */
    async since(versions, span) {
        const { at, since, staleAfter, cut: before } = span;
        const requests = await this.api.samples(this.text(this.metrics.requests, versions), since, at);
        this.noteNewest(requests);
        const fresh = versions.filter((version) => (this.newest.get(version) ?? 0) >= at - staleAfter);
        const cut = Math.min(at, ...fresh.map((version) => this.newest.get(version) ?? at));
        const moved = fresh.every((version) => this.of(version, requests).some((each) => isWithin(each, before, cut)));
        if (!moved && this.last !== undefined)
            return { ...this.last, instances: [], cut: before };
        this.last = await this.whole(versions, fresh, requests, { ...span, cut });
        return this.last;
    }
    async whole(versions, fresh, requests, { at, since, cut = at }) {
        const ask = (selector) => this.api.samples(this.text(selector, versions), since, at);
        const [answers, idle, blind] = await Promise.all([
            answersTo(ask, this.metrics, requests),
            this.idle(versions, at),
            this.blind(versions, at),
        ]);
        const sides = fresh.map((version) => ({ version, ...this.sideOf(version, answers, cut) }));
        const good = blind.length === 0 ? sides.filter(({ trouble }) => trouble === undefined) : [];
        const stale = versions.filter((version) => !fresh.includes(version) && !idle.includes(version));
        const silences = stale.map((version) => this.silence(version, at));
        return {
            instances: good.flatMap(({ instances }) => instances),
            readable: [...good.map(({ version }) => version), ...(blind.length === 0 ? idle : [])],
            cut,
            troubles: [...sides.flatMap(({ trouble }) => trouble ?? []), ...blind, ...silences],
        };
    }
    async blind(versions, at) {
        const all = this.sights.map(([{ name }, sight]) => sight.troubles(this.text({ name, matchers: [] }, versions), at));
        return (await Promise.all(all)).flat();
    }
    /** What the instances of a version showed every `step` seconds. */
    async history(version, from, to, step) {
        const ask = (selector) => this.api.steps(this.text(selector, [version]), from, to, step);
        return this.sideOf(version, await answersTo(ask, this.metrics), to).instances;
    }
    text({ name, matchers }, versions) {
        return (0,match/* printed */.zd)({ name, matchers: [...matchers, (0,match/* oneOf */.yL)(this.metrics.versionLabel, versions)] });
    }
    of(version, series) {
        return series.filter(({ labels }) => (0,match/* labelOf */.Wy)(labels, this.metrics.versionLabel) === version);
    }
    noteNewest(series) {
        for (const { labels, points } of series) {
            const version = (0,match/* labelOf */.Wy)(labels, this.metrics.versionLabel);
            const [last = 0] = points.at(-1) ?? [];
            this.newest.set(version, Math.max(last, this.newest.get(version) ?? 0));
        }
    }
    sideOf(version, answers, cut) {
        const { versionLabel, instanceLabel } = this.metrics;
        const own = pick(answers, ({ labels }) => (0,match/* labelOf */.Wy)(labels, versionLabel) === version);
        try {
            return { instances: grouped(own, { version: versionLabel, instance: instanceLabel }, cut) };
        }
        catch (error) {
            if (!(error instanceof reading/* UncountableError */.B))
                throw error;
            return { instances: [], trouble: `${version}: ${(0,clip/* clip */.$)(error.message, prometheus_queries_shown)}` };
        }
    }
    /** Versions that are scraped, and have not had a request yet: many exporters show no series until then. */
    async idle(versions, at) {
        const unseen = versions.filter((version) => !this.newest.has(version));
        const counts = await Promise.all(unseen.map((version) => {
            const matchers = [(0,match/* oneOf */.yL)(this.metrics.versionLabel, [version]), ownSeries];
            return this.api.count((0,match/* printed */.zd)({ name: '', matchers }), at);
        }));
        return unseen.filter((_, index) => (counts[index] ?? 0) > 0);
    }
    silence(version, at) {
        const last = this.newest.get(version);
        if (last !== undefined)
            return `no sample of ${version} for ${Math.round(at - last)} s`;
        return `no series has ${this.metrics.versionLabel}="${version}"`;
    }
}
function isWithin({ points }, after, until) {
    return points.some(([at]) => at > (after ?? Number.NEGATIVE_INFINITY) && at <= until);
}

// EXTERNAL MODULE: ./build/shared/metrics/settings.js
var metrics_settings = __webpack_require__(9253);
;// CONCATENATED MODULE: ./build/shared/metrics/prometheus.js





/** Seconds of history, and between two samples of it. */
const past = { seconds: 30 * 60, step: 15 };
/** Seconds asked for again, as a slow scrape is stored some time after its own timestamp. */
const overlap = 15;
const longest = 3600;
/** The process's clock, which never jumps, in Unix seconds. */
const now = () => (performance.timeOrigin + performance.now()) / 1000;
class PrometheusSource {
    beside = true;
    settings;
    api;
    queries;
    meter;
    troubles;
    places = [];
    /** Seconds that the server's clock is ahead. */
    ahead;
    cut;
    /** Weights as they were seen, oldest first: the counts are some seconds old. */
    weights = [];
    /** As the first sample was counted. */
    counted = { bounds: [], model: {} };
    constructor(settings, api) {
        this.settings = settings;
        this.api = api;
        this.queries = new Queries(api, settings.metrics);
        this.meter = new metrics_meter/* Meter */.k({ ...settings, epoch: this.epoch });
        this.troubles = new metrics_settings/* Troubles */.R((text) => settings.say(`prometheus at ${settings.metrics.url}: ${text}`));
    }
    async observe() {
        this.places = await this.settings.places().catch(() => this.places);
        const asked = now();
        this.weights = [...this.weights, { at: asked, weight: this.places.find(({ canary }) => canary)?.weight ?? 0 }];
        const first = this.cut === undefined;
        const found = await this.read(asked).catch((error) => nothingFor(error));
        // What was first scraped after the first cut has a past, unlike what appears later.
        const silent = first ? found.instances.filter(({ scrapes }) => scrapes.length === 0) : [];
        const { sample, troubles } = this.meter.take({
            reading: { instances: found.instances, silent },
            readable: found.readable,
            at: asked,
            weight: this.weightAt(found.cut),
        });
        this.counted = { bounds: sample.bounds, model: fixedTo(sample, this.settings.model) };
        this.troubles.note([...found.troubles, ...troubles]);
        return sample;
    }
    async history() {
        const stable = this.places.filter(({ canary }) => !canary).map(({ version }) => version);
        const [version] = stable;
        if (version === undefined || this.ahead === undefined)
            return [];
        const to = now() + this.ahead;
        try {
            const instances = await this.queries.history(version, to - past.seconds, to, past.step);
            return historyOf(version, instances, { epoch: this.epoch, ...this.counted, ahead: this.ahead });
        }
        catch (error) {
            this.troubles.note(nothingFor(error).troubles.map((trouble) => `no history: ${trouble}`));
            return [];
        }
    }
    afterChange() {
        return this.observe();
    }
    get epoch() {
        return (0,metrics_settings/* fingerprint */.i)('prometheus', this.settings.metrics);
    }
    async read(asked) {
        this.ahead ??= (await this.api.time()) - asked;
        const { staleAfter } = this.settings.metrics;
        const at = asked + this.ahead;
        const since = this.cut === undefined ? staleAfter : Math.min(longest, at - this.cut + overlap);
        const versions = this.places.map(({ version }) => version);
        const answered = await this.queries.since(versions, { at, since, staleAfter, cut: this.cut });
        this.cut = answered.cut ?? this.cut;
        return answered;
    }
    /** The last weight that was seen by then: where the change lies between two looks, the one before it. */
    weightAt(cut) {
        const at = (cut ?? Number.POSITIVE_INFINITY) - (this.ahead ?? 0);
        const index = this.weights.findLastIndex((seen) => seen.at <= at);
        if (index > 0)
            this.weights = this.weights.slice(index);
        return this.weights[0]?.weight ?? 0;
    }
}
/** Counted from now on as a sample was. */
function fixedTo({ model = {} }, known) {
    return Object.fromEntries(Object.entries(known).map(([name, by]) => [name, { ...by, bounds: model[name] }]));
}
function nothingFor(error) {
    if (!(error instanceof prometheus_api.BackendError))
        throw error;
    return { instances: [], readable: [], cut: undefined, troubles: [error.message] };
}


/***/ })

};
