export const id = 22;
export const ids = [22];
export const modules = {

/***/ 1027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ roomForModels),
/* harmony export */   u: () => (/* binding */ freeForModels)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/** Room for models on this machine. */



/**
 * Bytes that are free where Ollama keeps its models; undefined where none of its usual places is there, as in a container.
 * @param env of this process: OLLAMA_MODELS names a place of its own
 */
async function freeForModels(env) {
    return (await roomForModels(env, ''))?.free;
}
/**
 * As `freeForModels`, with the place.
 * @param env of the server's process
 * @param root where the server's `/` is seen from here; empty where it is this process's own
 */
async function roomForModels(env, root) {
    const own = env('OLLAMA_MODELS');
    const usual = [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env('HOME') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.ollama/models'), '/usr/share/ollama/.ollama/models'];
    for (const path of own === undefined ? usual : [own]) {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path)).catch(() => undefined);
        if (found !== undefined)
            return { path, free: found.bavail * found.bsize };
    }
    return undefined;
}


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ verdicts)
/* harmony export */ });
/* unused harmony export severities */
/** What every scanner's output becomes. Plain text throughout, without secrets; whoever prints it escapes it. */
/** From the worst to the least; `unknown` blocks, because nobody knows that it may not. */
const severities = (/* unused pure expression or super */ null && (['critical', 'high', 'medium', 'low', 'info', 'unknown']));
/** Of a tool and of the whole gate, from the worst to the best. */
const verdicts = ['error', 'findings', 'not-run', 'passed'];


/***/ }),

/***/ 6721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ bytesText),
/* harmony export */   t: () => (/* binding */ bytesIn)
/* harmony export */ });
/** Bytes for a reader: `512 B`, `27.6 MB`, `13.8 GB`. */
function bytesText(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let [value, unit] = [bytes, 0];
    while (value >= 1000 && unit < units.length - 1)
        [value, unit] = [value / 1000, unit + 1];
    return `${Number(value.toPrecision(3))} ${units[unit]}`;
}
const sizes = {
    ...{ B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
    ...{ KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 },
};
/** Bytes of a size with its unit, such as `20GB` or `1.5 TiB`; undefined where it is none. */
function bytesIn(text) {
    const [, value, unit = ''] = /^(\d+(?:\.\d+)?) ?([kKMGT]?i?B)$/.exec(text) ?? [];
    const size = Object.hasOwn(sizes, unit) ? sizes[unit] : undefined;
    return size === undefined ? undefined : Math.round(Number(value) * size);
}


/***/ }),

/***/ 6387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ judgeCloud),
/* harmony export */   Ec: () => (/* binding */ judgeIdentity),
/* harmony export */   Mi: () => (/* binding */ judgeCapabilities),
/* harmony export */   TS: () => (/* binding */ judgeServer),
/* harmony export */   c9: () => (/* binding */ findInstalled),
/* harmony export */   nv: () => (/* binding */ unseen),
/* harmony export */   uM: () => (/* binding */ judgeVersion)
/* harmony export */ });
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6494);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2219);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4117);
/** Whether the server is one to be used, and the model the one that is meant. */



function judgeServer({ version, cloud }, { minVersion, requireNoCloud }) {
    const shown = version ?? 'unknown';
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs)([
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .passed */ .bF)(version === undefined ? 'it answers; its version is unknown' : `it answers, version ${shown}`, {
            version: shown,
            cloud: cloud === undefined ? 'unknown' : cloud ? 'enabled' : 'disabled',
        }),
        ...(minVersion === undefined ? [] : [judgeVersion(version, minVersion)]),
        ...(requireNoCloud ? [judgeCloud(cloud)] : []),
    ]);
}
function judgeVersion(version, least) {
    const order = version === undefined ? undefined : (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Z)(version, least);
    if (order === undefined)
        return unseen(`its version is ${version ?? 'not shown'}, which cannot be compared with min-version ${least}`);
    if (order < 0)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)(`its version ${version} is older than min-version ${least}`, `update the server to ${least} or later`);
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .passed */ .bF)(`at least ${least}`);
}
function judgeCloud(cloud) {
    if (cloud === undefined)
        return unseen('it does not say whether it takes models of a cloud, as require-no-cloud asks');
    if (!cloud)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .passed */ .bF)('no cloud');
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('it takes models of a cloud', 'set OLLAMA_NO_CLOUD=1 in the environment of the server and start it again');
}
/** What was asked for and cannot be seen. */
function unseen(words, fix) {
    return { verdict: 'not-run', words, ...(fix === undefined ? {} : { fix }), evidence: {} };
}
function findInstalled(installed, model) {
    return installed.find(({ name }) => (0,_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameName */ .yS)(name, model));
}
/** @param found undefined where the model is not installed */
function judgeIdentity(found, installed, wish) {
    if (found === undefined)
        return judgeAbsent(installed.map(({ name }) => name), wish);
    const { digest, quantization, remoteHost, size } = found;
    const evidence = { name: found.name, digest, quantization, size, remote: remoteHost ?? null };
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs)([
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .passed */ .bF)(`${found.name} is ${digest.slice(0, 12)}`, evidence),
        ...(wish.digest === undefined ? [] : [judgeDigest(digest, wish.digest)]),
        ...(wish.quantization === undefined ? [] : [judgeQuantization(quantization, wish.quantization)]),
        ...(remoteHost === undefined ? [] : [judgeStub(found.name, remoteHost, wish)]),
    ]);
}
function judgeAbsent(names, { model, pull }) {
    const near = (0,_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestNames */ .LE)(model, names);
    const there = near.length === 0
        ? 'no model is installed'
        : `installed are ${near.join(', ')}${names.length > near.length ? ' and others' : ''}`;
    const fix = pull === 'never' ? `correct the input model, or set pull to missing` : 'correct the input model';
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)(`there is no model ${model}; ${there}`, fix, { wanted: model, nearest: near });
}
function judgeDigest(digest, wanted) {
    if (digest === wanted)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .passed */ .bF)('the digest is the pinned one');
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)(`its digest is ${digest}, and not the pinned ${wanted}`, 'bring back the pinned model, or pin the new digest once it was tested', { wantedDigest: wanted });
}
function judgeQuantization(quantization, wanted) {
    if (quantization === '')
        return unseen('the server does not show its quantisation');
    if (quantization.toLowerCase() === wanted.toLowerCase())
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .passed */ .bF)(`quantised as ${quantization}`);
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)(`it is quantised as ${quantization}, and not as ${wanted}`, 'take the tag with the quantisation that is meant');
}
function judgeStub(name, host, { requireNoCloud }) {
    const words = `${name} is only a name for a model at ${host}`;
    return requireNoCloud ? (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)(words, 'take a model whose weights are on this server') : (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .passed */ .bF)(words);
}
/** @param capabilities as `/api/show` lists them; empty where the server is too old to */
function judgeCapabilities(capabilities) {
    const evidence = { capabilities };
    if (capabilities.length === 0 || capabilities.includes('completion'))
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .passed */ .bF)('it makes text', evidence);
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)(`it makes no text (${capabilities.join(', ')})`, 'take a model for chat or generation', evidence);
}


