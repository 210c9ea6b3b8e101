import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 6900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pm: () => (/* binding */ unusableModel),
/* harmony export */   YT: () => (/* binding */ refuseDeadStable),
/* harmony export */   je: () => (/* binding */ refuseUnusableModel),
/* harmony export */   pq: () => (/* binding */ stagedVersion),
/* harmony export */   ws: () => (/* binding */ refuseUnreadable)
/* harmony export */ });
/* harmony import */ var _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7856);
/* harmony import */ var _shared_report_clip_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5777);
/** What must hold before a release is taken up; nothing has been touched yet. */


/** @throws TargetError when the version that was asked for, or any, is not staged */
function stagedVersion({ release, stable, versions }, asked) {
    const open = release !== null && release.verdict === null ? release.version : undefined;
    const version = asked ?? open;
    if (version === undefined) {
        const message = `no version is staged (stable: ${stable ?? 'none'}${lastOf(release)}); run deploy-staging first`;
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TargetError */ .I0(message, 'not-staged');
    }
    if (version === open && release?.returning) {
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TargetError */ .I0(`release ${release.id} of ${version} was to be taken back, and keeps ${release.weight} % only until the stable version is healthy: nothing of it goes up any more; end it with rollback, and release it again from deploy-staging`, 'ended');
    }
    if (version === stable || version === open)
        return version;
    const known = versions.map((found) => `${found.version} (${found.role})`).join(', ') || 'none';
    throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TargetError */ .I0(`version ${version} is not staged; on the target: ${known}${release?.version === version ? lastOf(release) : ''}; run deploy-staging first`, 'not-staged');
}
/** What became of the last release, for whoever runs an old job again. */
function lastOf(release) {
    if (release === null || release.verdict === null)
        return '';
    return `; release ${release.id} ended as ${release.verdict}: ${(0,_shared_report_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(release.reason, 200)}`;
}
/** @throws TargetError when there is nothing healthy to compare with, and to go back to */
function refuseDeadStable({ stable, versions }) {
    const found = versions.find(({ version }) => version === stable);
    if (found === undefined || found.state === 'healthy')
        return;
    const why = found.problem === undefined ? '' : `: ${found.problem}`;
    throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TargetError */ .I0(`the stable version ${stable} is ${found.state}${why}; a canary needs it healthy`, 'stable-unhealthy');
}
/** What cannot be judged of the model that the plan asks for; undefined where all of it can. */
function unusableModel({ canary }, { model = {} }) {
    const coarse = canary.metrics.model.find((metric) => 'histogram' in metric && model[metric.name]?.length === 0);
    if (coarse === undefined || !('histogram' in coarse))
        return undefined;
    return `canary.analysis.metrics.model.${coarse.name}: ${coarse.histogram.name} has fewer than 3 bounds that both versions share, so that its values cannot be compared; give the histogram the same, finer buckets in both`;
}
/**
 * What cannot be judged of the model, of a release that has a weight already.
 * @throws TargetError before any traffic moves
 */
function refuseUnusableModel(plan, { release }, reference) {
    const unusable = unusableModel(plan, reference);
    if (unusable === undefined || (release?.weight ?? 0) > 0)
        return unusable;
    throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TargetError */ .I0(`${unusable}; nothing was touched`, 'invalid');
}
/** @throws TargetError before any traffic moves, when there is nothing to compare a canary with; the log says why */
function refuseUnreadable({ canary }, { stable, release }, { versions }) {
    const { from } = canary.metrics;
    if (from === 'router' || stable === null || versions[stable] !== undefined || (release?.weight ?? 0) > 0)
        return;
    throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TargetError */ .I0(`canary.analysis.from: ${from} gives no counts of the stable version ${stable}, so that no canary could be judged; nothing was touched, and the line above says what is wrong`, 'invalid');
}


/***/ }),

/***/ 8039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defaults),
/* harmony export */   X: () => (/* binding */ action)
/* harmony export */ });
/** Generated from action.yml by `npm run docs` (scripts/docs.ts): change action.yml, never this file. */
/** The action's name, as its folder and its users spell it. */
const action = 'deploy-canary';
/** What an absent or empty input means; `''` where action.yml gives no default. */
const defaults = {
    plan: 'jarvis.yml',
    version: '',
    until: '100%',
    'dry-run': 'false',
    wait: '0s',
};


/***/ }),

/***/ 3432:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _shared_action_start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3144);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1898);


