export const id = 212;
export const ids = [212,458];
export const modules = {

/***/ 9458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sh: () => (/* binding */ foresee),
  Zw: () => (/* binding */ problemOf),
  tH: () => (/* binding */ promiseOf),
  refuseHopeless: () => (/* binding */ refuseHopeless),
  tI: () => (/* binding */ tablesOf)
});

// EXTERNAL MODULE: ./build/shared/action/conclude.js + 1 modules
var conclude = __webpack_require__(748);
// EXTERNAL MODULE: ./build/shared/plan/units.js
var units = __webpack_require__(4537);
// EXTERNAL MODULE: ./build/shared/release/judge/judge.js + 7 modules
var judge = __webpack_require__(6489);
// EXTERNAL MODULE: ./build/shared/release/judge/placebo.js
var judge_placebo = __webpack_require__(3282);
// EXTERNAL MODULE: ./build/shared/release/judge/settings.js
var judge_settings = __webpack_require__(8773);
;// CONCATENATED MODULE: ./build/shared/release/power/expected.js



/** At one weight looks come further apart with time, by 2 % of it: a day then takes few more steps than half an hour. */
const coarseness = 50;
/**
 * A canary that is as quick as the baseline and fails `errors` (0 to 1) of its requests, up to its end. What it counts of
 * its model is left out: how often requests ask it is not known.
 */
function expectedRelease(all, traffic, watch, errors) {
    const settings = (0,judge/* withoutModel */.WG)(all);
    const { history, placebo } = traffic.past;
    const { known } = (0,judge_placebo/* dispersionOf */.ap)(placebo, 0);
    // Once it is known how evenly the instances fail it is to stay so; until then two of them tell it, failing evenly.
    const halves = known ? [] : placebo.instances.slice(0, 2);
    let state = { ...(0,judge/* beginJudging */.ar)(settings), history, placebo };
    let now = { end: 'undecided', seconds: 0, requests: 0, weight: 0, passed: [], last: 'continue' };
    let since = 0;
    while (now.end === 'undecided' && now.seconds <= settings.deadline) {
        const weight = settings.steps[now.passed.length]?.weight ?? 100;
        const pause = pauseAt(now.seconds - since, (0,judge_settings/* dwellOf */.yB)(settings, weight), (0,judge/* hurried */.qy)(state), watch);
        const span = { from: now.seconds, t: now.seconds + pause, weight, errors, served: now.requests };
        const { state: next, decision } = (0,judge/* step */.PM)(state, lineOf(traffic, span, halves));
        state = known ? { ...next, placebo } : next;
        now = after({ ...now, seconds: span.t, requests: now.requests + mineOf(traffic, span), weight }, decision.decision);
        if (decision.decision !== 'promote-step')
            continue;
        const passed = [...now.passed, now.seconds - since];
        const over = passed.length === settings.steps.length || weight >= watch.until;
        now = { ...now, passed, end: over ? 'passed' : 'undecided' };
        since = now.seconds;
    }
    return now;
}
function after(now, decision) {
    if (decision === 'inconclusive')
        return now;
    return { ...now, last: decision, end: decision === 'rollback' ? 'rolled-back' : now.end };
}
/** Whole looks, and none that goes past the end of the dwell; `t` is the time at this weight. */
function pauseAt(t, dwell, soon, { every }) {
    if (soon)
        return Math.min(1, every);
    const looks = Math.floor(t / coarseness / every);
    const left = Math.ceil((dwell - t) / every);
    return every * Math.max(1, left > 0 ? Math.min(looks, left) : looks);
}
const mineOf = ({ rate }, { from, t, weight }) => (rate * (t - from) * weight) / 100;
function lineOf(traffic, span, halves) {
    const { from, t, weight, errors, served } = span;
    const mine = mineOf(traffic, span);
    const theirs = (traffic.rate * (t - from) * (100 - weight)) / 100;
    const failed = typical((served + mine) * errors) - typical(served * errors);
    const baseline = sideOf(traffic, theirs, theirs * traffic.errors);
    const half = {
        requests: baseline.requests / 2,
        errors: baseline.errors / 2,
        buckets: baseline.buckets.map((n) => n / 2),
    };
    const instances = Object.fromEntries(halves.map((name) => [name, half]));
    return { from, t, weight, canary: sideOf(traffic, mine, failed), baseline: { ...baseline, instances } };
}
function sideOf({ latencies }, requests, errors) {
    return { requests, errors, buckets: latencies.map((share) => share * requests) };
}
/** The median of a Poisson count: on average every release has a part of a rare error, but most have none. */
function typical(mean) {
    return Math.floor(mean + 1 / 3);
}

