export const id = 726;
export const ids = [726];
export const modules = {

/***/ 6197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ histogramOf),
/* harmony export */   XF: () => (/* binding */ enough),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   il: () => (/* binding */ spread),
/* harmony export */   tA: () => (/* binding */ commonBounds),
/* harmony export */   ue: () => (/* binding */ shared)
/* harmony export */ });
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2310);
/** Bounds of histograms: those that all series have in common, and counts told apart by them. */

/** With fewer bounds than these in common, latencies of two versions cannot be compared. */
const leastBounds = 3;
function enough(bounds) {
    return bounds.length >= leastBounds;
}
/** The bounds above 0 that every series of a reading has, since nothing is below one of 0; undefined when it has no series. */
function commonBounds({ instances }) {
    const histograms = instances.flatMap(({ scrapes }) => scrapes.flatMap(({ latency }) => [...latency.values()]));
    const common = histograms.reduce((left, { bounds }) => (left === undefined ? bounds : shared(left, bounds)), undefined);
    return common?.filter((bound) => bound > 0);
}
/** The bounds that are in both; exact, since the counts below a bound do not depend on the bounds beside it. */
function shared(some, others) {
    if (some.length === others.length && some.every((bound, index) => bound === others[index]))
        return some;
    const known = new Set(others);
    return some.filter((bound) => known.has(bound));
}
/** Cumulative counts at some of a histogram's bounds, and of all. */
function at({ bounds, counts }, some) {
    const byBound = new Map(bounds.map((bound, index) => [bound, counts[index] ?? 0]));
    return [...some.map((bound) => byBound.get(bound) ?? 0), counts.at(-1) ?? 0];
}
/** From `le` to cumulative count of one histogram. @throws UncountableError when the bounds or counts are none */
function histogramOf(buckets, what) {
    const entries = [...buckets].map(([le, count]) => [le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), count]);
    const rising = entries.toSorted(([a = 0], [b = 0]) => a - b);
    const bounds = rising.slice(0, -1).map(([bound = 0]) => bound);
    if (rising.at(-1)?.[0] !== Number.POSITIVE_INFINITY)
        throw new _reading_js__WEBPACK_IMPORTED_MODULE_0__/* .UncountableError */ .B(`${what} has no bucket le="+Inf"`);
    if (!bounds.every(Number.isFinite))
        throw new _reading_js__WEBPACK_IMPORTED_MODULE_0__/* .UncountableError */ .B(`${what} has a bucket whose bound is no number`);
    return { bounds, counts: rising.map(([, count = 0]) => (0,_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeCount */ .v)(count, what)) };
}
/**
 * Counts between bounds that are in `common`, as counts of the buckets between `bounds`, of which `common` is a part:
 * what a wider bucket holds goes to its lowest part, so that nothing looks slower than it was seen to be.
 */
function spread(between, common, bounds) {
    const counts = Array.from({ length: bounds.length + 1 }, () => 0);
    for (const [index, count] of between.entries()) {
        const below = common[index - 1];
        const first = below === undefined ? 0 : bounds.indexOf(below) + 1;
        counts[first] = (counts[first] ?? 0) + count;
    }
    return counts;
}


/***/ }),

/***/ 4354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ blindTo),
/* harmony export */   Q1: () => (/* binding */ scrapeOf),
/* harmony export */   rg: () => (/* binding */ histogramsOf)
/* harmony export */ });
/* harmony import */ var _buckets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6197);
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9639);
/* harmony import */ var _model_series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6517);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2310);




