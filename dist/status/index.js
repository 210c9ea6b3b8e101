import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ statusText)
});

;// CONCATENATED MODULE: ./build/shared/plan/units.js
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

;// CONCATENATED MODULE: ./build/shared/report/clip.js
/** Shortens a text in its middle: what it is about stands first, and the cause, such as the end of stderr, last. */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    const head = Math.floor(limit / 4);
    return `${text.slice(0, head)} [...] ${text.slice(head + 7 - limit)}`;
}

;// CONCATENATED MODULE: ./build/local/status-text.js
/** A target's status as a person reads it: the release first, then the versions, then the journal. */


/** The journal's last entries are what one looks for. */
const journalLines = 12;
/** A version's last words can be long; the whole of them is in its log. */
function oneLine(text) {
    return clip(text.replace(/\s+/g, ' ').trim(), 160);
}
function releaseLines(release) {
    if (release === null)
        return ['no release yet'];
    const { id, version, baseline, phase, weight, verdict, reason, holder, since, expiresIn } = release;
    const state = verdict ?? `${phase} at ${weight} %`;
    const left = expiresIn === null ? '' : `, reverts in ${readable(Math.max(0, expiresIn))} unless renewed`;
    const whose = holder === null ? 'nobody' : `${holder.actor}, ${holder.run}, attempt ${holder.attempt}`;
    return [
        `release ${id}: ${version} over ${baseline ?? 'nothing'}, ${state}${left}`,
        `  since    ${since}`,
        `  lock     ${whose}`,
        `  reason   ${reason === '' ? '–' : oneLine(reason)}`,
    ];
}
function bar(weight) {
    const filled = Math.round(weight / 5);
    return `${'█'.repeat(filled)}${'░'.repeat(20 - filled)}`;
}
function versionLine({ version, role, state, weight, inFlight, restarts, problem }) {
    const more = `${restarts > 0 ? `, ${restarts} restarts` : ''}${problem ? `, ${oneLine(problem)}` : ''}`;
    const percent = `${weight} %`.padStart(6);
    return `  ${role.padEnd(8)} ${version.padEnd(16)} ${bar(weight)} ${percent}  ${state}, ${inFlight} in flight${more}`;
}
/** Several lines, without colours. */
function statusText(status, folder) {
    const journal = status.journal
        .slice(-journalLines)
        .map(({ at, command, weight, reason }) => `  ${at}  ${command.padEnd(10)} ${`${weight} %`.padStart(6)}  ${oneLine(reason)}`);
    return [
        `${status.service} at ${status.url}`,
        `  folder   ${folder}`,
        `  former   ${status.former.join(', ') || 'none'}`,
        '',
        ...releaseLines(status.release),
        '',
        ...status.versions.map(versionLine),
        '',
        'journal',
        ...journal,
        '',
    ].join('\n');
}


/***/ }),

/***/ 972:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(975);
/* harmony import */ var _shared_targets_local_running_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(549);
/* harmony import */ var _status_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(425);
/** `npm run status`: what the targets of this machine run, how traffic is split, and who holds the lock. */