;// CONCATENATED MODULE: ./build/shared/release/power/forecast.js

/** Seconds beyond which nobody waits. */
const patience = 86_400;
/** For a version just as good as the baseline, whatever the plan's deadline is. */
function forecast(settings, traffic, watch) {
    const asked = settings.steps.filter((_, index) => (settings.steps[index - 1]?.weight ?? 0) < watch.until);
    const { passed, last: said } = expectedRelease({ ...settings, deadline: patience }, traffic, watch, traffic.errors);
    const steps = asked.map(({ weight }, index) => ({ weight, seconds: passed[index] ?? Number.POSITIVE_INFINITY }));
    const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
    return { steps, total, enough: total <= settings.deadline, incident: said === 'shared-incident' };
}
/** What becomes of versions that fail twice and five times as often as the baseline, and half of the time. */
function catches(settings, traffic, watch) {
    const { history } = traffic.past;
    // A baseline that was not seen to fail does so about as rarely as could just not be seen.
    const usual = traffic.errors > 0 ? traffic.errors : (history.errors + 0.5) / (history.requests + 1);
    const found = (ratio, errors) => {
        return { ratio, errors, expected: expectedRelease(settings, { ...traffic, errors: usual }, watch, errors) };
    };
    return [...[2, 5].map((ratio) => found(ratio, Math.min(0.9, ratio * usual))), found(undefined, 0.5)];
}

;// CONCATENATED MODULE: ./build/shared/release/power/remedies.js

/** What a person would write into a plan, percent. */
const weights = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50];
const budgets = [0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 7.5, 10, 15, 20, 30];
/** `power` is what was forecast for the plan as it is. */
function remedies(settings, traffic, watch, power) {
    const larger = budgets.filter((percent) => percent / 100 > settings.harmBudget);
    const fits = (percent) => passes({ ...settings, harmBudget: percent / 100 }, traffic, watch);
    const budget = power.incident ? undefined : larger.find(fits);
    return {
        firstWeight: power.incident ? undefined : smallestFirst(settings, traffic, watch),
        harmBudget: budget === undefined ? undefined : budget / 100,
        deadline: Number.isFinite(power.total) ? roomy(power.total) : undefined,
    };
}
/** The smallest first weight (percent) with which a version just as good as the baseline passes in time. */
function smallestFirst(settings, traffic, watch) {
    const [first, ...later] = settings.steps;
    return weights.find((weight) => {
        const steps = [{ weight, dwell: first?.dwell ?? 0 }, ...later.filter((step) => step.weight > weight)];
        return passes({ ...settings, steps }, traffic, watch);
    });
}
function passes(settings, traffic, watch) {
    const { end, seconds } = expectedRelease(settings, traffic, watch, traffic.errors);
    return end === 'passed' && seconds <= settings.deadline;
}
/** A quarter more than is typical, as half of all good versions take longer than that. */
function roomy(typical) {
    const unit = typical < 600 ? 60 : 300;
    return Math.ceil((1.25 * typical) / unit) * unit;
}

// EXTERNAL MODULE: ./build/shared/release/settings.js
var release_settings = __webpack_require__(1005);
// EXTERNAL MODULE: ./build/shared/report/markdown.js
var markdown = __webpack_require__(5210);
;// CONCATENATED MODULE: ./build/shared/report/forecast.js
/** What a release will take and what it will catch, in words; plain text apart from the table. */


