export const id = 323;
export const ids = [323];
export const modules = {

/***/ 9292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WQ: () => (/* binding */ add),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   YV: () => (/* binding */ quantile),
/* harmony export */   s6: () => (/* binding */ nothing),
/* harmony export */   zi: () => (/* binding */ errorRate)
/* harmony export */ });
const nothing = { requests: 0, errors: 0, buckets: [] };
/** Adds one side's counts; an unreadable side adds nothing. */
function add(pooled, side) {
    if (side === null)
        return pooled;
    const buckets = summed(pooled.buckets, side.buckets ?? []);
    return { requests: pooled.requests + side.requests, errors: pooled.errors + side.errors, buckets };
}
function summed(first, second) {
    if (second.length > first.length)
        return summed(second, first);
    return second.length === 0 ? first : first.map((count, index) => count + (second[index] ?? 0));
}
/** Sum of counts. */
function total(counts) {
    let sum = 0;
    for (const count of counts)
        sum += count;
    return sum;
}
/** Share of failed requests; 0 where there were none. */
function errorRate(pooled) {
    return pooled.requests === 0 ? 0 : pooled.errors / pooled.requests;
}
/** Index of the bucket that the q-quantile lies in; undefined without counts. */
function quantileBucket({ buckets }, q) {
    const all = total(buckets);
    let below = 0;
    const found = buckets.findIndex((count) => {
        below += count;
        return count > 0 && below >= q * all;
    });
    return found === -1 ? undefined : found;
}
/**
 * The q-quantile in seconds, linear within its bucket as Prometheus' histogram_quantile; undefined without counts, the
 * highest bound for what lies above it.
 */
function quantile(pooled, bounds, q) {
    const index = quantileBucket(pooled, q);
    if (index === undefined)
        return undefined;
    const below = total(pooled.buckets.slice(0, index));
    const [low, high] = [bounds[index - 1] ?? 0, bounds[index]];
    return high === undefined
        ? bounds.at(-1)
        : low + ((high - low) * (q * total(pooled.buckets) - below)) / (pooled.buckets[index] ?? 1);
}


/***/ }),

/***/ 3379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iw: () => (/* binding */ guess),
/* harmony export */   _R: () => (/* binding */ errorGrowth),
/* harmony export */   kX: () => (/* binding */ ratioPrior),
/* harmony export */   wf: () => (/* binding */ logE),
/* harmony export */   xC: () => (/* binding */ ratios)
/* harmony export */ });
/**
 * E-values for "the canary fails no more often than the baseline". Given how many requests each side had, the canary's
 * share of the failures is all that counts, so that load, drift, outages of both and the split itself cancel.
 */
/** How many times the baseline's rate each alternative expects, and its share of the stake. */
const ratios = [2, 7, 40];
const ratioPrior = [0.3, 0.45, 0.25];
/**
 * ln e-value of a two-category bet. For any law of the baseline E[e] <= 1 when the canary is stochastically no worse
 * (AM-GM over requests; k-sample e-variables of Turner, Ly & Gruenwald): `bad` and `good` are likelihood ratios, and the
 * mixed law of both sides is in the denominator.
 */
function logE(trial, bad, good) {
    const total = trial.canary + trial.baseline;
    if (trial.canary === 0 || trial.baseline === 0)
        return 0;
    const w = trial.canary / total;
    const allBad = trial.canaryBad + trial.baselineBad;
    return (trial.canaryBad * Math.log(bad) +
        (trial.canary - trial.canaryBad) * Math.log(good) -
        allBad * Math.log1p(w * (bad - 1)) -
        (total - allBad) * Math.log1p(w * (good - 1)));
}
/** ln e-value of each alternative, where the baseline's rate is thought to be `rate`; a wrong guess costs power only. */
function errorGrowth(trial, rate) {
    return ratios.map((ratio) => {
        const worse = Math.min(0.9, ratio * rate);
        return worse > rate ? logE(trial, worse / rate, (1 - worse) / (1 - rate)) : 0;
    });
}
/** Best guess of a rate from counts; with little history it leans towards 1 in 100. */
function guess(bad, requests) {
    return (bad + 0.5) / (requests + (requests < 200 ? 50 : 1));
}


/***/ }),

/***/ 2747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SD: () => (/* binding */ rareGrowth),
/* harmony export */   hG: () => (/* binding */ upperRate),
/* harmony export */   jr: () => (/* binding */ guardGrowth),
/* harmony export */   lT: () => (/* binding */ ambientAfter),
/* harmony export */   ue: () => (/* binding */ shared),
/* harmony export */   y9: () => (/* binding */ guardPrior)
/* harmony export */ });
/** E-values for one side alone: absolute objectives during the canary, and the frozen baseline's rate at 100 %. */
const factors = [1.5, 2, 3, 10];
const guardPrior = factors.map(() => 1 / factors.length);
/**
 * ln e-value of each alternative against "the rate is at most `limit`"; the likelihood ratio is monotone, which makes it
 * valid for every smaller rate too.
 */
function guardGrowth(requests, bad, limit) {
    return factors.map((factor) => {
        const worse = Math.min(0.95, limit * factor);
        if (worse <= limit)
            return 0;
        return bad * Math.log(worse / limit) + (requests - bad) * Math.log((1 - worse) / (1 - limit));
    });
}
/** ln e-value of each ratio against "the rate is at most `limit`" for rare events (Poisson, hence valid for any limit). */
function rareGrowth(requests, bad, limit, ratios) {
    return ratios.map((ratio) => bad * Math.log(ratio) - requests * limit * (ratio - 1));
}
/** A rate that the baseline's true one hardly exceeds: two standard deviations and three events above what was seen. */
function upperRate(requests, bad) {
    return (bad + 3 + 2 * Math.sqrt(bad)) / Math.max(1, requests);
}
const windowSeconds = 15;
function ambientAfter(ambient, t, last) {
    const kept = Math.exp(-Math.max(0, t - ambient.t) / windowSeconds);
    return {
        t,
        requests: ambient.requests * kept + last.requests,
        errors: ambient.errors * kept + last.errors,
        slow: ambient.slow * kept + last.slow,
        last,
    };
}
/** Whether the baseline does this badly itself, on more than one event. */
function shared(bad, requests, rate) {
    return bad >= 2 && bad >= rate * requests;
}


/***/ }),

/***/ 4806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ pivotFrom),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   UU: () => (/* binding */ dueOnSafety),
/* harmony export */   Z$: () => (/* binding */ pivotAfter),
/* harmony export */   cz: () => (/* binding */ harmGrowth),
/* harmony export */   fr: () => (/* binding */ firstBets),
/* harmony export */   s5: () => (/* binding */ noHarm)
/* harmony export */ });
/* harmony import */ var _logs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9483);

/**
 * Shares of the largest bet that cannot lose everything, and the part of the stake that each gets: the best one depends
 * on the truth, and only the most timid ever wins where the baseline itself fails often.
 */
const boldness = [0.08, 0.25, 0.5, 0.75, 0.95];
const stakes = [0.06, 0.235, 0.235, 0.235, 0.235];
const memory = 0.98;
const historyCap = 2000;
/** From history, which counts as no more than `historyCap` requests. */
function pivotFrom(requests, bad) {
    const scale = Math.min(1, historyCap / Math.max(1, requests));
    return { requests: requests * scale, bad: bad * scale };
}
function pivotAfter(pivot, { baseline, baselineBad }) {
    return { requests: memory * pivot.requests + baseline, bad: memory * pivot.bad + baselineBad };
}
/** A margin that no rate can exceed is as good as shown by the first request that is answered. */
const largest = 1 - 2e-6;
/**
 * ln e-value of each bet for one stratum. With kappa = g * min(w/(1-c), (1-w)/d), c = d + margin, a canary request pays
 * 1 + (kappa/w)(c - bad) and a baseline request 1 + (kappa/(1-w))(bad - d), whose weighted mean is at most 1 under harm.
 */
function harmGrowth(trial, budget, rate) {
    const { canary, canaryBad, baseline, baselineBad } = trial;
    const margin = Math.min(budget, largest);
    if (canary === 0 || baseline === 0)
        return boldness.map(() => 0);
    const w = canary / (canary + baseline);
    const d = Math.min(Math.max(rate, 1e-6), 1 - margin - 1e-6);
    const c = d + margin;
    const most = Math.min(w / (1 - c), (1 - w) / d);
    return boldness.map((share) => {
        const [mine, theirs] = [(share * most) / w, (share * most) / (1 - w)];
        return (canaryBad * Math.log1p(mine * (c - 1)) +
            (canary - canaryBad) * Math.log1p(mine * c) +
            baselineBad * Math.log1p(theirs * (1 - d)) +
            (baseline - baselineBad) * Math.log1p(-theirs * d));
    });
}
/**
 * Stake of each bet that is placed at the start; the rest follows minute by minute, because a bad patch of both versions
 * loses nearly all that was bet until then, and must not forbid promotion for good.
 */