/** @throws UncountableError when a series is no counter of requests, or the errors could not be told from the rest */
function scrapeOf(samples, selectors, at) {
    const named = Map.groupBy(samples, ({ name }) => name);
    return {
        at,
        started: named.get('process_start_time_seconds')?.[0]?.value,
        requests: counters(named, selectors.requests),
        errors: errors(named, selectors.errors, 'metrics.errors'),
        latency: selectors.latency === null ? new Map() : histograms(named, selectors.latency),
        ...(selectors.model.length === 0 ? {} : { model: modelOf(named, selectors.model) }),
    };
}
function chosenBy(named, selector) {
    const matches = (0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(selector);
    return (named.get(selector.name) ?? []).filter(({ labels }) => matches(labels));
}
function counters(named, selector) {
    const chosen = chosenBy(named, selector);
    return new Map(chosen.map(({ labels, value }) => [(0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesKey */ .Xk)(labels), (0,_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeCount */ .v)(value, (0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .printed */ .zd)(selector))]));
}
function errors(named, selector, key) {
    const series = (named.get(selector.name) ?? []).map(({ labels }) => labels);
    const missing = (0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownLabel */ .tq)(selector, series);
    if (missing !== undefined)
        throw new _reading_js__WEBPACK_IMPORTED_MODULE_2__/* .UncountableError */ .B(blindTo(selector, missing, series, key));
    return counters(named, selector);
}
function modelOf(named, metrics) {
    const sets = metrics.map((metric) => {
        if ('histogram' in metric)
            return [metric.name, (0,_model_series_js__WEBPACK_IMPORTED_MODULE_0__/* .histogramSet */ .XM)(histograms(named, metric.histogram))];
        const failed = errors(named, metric.errors, `metrics.model.${metric.name}`);
        return [metric.name, { requests: counters(named, metric.answers), errors: failed, latency: new Map() }];
    });
    return Object.fromEntries(sets);
}
/** Of errors that nobody would ever see, with the labels there are. */
function blindTo(selector, label, series, key) {
    const known = [...new Set(series.flatMap((labels) => Object.keys(labels)))].join(', ') || 'none';
    return `no series of ${selector.name} has the label ${label} that ${key} asks for (its labels: ${known}), so errors could not be seen`;
}
function histograms(named, selector) {
    const chosen = chosenBy(named, selector);
    return histogramsOf(chosen, (0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .printed */ .zd)(selector));
}
/** Groups `..._bucket` series into histograms by their labels without `le`. */
function histogramsOf(series, what) {
    const grouped = Map.groupBy(series, ({ labels }) => (0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesKey */ .Xk)(labels, 'le'));
    return new Map([...grouped].map(([key, members]) => {
        const buckets = new Map(members.map(({ labels, value }) => [(0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(labels, 'le'), value]));
        return [key, (0,_buckets_js__WEBPACK_IMPORTED_MODULE_3__/* .histogramOf */ .AJ)(buckets, what)];
    }));
}


/***/ }),

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

/***/ 9639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   Xk: () => (/* binding */ seriesKey),
/* harmony export */   tq: () => (/* binding */ unknownLabel),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zd: () => (/* binding */ printed)
/* harmony export */ });
/** The value of a label; a label that is missing is empty, as in Prometheus. */
function labelOf(labels, label) {
    return Object.hasOwn(labels, label) ? (labels[label] ?? '') : '';
}
/** Regular expressions are anchored, as in Prometheus. */
function test({ label, op, value }) {
    if (op === '=')
        return (labels) => labelOf(labels, label) === value;
    if (op === '!=')
        return (labels) => labelOf(labels, label) !== value;
    const pattern = new RegExp(`^(?:${value})$`, 's');
    return (labels) => pattern.test(labelOf(labels, label)) === (op === '=~');
}
/** A test for the labels of series that have the selector's name. */
function matching({ matchers }) {
    const tests = matchers.map(test);
    return (labels) => tests.every((holds) => holds(labels));
}
function quoted(value) {
    return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
/** The selector in PromQL. */
function printed({ name, matchers }) {
    return `${name}{${matchers.map(({ label, op, value }) => `${label}${op}${quoted(value)}`).join(',')}}`;
}
/** The matcher of exactly these values. */
function oneOf(label, values) {
    return { label, op: '=~', value: values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') };
}
/** The same labels in any order are the same series. */
function seriesKey(labels, without = '') {
    const entries = Object.entries(labels).filter(([name]) => name !== without);
    return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
/**
 * The label that a selector asks a value of, and that no series of its name has: with such a selector the errors of a
 * service would never be seen. Undefined when all is well, or when there is no series yet to tell by.
 */
function unknownLabel({ matchers }, series) {
    if (series.length === 0)
        return undefined;
    const asked = matchers.filter((matcher) => !test(matcher)({})).map(({ label }) => label);
    return asked.find((label) => series.every((labels) => labelOf(labels, label) === ''));
}


/***/ }),

/***/ 1737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ Meter)
});

