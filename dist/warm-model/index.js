import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 6392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defaults),
/* harmony export */   X: () => (/* binding */ action)
/* harmony export */ });
/** Generated from action.yml by `npm run docs` (scripts/docs.ts): change action.yml, never this file. */
/** The action's name, as its folder and its users spell it. */
const action = 'warm-model';
/** What an absent or empty input means; `''` where action.yml gives no default. */
const defaults = {
    url: 'http://127.0.0.1:11434',
    kind: 'ollama',
    mode: 'warm',
    model: '',
    digest: '',
    options: '',
    'keep-alive': '-1',
    p95: '10s',
    'cold-budget': '5m',
    residency: 'any',
    runs: '5',
    concurrency: '1',
    pull: 'never',
    prompts: '',
    'token-env': '',
    'min-version': '',
    'require-no-cloud': 'false',
    quantization: '',
    alias: '',
    'roll-back': '',
    'remove-unused': 'false',
    bind: 'loopback',
    'gpu-limit': '90%',
    'free-disk': '20GB',
    'require-seen': 'false',
};


/***/ }),

/***/ 2509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X0: () => (/* binding */ commonWish),
  EZ: () => (/* binding */ kinds),
  DM: () => (/* binding */ modelOf),
  Ko: () => (/* binding */ readInputs),
  vb: () => (/* binding */ tokenName)
});

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __nccwpck_require__(7856);
// EXTERNAL MODULE: ./build/shared/action/inputs.js
var action_inputs = __nccwpck_require__(1434);
;// CONCATENATED MODULE: ./build/shared/model/check/digest.js
/** Digests of models: the SHA-256 of the manifest, as `ollama list` shows its beginning. */
/** 64 hexadecimal digits in lower case, of a text with or without `sha256:`; undefined where it is none. */
function digestOf(text) {
    return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase();
}

// EXTERNAL MODULE: ./build/shared/model/check/name.js
var check_name = __nccwpck_require__(6494);
// EXTERNAL MODULE: ./build/shared/model/check/options.js + 1 modules
var check_options = __nccwpck_require__(9073);
// EXTERNAL MODULE: ./build/shared/model/check/residency.js
var check_residency = __nccwpck_require__(1129);
// EXTERNAL MODULE: ./build/shared/model/check/version.js
var version = __nccwpck_require__(4117);
// EXTERNAL MODULE: ./build/shared/plan/label.js
var label = __nccwpck_require__(160);
// EXTERNAL MODULE: ./build/actions/warm-model/contract.js
var contract = __nccwpck_require__(6392);
// EXTERNAL MODULE: ./build/actions/warm-model/modes.js
var modes = __nccwpck_require__(2368);
// EXTERNAL MODULE: ./build/actions/warm-model/servers.js
var servers = __nccwpck_require__(6696);
;// CONCATENATED MODULE: ./build/actions/warm-model/update-inputs.js



function updateOf(inputs, kind, wish) {
    const [alias, rollBack] = [otherModel(inputs, 'alias'), otherModel(inputs, 'roll-back')];
    const update = {
        ...(alias === undefined ? {} : { alias }),
        ...(rollBack === undefined ? {} : { rollBack }),
        removeUnused: inputs.flag('remove-unused'),
    };
    refuseUpdate(update, kind, wish);
    return update;
}
/** With its tag, as it is listed. */
function otherModel(inputs, name) {
    const given = inputs.matching(name, label/* modelPattern */.O, 'the name of a model, such as gpt-oss:20b');
    return given === undefined ? undefined : (0,check_name/* withTag */.Rd)(given);
}
function refuseUpdate({ alias, rollBack, removeUnused }, kind, { model, pull, digest }) {
    if (kind !== 'ollama')
        (0,modes/* contradict */.U)(`mode (update) and kind (${kind})`, 'kind: ollama, since only that one is told to');
    if (pull === 'missing')
        (0,modes/* contradict */.U)('mode (update) and pull (missing)', 'no pull, since an update always asks the registry');
    if (alias !== undefined && (0,check_name/* isSameName */.yS)(alias, model))
        (0,modes/* contradict */.U)(`alias (${alias}) and model (${model})`, 'another name for clients, or no alias');
    if (rollBack === undefined)
        return;
    if ((0,check_name/* isSameName */.yS)(rollBack, alias ?? model))
        (0,modes/* contradict */.U)(`roll-back (${rollBack}) and ${alias === undefined ? 'model' : 'alias'}`, 'the name of a kept model');
    if (pull !== 'never')
        (0,modes/* contradict */.U)(`roll-back and pull (${pull})`, 'one of them, since a roll back pulls nothing');
    if (removeUnused)
        (0,modes/* contradict */.U)('roll-back and remove-unused', 'one of them, since nothing is removed in an emergency');
    if (digest !== undefined)
        (0,modes/* contradict */.U)('roll-back and digest', 'one of them: a kept model has the beginning of its digest in its name');
}