const atStart = 0.95;
/** The share of the stake due at `t` seconds. */
function dueOnSafety(t, deadline) {
    const minutes = Math.max(1, Math.floor(deadline / 60));
    return atStart + ((1 - atStart) * Math.min(minutes, Math.max(0, Math.floor(t / 60)))) / minutes;
}
/** The bets before the first stratum. */
const firstBets = { staked: atStart, bets: stakes.map((share) => Math.log(share * atStart)) };
/** The bets after one stratum, where `due` of the stake had to be placed before it. */
function placed({ staked, bets }, due, growth) {
    const fresh = due - staked;
    const before = fresh > 0 ? bets.map((wealth, index) => (0,_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logAdd */ .O)(wealth, Math.log(fresh * (stakes[index] ?? 0)))) : bets;
    return { staked: Math.max(due, staked), bets: before.map((wealth, index) => wealth + (growth[index] ?? 0)) };
}
/** ln of the odds against harm. */
function noHarm({ staked, bets }) {
    return staked < 1 ? (0,_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logAdd */ .O)((0,_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logSum */ .y)(bets), Math.log(1 - staked)) : (0,_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logSum */ .y)(bets);
}


/***/ }),

/***/ 6489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ar: () => (/* binding */ beginJudging),
  qy: () => (/* binding */ hurried),
  HD: () => (/* binding */ obstacleOf),
  PM: () => (/* binding */ step),
  WG: () => (/* binding */ withoutModel)
});

// EXTERNAL MODULE: ./build/shared/release/judge/model.js
var judge_model = __webpack_require__(7307);
// EXTERNAL MODULE: ./build/shared/release/counts.js
var counts = __webpack_require__(9292);
;// CONCATENATED MODULE: ./build/shared/release/judge/model-detail.js
/** The numbers behind what the metrics of a model came to, for the evidence and the report. */

/** The numbers of every metric, each under its name: `first-token.odds`. */
function detailsOf(judged) {
    const entries = judged.flatMap((one) => Object.entries(numbersOf(one)).map(([key, value]) => [`${one.metric.name}.${key}`, value]));
    return Object.fromEntries(entries);
}
/** Odds (1 is even), the bet that they are of, and counts at this weight; a tail is what 95 % are better than, in the metric's own unit. */
function numbersOf({ metric, state, decision }) {
    const { stage, settings } = state;
    const { canary, baseline } = stage;
    const number = (name) => Number(decision.detail[name]);
    const common = {
        odds: number('odds'),
        metric: decision.detail['metric'] ?? null,
        safe: number('safe'),
        canaryRequests: canary.requests,
        baselineRequests: baseline.requests,
    };
    if (metric.bounds.length === 0)
        return { ...common, canaryErrors: canary.errors, baselineErrors: baseline.errors };
    const tail = (pooled) => {
        const value = (0,counts/* quantile */.YV)(pooled, settings.bounds, 0.95);
        if (value === undefined)
            return null;
        return Number((metric.worse === 'higher' ? value : 1 / value).toPrecision(6));
    };
    return { ...common, canaryTail: tail(canary), baselineTail: tail(baseline) };
}

// EXTERNAL MODULE: ./build/shared/release/judge/mix.js
var judge_mix = __webpack_require__(4740);
// EXTERNAL MODULE: ./build/shared/release/judge/odds.js
var odds = __webpack_require__(5354);
// EXTERNAL MODULE: ./build/shared/release/judge/rule.js
var rule = __webpack_require__(9210);
// EXTERNAL MODULE: ./build/shared/release/judge/settings.js
var judge_settings = __webpack_require__(8773);
;// CONCATENATED MODULE: ./build/shared/release/judge/detail.js
/** The numbers behind a decision, for the evidence and the report. */





/** Odds that are no longer finite say nothing more than these do. */
const most = 500;
const plain = (ln) => Number(Math.exp(Math.min(ln, most)).toPrecision(4));
/**
 * Counts at this weight, odds (1 is even), latencies in seconds. `odds` is what decided: the comparison with the baseline,
 * or the absolute bet `metric` names. `safe` are the odds that the next weight keeps within the harm budget.
 */
function detailOf(state, carrier) {
    const { stage, settings, harm, dispersion, served } = state;
    const absolute = carrier !== undefined && carrier !== 'errors' && carrier !== 'latency';
    const [, safe] = (0,rule/* leastSafe */.px)(state, (0,judge_settings/* nextWeight */.gJ)(settings, stage.weight));
    const { canary, baseline } = stage;
    return {
        weight: stage.weight,
        odds: plain(absolute ? (0,judge_mix/* wealth */.Ul)(harm[carrier]) : (0,odds/* odds */.VH)(harm, settings)),
        metric: carrier ?? (0,rule/* heavier */.dl)(harm),
        errorOdds: plain((0,judge_mix/* wealth */.Ul)(harm.errors)),
        latencyOdds: plain((0,judge_mix/* wealth */.Ul)(harm.latency)),
        safe: plain(safe),
        dispersion: Number(dispersion.errors.toPrecision(4)),
        dispersionKnown: dispersion.known,
        served,
        canaryRequests: canary.requests,
        canaryErrors: canary.errors,
        baselineRequests: baseline.requests,
        baselineErrors: baseline.errors,
        canaryP95: (0,counts/* quantile */.YV)(canary, settings.bounds, 0.95) ?? null,
        baselineP95: (0,counts/* quantile */.YV)(baseline, settings.bounds, 0.95) ?? null,
    };
}

// EXTERNAL MODULE: ./build/shared/release/judge/harm.js
var harm = __webpack_require__(4806);
// EXTERNAL MODULE: ./build/shared/release/judge/latency.js
var latency = __webpack_require__(2684);
// EXTERNAL MODULE: ./build/shared/release/judge/placebo.js
var judge_placebo = __webpack_require__(3282);
// EXTERNAL MODULE: ./build/shared/release/judge/window.js
var judge_window = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/shared/release/judge/prepare.js
/** What is known of the baseline before a stratum is looked at: bets must lie before the cards are turned. */






/** Requests whose latencies fix the shape that is bet on. */
const shapeRequests = 200;
/** The state with its shape and pivots, as soon as there is enough to know them. */
function prepare(state) {
    const { history, baseline } = state;
    const shape = state.shape ?? shapeFrom((0,counts/* add */.WQ)(history, baseline));
    const known = shape === null ? [] : history.buckets;
    const pivots = state.pivots ?? {
        errors: (0,harm/* pivotFrom */.FJ)(history.requests, history.errors),
        latency: (0,harm/* pivotFrom */.FJ)((0,counts/* total */.X5)(known), (0,latency/* tailOf */.Cj)(known, (0,latency/* p95Bucket */.rM)(shape))),
    };
    return { ...state, shape, pivots };
}
/**
 * The state with its dispersion renewed, once a minute and only between two strata: what a stratum holds must not change
 * how it is weighed, not even by the part of it that was read first.
 */
function renew(state, t) {
    const minute = Math.floor(t / 60);
    if (minute <= state.dispersion.minute || !(0,judge_window/* isEmpty */.Im)(state.window))
        return state;
    return { ...state, dispersion: { ...renewed(state), minute } };
}
/** Faults that were once seen to last are not forgotten in a quiet quarter of an hour. */
function renewed({ settings, placebo, stage, dispersion }) {
    const found = (0,judge_placebo/* dispersionOf */.ap)(placebo, (0,judge_settings/* dwellOf */.yB)(settings, stage.weight));
    const lasting = Math.max(found.lasting, dispersion.lasting);
    return { ...found, lasting, block: Math.max(found.block, lasting) };
}
function shapeFrom({ buckets }) {
    return buckets.length > 1 && (0,counts/* total */.X5)(buckets) >= shapeRequests ? (0,latency/* shapeOf */.F5)(buckets) : null;
}

// EXTERNAL MODULE: ./build/shared/release/judge/errors.js
var judge_errors = __webpack_require__(3379);
// EXTERNAL MODULE: ./build/shared/release/judge/guard.js
var judge_guard = __webpack_require__(2747);
;// CONCATENATED MODULE: ./build/shared/release/judge/schedule.js
/** When stakes fall due: most at the start, the rest over time, for a fault that comes late costs no earlier wealth. */
const atStart = 0.8;
const overMinutes = 0.12;
const atRaises = 0.08;
const raisesWithStake = 3;
/**
 * The share of all stakes due at `t` seconds: a part at once, a part in every full minute up to the deadline, and a part
 * at each of the first raises, since new load may show a new fault.
 */
function dueStake(t, deadline, raises) {
    const minutes = Math.max(1, Math.floor(deadline / 60));
    const elapsed = Math.min(minutes, Math.max(0, Math.floor(t / 60)));
    const raised = Math.min(raisesWithStake, raises);
    return atStart + (overMinutes * elapsed) / minutes + (atRaises * raised) / raisesWithStake;
}

;// CONCATENATED MODULE: ./build/shared/release/judge/view.js
/** One stratum as the bets see it. */