const usage = `Usage: npm run status -- [--json] [--port PORT] [--stop]

Shows the releases on this machine's local targets: versions, weights, journal, and who holds the lock.

  --json       one JSON object a target on stdout
  --port PORT  only the target whose service listens there
  --stop       ends them, after they have drained
  --help       this text

Exit code: 0 a target runs, 1 none does, 2 wrong usage.`;
function readOptions(args) {
    const flag = { type: 'boolean' };
    const options = { json: flag, port: { type: 'string' }, stop: flag, help: flag };
    const { values } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options, strict: true });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(port >= 1 && port <= 65535))
        throw new Error(`--port is ${values.port}; expected 1 to 65535`);
    return { json: values.json === true, port, stop: values.stop === true, help: values.help === true };
}
function show(targets, { json, port }) {
    for (const { folder, status } of targets) {
        console.log(json ? JSON.stringify({ folder, ...status }) : (0,_status_text_js__WEBPACK_IMPORTED_MODULE_2__/* .statusText */ .q)(status, folder));
    }
    if (targets.length > 0)
        return 0;
    console.error(`No target runs here${port === undefined ? '' : ` at port ${port}`}; deploy-staging starts one.`);
    return 1;
}
async function main(args) {
    const options = readOptions(args);
    if (options.help) {
        console.log(usage);
        return 0;
    }
    const targets = await (0,_shared_targets_local_running_js__WEBPACK_IMPORTED_MODULE_1__/* .runningTargets */ .m)(options.port);
    const code = show(targets, options);
    if (!options.stop)
        return code;
    await Promise.all(targets.map(_shared_targets_local_running_js__WEBPACK_IMPORTED_MODULE_1__/* .endTarget */ .$));
    for (const { status } of targets)
        console.error(`${status.service} at ${status.url} ends when it has drained`);
    return code;
}
process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(`${error.message}\n\n${usage}`);
    return 2;
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ endTarget),
  m: () => (/* binding */ runningTargets)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/shared/action/errors.js
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
    return (0,external_node_path_namespaceObject.join)(parent, `${service}-${port}`);
}
/** @throws TargetError when the path is too long for a socket */
function socketPath(folder) {
    const path = (0,external_node_path_namespaceObject.join)(folder, 'admin.sock');
    const bytes = Buffer.byteLength(path);
    if (bytes < socketLimit)
        return path;
    const message = `${path} has ${bytes} bytes, and a socket's path may have ${socketLimit - 1} at most`;
    throw new TargetError(`${message}: shorten the service's name or set JARVIS_STATE to a shorter folder`, 'invalid');
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
    const stat = (0,external_node_fs_namespaceObject.lstatSync)(folder, { throwIfNoEntry: false });
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
        throw new TargetError(`${path} ${problem}: remove it, or set JARVIS_STATE to another folder`, 'invalid');
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
            if (error instanceof TargetError)
                throw error;
            if (pause === null)
                throw unreachable(folder, error);
            await new Promise((resolve) => setTimeout(resolve, pause * 1000));
        }
    }
    throw new TargetError('unreachable');
}
async function once(socketPath, { path, body, limit }) {
    const { request } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 67, 19));
    return await new Promise((resolve, reject) => {
        const content = JSON.stringify(body);
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
        const timer = setTimeout(() => sent.destroy(new TargetError(`the target did not answer within ${limit} s`)), limit * 1000);
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
    throw new TargetError(message ?? 'the target failed', refusal && refusals.includes(refusal) ? refusal : undefined);
}
function unreachable(folder, cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    if (code !== 'ENOENT' && code !== 'ECONNREFUSED') {
        return new TargetError(`the connection to the target at ${folder} broke: ${String(cause)}`, undefined, { cause });
    }
    const message = `the target is not running: nobody answers at ${folder}/admin.sock; deploy-staging starts it`;
    return new TargetError(message, 'absent', { cause });
}

;// CONCATENATED MODULE: ./build/shared/targets/local/running.js
/** The local targets of this machine's user, found by their folders. */




/** Seconds for a target to answer. */
const limit = 3;
async function ask(folder) {
    const call = { path: '/inspect', body: {}, limit, patient: false };
    const status = (await callSupervisor(folder, call).catch(() => undefined));
    return status === undefined ? [] : [{ folder, port: Number(folder.split('-').at(-1)), status }];
}
/** Every target that answers; `port` narrows it to one address. */
async function runningTargets(port) {
    const parent = (0,external_node_path_namespaceObject.dirname)(stateFolder('any', 0));
    const names = existing(parent).filter((name) => /-\d+$/.test(name) && (port === undefined || name.endsWith(`-${port}`)));
    return (await Promise.all(names.map((name) => ask((0,external_node_path_namespaceObject.join)(parent, name))))).flat();
}
function existing(parent) {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(parent);
    }
    catch {
        return [];
    }
}
/** Ends a target and all that it runs, after it has drained. */
async function endTarget({ folder }) {
    await callSupervisor(folder, { path: '/end', body: { after: 0 }, limit });
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
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(972);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
