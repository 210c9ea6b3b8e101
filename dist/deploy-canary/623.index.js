export const id = 623;
export const ids = [623];
export const modules = {

/***/ 6623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release)
});

// UNUSED EXPORTS: kept

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/shared/action/conclude.js + 1 modules
var conclude = __webpack_require__(748);
// EXTERNAL MODULE: ./build/shared/release/counts.js
var release_counts = __webpack_require__(9292);
// EXTERNAL MODULE: ./build/shared/release/judge/logs.js
var logs = __webpack_require__(9483);
// EXTERNAL MODULE: ./build/shared/release/judge/window.js
var judge_window = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/shared/release/confidence.js


/** Confidence that is usual among readers; the judge's own alpha is spent on decisions. */
const ratioAlpha = 0.05;
/**
 * How far the alternatives lie from a ratio that is doubted: far ones tell with few errors, near ones with many. The
 * nearest bounds how narrow limits ever get: 5 % to each side, where 2 alone would leave 44 %.
 */
const factors = [1.1, 1.5, 3, 8];
/** The strata that the judge weighed, each with the dispersion it was weighed with; what it left out is left out. */
function trialsOf(lines) {
    const dispersions = dispersionsOf(lines);
    const found = [];
    let window = judge_window/* emptyWindow */.wi;
    let weight = 0;
    let dispersion = 1;
    const keep = (stratum) => {
        if (stratum)
            found.push(trial(stratum, dispersion));
    };
    for (const line of lines.filter(isJudged)) {
        if (line.weight !== weight) {
            keep((0,judge_window/* rest */.zs)(window, line.from));
            window = judge_window/* emptyWindow */.wi;
            weight = line.weight;
        }
        dispersion = dispersions.get(line.t) ?? dispersion;
        const joined = (0,judge_window/* join */.fj)(window, line);
        window = joined.window;
        keep(joined.stratum);
    }
    return found;
}
function isJudged(line) {
    return 'from' in line && line.t > 0 && line.weight > 0;
}
function dispersionsOf(lines) {
    const known = new Map();
    for (const line of lines) {
        if (!('decision' in line))
            continue;
        const { dispersion } = line.detail;
        if (typeof dispersion === 'number' && dispersion >= 1)
            known.set(line.t, dispersion);
    }
    return known;
}
function trial({ canary, baseline }, dispersion) {
    return {
        canary: canary.requests,
        canaryBad: canary.errors,
        baseline: baseline.requests,
        baselineBad: baseline.errors,
        dispersion,
    };
}
const alternatives = [...factors, ...factors.map((factor) => 1 / factor)];
/** Growth of every alternative before anything was seen. */
const noGrowth = alternatives.map(() => 0);
/**
 * The growth (ln) of every alternative with one stratum more. Given all the errors of a stratum, the canary's share of
 * them is about binomial, whatever the baseline's rate is, so that a growth is a log likelihood ratio: k_c ln f - (k_c +
 * k_b) ln((f r n_c + n_b) / (r n_c + n_b)); 1 + x <= e^x keeps it valid where errors are not rare.
 */
function grown(growth, seen, ratio) {
    const { canary, canaryBad, baseline, baselineBad, dispersion } = seen;
    const errors = canaryBad + baselineBad;
    if (canary === 0 || baseline === 0 || errors === 0)
        return growth;
    const share = (ratio * canary) / (ratio * canary + baseline);
    return growth.map((before, index) => {
        const factor = alternatives[index] ?? 1;
        return before + (canaryBad * Math.log(factor) - errors * Math.log1p((factor - 1) * share)) / dispersion;
    });
}
/** Averages the alternatives of each side; "at most the ratio" and "at least the ratio" are refuted each by its own. */
function evidence(growth) {
    const mean = (side) => (0,logs/* logSum */.y)(side) - Math.log(side.length);
    return { above: mean(growth.slice(0, factors.length)), below: mean(growth.slice(factors.length)) };
}
function against(trials, lnRatio) {
    const ratio = Math.exp(lnRatio);
    return evidence(trials.reduce((growth, seen) => grown(growth, seen, ratio), noGrowth));
}
/** Limits beyond these, up or down, are none. */
const farthest = Math.log(1e6);
/** Halvings of the search: limits are exact to far more digits than are shown. */
const halvings = 40;
/**
 * Both limits at 1 - `alpha`: ratios that neither one-sided evidence refutes at 2 / `alpha`. Each side is monotone in the
 * ratio, as the likelihood is log-concave in ln(ratio); hence always an interval, and never empty. With a ratio that
 * changed on the way, `low` is still at most its highest and `high` at least its lowest value. The limits of earlier looks
 * are not intersected: after a late fault nothing would be left of an interval.
 */
function ratioLimits(trials, alpha = ratioAlpha) {
    const needed = Math.log(2 / alpha);
    const low = edge((at) => against(trials, at).above >= needed, -farthest, farthest);
    const high = edge((at) => against(trials, at).below >= needed, farthest, -farthest);
    return { low: low === undefined ? 0 : Math.exp(low), high: high === undefined ? undefined : Math.exp(high) };
}
/** Where what holds at `from` ceases to hold on the way `to` the other end; undefined when it does not hold at `from`. */
function edge(holds, from, to) {
    if (!holds(from))
        return undefined;
    let [held, failed] = [from, to];
    for (let left = halvings; left > 0; left -= 1) {
        const middle = (held + failed) / 2;
        if (holds(middle))
            held = middle;
        else
            failed = middle;
    }
    return held;
}

// EXTERNAL MODULE: ./build/shared/release/judge/odds.js
var odds = __webpack_require__(5354);
// EXTERNAL MODULE: ./build/shared/release/judge/rule.js
var rule = __webpack_require__(9210);
// EXTERNAL MODULE: ./build/shared/release/judge/settings.js
var judge_settings = __webpack_require__(8773);
// EXTERNAL MODULE: ./build/shared/release/judge/words.js
var words = __webpack_require__(8791);
;// CONCATENATED MODULE: ./build/shared/report/last-word.js

function namesOf(lines) {
    const header = lines.find((line) => 'schema' in line);
    return { canary: header?.canary || 'the canary', baseline: header?.baseline || 'the baseline' };
}
function isDecision(line) {
    return 'decision' in line;
}
function lastDecision(lines) {
    return lines.findLast(isDecision);
}
/** A number of a decision's detail; 0 where it has none. */
function numberOf({ detail }, name) {
    const value = detail[name];
    return typeof value === 'number' ? value : 0;
}
/**
 * The judge's last decision where it is what ended the release, told by its reason; undefined where something else did,
 * such as a cancel, a lost lease or a dead process, which must not be put down to the judge.
 */
function decisive({ lines, verdict, reason }) {
    const last = lastDecision(lines);
    if (last === undefined)
        return undefined;
    const said = last.decision === 'promote-step' ? `passed at ${numberOf(last, 'weight')} %` : last.reason;
    return reason === said && follows(verdict, last) ? last : undefined;
}
function follows(verdict, { decision }) {
    if (verdict === 'held')
        return decision === 'promote-step';
    if (verdict === 'rolled-back')
        return decision === 'rollback' || decision === 'dead-canary';
    return verdict === 'inconclusive' && (decision === 'inconclusive' || decision === 'split-unsettled');
}
/** The metric of the model that a rollback rests on; undefined where it was none of them. */
function modelMetricOf(last, { model = [] }) {
    return last.decision === 'rollback' ? model.find(({ name }) => name === last.detail['metric']) : undefined;
}
/** What the odds against a metric of the model are about. */
function betOf({ detail }, { name, bounds }) {
    const usual = bounds.length === 0 ? 'errors' : 'latency';
    return rule/* absolute */.ys.find((bet) => bet === detail[`${name}.metric`]) ?? usual;
}
/** Odds in the evidence are rounded to four digits. */
const rounding = 1.001;
/** The bet that a rollback rests on; undefined where missing counts and the plan's `no-data` did it. */
function carrierOf(last, { alpha }) {
    const { metric } = last.detail;
    const carrier = ['errors', 'latency', ...rule/* absolute */.ys].find((name) => name === metric);
    if (last.decision !== 'rollback' || carrier === undefined)
        return undefined;
    return numberOf(last, 'odds') * rounding >= Math.exp((0,rule/* threshold */.EN)(alpha, carrier)) ? carrier : undefined;
}

// EXTERNAL MODULE: ./build/shared/report/markdown.js
var markdown = __webpack_require__(5210);
// EXTERNAL MODULE: ./build/shared/release/judge/model.js
var model = __webpack_require__(7307);
;// CONCATENATED MODULE: ./build/shared/report/model-rows.js