/***/ }),

/***/ 9514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ judgeShare),
/* harmony export */   BF: () => (/* binding */ judgeExpiry),
/* harmony export */   FH: () => (/* binding */ judgeContext),
/* harmony export */   MU: () => (/* binding */ judgeAfter),
/* harmony export */   Pk: () => (/* binding */ century),
/* harmony export */   S_: () => (/* binding */ judgeResidency),
/* harmony export */   ru: () => (/* binding */ findLoaded),
/* harmony export */   wl: () => (/* binding */ judgeLoad)
/* harmony export */ });
/* harmony import */ var _plan_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4537);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6387);
/* harmony import */ var _residency_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1129);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2219);
/** Loading, and what is in memory right after it and at the end. */




/** Seconds that an expiry may be nearer than asked for: clocks are read by whole seconds, and requests take time. */
const slack = 5;
/** Seconds; Ollama writes a model that stays as one that expires in centuries. */
const century = 100 * 365 * 86_400;
/** @param seconds that loading took; @param before whether it was in memory already */
function judgeLoad(seconds, before, { coldBudget }) {
    const evidence = { loadedBefore: before, coldSeconds: before ? null : seconds };
    const took = (0,_plan_units_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(seconds);
    if (before)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`it was in memory already, so that its cold time is unknown; asking took ${took}`, evidence);
    if (seconds <= coldBudget)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`loaded in ${took}`, evidence);
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(`loading took ${took}, more than cold-budget ${(0,_plan_units_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(coldBudget)}`, 'put the model on a faster disk, or raise cold-budget', evidence);
}
/**
 * The row of a model in memory: by its digest, or by another name of the same weights. Ollama has one runner for them and
 * calls it by who loaded it; had its options not fitted, it would have been loaded again under the name that was asked for.
 */