;// CONCATENATED MODULE: ./build/actions/warm-model/inputs.js
/** The inputs of warm-model as one record, read once; what excludes each other is refused before a server is touched. */












const kinds = ['ollama', 'openai'];
function readInputs(host, mode) {
    const inputs = new action_inputs/* Inputs */.G(host, contract/* defaults */.N);
    const kind = inputs.oneOf('kind', kinds);
    const urls = (0,servers/* urlsOf */.Wn)(inputs.text('url'), kind);
    const wish = wishOf(inputs, kind);
    refuseContradictions(wish, kind);
    const update = mode === 'update' ? updateOf(inputs, kind, wish) : undefined;
    return {
        mode,
        kind,
        urls,
        wish,
        update,
        token: (0,servers/* tokenOf */.B9)(host, tokenName(inputs), urls),
        promptsFile: inputs.optional('prompts'),
    };
}
function tokenName(inputs) {
    return inputs.matching('token-env', /^[A-Za-z_]\w*$/, 'the name of an environment variable');
}
function wishOf(inputs, kind) {
    const options = inputs.optional('options');
    return {
        model: modelOf(inputs, kind),
        ...(options === undefined ? {} : { options: (0,check_options/* readOptions */.T)(options) }),
        ...commonWish(inputs),
        p95: positive(inputs, 'p95'),
        coldBudget: positive(inputs, 'cold-budget'),
        runs: whole(inputs, 'runs', 10_000),
        pull: inputs.oneOf('pull', ['never', 'missing', 'always']),
    };
}
/** What the modes ask alike. */
function commonWish(inputs) {
    const digest = inputs.optional('digest');
    const minVersion = inputs.matching('min-version', version/* versionPattern */.D, 'a version such as 0.30.11');
    const quantization = inputs.matching('quantization', /^\w{1,40}$/, 'a quantisation such as MXFP4 or Q4_K_M');
    return {
        ...(digest === undefined ? {} : { digest: digestFrom(digest) }),
        keepAlive: keepAliveOf(inputs),
        residency: residencyFrom(inputs.text('residency')),
        concurrency: whole(inputs, 'concurrency', 256),
        ...(minVersion === undefined ? {} : { minVersion }),
        requireNoCloud: inputs.flag('require-no-cloud'),
        ...(quantization === undefined ? {} : { quantization }),
    };
}
/** Only Ollama's names have a form of their own, and tags. */
function modelOf(inputs, kind) {
    const name = inputs.required('model', 'the name of a model, such as gpt-oss:20b');
    if (kind === 'openai' && /^[^\s\p{Cc}]{1,300}$/u.test(name))
        return name;
    if (kind === 'ollama' && label/* modelPattern */.O.test(name))
        return (0,check_name/* withTag */.Rd)(name);
    throw new errors/* InputError */.dz(`input model is ${JSON.stringify(name)}; expected the name of a model, such as gpt-oss:20b`);
}
function digestFrom(text) {
    const digest = digestOf(text);
    if (digest !== undefined)
        return digest;
    throw new errors/* InputError */.dz(`input digest is ${JSON.stringify(text)}; expected 64 hexadecimal digits, with or without sha256: before them (ollama list only shows the first 12; /api/tags has all)`);
}
function residencyFrom(text) {
    const residency = (0,check_residency/* residencyOf */.ck)(text);
    if (residency !== undefined)
        return residency;
    throw new errors/* InputError */.dz(`input residency is ${JSON.stringify(text)}; expected any, gpu or a share such as 90%`);
}
function keepAliveOf(inputs) {
    if (inputs.text('keep-alive') === '-1')
        return 'forever';
    return positive(inputs, 'keep-alive', '-1 or a duration such as 30m; 0 would take the model out of memory');
}
function positive(inputs, name, expected = 'a duration above 0, such as 30s or 10m') {
    const text = inputs.text(name);
    const seconds = /^\d+(\.\d+)?(ms|s|m|h)$/.test(text) ? inputs.duration(name) : 0;
    if (seconds > 0)
        return seconds;
    throw new errors/* InputError */.dz(`input ${name} is ${JSON.stringify(text)}; expected ${expected}`);
}
function whole(inputs, name, most) {
    const text = inputs.text(name);
    const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= most)
        return value;
    throw new errors/* InputError */.dz(`input ${name} is ${JSON.stringify(text)}; expected a whole number from 1 to ${most}`);
}
function refuseContradictions({ model, options, residency, pull, concurrency, runs, requireNoCloud }, kind) {
    if (concurrency > runs)
        (0,modes/* contradict */.U)(`concurrency (${concurrency}) and runs (${runs})`, 'at least as many runs as are asked for at a time');
    if (options?.['num_gpu'] === 0 && residency.kind === 'share')
        (0,modes/* contradict */.U)('options (num_gpu 0) and residency', 'one that lets the model into the GPU');
    if (requireNoCloud && (0,check_name/* isCloudName */.fJ)(model))
        (0,modes/* contradict */.U)(`model (${JSON.stringify(model)}) and require-no-cloud`, 'a model that is not in a cloud');
    if (kind !== 'openai')
        return;
    if (options !== undefined)
        (0,modes/* contradict */.U)('kind (openai) and options', 'options at the start of such a server, since its interface cannot set them');
    if (pull !== 'never')
        (0,modes/* contradict */.U)(`kind (openai) and pull (${pull})`, 'pull: never, since such a server cannot bring a model');
}