/** Times of lines are rounded, seconds. */
const rounding = 0.001;
function viewOf(state, { from, t, canary, baseline }) {
    const { settings, shape, dispersion } = state;
    const errors = trial(canary.requests, canary.errors, baseline.requests, baseline.errors);
    const bets = shape !== null && from + rounding >= settings.warmUp ? (0,latency/* latencyBets */.r7)(shape, settings.bounds) : undefined;
    const above = (0,latency/* p95Bucket */.rM)(shape);
    const [mine, theirs] = shape === null ? [[], []] : [canary.buckets, baseline.buckets];
    const slowest = (0,judge_settings/* slowBucket */.Cj)(settings);
    const after = (ambient, { requests, errors, buckets }) => (0,judge_guard/* ambientAfter */.lT)(ambient, t, { requests, errors, slow: (0,latency/* tailOf */.Cj)(buckets, slowest) });
    return {
        t,
        errors,
        latency: trial((0,counts/* total */.X5)(mine), (0,latency/* tailOf */.Cj)(mine, above), (0,counts/* total */.X5)(theirs), (0,latency/* tailOf */.Cj)(theirs, above)),
        bets,
        ambient: after(state.ambient, baseline),
        own: after(state.own, canary),
        dispersion,
        growth: {
            errors: tempered((0,judge_errors/* errorGrowth */._R)(errors, rateOf(state)), dispersion.errors),
            latency: bets ? tempered((0,latency/* latencyGrowth */.eh)(bets, canary.buckets, baseline.buckets), dispersion.latency) : [],
        },
    };
}
/** An e-value to a power below 1 is still one (Jensen). */
function tempered(growth, dispersion) {
    return dispersion === 1 ? growth : growth.map((one) => one / dispersion);
}
function rateOf({ history, baseline }) {
    return (0,judge_errors/* guess */.Iw)(history.errors + baseline.errors, history.requests + baseline.requests);
}
function trial(canary, canaryBad, baseline, baselineBad) {
    return { canary, canaryBad, baseline, baselineBad };
}

;// CONCATENATED MODULE: ./build/shared/release/judge/weigh.js
/** What one stratum changes: every bet on harm and on safety, and what is known of the baseline for the next one. */









/** Extra share of all requests that may take longer than the baseline's p95. */
const slowMargin = 0.05;
/** Odds beyond which the next look should come at once. */
const suspicious = Math.log(5);
/** The state after one stratum; everything that the bets lie on was known before it. */
function weigh(before, stratum) {
    const state = prepare(before);
    const view = viewOf(state, stratum);
    const harm = burnShared(state, view, betOnHarm(state, view));
    const { ambient, own } = view;
    return {
        ...state,
        harm,
        ...((0,odds/* sharedIncident */.gK)(state) ? {} : betOnSafety(state, view)),
        ambient,
        own,
        baseline: (0,counts/* add */.WQ)(state.baseline, stratum.baseline),
        stage: { ...state.stage, strata: state.stage.strata + 1 },
        hurried: (0,judge_mix/* capped */.uo)(harm.errors) || (0,judge_mix/* capped */.uo)(harm.latency) || (0,odds/* odds */.VH)(harm, state.settings) > suspicious,
    };
}
function betOnHarm(state, view) {
    const { harm, settings, stage } = state;
    const { t, errors, latency, own, bets, dispersion, growth } = view;
    const due = dueStake(t, settings.deadline, state.raises);
    const cap = dispersion.lasting > 0 ? judge_mix/* growthCaps */.dZ.lasting : judge_mix/* growthCaps */.dZ.usual;
    const place = (mix, prior, grown, other = {}) => (0,judge_mix/* bet */.MD)(mix, { t, block: dispersion.block, cap, due, prior, growth: grown, ...other });
    const guard = (limit, factor) => tempered((0,judge_guard/* guardGrowth */.jr)(errors.canary, errors.canaryBad, limit), factor);
    const slowGuard = tempered((0,judge_guard/* guardGrowth */.jr)(latency.canary, own.last.slow, odds/* slowShare */.HC), dispersion.latency);
    return {
        errors: place(harm.errors, judge_errors/* ratioPrior */.kX, growth.errors),
        latency: bets ? place(harm.latency, bets.prior, growth.latency) : harm.latency,
        errorRate: place(harm.errorRate, judge_guard/* guardPrior */.y9, guard(settings.errorRate, dispersion.errors)),
        latencyP95: bets ? place(harm.latencyP95, judge_guard/* guardPrior */.y9, slowGuard) : harm.latencyP95,
        outright: place(harm.outright, judge_guard/* guardPrior */.y9, guard(odds/* outrightRate */.xk, 1), { block: 0, cap: judge_mix/* growthCaps */.dZ.usual }),
        alone: stage.weight === 100 ? place(harm.alone, judge_errors/* ratioPrior */.kX, aloneGrowth(state, view), { due: 1 }) : harm.alone,
    };
}
function aloneGrowth({ baseline }, { errors, dispersion }) {
    const limit = (0,judge_guard/* upperRate */.hG)(baseline.requests, baseline.errors);
    return tempered((0,judge_guard/* rareGrowth */.SD)(errors.canary, errors.canaryBad, limit, judge_errors/* ratios */.xC), dispersion.errors);
}
/**
 * What the baseline does too is no fault of the canary: the absolute bets start again. Failing outright is so fast a bet
 * that the baseline's last stratum counts by itself.
 */
function burnShared({ settings }, { ambient }, harm) {
    const by = (mix, bad, requests, limit) => mix.base.length > 0 && (0,judge_guard/* shared */.ue)(bad, requests, limit / 2) ? (0,judge_mix/* burn */.u2)(mix, judge_guard/* guardPrior */.y9) : mix;
    const outright = by(harm.outright, ambient.last.errors, ambient.last.requests, odds/* outrightRate */.xk);
    return {
        ...harm,
        errorRate: by(harm.errorRate, ambient.errors, ambient.requests, settings.errorRate),
        latencyP95: by(harm.latencyP95, ambient.slow, ambient.requests, odds/* slowShare */.HC),
        outright: by(outright, ambient.errors, ambient.requests, odds/* outrightRate */.xk),
    };
}
/** While both versions fail nothing is learnt about safety: bets on what both lose would be lost. */
function betOnSafety(state, view) {
    const { pivots, safe, stage } = state;
    if (pivots === null)
        return { safe, pivots };
    return {
        safe: stage.weight === 100 ? safe : safe.map((known) => safer(state, pivots, view, known)),
        pivots: { errors: (0,harm/* pivotAfter */.Z$)(pivots.errors, view.errors), latency: (0,harm/* pivotAfter */.Z$)(pivots.latency, view.latency) },
    };
}
function safer({ settings }, pivots, view, { weight, errors, latency }) {
    const due = (0,harm/* dueOnSafety */.UU)(view.t, settings.deadline);
    const grown = (bets, trial, budget, pivot, factor) => {
        const growth = (0,harm/* harmGrowth */.cz)(trial, (100 * budget) / weight, (0,judge_errors/* guess */.Iw)(pivot.bad, pivot.requests));
        return (0,harm/* placed */.GS)(bets, due, tempered(growth, factor));
    };
    const { dispersion } = view;
    return {
        weight,
        errors: grown(errors, view.errors, settings.harmBudget, pivots.errors, dispersion.errors),
        latency: view.bets ? grown(latency, view.latency, slowMargin, pivots.latency, dispersion.latency) : latency,
    };
}

// EXTERNAL MODULE: ./build/shared/release/judge/words.js
var words = __webpack_require__(8791);
;// CONCATENATED MODULE: ./build/shared/release/judge/one.js
/**
 * The judge of one stream of counts. Harm is decided by e-processes, whose odds hold however often one looks; a weight is
 * left upward only on evidence that the next one stays within the harm budget.
 */