/** Odds for and against each metric, and what both sides did; none where nothing of a model is judged. */
function modelRows(last, settings, names) {
    const weight = numberOf(last, 'weight');
    return (settings.model ?? []).flatMap((metric) => {
        const against = numberOf(last, `${metric.name}.odds`);
        const needed = Math.exp((0,rule/* threshold */.EN)(metric.alpha, betOf(last, metric)));
        const found = against >= needed ? `**${(0,markdown/* odds */.VH)(against)}**` : (0,markdown/* odds */.VH)(against);
        const safe = [
            `… odds that ${(0,judge_settings/* nextWeight */.gJ)(settings, weight)} % keeps it within the harm budget`,
            (0,markdown/* odds */.VH)(numberOf(last, `${metric.name}.safe`)),
            `goes on at ${(0,markdown/* odds */.VH)(Math.exp(rule/* safeOdds */.ar))}`,
        ];
        return [
            [
                `${metric.name}: odds against "${claimOf(last, metric, settings, names)}"`,
                found,
                `rolls back at ${(0,markdown/* odds */.VH)(needed)}`,
            ],
            ...(weight < 100 ? [safe] : []),
            ['… at this weight', sidesOf(last, metric, names), meaningOf(metric)],
        ];
    });
}
/** What a metric's odds are against. */
function claimOf(last, metric, settings, { baseline }) {
    const claim = words/* claims */.OM[betOf(last, metric)]((0,model/* settingsFor */.zc)(settings, metric));
    return claim.replace('the baseline', () => baseline).replace('requests', 'answers');
}
/** What the numbers of a metric are. */
function meaningOf({ worse, bounds }) {
    if (bounds.length === 0)
        return 'answers that broke off, of all that the model gave';
    return `95 % of the answers are ${worse === 'higher' ? 'at most' : 'at least'} that; the whole histogram is judged`;
}
/** `v2 1.2 s, v1 300 ms`. */
function sidesOf(last, metric, names) {
    const side = (name) => `${names[name]} ${seenOf(last, metric, name)}`;
    return `${side('canary')}, ${side('baseline')}`;
}
function seenOf(last, { name, worse, bounds }, side) {
    if (bounds.length === 0) {
        const [bad, all] = [numberOf(last, `${name}.${side}Errors`), numberOf(last, `${name}.${side}Requests`)];
        return `${(0,markdown/* count */.U9)(bad)} of ${(0,markdown/* count */.U9)(all)}`;
    }
    const tail = last.detail[`${name}.${side}Tail`];
    if (typeof tail !== 'number')
        return '–';
    return worse === 'higher' ? (0,markdown/* latency */.ZK)(tail) : `${(0,markdown/* short */.h0)(tail)} a second`;
}

;// CONCATENATED MODULE: ./build/shared/report/judged.js
/** The numbers behind the judge's last word, as a table: odds, the confidence sequence of the error rates, latency. */








/** Markdown; empty before the judge said anything. */
function judgedTable(report) {
    const last = lastDecision(report.lines);
    if (last === undefined)
        return '';
    const escaped = namesOf(report.lines);
    const names = { canary: (0,markdown/* plain */.pj)(escaped.canary), baseline: (0,markdown/* plain */.pj)(escaped.baseline) };
    const rows = [
        ...oddsRows(last, report.settings, names),
        ...safeRows(last, report.settings),
        ratioRow(ratioLimits(trialsOf(report.lines)), names),
        ...latencyRows(last, report.settings, names),
        ...dispersionRows(last, names),
        ...modelRows(last, report.settings, names),
    ];
    return (0,markdown/* table */.tp)(['', 'found', ''], rows);
}
/** Odds against "no worse than the baseline" (1 is even), whatever decided in the end. */
function relativeOdds(decision, { bounds }) {
    const errors = numberOf(decision, 'errorOdds');
    if (bounds.length === 0)
        return errors;
    return odds/* relativeShares */.dC.errors * errors + odds/* relativeShares */.dC.latency * numberOf(decision, 'latencyOdds');
}
/** Odds at which the comparison with the baseline rolls back. */
function rollbackOdds({ alpha }) {
    return Math.exp((0,rule/* threshold */.EN)(alpha, 'errors'));
}
function oddsRows(last, settings, { baseline }) {
    const both = relativeOdds(last, settings);
    const needed = rollbackOdds(settings);
    const found = both >= needed ? `**${(0,markdown/* odds */.VH)(both)}**` : (0,markdown/* odds */.VH)(both);
    const row = [`odds against "no worse than ${baseline}"`, found, `rolls back at ${(0,markdown/* odds */.VH)(needed)}`];
    const alone = rule/* absolute */.ys.find((name) => name === last.detail['metric']);
    return [row, ...parts(last, settings), ...(alone ? [objectiveRow(last, alone, settings)] : [])];
}
function parts(last, { bounds }) {
    if (bounds.length === 0)
        return [];
    const weight = (share) => `counts ${Math.round(100 * share)} %`;
    return [
        ['… by errors', (0,markdown/* odds */.VH)(numberOf(last, 'errorOdds')), weight(odds/* relativeShares */.dC.errors)],
        ['… by latency', (0,markdown/* odds */.VH)(numberOf(last, 'latencyOdds')), weight(odds/* relativeShares */.dC.latency)],
    ];
}
function objectiveRow(last, carrier, settings) {
    const needed = (0,markdown/* odds */.VH)(Math.exp((0,rule/* threshold */.EN)(settings.alpha, carrier)));
    return [
        `odds against "${words/* claims */.OM[carrier](settings)}"`,
        `**${(0,markdown/* odds */.VH)(numberOf(last, 'odds'))}**`,
        `rolls back at ${needed}`,
    ];
}
function safeRows(last, settings) {
    const weight = numberOf(last, 'weight');
    if (weight >= 100)
        return [];
    const next = (0,judge_settings/* nextWeight */.gJ)(settings, weight);
    const found = (0,markdown/* odds */.VH)(numberOf(last, 'safe'));
    return [[`odds that ${next} % keeps within the harm budget`, found, `goes on at ${(0,markdown/* odds */.VH)(Math.exp(rule/* safeOdds */.ar))}`]];
}
function ratioRow(limits, { canary, baseline }) {
    const level = `at ${100 * (1 - ratioAlpha)} %, however often one looks`;
    const found = ratioText(limits);
    return [
        `error rate of ${canary} over that of ${baseline}`,
        found ?? 'no limit yet',
        found ? level : 'too few errors',
    ];
}
/** `x14 to x160`; undefined while nothing is known. */
function ratioText({ low, high }) {
    if (low === 0)
        return high === undefined ? undefined : `at most ${times(high)}`;
    return high === undefined ? `at least ${times(low)}` : `${times(low)} to ${times(high)}`;
}
/** Near 1 a digit more, as it matters on which side of it a limit lies. */
function times(ratio) {
    return `x${ratio > 0.5 && ratio < 2 ? Number(ratio.toPrecision(3)) : (0,markdown/* short */.h0)(ratio)}`;
}
function latencyRows(last, { bounds }, { canary, baseline }) {
    if (bounds.length === 0)
        return [];
    const p95 = (name) => (0,markdown/* latency */.ZK)(numberOf(last, name) || undefined);
    const theirs = last.detail['baselineP95'] === null ? '' : `, ${baseline} ${p95('baselineP95')}`;
    const found = `${canary} ${p95('canaryP95')}${theirs}`;
    return [['p95 at this weight', found, 'shown only: the whole histogram is judged']];
}
function dispersionRows(last, { baseline }) {
    const factor = numberOf(last, 'dispersion');
    if (factor <= 1)
        return [];
    const cause = last.detail['dispersionKnown'] === true
        ? `instances of ${baseline} differ more than by chance (errors in clusters, or one is sick)`
        : `too little is known yet of how evenly ${baseline} fails`;
    return [['dispersion of errors', (0,markdown/* short */.h0)(factor), `${cause}: errors count 1/${(0,markdown/* short */.h0)(factor)}`]];
}

;// CONCATENATED MODULE: ./build/shared/report/points.js
/** What is drawn of a canary: its lines added up to no more points than can be told apart. */

/** About as many points as are drawn at most, since each is labelled with its time. */
const most = 20;
/**
 * Points of about equal length, at one weight each. Looks that suspicion hurried are added up to the usual length, and
 * what a change of weight cut off belongs to the point before it.
 */
function pointsOf(observed) {
    const lengths = observed.map(({ from, t }) => t - from);
    const span = lengths.reduce((sum, length) => sum + length, 0);
    const width = Math.max(span / most, Math.max(...lengths) / 2);
    const filled = merged(observed.map(pointOf), (open) => open.seconds < width);
    return merged(filled, (_, next) => next.seconds < width / 2);
}
/** Requests of the canary that a plotted rate rests on: of fewer, each single one would jump. */
const smooth = 30;
/** Every point with those before it, until the canary has `smooth` requests in them; both sides over the same time. */
function trailing(points) {
    return points.map((point, index) => {
        let wide = point;
        for (let at = index - 1; at >= 0 && wide.canary.requests < smooth; at -= 1) {
            const before = points[at];
            if (before)
                wide = { ...sum(before, wide), weight: point.weight };
        }
        return wide;
    });
}
function pointOf({ from, t, weight, canary, baseline }) {
    return { t, seconds: t - from, weight, canary: (0,release_counts/* add */.WQ)(release_counts/* nothing */.s6, canary), baseline: (0,release_counts/* add */.WQ)(release_counts/* nothing */.s6, baseline) };
}
function merged(points, together) {
    const found = [];
    for (const next of points) {
        const open = found.at(-1);
        if (open?.weight !== next.weight || !together(open, next))
            found.push(next);
        else
            found[found.length - 1] = sum(open, next);
    }
    return found;
}
function sum(open, next) {
    return {
        ...next,
        seconds: open.seconds + next.seconds,
        canary: (0,release_counts/* add */.WQ)(open.canary, next.canary),
        baseline: (0,release_counts/* add */.WQ)(open.baseline, next.baseline),
    };
}