await (0,_shared_action_start_js__WEBPACK_IMPORTED_MODULE_0__/* .start */ .ni)('deploy-canary', _run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  AR: () => (/* binding */ countedBy),
  Q0: () => (/* binding */ memoOf),
  fw: () => (/* binding */ readMemo)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./build/actions/deploy-canary/memo.js
/** What a controller leaves with the target, so that the next one continues exactly where it stood. */

function memoOf(controller, at) {
    return { version: 1, controller, t: at.reached, epoch: at.epoch };
}
/** What an earlier controller counted and told its values apart by, where it left any. */
function countedBy(memo) {
    const [epoch, settings] = [fieldOf(memo, 'epoch'), fieldOf(memo, 'controller', 'judge', 'settings')];
    const [bounds, metrics] = [numbersIn(fieldOf(settings, 'bounds')), fieldOf(settings, 'model')];
    if (typeof epoch !== 'string' || bounds === undefined)
        return undefined;
    if (!Array.isArray(metrics))
        return { epoch, bounds };
    const model = metrics.map((metric) => {
        return [String(fieldOf(metric, 'name')), numbersIn(fieldOf(metric, 'bounds')) ?? []];
    });
    return { epoch, bounds, model: Object.fromEntries(model) };
}
function fieldOf(value, ...path) {
    return path.reduce((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
}
function numbersIn(value) {
    return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : undefined;
}
/**
 * The memo of an earlier controller, where it is one of ours and still about these counters. With another plan, or by
 * another judge, it is not gone on with: odds that were won under other settings are not odds under these.
 */
function readMemo(memo, now, settings) {
    if (typeof memo !== 'object' || memo === null)
        return undefined;
    const known = memo;
    if (known.version !== 1 || known.controller === undefined || typeof known.t !== 'number')
        return undefined;
    if (!(0,external_node_util_namespaceObject.isDeepStrictEqual)(known.controller.judge?.settings, settings))
        return undefined;
    return known.epoch === now.epoch ? known : undefined;
}


/***/ }),

/***/ 9796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MA: () => (/* binding */ readingLimit),
/* harmony export */   UV: () => (/* binding */ firstLines),
/* harmony export */   hB: () => (/* binding */ timely),
/* harmony export */   vD: () => (/* binding */ glance)
/* harmony export */ });
/* harmony import */ var _shared_action_abortable_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5397);
/* harmony import */ var _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7856);
/* harmony import */ var _shared_targets_session_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4573);
/** What the driver reads: counts from the source and the state of the target; a cancel does not wait for either. */



/** A source may need several requests for one reading; renewing must not wait for them for long. */
function readingLimit(means) {
    return { ...(0,_shared_targets_session_js__WEBPACK_IMPORTED_MODULE_2__/* .answerLimit */ .Ey)(means), seconds: Math.max(1, means.plan.canary.lease / 6) };
}
/** No longer than the limit, and not after a cancel. */
function timely({ signal }, limit, work) {
    return (0,_shared_action_abortable_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)((0,_shared_action_abortable_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .u)(limit, work), signal);
}
/** The counts and the target's state, each where it could be had in so many seconds at most. */
async function glance(readings, seconds) {
    const { source, target, signal, say } = readings;
    const soon = (limit) => ({ ...limit, seconds: Math.min(seconds, limit.seconds) });
    const work = [
        timely(readings, soon(readingLimit(readings)), source.observe()),
        timely(readings, soon((0,_shared_targets_session_js__WEBPACK_IMPORTED_MODULE_2__/* .answerLimit */ .Ey)(readings)), target.inspect()),
    ];
    const [counts, state] = await Promise.allSettled(work);
    const failed = [counts, state].flatMap((each) => (each.status === 'rejected' ? [(0,_shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(each.reason)] : []));
    if (!signal.aborted)
        for (const message of new Set(failed))
            say(`the target did not answer: ${message}`);
    return {
        sample: counts.status === 'fulfilled' ? counts.value : undefined,
        status: state.status === 'fulfilled' ? state.value : undefined,
    };
}
/** The reading right after a change of weight: it ends the line of the old weight, or begins the evidence. */
async function firstLines(readings, answer, weight) {
    const { source, recorder, signal } = readings;
    const limit = readingLimit(readings);
    try {
        const sample = await timely(readings, limit, source.afterChange(answer));
        if (recorder.begun) {
            const line = recorder.close(sample, weight);
            return line ? [{ kind: 'closed', line }] : [];
        }
        const past = await timely(readings, limit, source.history()).catch(() => []);
        return [{ kind: 'history', lines: recorder.begin(sample, past) }];
    }
    catch (error) {
        // A cancel is taken up by the next turn.
        if (signal.aborted)
            return [];
        throw error;
    }
}


/***/ }),

/***/ 1898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/shared/action/abortable.js
var abortable = __nccwpck_require__(5397);
// EXTERNAL MODULE: ./build/shared/action/conclude.js + 1 modules
var conclude = __nccwpck_require__(748);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __nccwpck_require__(7856);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/shared/action/plan-input.js
/** The input `plan`: a path, or the YAML itself. */



/**
 * Reads the plan that an input names. The environment's JARVIS_LISTEN overrides `target.listen`, so that one plan serves
 * several runs on a machine.
 * @throws InputError for a missing file or a wrong plan
 */