const noBets = {
    errors: judge_mix/* unstaked */.QR,
    latency: judge_mix/* unstaked */.QR,
    errorRate: judge_mix/* unstaked */.QR,
    latencyP95: judge_mix/* unstaked */.QR,
    outright: judge_mix/* unstaked */.QR,
    alone: judge_mix/* unstaked */.QR,
};
const still = { requests: 0, errors: 0, slow: 0 };
const calm = { t: 0, ...still, last: still };
const noTraffic = { decision: 'continue', because: 'idle' };
const none = { readings: 0, seconds: 0 };
const clear = { canary: none, baseline: none, both: none };
/** Before the first observation. */
function beginOne(settings) {
    return {
        settings,
        stage: { weight: 0, since: 0, canary: counts/* nothing */.s6, baseline: counts/* nothing */.s6, strata: 0, passedAt: null },
        raises: 0,
        idle: 0,
        window: judge_window/* emptyWindow */.wi,
        served: 0,
        history: counts/* nothing */.s6,
        baseline: counts/* nothing */.s6,
        shape: null,
        harm: noBets,
        safe: (0,judge_settings/* targets */.zV)(settings).map((weight) => ({ weight, errors: harm/* firstBets */.fr, latency: harm/* firstBets */.fr })),
        cleared: 0,
        pivots: null,
        ambient: calm,
        own: calm,
        placebo: judge_placebo/* emptyPlacebo */.gq,
        dispersion: judge_placebo/* byChance */.Yv,
        blind: clear,
        unsettled: null,
        hurried: false,
    };
}
/** Takes one line of evidence. History (t <= 0) teaches what the baseline does, and decides nothing. */
function stepOne(state, read) {
    const line = (0,judge_window/* misread */.wP)(read) ? { ...read, canary: counts/* nothing */.s6, baseline: counts/* nothing */.s6, transition: true } : read;
    const idle = line.t <= 0 || line.weight === 0;
    const taken = idle ? past(state, line) : take(state, line);
    const ruling = idle ? noTraffic : (0,rule/* rule */.Hu)(taken, line);
    const { decision, carrier } = ruling;
    const passed = decision === 'promote-step' && taken.stage.passedAt === null;
    const next = passed ? passedAt(taken, line.t) : taken;
    const reason = (0,words/* reasonOf */.A3)(taken, ruling, line.t);
    return { state: next, decision: { t: line.t, decision, reason, detail: detailOf(next, carrier) } };
}
function past(state, line) {
    const { stage } = state;
    const history = line.t <= 0 ? (0,counts/* add */.WQ)(state.history, line.baseline) : state.history;
    const waited = line.t > 0 ? line.t - line.from : 0;
    return { ...noted(state, line), history, stage: { ...stage, since: stage.since + waited } };
}
function noted(state, line) {
    const { baseline, from, t } = line;
    if (baseline === null)
        return state;
    const usual = (0,latency/* p95Bucket */.rM)(state.shape ?? shapeFrom(state.history));
    return { ...state, placebo: (0,judge_placebo/* note */.N4)(state.placebo, baseline, t - from, usual) };
}
function take(state, line) {
    const here = noted(renew(line.weight === state.stage.weight ? state : moved(state, line), line.t), line);
    const { canary, baseline } = line;
    const counted = line.transition !== true;
    const stage = {
        ...here.stage,
        since: here.stage.since + (canary === null && baseline === null ? line.t - line.from : 0),
        canary: counted ? (0,counts/* add */.WQ)(here.stage.canary, canary) : here.stage.canary,
        baseline: counted ? (0,counts/* add */.WQ)(here.stage.baseline, baseline) : here.stage.baseline,
    };
    const blind = blindness(here.blind, line);
    // Without a baseline the absolute bets still hold, and a canary that fails outright must not wait for it.
    const { window, stratum } = (0,judge_window/* join */.fj)(here.window, (0,rule/* isGone */.ST)(blind.baseline) ? { ...line, baseline: counts/* nothing */.s6 } : line);
    const served = here.served + (canary?.requests ?? 0);
    const next = { ...here, stage, served, window, blind, unsettled: unsettledSince(here.unsettled, line) };
    return stratum ? weigh(next, stratum) : next;
}
function moved(state, { weight, from }) {
    const left = state.stage.weight === 0 ? undefined : (0,judge_window/* rest */.zs)(state.window, from);
    const { passedAt, weight: old } = state.stage;
    const weighed = left ? weigh(state, left) : state;
    return {
        ...weighed,
        stage: { weight, since: from, canary: counts/* nothing */.s6, baseline: counts/* nothing */.s6, strata: 0, passedAt: null },
        raises: old === 0 ? 0 : state.raises + 1,
        idle: state.idle + (passedAt === null ? 0 : from - passedAt),
        window: judge_window/* emptyWindow */.wi,
        unsettled: null,
    };
}
function passedAt(state, t) {
    const cleared = Math.max(state.cleared, (0,judge_settings/* nextWeight */.gJ)(state.settings, state.stage.weight));
    return { ...state, cleared, stage: { ...state.stage, passedAt: t } };
}
/** A line without requests tells nothing of the split. */
function unsettledSince(since, { canary, baseline, transition, from }) {
    if ((canary?.requests ?? 0) + (baseline?.requests ?? 0) === 0)
        return since;
    return transition ? (since ?? from) : null;
}
/** A dead backend does not clear what was seen of one side: readings of that side alone go on where they were. */
function blindness(blind, { canary, baseline, from, t }) {
    if (canary !== null && baseline !== null)
        return clear;
    const side = canary !== null ? 'baseline' : baseline !== null ? 'canary' : 'both';
    const { readings, seconds } = blind[side];
    return { ...(side === 'both' ? blind : clear), [side]: { readings: readings + 1, seconds: seconds + t - from } };
}

;// CONCATENATED MODULE: ./build/shared/release/judge/judge.js




/** Before the first observation. */
function beginJudging(settings) {
    const { model } = settings;
    if (model === undefined)
        return beginOne(settings);
    const states = model.map((metric) => [metric.name, beginOne((0,judge_model/* settingsFor */.zc)(settings, metric))]);
    return { ...beginOne(settings), model: Object.fromEntries(states) };
}
/** Takes one line of evidence. History (t <= 0) teaches what the baseline does, and decides nothing. */
function step(state, line) {
    const own = stepOne(state, line);
    const { model } = state.settings;
    if (model === undefined || state.model === undefined)
        return own;
    const judged = model.map((metric) => ({ metric, ...stepOne(stateFor(state, metric), (0,judge_model/* lineFor */.y1)(line, metric)) }));
    const said = judged.map(({ metric, decision }) => ({ name: metric.name, decision }));
    const late = (0,rule/* isLate */.lS)(waiting(own.state, line.t), line.t) ? state.settings.deadline : undefined;
    const decision = (0,judge_model/* together */.bs)(own.decision, said, late);
    const detail = { ...decision.detail, ...detailsOf(judged) };
    // The deadline's clock stands still once all of them allow the next weight, and not for one of them alone.
    const after = (next) => (decision.decision === 'promote-step' ? next : waiting(next, line.t));
    const states = Object.fromEntries(judged.map(({ metric, state: next }) => [metric.name, after(next)]));
    return { state: { ...after(own.state), model: states }, decision: { ...decision, detail } };
}
/** The state as if nothing had passed at `t`; what was shown to be safe stays so. */
function waiting(state, t) {
    return state.stage.passedAt === t ? { ...state, stage: { ...state.stage, passedAt: null } } : state;
}
/** What forbids any promotion at the moment, of all that is judged. */
function obstacleOf(state) {
    return [state, ...Object.values(state.model ?? {})].map(rule/* unfit */.Ri).find((found) => found !== undefined);
}
/** Whether another look soon is worth more than waiting: something grew suspicious at once. */
function hurried({ hurried: soon, model = {} }) {
    return soon || Object.values(model).some((each) => each.hurried);
}
/** The same judge without what is counted of a model. */
function withoutModel({ model: _, ...settings }) {
    return settings;
}
function stateFor({ settings, model = {} }, metric) {
    return model[metric.name] ?? beginOne((0,judge_model/* settingsFor */.zc)(settings, metric));
}


/***/ }),

/***/ 2684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ tailOf),
/* harmony export */   F5: () => (/* binding */ shapeOf),
/* harmony export */   eh: () => (/* binding */ latencyGrowth),
/* harmony export */   r7: () => (/* binding */ latencyBets),
/* harmony export */   rM: () => (/* binding */ p95Bucket)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9292);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3379);
/**
 * E-values for "the canary is no slower than the baseline", over the whole histogram: one quantile would throw most of
 * what it says away. Alternatives are scaled laws and heavier tails; what the baseline really does need not be known.
 */


const scales = [1.4, 2.2];
const scalePrior = [0.33, 0.17];
const tailPrior = 0.5;
const heavier = [3, 12];
/** The share of each bucket in a histogram, smoothed so that none is 0. */
function shapeOf(buckets) {
    const smoothed = (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(buckets) + buckets.length / 2;
    return buckets.map((count) => (count + 0.5) / smoothed);
}
const models = new WeakMap();
/** The bets against a baseline whose buckets hold these shares; computed once a shape. */
function latencyBets(shape, bounds) {
    const known = models.get(shape);
    if (known)
        return known;
    const tails = tailBets(shape);
    const weights = [...scalePrior, ...tails.map(() => tailPrior / tails.length)];
    const bets = {
        scaled: scales.map((scale) => scaledBet(shape, bounds, scale)),
        tails,
        prior: weights.map((weight) => weight / (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(weights)),
    };
    models.set(shape, bets);
    return bets;
}
/** Likelihood ratios rise with latency, which is what makes the e-value valid for every canary that is no slower. */
function scaledBet(shape, bounds, scale) {
    const cumulative = below(shape);
    let before = 0;
    let highest = 0;
    const ratio = shape.map((share, index) => {
        const bound = bounds[index];
        const upTo = bound === undefined ? 1 : at(bound / scale, cumulative, bounds);
        const expected = Math.max(0, upTo - before);
        before = upTo;
        highest = Math.max(highest, Math.min(50, Math.max(0.02, expected / share)));
        return highest;
    });
    return { ratio, log: ratio.map(Math.log) };
}
function below(shape) {
    let sum = 0;
    return shape.map((share) => {
        sum += share;
        return sum;
    });
}
/** The share below `value`, linear between bounds in ln(value). */
function at(value, cumulative, bounds) {
    const upper = bounds.findIndex((bound) => value <= bound);
    const [high, top] = [bounds[upper] ?? value, cumulative[upper] ?? 1];
    const low = bounds[upper - 1];
    if (low === undefined)
        return (top * value) / high;
    const bottom = cumulative[upper - 1] ?? 0;
    return bottom + ((top - bottom) * Math.log(value / low)) / Math.log(high / low);
}
/** Bounds whose tails are nearly the same make nearly the same bet: each next tail is clearly smaller. */
function tailBets(shape) {
    const cumulative = below(shape);
    let last = Number.POSITIVE_INFINITY;
    return shape.slice(0, -1).flatMap((_, bucket) => {
        const mass = 1 - (cumulative[bucket] ?? 1);
        if (mass < 0.0003 || mass > 0.15 || mass > last / 2)
            return [];
        last = mass;
        return heavier.map((times) => {
            const above = Math.min(times, 0.9 / mass);
            return { bucket, above, below: (1 - above * mass) / (1 - mass) };
        });
    });
}
/** ln e-value of each bet for one stratum; counts a bucket, not cumulative. */
function latencyGrowth(bets, canary, baseline) {
    const [mine, theirs] = [(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(canary), (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .total */ .X5)(baseline)];
    if (mine === 0 || theirs === 0)
        return bets.prior.map(() => 0);
    const w = mine / (mine + theirs);
    const scaled = bets.scaled.map(({ ratio, log }) => scaledGrowth(ratio, log, w, canary, baseline));
    const tails = bets.tails.map(({ bucket, above, below: good }) => {
        const [canaryBad, baselineBad] = [tailOf(canary, bucket), tailOf(baseline, bucket)];
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .logE */ .wf)({ canary: mine, canaryBad, baseline: theirs, baselineBad }, above, good);
    });
    return [...scaled, ...tails];
}
function scaledGrowth(ratio, log, w, canary, baseline) {
    let growth = 0;
    for (let bucket = 0; bucket < ratio.length; bucket += 1) {
        const mine = canary[bucket] ?? 0;
        const all = mine + (baseline[bucket] ?? 0);
        if (all > 0)
            growth += mine * (log[bucket] ?? 0) - all * Math.log1p(w * ((ratio[bucket] ?? 1) - 1));
    }
    return growth;
}
/** Requests above the upper bound of `bucket`. */
function tailOf(buckets, bucket) {
    let tail = 0;
    for (let index = bucket + 1; index < buckets.length; index += 1)
        tail += buckets[index] ?? 0;
    return tail;
}
/** The bucket above whose bound nearest a twentieth of the requests lie; none while the shape is not known. */
function p95Bucket(shape) {
    if (shape === null)
        return Number.POSITIVE_INFINITY;
    const gaps = below(shape)
        .slice(0, -1)
        .map((share) => Math.abs(1 - share - 0.05));
    return gaps.indexOf(Math.min(...gaps));
}


/***/ }),