;// CONCATENATED MODULE: ./build/shared/report/plots.js
/** What a canary saw over time, as plots that GitHub draws by itself. */






/** Low, so that all of them fit on a screen; the canary's colour stands first. */
const looks = JSON.stringify({
    xyChart: { width: 800, height: 320 },
    themeVariables: { xyChart: { plotColorPalette: '#d4700a, #0969da' } },
});
const names = 'canary orange, stable blue';
/** Plots of all lines with t > 0, what decides first; `observed` has at least one. */
function plots(lines, observed, settings) {
    const points = pointsOf(observed);
    const p95 = (pooled) => 1000 * ((0,release_counts/* quantile */.YV)(pooled, settings.bounds, 0.95) ?? 0);
    const failed = (pooled) => 100 * (0,release_counts/* errorRate */.zi)(pooled);
    const latency = { title: `p95 latency: ${names}`, axis: 'ms', span: [0, 1], series: both(points, p95) };
    const weights = points.map(({ weight }) => weight);
    const ladder = { title: 'Weight of the canary', axis: 'percent', span: [0, 100], series: [weights] };
    const all = [
        oddsPlot(lines, points, settings),
        { title: `Failed requests: ${names}`, axis: 'percent', span: [0, 1], series: both(points, failed) },
        ...(settings.bounds.length === 0 ? [] : [latency]),
        ...(settings.model ?? []).map((metric) => modelPlot(observed, metric, settings)),
        ...(new Set(weights).size === 1 ? [] : [ladder]),
    ];
    const times = points.map(({ t }) => t);
    const note = `Rates and latencies are those of the canary's last ${smooth} requests or more, and of the stable version over the same time.`;
    // GitHub draws no plot without a line: it shows an error in its place.
    const drawn = all.filter(({ series }) => series.some((values) => values.length > 0));
    return [...drawn.map((plot) => draw(plot, times)), note, ''].join('\n');
}
/** Of a histogram what 95 % are better than, of failures their share; at the same times as the other plots. */
function modelPlot(observed, metric, settings) {
    const { name, worse, bounds } = metric;
    const points = pointsOf(observed.map((line) => (0,model/* lineFor */.y1)(line, metric)));
    if (bounds.length === 0) {
        const failed = (pooled) => 100 * (0,release_counts/* errorRate */.zi)(pooled);
        return { title: `Model ${name}: ${names}`, axis: 'percent', span: [0, 1], series: both(points, failed) };
    }
    const own = (0,model/* settingsFor */.zc)(settings, metric).bounds;
    const tail = (pooled) => (0,release_counts/* quantile */.YV)(pooled, own, 0.95) ?? 0;
    const turned = (pooled) => (tail(pooled) > 0 ? 1 / tail(pooled) : 0);
    const [axis, value] = worse === 'higher' ? ['ms', (pooled) => 1000 * tail(pooled)] : ['a second', turned];
    const limit = worse === 'higher' ? 'at most' : 'at least';
    return { title: `Model ${name}, 95 % ${limit}: ${names}`, axis, span: [0, 1], series: both(points, value) };
}
/** A side ends with the last point at which it answered anybody. */
function both(points, value) {
    const wide = trailing(points);
    return ['canary', 'baseline'].map((side) => {
        const end = points.findLastIndex((point) => point[side].requests > 0);
        return wide.slice(0, end + 1).map((point) => value(point[side]));
    });
}
/** Powers of ten that are drawn; beyond them nothing is decided. */
const powers = { least: -2, most: 6 };
/** The axis is linear in the logarithm, as these plots know no other. */
function oddsPlot(lines, points, settings) {
    const needed = rollbackOdds(settings);
    const known = new Map(lines.filter(isDecision).map((each) => [each.t, relativeOdds(each, settings)]));
    const drawn = (value) => Math.min(powers.most, Math.max(powers.least, Math.log10(Math.max(value, 1e-9))));
    let before = 1;
    const found = points.map(({ t }) => {
        before = known.get(t) ?? before;
        return drawn(before);
    });
    return {
        title: `Odds against no worse: found orange, rolls back at ${(0,markdown/* odds */.VH)(needed)} blue`,
        axis: 'log10 of the odds (2 is 100 : 1)',
        span: [-1, 2.5],
        series: [found, points.map(() => drawn(needed))],
    };
}
function draw({ title, axis, span, series }, times) {
    const [bottom, top] = [Math.min(...series.flat(), span[0]), Math.max(...series.flat(), span[1])];
    const edge = (value) => Number((value * 1.1).toPrecision(2));
    const upper = axis === 'percent' ? Math.min(100, edge(top)) : edge(top);
    return [
        '```mermaid',
        `%%{init: ${looks}}%%`,
        'xychart-beta',
        `    title "${title}"`,
        `    x-axis "seconds since the first raise" [${times.map((t) => Math.round(t)).join(', ')}]`,
        `    y-axis "${axis}" ${edge(bottom)} --> ${upper}`,
        ...series
            .filter((values) => values.length > 0)
            .map((values) => `    line [${values.map((value) => Number(value.toPrecision(4))).join(', ')}]`),
        '```',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/shared/report/stages.js
/** What was seen at each weight. */

function isObservation(line) {
    return 'from' in line;
}
/** The observations grouped by the weight in force, in order of time; history is left out. */
function stages(lines) {
    const found = [];
    for (const line of lines.filter(isObservation)) {
        if (line.t <= 0)
            continue;
        const last = found.at(-1);
        const open = last?.weight === line.weight ? last : undefined;
        if (open)
            found.pop();
        const base = open ?? { weight: line.weight, from: line.from, canary: release_counts/* nothing */.s6, baseline: release_counts/* nothing */.s6 };
        found.push({
            ...base,
            to: line.t,
            canary: (0,release_counts/* add */.WQ)(base.canary, line.canary),
            baseline: (0,release_counts/* add */.WQ)(base.baseline, line.baseline),
        });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/shared/report/canary.js
/** What a canary saw, as Markdown: what the judge weighed, its steps, plots. A reader of evidence, nothing more. */





function cells(pooled, bounds) {
    const p95 = (0,markdown/* latency */.ZK)((0,release_counts/* quantile */.YV)(pooled, bounds, 0.95));
    return pooled.requests === 0 ? ['0', '–', '–'] : [(0,markdown/* count */.U9)(pooled.requests), (0,markdown/* percent */.KN)((0,release_counts/* errorRate */.zi)(pooled)), p95];
}
function stageTable(header, lines) {
    const { canary, baseline, buckets } = header;
    const names = [(0,markdown/* plain */.pj)(canary), (0,markdown/* plain */.pj)(baseline)];
    const head = ['weight', 'from', 'to', ...names.flatMap((name) => [`${name} requests`, 'errors', 'p95'])];
    const rows = stages(lines).map((stage) => [
        `${stage.weight} %`,
        `${stage.from.toFixed(1)} s`,
        `${stage.to.toFixed(1)} s`,
        ...cells(stage.canary, buckets),
        ...cells(stage.baseline, buckets),
    ]);
    return (0,markdown/* table */.tp)(head, rows);
}
/** The part of a summary below the facts; empty when no traffic was ever moved. */
function canaryMarkdown(report) {
    const { lines, settings } = report;
    const header = lines.find((line) => 'schema' in line);
    const observed = lines.filter(isObservation).filter(({ t }) => t > 0);
    if (header === undefined || observed.length === 0)
        return '';
    const judged = judgedTable(report);
    const earlier = header.resumed === undefined ? [] : ['Odds include what an earlier run of this release saw; counts do not.', ''];
    return [
        ...(judged === '' ? [] : ['', '### What the judge weighed', '', judged]),
        '',
        '### Steps',
        '',
        stageTable(header, lines),
        '',
        ...earlier,
        '<details><summary>Plots</summary>',
        '',
        plots(lines, observed, settings),
        '</details>',
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/shared/report/outcome.js
var report_outcome = __webpack_require__(171);
;// CONCATENATED MODULE: ./build/shared/report/progress.js
/** One line of a log for a look at the canary: what was counted, the odds, and what the judge says to it. */



/** Columns; the whole reason of the last decision ends the log anyway. */
const widest = 140;
/** `bounds` are those of the latency buckets, seconds. */
function progressLine({ t, weight, canary, baseline }, bounds, decision) {
    const side = (pooled) => {
        const failed = `${pooled.errors}/${pooled.requests}`.padStart(7);
        return `${failed} err p95 ${(0,markdown/* latency */.ZK)((0,release_counts/* quantile */.YV)(pooled, bounds, 0.95)).padStart(6)}`;
    };
    const shown = (counts) => (counts === null ? 'unreadable' : side((0,release_counts/* add */.WQ)(release_counts/* nothing */.s6, counts)));
    const when = `${t.toFixed(1).padStart(6)} s ${String(weight).padStart(3)} %`;
    const said = decision && ` | odds ${bounded(numberOf(decision, 'odds')).padStart(4)} | ${decision.decision}: ${decision.reason}`;
    const line = `${when}  canary ${shown(canary)} | stable ${shown(baseline)}${said ?? ''}`;
    return line.length <= widest ? line : `${line.slice(0, widest - 1)}…`;
}
function bounded(odds) {
    return odds >= 1e6 ? '>1e6' : (0,markdown/* short */.h0)(odds);
}

;// CONCATENATED MODULE: ./build/shared/report/advice.js

const meanings = {
    'shared-incident': ({ canary, baseline }) => `${baseline} misses an objective too, so the fault most likely lies in what both share rather than in ${canary}: mend that (a model, a database, the network), then release again.`,
    'insufficient-data': ({ canary }) => `Too few requests reached ${canary} to judge anything: begin at a larger weight, or allow more time (canary.analysis.deadline). A dry run of deploy-canary says how much the traffic here needs.`,
    'backend-unavailable': () => 'Neither version could be counted, so nothing was judged, good or bad: repair where the counts come from (canary.analysis.from), then release again.',
    'split-unsettled': ({ canary }) => `The requests that reached ${canary} are not the share that was ordered, so they are no fair sample of it: see what else sends it traffic or keeps it away (connections that stay open, another route), then release again.`,
    'dead-canary': ({ canary }) => `Dead processes report no errors, so silence of ${canary} alone counts against it: read the end of its log before the next attempt.`,
};
/** The metric of the model that the judge waited for, which its reason names first. */
function waitedFor({ reason }, { model = [] }) {
    return model.find(({ name }) => reason.startsWith(`${name}: `))?.name;
}
/** Sentences about the decision, or about what the judge waited for when it gave up; none where it speaks for itself. */
function advice(last, { lines, settings }, names) {
    const said = last.decision === 'inconclusive' ? (before(lines) ?? last) : last;
    const { decision } = said;
    const metric = waitedFor(said, settings);
    if (metric !== undefined && decision === 'insufficient-data')
        return [unasked(metric, names)];
    switch (decision) {
        case 'promote-step':
            return [];
        case 'rollback':
            return (carrierOf(last, settings) ?? modelMetricOf(last, settings)) ? [] : [noData(names)];
        case 'continue':
        case 'inconclusive':
            return last.decision === 'inconclusive' ? [undecided(last, names, metric)] : [];
        default:
            return [meanings[decision](names)];
    }
}
/** At the deadline the judge only says that it is late. */
function before(lines) {
    return lines.findLast((line) => isDecision(line) && line.decision !== 'inconclusive');
}
function noData({ canary }) {
    return `The plan asks for that (no-data: rollback); it says nothing about how good ${canary} is. See why nothing was counted, then release again.`;
}
function unasked(metric, { canary }) {
    return `Too few answers of ${canary} were counted in ${metric} to judge it: see that canary.analysis.metrics.model.${metric} selects what ${canary} shows, begin at a larger weight, or allow more time (canary.analysis.deadline). A dry run of deploy-canary leaves the model out.`;
}
/** From these odds on no weight is left upward. */
const suspicious = 2;
function undecided(last, { canary, baseline }, metric) {
    const either = numberOf(last, metric === undefined ? 'odds' : `${metric}.odds`) >= suspicious
        ? `${canary} looks worse than ${baseline}, but not by enough to be sure: compare what failed or was slow before the next attempt.`
        : `${canary} is neither clearly worse than ${baseline} nor shown to be safe.`;
    return `${either} A larger first weight, more time (canary.analysis.deadline) or a larger canary.analysis.harm-budget lets the judge decide; a dry run of deploy-canary says what the traffic here needs.`;
}

;// CONCATENATED MODULE: ./build/shared/report/slower.js
/** Where two histograms differ most: what a reader can see of a verdict that rests on all of their buckets. */

/** The bound above which the canary has more of its requests by the clearest margin; undefined where it has none. */
function slowerOf(canary, baseline, bounds) {
    const [mine, theirs] = [(0,release_counts/* total */.X5)(canary.buckets), (0,release_counts/* total */.X5)(baseline.buckets)];
    if (mine === 0 || theirs === 0)
        return undefined;
    let found;
    let clearest = 0;
    for (const [index, bound] of bounds.entries()) {
        const above = (side) => (0,release_counts/* total */.X5)(side.buckets.slice(index + 1));
        const shares = { canary: above(canary) / mine, baseline: above(baseline) / theirs };
        const margin = clarity(shares, (above(canary) + above(baseline)) / (mine + theirs));
        if (margin > clearest)
            [clearest, found] = [margin, { bound, ...shares }];
    }
    return found;
}
/** The difference in standard deviations, up to a factor that all bounds share. */
function clarity({ canary, baseline }, pooled) {
    return canary > baseline ? (canary - baseline) / Math.sqrt(pooled * (1 - pooled) || 1) : 0;
}

;// CONCATENATED MODULE: ./build/shared/report/told.js







/** Paragraphs of plain text, the most important first. */
function told(report) {
    const { lines, reason } = report;
    const names = namesOf(lines);
    const last = decisive(report);
    if (last)
        return [sentence(last, report, names), ...advice(last, report, names)];
    const other = lastDecision(lines);
    if (other === undefined)
        return [reason];
    const word = `The judge did not decide this; at ${other.t.toFixed(1)} s it said: ${other.decision} (${other.reason}).`;
    // What came early has seen too little as a matter of course.
    return [reason, word, ...(other.decision === 'insufficient-data' ? [] : advice(other, report, names))];
}
function sentence(last, report, names) {
    const at = `at ${numberOf(last, 'weight')} %`;
    const after = `${at} after ${requests(numberOf(last, 'served'))}`;
    if (last.decision === 'promote-step')
        return passedText(last, report, names);
    if (last.decision === 'inconclusive')
        return `Inconclusive ${after}: ${last.reason}.`;
    const metric = modelMetricOf(last, report.settings);
    if (metric !== undefined) {
        const against = `${(0,markdown/* odds */.VH)(numberOf(last, 'odds'))} against "${claimOf(last, metric, report.settings, names)}"`;
        return `Rolled back ${after}: ${against}. ${metric.name} of the model carried it: ${sidesOf(last, metric, names)} (${meaningOf(metric)}).`;
    }
    const carrier = carrierOf(last, report.settings);
    if (carrier === undefined)
        return `Rolled back ${after}: ${last.reason}.`;
    const claim = words/* claims */.OM[carrier](report.settings).replace('the baseline', () => names.baseline);
    return `Rolled back ${after}: ${(0,markdown/* odds */.VH)(numberOf(last, 'odds'))} against "${claim}". ${carried(carrier, last, report)}`;
}
function passedText(last, { settings }, names) {
    const weight = numberOf(last, 'weight');
    const next = settings.steps.find((step) => step.weight > weight)?.weight ?? 100;
    const safe = weight < 100 ? ` ${(0,markdown/* odds */.VH)(numberOf(last, 'safe'))} that ${next} % stays within the harm budget.` : '';
    return `Passed at ${weight} %: no worse than ${names.baseline} over ${requests(numberOf(last, 'served'))}. At this weight ${failures(last, names)}.${safe}`;
}
function requests(served) {
    return `${(0,markdown/* count */.U9)(served)} canary request${served === 1 ? '' : 's'}`;
}
function carried(carrier, last, report) {
    const names = namesOf(report.lines);
    switch (carrier) {
        case 'errors':
            return `Errors carried it: ${failures(last, names)}.`;
        case 'latency':
            return `Latency carried it: ${[...tails(report, names), slowness(last, names)].join('; ')}.`;
        case 'latencyP95':
            return `The objective decided: ${slowness(last, names)}.`;
        case 'outright':
            return `Failing outright decided: ${failures(last, names)}.`;
        default:
            return `The error rate decided: ${failures(last, names)}.`;
    }
}
/** `12 of 37 failed (32 %), v1 3 of 703 (0.43 %)`; the second part only where the baseline had requests. */
function failures(last, { baseline }) {
    const side = (name, word) => {
        const [bad, all] = [numberOf(last, `${name}Errors`), numberOf(last, `${name}Requests`)];
        return `${(0,markdown/* count */.U9)(bad)} of ${(0,markdown/* count */.U9)(all)}${word} (${(0,markdown/* short */.h0)((100 * bad) / Math.max(1, all))} %)`;
    };
    const mine = side('canary', ' failed');
    return numberOf(last, 'baselineRequests') === 0 ? mine : `${mine}, ${baseline} ${side('baseline', '')}`;
}
function slowness(last, { canary, baseline }) {
    const p95 = (name) => (0,markdown/* latency */.ZK)(numberOf(last, name) || undefined);
    return `p95 ${canary} ${p95('canaryP95')}, ${baseline} ${p95('baselineP95')}`;
}
/** `4.4 % took over 2.5 s, v1 0.1 %` at the last weight, since a slow path of few requests does not move a p95. */
function tails({ lines, settings }, { baseline }) {
    const stage = stages(lines).at(-1);
    const slower = stage && slowerOf(stage.canary, stage.baseline, settings.bounds);
    if (slower === undefined)
        return [];
    const share = (value) => `${(0,markdown/* short */.h0)(100 * value)} %`;
    return [`${share(slower.canary)} took over ${(0,markdown/* latency */.ZK)(slower.bound)}, ${baseline} ${share(slower.baseline)}`];
}

// EXTERNAL MODULE: ./build/shared/targets/session.js
var targets_session = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/shared/release/ending.js
const still = (state, ...commands) => ({ state, commands });
function end(state, verdict, reason, ...first) {
    return { state: { ...state, phase: 'ended' }, commands: [...first, { kind: 'end', verdict, reason }] };
}
function discard(state, verdict, reason, ...first) {
    return ending(state, verdict, reason, ...first, { kind: 'discard', verdict, reason });
}
function hold(state, verdict, reason, ...first) {
    return ending(state, verdict, reason, ...first, { kind: 'hold', reason, passed: state.passed });
}
function ending(state, verdict, reason, ...commands) {
    return still({ ...state, phase: 'ending', ending: { verdict, reason } }, ...commands);
}
/** One command after the other until the release has ended: nothing is judged any more, and nothing raised. */
function finishing(state, event) {
    const { verdict, reason } = state.ending ?? { verdict: 'error', reason: 'it ends' };
    switch (event.kind) {
        case 'done':
            return state.phase === 'lowering' ? lowered({ ...state, weight: 0 }) : end(state, verdict, reason);
        case 'cancelled':
            // It was to be held, but nobody answered: then what a cancel asks for is tried instead.
            return verdict === 'held' && state.weight > 0 && state.settings.onCancel === 'rollback'
                ? cancelled(state)
                : still({ ...state, patience: 0 });
        case 'taken':
            return end(state, event.verdict, event.reason);
        case 'kept':
            return end(state, 'error', `${reason}; ${event.reason}`);
        case 'refused':
            if (state.phase === 'lowering')
                return lowered(state);
            if (event.command === 'hold' && event.refusal === undefined && state.patience > 0)
                return holdAgain(state, reason);
            return end(state, 'error', `${reason}; but then ${event.message}${event.refusal === undefined ? untold : ''}`);
        default:
            return still(state);
    }
}
/** What becomes of a release that could not be ended: nobody renews it any more. */
const untold = '; the target takes the canary back when its lease runs out';
function holdAgain(state, reason) {
    const next = { ...state, patience: state.patience - 1 };
    return still(next, { kind: 'renew' }, { kind: 'hold', reason, passed: state.passed });
}
/** Lowers before anything else, so that traffic is safe even when the rest does not happen any more. */
function cancelled(state) {
    if (state.settings.onCancel === 'hold' && state.weight > 0)
        return hold({ ...state, patience: 0 }, 'held', `cancelled; the plan holds at ${state.weight} %`);
    const reason = `cancelled at ${state.weight} %`;
    const next = { ...state, phase: 'lowering', ending: { verdict: 'rolled-back', reason } };
    return still(next, { kind: 'set-weight', weight: 0, rung: state.rung, reason });
}
/** Also when the lowering was refused, since the target's own word on the rest is then the one that counts. */
function lowered(state) {
    const { verdict, reason } = state.ending ?? { verdict: 'rolled-back', reason: 'cancelled' };
    return still({ ...state, phase: 'ending' }, { kind: 'discard', verdict, reason });
}

// EXTERNAL MODULE: ./build/shared/release/judge/judge.js + 7 modules
var judge = __webpack_require__(6489);
;// CONCATENATED MODULE: ./build/shared/release/controller.js


/** How often a raise, or the hold at the end, is sent again when nobody answers. */
const patience = 5;
/** Before the first event; `memo` is an earlier controller's state to continue from. */
function beginRelease(settings, fresh, memo) {
    if (memo)
        return { ...memo, settings, phase: 'watching', ending: null, ailing: 0, patience };
    const start = { rung: -1, weight: 0, passed: -1, approved: [], waitingSince: 0, ailing: 0, patience };
    return { settings, phase: 'raising', ending: null, judge: fresh, ...start };
}
/** The next state and what is to be done, in order. After `end` nothing moves any more. */
function reduce(state, event) {
    if (state.phase === 'ended')
        return { state, commands: [] };
    if (state.phase === 'ending' || state.phase === 'lowering')
        return finishing(state, event);
    switch (event.kind) {
        case 'begin':
            return begun(state);
        case 'done':
            return still({ ...state, phase: 'watching', patience });
        case 'history':
            return still({ ...state, judge: event.lines.reduce((known, line) => (0,judge/* step */.PM)(known, line).state, state.judge) });
        case 'observed':
            return observed(state, event.line);
        case 'closed':
            return controller_closed(state, event.line);
        case 'seen':
            return seen(state, event);
        case 'refused':
            return refused(state, event);
        case 'taken':
            return end(state, event.verdict, event.reason);
        case 'kept':
            return end(state, 'error', event.reason);
        case 'unrenewed':
            return discard(state, 'rolled-back', `the lease could not be renewed for ${Math.round(event.seconds)} s`);
        case 'cancelled':
            return cancelled(state);
    }
}
/** A rung that passed in an earlier run is left at once, but not under suspicion or in an incident: then as at a gate. */
function begun(state) {
    if (state.rung !== -1 && state.passed !== state.rung)
        return still(state);
    const obstacle = state.rung === -1 ? undefined : (0,judge/* obstacleOf */.HD)(state.judge);
    return obstacle === undefined ? advance(state, 'the release begins') : still({ ...state, phase: 'waiting' });
}
/** From a passed rung to the next one, to a gate, or to the end. */
function advance(state, reason, ...first) {
    const { rungs, until } = state.settings;
    const here = rungs[state.rung];
    const next = rungs[state.rung + 1];
    if (here && (here.weight >= until || next === undefined)) {
        return hold(state, 'held', `passed at ${here.weight} %`, ...first);
    }
    if (here?.approve && !state.approved.includes(state.rung))
        return still({ ...state, phase: 'waiting' }, ...first);
    if (next === undefined)
        return end(state, 'error', 'the plan has no steps', ...first);
    const rung = state.rung + 1;
    const raised = { ...state, phase: 'raising', rung, weight: next.weight };
    return still(raised, ...first, raise(raised, reason));
}
function observed(state, line) {
    const { state: judged, decision } = (0,judge/* step */.PM)(state.judge, line);
    const next = { ...state, judge: judged };
    const record = { kind: 'record', decision };
    switch (decision.decision) {
        case 'rollback':
        case 'dead-canary':
            return discard(next, 'rolled-back', decision.reason, record);
        case 'split-unsettled':
            return discard(next, 'inconclusive', decision.reason, record);
        case 'inconclusive':
            return controller_undecided(next, decision.reason, record);
        case 'promote-step':
            return passed(next, decision, record);
        default:
            return tooLate(next, decision) ?? still(next, record, { kind: 'renew' });
    }
}
function controller_closed(state, line) {
    const { state: judged, decision } = (0,judge/* step */.PM)(state.judge, line);
    const next = { ...state, judge: judged };
    const record = { kind: 'record', decision };
    const harmful = decision.decision === 'rollback' || decision.decision === 'dead-canary';
    return harmful ? discard(next, 'rolled-back', decision.reason, record) : still(next, record);
}
function controller_undecided(state, reason, record) {
    if (state.settings.onDeadline === 'hold')
        return hold(state, 'inconclusive', reason, record);
    return discard(state, 'inconclusive', reason, record);
}
/** A passed rung goes on at once, or waits at its gate until the approval or the gate's own deadline. */
function passed(state, decision, record) {
    const first = state.passed < state.rung;
    const next = { ...state, passed: state.rung, waitingSince: first ? decision.t : state.waitingSince };
    const late = tooLate(next, decision);
    return late ?? advance(next, decision.reason, record, { kind: 'renew' });
}
/** A gate waits for its own time only, whatever the judge says meanwhile. */
function tooLate(state, decision) {
    if (state.phase !== 'waiting' || decision.t - state.waitingSince <= state.settings.gateFor)
        return undefined;
    const reason = isGate(state)
        ? `nobody approved the step after ${state.weight} % in ${state.settings.gateFor} s`
        : `the step after ${state.weight} % could not be taken in time: ${decision.reason}`;
    return controller_undecided(state, reason, { kind: 'record', decision });
}
function isGate({ settings, rung, approved }) {
    return settings.rungs[rung]?.approve === true && !approved.includes(rung);
}
/** Two looks in a row, so that one slow probe does not end a release. */
function seen(state, { canary, problem, approved }) {
    const ailing = canary === 'healthy' ? 0 : state.ailing + 1;
    const next = { ...state, ailing, approved };
    const ill = ailing >= 2 || canary === 'gone' || canary === 'stopped';
    if (ill)
        return discard(next, 'rolled-back', `the canary is ${canary}${problem === '' ? '' : `: ${problem}`}`);
    return state.phase === 'raising' ? still(next, raise(next, 'the target did not answer before')) : still(next);
}
function raise({ weight, rung }, reason) {
    return { kind: 'set-weight', weight, rung, reason };
}
/** A refused raise leaves the old weight; an unhealthy canary is the release's fault, anything else is ours to report. */
function refused(state, { refusal, message }) {
    if (refusal === 'unhealthy')
        return discard(state, 'rolled-back', message);
    if (refusal === 'stale' || refusal === 'ended')
        return end(state, 'error', message);
    if (refusal !== undefined || state.patience === 0)
        return discard(state, 'error', message);
    return still({ ...state, patience: state.patience - 1 }, { kind: 'renew' });
}

;// CONCATENATED MODULE: ./build/shared/release/evidence.js
/**
 * Evidence: what a canary saw and what was decided, one JSON object a line (`evidence.ndjson`). The judge reads these
 * observations and nothing else, so that replaying a file gives the decisions that were made live.
 */
const evidenceSchemaId = 'jarvis.evidence/1';
const decisions = (/* unused pure expression or super */ null && ([
    'rollback',
    'promote-step',
    'continue',
    'inconclusive',
    'insufficient-data',
    'backend-unavailable',
    'shared-incident',
    'dead-canary',
    'split-unsettled',
]));

// EXTERNAL MODULE: ./build/shared/release/settings.js
var release_settings = __webpack_require__(1005);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
// EXTERNAL MODULE: ./build/shared/action/abortable.js
var abortable = __webpack_require__(5397);
;// CONCATENATED MODULE: ./build/shared/release/return.js
/** What is looked at before a return, of a release of `version`. */
function sceneOf({ stable, versions, release }, version) {
    const find = (name) => versions.find((each) => each.version === name);
    return { stable: find(stable), canary: find(version), weight: release?.weight ?? 0, step: release?.step ?? -1 };
}
/** A canary that is ill, or has no traffic, has nothing to wait for; a healthy one bridges the time that the stable one needs. */
function nextMove({ stable, canary, weight, waited, patience }) {
    if (weight === 0 || canary?.state !== 'healthy')
        return { kind: 'discard' };
    if (stable?.state !== 'healthy') {
        if (waited < patience)
            return { kind: 'wait' };
        // Last, because it may be the long end of a log.
        const why = stable?.problem === undefined ? '' : ` (${stable.problem})`;
        const who = stable === undefined ? 'the stable version' : `the stable version ${stable.version}`;
        const reason = `traffic stays at ${canary.version}, because ${who} is ${stable?.state ?? 'gone'} and has not come back in ${patience} s${why}`;
        return { kind: 'hold', reason };
    }
    // After that a short stable version is better than one that was found bad.
    if (stable.capacity >= 100 || waited >= patience)
        return { kind: 'discard' };
    const lower = Math.ceil((100 - stable.capacity) * 10) / 10;
    return lower < weight ? { kind: 'lower', weight: lower } : { kind: 'wait' };
}
/** Since when and until when (ISO) nobody healthy served, where that is over: the canary fell ill before the stable one recovered. */
function darkBefore({ stable, canary }) {
    const ill = canary?.state === 'unhealthy' || canary?.state === 'stopped';
    if (!ill || stable?.state !== 'healthy' || stable.since <= canary.since)
        return null;
    return [canary.since, stable.since];
}
/** Since when nobody healthy serves (ISO), where that is so: users see errors. */
function darkSince({ stable, canary }) {
    const known = [stable, canary].filter((version) => version !== undefined);
    if (known.length === 0 || known.some(({ state }) => state === 'healthy'))
        return null;
    return (known
        .map(({ since }) => since)
        .toSorted()
        .at(-1) ?? null);
}

;// CONCATENATED MODULE: ./build/shared/targets/return.js
/** Brings the traffic back to the stable version: checked first, in steps where it is short, and measured afterwards. */




/** Seconds between two looks, and for which the split is measured afterwards. */
const [pace, measured] = [1, 1];
/** @throws TargetError when the release could not be ended: the target's own lease then ends it */
async function returnTraffic(returning, verdict, reason) {
    const { plan, clock, signal, session } = returning;
    const began = clock.now();
    let dark = null;
    let past = null;
    for (;;) {
        const scene = await (0,targets_session/* lookAt */.t5)(returning).then((status) => status && sceneOf(status, returning.canary));
        dark ??= scene ? darkSince(scene) : null;
        past ??= scene ? darkBefore(scene) : null;
        const waited = clock.now() - began;
        const move = scene && !signal.aborted ? nextMove({ ...scene, waited, patience: plan.health.start }) : discarding;
        const kept = await carryOut(returning, move, { verdict, reason, step: scene?.step ?? -1 });
        const notes = return_words(returning, dark, past);
        if (kept !== undefined)
            return { kept, notes };
        if (move.kind === 'discard')
            return { notes: [...notes, ...(await afterwards(returning, dark))] };
        await session.renew().catch(() => undefined);
        await clock.sleep(pace, signal);
    }
}
const discarding = { kind: 'discard' };
/** One step on the way back; resolves with why the canary keeps the traffic, where it does. */
async function carryOut(returning, move, { verdict, reason, step }) {
    const { session, plan, say } = returning;
    const hold = async (why) => {
        await session.hold({ heldFor: plan.canary.heldFor, reason: why, returning: true });
        return why;
    };
    switch (move.kind) {
        case 'discard':
            return session.discard(verdict, reason).then(() => undefined, async (error) => {
                // It fell ill since it was looked at, or a cancel leaves no time to look: the target knows best.
                if (isStranded(error))
                    return hold(error.message);
                // The answer comes when requests in flight have ended, which may be later than anybody can wait.
                if (!(await hasEnded(returning)))
                    throw error;
                return undefined;
            });
        case 'hold':
            return hold(move.reason);
        case 'lower':
            await session.setWeight({ weight: move.weight, step, reason });
            say(`weight ${move.weight} %: the stable version can carry no more yet`);
            return undefined;
        case 'wait':
            return undefined;
    }
}
async function hasEnded(returning) {
    const status = await (0,targets_session/* lookAt */.t5)(returning);
    return status?.release?.id === returning.session.release && status.release.verdict !== null;
}
function isStranded(error) {
    return error instanceof errors/* TargetError */.I0 && error.refusal === 'stable-unhealthy';
}
function return_words({ canary }, dark, past) {
    if (dark !== null)
        return [`Neither ${canary} nor the stable version was healthy: users saw errors since ${dark}.`];
    if (past === null)
        return [];
    const [from, to] = past;
    return [`Users saw errors: ${canary} is not healthy since ${from}, and the stable version was not until ${to}.`];
}
/** What users really get, by the target's own counts; a version that was down is waited for. */
async function afterwards(returning, dark) {
    const { target, clock, signal, canary } = returning;
    if (dark !== null)
        return [await revived(returning)];
    if (signal.aborted)
        return [];
    const status = await (0,targets_session/* lookAt */.t5)(returning);
    const read = () => (0,abortable/* within */.u)((0,targets_session/* answerLimit */.Ey)(returning), target.observe()).catch(() => undefined);
    const before = await read();
    await clock.sleep(measured, signal);
    const after = await read();
    if (!status || !before || !after || before.epoch !== after.epoch || signal.aborted)
        return [];
    const count = (name) => (after.versions[name]?.requests ?? 0) - (before.versions[name]?.requests ?? 0);
    const all = Object.keys(after.versions).reduce((sum, name) => sum + count(name), 0);
    // What was under way at the change still ends there.
    const pending = status.versions.find(({ version }) => version === canary)?.inFlight ?? 0;
    const strays = count(canary) - pending;
    if (strays > 0)
        throw new errors/* TargetError */.I0(`${strays} of ${all} requests still reached ${canary} after it was taken back`);
    if (all === 0)
        return [];
    return [`Measured afterwards: none of ${all} requests in ${measured} s reached ${canary}.`];
}
/** Both were down, so the stable version, the last that was good, is started again by the target. */
async function revived(returning) {
    const { clock, signal, plan } = returning;
    const limit = clock.now() + plan.health.start;
    while (clock.now() < limit && !signal.aborted) {
        const status = await (0,targets_session/* lookAt */.t5)(returning);
        const stable = status?.versions.find(({ version }) => version === status.stable);
        if (stable?.state === 'healthy')
            return `${stable.version} was started again, and serves since ${stable.since}.`;
        await clock.sleep(pace, signal);
    }
    return `The stable version has not come back in ${plan.health.start} s: see its log, or use rollback with to-version.`;
}

// EXTERNAL MODULE: ./build/actions/deploy-canary/memo.js + 1 modules
var deploy_canary_memo = __webpack_require__(9280);
// EXTERNAL MODULE: ./build/actions/deploy-canary/readings.js
var readings = __webpack_require__(9796);
;// CONCATENATED MODULE: ./build/actions/deploy-canary/seen.js
/** The canary's state, or that the release is no longer this run's. */
function eventOf({ versions, release }, canary, mine) {
    const same = release?.id === mine.release;
    if (!same || release.fence !== mine.fence || release.phase !== 'running') {
        const ended = same && release.verdict !== null;
        const reason = ended ? release.reason : 'another run took the release over';
        return { kind: 'taken', verdict: (same ? release.verdict : null) ?? 'error', reason };
    }
    const found = versions.find(({ version }) => version === canary);
    return { kind: 'seen', canary: found?.state ?? 'gone', problem: found?.problem ?? '', approved: release.approved };
}

;// CONCATENATED MODULE: ./build/actions/deploy-canary/drive.js
/**
 * The shell around the controller: looks at the target, feeds events, runs commands. It decides nothing; clocks and
 * waiting are here.
 */








/** Seconds that a timer may be early by. */
const tick = 0.005;
const done = [{ kind: 'done' }];
class Driver {
    drive;
    state;
    /** When the renewal that the target answered last was asked for; the lease runs at least from there. */
    renewed;
    unanswered = false;
    /** Looks keep their beat from the last change of weight, so that a dwell is a whole number of them. */
    nextLook;
    /** When the last line of evidence ended. */
    looked;
    outcome;
    notes = [];
    ordered;
    constructor(drive, state) {
        this.drive = drive;
        this.state = state;
        this.ordered = state.weight;
        this.renewed = drive.clock.now();
        this.nextLook = this.renewed;
        this.looked = this.renewed;
    }
    /** The weight that was ordered last, percent. */
    get weight() {
        return this.ordered;
    }
    /** Runs the release to its end; a cancel is an event like any other, but it does not wait for the next look. */
    async run() {
        const { clock, signal } = this.drive;
        if (!signal.aborted)
            await this.feed({ kind: 'begin' });
        while (this.outcome === undefined) {
            this.nextLook = Math.max(this.nextLook + this.interval(), clock.now());
            await clock.sleep(Math.min(this.nextLook - clock.now(), this.remaining()), signal);
            if (signal.aborted)
                await this.feed({ kind: 'cancelled' });
            else if (!(await this.lapsed()))
                await this.look();
        }
        return this.outcome;
    }
    /**
     * Under suspicion another look is worth more than the plan's patience, and so is another try of a renewal that
     * failed; when to look does not bend the odds.
     */
    interval() {
        const { every } = this.drive.plan.canary.analysis;
        return this.unanswered || (0,judge/* hurried */.qy)(this.state.judge) ? Math.min(1, every) : every;
    }
    /** Seconds until half the lease has passed unrenewed. */
    remaining() {
        return Math.max(0, this.renewed + this.drive.plan.canary.lease / 2 - this.drive.clock.now());
    }
    /** Whether too little of the lease is left to go on: the release is taken back while that can still be done. */
    async lapsed() {
        if (this.remaining() > tick)
            return false;
        await this.feed({ kind: 'unrenewed', seconds: this.drive.clock.now() - this.renewed });
        return true;
    }
    /** No answer is waited for beyond half the lease; a call that is late all the same is overtaken by the next one. */
    inTime(work) {
        return (0,readings/* timely */.hB)(this.drive, { ...(0,targets_session/* answerLimit */.Ey)(this.drive), seconds: this.remaining() }, work);
    }
    async look() {
        const { recorder, signal, session, canary, clock } = this.drive;
        const { sample, status } = await (0,readings/* glance */.vD)(this.drive, this.remaining());
        if (signal.aborted || (await this.lapsed()))
            return;
        const { ordered } = this;
        if (status)
            await this.feed(eventOf(status, canary, session));
        // The counts were read before a weight that has only now taken effect.
        if (this.outcome !== undefined || !recorder.begun || ordered !== this.ordered || signal.aborted)
            return;
        if (this.state.phase === 'raising')
            return this.judgeMeanwhile(sample);
        const { weight } = this.state;
        const seconds = clock.now() - this.looked;
        this.looked += seconds;
        const line = sample ? recorder.observe(sample, weight) : recorder.miss(seconds, weight);
        await this.feed({ kind: 'observed', line });
    }
    /** A raise that nobody answers leaves the old weight in force: a bad canary must not hide behind it. */
    async judgeMeanwhile(sample) {
        if (sample?.weight !== this.ordered)
            return;
        this.looked = this.drive.clock.now();
        const line = this.drive.recorder.close(sample, this.ordered);
        if (line)
            await this.feed({ kind: 'closed', line });
    }
    async feed(event) {
        const before = this.state;
        const { state, commands } = reduce(this.state, event);
        this.state = state;
        for (const command of commands) {
            const follow = await this.execute(command, before).catch((error) => this.failed(command, error));
            for (const next of follow)
                await this.feed(next);
        }
    }
    /** Runs one command; what followed from it goes back to the controller. */
    async execute(command, before) {
        const { session, plan, recorder, log } = this.drive;
        switch (command.kind) {
            case 'record':
                recorder.write(command.decision);
                if (recorder.last)
                    log(recorder.last, `${command.decision.decision}: ${command.decision.reason}`);
                return [];
            case 'renew': {
                const asked = this.drive.clock.now();
                this.unanswered = true;
                await this.inTime(session.renew((0,deploy_canary_memo/* memoOf */.Q0)(this.state, recorder)));
                this.unanswered = false;
                this.renewed = asked;
                return [];
            }
            case 'set-weight':
                return this.setWeight(command, before);
            case 'hold': {
                const passed = command.passed < 0 ? {} : { passed: command.passed };
                await session.hold({ heldFor: plan.canary.heldFor, reason: command.reason, ...passed });
                return done;
            }
            case 'discard':
                return this.goBack(command);
            case 'end':
                this.outcome ??= { verdict: command.verdict, reason: command.reason, notes: this.notes };
                return [];
        }
    }
    /** A raise is not waited for after a cancel: a later call overtakes it. */
    async setWeight({ weight, rung, reason }, before) {
        const { session, recorder, say, clock } = this.drive;
        const memo = (0,deploy_canary_memo/* memoOf */.Q0)(this.state, recorder);
        const asked = clock.now();
        const sent = session.setWeight({ weight, step: rung, reason, memo });
        const answer = await (weight > this.ordered ? this.inTime(sent) : sent);
        this.renewed = asked;
        this.unanswered = false;
        this.nextLook = clock.now();
        this.looked = this.nextLook;
        this.ordered = weight;
        if (weight !== before.weight || weight > 0)
            say(`weight ${before.weight} % -> ${weight} %: ${reason}`);
        if (this.state.phase === 'lowering')
            return done;
        return [...(await (0,readings/* firstLines */.UV)(this.drive, answer, before.weight)), ...done];
    }
    async goBack({ verdict, reason }) {
        const { remember, session } = this.drive;
        // If this cannot be done, post must not hold for a cancel what was found bad.
        remember({ release: session.release, fence: session.fence, onCancel: 'rollback' });
        const { kept, notes } = await returnTraffic(this.drive, verdict, reason);
        this.notes = notes;
        if (kept !== undefined)
            return [{ kind: 'kept', reason: kept }];
        this.ordered = 0;
        return done;
    }
    /** What a refusal means is for the controller to decide; a release that another one ended or took is told as such. */
    async failed(command, error) {
        const { say, signal, canary, session } = this.drive;
        const message = (0,errors/* messageOf */.bD)(error);
        const refusal = error instanceof errors/* TargetError */.I0 ? error.refusal : undefined;
        say(`${command.kind} failed: ${message}`);
        if (signal.aborted && this.state.phase !== 'lowering' && this.state.phase !== 'ending')
            return [];
        if (refusal === 'stale' || refusal === 'ended') {
            const status = await (0,targets_session/* lookAt */.t5)(this.drive);
            const event = status && eventOf(status, canary, session);
            if (event?.kind === 'taken')
                return [event];
        }
        if (command.kind === 'renew' && refusal === undefined)
            return [];
        const refused = { kind: 'refused', command: command.kind, refusal, message };
        // A cancel that came upon an end leaves no time to order it again and again.
        return signal.aborted ? [{ kind: 'cancelled' }, refused] : [refused];
    }
}

// EXTERNAL MODULE: ./build/shared/release/observe.js
var observe = __webpack_require__(5482);
;// CONCATENATED MODULE: ./build/actions/deploy-canary/recorder.js

class Recorder {
    /** What was written, for the report. */
    lines = [];
    /** The line written last. */
    last;
    append;
    sides;
    reference;
    zero;
    /** `reached` is the evidence time (seconds) that an earlier controller came to; null before the first raise. */
    constructor(append, sides, reference, reached) {
        this.append = append;
        this.sides = sides;
        this.reference = reference;
        this.zero = reached === null ? null : reference.at - reached;
    }
    /** Whether the weight ever rose above 0, which is where evidence time begins. */
    get begun() {
        return this.zero !== null;
    }
    get epoch() {
        return this.reference.epoch;
    }
    /** Evidence time of the last reading, seconds. */
    get reached() {
        if (this.zero === null)
            return null;
        return Math.max(this.reference.at - this.zero, this.last?.t ?? 0);
    }
    write(...lines) {
        this.lines.push(...lines);
        this.append(lines);
    }
    /** The first raise happened at this reading: t = 0, and what came before is history. */
    begin(sample, history) {
        this.zero = sample.at;
        this.reference = sample;
        const lines = (0,observe/* historyLines */.O5)(history, this.frame());
        if (lines.length > 0)
            this.write(...lines);
        return lines;
    }
    /** The line from the last reading to this one, at the weight that was in force. */
    observe(sample, weight) {
        return this.keep(this.lineTo(sample, weight));
    }
    /** As `observe` for the rest of a line that a change of weight cut off; nothing happened in it: no line. */
    close(sample, weight) {
        const line = this.lineTo(sample, weight);
        const requests = (line.canary?.requests ?? 0) + (line.baseline?.requests ?? 0);
        return requests === 0 ? undefined : this.keep(line);
    }
    /** Nothing could be read for `seconds`: the time goes on by the caller's clock. */
    miss(seconds, weight) {
        const from = this.last?.t ?? this.reached ?? 0;
        const t = Math.round((from + seconds) * 1000) / 1000;
        return this.keep({ from, t, weight, canary: null, baseline: null });
    }
    /** The time that was missed by the caller's clock is not told twice: lines follow each other, whatever clocks differ. */
    lineTo(sample, weight) {
        const line = (0,observe/* observationBetween */.pH)(this.reference, sample, this.frame(), weight);
        this.reference = (0,observe/* carry */.Ul)(this.reference, sample);
        const from = Math.max(line.from, this.last?.t ?? line.from);
        return { ...line, from, t: Math.max(line.t, from) };
    }
    keep(line) {
        this.write(line);
        this.last = line;
        return line;
    }
    frame() {
        return { ...this.sides, zero: this.zero ?? this.reference.at };
    }
}

;// CONCATENATED MODULE: ./build/actions/deploy-canary/conduct.js







/** `append` keeps the evidence. */
function prepare(conduct, append) {
    const { plan, source, reference, status, version, until } = conduct;
    const settings = (0,release_settings/* judgeSettings */.$z)(plan, reference);
    const left = (0,deploy_canary_memo/* readMemo */.fw)(status.release?.memo, reference, settings);
    // Traffic that went back in part is not at the weight that the earlier run believed in.
    const memo = left?.controller.weight === status.release?.weight ? left : undefined;
    const state = beginRelease((0,release_settings/* controllerSettings */.Qp)(plan, until), (0,judge/* beginJudging */.ar)(settings), memo?.controller);
    const sticky = plan.canary.affinity !== 'none';
    const sides = { canary: version, baseline: status.stable, sticky, beside: source.beside };
    const recorder = new Recorder(append, sides, reference, memo?.t ?? null);
    recorder.write({
        schema: evidenceSchemaId,
        service: plan.service,
        canary: version,
        baseline: status.stable ?? '',
        buckets: settings.bounds,
        plan: plan.document,
        judge: { ...settings },
        ...(memo === undefined ? {} : { resumed: { ...state.judge } }),
    });
    return { settings, memo, state, recorder };
}
/** Resolves with how it ended, and the weight (percent) that was ordered last. */
async function conduct(run, { recorder, state }, log) {
    const driver = new Driver({ ...run, canary: run.version, recorder, log }, state);
    return { outcome: await driver.run(), weight: driver.weight };
}

// EXTERNAL MODULE: ./build/actions/deploy-canary/contract.js
var contract = __webpack_require__(8039);
;// CONCATENATED MODULE: ./build/actions/deploy-canary/release.js
/** One run over a release as an action: its evidence in files, its progress in the log, its report at the end. */











const [evidenceName, reportName] = ['evidence.ndjson', 'report.md'];
async function release(run) {
    const { host, reference, ticket } = run;
    const folder = (0,external_node_path_.join)(host.env('RUNNER_TEMP') ?? process.cwd(), `canary-${ticket.release}-${ticket.fence}`);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const file = (0,external_node_path_.join)(folder, evidenceName);
    const prepared = prepare(run, evidenceWriter(host, file));
    const { recorder, settings } = prepared;
    host.output('evidence', file);
    host.output('report', (0,external_node_path_.join)(folder, reportName));
    host.info(beginning(run, prepared.memo));
    const log = (line) => host.info(progressLine(line, reference.bounds, lastDecision(recorder.lines)));
    const { outcome, weight } = await conduct(run, prepared, log);
    const after = await (0,targets_session/* lookAt */.t5)(run);
    return report(run, { outcome, after, file, settings, lines: recorder.lines, lastWeight: weight });
}
/** A full disk must not end a release with its canary at a weight: the evidence breaks off instead, and a warning says so. */
function evidenceWriter(host, file) {
    let broken = false;
    return (lines) => {
        if (broken)
            return;
        try {
            (0,external_node_fs_.appendFileSync)(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
        }
        catch (error) {
            broken = true;
            host.warning(`the evidence breaks off, because ${file} cannot be written: ${String(error)}`);
        }
    };
}
/** Whether an earlier run of the release goes on, and if not, why its judging cannot. */
function beginning({ ticket, status, reference }, memo) {
    if (memo)
        return `continues ${ticket.release} at ${memo.controller.weight} %`;
    const { release } = status;
    if (release?.id !== ticket.release || release.memo === null || release.step < 0)
        return `begins ${ticket.release}`;
    return `begins judging ${ticket.release} anew from its first step: the earlier run judged by another plan, or by other counts than those of ${reference.epoch}`;
}
/** That traffic stays where it is, and for how long, when the verdict alone does not say so. */
function kept(after, { release: id }, verdict) {
    const open = after?.release;
    if (verdict === 'held' || open?.id !== id || open.phase !== 'held')
        return [];
    if (open.returning) {
        return [
            `${open.version} keeps ${open.weight} % of the traffic until the stable version is healthy; then the target takes it back.`,
        ];
    }
    const limit = open.expiresIn === null ? '' : ` for another ${Math.round(open.expiresIn)} s`;
    return [`${open.version} keeps ${open.weight} % of the traffic${limit}: end it with rollback, or go on with it.`];
}
async function report(run, reported) {
    const { host, version, ticket, plan } = run;
    const { outcome, after, file, settings, lines, lastWeight } = reported;
    const { verdict, reason, notes } = outcome;
    // A target that does not answer is taken at its last word.
    const weight = after === undefined ? lastWeight : (after.versions.find((found) => found.version === version)?.weight ?? 0);
    const facts = [
        ['service', plan.service],
        ['version', version],
        ['stable', after?.stable ?? 'unknown'],
        ['weight', `${weight} %`],
        ['release', ticket.release],
    ];
    const judged = { verdict, reason, lines, settings };
    const more = canaryMarkdown(judged);
    const remarks = [...notes, ...kept(after, ticket, verdict)];
    const sentences = [...told(judged), ...remarks];
    host.output('weight', String(weight));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(file), reportName), (0,report_outcome.outcomeMarkdown)(contract/* action */.X, verdict, sentences, facts) + more);
    const ending = await (0,conclude/* conclude */.E)(host, { action: contract/* action */.X, verdict, reason, sentences, facts, more });
    for (const remark of remarks)
        host.info(remark);
    return ending;
}


/***/ }),

/***/ 171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   outcomeMarkdown: () => (/* binding */ outcomeMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5210);

const signs = {
    promoted: '✅ promoted',
    held: '⏸️ held',
    'rolled-back': '↩️ rolled back',
    refused: '⛔ refused',
    inconclusive: '❔ inconclusive',
    error: '❌ error',
};
/** A heading with the verdict, the reason below it in one or more paragraphs, then the facts, if any, side by side. */
function outcomeMarkdown(action, verdict, reason, facts) {
    const paragraphs = [reason].flat().flatMap((text) => ['', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(text)]);
    const names = facts.map(([name]) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(name));
    const values = facts.map(([, value]) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(value));
    const details = facts.length === 0 ? [] : ['', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(names, [values])];
    return [`## ${signs[verdict]} · ${action}`, ...paragraphs, ...details, ''].join('\n');
}


/***/ })

};