/***/ }),

/***/ 2823:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _shared_action_start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3144);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9125);


await (0,_shared_action_start_js__WEBPACK_IMPORTED_MODULE_0__/* .start */ .ni)('warm-model', _run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e, () => 'error');

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ contradict),
/* harmony export */   V: () => (/* binding */ modeOf)
/* harmony export */ });
/* harmony import */ var _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7856);
/* harmony import */ var _shared_action_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1434);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6392);
/** The modes of warm-model, and which inputs only some of them know. */



const modes = ['warm', 'verify', 'update'];
const proving = ['warm', 'update'];
/** An input that is not here is known to every mode. */
const knownTo = {
    ...{ p95: proving, 'cold-budget': proving, runs: proving, pull: proving, prompts: proving },
    ...{ bind: ['verify'], 'gpu-limit': ['verify'], 'free-disk': ['verify'], 'require-seen': ['verify'] },
    ...{ alias: ['update'], 'roll-back': ['update'], 'remove-unused': ['update'] },
};
/** @throws InputError also for an input of another mode: whoever gives it believes in something that does not happen */
function modeOf(host) {
    const inputs = new _shared_action_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Inputs */ .G(host, _contract_js__WEBPACK_IMPORTED_MODULE_2__/* .defaults */ .N);
    const mode = inputs.oneOf('mode', modes);
    for (const [name, known] of Object.entries(knownTo)) {
        const given = host.input(name);
        if (given === '' || !isInput(name) || given === _contract_js__WEBPACK_IMPORTED_MODULE_2__/* .defaults */ .N[name] || known.includes(mode))
            continue;
        contradict(`mode (${mode}) and ${name} (${JSON.stringify(given)})`, `mode ${known.join(' or ')}, or no ${name}`);
    }
    return mode;
}
function isInput(name) {
    return Object.hasOwn(_contract_js__WEBPACK_IMPORTED_MODULE_2__/* .defaults */ .N, name);
}
/** @param names of the inputs with their values; @param expected what to give instead */
function contradict(names, expected) {
    throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`inputs ${names} contradict each other; expected ${expected}`);
}