/***/ 9483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ logAdd),
/* harmony export */   y: () => (/* binding */ logSum)
/* harmony export */ });
/** Sums of numbers that are kept as natural logarithms, so that neither very large nor very small odds overflow. */
/** ln(e^a + e^b) */
function logAdd(a, b) {
    const high = Math.max(a, b);
    return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
/** ln of the sum of e^v. */
function logSum(values) {
    const high = Math.max(...values);
    let sum = 0;
    for (const value of values)
        sum += Math.exp(value - high);
    return high + Math.log(sum);
}


/***/ }),

/***/ 4740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ bet),
/* harmony export */   QR: () => (/* binding */ unstaked),
/* harmony export */   Ul: () => (/* binding */ wealth),
/* harmony export */   dZ: () => (/* binding */ growthCaps),
/* harmony export */   u2: () => (/* binding */ burn),
/* harmony export */   uo: () => (/* binding */ capped)
/* harmony export */ });
/* harmony import */ var _logs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9483);
/**
 * A mixture of bets: one wealth per alternative, started at several times. Each bet multiplies by e-values, so that the
 * mixture is a supermartingale below 1 under "no worse", and its odds may be looked at after every scrape (Ville).
 */

/** Before the first stratum. */
const unstaked = { unspent: 1, opened: 0, cap: 0, base: [], run: [] };
/**
 * The most that a bet may grow in one block. From even odds no single scrape decides, two must agree: a glitch of one
 * reading is no fault. Where faults of the baseline last, three blocks must. Capping each bet, and not their sum, keeps
 * the odds monotone in the canary's errors; the minimum of a supermartingale and a constant is a supermartingale.
 */
const growthCaps = { usual: Math.log(40), lasting: Math.log(10) };
/** The mixture after one stratum. Stakes are placed where blocks begin. */
function bet(mix, { t, block, cap, due, prior, growth }) {
    const begins = mix.base.length === 0 || t >= mix.opened + block;
    if (!begins)
        return { ...mix, run: mix.run.map((run, index) => run + (growth[index] ?? 0)) };
    const stake = Math.max(0, Math.min(mix.unspent, due - (1 - mix.unspent)));
    return { unspent: mix.unspent - stake, opened: t, cap, base: staked(settled(mix), stake, prior), run: growth };
}
function staked(base, stake, prior) {
    if (stake === 0 && base.length > 0)
        return base;
    return prior.map((share, index) => {
        const known = base[index];
        const fresh = Math.log(Math.max(stake * share, 1e-12));
        return known === undefined ? fresh : (0,_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logAdd */ .O)(known, fresh);
    });
}
function settled({ base, run, cap }) {
    return base.map((wealth, index) => wealth + Math.min(run[index] ?? 0, cap));
}
/** ln of the odds against "no worse". */
function wealth(mix) {
    if (mix.base.length === 0)
        return 0;
    const bets = (0,_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logSum */ .y)(settled(mix));
    return mix.unspent > 0 ? (0,_logs_js__WEBPACK_IMPORTED_MODULE_0__/* .logAdd */ .O)(Math.log(mix.unspent), bets) : bets;
}
/** Gives up what was won, bet by bet: wealth may be burnt at any time, since less of it decides later. */
function burn(mix, prior) {
    const spent = 1 - mix.unspent;
    const base = settled(mix).map((won, index) => Math.min(won, Math.log(spent * (prior[index] ?? 0))));
    return { ...mix, base, run: base.map(() => 0) };
}
/** Whether a bet grew as much as one block lets it: suspicious enough to look again at once. */
function capped({ run, cap }) {
    return run.some((growth) => growth >= cap);
}


/***/ }),

/***/ 7307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   y1: () => (/* binding */ lineFor),
/* harmony export */   zc: () => (/* binding */ settingsFor)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8791);

/** What none exceeds: what a model's metric must not be is said by the baseline alone. */
const noObjective = { latencyP95: Number.MAX_VALUE, errorRate: 1 };
/** What a metric is judged with: the same times and budget, its own bounds and part of alpha. */
function settingsFor({ model: _, ...settings }, metric) {
    const { bounds, alpha } = metric;
    return {
        ...settings,
        bounds: metric.worse === 'higher' ? bounds : bounds.map((bound) => 1 / bound).toReversed(),
        alpha,
        // Requests that ask no model say nothing of it.
        noData: 'hold',
        ...noObjective,
        ...(bounds.length > 0 ? { only: 'latency' } : {}),
    };
}
/** A line as one metric tells it. */
function lineFor({ resets: _, ...line }, metric) {
    return { ...line, canary: sideFor(line.canary, metric), baseline: sideFor(line.baseline, metric) };
}
/** What a side counted of a metric; null where it could not be read. Lower values are turned into higher ones (1 / x). */
function sideFor(side, { name, worse, bounds }) {
    if (side === null)
        return null;
    const known = side.model !== undefined && Object.hasOwn(side.model, name) ? side.model[name] : undefined;
    const counted = side.model === undefined ? nothingOf(bounds) : known;
    if (counted === undefined)
        return null;
    if (worse === 'higher')
        return counted;
    const turned = (tally) => tally.buckets === undefined ? tally : { ...tally, buckets: tally.buckets.toReversed() };
    const { instances } = counted;
    if (instances === undefined)
        return turned(counted);
    const each = Object.entries(instances).map(([instance, tally]) => [instance, turned(tally)]);
    return { ...turned(counted), instances: Object.fromEntries(each) };
}
function nothingOf(bounds) {
    return { requests: 0, errors: 0, buckets: bounds.length === 0 ? [] : [...bounds, 0].map(() => 0) };
}
const final = ['rollback', 'dead-canary', 'split-unsettled'];
/** What a metric may wait for; whether a side can be read, and the split, is for the judge of the requests to say. */
const waits = ['insufficient-data', 'shared-incident'];
/**
 * One decision: harm first, then a deadline, and upward only where all agree. The numbers are those of the requests.
 * @param deadline seconds, where it has passed: a metric that can be read of one side alone does not outwait it
 */
function together(own, said, deadline) {
    if (final.includes(own.decision))
        return own;
    const harmed = said.find(({ decision }) => decision.decision === 'rollback');
    if (harmed)
        return named(own, harmed, 'rollback');
    if (own.decision === 'inconclusive')
        return own;
    const late = said.find(({ decision }) => decision.decision === 'inconclusive');
    if (late)
        return named(own, late, 'inconclusive');
    if (own.decision !== 'promote-step')
        return own;
    const lacking = said.map(seen).find(({ decision }) => decision.decision !== 'promote-step');
    if (lacking === undefined)
        return own;
    if (deadline !== undefined) {
        const reason = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .lateText */ .Gz)(deadline, lacking.decision.reason);
        return named(own, { ...lacking, decision: { ...lacking.decision, reason } }, 'inconclusive');
    }
    const kind = waits.includes(lacking.decision.decision) ? lacking.decision.decision : 'continue';
    return named(own, lacking, kind);
}
/** The stable version alone may have answers, and what was shown at a lower weight is not what this one does. */
function seen({ name, decision }) {
    const { canaryRequests, weight } = decision.detail;
    if (decision.decision !== 'promote-step' || canaryRequests !== 0)
        return { name, decision };
    const reason = `no answer of the canary at ${weight} %`;
    return { name, decision: { ...decision, decision: 'insufficient-data', reason } };
}
/** What decided is named where the judge of the requests would have named its own bet. */
function named({ t, detail }, { name, decision }, kind) {
    const { odds = null } = decision.detail;
    const decided = kind === 'rollback' ? { odds, metric: name } : {};
    return { t, decision: kind, reason: `${name}: ${decision.reason}`, detail: { ...detail, ...decided } };
}


/***/ }),