async function loadPlan(host, input) {
    const inline = /\n|^\s*service\s*:/.test(input);
    const root = host.env('GITHUB_WORKSPACE') ?? process.cwd();
    const path = (0,external_node_path_.resolve)(root, input);
    const text = inline ? input : readPlanFile(input, path);
    // YAML and the schema are most of a start, so a plan that is not there does not wait for them.
    const { readPlan } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(243), __nccwpck_require__.e(102)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4102));
    const plan = readPlan(text, inline ? 'plan' : (0,external_node_path_.relative)(root, path));
    const listen = host.env('JARVIS_LISTEN');
    return listen === undefined ? plan : { ...plan, target: { ...plan.target, ...listenAt(listen) } };
}
function readPlanFile(input, path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        return missing(input, path, error);
    }
}
function missing(input, path, error) {
    const why = error.code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${error.code})`;
    throw new errors/* InputError */.dz(`input plan is ${JSON.stringify(input)}: ${why}; expected the path of a plan such as jarvis.yml, or the plan's YAML itself`);
}
function listenAt(listen) {
    const port = Number(/^(?:127\.0\.0\.1|localhost):(\d{1,5})$/.exec(listen)?.[1]);
    if (port >= 1 && port <= 65535)
        return { host: '127.0.0.1', port };
    throw new errors/* InputError */.dz(`JARVIS_LISTEN is ${JSON.stringify(listen)}; expected a loopback address and a port, such as 127.0.0.1:8080`);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/shared/action/clock.js
/** The clock of this process. */

const systemClock = {
    now: () => performance.now() / 1000,
    sleep: (seconds, signal) => (0,promises_.setTimeout)(Math.max(0, seconds) * 1000, undefined, { signal }).catch(() => undefined),
    after: (seconds, run) => {
        const timer = setTimeout(run, seconds * 1000);
        return () => clearTimeout(timer);
    },
};

;// CONCATENATED MODULE: ./build/shared/action/holder.js
function holderOf(host) {
    const [server, repository, id] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map((name) => host.env(name));
    return {
        actor: host.env('GITHUB_ACTOR') ?? 'unknown',
        run: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : 'local',
        attempt: Number(host.env('GITHUB_RUN_ATTEMPT') ?? 1),
    };
}

;// CONCATENATED MODULE: ./build/shared/action/unfinished.js
const unfinished_name = 'release';
function remember(host, unfinished) {
    host.saveState(unfinished_name, JSON.stringify(unfinished));
}
/** Undefined when main had not begun. */
function remembered(host) {
    const saved = host.state(unfinished_name);
    return saved === '' ? undefined : JSON.parse(saved);
}

;// CONCATENATED MODULE: ./build/shared/action/work.js



function workOf({ host, signal }, plan, target) {
    return {
        plan,
        target,
        signal,
        clock: systemClock,
        holder: holderOf(host),
        say: (text) => host.info(text),
        remember: (unfinished) => remember(host, unfinished),
    };
}

;// CONCATENATED MODULE: ./build/shared/targets/open.js
/** The target that a plan names. Adapters are loaded only when one is opened. */

/**
 * Connects to the plan's target, which need not be running yet.
 * @throws InputError when the plan asks for what the target cannot do
 */
async function openTarget(host, plan) {
    const { localTarget } = await __nccwpck_require__.e(/* import() */ 506).then(__nccwpck_require__.bind(__nccwpck_require__, 7506));
    const target = await localTarget(plan, host.env('GITHUB_WORKSPACE') ?? process.cwd());
    const { affinity, granularity } = target.capabilities;
    if (!affinity.includes(plan.canary.affinity)) {
        throw new errors/* InputError */.dz(`canary.affinity: ${plan.canary.affinity} is not possible on target ${plan.target.kind}; expected ${affinity.join(', ')}`);
    }
    const fine = plan.canary.steps.find(({ weight }) => Math.abs(weight / granularity - Math.round(weight / granularity)) > 1e-9);
    if (fine) {
        throw new errors/* InputError */.dz(`canary.steps: ${fine.weight}% is finer than target ${plan.target.kind} can split; expected steps of ${granularity}%`);
    }
    return target;
}

// EXTERNAL MODULE: ./build/shared/targets/session.js
var targets_session = __nccwpck_require__(4573);
;// CONCATENATED MODULE: ./build/shared/targets/take.js
/** Taking the lock of a release, waiting for it, and giving it back. */


/** @throws TargetError with the target's refusal: `busy` says whose the release is */
async function take(work, asked, onCancel) {
    const { target, plan, holder } = work;
    (0,errors/* stopIfCancelled */.FE)(work.signal);
    const request = { lease: plan.canary.lease, ...asked, holder, nonce: crypto.randomUUID() };
    // It was there when it was looked at: gone now, it may have given the lock out all the same.
    const ticket = await (0,targets_session/* answered */.oQ)(work, () => target.acquire(request), undefined, true);
    work.remember({ release: ticket.release, fence: ticket.fence, onCancel });
    return { ticket, session: new targets_session/* Session */.Nn(target, ticket, work) };
}
/** Seconds between two tries of what another run is in the way of. */
const pace = 2;
/**
 * Tells the story again, from its beginning, while another run has the service, for at most `wait` seconds.
 * @throws TargetError `busy` when it has it still
 */
async function inTurn({ clock, signal, say }, wait, story) {
    const limit = clock.now() + wait;
    let told = false;
    for (;;) {
        try {
            return await story();
        }
        catch (error) {
            const busy = error instanceof errors/* TargetError */.I0 && error.refusal === 'busy';
            const left = limit - clock.now();
            if (!busy || left <= 0 || signal.aborted)
                throw error;
            if (!told)
                say(`waiting for at most ${Math.round(left)} s: ${error.message}`);
            told = true;
            await clock.sleep(Math.min(pace, left), signal);
            // The other run may have ended just now, but nobody wants this one any more.
            (0,errors/* stopIfCancelled */.FE)(signal);
        }
    }
}
/** Gives the lock back, so that whoever comes next (a rollback step, a person) is not told to wait; keeps the error. */
async function giveBack(session, heldFor, error) {
    await session.hold({ heldFor, reason: messageOf(error) }).catch(() => undefined);
    throw error;
}

// EXTERNAL MODULE: ./build/actions/deploy-canary/admission.js
var admission = __nccwpck_require__(6900);
// EXTERNAL MODULE: ./build/actions/deploy-canary/contract.js
var contract = __nccwpck_require__(8039);
// EXTERNAL MODULE: ./build/shared/plan/label.js
var label = __nccwpck_require__(160);
// EXTERNAL MODULE: ./build/shared/plan/units.js
var units = __nccwpck_require__(4537);
;// CONCATENATED MODULE: ./build/shared/action/inputs.js
/** Inputs read once, each with its default from `action.yml` and one clear error. */



/** Reads the inputs of one action; names and defaults come from its generated contract. */
class Inputs {
    host;
    defaults;
    constructor(host, defaults) {
        this.host = host;
        this.defaults = defaults;
    }
    /** The text, or the default where it is absent or empty. */
    text(name) {
        return this.host.input(name) || this.defaults[name];
    }
    /** As `text`; absent stays undefined where there is no default. */
    optional(name) {
        return this.text(name) || undefined;
    }
    /** @throws InputError when neither given nor defaulted. */
    required(name, expected) {
        return this.optional(name) ?? fail(name, '', expected);
    }
    /** `true` or `false`, in the spellings of YAML's core schema. */
    flag(name) {
        const text = this.text(name);
        if (/^(true|True|TRUE)$/.test(text))
            return true;
        return /^(false|False|FALSE)$/.test(text) ? false : fail(name, text, 'true or false');
    }
    oneOf(name, known) {
        const text = this.text(name);
        return known.find((value) => value === text) ?? fail(name, text, known.join(' or '));
    }
    /** A version's label; undefined when neither given nor defaulted. */
    label(name) {
        return this.matching(name, label/* labelPattern */.F, 'the label of a version, such as v2');
    }
    /** Seconds of a duration such as 10m. */
    duration(name) {
        const text = this.text(name);
        return units/* durationPattern */.Zq.test(text) ? (0,units/* duration */.p0)(text) : fail(name, text, 'a duration such as 0s, 30s or 10m');
    }
    matching(name, pattern, expected) {
        const text = this.optional(name);
        return text === undefined || pattern.test(text) ? text : fail(name, text, expected);
    }
}
function fail(name, value, expected) {
    const given = value === '' ? 'is missing' : `is ${JSON.stringify(value)}`;
    throw new errors/* InputError */.dz(`input ${name} ${given}; expected ${expected}`);
}

;// CONCATENATED MODULE: ./build/actions/deploy-canary/inputs.js


function readInputs(host) {
    const inputs = new Inputs(host, contract/* defaults */.N);
    const until = inputs.matching('until', /^\d{1,3}(\.\d+)?%$/, 'the weight of a step, such as 25%') ?? contract/* defaults */.N.until;
    return {
        plan: inputs.required('plan', 'the path of a plan such as jarvis.yml'),
        version: inputs.label('version'),
        until: Number(until.slice(0, -1)),
        dryRun: inputs.flag('dry-run'),
        wait: inputs.duration('wait'),
    };
}

// EXTERNAL MODULE: ./build/actions/deploy-canary/memo.js + 1 modules
var memo = __nccwpck_require__(9280);
;// CONCATENATED MODULE: ./build/actions/deploy-canary/model.js
/** The model that the service asks: no version gets its first weight before it is proved warm. */





/**
 * Loads the plan's model and measures it, before any lock is taken and any count is read. Undefined where the release may
 * begin: it passed, the plan names none, or an earlier run has raised the weight already. A dry run loads nothing.
 * @throws TargetError as the release itself would; Cancelled
 */
async function refuseColdModel(host, work, { version: asked, dryRun }) {
    const { plan, target, signal } = work;
    const { model } = plan;
    if (model === undefined || dryRun)
        return undefined;
    const status = await (0,targets_session/* answered */.oQ)(work, () => target.inspect());
    const version = (0,admission/* stagedVersion */.pq)(status, asked);
    if (version === status.stable || (status.release?.step ?? -1) >= 0)
        return undefined;
    (0,admission/* refuseDeadStable */.YT)(status);
    host.info(`no traffic moves before ${model.name} at ${model.url} is warm`);
    // Most plans name no model, and need nothing of what warms one.
    const { warmOf } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(442)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1442));
    const result = await warmOf(host, model, signal);
    if (result.verdict === 'passed') {
        const { numbers } = result;
        host.info(`${model.name} is warm${numbers?.p95 === undefined ? '' : `, p95 ${(0,units/* readable */.HD)(numbers.p95)}`}`);
        return undefined;
    }
    const { serverPart } = await __nccwpck_require__.e(/* import() */ 581).then(__nccwpck_require__.bind(__nccwpck_require__, 3581));
    host.output('weight', String(status.release?.weight ?? 0));
    return (0,conclude/* conclude */.E)(host, {
        action: contract/* action */.X,
        verdict: 'refused',
        reason: `model: ${model.name} at ${model.url} is not proved warm (${result.verdict}): ${result.reason}; nothing was touched`,
        facts: [
            ['service', plan.service],
            ['version', version],
            ['stable', status.stable ?? 'none'],
        ],
        more: `\n${serverPart(result, model)}`,
    });
}