// EXTERNAL MODULE: ./build/shared/metrics/buckets.js
var buckets = __webpack_require__(6197);
// EXTERNAL MODULE: ./build/shared/metrics/model-series.js
var model_series = __webpack_require__(6517);
// EXTERNAL MODULE: ./build/shared/report/clip.js
var clip = __webpack_require__(5777);
;// CONCATENATED MODULE: ./build/shared/metrics/counting.js
/** From two scrapes of one instance to what happened between them; resets are handled a series and instance, never on sums. */

/** Seconds by which two statements of one start may differ. */
const startNoise = 1;
function sumOf(before, now, restarted) {
    let sum = 0;
    for (const [key, value] of now) {
        const last = restarted ? undefined : before.get(key);
        sum += last === undefined || value < last ? value : value - last;
    }
    return sum;
}
function fell(before, now) {
    return [...now].some(([key, value]) => value < (before.get(key) ?? 0));
}
/** Whether a histogram began again: all of its buckets are one object, so that one falling says it of all. */
function began(last, now) {
    const common = (0,buckets/* shared */.ue)(last.bounds, now.bounds);
    const [before, after] = [(0,buckets.at)(last, common), (0,buckets.at)(now, common)];
    return after.some((count, index) => count < (before[index] ?? 0));
}
function rises(last, now, bounds) {
    const fresh = last === undefined || began(last, now);
    const [before, after] = [fresh ? [] : (0,buckets.at)(last, bounds), (0,buckets.at)(now, bounds)];
    const below = after.map((count, index) => count - (before[index] ?? 0));
    return below.map((count, index) => count - (below[index - 1] ?? 0));
}
/**
 * Series that are new since `before` began in between and count from 0; one that is gone keeps what it had. Every
 * histogram of both has each of `bounds`.
 */
function between(before, now, bounds) {
    const restarted = before.started !== undefined && now.started !== undefined && Math.abs(now.started - before.started) > startNoise;
    const latencies = [...now.latency].map(([key, histogram]) => {
        const last = restarted ? undefined : before.latency.get(key);
        return { last, histogram, rise: rises(last, histogram, bounds) };
    });
    const buckets = Array.from({ length: bounds.length + 1 }, (_, index) => latencies.reduce((sum, { rise }) => sum + (rise[index] ?? 0), 0));
    const latencyBegan = latencies.some(({ last, histogram }) => last !== undefined && began(last, histogram));
    return {
        requests: sumOf(before.requests, now.requests, restarted),
        errors: sumOf(before.errors, now.errors, restarted),
        buckets,
        restarted: restarted || latencyBegan || fell(before.requests, now.requests) || fell(before.errors, now.errors),
        torn: latencies.some(({ rise }) => rise.some((count) => count < 0)),
    };
}
/**
 * The reference for the next scrape: this one, and what it no longer shows as it was last seen. What an earlier life of
 * the process had counted is no reference for this one.
 */
function latest(before, now, restarted) {
    if (restarted)
        return now;
    return {
        at: now.at,
        started: now.started ?? before.started,
        requests: new Map([...before.requests, ...now.requests]),
        errors: new Map([...before.errors, ...now.errors]),
        latency: new Map([...before.latency, ...now.latency]),
    };
}
/** An instance that has not counted anything yet. */
const unborn = {
    at: Number.NEGATIVE_INFINITY,
    requests: new Map(),
    errors: new Map(),
    latency: new Map(),
};
const nothingHappened = (bounds) => ({
    requests: 0,
    errors: 0,
    buckets: Array.from({ length: bounds + 1 }, () => 0),
    restarted: false,
    torn: false,
});