const time = (seconds) => (Number.isFinite(seconds) ? (0,units/* readable */.HD)(seconds) : 'more than a day');
/** `98 requests/s`, in three digits. */
const rateText = (rate) => `${(0,markdown/* count */.U9)(Number(rate.toPrecision(3)))} requests/s`;
const trafficText = ({ rate, errors }) => `at ${rateText(rate)} (${(0,markdown/* percent */.KN)(errors)} of them fail)`;
const nameOf = ({ ratio }) => (ratio === undefined ? '50 % errors' : `x${ratio} errors`);
/** One sentence for a plan that can decide. */
function outlook(traffic, { total }, found) {
    // Five times of what was never seen is a guess that says nothing to a reader.
    const said = found.filter(({ ratio }) => ratio === undefined || (ratio === 5 && traffic.errors > 0));
    const caught = said.filter(({ expected }) => expected.end === 'rolled-back');
    const after = caught.map((fault, index) => index === 0
        ? `${nameOf(fault)} are caught after about ${answered(fault)} requests of the canary`
        : `${nameOf(fault)} after about ${answered(fault)}`);
    return [
        `at ${rateText(traffic.rate)} the release takes about ${time(total)}`,
        ...(after.length === 0 ? [] : [after.join(', ')]),
        ...said.filter((fault) => !caught.includes(fault)).map(missed),
    ].join('; ');
}
const answered = ({ expected }) => (0,markdown/* count */.U9)(Math.ceil(expected.requests));
function missed(fault) {
    if (fault.expected.end === 'passed')
        return `${nameOf(fault)} may pass: they stay within the harm budget`;
    return `${nameOf(fault)} are not caught within the deadline`;
}
/** Why a plan is refused, and each change that would do by itself. */
function shortfall(settings, traffic, power, remedies) {
    const { deadline } = settings;
    if (power.incident)
        return incident(settings, traffic);
    const ladder = power.steps.map(({ weight }) => `${weight}%`).join(', ');
    const takes = `even a version just as good as the stable one takes ${time(power.total)} to pass ${ladder}`;
    return `canary.analysis.deadline: ${(0,units/* readable */.HD)(deadline)} is too short: ${trafficText(traffic)}, ${takes}. ${changes(remedies)}`;
}
function incident({ errorRate, latencyP95 }, traffic) {
    return `the stable version misses an objective itself, and no version passes while it does: ${trafficText(traffic)}, objectives.error-rate: ${(0,markdown/* percent */.KN)(errorRate)}, objectives.latency-p95: ${(0,markdown/* latency */.ZK)(latencyP95)}. Mend that first, or change the objective`;
}
function changes({ firstWeight, harmBudget, deadline }) {
    const known = [
        firstWeight === undefined ? [] : [`a first weight of ${firstWeight}% (canary.steps[0])`],
        harmBudget === undefined ? [] : [`canary.analysis.harm-budget: ${Number((100 * harmBudget).toPrecision(3))}%`],
        deadline === undefined ? [] : [`canary.analysis.deadline: ${deadline / 60}m`],
    ].flat();
    if (known.length === 0)
        return 'No first weight, harm budget or deadline alone would do: it takes more traffic';
    return known.length === 1 ? `What would do: ${known[0]}` : `Any of these would do: ${known.join('; ')}`;
}
/** Markdown below the facts of a dry run. */
function forecastMarkdown(power, found, smallest) {
    const steps = power.steps.map(({ weight, seconds }) => [`${weight} %`, time(seconds)]);
    const faults = found.map((fault) => [`${nameOf(fault)} (${(0,markdown/* percent */.KN)(fault.errors)} fail)`, ...cells(fault)]);
    const advice = smallest === undefined
        ? 'No first weight up to 50 % would let a good version pass within the deadline.'
        : `The smallest first weight that lets a good version pass within the deadline: ${smallest} %.`;
    return [
        '',
        '### How long a good version takes',
        '',
        (0,markdown/* table */.tp)(['step', 'takes about'], [...steps, ['**all**', `**${time(power.total)}**`]]),
        '',
        advice,
        '',
        '### What becomes of a bad one',
        '',
        (0,markdown/* table */.tp)(['canary with', 'ends', 'requests it answers', 'after'], faults),
        '',
    ].join('\n');
}
function cells({ expected }) {
    const { end, weight, requests, seconds } = expected;
    if (end === 'undecided')
        return ['not decided within the deadline', '–', '–'];
    const how = end === 'passed' ? 'may pass: within the harm budget' : `rolled back at ${weight} %`;
    return [how, `about ${(0,markdown/* count */.U9)(Math.ceil(requests))}`, time(seconds)];
}