// EXTERNAL MODULE: ./build/actions/deploy-canary/readings.js
var readings = __nccwpck_require__(9796);
;// CONCATENATED MODULE: ./build/actions/deploy-canary/run.js
/** The story of a canary: read the plan, take the staged release, step its weight up, and say how it ended. */














async function run(context) {
    const { host } = context;
    const inputs = readInputs(host);
    const plan = await loadPlan(host, inputs.plan);
    checkUntil(plan, inputs.until);
    const work = workOf(context, plan, await openTarget(host, plan));
    return inTurn(work, inputs.wait, () => deploy(host, work, inputs));
}
async function deploy(host, work, inputs) {
    const { plan, target, signal } = work;
    const { version: asked, until, dryRun } = inputs;
    const cold = await refuseColdModel(host, work, inputs);
    if (cold !== undefined)
        return cold;
    const status = await (0,targets_session/* answered */.oQ)(work, () => target.inspect());
    const { openSource } = await __nccwpck_require__.e(/* import() */ 392).then(__nccwpck_require__.bind(__nccwpck_require__, 2392));
    const source = await openSource(host, plan, target, (0,memo/* countedBy */.AR)(status.release?.memo));
    const foreseen = { host, signal, plan, source, status, until };
    if (dryRun) {
        const { rehearse } = await Promise.all(/* import() */[__nccwpck_require__.e(323), __nccwpck_require__.e(212)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9212));
        const version = asked ?? status.release?.version ?? 'the next version';
        return rehearse({ ...foreseen, reference: await (0,abortable/* abortable */.Z)(source.observe(), signal), version });
    }
    const version = (0,admission/* stagedVersion */.pq)(status, asked);
    if (version === status.stable)
        return already(host, version);
    (0,admission/* refuseDeadStable */.YT)(status);
    const reference = await (0,targets_session/* answered */.oQ)(work, () => source.observe(), (0,readings/* readingLimit */.MA)(work));
    (0,admission/* refuseUnreadable */.ws)(plan, status, reference);
    const unjudged = (0,admission/* refuseUnusableModel */.je)(plan, status, reference);
    if (unjudged !== undefined)
        host.warning(`${unjudged}; it is not judged`);
    const { refuseHopeless } = await Promise.all(/* import() */[__nccwpck_require__.e(323), __nccwpck_require__.e(458)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9458));
    const refused = await refuseHopeless({ ...foreseen, reference, version });
    if (refused !== undefined)
        return refused;
    (0,errors/* stopIfCancelled */.FE)(signal);
    const { ticket, session } = await take(work, { version }, plan.canary.onCancel);
    host.output('release', ticket.release);
    const { release } = await Promise.all(/* import() */[__nccwpck_require__.e(323), __nccwpck_require__.e(623)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6623));
    return release({ ...work, host, source, reference, ticket, session, status, version, until });
}
/** @throws InputError when no step has the weight to stop at */
function checkUntil({ canary }, until) {
    const weights = canary.steps.map(({ weight }) => weight);
    if (until === 100 || weights.includes(until))
        return;
    const known = weights.map((weight) => `${weight}%`).join(', ');
    throw new errors/* InputError */.dz(`input until is "${until}%"; expected the weight of a step of the plan: ${known}`);
}
function already(host, version) {
    const reason = `${version} is the stable version already; nothing was touched`;
    host.output('weight', '100');
    return (0,conclude/* conclude */.E)(host, { action: contract/* action */.X, verdict: 'promoted', reason, facts: [['version', version]] });
}


