export const id = 319;
export const ids = [319];
export const modules = {

/***/ 319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  localTarget: () => (/* binding */ localTarget)
});

// UNUSED EXPORTS: processSpec

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./build/shared/release/settings.js
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

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(856);
;// CONCATENATED MODULE: ./build/shared/release/target.js
/** Why a target says no; `busy`, `stale` and `ended` are about the lock, the rest about what stands there. */
const refusals = [
    'absent',
    'busy',
    'stale',
    'ended',
    'unknown-release',
    'not-staged',
    'unknown-version',
    'other-digest',
    'unhealthy',
    'stable-unhealthy',
    'invalid',
];

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
;// CONCATENATED MODULE: ./build/shared/targets/local/folder.js
/** Where a target keeps its socket, state and logs: a folder that nobody else can write to. */



/** Bytes that a unix socket's path may have on every system we run on, with its end. */
const socketLimit = 104;
/**
 * The folder of a service's target. Under /tmp and not under TMPDIR, so that jobs with temporary folders of their own
 * find the same one; `JARVIS_STATE` names another parent.
 */
function stateFolder(service, port) {
    const parent = process.env['JARVIS_STATE'] || `/tmp/jarvis-${process.getuid?.() ?? 'user'}`;
    return (0,external_node_path_.join)(parent, `${service}-${port}`);
}
/** @throws TargetError when the path is too long for a socket */
function socketPath(folder) {
    const path = (0,external_node_path_.join)(folder, 'admin.sock');
    const bytes = Buffer.byteLength(path);
    if (bytes < socketLimit)
        return path;
    const message = `${path} has ${bytes} bytes, and a socket's path may have ${socketLimit - 1} at most`;
    throw new errors/* TargetError */.I0(`${message}: shorten the service's name or set JARVIS_STATE to a shorter folder`, 'invalid');
}
/**
 * Creates the folder with mode 0700 where it is missing.
 * @throws TargetError when it, or the folder that it is in, is a link, somebody else's, or open to others
 */
function ownFolder(folder) {
    const parent = join(folder, '..');
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    const above = statOf(parent);
    // In a sticky folder such as /tmp nobody can replace what is ours.
    if ((above.mode & 0o1000) === 0)
        verify(parent, above);
    if (!lstatSync(folder, { throwIfNoEntry: false }))
        mkdirSync(folder, { recursive: true, mode: 0o700 });
    verify(folder, lstatSync(folder));
    chmodSync(folder, 0o700);
}
/**
 * Before the socket in it is trusted: a folder that somebody else made could hold somebody else's.
 * @throws TargetError when it is there and is not ours alone
 */
function checkFolder(folder) {
    const stat = (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false });
    if (stat)
        verify(folder, stat);
}
/** Links of the system itself, such as /tmp on macOS, are followed. */
function statOf(path) {
    const stat = lstatSync(path);
    return stat.isSymbolicLink() && stat.uid === 0 ? statSync(path) : stat;
}
function verify(path, stat) {
    const problem = problemOf(stat);
    if (problem !== null)
        throw new errors/* TargetError */.I0(`${path} ${problem}: remove it, or set JARVIS_STATE to another folder`, 'invalid');
}
function problemOf(stat) {
    if (stat.isSymbolicLink())
        return 'is a link';
    if (!stat.isDirectory())
        return 'is not a folder';
    const own = process.getuid?.() ?? stat.uid;
    if (stat.uid !== own)
        return `belongs to user ${stat.uid} and not to user ${own}`;
    return (stat.mode & 0o022) === 0 ? null : 'can be written to by other users';
}

;// CONCATENATED MODULE: ./build/shared/targets/local/wire.js
/** Calls over the supervisor's unix socket. */



/** Tries of a call that could not reach the supervisor, and the seconds before each further one. */
const pauses = [0.1, 0.3];
/**
 * Sends a call, and sends it again when the connection fails: every call may arrive twice.
 * @throws TargetError with the supervisor's refusal, `absent` when nobody listens, none when no answer came
 */