/***/ 5354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ isFailing),
/* harmony export */   HC: () => (/* binding */ slowShare),
/* harmony export */   VH: () => (/* binding */ odds),
/* harmony export */   dC: () => (/* binding */ relativeShares),
/* harmony export */   gK: () => (/* binding */ sharedIncident),
/* harmony export */   xk: () => (/* binding */ outrightRate)
/* harmony export */ });
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2747);
/* harmony import */ var _logs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9483);
/* harmony import */ var _mix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4740);
/** What the bets say together. */



/** Share of requests above which a version fails outright, whatever the plan's objectives say. */
const outrightRate = 0.25;
/** Share of requests that may be above the p95 objective. */
const slowShare = 0.05;
/** Averaging is the one merge of e-values that holds under any dependence between metrics. */
const relativeShares = { errors: 0.65, latency: 0.35 };
/** ln of the odds against "no worse than the baseline". */
function odds(harm, { bounds, only }) {
    if (bounds.length === 0)
        return (0,_mix_js__WEBPACK_IMPORTED_MODULE_1__/* .wealth */ .Ul)(harm.errors);
    if (only === 'latency')
        return (0,_mix_js__WEBPACK_IMPORTED_MODULE_1__/* .wealth */ .Ul)(harm.latency);
    const { errors, latency } = relativeShares;
    return (0,_logs_js__WEBPACK_IMPORTED_MODULE_2__/* .logAdd */ .O)(Math.log(errors) + (0,_mix_js__WEBPACK_IMPORTED_MODULE_1__/* .wealth */ .Ul)(harm.errors), Math.log(latency) + (0,_mix_js__WEBPACK_IMPORTED_MODULE_1__/* .wealth */ .Ul)(harm.latency));
}
const misses = ({ requests, errors, slow }, { errorRate }) => (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .shared */ .ue)(errors, requests, errorRate) || (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .shared */ .ue)(slow, requests, slowShare);
/** Whether the baseline misses an objective itself at the moment; its last stratum is enough, as incidents begin at once. */
function sharedIncident({ ambient, settings }) {
    return misses(ambient, settings) || misses(ambient.last, settings);
}
/** Whether the canary misses an objective at the moment: too little for a rollback, perhaps, but nothing to go on from. */
function isFailing({ own, settings }) {
    return misses(own, settings);
}


/***/ }),

/***/ 3282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   Yv: () => (/* binding */ byChance),
/* harmony export */   ap: () => (/* binding */ dispersionOf),
/* harmony export */   gq: () => (/* binding */ emptyPlacebo)
/* harmony export */ });
/* harmony import */ var _latency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2684);

/** Before anything was measured. */
const byChance = { errors: 1, latency: 1, block: 0, lasting: 0, known: false, minute: -1 };
const none = [0, 0, 0, 0, 0, 0];
const rowSeconds = 15;
const rowsKept = 240;
const emptyPlacebo = { instances: [], rows: [], open: none, seconds: 0 };
/** Takes the baseline's counts of one line; what lies above the bucket `slowest` is slow. */
function note(placebo, side, seconds, slowest) {
    const tallies = Object.entries(side.instances ?? {});
    const instances = known(placebo.instances, tallies.map(([name]) => name));
    const open = [...placebo.open];
    for (const [name, tally] of tallies) {
        const order = instances.indexOf(name);
        if (order === -1)
            continue;
        const at = (order % 2) * 3;
        const counts = [tally.requests, tally.errors, (0,_latency_js__WEBPACK_IMPORTED_MODULE_0__/* .tailOf */ .Cj)(tally.buckets ?? [], slowest)];
        for (const [index, count] of counts.entries())
            open[at + index] = (open[at + index] ?? 0) + count;
    }
    const next = { instances, rows: placebo.rows, open, seconds: placebo.seconds + seconds };
    if (next.seconds < rowSeconds - 0.5)
        return next;
    return { ...next, rows: [...next.rows, next.open].slice(-rowsKept), open: none, seconds: 0 };
}
/** A service of more instances than this is told apart by its first ones. */
const instancesKept = 150;
function known(instances, names) {
    if (instances.length >= instancesKept)
        return instances;
    const fresh = names.filter((name) => !instances.includes(name));
    return fresh.length === 0 ? instances : [...instances, ...fresh].slice(0, instancesKept);
}
const minEvents = 8;
const minRows = 6;
/** Rows (10 min) before which no dispersion is trusted. */
const warmRows = 40;
const blockSeconds = [15, 30, 60, 120];
const significance = 3.5;
const growing = 1.2;
/** The dispersion of errors and of slow requests; `patience` bounds the blocks that mere ignorance asks for (seconds). */
function dispersionOf({ rows }, patience) {
    const [errors, latency] = [estimate(rows, 1), estimate(rows, 2)];
    const cold = rows.length < warmRows;
    const unknown = errors === undefined || cold ? Math.min(30, patience) : 0;
    return {
        errors: Math.max(errors?.factor ?? 1.5, cold ? 2 : 1),
        latency: Math.max(latency?.factor ?? 1, cold ? 1.5 : 1),
        block: Math.max(errors?.lasting ?? 0, unknown),
        lasting: errors?.lasting ?? 0,
        known: errors !== undefined && !cold,
    };
}
function estimate(all, which) {
    let found;
    let [rows, before] = [all, Number.POSITIVE_INFINITY];
    for (const seconds of blockSeconds) {
        const measured = overChance(rows, which);
        if (measured === undefined)
            break;
        const { ratio, centred, deviation } = measured;
        const least = 1 + significance * deviation;
        const factor = Math.max(found?.factor ?? 1, ratio > least ? ratio * (1 + deviation) : 1);
        const longer = centred > least && centred > growing * before ? 2 * seconds : 0;
        found = { factor, lasting: Math.max(found?.lasting ?? 0, longer) };
        [rows, before] = [paired(rows), centred > least ? centred : Number.POSITIVE_INFINITY];
    }
    return found;
}
/** Each two rows as one. */
function paired(rows) {
    const seconds = rows.filter((_, index) => index % 2 === 1);
    return seconds.map((row, pair) => row.map((count, at) => count + (rows[2 * pair]?.[at] ?? 0)));
}
/**
 * The mean squared difference of the halves' rates over what independent events give, and its standard deviation; and
 * the same around their mean difference, since a half that is always a little worse has no events that last.
 */
function overChance(rows, which) {
    const both = rows.filter(([first = 0, , , second = 0]) => first > 0 && second > 0);
    const total = (at) => both.reduce((sum, row) => sum + (row[at] ?? 0), 0);
    const [first, second, bad, otherBad] = [total(0), total(3), total(which), total(which + 3)];
    const [events, requests] = [bad + otherBad, first + second];
    if (both.length < minRows || events < minEvents || events >= requests)
        return undefined;
    const variance = (events / requests) * (1 - events / requests);
    const squares = (mean) => both.reduce((sum, row) => {
        const [mine, theirs] = [row[0] ?? 1, row[3] ?? 1];
        const difference = (row[which] ?? 0) / mine - (row[which + 3] ?? 0) / theirs - mean;
        return sum + difference ** 2 / (variance * (1 / mine + 1 / theirs));
    }, 0) / both.length;
    const deviation = Math.sqrt((2 + both.length / events) / both.length);
    return { ratio: squares(0), centred: squares(bad / first - otherBad / second), deviation };
}


/***/ }),

/***/ 9210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ threshold),
/* harmony export */   Hu: () => (/* binding */ rule),
/* harmony export */   Ri: () => (/* binding */ unfit),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   ar: () => (/* binding */ safeOdds),
/* harmony export */   dl: () => (/* binding */ heavier),
/* harmony export */   gP: () => (/* binding */ lacking),
/* harmony export */   gw: () => (/* binding */ minStrata),
/* harmony export */   lS: () => (/* binding */ isLate),
/* harmony export */   px: () => (/* binding */ leastSafe),
/* harmony export */   ys: () => (/* binding */ absolute)
/* harmony export */ });
/* harmony import */ var _harm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4806);
/* harmony import */ var _mix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4740);
/* harmony import */ var _odds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5354);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8773);