/***/ }),

/***/ 5397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ abortable),
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7856);

/** Settles as `work` does, or rejects at once when the signal is aborted; the work itself goes on unheard. */
function abortable(work, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ(signal));
        if (signal.aborted)
            abort();
        signal.addEventListener('abort', abort, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
}
/**
 * Settles as `work` does, which otherwise goes on unheard.
 * @throws TargetError without a refusal when the limit is over
 */
function within({ seconds, clock, signal, grace }, work) {
    const began = clock.now();
    return new Promise((resolve, reject) => {
        const giveUp = () => {
            end();
            const waited = Number((clock.now() - began).toFixed(1));
            reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TargetError */ .I0(`the target did not answer within ${waited} s`));
        };
        const hurry = () => {
            cancel();
            cancel = clock.after(Math.min(grace, seconds), giveUp);
        };
        const end = () => {
            cancel();
            signal.removeEventListener('abort', hurry);
        };
        let cancel = clock.after(signal.aborted ? Math.min(grace, seconds) : seconds, giveUp);
        signal.addEventListener('abort', hurry, { once: true });
        work.then(resolve, reject).finally(end);
    });
}


/***/ }),

/***/ 748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ conclude)
});

;// CONCATENATED MODULE: ./build/shared/release/verdict.js
/** How a release ends, in the words that every action writes to its `verdict` output. */
const verdicts = (/* unused pure expression or super */ null && (['promoted', 'held', 'rolled-back', 'refused', 'inconclusive', 'error']));
/** A step of a workflow passes on these two alone. */
function passes(verdict) {
    return verdict === 'promoted' || verdict === 'held';
}