;// CONCATENATED MODULE: ./build/shared/metrics/totals.js



function noTotals(bounds) {
    return { bounds, common: bounds, opened: false, versions: {}, awaited: new Set() };
}
const nameOf = ({ version, instance }) => JSON.stringify([version, instance]);
function plus(sum, more) {
    return {
        requests: sum.requests + more.requests,
        errors: sum.errors + more.errors,
        buckets: sum.buckets.map((count, index) => count + (more.buckets[index] ?? 0)),
        restarted: sum.restarted || more.restarted,
        torn: sum.torn || more.torn,
    };
}
/** Walks the scrapes of one instance since the last reading; the first one of an instance with a past only refers. */
function walk(totals, common, reading) {
    const known = totals.versions[reading.version]?.get(reading.instance);
    const past = !totals.opened || totals.awaited.has(nameOf(reading));
    let last = known?.last;
    let delta = nothingHappened(common.length);
    for (const scrape of reading.scrapes) {
        if (last !== undefined && scrape.at <= last.at)
            continue;
        if (last === undefined && past) {
            last = scrape;
            continue;
        }
        const more = between(last ?? unborn, scrape, common);
        delta = plus(delta, more);
        last = latest(last ?? unborn, scrape, more.restarted);
    }
    return { reading, known, last: last ?? unborn, delta };
}
/** With `counts` false the step only moves the reference on. */
function keep(versions, step, buckets, counts) {
    const { version, instance } = step.reading;
    const base = step.known ?? { requests: 0, errors: 0, buckets: buckets.map(() => 0), restarts: 0 };
    const { requests, errors, restarted } = step.delta;
    const next = {
        last: step.last,
        requests: base.requests + (counts ? requests : 0),
        errors: base.errors + (counts ? errors : 0),
        buckets: base.buckets.map((count, index) => count + (counts ? (buckets[index] ?? 0) : 0)),
        restarts: base.restarts + (restarted ? 1 : 0),
    };
    return { ...versions, [version]: new Map(versions[version]).set(instance, next) };
}
/** Versions whose numbers contradict themselves, and why. */
function contradictions(steps, [part, all]) {
    const sums = new Map();
    for (const { reading, delta } of steps) {
        const sum = sums.get(reading.version) ?? { requests: 0, errors: 0 };
        sums.set(reading.version, { requests: sum.requests + delta.requests, errors: sum.errors + delta.errors });
    }
    const wrong = [...sums].filter(([, { requests, errors }]) => errors > requests);
    return new Map(wrong.map(([version, { requests, errors }]) => [
        version,
        `${version} counted ${errors} errors in ${requests} requests; expected ${part} to select a part of ${all}`,
    ]));
}
function narrowed({ common }, { instances }) {
    const histograms = instances.flatMap(({ scrapes }) => scrapes.flatMap(({ latency }) => [...latency.values()]));
    return histograms.reduce((left, { bounds }) => (0,buckets/* shared */.ue)(left, bounds), common);
}
function stillAwaited({ awaited }, { instances, silent }) {
    const read = new Set(instances.filter(({ scrapes }) => scrapes.length > 0).map(nameOf));
    return new Set([...awaited, ...silent.map(nameOf)].filter((name) => !read.has(name)));
}
/** The totals after one reading. A window with a torn histogram is dropped on both sides, so that they stay comparable. */
function fold(totals, reading, keys = ['metrics.errors', 'metrics.requests']) {
    const common = narrowed(totals, reading);
    const used = (0,buckets/* enough */.XF)(common) ? common : [];
    const seen = reading.instances.filter(({ scrapes }) => scrapes.length > 0);
    const all = seen.map((each) => walk(totals, used, each));
    const wrong = contradictions(all, keys);
    const steps = all.filter(({ reading: { version } }) => !wrong.has(version));
    const torn = steps.filter(({ delta }) => delta.torn).map(({ reading: { instance } }) => instance);
    const versions = steps.reduce((known, step) => {
        const latency = used.length > 0 ? step.delta.buckets : [];
        return keep(known, step, (0,buckets/* spread */.il)(latency, used, totals.bounds), torn.length === 0);
    }, totals.versions);
    const dropped = `dropped a reading: the histogram of ${JSON.stringify((0,clip/* clip */.$)(torn[0] ?? '', 80))} holds fewer requests below a higher bound`;
    return {
        totals: { bounds: totals.bounds, common, opened: true, versions, awaited: stillAwaited(totals, reading) },
        troubles: [...wrong.values(), ...(torn.length > 0 ? [dropped] : []), ...strange(totals.bounds, common)],
        refused: [...wrong.keys()],
    };
}
/** Of histograms that came after the bounds were fixed, or changed theirs. */
function strange(bounds, common) {
    if ((0,buckets/* enough */.XF)(common) || !(0,buckets/* enough */.XF)(bounds))
        return [];
    const both = common.length === 0 ? 'none' : common.join(', ');
    return [
        `the bounds of a histogram are others than those that are judged by (in both: ${both}), so that its values are not compared`,
    ];
}
const noBuckets = ({ bounds }) => Array.from({ length: bounds.length === 0 ? 0 : bounds.length + 1 }, () => 0);
/** What a version counted since the first reading; without bounds there is no latency. */
function countersOf(totals, version) {
    const instances = [...(totals.versions[version] ?? [])];
    const none = noBuckets(totals);
    const tallies = instances.map(([name, { requests, errors, buckets, restarts }]) => {
        return [name, { requests, errors, buckets: none.map((_, index) => buckets[index] ?? 0), restarts }];
    });
    const sum = (of) => instances.reduce((all, [, instance]) => all + of(instance), 0);
    return {
        requests: sum(({ requests }) => requests),
        errors: sum(({ errors }) => errors),
        buckets: none.map((_, index) => sum(({ buckets }) => buckets[index] ?? 0)),
        firstByte: none,
        ...(tallies.length === 0 ? {} : { instances: Object.fromEntries(tallies) }),
    };
}