function findLoaded({ models }, digest) {
    return models.find((row) => row.digest === digest) ?? models.find(({ isKin }) => isKin === true);
}
function judgeResidency(memory, digest, wish) {
    const row = findLoaded(memory, digest);
    if (row === undefined) {
        const others = memory.models.map(({ name }) => name);
        const there = others.length === 0 ? 'nothing is in memory' : `in memory are ${others.slice(0, 5).join(', ')}`;
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(`it was loaded and is gone: ${there}`, 'see which client loads or unloads models here (OLLAMA_MAX_LOADED_MODELS limits how many fit)', { resident: false });
    }
    const share = (0,_residency_js__WEBPACK_IMPORTED_MODULE_3__/* .shareOf */ .tC)(row);
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .together */ .bs)([
        (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`in memory, ${(0,_residency_js__WEBPACK_IMPORTED_MODULE_3__/* .shareText */ .Lu)(share)} of it in that of a GPU`, {
            resident: true,
            size: row.size,
            vram: row.vram,
            share: share ?? null,
        }),
        ...(wish.residency.kind === 'any' ? [] : [judgeShare(share, wish.residency.least)]),
        judgeContext(row, wish),
        judgeExpiry(row, memory.at, wish),
    ]);
}
function judgeShare(share, least) {
    if (share === undefined)
        return (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .unseen */ .nv)('the server does not say how much of it is in the memory of a GPU');
    if (share >= least)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`at least ${(0,_residency_js__WEBPACK_IMPORTED_MODULE_3__/* .shareText */ .Lu)(least)}`);
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(`only ${(0,_residency_js__WEBPACK_IMPORTED_MODULE_3__/* .shareText */ .Lu)(share)} of it is in the memory of a GPU, and residency asks for ${(0,_residency_js__WEBPACK_IMPORTED_MODULE_3__/* .shareText */ .Lu)(least)}`, 'free GPU memory, lower num_ctx, or take a GPU with more of it');
}
function judgeContext({ context }, { options }) {
    const wanted = options?.['num_ctx'];
    const evidence = { context: context ?? null };
    if (typeof wanted !== 'number')
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(context === undefined ? 'its context length is unknown' : `context ${context}`, evidence);
    if (context === undefined)
        return { ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .unseen */ .nv)('the server does not show its context length'), evidence };
    if (context === wanted)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`context ${context}`, evidence);
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(`its context length is ${context}, and not ${wanted} as options asks`, 'see which client loads it with num_ctx of its own; more than the model was trained for is cut down', evidence);
}
function judgeExpiry({ expires }, now, { keepAlive }) {
    if (expires === undefined)
        return (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .unseen */ .nv)('the server does not say how long it stays in memory');
    const left = expires - now;
    const evidence = { staysSeconds: left > century ? 'forever' : Math.round(left) };
    const enough = keepAlive === 'forever' ? left > century : left >= keepAlive - slack;
    if (enough)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(left > century ? 'it stays' : `it stays ${(0,_plan_units_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(left)}`, evidence);
    const asked = keepAlive === 'forever' ? 'keep-alive asks it to stay' : `keep-alive asks for ${(0,_plan_units_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(keepAlive)}`;
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(`it leaves memory in ${(0,_plan_units_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(Math.max(0, left))}, and ${asked}`, 'another client sends a keep_alive of its own: take it out there, or set OLLAMA_KEEP_ALIVE on the server', evidence);
}
/** What changed since it was loaded, and what its load pushed out. @param digest of the model that was loaded */
function judgeAfter({ before, loaded, after, mayLeave = [] }, digest, wish) {
    const [was, is] = [loaded, after].map((memory) => findLoaded(memory, digest));
    if (is === undefined) {
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)('it is no longer in memory', 'see which client unloads it or loads others; OLLAMA_MAX_LOADED_MODELS limits how many fit', { resident: false });
    }
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .together */ .bs)([
        (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)('still in memory', { resident: true, share: (0,_residency_js__WEBPACK_IMPORTED_MODULE_3__/* .shareOf */ .tC)(is) ?? null, context: is.context ?? null }),
        ...(was === undefined ? [] : changes(was, is)),
        ...(wish.residency.kind === 'any' ? [] : [judgeShare((0,_residency_js__WEBPACK_IMPORTED_MODULE_3__/* .shareOf */ .tC)(is), wish.residency.least)]),
        judgeExpiry(is, after.at, wish),
        judgeEvicted(before, after, [digest, ...mayLeave]),
    ]);
}
function changes(was, is) {
    const fix = 'another client sends options of its own: give options here, and let all clients use the derived model';
    if (was.context !== is.context) {
        const contexts = `${was.context ?? 'unknown'} before, ${is.context ?? 'unknown'} now`;
        return [(0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(`it was loaded again with another context length: ${contexts}`, fix)];
    }
    return was.digest === is.digest ? [] : [(0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(`it was loaded again as ${is.name}`, fix)];
}
/** A server's clock is read by whole seconds. */
const second = 1;
/** Other models that were in memory, are not, and had time left. A runner of the same weights makes way by design. */
function judgeEvicted(before, after, spared) {
    const gone = before.models.filter((row) => !spared.includes(row.digest) &&
        row.isKin !== true &&
        after.models.every((other) => other.digest !== row.digest) &&
        (row.expires ?? Infinity) > after.at + second);
    const names = gone.map(({ name }) => name);
    if (names.length === 0)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)('nothing was pushed out', { evicted: [] });
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(`${names.join(', ')} had to leave memory`, 'give the models a server each, or raise OLLAMA_MAX_LOADED_MODELS where memory allows it', { evicted: names });
}


/***/ }),

/***/ 529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ differing),
/* harmony export */   Z: () => (/* binding */ weightsOf)
/* harmony export */ });
/** Names of the options that the model does not have, or has otherwise. */
function differing(parameters, options) {
    const found = new Map();
    for (const line of parameters.split('\n')) {
        const [, name, value] = /^(\S+)\s+(.*?)\s*$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined)
            found.set(name, [...(found.get(name) ?? []), value]);
    }
    return Object.entries(options).flatMap(([name, value]) => (isSame(found.get(name) ?? [], value) ? [] : [name]));
}
function isSame(found, value) {
    if (typeof value === 'number')
        return found.length === 1 && Number(found[0]) === value;
    if (typeof value === 'boolean')
        return found.length === 1 && found[0] === String(value);
    return found.length === value.length && value.every((text, index) => unquoted(found[index] ?? '') === text);
}
function unquoted(text) {
    if (!/^".*"$/.test(text))
        return text;
    try {
        return String(JSON.parse(text));
    }
    catch {
        return text.slice(1, -1);
    }
}
/** The file of a model's weights, which its modelfile names; undefined where it does not. */
function weightsOf(modelfile) {
    return /^FROM .*\b(sha256-[0-9a-f]{64})\s*$/m.exec(modelfile)?.[1];
}


/***/ }),

/***/ 2219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   My: () => (/* binding */ complete),
/* harmony export */   Ve: () => (/* binding */ stepNames),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   bF: () => (/* binding */ passed),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   g9: () => (/* binding */ rollBackSteps),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   xb: () => (/* binding */ updateSteps)
/* harmony export */ });
/* harmony import */ var _findings_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6434);
/** The steps of a warm check, of an update and of a roll back, in their order, and what each comes to. */