;// CONCATENATED MODULE: ./build/shared/action/conclude.js
/** How every release action ends: one line in the log, the verdict as output, the summary with the verdict first. */

/** Passes as the verdict does; an action that was asked for something else decides that itself. */
async function conclude(host, conclusion) {
    const { action, verdict, reason, sentences, facts, more = '' } = conclusion;
    const { outcomeMarkdown } = await __nccwpck_require__.e(/* import() */ 171).then(__nccwpck_require__.bind(__nccwpck_require__, 171));
    host.info(reason);
    host.output('verdict', verdict);
    await host.summarise(outcomeMarkdown(action, verdict, sentences ?? reason, facts) + more);
    return { passed: passes(verdict), reason: `${verdict}: ${reason}` };
}


/***/ }),

/***/ 7856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   FE: () => (/* binding */ stopIfCancelled),
/* harmony export */   I0: () => (/* binding */ TargetError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/* unused harmony export ToolError */
/** Yours to fix: names the input, the value and what was expected. May carry one place in a file, or many problems. */
class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(message, problems = []) {
        super(message);
        this.problems = problems;
    }
}
/** Of whatever was thrown. */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
/** The system's code of whatever was thrown, such as `ENOENT`. */
const codeOf = (error) => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
/** The run was cancelled before this was done. */
class Cancelled extends Error {
    name = 'Cancelled';
    constructor(signal) {
        super(`cancelled by ${String(signal.reason)}`);
    }
}
/** @throws Cancelled */
function stopIfCancelled(signal) {
    if (signal.aborted)
        throw new Cancelled(signal);
}
/** The target refused, or did not answer (`refusal` undefined: it may be worth another try). */
class TargetError extends Error {
    name = 'TargetError';
    refusal;
    constructor(message, refusal, options) {
        super(message, options);
        this.refusal = refusal;
    }
}
/**
 * Another program could not do its work. The message names the program, its exit code and the end of its standard error,
 * never its arguments or environment, which may hold secrets.
 */
class ToolError extends Error {
    name = 'ToolError';
    kind;
    constructor(message, kind, options) {
        super(message, options);
        this.kind = kind;
    }
}


/***/ }),

/***/ 3144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ni: () => (/* binding */ start)
});

// UNUSED EXPORTS: problemsOf, verdictOf

// EXTERNAL MODULE: ./build/shared/report/clip.js
var clip = __nccwpck_require__(5777);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __nccwpck_require__(7856);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/shared/action/file-command.js
/**
 * The runner's file commands for outputs and state. The toolkit's own pull in node:crypto for a random delimiter, which
 * costs a quarter of a bare node's start; a delimiter that the value does not contain is as safe.
 */

