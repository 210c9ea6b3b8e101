export const id = 948;
export const ids = [948,171,573];
export const modules = {

/***/ 948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./build/shared/action/conclude.js + 1 modules
var conclude = __webpack_require__(748);
;// CONCATENATED MODULE: ./build/shared/release/counts.js
const nothing = { requests: 0, errors: 0, buckets: [] };
/** Adds one side's counts; an unreadable side adds nothing. */
function add(pooled, side) {
    if (side === null)
        return pooled;
    const longer = side.buckets ?? [];
    const buckets = Array.from({ length: Math.max(pooled.buckets.length, longer.length) }, (_, index) => (pooled.buckets[index] ?? 0) + (longer[index] ?? 0));
    return { requests: pooled.requests + side.requests, errors: pooled.errors + side.errors, buckets };
}
/** Share of failed requests; 0 where there were none. */
function errorRate(pooled) {
    return pooled.requests === 0 ? 0 : pooled.errors / pooled.requests;
}
/** Index of the bucket that the q-quantile lies in; undefined without counts. */
function quantileBucket({ buckets }, q) {
    const total = buckets.reduce((sum, count) => sum + count, 0);
    let below = 0;
    const found = buckets.findIndex((count) => {
        below += count;
        return count > 0 && below >= q * total;
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
    const total = pooled.buckets.reduce((sum, count) => sum + count, 0);
    const below = pooled.buckets.slice(0, index).reduce((sum, count) => sum + count, 0);
    const [low, high] = [bounds[index - 1] ?? 0, bounds[index]];
    return high === undefined ? bounds.at(-1) : low + ((high - low) * (q * total - below)) / (pooled.buckets[index] ?? 1);
}

;// CONCATENATED MODULE: ./build/shared/release/judge.js
/**
 * The judge: `step(state, observation) -> (state, decision)`. It sees counts and nothing else, so a recorded canary can
 * be judged again. This one compares pooled counts with thresholds once a minimum sample is there.
 */

/** Before the first observation. */
function beginJudging(settings) {
    const blind = { canary: 0, both: 0, since: 0 };
    const counts = { canary: nothing, baseline: nothing, reference: nothing };
    return { settings, weight: 0, since: 0, ...counts, passedAt: null, idle: 0, blind };
}
/** Takes one line of evidence. History (t <= 0) and transitions are counted nowhere and decide nothing. */
function step(state, line) {
    const taken = take(state, line);
    const [decision, reason] = decide(taken, line);
    const passed = decision === 'promote-step' && taken.passedAt === null;
    const next = passed ? { ...taken, passedAt: line.t } : taken;
    return { state: next, decision: { t: line.t, decision, reason, detail: detailOf(next) } };
}
function take(state, line) {
    const here = line.weight === state.weight ? state : moved(state, line);
    const blind = blindness(here.blind, line);
    if (line.t <= 0 || line.transition || line.canary === null || line.baseline === null)
        return { ...here, blind };
    return {
        ...here,
        blind,
        canary: add(here.canary, line.canary),
        baseline: add(here.baseline, line.baseline),
        reference: add(here.reference, line.baseline),
    };
}
function moved(state, { weight, from }) {
    const stood = state.passedAt === null ? 0 : from - state.passedAt;
    return {
        ...state,
        weight,
        since: from,
        canary: nothing,
        baseline: nothing,
        passedAt: null,
        idle: state.idle + stood,
    };
}
function blindness(blind, line) {
    if (line.canary !== null)
        return { canary: 0, both: 0, since: line.t };
    return { canary: blind.canary + 1, both: line.baseline === null ? blind.both + 1 : 0, since: blind.since };
}
function decide(state, line) {
    const late = (state.passedAt ?? line.t) - state.idle > state.settings.deadline;
    const verdict = blindVerdict(state, line) ?? harm(state, line) ?? progress(state, line);
    if (late && verdict[0] !== 'rollback' && verdict[0] !== 'dead-canary' && verdict[0] !== 'promote-step') {
        return ['inconclusive', `the deadline of ${state.settings.deadline} s came first (${verdict[1]})`];
    }
    return verdict;
}
/** Three readings and 15 s without a side: dead pods report no errors. */
function blindVerdict({ blind }, line) {
    if (line.canary !== null)
        return undefined;
    const seconds = line.t - blind.since;
    if (blind.canary < 3 || seconds < 15)
        return ['continue', 'the canary could not be read this time'];
    if (blind.both >= 3)
        return ['backend-unavailable', `no counts at all for ${Math.round(seconds)} s`];
    return ['dead-canary', `the canary could not be read for ${Math.round(seconds)} s`];
}
function harm(state, line) {
    const { settings, canary } = state;
    if (canary.requests < settings.minRequests)
        return undefined;
    const other = state.baseline.requests >= settings.minRequests ? state.baseline : state.reference;
    const [mine, theirs] = [errorRate(canary), errorRate(other)];
    const bad = canary.errors >= settings.minErrors && mine > settings.errorRate;
    // A canary that fails twice as often as a failing baseline is not explained by what they share.
    if (bad && theirs > settings.errorRate && mine < 2 * theirs) {
        return ['shared-incident', `both versions fail: canary ${share(mine)}, baseline ${share(theirs)}`];
    }
    if (bad)
        return ['rollback', `${share(mine)} of the canary's requests failed, against ${share(theirs)} of the baseline's`];
    return line.t < settings.warmUp ? undefined : slowness(state, other);
}
function slowness({ settings, canary }, other) {
    const at = (pooled, q) => quantile(pooled, settings.bounds, q) ?? 0;
    const [p95, base95] = [at(canary, 0.95), at(other, 0.95)];
    if (p95 > settings.latencyP95 && base95 <= settings.latencyP95) {
        return [
            'rollback',
            `the canary's p95 is ${milliseconds(p95)}, above the objective of ${milliseconds(settings.latencyP95)}`,
        ];
    }
    const enough = other.requests >= settings.minRequests;
    const ratio = at(canary, 0.5) / at(other, 0.5);
    const apart = [0.5, 0.95].every((q) => slowerByABucket(canary, other, settings.bounds, q));
    if (!enough || !apart || !(ratio > settings.slower) || !(p95 / base95 > settings.slower))
        return undefined;
    return [
        'rollback',
        `the canary is slower: p95 ${milliseconds(p95)} against ${milliseconds(base95)}, median x${ratio.toFixed(1)}`,
    ];
}
/** Values on both sides of one bound look as far apart as two buckets are wide, so a whole bucket must lie between. */
function slowerByABucket(canary, other, bounds, q) {
    const [mine, theirs] = [quantileBucket(canary, q), quantileBucket(other, q)];
    return mine !== undefined && theirs !== undefined && mine > theirs + 1 && theirs < bounds.length;
}
function progress(state, line) {
    const { settings, canary } = state;
    if (line.transition)
        return ['continue', 'the split has not converged yet'];
    const seconds = line.t - state.since;
    const dwell = settings.dwell[String(state.weight)] ?? 0;
    if (canary.requests < settings.minRequests) {
        const reason = `${canary.requests} of ${settings.minRequests} requests at ${state.weight} %`;
        return settings.noData === 'rollback' && seconds >= dwell
            ? ['rollback', `no data: ${reason}`]
            : ['insufficient-data', reason];
    }
    if (seconds < dwell)
        return ['continue', `${Math.floor(seconds)} of ${dwell} s at ${state.weight} %`];
    return ['promote-step', `no worse over ${canary.requests} requests at ${state.weight} %`];
}
const share = (rate) => `${Number((rate * 100).toFixed(2))} %`;
const milliseconds = (seconds) => `${Math.round(seconds * 1000)} ms`;
function detailOf({ canary, baseline, settings, weight }) {
    return {
        weight,
        canaryRequests: canary.requests,
        canaryErrors: canary.errors,
        baselineRequests: baseline.requests,
        baselineErrors: baseline.errors,
        canaryP95: quantile(canary, settings.bounds, 0.95) ?? null,
        baselineP95: quantile(baseline, settings.bounds, 0.95) ?? null,
    };
}

;// CONCATENATED MODULE: ./build/shared/release/controller.js

/** Before the first event; `memo` is an earlier controller's state to continue from. */
function beginRelease(settings, fresh, memo) {
    if (memo)
        return { ...memo, settings, phase: 'watching', ailing: 0 };
    const start = { rung: -1, weight: 0, passed: -1, approved: [], waitingSince: 0, ailing: 0 };
    return { settings, phase: 'raising', judge: fresh, ...start };
}
/** The next state and what is to be done, in order. After `end` nothing moves any more. */
function reduce(state, event) {
    if (state.phase === 'ended')
        return { state, commands: [] };
    switch (event.kind) {
        case 'begin':
            return state.rung === -1 || state.passed === state.rung ? advance(state, 'the release begins') : still(state);
        case 'raised':
            return still({ ...state, phase: 'watching' });
        case 'history':
            return still({ ...state, judge: event.lines.reduce((known, line) => step(known, line).state, state.judge) });
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
        case 'unrenewed':
            return discard(state, 'rolled-back', `the lease could not be renewed for ${Math.round(event.seconds)} s`);
        case 'cancelled':
            return cancelled(state);
    }
}
const still = (state, ...commands) => ({ state, commands });
function end(state, verdict, reason, ...first) {
    return { state: { ...state, phase: 'ended' }, commands: [...first, { kind: 'end', verdict, reason }] };
}
function discard(state, verdict, reason, ...first) {
    return end({ ...state, weight: 0 }, verdict, reason, ...first, { kind: 'discard', verdict, reason });
}
function hold(state, verdict, reason, ...first) {
    return end(state, verdict, reason, ...first, { kind: 'hold', reason });
}
/** Lowers before anything else, so that traffic is safe even when the rest does not happen any more. */
function cancelled(state) {
    if (state.settings.onCancel === 'hold' && state.weight > 0)
        return hold(state, 'held', `cancelled; the plan holds at ${state.weight} %`);
    const reason = `cancelled at ${state.weight} %`;
    return discard(state, 'rolled-back', reason, { kind: 'set-weight', weight: 0, rung: state.rung, reason });
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
    return still(raised, ...first, { kind: 'set-weight', weight: next.weight, rung, reason });
}
function observed(state, line) {
    const { state: judged, decision } = step(state.judge, line);
    const next = { ...state, judge: judged };
    const record = { kind: 'record', decision };
    switch (decision.decision) {
        case 'rollback':
        case 'dead-canary':
            return discard(next, 'rolled-back', decision.reason, record);
        case 'inconclusive':
            return undecided(next, decision.reason, record);
        case 'promote-step':
            return passed(next, decision, record);
        default:
            return still(next, record, { kind: 'renew' });
    }
}
function controller_closed(state, line) {
    const { state: judged, decision } = step(state.judge, line);
    const next = { ...state, judge: judged };
    const record = { kind: 'record', decision };
    const harmful = decision.decision === 'rollback' || decision.decision === 'dead-canary';
    return harmful ? discard(next, 'rolled-back', decision.reason, record) : still(next, record);
}
function undecided(state, reason, record) {
    if (state.settings.onDeadline === 'hold')
        return hold(state, 'inconclusive', reason, record);
    return discard(state, 'inconclusive', reason, record);
}
/** A passed rung goes on at once, or waits at its gate until the approval or the gate's own deadline. */
function passed(state, decision, record) {
    const first = state.passed < state.rung;
    const next = { ...state, passed: state.rung, waitingSince: first ? decision.t : state.waitingSince };
    if (state.phase === 'waiting' && decision.t - next.waitingSince > state.settings.gateFor) {
        return undecided(next, `nobody approved the step after ${state.weight} % in time`, record);
    }
    return advance(next, decision.reason, record, ...(isGate(next) ? [{ kind: 'renew' }] : []));
}
function isGate({ settings, rung, approved }) {
    return settings.rungs[rung]?.approve === true && !approved.includes(rung);
}
/** Two looks in a row, so that one slow probe does not end a release. */
function seen(state, { canary, problem, approved }) {
    const ailing = canary === 'healthy' ? 0 : state.ailing + 1;
    const next = { ...state, ailing, approved };
    if (ailing < 2 && canary !== 'gone' && canary !== 'stopped')
        return still(next);
    return discard(next, 'rolled-back', `the canary is ${canary}${problem === '' ? '' : `: ${problem}`}`);
}
/** A refused raise leaves the old weight; an unhealthy canary is the release's fault, anything else is ours to report. */
function refused(state, { refusal, message }) {
    if (refusal === 'unhealthy')
        return discard(state, 'rolled-back', message);
    if (refusal === 'stale' || refusal === 'ended')
        return end(state, 'error', message);
    return discard(state, 'error', message);
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
]));

// EXTERNAL MODULE: ./build/shared/release/settings.js
var settings = __webpack_require__(5);
// EXTERNAL MODULE: ./build/shared/report/markdown.js
var markdown = __webpack_require__(210);
;// CONCATENATED MODULE: ./build/shared/report/canary.js
/** What a canary saw, as Markdown: a table of its steps and plots over time. A reader of evidence, nothing more. */


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
        const base = open ?? { weight: line.weight, from: line.from, canary: nothing, baseline: nothing };
        found.push({
            ...base,
            to: line.t,
            canary: add(base.canary, line.canary),
            baseline: add(base.baseline, line.baseline),
        });
    }
    return found;
}
function cells(pooled, bounds) {
    const p95 = (0,markdown/* latency */.ZK)(quantile(pooled, bounds, 0.95));
    return pooled.requests === 0 ? ['0', '–', '–'] : [String(pooled.requests), (0,markdown/* percent */.KN)(errorRate(pooled)), p95];
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
/** At most this many points: beyond it a plot only becomes slower to draw. */
const points = 60;
const colours = { canary: 'orange', baseline: 'blue' };
const palette = '#d4700a, #0969da';
/** A line chart that GitHub draws by itself; a series may end before the others. */
function plot(title, axis, least, times, series) {
    const top = Math.max(...series.flat(), least);
    return [
        '```mermaid',
        `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${palette}"}}}}%%`,
        'xychart-beta',
        `    title "${title}"`,
        `    x-axis "seconds since the first raise" [${times.map((t) => Math.round(t)).join(', ')}]`,
        `    y-axis "${axis}" 0 --> ${Number((top * 1.1).toPrecision(2))}`,
        ...series
            .filter((values) => values.length > 0)
            .map((values) => `    line [${values.map((value) => Number(value.toPrecision(4))).join(', ')}]`),
        '```',
        '',
    ].join('\n');
}
/** What is drawn: neither the rests of lines that a change of weight cut off, nor more points than can be told apart. */
function drawn(observed) {
    const longest = Math.max(...observed.map(({ from, t }) => t - from));
    const whole = observed.filter(({ from, t, canary }) => t - from > longest / 2 && canary !== null);
    const every = Math.ceil(whole.length / points);
    return whole.filter((_, index) => index % every === 0 || index === whole.length - 1);
}
/** A side's values up to the last line in which it answered anybody; a gap repeats the value before. */
function valuesOf(sides, value) {
    const end = sides.findLastIndex((side) => (side?.requests ?? 0) > 0);
    let before = 0;
    return sides.slice(0, end + 1).map((side) => {
        if (side !== null && side.requests > 0)
            before = value(add(nothing, side));
        return before;
    });
}
function plots({ buckets }, observed) {
    const kept = drawn(observed);
    const times = kept.map(({ t }) => t);
    const both = (value) => [
        valuesOf(kept.map(({ canary }) => canary), value),
        valuesOf(kept.map(({ baseline }) => baseline), value),
    ];
    const names = `canary ${colours.canary}, stable ${colours.baseline}`;
    const p95 = (pooled) => 1000 * (quantile(pooled, buckets, 0.95) ?? 0);
    return [
        plot('Weight of the canary', 'percent', 1, times, [kept.map(({ weight }) => weight)]),
        plot(`Failed requests: ${names}`, 'percent', 1, times, both((pooled) => 100 * errorRate(pooled))),
        plot(`p95 latency: ${names}`, 'ms', 1, times, both(p95)),
    ].join('\n');
}
/** The part of a summary below the verdict; empty when no traffic was ever moved. */
function canaryMarkdown(lines) {
    const header = lines.find((line) => 'schema' in line);
    const observed = lines.filter(isObservation).filter(({ t }) => t > 0);
    if (header === undefined || observed.length === 0)
        return '';
    const details = ['<details><summary>Plots</summary>', '', plots(header, observed), '</details>', ''];
    return ['', '### Steps', '', stageTable(header, lines), '', ...details].join('\n');
}
/** One line of a log for a look at the canary. */
function progressLine({ t, weight, canary, baseline }, bounds, said) {
    const side = (pooled) => {
        const p95 = (0,markdown/* latency */.ZK)(quantile(pooled, bounds, 0.95));
        return `${String(pooled.requests).padStart(4)} req ${String(pooled.errors).padStart(3)} err p95 ${p95.padStart(6)}`;
    };
    const shown = (counts) => (counts === null ? 'unreadable' : side(add(nothing, counts)));
    return `${t.toFixed(1).padStart(6)} s  ${String(weight).padStart(3)} %  canary ${shown(canary)} | stable ${shown(baseline)}  ${said}`;
}

// EXTERNAL MODULE: ./build/shared/report/outcome.js
var outcome = __webpack_require__(171);
// EXTERNAL MODULE: ./build/shared/targets/session.js
var session = __webpack_require__(573);
// EXTERNAL MODULE: ./build/actions/deploy-canary/contract.js
var contract = __webpack_require__(39);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(500);
;// CONCATENATED MODULE: ./build/shared/action/abortable.js
/** Waits for a promise, but no longer than the runner lets us. */
/** Seconds that work under way may still take after a cancel; the runner kills after 7.5. */
const grace = 3;
/**
 * Waits for work that the target finishes by itself, such as draining: as long as it takes, but after a cancel no longer
 * than a few seconds, so that there is time left to say what happened.
 */
async function patiently(work, signal) {
    const heard = new AbortController();
    const cut = (async () => {
        await new Promise((resolve) => {
            if (signal.aborted)
                resolve();
            signal.addEventListener('abort', () => resolve(), { once: true });
        });
        const { setTimeout } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 500, 19));
        await setTimeout(grace * 1000, undefined, { signal: heard.signal }).catch(() => undefined);
    })();
    await Promise.race([work, cut]).finally(() => heard.abort());
}
/** Settles as `work` does, or rejects at once when the signal is aborted; the work itself goes on unheard. */
function abortable(work, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => reject(new Error(`cancelled by ${String(signal.reason)}`));
        if (signal.aborted)
            abort();
        signal.addEventListener('abort', abort, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
}

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(856);
;// CONCATENATED MODULE: ./build/actions/deploy-canary/memo.js
function memoOf(controller, at) {
    return { version: 1, controller, t: at.reached, epoch: at.epoch };
}
/** The memo of an earlier controller, where it is one of ours and still about these counters. */
function readMemo(memo, now) {
    if (typeof memo !== 'object' || memo === null)
        return undefined;
    const known = memo;
    if (known.version !== 1 || known.controller === undefined || typeof known.t !== 'number')
        return undefined;
    return known.epoch === now.epoch ? known : undefined;
}

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






/** Seconds on a clock that never jumps. */
const now = () => performance.now() / 1000;
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
class Driver {
    drive;
    state;
    renewed = now();
    /** Looks keep their beat from the last change of weight, so that a dwell is a whole number of them. */
    nextLook = now();
    outcome;
    ordered;
    constructor(drive, state) {
        this.drive = drive;
        this.state = state;
        this.ordered = state.weight;
    }
    /** The weight that was ordered last, percent. */
    get weight() {
        return this.ordered;
    }
    /** Runs the release to its end; a cancel is an event like any other, but it does not wait for the next look. */
    async run() {
        if (!this.drive.signal.aborted)
            await this.feed({ kind: 'begin' });
        while (this.outcome === undefined) {
            this.nextLook = Math.max(this.nextLook + this.drive.plan.canary.analysis.every, now());
            await this.pause(this.nextLook - now());
            if (this.drive.signal.aborted)
                await this.cancel();
            else
                await this.look();
        }
        return this.outcome;
    }
    async pause(seconds) {
        await (0,promises_.setTimeout)(Math.max(0, seconds) * 1000, undefined, { signal: this.drive.signal }).catch(() => undefined);
    }
    /** A cancel may have come upon a call whose answer is lost, so the count is taken up from the target. */
    async cancel() {
        await this.drive.session.resync().catch(() => undefined);
        await this.feed({ kind: 'cancelled' });
    }
    async look() {
        const { target, plan, recorder, say } = this.drive;
        const [sample, status] = await Promise.all([target.observe(), target.inspect()]).catch((error) => {
            say(`the target did not answer: ${messageOf(error)}`);
            return [undefined, undefined];
        });
        if (this.drive.signal.aborted)
            return this.cancel();
        const unrenewed = now() - this.renewed;
        if (unrenewed > plan.canary.lease / 2)
            await this.feed({ kind: 'unrenewed', seconds: unrenewed });
        if (status)
            await this.feed(this.eventOf(status));
        if (this.outcome !== undefined || !recorder.begun)
            return;
        const { weight } = this.state;
        const line = sample ? recorder.observe(sample, weight) : recorder.miss(plan.canary.analysis.every, weight);
        await this.feed({ kind: 'observed', line });
    }
    eventOf(status) {
        const { session, canary } = this.drive;
        return eventOf(status, canary, session);
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
            case 'renew':
                await session.renew(plan.canary.lease, memoOf(this.state, recorder));
                this.renewed = now();
                return [];
            case 'set-weight':
                return this.setWeight(command, before);
            case 'hold':
                await session.hold(plan.canary.heldFor, command.reason);
                return [];
            case 'discard':
                await patiently(session.discard(command.verdict, command.reason), this.drive.signal);
                return [];
            case 'end':
                this.outcome ??= { verdict: command.verdict, reason: command.reason };
                return [];
        }
    }
    /** The answer carries the counters at the instant of the change, which end the line of the old weight. */
    async setWeight({ weight, rung, reason }, before) {
        const { session, target, recorder, say } = this.drive;
        const memo = memoOf(this.state, recorder);
        const sample = await session.setWeight({ weight, step: rung, reason, memo });
        this.renewed = now();
        this.nextLook = this.renewed;
        this.ordered = weight;
        say(`weight ${before.weight} % -> ${weight} %: ${reason}`);
        if (this.state.phase === 'ended')
            return [];
        if (!recorder.begun) {
            const lines = recorder.begin(sample, await target.history().catch(() => []));
            return [{ kind: 'history', lines }, { kind: 'raised' }];
        }
        const line = recorder.close(sample, before.weight);
        return [...(line ? [{ kind: 'closed', line }] : []), { kind: 'raised' }];
    }
    /** A refusal is for the controller to decide on; after the end it changes the outcome, since nothing else is left. */
    async failed(command, error) {
        const message = messageOf(error);
        const refusal = error instanceof errors/* TargetError */.I ? error.refusal : undefined;
        this.drive.say(`${command.kind} failed: ${message}`);
        await this.drive.session.resync().catch(() => undefined);
        if (command.kind === 'renew' && refusal === undefined)
            return [];
        if (this.state.phase !== 'ended')
            return [{ kind: 'refused', refusal, message }];
        if (command.kind !== 'set-weight') {
            this.outcome = { verdict: 'error', reason: `${command.kind} failed: ${message}` };
        }
        return [];
    }
}