/** Parts of alpha: the comparison with the baseline, and each of the four absolute bets. */
const relativePart = 0.85;
const absolute = ['outright', 'errorRate', 'latencyP95', 'alone'];
const guardPart = (1 - relativePart) / absolute.length;
/** A weight is left only when its odds against harm are those of 5 %, and nothing is suspected. */
const safeOdds = Math.log(1 / 0.05);
const suspected = Math.log(2);
const minStrata = 3;
/** Unread for so long that it is no hiccup of one scrape. */
function isGone({ readings, seconds }) {
    return readings >= 3 && seconds >= 15;
}
/** ln of the odds at which the comparison, or an absolute bet, rolls back. */
function threshold(alpha, carrier) {
    return -Math.log(alpha * (carrier === 'errors' || carrier === 'latency' ? relativePart : guardPart));
}
/** The decision at one line, after its counts were weighed. */
function rule(state, line) {
    const ruling = harmful(state) ?? unread(state, line) ?? progress(state, line);
    if (!isLate(state, line.t) ||
        ['rollback', 'dead-canary', 'split-unsettled', 'promote-step'].includes(ruling.decision))
        return ruling;
    return { ...ruling, decision: 'inconclusive', late: true };
}
/** Whether the deadline has passed by `t` (seconds). */
function isLate({ stage, idle, settings }, t) {
    return (stage.passedAt ?? t) - idle > settings.deadline;
}
/** Dead processes report no errors, and a dead backend reports nothing: neither is a pass. */
function unread({ blind, settings }, { canary, baseline }) {
    if (canary !== null)
        return undefined;
    const because = baseline === null ? 'no-counts' : 'unread';
    const counted = baseline === null ? blind.both : blind.canary;
    if (!isGone(counted))
        return { decision: 'continue', because };
    if (baseline !== null)
        return { decision: 'dead-canary', because };
    return { decision: settings.noData === 'rollback' ? 'rollback' : 'backend-unavailable', because };
}
function harmful({ harm, settings }) {
    const reached = (ln, carrier) => ln >= threshold(settings.alpha, carrier);
    const carrier = reached((0,_odds_js__WEBPACK_IMPORTED_MODULE_2__/* .odds */ .VH)(harm, settings), 'errors')
        ? heavier(harm)
        : absolute.find((name) => reached((0,_mix_js__WEBPACK_IMPORTED_MODULE_1__/* .wealth */ .Ul)(harm[name]), name));
    return carrier && { decision: 'rollback', because: 'harm', carrier };
}
/** The metric that the comparison with the baseline rests on most. */
function heavier(harm) {
    return (0,_mix_js__WEBPACK_IMPORTED_MODULE_1__/* .wealth */ .Ul)(harm.errors) >= (0,_mix_js__WEBPACK_IMPORTED_MODULE_1__/* .wealth */ .Ul)(harm.latency) ? 'errors' : 'latency';
}
function progress(state, line) {
    const { stage, settings } = state;
    if (line.transition)
        return divided(state, line);
    const waited = line.t - stage.since >= (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .dwellOf */ .yB)(settings, stage.weight);
    if (stage.canary.requests === 0 && settings.noData === 'rollback' && waited) {
        return { decision: 'rollback', because: 'no-requests' };
    }
    const obstacle = unfit(state);
    if (obstacle === 'shared')
        return { decision: 'shared-incident', because: obstacle };
    if (obstacle === 'few')
        return { decision: 'insufficient-data', because: obstacle };
    if (!waited)
        return { decision: 'continue', because: 'dwell' };
    const unsafe = stage.passedAt === null && lacking(state, (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .nextWeight */ .gJ)(settings, stage.weight)) !== undefined;
    const because = obstacle ?? (unsafe ? 'unsafe' : 'safe');
    return { decision: because === 'safe' ? 'promote-step' : 'continue', because };
}
/** Seconds that a split may take to become the one that was ordered; one that has not by then never will. */
const settling = 60;
function divided({ unsettled }, { t }) {
    const never = unsettled !== null && t - unsettled >= settling;
    return { decision: never ? 'split-unsettled' : 'continue', because: never ? 'unsettled' : 'transition' };
}
/** What forbids any promotion at the moment; without traffic on the baseline nobody misses its counts. */
function unfit(state) {
    const { blind, stage, harm, settings } = state;
    const dark = stage.weight < 100 ? blind.baseline.readings : 0;
    if (blind.canary.readings + blind.both.readings + dark > 0)
        return 'blind';
    if ((0,_odds_js__WEBPACK_IMPORTED_MODULE_2__/* .sharedIncident */ .gK)(state))
        return 'shared';
    if (stage.strata < minStrata)
        return 'few';
    if ((0,_odds_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailing */ .DI)(state))
        return 'failing';
    return (0,_odds_js__WEBPACK_IMPORTED_MODULE_2__/* .odds */ .VH)(harm, settings) >= suspected ? 'suspected' : undefined;
}
/** The metric with the weakest evidence that `weight` is safe, and its odds (ln); undefined when all have enough. */
function lacking(state, weight) {
    const weakest = leastSafe(state, weight);
    return state.cleared >= weight || weakest[1] >= safeOdds ? undefined : weakest;
}
function leastSafe({ safe, settings }, weight) {
    const bets = safe.find((known) => known.weight === weight);
    const [errors, latency] = bets ? [(0,_harm_js__WEBPACK_IMPORTED_MODULE_0__/* .noHarm */ .s5)(bets.errors), (0,_harm_js__WEBPACK_IMPORTED_MODULE_0__/* .noHarm */ .s5)(bets.latency)] : [0, 0];
    if (settings.only === 'latency')
        return ['latency', latency];
    return settings.bounds.length > 0 && latency < errors ? ['latency', latency] : ['errors', errors];
}


/***/ }),

/***/ 8773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ slowBucket),
/* harmony export */   gJ: () => (/* binding */ nextWeight),
/* harmony export */   yB: () => (/* binding */ dwellOf),
/* harmony export */   zV: () => (/* binding */ targets)
/* harmony export */ });
/** How long a weight lasts at least, seconds; one that is not on the ladder as long as the step below it. */
function dwellOf({ steps }, weight) {
    return (steps.findLast((step) => step.weight <= weight) ?? steps[0])?.dwell ?? 0;
}
/** The weight that passing this one would allow; what follows the last step is all traffic. */
function nextWeight({ steps }, weight) {
    return steps.find((step) => step.weight > weight)?.weight ?? 100;
}
/** Every weight that evidence is needed for, rising. */
function targets({ steps }) {
    return [...new Set([...steps.slice(1).map(({ weight }) => weight), 100])];
}
/** The last bucket that keeps the latency objective; one past the last of all where no bound is as high as that. */
function slowBucket({ bounds, latencyP95 }) {
    const bucket = bounds.findIndex((bound) => bound >= latencyP95);
    return bucket === -1 ? bounds.length : bucket;
}


/***/ }),

/***/ 4940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   wP: () => (/* binding */ misread),
/* harmony export */   wi: () => (/* binding */ emptyWindow),
/* harmony export */   zs: () => (/* binding */ rest)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9292);
/**
 * From lines of evidence to strata: counts of both sides over the same time, with enough traffic that the canary has a
 * share of it. Nothing that one unreadable scrape held back is lost, and nothing is judged against another time.
 */

const none = { canary: _counts_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6, baseline: _counts_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 };
const emptyWindow = { from: 0, waiting: none, joined: none };
/** Whether no request of an unfinished stratum was read yet. */
function isEmpty({ waiting, joined }) {
    return [waiting, joined].every(({ canary, baseline }) => canary.requests === 0 && baseline.requests === 0);
}
/** Requests of the canary that a stratum is expected to hold at least: in finer ones its share tells nothing. */
const expected = 2;
/** The window after one line, and the stratum that it completed. Totals alone decide when, never outcomes. */
function join(window, line) {
    if (line.transition)
        return { window: { ...window, waiting: none } };
    const from = isEmpty(window) ? line.from : window.from;
    const waiting = sum(window.waiting, line);
    if (line.canary === null || line.baseline === null)
        return { window: { ...window, from, waiting } };
    const joined = sum(window.joined, waiting);
    const requests = joined.canary.requests + joined.baseline.requests;
    if ((requests * line.weight) / 100 < expected)
        return { window: { from, waiting: none, joined } };
    return { window: emptyWindow, stratum: { from, t: line.t, ...joined } };
}
/** What is left when the weight changes: strata never span two, and a side still unread belongs to neither. */
function rest({ from, joined }, t) {
    return joined.canary.requests + joined.baseline.requests === 0 ? undefined : { from, t, ...joined };
}
function sum(to, more) {
    return { canary: (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .add */ .WQ)(to.canary, more.canary), baseline: (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .add */ .WQ)(to.baseline, more.baseline) };
}
/** Counters that fell without a reset were misread: the whole window is dropped on both sides. */
function misread({ canary, baseline }) {
    return falls(canary) || falls(baseline);
}
function falls(side) {
    return side !== null && (side.requests < 0 || side.errors < 0 || side.buckets.some((count) => count < 0));
}


/***/ }),

/***/ 8791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Gz: () => (/* binding */ lateText),
/* harmony export */   OM: () => (/* binding */ claims)
/* harmony export */ });
/* unused harmony export lastReason */
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9292);
/* harmony import */ var _mix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4740);
/* harmony import */ var _odds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5354);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9210);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8773);
/** What the judge says to a reader. */