/** `name=value`, or a block where the value has several lines; the value cannot end its own block. */
function fileCommand(name, value) {
    if (!/[\r\n]/.test(value) && !name.includes('<<'))
        return `${name}=${value}\n`;
    let delimiter = 'ghadelimiter';
    while (value.includes(delimiter))
        delimiter += '_';
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Appends to the file that the runner named; without one (outside of a runner) nothing is written. */
function writeFileCommand(file, name, value) {
    if (file)
        (0,external_node_fs_.appendFileSync)(file, fileCommand(name, value));
}

;// CONCATENATED MODULE: ./build/shared/action/host.js
/** What an action needs of the runner, and its binding to the toolkit: the only importer of @actions/core. */


/** Control characters but tab and newline, and those that turn the direction of text. */
const unseen = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;
/** Untrusted text must not issue workflow commands when it is printed, nor move a terminal's cursor. */
function inert(text) {
    return text
        .replace(unseen, '')
        .replace(/##\[/g, '#\u200b#[')
        .replace(/^(\s*)::/gm, '$1\u200b::');
}
/** The toolkit escapes what would end a property or the command. */
function propertiesOf({ file, line, column }, title) {
    return {
        ...(title === undefined ? {} : { title }),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
    };
}
/** The runner of this process. */
const runnerHost = {
    input: (name) => getInput(name),
    output: (name, value) => writeFileCommand(process.env.GITHUB_OUTPUT, name, value),
    info: (line) => info(inert(line)),
    warning: (problem, title) => {
        if (typeof problem === 'string')
            warning(problem);
        else
            warning(problem.message, propertiesOf(problem, title));
    },
    error: (problem, title) => error(problem.message, propertiesOf(problem, title)),
    notice: (problem, title) => notice(problem.message, propertiesOf(problem, title)),
    summarise: async (markdown) => {
        if (process.env.GITHUB_STEP_SUMMARY)
            await summary.addRaw(markdown, true).write();
    },
    mask: (value) => {
        if (process.env.GITHUB_ACTIONS !== 'true')
            return;
        // The runner looks at one line at a time.
        for (const line of new Set([value, ...value.split(/[\r\n]+/)]))
            if (line.trim().length > 3)
                setSecret(line);
    },
    saveState: (name, value) => writeFileCommand(process.env.GITHUB_STATE, name, value),
    state: (name) => getState(name),
    env: (name) => process.env[name] || undefined,
};

;// CONCATENATED MODULE: ./build/shared/action/start.js



/** The runner cuts a message at 4,096 characters and a step at 10 annotations a level. */
const messageLimit = 4000;
const annotationLimit = 10;
/** Runs an action's story once and sets the exit code; nothing it throws gets past here. `failure` gives the verdict then. */
async function start(action, run, failure = verdictOf) {
    const stop = new AbortController();
    // Nobody may read any more what we print; the release goes on and ends in order all the same.
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => undefined);
    for (const name of ['SIGINT', 'SIGTERM'])
        process.on(name, () => stop.abort(name));
    try {
        const { passed, reason } = await run({ host: runnerHost, signal: stop.signal });
        if (!passed) {
            report(runnerHost, [{ message: reason }]);
            process.exitCode = 1;
        }
    }
    catch (thrown) {
        process.exitCode = 1;
        const [verdict, problems] = [failure(thrown), problemsOf(action, thrown)];
        runnerHost.output('verdict', verdict);
        report(runnerHost, problems);
        const { outcomeMarkdown } = await __nccwpck_require__.e(/* import() */ 171).then(__nccwpck_require__.bind(__nccwpck_require__, 171));
        await runnerHost.summarise(outcomeMarkdown(action, verdict, problems.map(({ message }) => message).join('; '), []));
    }
    // What the target still works on would keep a cancelled process waiting until the runner kills it.
    if (stop.signal.aborted)
        process.exit();
}
/** Bad input and a target's refusal touched nothing; whatever else was thrown is an error. */
function verdictOf(thrown) {
    if (thrown instanceof errors/* InputError */.dz || thrown instanceof errors/* Cancelled */.cJ)
        return 'refused';
    return thrown instanceof errors/* TargetError */.I0 && thrown.refusal !== undefined ? 'refused' : 'error';
}
/** What a failure says: its problems, or one line with its causes; a bug of ours keeps its stack. */
function problemsOf(action, thrown) {
    if (thrown instanceof errors/* InputError */.dz && thrown.problems.length > 0)
        return thrown.problems;
    if (thrown instanceof errors/* InputError */.dz || thrown instanceof errors/* TargetError */.I0 || thrown instanceof errors/* Cancelled */.cJ) {
        return [{ message: withCauses(thrown) }];
    }
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return [{ message: `${action} failed in a way that is a bug of ours; please report it. ${stack}` }];
}
function withCauses(error) {
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return `${error.message}${cause}`;
}
function report(host, problems) {
    const shown = problems.length > annotationLimit ? problems.slice(0, annotationLimit - 1) : problems;
    for (const problem of shown)
        host.error({ ...problem, message: (0,clip/* clip */.$)(problem.message, messageLimit) });
    const rest = problems.slice(shown.length);
    if (rest.length === 0)
        return;
    host.error({ message: `and ${rest.length} more problems, which the log lists` });
    for (const { file, line, column, message } of rest)
        host.info(`${file}:${line}:${column} ${message}`);
}


/***/ }),

/***/ 160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ labelPattern),
/* harmony export */   O: () => (/* binding */ modelPattern)
/* harmony export */ });
/** What a version or a service may be called: it becomes a file name, a header and an output. */
const labelPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
/**
 * A model as Ollama names it, `host/namespace/model:tag`, of which only the model must be there. Each part begins with a
 * letter, a digit or an underscore; the host may have a port.
 */