;// CONCATENATED MODULE: ./build/shared/release/observe.js
function minus(now, before) {
    return now.map((count, index) => count - (before?.[index] ?? 0));
}
function regressed(now, before) {
    return now.requests < before.requests || now.buckets.some((count, index) => count < (before.buckets[index] ?? 0));
}
function delta(now, before, restarted) {
    if (now === undefined)
        return null;
    const base = restarted || (before !== undefined && regressed(now, before)) ? undefined : before;
    return {
        requests: now.requests - (base?.requests ?? 0),
        errors: now.errors - (base?.errors ?? 0),
        buckets: minus(now.buckets, base?.buckets),
    };
}
const rounded = (seconds) => Math.round(seconds * 1000) / 1000;
/**
 * The line between two samples, at the weight that `before` left in force. A restart of the counters (another epoch, or
 * a count that fell) counts from 0 and is named in `resets`.
 */
function observationBetween(before, now, frame, weight) {
    const restarted = before.epoch !== now.epoch;
    const names = [frame.canary, frame.baseline].filter((name) => name !== null);
    const sideOf = (name) => name === null ? emptySide(now.bounds.length) : delta(now.versions[name], before.versions[name], restarted);
    const resets = names.filter((name) => {
        const [then, since] = [before.versions[name], now.versions[name]];
        return then !== undefined && since !== undefined && (restarted || regressed(since, then));
    });
    const line = {
        from: rounded(before.at - frame.zero),
        t: rounded(now.at - frame.zero),
        weight,
        canary: sideOf(frame.canary),
        baseline: sideOf(frame.baseline),
        ...(resets.length > 0 ? { resets } : {}),
    };
    const settled = frame.sticky ? now.weight === weight || before.weight === weight : converged(line);
    return settled ? line : { ...line, transition: true };
}
function emptySide(bounds) {
    return { requests: 0, errors: 0, buckets: Array.from({ length: bounds + 1 }, () => 0) };
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
    return { ...now, versions: { ...kept, ...now.versions } };
}

