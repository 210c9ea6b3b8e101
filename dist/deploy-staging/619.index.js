export const id = 619;
export const ids = [619];
export const modules = {

/***/ 619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ensureRunning: () => (/* binding */ ensureRunning)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./build/shared/action/abortable.js
var abortable = __webpack_require__(397);
// EXTERNAL MODULE: ./build/shared/targets/local/folder.js
var local_folder = __webpack_require__(457);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(856);
;// CONCATENATED MODULE: ./build/shared/targets/local/spec.js
/** Exit code of a supervisor whose port is taken, perhaps by another one of the same service. */
const portTaken = 98;

// EXTERNAL MODULE: ./build/shared/targets/local/wire.js + 1 modules
var wire = __webpack_require__(592);
;// CONCATENATED MODULE: ./build/shared/targets/local/start.js
/** Starts the supervisor of a target and leaves it running after the caller's end. */






/** Seconds that a supervisor which lost the port gives the other one to answer. */
const rivalPatience = 2;
const logLimit = 1_000_000;
/** @throws TargetError with the end of the supervisor's log when none answers in time, or another program has the port */
async function startSupervisor(options) {
    const { folder } = options.config;
    (0,local_folder/* ownFolder */.vY)(folder);
    const running = await identify(folder);
    if (running !== null)
        return { pid: running, started: false };
    const { child, exited, said } = await launch(options);
    const limit = performance.now() + options.startTimeout * 1000;
    while (performance.now() < limit) {
        const pid = await identify(folder);
        if (pid !== null && pid !== child.pid)
            child.kill('SIGTERM');
        if (pid !== null)
            return { pid, started: pid === child.pid };
        const code = exited();
        if (code === portTaken)
            return await rival(options);
        if (code !== null)
            throw new errors/* TargetError */.I0(`the target did not start: ${said()}`);
        await sleep(0.02);
    }
    throw new errors/* TargetError */.I0(`the target did not start within ${options.startTimeout} s: ${said()}`);
}
/** Only its own environment: no secret of a job outlives the job in it, and the runner does not find it as an orphan. */
async function launch({ entry, node, config }) {
    const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 802, 19));
    const file = logFile(config.folder);
    const large = ((0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0) > logLimit;
    const log = (0,external_node_fs_.openSync)(file, large ? 'w' : 'a', 0o600);
    // What earlier supervisors said would only mislead whoever reads why this one ended.
    const from = (0,external_node_fs_.fstatSync)(log).size;
    const environment = ['PATH', 'HOME', 'LANG', 'TMPDIR'].flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    const child = spawn(node, [entry], {
        cwd: config.folder,
        detached: true,
        env: Object.fromEntries(environment),
        stdio: ['pipe', log, log],
    });
    (0,external_node_fs_.closeSync)(log);
    let code = null;
    let ending = 'it has said nothing';
    child.once('exit', (exit, signal) => {
        code = exit ?? -1;
        ending = signal === null ? `it exited with code ${exit}` : `it was ended by ${signal}`;
    });
    child.once('error', () => (code = -1));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(JSON.stringify(config));
    child.unref();
    return { child, exited: () => code, said: () => endOfLog(file, from) || ending };
}
/** The port is taken: by another starter's supervisor, which then answers soon, or by something else. */
async function rival({ config, startTimeout }) {
    const limit = performance.now() + Math.min(rivalPatience, startTimeout) * 1000;
    while (performance.now() < limit) {
        const pid = await identify(config.folder);
        if (pid !== null)
            return { pid, started: false };
        await sleep(0.05);
    }
    const { host, port } = config.listen;
    throw new errors/* TargetError */.I0(`${host}:${port} is taken by another program: stop it, or let the plan listen elsewhere`, 'invalid');
}
async function identify(folder) {
    try {
        const answer = await (0,wire/* callSupervisor */.D)(folder, { path: '/identify', body: {}, limit: 2, patient: false });
        return answer.pid;
    }
    catch {
        return null;
    }
}
function logFile(folder) {
    return (0,external_node_path_.join)(folder, 'supervisor.log');
}
function endOfLog(file, from) {
    const text = (0,external_node_fs_.readFileSync)(file).subarray(from).toString();
    return text.trimEnd().split('\n').slice(-10).join('\n').slice(-2000);
}
function sleep(seconds) {
    return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

;// CONCATENATED MODULE: ./build/actions/deploy-staging/supervisor.js
/** Starts the target's supervisor where none answers; the other actions refuse instead. */





/** Who the target outlives and for how long; unset keeps it until it is stopped. */
function ownerOf(host) {
    const [pid, linger] = [Number(host.env('JARVIS_OWNER_PID')), Number(host.env('JARVIS_LINGER') ?? 60)];
    return pid > 0 ? { pid, linger } : null;
}
/** The supervisor is a bundle of its own beside this one. */
function entry() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '')), '../supervisor/index.js');
}
/** A cancel does not wait for it: one that comes up late is there for the next run. */
async function ensureRunning(host, { service, target }, signal) {
    const { host: address, port } = target;
    const config = {
        service,
        listen: { host: address, port },
        folder: (0,local_folder/* stateFolder */.yp)(service, port),
        owner: ownerOf(host),
    };
    const started = startSupervisor({ entry: entry(), node: process.execPath, config, startTimeout: 15 });
    await (0,abortable/* abortable */.Z)(started, signal);
}