async function callSupervisor(folder, call) {
    const path = socketPath(folder);
    checkFolder(folder);
    for (const pause of call.patient === false ? [null] : [...pauses, null]) {
        try {
            return await once(path, call);
        }
        catch (error) {
            if (error instanceof errors/* TargetError */.I0)
                throw error;
            if (pause === null)
                throw unreachable(folder, error);
            await new Promise((resolve) => setTimeout(resolve, pause * 1000));
        }
    }
    throw new errors/* TargetError */.I0('unreachable');
}
async function once(socketPath, { path, body, limit }) {
    const { request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 67, 19));
    return await new Promise((resolve, reject) => {
        const content = JSON.stringify(body);
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
        const timer = setTimeout(() => sent.destroy(new errors/* TargetError */.I0(`the target did not answer within ${limit} s`)), limit * 1000);
        const fail = (error) => {
            clearTimeout(timer);
            reject(error);
        };
        const sent = request({ socketPath, path, method: 'POST', headers, agent: false }, (response) => {
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.on('error', fail);
            response.on('end', () => {
                clearTimeout(timer);
                try {
                    resolve(read(response.statusCode, Buffer.concat(chunks).toString()));
                }
                catch (error) {
                    reject(error);
                }
            });
        });
        sent.on('error', fail);
        sent.end(content);
    });
}
function read(status, text) {
    const { answer, refusal, message } = JSON.parse(text);
    if (status === 200)
        return answer;
    throw new errors/* TargetError */.I0(message ?? 'the target failed', refusal && refusals.includes(refusal) ? refusal : undefined);
}
function unreachable(folder, cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    if (code !== 'ENOENT' && code !== 'ECONNREFUSED') {
        return new errors/* TargetError */.I0(`the connection to the target at ${folder} broke: ${String(cause)}`, undefined, { cause });
    }
    const message = `the target is not running: nobody answers at ${folder}/admin.sock; deploy-staging starts it`;
    return new errors/* TargetError */.I0(message, 'absent', { cause });
}

;// CONCATENATED MODULE: ./build/shared/targets/local/client.js

/** Seconds for a call, on top of what the target itself may take for it. */
const callLimit = 10;
/** Every method throws a TargetError: with the refusal, or with none when no answer came in time. */
class LocalTarget {
    capabilities = { affinity: ['none', 'cookie', 'header'], granularity: 0.1 };
    options;
    constructor(options) {
        this.options = options;
    }
    async inspect() {
        return (await this.send('/inspect'));
    }
    async acquire(request) {
        return (await this.call('acquire', request));
    }
    /** `recorded` takes the process that the target has on record for the version, and not the plan's. */
    async stage(ticket, { recorded = false } = {}) {
        const { traffic } = this.options;
        const spec = await this.specOf(ticket);
        const limit = callLimit + (spec?.health.start ?? 0);
        const asked = recorded || spec === null ? 'recorded' : spec;
        return (await this.call('stage', { ticket, spec: asked, traffic }, limit));
    }
    async setWeight(ticket, change) {
        return (await this.call('set-weight', { ticket, change }, callLimit + this.options.check));
    }
    async renew(ticket, lease, memo) {
        await this.call('renew', { ticket, lease, memo });
    }
    async observe() {
        return (await this.send('/observe'));
    }
    async history() {
        return (await this.send('/history'));
    }
    async hold(ticket, holding) {
        await this.call('hold', { ticket, ...holding });
    }
    async approve(release, step, holder) {
        await this.call('approve', { release, step, holder });
    }
    async promote(ticket) {
        await this.call('promote', { ticket }, callLimit + this.options.drain);
    }
    async discard(ticket, verdict, reason) {
        await this.call('discard', { ticket, verdict, reason }, callLimit + this.options.drain);
    }
    /** Ends the supervisor and everything it runs after that many seconds; the last call counts. */
    async end(after) {
        await this.send('/end', { after });
    }
    /** Null when the ticket's release is not the target's last one: then the target says what became of it. */
    async specOf({ release: id }) {
        const { release } = await this.inspect();
        return release?.id === id ? this.options.spec(release.version) : null;
    }
    call(kind, fields, limit = callLimit) {
        return this.send('/call', { kind, ...fields }, limit);
    }
    send(path, body = {}, limit = callLimit) {
        return callSupervisor(this.options.folder, { path, body, limit });
    }
}

;// CONCATENATED MODULE: ./build/shared/targets/local/from-plan.js
/** The local target of a plan: which process a version is, and where its supervisor listens. */




/** The process of `version`; relative folders are the workspace's. */
function processSpec({ target, health }, version, workspace) {
    return {
        version,
        command: target.command,
        cwd: (0,external_node_path_.resolve)(workspace, target.cwd),
        env: { ...target.env, ...target.versions[version]?.env },
        health,
        drain: target.drain,
    };
}
function trafficSpec({ canary, objectives }) {
    const { latencyP95 } = objectives;
    return { bounds: boundsFor(latencyP95), affinity: canary.affinity, patience: 2 * latencyP95 };
}
/** A client of the plan's supervisor, which need not be running yet. */
function localTarget(plan, workspace) {
    const folder = stateFolder(plan.service, plan.target.port);
    return new LocalTarget({
        folder,
        spec: (version) => processSpec(plan, version, workspace),
        traffic: trafficSpec(plan),
        check: plan.health.timeout,
        drain: plan.target.drain,
    });
}


/***/ })

};