const modelPattern = /^(?:[A-Za-z0-9][\w.-]*(?::\d{1,5})?\/)?(?:[A-Za-z0-9_][\w.-]*\/)?[A-Za-z0-9_][\w.-]{0,79}(?::[A-Za-z0-9_][\w.-]{0,79})?$/;


/***/ }),

/***/ 4537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 5777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ clip)
/* harmony export */ });
/** Shortens a text in its middle: what it is about stands first, and the cause, such as the end of stderr, last. */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    const head = Math.floor(limit / 4);
    return `${text.slice(0, head)} [...] ${text.slice(head + 7 - limit)}`;
}


/***/ }),

/***/ 4573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ answerLimit),
/* harmony export */   Nn: () => (/* binding */ Session),
/* harmony export */   oQ: () => (/* binding */ answered),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _action_abortable_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5397);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7856);
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5777);
/** One holder's calls on a release: numbered, each with a time limit, and sent again when no answer came. */



/** Characters of a reason that a target keeps; a version's last words can be longer. */
const reasonLimit = 2000;
/** Seconds before a call is sent again. */
const pauses = [0.2, 0.8, 2, 4];
/** Seconds for an answer, at most and at least. */
const [longest, shortest] = [10, 1];
/** Seconds for an answer after a cancel; for one that comes when requests in flight have ended, twice as many. */
const grace = 1;
/** How long one answer of the target is waited for: a call that hangs leaves time to do something before the lease ends. */
function answerLimit({ plan, clock, signal }, extra = 0) {
    const seconds = Math.max(shortest, Math.min(longest, plan.canary.lease / 6)) + extra;
    return { seconds, clock, signal, grace };
}
/**
 * The answer to a call, which is sent again while none comes, for a third of the lease at most.
 * @throws TargetError with the target's refusal, or without one when it never answered; `absent` is no refusal of a
 * target that was there before, for something may have been done by then
 */
async function answered(means, call, limit = answerLimit(means), there = false) {
    const { clock, signal, plan } = means;
    const end = clock.now() + plan.canary.lease / 3;
    for (let attempt = 0;; attempt += 1) {
        try {
            return await (0,_action_abortable_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .u)(limit, call());
        }
        catch (thrown) {
            const error = there || attempt > 0 ? unreached(thrown) : thrown;
            const final = !(error instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TargetError */ .I0) || error.refusal !== undefined;
            const pause = pauses[attempt];
            if (final || pause === undefined || signal.aborted || clock.now() + pause >= end)
                throw error;
            await clock.sleep(pause, signal);
        }
    }
}
/** How the target stands, where it answers in time: for what can do without knowing. */
function lookAt(work) {
    return (0,_action_abortable_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .u)(answerLimit(work), work.target.inspect()).catch(() => undefined);
}
function unreached(error) {
    const gone = error instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TargetError */ .I0 && error.refusal === 'absent';
    return gone ? new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TargetError */ .I0(error.message, undefined, { cause: error.cause }) : error;
}
class Session {
    release;
    fence;
    target;
    means;
    sequence;
    /** `ticket` carries the last sequence that was applied. */
    constructor(target, ticket, means) {
        this.target = target;
        this.means = means;
        this.release = ticket.release;
        this.fence = ticket.fence;
        this.sequence = ticket.sequence;
    }
    stage(how = {}) {
        return this.order((ticket) => this.target.stage(ticket, how), this.limit(this.means.plan.health.start));
    }
    setWeight(change) {
        const clipped = { ...change, reason: (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(change.reason, reasonLimit) };
        return this.order((ticket) => this.target.setWeight(ticket, clipped), this.limit(this.means.plan.health.timeout));
    }
    /** One try: the next one is better with what is known by then. */
    renew(memo) {
        return (0,_action_abortable_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .u)(this.limit(), this.target.renew(this.next(), this.means.plan.canary.lease, memo));
    }
    hold(holding) {
        const clipped = { ...holding, reason: (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(holding.reason, reasonLimit) };
        return this.order((ticket) => this.target.hold(ticket, clipped), this.limit());
    }
    promote() {
        const { health, target } = this.means.plan;
        const limit = { ...this.limit(health.timeout + target.drain), grace: 2 * grace };
        return this.order((ticket) => this.target.promote(ticket), limit);
    }
    discard(verdict, reason) {
        const clipped = (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(reason, reasonLimit);
        const limit = { ...this.limit(this.means.plan.target.drain), grace: 2 * grace };
        return this.order((ticket) => this.target.discard(ticket, verdict, clipped), limit);
    }
    limit(extra = 0) {
        return answerLimit(this.means, extra);
    }
    /** The same ticket each time, so that a call whose answer was lost is not done twice. */
    order(send, limit) {
        const ticket = this.next();
        return answered(this.means, () => send(ticket), limit, true);
    }
    next() {
        this.sequence += 1;
        return { release: this.release, fence: this.fence, sequence: this.sequence };
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3432);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