;// CONCATENATED MODULE: ./build/shared/metrics/meter.js



class Meter {
    settings;
    totals;
    /** As the first sample said them: the judge goes by these. */
    bounds;
    model;
    /** Metrics of the model that no version has shown yet. */
    unseen;
    constructor(settings) {
        this.settings = settings;
        const meters = Object.entries(settings.model ?? {}).map(([name, counted]) => {
            return [name, new Meter({ epoch: settings.epoch, ...counted })];
        });
        this.model = new Map(meters);
        this.unseen = new Set(this.model.keys());
    }
    take(measured) {
        const own = this.requests(measured);
        if (this.model.size === 0)
            return own;
        const parts = [...this.model].map(([name, meter]) => {
            const reading = (0,model_series/* readingOf */.MU)(measured.reading, name);
            if ((0,model_series/* hasSeries */.YQ)(reading))
                this.unseen.delete(name);
            return [name, meter.take({ ...measured, reading })];
        });
        const missing = [...this.unseen].map((name) => `no version shows any series of metrics.model.${name} yet`);
        return {
            sample: (0,model_series/* withModel */.qh)(own.sample, new Map(parts.map(([name, { sample }]) => [name, sample]))),
            troubles: [
                ...own.troubles,
                ...missing,
                ...parts.flatMap(([name, { troubles }]) => troubles.map((text) => `${name}: ${text}`)),
            ],
        };
    }
    requests({ reading, readable, at, weight }) {
        this.bounds ??= this.boundsFor(reading);
        const { totals, troubles, refused } = fold(this.totals ?? noTotals(this.bounds), reading, this.settings.keys);
        // Where nothing at all could be read there is no reference yet.
        if (this.totals !== undefined || reading.instances.length > 0)
            this.totals = totals;
        const versions = readable
            .filter((version) => !refused.includes(version))
            .map((version) => [version, countersOf(totals, version)]);
        const { epoch } = this.settings;
        return { sample: { at, epoch, bounds: this.bounds, weight, versions: Object.fromEntries(versions) }, troubles };
    }
    boundsFor(reading) {
        const { bounds, usualBounds } = this.settings;
        if (bounds !== undefined)
            return bounds;
        const common = (0,buckets/* commonBounds */.tA)(reading);
        const counted = reading.instances.some(({ scrapes }) => scrapes.some(({ requests }) => [...requests.values()].some((count) => count > 0)));
        if (common === undefined)
            return counted ? [] : usualBounds;
        return (0,buckets/* enough */.XF)(common) ? common : [];
    }
}