// EXTERNAL MODULE: ./build/actions/deploy-canary/contract.js
var contract = __webpack_require__(8039);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/shared/action/abortable.js
var abortable = __webpack_require__(5397);
// EXTERNAL MODULE: ./build/shared/release/counts.js
var release_counts = __webpack_require__(9292);
// EXTERNAL MODULE: ./build/shared/release/judge/latency.js
var latency = __webpack_require__(2684);
// EXTERNAL MODULE: ./build/shared/release/observe.js
var observe = __webpack_require__(5482);
;// CONCATENATED MODULE: ./build/actions/deploy-canary/traffic.js
/** The traffic that a release will meet: from the source's history, or measured for a moment where there is too little. */







/** Seconds: of history that are enough, and of it that tell what the traffic is now. */
const [enough, recent] = [30, 300];
/** Seconds that a measurement lasts, the second of them where the first saw fewer requests than this. */
const moments = { first: 1, second: 4, requests: 50 };
/** The traffic of the past minutes; of the next seconds where the source remembers less than half a minute. */
async function meet(place) {
    const past = await heeded(place, place.source.history()).catch(() => []);
    const samples = [...past.filter(({ at }) => at < place.reference.at), place.reference];
    const covered = lengthOf(historyOf(place, samples));
    return covered < enough ? measured(place, samples) : { ...met(place, samples, recent), fresh: false };
}
/** How much more traffic now is no mere chance of a short look, whose few counts tell less than the past minutes. */
const clearly = 1.5;
/** The same, measured now: traffic may have begun a moment ago. */
async function meetAgain(place, before) {
    if (before.fresh)
        return before;
    const now = await measured(place, before.samples);
    return now.traffic.rate > clearly * before.traffic.rate ? now : before;
}
/** A cancel does not wait for a reading. */
function heeded({ signal }, reading) {
    return signal ? (0,abortable/* abortable */.Z)(reading, signal) : reading;
}
async function measured(place, samples) {
    const before = samples.at(-1) ?? place.reference;
    const pause = (seconds) => (0,promises_.setTimeout)(seconds * 1000, undefined, { signal: place.signal }).catch(() => undefined);
    await pause(moments.first);
    let after = await heeded(place, place.source.observe());
    if (tallyOf(place, [before, after]).requests < moments.requests) {
        await pause(moments.second);
        after = await heeded(place, place.source.observe());
    }
    return { ...met(place, [...samples, after], after.at - before.at), fresh: true };
}
/** What the last `window` seconds of the samples tell of the traffic, and all of them of the baseline. */
function met(place, samples, window) {
    const { seconds, requests, baseline } = tallyOf(place, samples, window);
    const known = historyOf(place, samples).reduce((state, line) => (0,judge/* step */.PM)(state, line).state, (0,judge/* beginJudging */.ar)((0,judge/* withoutModel */.WG)(place.settings)));
    const past = { history: known.history, placebo: known.placebo };
    const trafficOf = (all, counts) => ({
        rate: all / seconds,
        errors: (0,release_counts/* errorRate */.zi)(counts),
        latencies: sharesOf(counts.buckets),
        past,
    });
    const most = requests + 2 * Math.sqrt(requests);
    const best = trafficOf(most, atBest(baseline, (0,judge_settings/* slowBucket */.Cj)(place.settings)));
    return { traffic: trafficOf(requests, baseline), best, samples };
}
function sharesOf(buckets) {
    const all = (0,release_counts/* total */.X5)(buckets);
    return all === 0 ? [] : buckets.map((count) => count / all);
}
const atLeast = (count) => Math.max(0, count - 2 * Math.sqrt(count));
/** What failed, and what was slower than the bucket `slowest`, by bad luck alone. */
function atBest({ requests, errors, buckets }, slowest) {
    const slow = (0,latency/* tailOf */.Cj)(buckets, slowest);
    const kept = slow === 0 ? 1 : atLeast(slow) / slow;
    const lucky = buckets.map((count, bucket) => {
        if (bucket === slowest)
            return count + slow * (1 - kept);
        return bucket > slowest ? count * kept : count;
    });
    return { requests, errors: atLeast(errors), buckets: lucky };
}
/** Counts of the last `window` seconds. */
function tallyOf(place, samples, window = Number.POSITIVE_INFINITY) {
    const lines = samples.flatMap((sample, index) => {
        const before = samples[index - 1];
        const known = before !== undefined && before.epoch === sample.epoch;
        return known ? [(0,observe/* observationBetween */.pH)(before, sample, frameOf(place, samples), before.weight)] : [];
    });
    const late = lines.filter(({ from }) => from >= -window - 0.5);
    const baseline = late.reduce((sum, line) => (0,release_counts/* add */.WQ)(sum, line.baseline), release_counts/* nothing */.s6);
    const canary = late.reduce((sum, line) => (0,release_counts/* add */.WQ)(sum, line.weight > 0 ? line.canary : null), release_counts/* nothing */.s6);
    return { seconds: Math.max(0.001, lengthOf(late)), requests: baseline.requests + canary.requests, baseline };
}
const historyOf = (place, samples) => (0,observe/* historyLines */.O5)(samples, frameOf(place, samples));
function frameOf({ canary, baseline, reference, source }, samples) {
    return { canary, baseline, zero: (samples.at(-1) ?? reference).at, beside: source.beside };
}
function lengthOf(lines) {
    return lines.reduce((sum, { from, t }) => sum + t - from, 0);
}