/***/ }),

/***/ 9125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2509);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2368);


async function run(context) {
    const mode = (0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .modeOf */ .V)(context.host);
    if (mode !== 'verify')
        return prove(context, mode);
    const { verify } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(22), __nccwpck_require__.e(147), __nccwpck_require__.e(659)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8659));
    return verify(context);
}
async function prove({ host, signal }, mode) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .Ko)(host, mode);
    const [asked, wish] = [{ host, signal, inputs }, inputs.update];
    const [{ deliver }, results] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(147), __nccwpck_require__.e(454)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9565)),
        wish === undefined
            ? Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(22), __nccwpck_require__.e(223)]).then(__nccwpck_require__.bind(__nccwpck_require__, 223)).then(({ check }) => check(asked))
            : Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(22), __nccwpck_require__.e(223), __nccwpck_require__.e(810)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7810)).then(({ update }) => update(asked, wish)),
    ]);
    return deliver(host, inputs, results);
}


/***/ }),

/***/ 6696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   Wn: () => (/* binding */ urlsOf),
/* harmony export */   ZC: () => (/* binding */ nameIn)
/* harmony export */ });
/* harmony import */ var _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7856);
/* harmony import */ var _shared_model_call_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7952);
/** Where the servers are, and what may be sent there. */


/** Each once, without a `/` at its end; of an OpenAI-compatible one without its `/v1`, which every path begins with. */
function urlsOf(text, kind) {
    const given = text.split(/[\s,]+/).filter((word) => word !== '');
    const urls = given.map((word) => {
        const url = urlOf(word);
        if (kind === 'openai')
            url.pathname = url.pathname.replace(/\/v1\/?$/, '');
        return (0,_shared_model_call_js__WEBPACK_IMPORTED_MODULE_1__/* .baseOf */ .bx)(url);
    });
    if (urls.length === 0)
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`input url is ${JSON.stringify(text)}; expected an address such as http://127.0.0.1:11434`);
    return [...new Map(urls.map((url) => [url.href, url])).values()];
}
/** A password in an address would stand in logs, so that none is echoed here either. */
function urlOf(word) {
    const url = URL.parse(word);
    const expected = 'expected an address such as http://127.0.0.1:11434';
    if (url !== null && (url.username !== '' || url.password !== '')) {
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`input url has a login in the address of ${url.host}; give the name of a variable with a token in token-env`);
    }
    if (url === null || !/^https?:$/.test(url.protocol))
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`input url has ${JSON.stringify(word)}; ${expected}`);
    if (url.search !== '' || url.hash !== '')
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`input url has ${JSON.stringify(word)}, with a query; ${expected}`);
    return url;
}
/** @throws InputError where there is none, or where it would be seen on its way */
function tokenOf(host, name, urls) {
    if (name === undefined)
        return undefined;
    const token = host.env(name)?.trim();
    if (token === undefined || token === '')
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`input token-env names ${name}, which is not set; expected a variable with a token`);
    host.mask(token);
    if (!/^[\x21-\x7e]+$/.test(token))
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`input token-env names ${name}, whose value is no token: it has spaces or other signs in it`);
    const open = urls.find((url) => !(0,_shared_model_call_js__WEBPACK_IMPORTED_MODULE_1__/* .mayCarryToken */ .qb)(url));
    if (open === undefined)
        return token;
    throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`inputs token-env and url: the token would go to ${open.host} in clear; expected an address that begins with https://`);
}
/** In front of a server's lines in the log, where there are several. */
function nameIn(urls, { host, pathname }) {
    return urls.length === 1 ? '' : `${host}${pathname.replace(/\/$/, '')} `;
}


/***/ }),

/***/ 7856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   I0: () => (/* binding */ TargetError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   v4: () => (/* binding */ ToolError)
/* harmony export */ });
/* unused harmony export stopIfCancelled */
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