/***/ }),

/***/ 6517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ readingOf),
/* harmony export */   XM: () => (/* binding */ histogramSet),
/* harmony export */   YQ: () => (/* binding */ hasSeries),
/* harmony export */   qh: () => (/* binding */ withModel)
/* harmony export */ });
/** Every value of a histogram as a request of its own, of which none fails. */
function histogramSet(latency) {
    const requests = new Map([...latency].map(([key, { counts }]) => [key, counts.at(-1) ?? 0]));
    return { requests, errors: new Map(), latency };
}
const none = { requests: new Map(), errors: new Map(), latency: new Map() };
/** The reading of one metric, at the same times and of the same instances. */
function readingOf(reading, name) {
    const only = ({ at, started, model }) => ({ at, started, ...(model?.[name] ?? none) });
    const instances = reading.instances.map((each) => ({ ...each, scrapes: each.scrapes.map(only) }));
    return { instances, silent: reading.silent };
}
/** Whether any instance showed anything of it: a misspelt name looks like a model that nobody asks. */
function hasSeries({ instances }) {
    return instances.some(({ scrapes }) => scrapes.some(({ requests, latency }) => requests.size + latency.size > 0));
}
/** A sample with what each metric's own one says of the same versions. */
function withModel(sample, parts) {
    const countedBy = (version) => {
        const known = [...parts].flatMap(([name, { versions }]) => {
            const counters = Object.hasOwn(versions, version) ? versions[version] : undefined;
            if (counters === undefined)
                return [];
            const { firstByte: _, model: __, ...counted } = counters;
            return [[name, counted]];
        });
        return Object.fromEntries(known);
    };
    const versions = Object.entries(sample.versions).map(([version, counters]) => {
        return [version, { ...counters, model: countedBy(version) }];
    });
    const model = [...parts].map(([name, { bounds }]) => [name, bounds]);
    return { ...sample, model: Object.fromEntries(model), versions: Object.fromEntries(versions) };
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


/***/ }),

/***/ 2310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ UncountableError),
/* harmony export */   v: () => (/* binding */ wholeCount)
/* harmony export */ });
/** What a source read, before anything is counted: raw cumulative series of each instance, one set a scrape. */
/** A side's numbers cannot be counts of requests: it is as good as unread, and the message says why. */
class UncountableError extends Error {
    name = 'UncountableError';
}
/** How far a counter may be from a whole number, relative to it: what adding floats leaves. */
const noise = 1e-6;
/** @throws UncountableError for what is no count: negative, broken, infinite or NaN */
function wholeCount(value, what) {
    const whole = Math.round(value);
    if (value >= -noise && Number.isSafeInteger(whole) && Math.abs(value - whole) <= noise * Math.max(1, whole))
        return Math.abs(whole);
    throw new UncountableError(`${what} is ${value}; expected a whole number of requests`);
}


/***/ })

};