;// CONCATENATED MODULE: ./build/actions/deploy-canary/foresee.js
/** What a release will take at the traffic there is, and whether its plan can decide at all. */








/** Undefined where no request of a user was seen. */
async function foresee({ plan, signal, ...ahead }) {
    const { source, status, reference, version, until } = ahead;
    const settings = (0,release_settings/* judgeSettings */.$z)(plan, reference);
    const watch = { every: plan.canary.analysis.every, until };
    const place = { source, reference, settings, canary: version, baseline: status.stable, signal };
    const fits = ({ best }) => forecast(settings, best, watch).enough;
    const first = await meet(place);
    // Traffic that began a moment ago is not yet what the past minutes say.
    const met = fits(first) ? first : await meetAgain(place, first);
    const { traffic } = met;
    if (traffic.rate === 0)
        return undefined;
    const power = forecast(settings, traffic, watch);
    return { settings, watch, traffic, power, faults: catches(settings, traffic, watch), possible: fits(met) };
}
/** Plain text: why the plan cannot decide, and what would let it. */
function problemOf({ settings, watch, traffic, power }) {
    return shortfall(settings, traffic, power, remedies(settings, traffic, watch, power));
}
/** Plain text: what a plan that can decide will take. */
function promiseOf({ settings, traffic, power, faults }) {
    const left = settings.model === undefined ? '' : '; what the versions count of their model may make it longer';
    return `${outlook(traffic, power, faults)}${left}`;
}
/** Markdown with every step and fault; nothing where no weight would ever pass. */
function tablesOf({ settings, watch, traffic, power, faults }) {
    if (power.incident)
        return '';
    const smallest = smallestFirst(settings, traffic, watch);
    return forecastMarkdown(power, faults, smallest);
}
/**
 * Ends a release that could never be decided, before it touches anything; undefined where it may begin. Traffic that is
 * absent or unknown refuses nothing, since the plan says itself what becomes of a release without data.
 */