;// CONCATENATED MODULE: ./build/actions/deploy-canary/recorder.js
/** Turns readings into lines of evidence and writes them as they happen: a killed job leaves every line it saw. */



class Recorder {
    file;
    /** What was written, for the report. */
    lines = [];
    /** The line written last. */
    last;
    sides;
    reference;
    zero;
    /** `reached` is the evidence time (seconds) that an earlier controller came to; null before the first raise. */
    constructor(file, sides, reference, reached) {
        this.file = file;
        this.sides = sides;
        this.reference = reference;
        this.zero = reached === null ? null : reference.at - reached;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
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
        return this.zero === null ? null : this.reference.at - this.zero;
    }
    write(...lines) {
        this.lines.push(...lines);
        (0,external_node_fs_.appendFileSync)(this.file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
    }
    /** The first raise happened at this reading: t = 0, and what came before is history. */
    begin(sample, history) {
        this.zero = sample.at;
        this.reference = sample;
        const lines = historyLines(history, this.frame());
        if (lines.length > 0)
            this.write(...lines);
        return lines;
    }
    /** The line from the last reading to this one, at the weight that was in force. */
    observe(sample, weight) {
        const line = observationBetween(this.reference, sample, this.frame(), weight);
        this.reference = carry(this.reference, sample);
        return this.keep(line);
    }
    /** As `observe` for the rest of a line that a change of weight cut off; nothing happened in it: no line. */
    close(sample, weight) {
        const line = observationBetween(this.reference, sample, this.frame(), weight);
        this.reference = carry(this.reference, sample);
        const requests = (line.canary?.requests ?? 0) + (line.baseline?.requests ?? 0);
        return requests === 0 ? undefined : this.keep(line);
    }
    /** Nothing could be read for `seconds`: the time goes on by the caller's clock. */
    miss(seconds, weight) {
        const from = this.last?.t ?? this.reached ?? 0;
        return this.keep({ from, t: from + seconds, weight, canary: null, baseline: null });
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

;// CONCATENATED MODULE: ./build/actions/deploy-canary/release.js
/** One run over a release: prepares judge and evidence, drives the controller, and reports. */














const reportName = 'report.md';
async function release(run) {
    const { host, signal, plan, target, ticket, status, version } = run;
    const reference = await target.observe();
    const memo = readMemo(status.release?.memo, reference);
    const fresh = beginJudging((0,settings/* judgeSettings */.$z)(plan, reference.bounds));
    const state = beginRelease((0,settings/* controllerSettings */.Qp)(plan, run.until), fresh, memo?.controller);
    const recorder = openEvidence(run, state.judge, reference, memo?.t ?? null);
    if (memo)
        host.info(`continues ${ticket.release} at ${memo.controller.weight} %`);
    const driver = new Driver({
        plan,
        target,
        session: new session.Session(target, ticket),
        recorder,
        canary: version,
        signal,
        log: (line, said) => host.info(progressLine(line, reference.bounds, said)),
        say: (text) => host.info(text),
    }, state);
    const outcome = await driver.run();
    return report(run, outcome, recorder, driver.weight);
}
function openEvidence(run, judge, reference, reached) {
    const { host, plan, ticket, status, version } = run;
    const folder = (0,external_node_path_.join)(host.env('RUNNER_TEMP') ?? process.cwd(), `canary-${ticket.release}-${ticket.fence}`);
    const sides = { canary: version, baseline: status.stable, sticky: plan.canary.affinity !== 'none' };
    const recorder = new Recorder((0,external_node_path_.join)(folder, 'evidence.ndjson'), sides, reference, reached);
    recorder.write({
        schema: evidenceSchemaId,
        service: plan.service,
        canary: version,
        baseline: status.stable ?? '',
        buckets: judge.settings.bounds,
        plan: plan.document,
        judge: { ...judge.settings },
        ...(reached === null ? {} : { resumed: { ...judge } }),
    });
    host.output('evidence', recorder.file);
    host.output('report', (0,external_node_path_.join)(folder, reportName));
    return recorder;
}
async function report(run, { verdict, reason }, recorder, lastWeight) {
    const { host, target, version, ticket, plan } = run;
    const after = await target.inspect().catch(() => undefined);
    // A target that does not answer is taken at its last word.
    const weight = after === undefined ? lastWeight : (after.versions.find((found) => found.version === version)?.weight ?? 0);
    const facts = [
        ['service', plan.service],
        ['version', version],
        ['stable', after?.stable ?? 'unknown'],
        ['weight', `${weight} %`],
        ['release', ticket.release],
    ];
    const more = canaryMarkdown(recorder.lines);
    host.output('weight', String(weight));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(recorder.file), reportName), (0,outcome.outcomeMarkdown)(contract/* action */.X, verdict, reason, facts) + more);
    return (0,conclude/* conclude */.E)(host, { action: contract/* action */.X, verdict, reason, facts, more });
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


/***/ }),