/***/ }),

/***/ 457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xy: () => (/* binding */ socketPath),
/* harmony export */   p$: () => (/* binding */ checkFolder),
/* harmony export */   vY: () => (/* binding */ ownFolder),
/* harmony export */   yp: () => (/* binding */ stateFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(856);
/** Where a target keeps its socket, state and logs: a folder that nobody else can write to. */



/** Bytes that a unix socket's path may have on every system we run on, with its end. */
const socketLimit = 104;
/**
 * The folder of a service's target. Under /tmp and not under TMPDIR, so that jobs with temporary folders of their own
 * find the same one; `JARVIS_STATE` names another parent.
 */
function stateFolder(service, port) {
    const parent = process.env['JARVIS_STATE'] || `/tmp/jarvis-${process.getuid?.() ?? 'user'}`;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, `${service}-${port}`);
}
/** @throws TargetError when the path is too long for a socket */
function socketPath(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'admin.sock');
    const bytes = Buffer.byteLength(path);
    if (bytes < socketLimit)
        return path;
    const message = `${path} has ${bytes} bytes, and a socket's path may have ${socketLimit - 1} at most`;
    throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TargetError */ .I0(`${message}: shorten the service's name or set JARVIS_STATE to a shorter folder`, 'invalid');
}
/**
 * Creates the folder with mode 0700 where it is missing.
 * @throws TargetError when it, or the folder that it is in, is a link, somebody else's, or open to others
 */
function ownFolder(folder) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '..');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(parent, { recursive: true, mode: 0o700 });
    const above = statOf(parent);
    // In a sticky folder such as /tmp nobody can replace what is ours.
    if ((above.mode & 0o1000) === 0)
        verify(parent, above);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder, { throwIfNoEntry: false }))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    verify(folder, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(folder, 0o700);
}
/**
 * Before the socket in it is trusted: a folder that somebody else made could hold somebody else's.
 * @throws TargetError when it is there and is not ours alone
 */
function checkFolder(folder) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder, { throwIfNoEntry: false });
    if (stat)
        verify(folder, stat);
}
/** Links of the system itself, such as /tmp on macOS, are followed. */
function statOf(path) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path);
    return stat.isSymbolicLink() && stat.uid === 0 ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path) : stat;
}
function verify(path, stat) {
    const problem = problemOf(stat);
    if (problem !== null)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TargetError */ .I0(`${path} ${problem}: remove it, or set JARVIS_STATE to another folder`, 'invalid');
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


/***/ }),

/***/ 592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ callSupervisor)
});

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

// EXTERNAL MODULE: ./build/shared/targets/local/folder.js
var local_folder = __webpack_require__(457);
;// CONCATENATED MODULE: ./build/shared/targets/local/wire.js
/** Calls over the supervisor's unix socket. */



/** Tries of a call that could not reach the supervisor, and the seconds before each further one. */
const pauses = [0.1, 0.3];
/**
 * Sends a call, and sends it again when the connection fails: every call may arrive twice.
 * @throws TargetError with the supervisor's refusal, `absent` when nobody listens, none when no answer came
 */
async function callSupervisor(folder, call) {
    const path = (0,local_folder/* socketPath */.Xy)(folder);
    (0,local_folder/* checkFolder */.p$)(folder);
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


/***/ })

};
