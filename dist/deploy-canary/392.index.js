export const id = 392;
export const ids = [392];
export const modules = {

/***/ 2392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSource: () => (/* binding */ openSource)
});

// UNUSED EXPORTS: countedBy

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
// EXTERNAL MODULE: ./build/shared/release/settings.js
var settings = __webpack_require__(1005);
;// CONCATENATED MODULE: ./build/shared/metrics/router.js
class RouterSource {
    beside = false;
    target;
    constructor(target) {
        this.target = target;
    }
    observe() {
        return this.target.observe();
    }
    history() {
        return this.target.history();
    }
    /** The answer has the counters at the very instant of the change. */
    afterChange(answer) {
        return Promise.resolve(answer);
    }
}

// EXTERNAL MODULE: ./build/shared/metrics/settings.js
var metrics_settings = __webpack_require__(9253);
;// CONCATENATED MODULE: ./build/shared/metrics/open.js
/** The source that a plan names. What only one of them needs is loaded when it is opened. */




/** Prometheus' own default bounds (seconds), which most exporters keep. */
const exporterBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/**
 * Opens the plan's source, to go on as an earlier run counted where that was the same.
 * @throws InputError when the token that the plan asks for is not there
 */
async function openSource(host, plan, target, earlier) {
    const { metrics } = plan.canary;
    if (metrics.from === 'router')
        return new RouterSource(target);
    const same = earlier?.epoch === (0,metrics_settings/* fingerprint */.i)(metrics.from, metrics);
    const settings = settingsOf(host, plan, target, same ? earlier : undefined);
    if (metrics.from === 'scrape') {
        const { ScrapeSource } = await Promise.all(/* import() */[__webpack_require__.e(726), __webpack_require__.e(832)]).then(__webpack_require__.bind(__webpack_require__, 3832));
        return new ScrapeSource(settings);
    }
    const token = tokenOf(host, metrics.tokenEnv);
    const [{ PrometheusSource }, { PrometheusApi }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(726), __webpack_require__.e(907)]).then(__webpack_require__.bind(__webpack_require__, 6907)),
        __webpack_require__.e(/* import() */ 461).then(__webpack_require__.bind(__webpack_require__, 461)),
    ]);
    return new PrometheusSource(settings, new PrometheusApi({ url: metrics.url ?? '', token, limit: settings.limit }));
}
function tokenOf(host, name) {
    if (name === undefined)
        return undefined;
    const token = host.env(name);
    if (token !== undefined && /^[\x21-\x7e]+$/.test(token))
        return token;
    const found = token === undefined ? 'is not set' : 'holds characters that no token has, such as a space or a line end';
    throw new errors/* InputError */.dz(`canary.analysis.metrics.token-env: the environment variable ${name} ${found}; expected the server's bearer token, from a secret of the job`);
}
/** A reading takes at most three requests one after another, and the lease has to be renewed long before it ends. */
function limitFor(lease) {
    return Math.min(5, Math.max(0.2, lease / 8));
}
function settingsOf(host, { canary, objectives }, target, earlier) {
    const usual = rising([...(0,settings/* boundsFor */.Lq)(objectives.latencyP95), ...exporterBounds]);
    return {
        metrics: canary.metrics,
        places: () => placesOf(target),
        limit: limitFor(canary.lease),
        bounds: earlier?.bounds,
        usualBounds: usual,
        model: Object.fromEntries(canary.metrics.model.map((metric) => [metric.name, countedBy(metric, usual, earlier?.model?.[metric.name])])),
        say: (text) => host.info(text),
    };
}
const rising = (bounds) => [...new Set(bounds)].toSorted((a, b) => a - b);
/** Tokens a second, from a large model on a processor to a small one on a GPU. */
const rateBounds = [1, 2, 5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, 500];
/** @param seconds usual bounds; @param bounds what an earlier run has fixed */
function countedBy(metric, seconds, bounds) {
    const usualBounds = 'errors' in metric ? [] : metric.name === 'first-token' ? seconds : rateBounds;
    return { bounds, usualBounds, keys: [`metrics.model.${metric.name}`, 'metrics.model.answers'] };
}
async function placesOf(target) {
    const { versions } = await target.inspect();
    return versions
        .filter(({ role }) => role !== 'retired')
        .map(({ version, url, weight, role }) => ({ version, url, weight, canary: role === 'canary' }));
}


/***/ }),

/***/ 9253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ Troubles),
/* harmony export */   i: () => (/* binding */ fingerprint)
/* harmony export */ });
/** Another fingerprint means other counts, with which judging cannot go on. */
function fingerprint(from, { url, path, requests, errors, latency, model }) {
    const print = (selector) => (selector === null ? 'none' : JSON.stringify(selector));
    const asked = model.length === 0 ? [] : [JSON.stringify(model)];
    return [from, url ?? path, ...[requests, errors, latency].map(print), ...asked].join(' ');
}
/** Says each trouble once, until it changes or is over. */
class Troubles {
    say;
    last = '';
    constructor(say) {
        this.say = say;
    }
    note(troubles) {
        const text = troubles.join('; ');
        if (text !== this.last)
            this.say(text === '' ? 'the metrics can be read again' : `metrics: ${text}`);
        this.last = text;
    }
}


/***/ }),

/***/ 1005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ judgeSettings),
/* harmony export */   Lq: () => (/* binding */ boundsFor),
/* harmony export */   Qp: () => (/* binding */ controllerSettings)
/* harmony export */ });
/** Seconds; close enough that a quantile read between two of them is off by a third at most. */
const usualBounds = [
    0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10, 15, 30,
    60,
];
/** The latency bounds to count by: the usual ones and the objective, so that it can be judged exactly. */
function boundsFor(objective) {
    return [...new Set([...usualBounds, objective])].toSorted((a, b) => a - b);
}
/** Bound on the probability that a release ever rolls a version back that is no worse. */
const alpha = 0.01;
/** Part of alpha that the requests keep where the model is judged too; its metrics share the rest evenly (Bonferroni). */
const requestsPart = 0.5;
/** @param counted the bounds of what is counted: a metric of the model that is not, or has none to compare, is not judged */
function judgeSettings({ canary, objectives }, counted) {
    const { deadline, warmUp, noData, harmBudget } = canary.analysis;
    const { bounds, model = {} } = counted;
    const asked = canary.metrics.model.filter((metric) => {
        const known = model[metric.name];
        return known !== undefined && ('errors' in metric || known.length > 0);
    });
    const metrics = asked.map(({ name, worse }) => {
        return { name, worse, bounds: model[name] ?? [], alpha: (alpha * (1 - requestsPart)) / asked.length };
    });
    return {
        version: 'e-process/1',
        bounds,
        steps: canary.steps.map(({ weight, hold }) => ({ weight, dwell: hold })),
        deadline,
        warmUp,
        noData,
        errorRate: objectives.errorRate,
        latencyP95: objectives.latencyP95,
        harmBudget,
        ...(metrics.length === 0 ? { alpha } : { alpha: alpha * requestsPart, model: metrics }),
    };
}
/** `until` is the weight of a step in percent. */
function controllerSettings({ canary }, until) {
    return {
        rungs: canary.steps.map(({ weight, approve }) => ({ weight, approve })),
        until,
        onCancel: canary.onCancel,
        onDeadline: canary.onDeadline,
        gateFor: canary.heldFor,
    };
}


/***/ })

};