/***/ 1434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ Inputs)
/* harmony export */ });
/* harmony import */ var _plan_label_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(160);
/* harmony import */ var _plan_units_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4537);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7856);
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
        return this.matching(name, _plan_label_js__WEBPACK_IMPORTED_MODULE_2__/* .labelPattern */ .F, 'the label of a version, such as v2');
    }
    /** Seconds of a duration such as 10m. */
    duration(name) {
        const text = this.text(name);
        return _plan_units_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq.test(text) ? (0,_plan_units_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(text) : fail(name, text, 'a duration such as 0s, 30s or 10m');
    }
    matching(name, pattern, expected) {
        const text = this.optional(name);
        return text === undefined || pattern.test(text) ? text : fail(name, text, expected);
    }
}
function fail(name, value, expected) {
    const given = value === '' ? 'is missing' : `is ${JSON.stringify(value)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`input ${name} ${given}; expected ${expected}`);
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

/***/ 7952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   bx: () => (/* binding */ baseOf),
/* harmony export */   qb: () => (/* binding */ mayCarryToken)
/* harmony export */ });
/** A model server, and one request to it. */
/** Without slashes at its end, which the path of a call would double. */
function baseOf(url) {
    const base = new URL(url);
    base.pathname = base.pathname.replace(/\/+$/, '');
    return base;
}
/** Whether a token may go there: over TLS, or without leaving this machine. */
function mayCarryToken(url) {
    return url.protocol === 'https:' || isLoopback(url);
}
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}


/***/ }),

/***/ 6494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LE: () => (/* binding */ nearestNames),
/* harmony export */   Pr: () => (/* binding */ derivedName),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   Zk: () => (/* binding */ isDerivedName),
/* harmony export */   fJ: () => (/* binding */ isCloudName),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var _plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7516);
/** Names of models, as Ollama writes them: `host/namespace/model:tag`, of which only the model must be there. */

/** As Ollama lists it: with its tag, which is `latest` where there is none, and without the host and the namespace that it takes where none is given. */
function withTag(name) {
    const short = name.replace(/^registry\.ollama\.ai\/(?=[^/]+\/[^/]+$)/i, '').replace(/^library\/(?=[^/]+$)/i, '');
    return hasTag(short) ? short : `${short}:latest`;
}
function hasTag(name) {
    return name.lastIndexOf(':') > name.lastIndexOf('/');
}
/** Ollama compares names without regard to case. */
function isSameName(a, b) {
    return withTag(a).toLowerCase() === withTag(b).toLowerCase();
}
/** Names of Ollama's own cloud: `gpt-oss:20b-cloud`, `kimi-k2:cloud`. */
function isCloudName(name) {
    return /[:-]cloud$/i.test(name);
}
/**
 * The name of a model made of another one's weights and options of its own, such as `gpt-oss-20b-jarvis-1f2e3d4c5b6a`:
 * the same weights and options give the same name, any others another one.
 * @param hash of the model's digest and the options, hexadecimal
 */
function derivedName(model, hash) {
    return `${derivedPrefix(model)}${hash.slice(0, hashLength)}`;
}
/** Whether it has the form of a name that `derivedName` gives for this model. */
function isDerivedName(name, model) {
    const [prefix, short] = [derivedPrefix(model).toLowerCase(), name.replace(/:latest$/i, '').toLowerCase()];
    return short.startsWith(prefix) && /^[0-9a-f]{12}$/.test(short.slice(prefix.length));
}
const hashLength = 12;
/** Of the part of a name after its last slash. */
const longest = 80;
function derivedPrefix(model) {
    const [head, tail] = [model.slice(0, model.lastIndexOf('/') + 1), model.slice(model.lastIndexOf('/') + 1)];
    const flat = tail.replace(/:latest$/i, '').replace(':', '-');
    return `${head}${flat.slice(0, longest - hashLength - '-jarvis-'.length)}-jarvis-`;
}
const shown = 5;
/** Up to five of the installed names, the nearest first. */
function nearestNames(wanted, installed) {
    const far = new Map(installed.map((name) => [name, farness(withTag(wanted), withTag(name))]));
    return [...new Set(installed)].toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0)).slice(0, shown);
}
/** What comes from a server may be long, and needs no exact answer then. */
function farness(one, other) {
    return (0,_plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .I)(one.slice(0, 80).toLowerCase(), other.slice(0, 80).toLowerCase());
}


/***/ }),

/***/ 9073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ canonical),
  T: () => (/* binding */ readOptions)
});

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __nccwpck_require__(7856);
// EXTERNAL MODULE: ./build/shared/plan/nearest.js
var nearest = __nccwpck_require__(7516);
;// CONCATENATED MODULE: ./build/shared/model/check/option-kinds.js
/** The options that Ollama knows, each with its type and what it may be. */
const whole = (least) => ({ type: 'whole', ...(least === undefined ? {} : { least }) });
const number = (least, most = 1000) => ({ type: 'number', least, most });
const kinds = {
    num_ctx: whole(1),
    num_batch: whole(1),
    num_gpu: whole(-1),
    main_gpu: whole(0),
    num_thread: whole(0),
    use_mmap: { type: 'flag' },
    draft_num_predict: whole(0),
    num_keep: whole(-1),
    num_predict: whole(-2),
    seed: whole(),
    top_k: whole(0),
    repeat_last_n: whole(-1),
    temperature: number(0),
    top_p: number(0, 1),
    min_p: number(0, 1),
    typical_p: number(0, 1),
    repeat_penalty: number(0),
    presence_penalty: number(-2, 2),
    frequency_penalty: number(-2, 2),
    stop: { type: 'texts' },
};
/** Ollama took these once; now it drops them, so that whoever sets them believes in something that is not so. */
const retired = new Set('num_gqa use_mlock numa low_vram f16_kv logits_all vocab_only rope_frequency_base rope_frequency_scale tfs_z mirostat mirostat_eta mirostat_tau penalize_newline'.split(' '));
/** Undefined where the value is of another type, or out of bounds. */
function typed({ type, least = -Infinity, most = Infinity }, given) {
    const text = typeof given === 'string' ? given.trim() : given;
    if (type === 'flag')
        return text === true || text === 'true' ? true : text === false || text === 'false' ? false : undefined;
    if (type === 'texts')
        return textsOf(text);
    const value = typeof text === 'string' && /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most)
        return undefined;
    return type === 'whole' && !Number.isSafeInteger(value) ? undefined : value;
}
function textsOf(given) {
    const all = [given].flat();
    return all.length > 0 && all.every((one) => typeof one === 'string' && one !== '') ? all : undefined;
}
function expected({ type, least, most }) {
    if (type === 'flag')
        return 'true or false';
    if (type === 'texts')
        return 'a text, or several as a JSON array';
    const noun = type === 'whole' ? 'a whole number' : 'a number';
    if (least !== undefined && most !== undefined)
        return `${noun} from ${least} to ${most}`;
    return least === undefined ? noun : `${noun} of at least ${least}`;
}

;// CONCATENATED MODULE: ./build/shared/model/check/options.js
/** Options of a model, as an input gives them. */



/**
 * Reads `name=value` or `name: value`, one a line, or one JSON object.
 * @throws InputError for an unknown name, a wrong value, one name with two values, or options that exclude each other
 */
function readOptions(text) {
    const pairs = text.trim().startsWith('{') ? jsonPairs(text) : linePairs(text);
    const found = new Map();
    for (const [name, given] of pairs) {
        const value = optionValue(name, given);
        const before = found.get(name);
        if (name === 'stop' && Array.isArray(before))
            found.set(name, [...before, ...[value].flat().map(String)]);
        else if (before !== undefined && before !== value) {
            throw new errors/* InputError */.dz(`input options has ${name} twice: ${String(before)} and ${String(value)}; expected one of them`);
        }
        else
            found.set(name, value);
    }
    const options = Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    refuseContradictions(options);
    return options;
}
/** The same text for the same options, however they were written. */
function canonical(options) {
    return JSON.stringify(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
function jsonPairs(text) {
    try {
        return Object.entries(JSON.parse(text));
    }
    catch {
        throw new errors/* InputError */.dz('input options is not valid JSON; expected an object such as {"num_ctx": 16384}, or a name=value a line');
    }
}
function linePairs(text) {
    const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
    return lines
        .filter(({ line }) => line !== '' && !line.startsWith('#'))
        .map(({ line, number }) => {
        const [, name, value] = /^([A-Za-z_]\w*)\s*[=:]\s*(\S.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined)
            return [name, listed(name, value)];
        throw new errors/* InputError */.dz(`input options, line ${number}: ${JSON.stringify(line)}; expected name=value, such as num_ctx=16384`);
    });
}
/** Several values in one line are a JSON array. */
function listed(name, value) {
    if (name !== 'stop' || !value.startsWith('['))
        return value;
    try {
        return JSON.parse(value);
    }
    catch {
        return value;
    }
}
function optionValue(name, given) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined)
        throw unknownOption(name);
    const value = typed(kind, given);
    if (value !== undefined)
        return value;
    throw new errors/* InputError */.dz(`input options: ${name} is ${JSON.stringify(given)}; expected ${expected(kind)}`);
}
function unknownOption(name) {
    if (retired.has(name)) {
        return new errors/* InputError */.dz(`input options has ${name}, which Ollama takes no more and silently drops; leave it out`);
    }
    const known = Object.keys(kinds);
    return new errors/* InputError */.dz(`input options has ${JSON.stringify(name)}, which is no option of a model; did you mean ${(0,nearest/* nearest */.p)(name, known)}? Known are ${known.join(', ')}`);
}
function refuseContradictions(options) {
    const context = options['num_ctx'];
    if (typeof context !== 'number')
        return;
    for (const name of ['num_keep', 'num_predict']) {
        const value = options[name];
        if (typeof value !== 'number' || value <= context)
            continue;
        throw new errors/* InputError */.dz(`input options: ${name} ${value} does not fit into num_ctx ${context}; raise num_ctx or lower ${name}`);
    }
}


/***/ }),

/***/ 1129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ shareText),
/* harmony export */   ck: () => (/* binding */ residencyOf),
/* harmony export */   tC: () => (/* binding */ shareOf)
/* harmony export */ });
/** Where a model is to be: the least share of it in the memory of a GPU. */
/** `any`, `gpu` (all of it), or a share such as `90%`; undefined for anything else. */
function residencyOf(text) {
    if (text === 'any')
        return { kind: 'any' };
    if (text === 'gpu')
        return { kind: 'share', least: 1 };
    const share = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text)?.[1];
    const least = Number(share) / 100;
    return share !== undefined && least > 0 && least <= 1 ? { kind: 'share', least } : undefined;
}
/** Of a model's bytes those in GPU memory; undefined where the server does not say. */
function shareOf({ size, vram }) {
    return size > 0 ? Math.min(1, vram / size) : undefined;
}
/** `100%`, `87.5%`; `unknown` where the server does not say. Rounded down, so that what is not all in it never reads 100%. */
function shareText(share) {
    return share === undefined ? 'unknown' : `${Math.floor(share * 1000) / 10}%`;
}


/***/ }),

/***/ 4117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ versionPattern),
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/** Versions of a server. */
const versionPattern = /^v?\d+(\.\d+){0,3}(-[0-9A-Za-z.-]+)?$/;
/** Negative where `a` is older. A pre-release, such as `0.33.0-rc2`, is older than its release; undefined where one is no version. */
function compareVersions(a, b) {
    if (!versionPattern.test(a) || !versionPattern.test(b))
        return undefined;
    const [one, other] = [parts(a), parts(b)];
    for (let index = 0; index < 4; index++) {
        const difference = (one.numbers[index] ?? 0) - (other.numbers[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return Number(other.early) - Number(one.early);
}
function parts(version) {
    const [release = '', ...rest] = version.replace(/^v/, '').split('-');
    return { numbers: release.split('.').map(Number), early: rest.length > 0 };
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

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ distance),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The known word nearest to a mistyped one, for "did you mean". */
/** Levenshtein distance by the usual row-wise recurrence. */
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
/** The nearest of `known` to `word`; undefined when there is none to choose from. */
function nearest(word, known) {
    const plain = (text) => text.toLowerCase().replace(/[_\s]/g, '-');
    return known.toSorted((a, b) => distance(plain(word), plain(a)) - distance(plain(word), plain(b)))[0];
}


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
/******/ var __webpack_exports__ = __nccwpck_require__(2823);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