/***/ 171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   outcomeMarkdown: () => (/* binding */ outcomeMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(210);

const signs = {
    promoted: '✅ promoted',
    held: '⏸️ held',
    'rolled-back': '↩️ rolled back',
    refused: '⛔ refused',
    inconclusive: '❔ inconclusive',
    error: '❌ error',
};
/** A heading with the verdict, the reason below it, then the facts, if any, as a table. */
function outcomeMarkdown(action, verdict, reason, facts) {
    const rows = facts.map(([name, value]) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(name), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(value)]);
    const details = rows.length === 0 ? [] : ['', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', ''], rows)];
    return [`## ${signs[verdict]} · ${action}`, '', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(reason), ...details, ''].join('\n');
}


/***/ }),

/***/ 573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Session: () => (/* binding */ Session)
/* harmony export */ });
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(777);

/** Characters of a reason that a target keeps; a version's last words can be longer. */
const reasonLimit = 2000;
class Session {
    release;
    fence;
    target;
    sequence;
    /** `ticket` carries the last sequence that was applied. */
    constructor(target, ticket) {
        this.target = target;
        this.release = ticket.release;
        this.fence = ticket.fence;
        this.sequence = ticket.sequence;
    }
    stage(how = {}) {
        return this.target.stage(this.next(), how);
    }
    setWeight(change) {
        return this.target.setWeight(this.next(), { ...change, reason: (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(change.reason, reasonLimit) });
    }
    renew(lease, memo) {
        return this.target.renew(this.next(), lease, memo);
    }
    hold(heldFor, reason) {
        return this.target.hold(this.next(), heldFor, (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(reason, reasonLimit));
    }
    promote() {
        return this.target.promote(this.next());
    }
    discard(verdict, reason) {
        return this.target.discard(this.next(), verdict, (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(reason, reasonLimit));
    }
    /** Takes up the target's own count again, after a call whose answer never came. */
    async resync() {
        const { release } = await this.target.inspect();
        if (release?.id === this.release && release.fence === this.fence)
            this.sequence = release.sequence;
    }
    next() {
        this.sequence += 1;
        return { release: this.release, fence: this.fence, sequence: this.sequence };
    }
}


/***/ })

};