const stepNames = [
    'reach',
    'identity',
    'options',
    'load',
    'residency',
    'generate',
    'objective',
    'after',
];
/** `restore` is only there where it was needed. */
const updateSteps = [
    ...['reach', 'identity', 'keep', 'pull', 'options', 'load', 'residency'],
    ...['generate', 'objective', 'after', 'switch', 'restore', 'clean'],
];
const rollBackSteps = [
    ...['reach', 'identity', 'keep', 'options', 'switch', 'restore', 'load', 'residency'],
];
/** The worst of the steps that count; where none counts nothing was proved. */
function verdictOf(steps) {
    return _findings_model_js__WEBPACK_IMPORTED_MODULE_0__/* .verdicts */ .r.find((verdict) => steps.some((step) => step.verdict === verdict)) ?? 'not-run';
}
/** The words of the steps that are as bad as the whole, with what to do; empty where all passed. */
function reasonOf(steps) {
    const verdict = verdictOf(steps);
    if (verdict === 'passed')
        return '';
    const worst = steps.filter((step) => step.verdict === verdict);
    return worst.map(({ name, words, fix }) => `${name}: ${words}${fix === undefined ? '' : `; ${fix}`}`).join('; ');
}
/** All of them: those that nobody came to were not run, and say which one was in the way. */
function complete(steps, names = stepNames) {
    const last = steps.findLast(({ name }) => name !== 'restore');
    const words = last === undefined ? 'nothing was looked at' : `not looked at, because of ${last.name}`;
    const missing = names.filter((name) => name !== 'restore' && !steps.some((step) => step.name === name));
    const all = [
        ...steps,
        ...missing.map((name) => ({ name, verdict: 'not-run', seconds: 0, words, evidence: {} })),
    ];
    return all.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}
function passed(words, evidence = {}) {
    return { verdict: 'passed', words, evidence };
}
function finding(words, fix, evidence = {}) {
    return { verdict: 'findings', words, fix, evidence };
}
/** One judgement of several: the worst counts, and each one's words stay. */
function together(parts) {
    const verdict = parts.every((part) => part.verdict === 'not-asked') ? 'not-asked' : verdictOf(parts);
    const telling = verdict === 'passed' ? parts : parts.filter((part) => part.verdict === verdict);
    const fixes = telling.flatMap(({ fix }) => fix ?? []);
    return {
        verdict,
        words: telling.map(({ words }) => words).join('; '),
        ...(fixes.length === 0 ? {} : { fix: [...new Set(fixes)].join('; ') }),
        evidence: Object.assign({}, ...parts.map(({ evidence }) => evidence)),
    };
}


/***/ }),

/***/ 3544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ kindOfCode),
/* harmony export */   me: () => (/* binding */ ModelError),
/* harmony export */   o3: () => (/* binding */ kindOfStatus)
/* harmony export */ });
/* unused harmony export failureKinds */
/** Why a model server gave no answer that can be used. */
const failureKinds = (/* unused pure expression or super */ null && ([
    'dns',
    'refused',
    'tls',
    'reset',
    'unauthorized',
    'proxy-auth',
    'forbidden',
    'absent',
    'limited',
    'busy',
    'redirect',
    'status',
    'late',
    'stalled',
    'too-large',
    'broken',
    'said-error',
]));
/** The message names the request and what came of it, ready for a log; it never holds the token. */
class ModelError extends Error {
    name = 'ModelError';
    kind;
    /** What to do about it; undefined where nobody can tell. */
    fix;
    /** The status of the answer; undefined without one. */
    status;
    constructor(kind, message, status) {
        super(message);
        this.kind = kind;
        this.fix = fixes[kind];
        this.status = status;
    }
}
const fixes = {
    dns: 'correct the host in url, or the DNS that this machine asks',
    refused: 'start the server, or correct the port in url',
    tls: 'correct the certificate of the server; NODE_EXTRA_CA_CERTS names a file with a CA of your own',
    unauthorized: 'give the name of the variable with a valid token in token-env',
    'proxy-auth': 'a proxy on the way asks for a login of its own: give an address that does not lead through it',
    forbidden: 'the token, the address or the model is not allowed there: ask the owner of the server',
    limited: 'wait, or ask for a higher limit',
    busy: 'lower concurrency, raise OLLAMA_MAX_QUEUE, or check when fewer clients ask',
    redirect: 'give the address that it points to in url',
    stalled: 'look into the log of the server',
};
const kindsByStatus = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'absent',
    407: 'proxy-auth',
    429: 'limited',
    503: 'busy',
};
function kindOfStatus(status) {
    return kindsByStatus[status] ?? (status >= 300 && status < 400 ? 'redirect' : 'status');
}
const kindsByCode = {
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
    EAI_NODATA: 'dns',
    EAI_FAIL: 'dns',
    ECONNREFUSED: 'refused',
    EHOSTUNREACH: 'refused',
    ENETUNREACH: 'refused',
    EADDRNOTAVAIL: 'refused',
    EPROTO: 'tls',
};
/** Of a connection that failed; Node's own codes, and OpenSSL's by their form. */
function kindOfCode(code) {
    const known = kindsByCode[code];
    if (known !== undefined)
        return known;
    if (code.startsWith('HPE_'))
        return 'broken';
    return /^(ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code) ? 'tls' : 'reset';
}