async function refuseHopeless(ahead) {
    const { host, plan, status, version, signal } = ahead;
    // An earlier run has raised the weight: there is nothing left to plan.
    if (status.stable === null || (status.release?.step ?? -1) >= 0)
        return undefined;
    const foreseen = await foresee(ahead);
    if (signal.aborted)
        return undefined;
    if (foreseen === undefined) {
        const { deadline, noData } = plan.canary.analysis;
        const end = noData === 'rollback' ? 'is rolled back' : `ends undecided after ${(0,units/* readable */.HD)(deadline)}`;
        host.warning(`no request of a user was seen; without any the release ${end} (canary.analysis.no-data: ${noData})`);
        return undefined;
    }
    if (foreseen.possible) {
        const { deadline } = plan.canary.analysis;
        const tight = foreseen.power.enough ? '' : `; the deadline of ${(0,units/* readable */.HD)(deadline)} may well come first`;
        host.info(`${promiseOf(foreseen)}${tight}`);
        return undefined;
    }
    const reason = `${problemOf(foreseen)}; nothing was touched`;
    const facts = [
        ['service', plan.service],
        ['version', version],
        ['stable', status.stable],
    ];
    host.output('weight', String(status.release?.weight ?? 0));
    return (0,conclude/* conclude */.E)(host, { action: contract/* action */.X, verdict: 'refused', reason, facts, more: tablesOf(foreseen) });
}


/***/ }),

/***/ 9212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rehearse: () => (/* binding */ rehearse)
/* harmony export */ });
/* harmony import */ var _shared_action_conclude_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(748);
/* harmony import */ var _admission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6900);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8039);
/* harmony import */ var _foresee_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9458);
/** The dry run: what the release would need at the traffic there is, and what it would catch; touches nothing. */




async function rehearse(ahead) {
    const { host, plan, status, version } = ahead;
    const facts = [
        ['service', plan.service],
        ['version', version],
        ['stable', status.stable ?? 'none'],
    ];
    host.output('weight', String(status.release?.weight ?? 0));
    const end = (verdict, said, more = '') => (0,_shared_action_conclude_js__WEBPACK_IMPORTED_MODULE_3__/* .conclude */ .E)(host, { action: _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .action */ .X, verdict, reason: `dry run, nothing was touched: ${said}`, facts, more });
    const obstacle = obstacleOf(ahead);
    if (obstacle !== undefined)
        return end('refused', obstacle);
    const foreseen = await (0,_foresee_js__WEBPACK_IMPORTED_MODULE_2__/* .foresee */ .Sh)(ahead);
    if (foreseen === undefined)
        return end('refused', 'no request of a user was seen, and no canary is judged without any');
    if (!foreseen.power.enough)
        return end('refused', (0,_foresee_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOf */ .Zw)(foreseen), (0,_foresee_js__WEBPACK_IMPORTED_MODULE_2__/* .tablesOf */ .tI)(foreseen));
    return end('held', (0,_foresee_js__WEBPACK_IMPORTED_MODULE_2__/* .promiseOf */ .tH)(foreseen), (0,_foresee_js__WEBPACK_IMPORTED_MODULE_2__/* .tablesOf */ .tI)(foreseen));
}
/** What no traffic would help against; a source that says nothing now would say nothing of a canary either. */
function obstacleOf({ plan, source, status, reference }) {
    if (status.stable === null)
        return 'no version is stable yet: there is nothing to compare a canary with';
    if (!source.beside || Object.keys(reference.versions).length > 0)
        return (0,_admission_js__WEBPACK_IMPORTED_MODULE_0__/* .unusableModel */ .Pm)(plan, reference);
    return `canary.analysis.from: ${plan.canary.metrics.from} gives no counts of any version; the log says what is wrong`;
}


/***/ })

};
