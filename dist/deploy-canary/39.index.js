export const id = 39;
export const ids = [39];
export const modules = {

/***/ 420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearse: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(500);
// EXTERNAL MODULE: ./build/shared/action/conclude.js + 1 modules
var conclude = __webpack_require__(748);
// EXTERNAL MODULE: ./build/shared/plan/units.js
var units = __webpack_require__(537);
;// CONCATENATED MODULE: ./build/shared/release/power.js
/** Forecast for `rate` user requests a second over all versions: a step lasts its dwell, or until its sample is there. */
function forecast(settings, weights, rate) {
    const steps = weights.map((weight) => {
        const sample = settings.minRequests / ((rate * weight) / 100);
        return { weight, seconds: Math.max(settings.dwell[String(weight)] ?? 0, sample) };
    });
    const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
    const dwell = settings.dwell[String(weights[0])] ?? 0;
    const needed = Math.ceil((100 * settings.minRequests) / (rate * dwell));
    return { steps, total, enough: total <= settings.deadline, firstWeight: needed <= 100 ? needed : undefined };
}

// EXTERNAL MODULE: ./build/shared/release/settings.js
var release_settings = __webpack_require__(5);
// EXTERNAL MODULE: ./build/shared/report/markdown.js
var markdown = __webpack_require__(210);
// EXTERNAL MODULE: ./build/actions/deploy-canary/contract.js
var contract = __webpack_require__(39);
;// CONCATENATED MODULE: ./build/actions/deploy-canary/rehearse.js
/** The dry run: what the release would need at the traffic there is; touches nothing. */







/** User requests a second over `seconds`, by the target's own counters. */
async function measureRate(target, seconds) {
    const total = (versions) => Object.values(versions).reduce((sum, { requests }) => sum + requests, 0);
    const before = await target.observe();
    await (0,promises_.setTimeout)(seconds * 1000);
    const after = await target.observe();
    return (total(after.versions) - total(before.versions)) / (after.at - before.at);
}
function explain(power, rate, deadline) {
    const first = power.firstWeight === undefined ? '' : ` A first step of ${power.firstWeight}% would not wait for traffic.`;
    const total = Number.isFinite(power.total) ? (0,units/* readable */.HD)(power.total) : 'forever';
    if (power.enough)
        return `at ${rate.toFixed(1)} requests/s the release takes about ${total}.${first}`;
    return `at ${rate.toFixed(1)} requests/s the release takes ${total}, more than its deadline of ${(0,units/* readable */.HD)(deadline)}: raise canary.analysis.deadline, or the first weights.${first}`;
}
async function rehearse(host, plan, target, status, version) {
    const { analysis, steps } = plan.canary;
    const rate = await measureRate(target, Math.min(5, Math.max(1, analysis.every)));
    const settings = (0,release_settings/* judgeSettings */.$z)(plan, []);
    const power = forecast(settings, steps.map(({ weight }) => weight), rate);
    const reason = `dry run, nothing was touched: ${explain(power, rate, analysis.deadline)}`;
    const verdict = power.enough ? 'held' : 'refused';
    const rows = power.steps.map(({ weight, seconds }) => [
        `${weight} %`,
        Number.isFinite(seconds) ? (0,units/* readable */.HD)(seconds) : 'never',
    ]);
    const facts = [
        ['service', plan.service],
        ['version', version],
        ['stable', status.stable ?? 'none'],
    ];
    host.output('weight', String(status.release?.weight ?? 0));
    const more = `\n${(0,markdown/* table */.tp)(['step', 'takes about'], rows)}\n`;
    return (0,conclude/* conclude */.E)(host, { action: contract/* action */.X, verdict, reason, facts, more });
}


/***/ }),

/***/ 537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   UJ: () => (/* binding */ percentPattern),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/** Quantities as a plan writes them: `5%`, `30s`. Each pattern is also the JSON Schema's. */
const percentPattern = /^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/;
const durationPattern = /^\d+(\.\d+)?(ms|s|m|h)$/;
const secondsPer = { ms: 0.001, s: 1, m: 60, h: 3600 };
/** `5%` to 5. The text has passed `percentPattern`. */
function percent(text) {
    return Number(text.slice(0, -1));
}
/** `1.5m` to 90 seconds. The text has passed `durationPattern`. */
function duration(text) {
    const unit = text.replace(/^[\d.]+/, '');
    return Number(text.slice(0, -unit.length)) * (secondsPer[unit] ?? Number.NaN);
}
/** Seconds for a reader: `45 s`, `2 min`, `1.5 h`. */
function readable(seconds) {
    const tidy = (value) => String(Number(value.toFixed(1)));
    if (seconds < 60)
        return `${tidy(seconds)} s`;
    return seconds < 3600 ? `${tidy(seconds / 60)} min` : `${tidy(seconds / 3600)} h`;
}


/***/ }),

/***/ 5:
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
function judgeSettings({ canary, objectives }, bounds) {
    const { deadline, warmUp, noData, harmBudget } = canary.analysis;
    return {
        version: 'threshold/1',
        bounds,
        dwell: Object.fromEntries(canary.steps.map(({ weight, hold }) => [String(weight), hold])),
        deadline,
        warmUp,
        noData,
        errorRate: objectives.errorRate,
        latencyP95: objectives.latencyP95,
        harmBudget,
        minRequests: 30,
        minErrors: 5,
        slower: 1.5,
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


/***/ }),

/***/ 210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   ZK: () => (/* binding */ latency),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Markdown for step summaries; whatever comes from outside is escaped before it stands there. */
/** Text that cannot become markup, a mention or a table cell's end. */
function plain(text) {
    return text
        .replace(/[\r\n]+/g, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[|`*_[\]\\]/g, '\\$&')
        .replace(/@(?=\w)/g, '@\u200b');
}
/** A table of ready Markdown cells. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
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


/***/ })

};