/***/ }),

/***/ 7694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ce: () => (/* binding */ fetchLines),
  OR: () => (/* binding */ fetchWhole),
  P4: () => (/* binding */ twice)
});

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
// EXTERNAL MODULE: ./build/shared/model/call.js
var call = __webpack_require__(7952);
// EXTERNAL MODULE: ./build/shared/model/failure.js
var failure = __webpack_require__(3544);
// EXTERNAL MODULE: ./build/shared/model/lines.js
var lines = __webpack_require__(8961);
// EXTERNAL MODULE: ./build/shared/model/refusal.js
var refusal = __webpack_require__(6518);
;// CONCATENATED MODULE: ./build/shared/model/watchdog.js
/** Ends a request that takes too long, or that nobody wants any more, and remembers why. */


function watchdog({ method, path, limit, stall }, outer) {
    const stop = new AbortController();
    let reason;
    const giveUp = (error) => {
        reason ??= error;
        stop.abort();
    };
    const late = (kind, words) => () => giveUp(new failure/* ModelError */.me(kind, `${method} ${path}: ${words}`));
    const cancel = () => giveUp(new errors/* Cancelled */.cJ(outer));
    outer.addEventListener('abort', cancel, { once: true });
    const total = setTimeout(late('late', `no whole answer within ${round(limit)} s`), limit * 1000);
    const quiet = stall === undefined ? undefined : setTimeout(late('stalled', `nothing came for ${round(stall)} s`), stall * 1000);
    return {
        signal: stop.signal,
        alive: () => quiet?.refresh(),
        why: () => reason,
        end: () => {
            clearTimeout(total);
            clearTimeout(quiet);
            outer.removeEventListener('abort', cancel);
        },
        drop: () => stop.abort(),
    };
}
const round = (seconds) => Number(seconds.toFixed(1));

;// CONCATENATED MODULE: ./build/shared/model/http.js






/** Bytes: of an answer that is read whole (a model's tensors are listed by name), of a line (the last one lists the context's tokens), of a stream. */
const sizes = { whole: 32e6, line: 16e6, stream: 64e6 };
/** A whole answer. @throws ModelError, Cancelled */
async function fetchWhole(server, call) {
    const most = call.most ?? sizes.whole;
    return exchange(server, call, async (chunks, response) => {
        const kept = [];
        let size = 0;
        for await (const chunk of chunks) {
            size += chunk.length;
            if (size > most)
                throw new lines/* TooLarge */.M(`it sent more than ${most} bytes`);
            kept.push(chunk);
        }
        return { text: Buffer.concat(kept).toString(), at: clockOf(response) };
    });
}
/**
 * Every line of a streamed answer as it comes; resolves once it has ended in order. What `heard` throws ends the request.
 * @throws ModelError, Cancelled
 */
async function fetchLines(server, call, heard) {
    const limits = { line: sizes.line, all: call.most ?? sizes.stream };
    await exchange(server, call, async (chunks) => {
        for await (const line of (0,lines/* linesOf */.D)(chunks, limits))
            heard(line);
    });
}
/** Once more where nothing was asked of a server that was not there or not ready: for what may be asked twice. */
async function twice(signal, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (!(error instanceof failure/* ModelError */.me && ['reset', 'busy', 'limited'].includes(error.kind)) || signal.aborted)
            throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
        return ask();
    }
}
function clockOf({ headers }) {
    const at = Date.parse(headers.date ?? '');
    return Number.isNaN(at) ? undefined : at / 1000;
}
async function* heardBy(response, alive) {
    for await (const chunk of response) {
        alive();
        yield chunk;
    }
}
/** The whole of one request. Whatever ends it early, ends the connection too. */
async function exchange(server, call, read) {
    const { signal } = server;
    if (signal.aborted)
        throw new errors/* Cancelled */.cJ(signal);
    const watch = watchdog(call, signal);
    try {
        const response = await send(server, call, watch);
        const chunks = heardBy(response, watch.alive);
        if (response.statusCode !== 200)
            throw await (0,refusal/* refusal */.x5)(server.token, call, response, chunks);
        return await read(chunks, response);
    }
    catch (error) {
        watch.drop();
        throw watch.why() ?? (0,refusal/* failureOf */.g5)(server.token, call, error);
    }
    finally {
        watch.end();
    }
}
async function send({ url, token }, { method, path, body }, watch) {
    const { request } = url.protocol === 'https:' ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    const target = new URL(url.pathname.replace(/\/$/, '') + path, url);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
        accept: 'application/json',
        ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...(token !== undefined && (0,call/* mayCarryToken */.qb)(url) ? { authorization: `Bearer ${token}` } : {}),
    };
    return new Promise((resolve, reject) => {
        const sent = request(target, { method, headers, agent: false, signal: watch.signal }, (response) => resolve(response));
        sent.on('error', reject);
        sent.end(text);
    });
}


/***/ }),

/***/ 8961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   M: () => (/* binding */ TooLarge)
/* harmony export */ });
/** A stream of bytes as lines, however it was cut; what is no UTF-8 becomes U+FFFD and breaks nothing. */
/** Thrown for a line longer than `most` bytes, or for more than `all` bytes. */
class TooLarge extends Error {
    name = 'TooLarge';
}
const lineFeed = 0x0a;
/**
 * Lines without their ends, blank ones left out; no more than one line is kept at a time.
 * @throws TooLarge
 */