/** The reason of a ruling at `t` (seconds), with the numbers that it rests on. */
function reasonOf(state, { because, carrier, decision, late }, t) {
    const reason = carrier ? harmText(state, carrier) : text(state, because, t);
    if (late)
        return lateText(state.settings.deadline, reason);
    return decision === 'rollback' && carrier === undefined ? `${reason}; the plan rolls back then` : reason;
}
/** @param deadline seconds */
function lateText(deadline, reason) {
    return `the deadline of ${deadline} s came first (${reason})`;
}
const claims = {
    errors: () => 'no worse than the baseline',
    latency: () => 'no worse than the baseline',
    outright: () => 'at most 25 % of the requests fail',
    errorRate: (settings) => `at most ${share(settings.errorRate)} of the requests fail`,
    latencyP95: (settings) => `95 % of the requests take at most ${settings.latencyP95} s`,
    alone: () => 'fails no more often than the baseline did',
};
function harmText({ harm, settings, stage, baseline }, carrier) {
    const against = carrier === 'errors' || carrier === 'latency' ? (0,_odds_js__WEBPACK_IMPORTED_MODULE_2__/* .odds */ .VH)(harm, settings) : (0,_mix_js__WEBPACK_IMPORTED_MODULE_1__/* .wealth */ .Ul)(harm[carrier]);
    const mine = `canary ${failures(stage.canary)}`;
    const seen = {
        errors: `${mine}, baseline ${failures(stage.baseline)}`,
        latency: `${valuesOf(settings)} of ${stage.canary.requests} requests, over the whole histogram`,
        errorRate: mine,
        outright: mine,
        latencyP95: `latencies of ${stage.canary.requests} requests`,
        alone: `${mine}, the baseline ${failures(baseline)} until it had no traffic`,
    };
    return `${ratioText(against)} against "${claims[carrier](settings)}": ${seen[carrier]}`;
}
const valuesOf = ({ only }) => (only === undefined ? 'latencies' : 'values');
function failures(side) {
    return `${side.errors} of ${side.requests} failed (${share((0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .errorRate */ .zi)(side))})`;
}
function text(state, because, t) {
    const { blind, stage, settings, harm } = state;
    const seconds = Math.round(t - stage.since);
    switch (because) {
        case 'idle':
            return 'no traffic on the canary';
        case 'unread':
            return `the canary could not be read for ${Math.round(blind.canary.seconds)} s, the baseline could`;
        case 'no-counts':
            return `no counts at all for ${Math.round(blind.both.seconds)} s`;
        case 'blind':
            return 'not both versions could be read, and nothing goes on unseen';
        case 'failing':
            return 'the canary misses an objective at the moment';
        case 'transition':
            return 'the split has not converged yet';
        case 'unsettled':
            return `the split did not become ${stage.weight} % in ${Math.round(t - (state.unsettled ?? t))} s`;
        case 'no-requests':
            return `no request of the canary in ${seconds} s`;
        case 'few':
            return `${stage.canary.requests} requests of the canary in ${stage.strata} of ${_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .minStrata */ .gw} readings at ${stage.weight} %`;
        case 'dwell':
            return `${seconds} of ${(0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .dwellOf */ .yB)(settings, stage.weight)} s at ${stage.weight} %`;
        case 'suspected':
            return `suspected: ${ratioText((0,_odds_js__WEBPACK_IMPORTED_MODULE_2__/* .odds */ .VH)(harm, settings))} against "no worse"`;
        case 'unsafe':
            return unsafeText(state, (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .nextWeight */ .gJ)(settings, stage.weight));
        case 'safe':
            return `no worse over ${stage.canary.requests} requests at ${stage.weight} %`;
        default:
            return 'the baseline misses an objective too';
    }
}
function unsafeText(state, weight) {
    const [metric, against] = (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .lacking */ .gP)(state, weight) ?? ['errors', 0];
    const needed = ratioText(_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .safeOdds */ .ar);
    const what = state.settings.only === undefined ? metric : valuesOf(state.settings);
    return `${ratioText(against)} that ${weight} % keeps the ${what} within the harm budget, ${needed} are needed`;
}
/** Why the rule of the last step holds, or not. */
function lastReason(state, because, t) {
    if (because === 'unsafe')
        return unsafeText(state, 100);
    return because === 'safe' ? 'no worse, and safe for all traffic' : text(state, because, t);
}
/** ln odds as a reader says them: `118 : 1`. */
function ratioText(ln) {
    const value = Math.exp(Math.min(ln, 500));
    return value >= 1e6 ? `${value.toExponential(1)} : 1` : `${Number(value.toPrecision(3))} : 1`;
}
const share = (rate) => `${Number((rate * 100).toFixed(2))} %`;


/***/ }),

/***/ 5482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O5: () => (/* binding */ historyLines),
/* harmony export */   Ul: () => (/* binding */ carry),
/* harmony export */   pH: () => (/* binding */ observationBetween)
/* harmony export */ });
/* unused harmony export converged */
function minus(now, before) {
    return now.map((count, index) => count - (before?.[index] ?? 0));
}
function regressed(now, before) {
    const fell = (now.buckets ?? []).some((count, index) => count < (before.buckets?.[index] ?? 0));
    return now.requests < before.requests || now.errors < before.errors || fell;
}
/** What there is to subtract: nothing where the counters began again since. */
function baseOf(now, before, restarted) {
    return restarted || (before !== undefined && regressed(now, before)) ? undefined : before;
}
/** What the instances did; those that did nothing are left out. */
function instancesOf(now, before, restarted) {
    const tallies = Object.entries(now.instances ?? {}).map(([name, counters]) => {
        const base = baseOf(counters, instanceOf(before, name), restarted);
        const tally = {
            requests: counters.requests - (base?.requests ?? 0),
            errors: counters.errors - (base?.errors ?? 0),
            ...(counters.buckets === undefined ? {} : { buckets: minus(counters.buckets, base?.buckets) }),
        };
        return [name, tally];
    });
    return Object.fromEntries(tallies.filter(([, { requests, errors }]) => requests > 0 || errors > 0));
}
function instanceOf(counters, name) {
    const instances = counters?.instances ?? {};
    return Object.hasOwn(instances, name) ? instances[name] : undefined;
}
/** A version may be called like a property that every object has. */
function versionOf({ versions }, name) {
    return Object.hasOwn(versions, name) ? versions[name] : undefined;
}
function delta(now, before, restarted) {
    if (now === undefined)
        return null;
    const side = deltaOf(now, before, restarted);
    if (now.model === undefined)
        return side;
    const model = Object.entries(now.model).map(([name, counted]) => {
        return [name, deltaOf(counted, before?.model?.[name], restarted)];
    });
    return { ...side, model: Object.fromEntries(model) };
}
function deltaOf(now, before, restarted) {
    const base = baseOf(now, before, restarted);
    return {
        requests: now.requests - (base?.requests ?? 0),
        errors: now.errors - (base?.errors ?? 0),
        buckets: minus(now.buckets, base?.buckets),
        ...(now.instances === undefined ? {} : { instances: instancesOf(now, before, restarted) }),
    };
}
/** The version where all of its counters began again, else each instance of it where that one's did. */
function resetsOf(version, before, now) {
    const [then, since] = [versionOf(before, version), versionOf(now, version)];
    if (then === undefined || since === undefined)
        return [];
    if (before.epoch !== now.epoch || (since.instances === undefined && regressed(since, then)))
        return [version];
    return Object.entries(since.instances ?? {}).flatMap(([name, counters]) => {
        const last = instanceOf(then, name);
        const again = (counters.restarts ?? 0) > (last?.restarts ?? 0) || (last !== undefined && regressed(counters, last));
        return again ? [`${version} ${name}`] : [];
    });
}
const rounded = (seconds) => Math.round(seconds * 1000) / 1000;
/**
 * The line between two samples, at the weight that `before` left in force. A restart of the counters (another epoch, or
 * a count that fell) counts from 0 and is named in `resets`, by version and where it can be told by instance.
 */
function observationBetween(before, now, frame, weight) {
    const restarted = before.epoch !== now.epoch;
    const names = [frame.canary, frame.baseline].filter((name) => name !== null);
    const sideOf = (name) => name === null ? emptySide(now.bounds.length) : delta(versionOf(now, name), versionOf(before, name), restarted);
    const resets = names.flatMap((name) => resetsOf(name, before, now));
    const line = {
        from: rounded(before.at - frame.zero),
        t: rounded(now.at - frame.zero),
        weight,
        canary: sideOf(frame.canary),
        baseline: sideOf(frame.baseline),
        ...(resets.length > 0 ? { resets } : {}),
    };
    return settled(line, before.weight, now.weight, frame) ? line : { ...line, transition: true };
}
function settled(line, before, now, { beside, sticky }) {
    if (beside)
        return before === line.weight;
    return sticky ? now === line.weight || before === line.weight : converged(line);
}
/** Without bounds there is no latency, and so no bucket either. */
function emptySide(bounds) {
    return { requests: 0, errors: 0, buckets: Array.from({ length: bounds === 0 ? 0 : bounds + 1 }, () => 0) };
}
/**
 * Whether the measured split is the set one: the canary's share lies within 5 standard deviations of the binomial, and
 * a slack of 4 requests for those in flight at the change. Too little traffic to tell counts as converged.
 */
function converged(line) {
    if (line.canary === null || line.baseline === null)
        return true;
    const total = line.canary.requests + line.baseline.requests;
    const share = line.weight / 100;
    const deviation = Math.sqrt(total * share * (1 - share));
    return Math.abs(line.canary.requests - total * share) <= 5 * deviation + 4;
}
/** Lines of history (weight 0, negative t) from the target's samples up to the moment of the shift. */
function historyLines(samples, frame) {
    return samples.flatMap((sample, index) => {
        const before = samples[index - 1];
        if (before === undefined || before.epoch !== sample.epoch || sample.weight !== 0 || sample.at > frame.zero)
            return [];
        const { canary: _, ...line } = observationBetween(before, sample, frame, 0);
        return [{ ...line, canary: emptySide(sample.bounds.length) }];
    });
}
/** The reference for the next line: this sample, with what it could not read kept from before. */
function carry(before, now) {
    const kept = before.epoch === now.epoch ? before.versions : {};
    const read = Object.entries(now.versions).map(([name, counters]) => {
        const model = { ...versionOf({ ...before, versions: kept }, name)?.model, ...counters.model };
        return [name, counters.model === undefined ? counters : { ...counters, model }];
    });
    return { ...now, versions: { ...kept, ...Object.fromEntries(read) } };
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


/***/ }),

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


/***/ })

};