async function* linesOf(chunks, limits) {
    const line = lineKeeper(limits.line);
    let all = 0;
    for await (const chunk of chunks) {
        all += chunk.length;
        if (all > limits.all)
            throw new TooLarge(`it sent more than ${limits.all} bytes`);
        let start = 0;
        for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
            line.add(chunk.subarray(start, end));
            const text = line.take();
            if (text !== '')
                yield text;
            start = end + 1;
        }
        line.add(chunk.subarray(start));
    }
    const rest = line.take();
    if (rest !== '')
        yield rest;
}
/** Bytes are decoded by whole lines, so that no cut goes through a character. */
function lineKeeper(most) {
    let [parts, length] = [[], 0];
    return {
        add(part) {
            if (part.length === 0)
                return;
            length += part.length;
            if (length > most)
                throw new TooLarge(`it sent a line of more than ${most} bytes`);
            parts.push(part);
        },
        take() {
            const text = new TextDecoder().decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
            [parts, length] = [[], 0];
            return text.trim();
        },
    };
}


/***/ }),

/***/ 3867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ memoryOf)
/* harmony export */ });
/* harmony import */ var _check_parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(529);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3544);
/* harmony import */ var _ollama_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7430);
/** What is in a server's memory, told apart by weights. */



/** Looks into memory; of a model under another name it asks once whose weights it has. */
function memoryOf({ server, clock }, chosen) {
    const known = new Map();
    const weights = (digest, name) => {
        const asked = known.get(digest) ?? ask(name);
        known.set(digest, asked);
        return asked;
    };
    const ask = async (name) => {
        try {
            return (0,_check_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z)((await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(server, name)).modelfile);
        }
        catch (error) {
            // It may have been taken away while it is still in memory.
            if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me && error.kind === 'absent')
                return undefined;
            throw error;
        }
    };
    const told = async (row) => {
        if (row.digest === chosen.digest)
            return row;
        const own = await weights(chosen.digest, chosen.name);
        return { ...row, isKin: own !== undefined && own === (await weights(row.digest, row.name)) };
    };
    return async () => {
        const { models, at } = await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_1__.ps)(server, clock);
        return { models: await Promise.all(models.map(told)), at };
    };
}


/***/ }),

/***/ 7430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ copy),
/* harmony export */   GP: () => (/* binding */ unload),
/* harmony export */   Hh: () => (/* binding */ load),
/* harmony export */   TF: () => (/* binding */ remove),
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   _A: () => (/* binding */ tags),
/* harmony export */   a$: () => (/* binding */ pull),
/* harmony export */   gg: () => (/* binding */ cloud),
/* harmony export */   ps: () => (/* binding */ ps),
/* harmony export */   rE: () => (/* binding */ version),
/* harmony export */   vt: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3544);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7694);
/* harmony import */ var _replies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1770);
/** Ollama's interface: one function a call, each bounded in time. */



/** Seconds for what needs no model. */
const quick = 15;
/** Seconds without a line while a model is made of one that is there. */
const makingStall = 120;
const about = ({ method, path }) => `${method} ${path}`;
const post = (path, body, limit = quick) => ({ method: 'POST', path, body, limit });
const get = (path) => ({ method: 'GET', path, limit: quick });
async function version(server) {
    const call = get('/api/version');
    return (0,_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReply */ .UV)(_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .versionReply */ .rB, (await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, call)).text, about(call)).version;
}
/** What a server answers that is too old to say, or a proxy that lets only some calls through. */
const unsaid = ['absent', 'broken', 'forbidden', 'unauthorized', 'status'];
/** Whether it takes models of a cloud; undefined where that cannot be seen. */
async function cloud(server) {
    const call = get('/api/status');
    try {
        return !(0,_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReply */ .UV)(_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .statusReply */ .vz, (await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .twice */ .P4)(server.signal, () => (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, call))).text, about(call))
            .cloud.disabled;
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me && unsaid.includes(error.kind))
            return undefined;
        throw error;
    }
}
async function tags(server) {
    const call = get('/api/tags');
    return (0,_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReply */ .UV)(_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .tagsReply */ .s$, (await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .twice */ .P4)(server.signal, () => (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, call))).text, about(call)).models;
}
/** @param clock seconds since 1970, for a server that does not send its own */
async function ps(server, clock) {
    const call = get('/api/ps');
    const { text, at } = await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .twice */ .P4)(server.signal, () => (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, call));
    return { models: (0,_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReply */ .UV)(_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .psReply */ .kX, text, about(call)).models, at: at ?? clock() };
}
async function show(server, model) {
    const call = post('/api/show', { model });
    return (0,_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReply */ .UV)(_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .showReply */ .GS, (await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .twice */ .P4)(server.signal, () => (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, call))).text, about(call));
}
/**
 * Brings a model from its registry, once; `heard` may throw to end it.
 * @param stall seconds without a byte
 * @throws ModelError also where the stream ends without `success`
 */
function pull(server, model, stall, limit, heard) {
    return progress(server, { ...post('/api/pull', { model, stream: true }, limit), stall, most: 2e9 }, heard);
}
/** Makes a model of another one's weights with parameters of its own. @throws ModelError */
function create(server, model, from, parameters) {
    const call = post('/api/create', { model, from, parameters, stream: true }, 10 * makingStall);
    return progress(server, { ...call, stall: makingStall }, () => undefined);
}
async function progress(server, call, heard) {
    let last = '';
    await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchLines */ .ce)(server, call, (text) => {
        const line = (0,_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReply */ .UV)(_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .progressLine */ .oz, text, about(call));
        last = line.status;
        heard(line);
    });
    if (last !== 'success')
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me('broken', `${about(call)}: it ended at ${JSON.stringify(last)} without success`);
}
async function copy(server, source, destination) {
    await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, post('/api/copy', { source, destination }));
}
/** False where there was none. */
async function remove(server, model) {
    try {
        await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, { method: 'DELETE', path: '/api/delete', body: { model }, limit: quick });
        return true;
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me && error.kind === 'absent')
            return false;
        throw error;
    }
}
/** Loads a model, or sets how long one stays that is loaded. @param limit seconds */
async function load(server, model, keepAlive, limit) {
    const call = post('/api/generate', { model, keep_alive: keepAlive, stream: false }, limit);
    const { text } = await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .twice */ .P4)(server.signal, () => (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, call));
    const { done, done_reason: reason } = (0,_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReply */ .UV)(_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .answerLine */ .NO, text, about(call));
    if (!done || reason !== 'load')
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me('broken', `${about(call)}: it answered ${JSON.stringify(reason)} and not "load"`);
}
/** Takes a model out of memory once nobody asks it any more; the server answers before. */
async function unload(server, model) {
    const call = post('/api/generate', { model, keep_alive: 0, stream: false });
    (0,_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReply */ .UV)(_replies_js__WEBPACK_IMPORTED_MODULE_2__/* .answerLine */ .NO, (await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchWhole */ .OR)(server, call)).text, about(call));
}


/***/ }),

/***/ 7053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ reach)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3544);
/* harmony import */ var _warm_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6729);
/** Waits for a server that may be about to start. */



/** What `ask` gets once the server is there. @throws ModelError at once for what waiting does not help */
async function reach({ server, say, now }, ask) {
    const deadline = now() + _warm_js__WEBPACK_IMPORTED_MODULE_2__/* .reachPatience */ .dr.wait;
    for (let tries = 1;; tries += 1) {
        try {
            return await ask();
        }
        catch (error) {
            const mayCome = error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ModelError */ .me && ['refused', 'reset', 'busy'].includes(error.kind);
            if (!mayCome || now() + _warm_js__WEBPACK_IMPORTED_MODULE_2__/* .reachPatience */ .dr.pause > deadline || server.signal.aborted)
                throw error;
            if (tries === 1)
                say(`not there yet: ${error.message}`);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_warm_js__WEBPACK_IMPORTED_MODULE_2__/* .reachPatience */ .dr.pause * 1000, undefined, { signal: server.signal }).catch(() => undefined);
        }
    }
}


/***/ }),

/***/ 6518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ errorIn),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7856);
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5777);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3544);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8961);




const bodyShown = 300;
async function refusal(token, { method, path }, response, chunks) {
    const status = response.statusCode ?? 0;
    const kind = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOfStatus */ .o3)(status);
    const said = kind === 'redirect' ? `to ${response.headers.location ?? 'nowhere'}` : await saidIn(chunks);
    const words = `${method} ${path}: it answered ${status}${said === '' ? '' : ` (${said})`}`;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ModelError */ .me(kind, discreet(token, words), status);
}
/** The beginning of a refusal's body, or its `error`. */
async function saidIn(chunks) {
    const kept = [];
    let size = 0;
    for await (const chunk of chunks) {
        kept.push(chunk);
        size += chunk.length;
        if (size > 64_000)
            break;
    }
    const text = Buffer.concat(kept).toString().trim();
    return (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(errorIn(text) ?? text.replace(/\s+/g, ' '), bodyShown);
}
/** What an answer says went wrong: `{"error":"..."}`, or the object that OpenAI's interface has there; undefined for another answer. */
function errorIn(text) {
    if (!text.includes('"error"'))
        return undefined;
    try {
        const { error } = JSON.parse(text);
        if (typeof error === 'string')
            return error;
        if (typeof error !== 'object' || error === null)
            return undefined;
        return 'message' in error && typeof error.message === 'string' ? error.message : JSON.stringify(error);
    }
    catch {
        return undefined;
    }
}
/** A server may send the token back in an error. */
function discreet(token, text) {
    return token === undefined ? text : text.replaceAll(token, '***');
}
function failureOf(token, { method, path }, error) {
    const fail = (kind, words) => new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ModelError */ .me(kind, discreet(token, `${method} ${path}: ${words}`));
    if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ModelError */ .me)
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ModelError */ .me(error.kind, discreet(token, error.message), error.status);
    if (error instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
        return error;
    if (error instanceof _lines_js__WEBPACK_IMPORTED_MODULE_3__/* .TooLarge */ .M)
        return fail('too-large', error.message);
    const code = (0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error) ?? '';
    if (code === '' && !(error instanceof Error && error.message === 'aborted'))
        return error instanceof Error ? error : new Error((0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    const kind = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOfCode */ .Hy)(code);
    return fail(kind, `${connectionWords[kind] ?? 'the connection was lost'} (${code || (0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)})`);
}
const connectionWords = {
    dns: 'the name of the host is not known',
    refused: 'nothing listens there',
    tls: 'no secure connection',
    broken: 'it does not speak HTTP',
};


/***/ }),

/***/ 1770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ completionEvent),
/* harmony export */   GS: () => (/* binding */ showReply),
/* harmony export */   LB: () => (/* binding */ modelsReply),
/* harmony export */   NO: () => (/* binding */ answerLine),
/* harmony export */   UV: () => (/* binding */ parseReply),
/* harmony export */   kX: () => (/* binding */ psReply),
/* harmony export */   oz: () => (/* binding */ progressLine),
/* harmony export */   rB: () => (/* binding */ versionReply),
/* harmony export */   s$: () => (/* binding */ tagsReply),
/* harmony export */   vz: () => (/* binding */ statusReply)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3544);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6518);
/** What servers answer, checked when it comes; fields that nobody asks for are let pass. */



const nanoseconds = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((value) => value / 1e9));
/** It becomes a part of names and of commands that people paste. */
const digestText = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^(sha256:)?[0-9a-f]{64}$/));
const installedSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    digest: digestText,
    size: valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    modified_at: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    remote_host: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    remote_model: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    details: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ quantization_level: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), '') })),
}), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ name, digest, size, modified_at, remote_host, remote_model, details }) => {
    const remote = remote_host || remote_model;
    const quantization = details?.quantization_level ?? '';
    const modified = Date.parse(modified_at) / 1000;
    return {
        name,
        digest: digest.replace(/^sha256:/, ''),
        size,
        quantization,
        ...(Number.isNaN(modified) ? {} : { modified }),
        ...(remote ? { remoteHost: remote } : {}),
    };
}));
const loadedSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    digest: digestText,
    size: valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    size_vram: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), 0),
    expires_at: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    context_length: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()),
}), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ name, digest, size, size_vram, expires_at, context_length }) => {
    const expires = Date.parse(expires_at) / 1000;
    return {
        ...{ name, digest: digest.replace(/^sha256:/, ''), size, vram: size_vram },
        ...(Number.isNaN(expires) ? {} : { expires }),
        ...(context_length === undefined ? {} : { context: context_length }),
    };
}));
const versionReply = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ version: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const statusReply = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ cloud: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ disabled: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY() }) });
const tagsReply = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ models: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(installedSchema) });
const psReply = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ models: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(loadedSchema) });
const showReply = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    modelfile: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    parameters: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    capabilities: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), []),
    details: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ parent_model: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), '') }), { parent_model: '' }),
});
/** A line of a pull or a create. */
const progressLine = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    status: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    digest: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    total: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()),
    completed: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()),
});
const metrics = {
    load_duration: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(nanoseconds),
    eval_count: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()),
    eval_duration: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(nanoseconds),
};
/** A line of an answer; the last one has the metrics. */
const answerLine = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    response: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    thinking: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    done: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), false),
    done_reason: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    ...metrics,
});
const modelsReply = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ data: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })) });
const delta = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    content: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    reasoning: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
    reasoning_content: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ''),
});
/** An event of a streamed chat completion. */
const completionEvent = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    choices: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ delta: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(delta), finish_reason: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), '') })), []),
    usage: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ completion_tokens: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()) })),
});
/**
 * A reply of one form.
 * @param about such as `GET /api/tags`
 * @throws ModelError for an error in place of it, for what is no JSON, and for another form
 */
function parseReply(schema, text, about) {
    const error = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .errorIn */ .Kd)(text);
    if (error !== undefined)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me('said-error', `${about}: it said ${JSON.stringify(error)}`, 200);
    const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(schema, jsonOf(text, about));
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me('broken', `${about}: its answer has another form than a model server's (${valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue) ?? 'root'}: ${issue.message})`);
}
function jsonOf(text, about) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelError */ .me('broken', `${about}: its answer is no JSON (${JSON.stringify(text.slice(0, 60))})`);
    }
}


/***/ }),

/***/ 2229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sayTo),
/* harmony export */   V: () => (/* binding */ warmTask)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5777);
/** A warm check's means as this machine has them: its clocks, its randomness, its log. */


/** Characters of a line in the log: what a server says may be long. */
const lineLimit = 1000;
function warmTask({ host, server, wish, name, free }) {
    return {
        server,
        wish,
        say: sayTo(host, name),
        now: () => performance.now() / 1000,
        clock: () => Date.now() / 1000,
        mark: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex'),
        hash: (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex'),
        free,
    };
}
/** Lines for the log. @param name stands in front of each */
function sayTo(host, name) {
    return (line) => host.info((0,_report_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(`${name}${line}`, lineLimit));
}


/***/ }),

/***/ 6729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ answerLimit),
/* harmony export */   dr: () => (/* binding */ reachPatience),
/* harmony export */   dt: () => (/* binding */ usualTokens),
/* harmony export */   eG: () => (/* binding */ keepAliveOf),
/* harmony export */   wt: () => (/* binding */ loadLimit)
/* harmony export */ });
/** Seconds: how long a server that is about to start is waited for, and between two looks. */
const reachPatience = { wait: 5, pause: 0.5 };
/** Tokens of an answer where the options do not say. */
const usualTokens = 64;
/** Seconds that one answer is waited for: long enough to be sure that the objective is missed. */
function answerLimit({ p95 }) {
    return Math.max(30, 3 * p95);
}
/** Seconds that loading is waited for, so that its time can be told where it is over its budget. */
function loadLimit({ coldBudget }) {
    return coldBudget + Math.min(coldBudget, 60);
}
/** As Ollama takes it. */
function keepAliveOf({ keepAlive }) {
    return keepAlive === 'forever' ? -1 : `${keepAlive}s`;
}


/***/ })

};
