export const id = 442;
export const ids = [442];
export const modules = {

/***/ 1442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  warmOf: () => (/* binding */ warmOf)
});

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
;// CONCATENATED MODULE: ./build/shared/model/call.js
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

;// CONCATENATED MODULE: ./build/shared/model/check/digest.js
/** Digests of models: the SHA-256 of the manifest, as `ollama list` shows its beginning. */
/** 64 hexadecimal digits in lower case, of a text with or without `sha256:`; undefined where it is none. */
function digestOf(text) {
    return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase();
}

// EXTERNAL MODULE: ./build/shared/plan/nearest.js
var plan_nearest = __webpack_require__(7516);
;// CONCATENATED MODULE: ./build/shared/model/check/name.js
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
    return (0,plan_nearest/* distance */.I)(one.slice(0, 80).toLowerCase(), other.slice(0, 80).toLowerCase());
}

;// CONCATENATED MODULE: ./build/shared/model/check/prompts.js
/** What the model is asked. Every request begins differently, so that no answer comes from the server's prompt cache. */
/** Short, different in kind, and answerable by any model. */
const ownPrompts = [
    'Explain in a few sentences why a service checks its dependencies before it takes traffic.',
    'List five steps that somebody takes who moves a database to another machine.',
    'Describe the water cycle to a child of ten years.',
    'Write a short, polite answer to a customer whose parcel came late.',
    'What is the difference between a process and a thread?',
];
/**
 * As many as are wanted, the given ones in turn.
 * @param mark unlike that of any other run, since caches outlive a run
 */
function variedPrompts(prompts, count, mark) {
    return Array.from({ length: count }, (_, index) => `[${mark}-${index + 1}] ${prompts[index % prompts.length] ?? ''}`);
}
/** Prompts of a file: a line each, blank ones left out. */
function promptsIn(text) {
    return text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./build/shared/model/check/wish.js
/** What is wished where nobody says anything else; as action.yml of warm-model has it. */
const usualWish = {
    keepAlive: 'forever',
    coldBudget: 300,
    residency: { kind: 'any' },
    runs: 5,
    concurrency: 1,
    pull: 'never',
    requireNoCloud: false,
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/shared/report/clip.js
var clip = __webpack_require__(5777);
;// CONCATENATED MODULE: ./build/shared/model/task.js
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
        mark: (0,external_node_crypto_.randomBytes)(4).toString('hex'),
        hash: (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'),
        free,
    };
}
/** Lines for the log. @param name stands in front of each */
function sayTo(host, name) {
    return (line) => host.info((0,clip/* clip */.$)(`${name}${line}`, lineLimit));
}

;// CONCATENATED MODULE: ./build/shared/findings/model.js
/** What every scanner's output becomes. Plain text throughout, without secrets; whoever prints it escapes it. */
/** From the worst to the least; `unknown` blocks, because nobody knows that it may not. */
const severities = (/* unused pure expression or super */ null && (['critical', 'high', 'medium', 'low', 'info', 'unknown']));
/** Of a tool and of the whole gate, from the worst to the best. */
const verdicts = ['error', 'findings', 'not-run', 'passed'];

;// CONCATENATED MODULE: ./build/shared/model/check/step.js
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
    return verdicts.find((verdict) => steps.some((step) => step.verdict === verdict)) ?? 'not-run';
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

;// CONCATENATED MODULE: ./build/shared/model/failure.js
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

;// CONCATENATED MODULE: ./build/shared/model/book.js
/** The steps as they are taken: each one's time, and what was thrown as its verdict. */



/** @param names of the steps that belong to the whole, in their order */
function stepBook(now, say, names = stepNames) {
    const steps = [];
    const note = (name, began, { verdict, words, fix, evidence }) => {
        const seconds = now() - began;
        steps.push({ name, verdict, seconds, words, ...(fix === undefined ? {} : { fix }), evidence });
        say(`${name}: ${verdict}: ${words} (${seconds.toFixed(1)} s)`);
    };
    return {
        /** @throws what is no fault of the server; a cancel stands in the book all the same */
        async take(name, look) {
            const began = now();
            try {
                const outcome = await look();
                note(name, began, outcome);
                return outcome.value;
            }
            catch (error) {
                if (error instanceof errors/* Cancelled */.cJ)
                    note(name, began, cancelled(error));
                if (!(error instanceof ModelError))
                    throw error;
                note(name, began, judgeFailure(error));
                return undefined;
            }
        },
        /** What the steps so far come to. */
        verdict: () => verdictOf(steps),
        end() {
            const all = complete(steps, names);
            return { steps: all, verdict: verdictOf(all), reason: reasonOf(all) };
        },
    };
}
function cancelled({ message }) {
    return { verdict: 'error', words: message, evidence: { failure: 'cancelled' } };
}
function judgeFailure({ kind, message, fix, status }) {
    return {
        verdict: 'error',
        words: message,
        ...(fix === undefined ? {} : { fix }),
        evidence: { failure: kind, status: status ?? null },
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/shared/model/check/version.js
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

;// CONCATENATED MODULE: ./build/shared/model/check/identity.js
/** Whether the server is one to be used, and the model the one that is meant. */



function judgeServer({ version, cloud }, { minVersion, requireNoCloud }) {
    const shown = version ?? 'unknown';
    return together([
        passed(version === undefined ? 'it answers; its version is unknown' : `it answers, version ${shown}`, {
            version: shown,
            cloud: cloud === undefined ? 'unknown' : cloud ? 'enabled' : 'disabled',
        }),
        ...(minVersion === undefined ? [] : [judgeVersion(version, minVersion)]),
        ...(requireNoCloud ? [judgeCloud(cloud)] : []),
    ]);
}
function judgeVersion(version, least) {
    const order = version === undefined ? undefined : compareVersions(version, least);
    if (order === undefined)
        return unseen(`its version is ${version ?? 'not shown'}, which cannot be compared with min-version ${least}`);
    if (order < 0)
        return finding(`its version ${version} is older than min-version ${least}`, `update the server to ${least} or later`);
    return passed(`at least ${least}`);
}
function judgeCloud(cloud) {
    if (cloud === undefined)
        return unseen('it does not say whether it takes models of a cloud, as require-no-cloud asks');
    if (!cloud)
        return passed('no cloud');
    return finding('it takes models of a cloud', 'set OLLAMA_NO_CLOUD=1 in the environment of the server and start it again');
}
/** What was asked for and cannot be seen. */
function unseen(words, fix) {
    return { verdict: 'not-run', words, ...(fix === undefined ? {} : { fix }), evidence: {} };
}
function findInstalled(installed, model) {
    return installed.find(({ name }) => isSameName(name, model));
}
/** @param found undefined where the model is not installed */
function judgeIdentity(found, installed, wish) {
    if (found === undefined)
        return judgeAbsent(installed.map(({ name }) => name), wish);
    const { digest, quantization, remoteHost, size } = found;
    const evidence = { name: found.name, digest, quantization, size, remote: remoteHost ?? null };
    return together([
        passed(`${found.name} is ${digest.slice(0, 12)}`, evidence),
        ...(wish.digest === undefined ? [] : [judgeDigest(digest, wish.digest)]),
        ...(wish.quantization === undefined ? [] : [judgeQuantization(quantization, wish.quantization)]),
        ...(remoteHost === undefined ? [] : [judgeStub(found.name, remoteHost, wish)]),
    ]);
}
function judgeAbsent(names, { model, pull }) {
    const near = nearestNames(model, names);
    const there = near.length === 0
        ? 'no model is installed'
        : `installed are ${near.join(', ')}${names.length > near.length ? ' and others' : ''}`;
    const fix = pull === 'never' ? `correct the input model, or set pull to missing` : 'correct the input model';
    return finding(`there is no model ${model}; ${there}`, fix, { wanted: model, nearest: near });
}
function judgeDigest(digest, wanted) {
    if (digest === wanted)
        return passed('the digest is the pinned one');
    return finding(`its digest is ${digest}, and not the pinned ${wanted}`, 'bring back the pinned model, or pin the new digest once it was tested', { wantedDigest: wanted });
}
function judgeQuantization(quantization, wanted) {
    if (quantization === '')
        return unseen('the server does not show its quantisation');
    if (quantization.toLowerCase() === wanted.toLowerCase())
        return passed(`quantised as ${quantization}`);
    return finding(`it is quantised as ${quantization}, and not as ${wanted}`, 'take the tag with the quantisation that is meant');
}
function judgeStub(name, host, { requireNoCloud }) {
    const words = `${name} is only a name for a model at ${host}`;
    return requireNoCloud ? finding(words, 'take a model whose weights are on this server') : passed(words);
}
/** @param capabilities as `/api/show` lists them; empty where the server is too old to */
function judgeCapabilities(capabilities) {
    const evidence = { capabilities };
    if (capabilities.length === 0 || capabilities.includes('completion'))
        return passed('it makes text', evidence);
    return finding(`it makes no text (${capabilities.join(', ')})`, 'take a model for chat or generation', evidence);
}

;// CONCATENATED MODULE: ./build/shared/model/check/option-kinds.js
/** The options that Ollama knows, each with its type and what it may be. */
const whole = (least) => ({ type: 'whole', ...(least === undefined ? {} : { least }) });
const number = (least, most = 1000) => ({ type: 'number', least, most });
const option_kinds_kinds = {
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
const option_kinds_retired = new Set('num_gqa use_mlock numa low_vram f16_kv logits_all vocab_only rope_frequency_base rope_frequency_scale tfs_z mirostat mirostat_eta mirostat_tau penalize_newline'.split(' '));
/** Undefined where the value is of another type, or out of bounds. */
function option_kinds_typed({ type, least = -Infinity, most = Infinity }, given) {
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
function option_kinds_expected({ type, least, most }) {
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
            throw new InputError(`input options has ${name} twice: ${String(before)} and ${String(value)}; expected one of them`);
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
        throw new InputError('input options is not valid JSON; expected an object such as {"num_ctx": 16384}, or a name=value a line');
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
        throw new InputError(`input options, line ${number}: ${JSON.stringify(line)}; expected name=value, such as num_ctx=16384`);
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
    throw new InputError(`input options: ${name} is ${JSON.stringify(given)}; expected ${expected(kind)}`);
}
function unknownOption(name) {
    if (retired.has(name)) {
        return new InputError(`input options has ${name}, which Ollama takes no more and silently drops; leave it out`);
    }
    const known = Object.keys(kinds);
    return new InputError(`input options has ${JSON.stringify(name)}, which is no option of a model; did you mean ${nearest(name, known)}? Known are ${known.join(', ')}`);
}
function refuseContradictions(options) {
    const context = options['num_ctx'];
    if (typeof context !== 'number')
        return;
    for (const name of ['num_keep', 'num_predict']) {
        const value = options[name];
        if (typeof value !== 'number' || value <= context)
            continue;
        throw new InputError(`input options: ${name} ${value} does not fit into num_ctx ${context}; raise num_ctx or lower ${name}`);
    }
}

;// CONCATENATED MODULE: ./build/shared/model/check/parameters.js
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

;// CONCATENATED MODULE: ./build/shared/model/lines.js
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

;// CONCATENATED MODULE: ./build/shared/model/refusal.js




const bodyShown = 300;
async function refusal(token, { method, path }, response, chunks) {
    const status = response.statusCode ?? 0;
    const kind = kindOfStatus(status);
    const said = kind === 'redirect' ? `to ${response.headers.location ?? 'nowhere'}` : await saidIn(chunks);
    const words = `${method} ${path}: it answered ${status}${said === '' ? '' : ` (${said})`}`;
    return new ModelError(kind, discreet(token, words), status);
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
    return (0,clip/* clip */.$)(errorIn(text) ?? text.replace(/\s+/g, ' '), bodyShown);
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
    const fail = (kind, words) => new ModelError(kind, discreet(token, `${method} ${path}: ${words}`));
    if (error instanceof ModelError)
        return new ModelError(error.kind, discreet(token, error.message), error.status);
    if (error instanceof errors/* Cancelled */.cJ)
        return error;
    if (error instanceof TooLarge)
        return fail('too-large', error.message);
    const code = (0,errors/* codeOf */.$N)(error) ?? '';
    if (code === '' && !(error instanceof Error && error.message === 'aborted'))
        return error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error));
    const kind = kindOfCode(code);
    return fail(kind, `${connectionWords[kind] ?? 'the connection was lost'} (${code || (0,errors/* messageOf */.bD)(error)})`);
}
const connectionWords = {
    dns: 'the name of the host is not known',
    refused: 'nothing listens there',
    tls: 'no secure connection',
    broken: 'it does not speak HTTP',
};

;// CONCATENATED MODULE: ./build/shared/model/watchdog.js
/** Ends a request that takes too long, or that nobody wants any more, and remembers why. */


function watchdog({ method, path, limit, stall }, outer) {
    const stop = new AbortController();
    let reason;
    const giveUp = (error) => {
        reason ??= error;
        stop.abort();
    };
    const late = (kind, words) => () => giveUp(new ModelError(kind, `${method} ${path}: ${words}`));
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
async function http_fetchWhole(server, call) {
    const most = call.most ?? sizes.whole;
    return exchange(server, call, async (chunks, response) => {
        const kept = [];
        let size = 0;
        for await (const chunk of chunks) {
            size += chunk.length;
            if (size > most)
                throw new TooLarge(`it sent more than ${most} bytes`);
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
        for await (const line of linesOf(chunks, limits))
            heard(line);
    });
}
/** Once more where nothing was asked of a server that was not there or not ready: for what may be asked twice. */
async function twice(signal, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (!(error instanceof ModelError && ['reset', 'busy', 'limited'].includes(error.kind)) || signal.aborted)
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
            throw await refusal(server.token, call, response, chunks);
        return await read(chunks, response);
    }
    catch (error) {
        watch.drop();
        throw watch.why() ?? failureOf(server.token, call, error);
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
        ...(token !== undefined && mayCarryToken(url) ? { authorization: `Bearer ${token}` } : {}),
    };
    return new Promise((resolve, reject) => {
        const sent = request(target, { method, headers, agent: false, signal: watch.signal }, (response) => resolve(response));
        sent.on('error', reject);
        sent.end(text);
    });
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/shared/model/replies.js
/** What servers answer, checked when it comes; fields that nobody asks for are let pass. */



const nanoseconds = dist/* pipe */.FsL(dist/* number */.aig(), dist/* transform */.pdi((value) => value / 1e9));
/** It becomes a part of names and of commands that people paste. */
const digestText = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(sha256:)?[0-9a-f]{64}$/));
const installedSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    digest: digestText,
    size: dist/* number */.aig(),
    modified_at: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    remote_host: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    remote_model: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    details: dist/* optional */.lqM(dist/* object */.Ikc({ quantization_level: dist/* optional */.lqM(dist/* string */.YjP(), '') })),
}), dist/* transform */.pdi(({ name, digest, size, modified_at, remote_host, remote_model, details }) => {
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
const loadedSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    digest: digestText,
    size: dist/* number */.aig(),
    size_vram: dist/* optional */.lqM(dist/* number */.aig(), 0),
    expires_at: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    context_length: dist/* optional */.lqM(dist/* number */.aig()),
}), dist/* transform */.pdi(({ name, digest, size, size_vram, expires_at, context_length }) => {
    const expires = Date.parse(expires_at) / 1000;
    return {
        ...{ name, digest: digest.replace(/^sha256:/, ''), size, vram: size_vram },
        ...(Number.isNaN(expires) ? {} : { expires }),
        ...(context_length === undefined ? {} : { context: context_length }),
    };
}));
const versionReply = dist/* object */.Ikc({ version: dist/* string */.YjP() });
const statusReply = dist/* object */.Ikc({ cloud: dist/* object */.Ikc({ disabled: dist/* boolean */.zMY() }) });
const tagsReply = dist/* object */.Ikc({ models: dist/* array */.YOg(installedSchema) });
const psReply = dist/* object */.Ikc({ models: dist/* array */.YOg(loadedSchema) });
const showReply = dist/* object */.Ikc({
    modelfile: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    parameters: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    capabilities: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
    details: dist/* optional */.lqM(dist/* object */.Ikc({ parent_model: dist/* optional */.lqM(dist/* string */.YjP(), '') }), { parent_model: '' }),
});
/** A line of a pull or a create. */
const progressLine = dist/* object */.Ikc({
    status: dist/* string */.YjP(),
    digest: dist/* optional */.lqM(dist/* string */.YjP()),
    total: dist/* optional */.lqM(dist/* number */.aig()),
    completed: dist/* optional */.lqM(dist/* number */.aig()),
});
const metrics = {
    load_duration: dist/* optional */.lqM(nanoseconds),
    eval_count: dist/* optional */.lqM(dist/* number */.aig()),
    eval_duration: dist/* optional */.lqM(nanoseconds),
};
/** A line of an answer; the last one has the metrics. */
const replies_answerLine = dist/* object */.Ikc({
    response: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    thinking: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    done: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
    done_reason: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    ...metrics,
});
const modelsReply = dist/* object */.Ikc({ data: dist/* array */.YOg(dist/* object */.Ikc({ id: dist/* string */.YjP() })) });
const delta = dist/* object */.Ikc({
    content: dist/* nullish */.cl6(dist/* string */.YjP(), ''),
    reasoning: dist/* nullish */.cl6(dist/* string */.YjP(), ''),
    reasoning_content: dist/* nullish */.cl6(dist/* string */.YjP(), ''),
});
/** An event of a streamed chat completion. */
const completionEvent = dist/* object */.Ikc({
    choices: dist/* optional */.lqM(dist/* array */.YOg(dist/* object */.Ikc({ delta: dist/* nullish */.cl6(delta), finish_reason: dist/* nullish */.cl6(dist/* string */.YjP(), '') })), []),
    usage: dist/* nullish */.cl6(dist/* object */.Ikc({ completion_tokens: dist/* optional */.lqM(dist/* number */.aig()) })),
});
/**
 * A reply of one form.
 * @param about such as `GET /api/tags`
 * @throws ModelError for an error in place of it, for what is no JSON, and for another form
 */
function replies_parseReply(schema, text, about) {
    const error = errorIn(text);
    if (error !== undefined)
        throw new ModelError('said-error', `${about}: it said ${JSON.stringify(error)}`, 200);
    const result = dist/* safeParse */.xLC(schema, jsonOf(text, about));
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    throw new ModelError('broken', `${about}: its answer has another form than a model server's (${dist/* getDotPath */.BuJ(issue) ?? 'root'}: ${issue.message})`);
}
function jsonOf(text, about) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new ModelError('broken', `${about}: its answer is no JSON (${JSON.stringify(text.slice(0, 60))})`);
    }
}

;// CONCATENATED MODULE: ./build/shared/model/ollama.js
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
    return replies_parseReply(versionReply, (await http_fetchWhole(server, call)).text, about(call)).version;
}
/** What a server answers that is too old to say, or a proxy that lets only some calls through. */
const unsaid = ['absent', 'broken', 'forbidden', 'unauthorized', 'status'];
/** Whether it takes models of a cloud; undefined where that cannot be seen. */
async function cloud(server) {
    const call = get('/api/status');
    try {
        return !replies_parseReply(statusReply, (await twice(server.signal, () => http_fetchWhole(server, call))).text, about(call))
            .cloud.disabled;
    }
    catch (error) {
        if (error instanceof ModelError && unsaid.includes(error.kind))
            return undefined;
        throw error;
    }
}
async function tags(server) {
    const call = get('/api/tags');
    return replies_parseReply(tagsReply, (await twice(server.signal, () => http_fetchWhole(server, call))).text, about(call)).models;
}
/** @param clock seconds since 1970, for a server that does not send its own */
async function ps(server, clock) {
    const call = get('/api/ps');
    const { text, at } = await twice(server.signal, () => http_fetchWhole(server, call));
    return { models: replies_parseReply(psReply, text, about(call)).models, at: at ?? clock() };
}
async function show(server, model) {
    const call = post('/api/show', { model });
    return replies_parseReply(showReply, (await twice(server.signal, () => http_fetchWhole(server, call))).text, about(call));
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
    await fetchLines(server, call, (text) => {
        const line = replies_parseReply(progressLine, text, about(call));
        last = line.status;
        heard(line);
    });
    if (last !== 'success')
        throw new ModelError('broken', `${about(call)}: it ended at ${JSON.stringify(last)} without success`);
}
async function copy(server, source, destination) {
    await fetchWhole(server, post('/api/copy', { source, destination }));
}
/** False where there was none. */
async function remove(server, model) {
    try {
        await http_fetchWhole(server, { method: 'DELETE', path: '/api/delete', body: { model }, limit: quick });
        return true;
    }
    catch (error) {
        if (error instanceof ModelError && error.kind === 'absent')
            return false;
        throw error;
    }
}
/** Loads a model, or sets how long one stays that is loaded. @param limit seconds */
async function load(server, model, keepAlive, limit) {
    const call = post('/api/generate', { model, keep_alive: keepAlive, stream: false }, limit);
    const { text } = await twice(server.signal, () => http_fetchWhole(server, call));
    const { done, done_reason: reason } = replies_parseReply(replies_answerLine, text, about(call));
    if (!done || reason !== 'load')
        throw new ModelError('broken', `${about(call)}: it answered ${JSON.stringify(reason)} and not "load"`);
}
/** Takes a model out of memory once nobody asks it any more; the server answers before. */
async function unload(server, model) {
    const call = post('/api/generate', { model, keep_alive: 0, stream: false });
    parseReply(answerLine, (await fetchWhole(server, call)).text, about(call));
}

;// CONCATENATED MODULE: ./build/shared/model/derive.js
/** The derived model: the weights of one with options of its own, so that every client gets the same runner. */








/** The model itself where no options are asked for, and the derived one otherwise. */
async function choose(task, base, made) {
    const { options } = task.wish;
    if (options !== undefined)
        return derive(task, base, options, made);
    const value = { name: base.name, digest: base.digest };
    return { verdict: 'not-asked', words: 'no options to freeze', evidence: {}, value };
}
/** @param made gets the name before it is made, so that it can be taken away again */
async function derive({ server, wish, hash }, base, options, made) {
    const name = derivedName(wish.model, hash(`${base.digest}\n${canonical(options)}`));
    const there = findInstalled(await tags(server), name);
    const evidence = { derived: name, from: base.name, options };
    if (there !== undefined && (await isDerived(server, name, base.name, options))) {
        return {
            ...passed(`${name} has these options already`, { ...evidence, made: false }),
            value: { name, digest: there.digest },
        };
    }
    if (there === undefined)
        made.set(name, false);
    await create(server, name, base.name, options);
    if (there === undefined)
        made.set(name, true);
    const fresh = findInstalled(await tags(server), name);
    if (fresh === undefined)
        throw new ModelError('broken', `POST /api/create: it said success, and there is no ${name}`);
    const wrong = differing((await show(server, name)).parameters, options);
    if (wrong.length > 0)
        throw new ModelError('broken', `POST /api/create: ${name} was made without ${wrong.join(', ')}`);
    return { ...passed(`made ${name}`, { ...evidence, made: true }), value: { name, digest: fresh.digest } };
}
/** Its name alone proves nothing: anybody may have given it to other weights. */
async function isDerived(server, name, from, options) {
    const [it, base] = [await show(server, name), await show(server, from)];
    return differing(it.parameters, options).length === 0 && weightsOf(it.modelfile) === weightsOf(base.modelfile);
}
/** Seconds: a cancelled job has little time, and a server may go on with what it was told to make. */
const removal = { wait: 3.5, late: 2.5, pause: 0.25 };
/**
 * Takes a model away that this run made, or was making; true once it is gone. Works after the run's own signal has come.
 * @param whole whether the server had said that it is made: until then it may still come
 */
async function takeAway({ url, token }, name, whole) {
    const signal = AbortSignal.timeout(removal.wait * 1000);
    const server = { url, signal, ...(token === undefined ? {} : { token }) };
    const began = performance.now();
    for (let removed = false; !signal.aborted;) {
        const was = await remove(server, name).catch(() => undefined);
        const isOver = whole || removed || performance.now() - began > removal.late * 1000;
        if (was === false && isOver)
            return true;
        removed ||= was === true;
        await (0,promises_.setTimeout)(removal.pause * 1000);
    }
    return false;
}

;// CONCATENATED MODULE: ./build/shared/model/bytes.js
/** Bytes for a reader: `512 B`, `27.6 MB`, `13.8 GB`. */
function bytesText(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let [value, unit] = [bytes, 0];
    while (value >= 1000 && unit < units.length - 1)
        [value, unit] = [value / 1000, unit + 1];
    return `${Number(value.toPrecision(3))} ${units[unit]}`;
}
const bytes_sizes = {
    ...{ B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
    ...{ KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 },
};
/** Bytes of a size with its unit, such as `20GB` or `1.5 TiB`; undefined where it is none. */
function bytesIn(text) {
    const [, value, unit = ''] = /^(\d+(?:\.\d+)?) ?([kKMGT]?i?B)$/.exec(text) ?? [];
    const size = Object.hasOwn(bytes_sizes, unit) ? bytes_sizes[unit] : undefined;
    return size === undefined ? undefined : Math.round(Number(value) * size);
}

;// CONCATENATED MODULE: ./build/shared/model/pull.js
/** Brings a model from its registry: what it has already it keeps, a stall is ended, and it goes on where it stood. */





const usualPatience = { stall: 60, quiet: 900, tries: 4, pause: 2, pace: 5 };
/** Seconds that one try may take at most. */
const pull_longest = 24 * 3600;
/** Too little room for a model: nothing is wrong with the server. */
class DiskFull extends Error {
    name = 'DiskFull';
}
/** @throws ModelError when the registry has no such model, or when nothing comes any more; DiskFull, Cancelled */
async function bring(server, model, means) {
    const { say, now, patience = usualPatience } = means;
    const began = now();
    const layers = layerBook(means);
    for (let [tries, idle, reached] = [1, 1, 0];; tries += 1) {
        try {
            layers.begin();
            await attempt(server, model, layers, means);
            return { bytes: layers.arrived(), seconds: now() - began, tries };
        }
        catch (error) {
            if (!(error instanceof ModelError) || !isWorthAnotherTry(error))
                throw error;
            idle = layers.completed() > reached ? 1 : idle + 1;
            reached = Math.max(reached, layers.completed());
            if (idle > patience.tries)
                throw error;
            const wait = patience.pause * 2 ** (idle - 1);
            say(`the pull stopped (${error.message}); it goes on in ${wait} s with what is there`);
            await (0,promises_.setTimeout)(wait * 1000, undefined, { signal: server.signal }).catch(() => undefined);
            if (server.signal.aborted)
                throw new errors/* Cancelled */.cJ(server.signal);
        }
    }
}
/** What the registry says of a model that it does not have, or not for this version of Ollama, it will say again. */
const pull_final = /file does not exist|not found|unauthorized|invalid model name|newer version|no space left|x509|certificate/i;
function isWorthAnotherTry({ kind, message }) {
    if (kind === 'said-error')
        return !pull_final.test(message);
    return ['reset', 'stalled', 'busy', 'limited', 'broken', 'status'].includes(kind);
}
/** One try, ended when no byte more arrives: lines come even then. */
async function attempt(server, model, layers, { say, now, patience = usualPatience }) {
    const stop = new AbortController();
    const signal = AbortSignal.any([server.signal, stop.signal]);
    let timer = setTimeout(() => stop.abort(), patience.stall * 1000);
    const wait = (seconds) => {
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(), seconds * 1000);
    };
    let told = now();
    try {
        await pull({ ...server, signal }, model, patience.quiet, pull_longest, (line) => {
            const isDownload = line.total !== undefined;
            if (layers.hear(line) || !isDownload)
                wait(isDownload ? patience.stall : patience.quiet);
            if (now() - told < patience.pace)
                return;
            told = now();
            say(layers.progress(line));
        });
    }
    catch (error) {
        if (stop.signal.aborted && !server.signal.aborted) {
            throw new ModelError('stalled', `POST /api/pull: no byte came for ${patience.stall} s`);
        }
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}
/** What is known of the layers, over all tries. */
function layerBook({ free, now }) {
    const layers = new Map();
    const told = new Set();
    const sum = (pick) => [...layers.values()].reduce((all, one) => all + pick(one), 0);
    const began = now();
    const arrived = () => sum(({ completed, had, isNew }) => (isNew ? completed : completed - had));
    return {
        /** Before each try. */
        begin: () => told.clear(),
        completed: () => sum(({ completed }) => completed),
        arrived,
        /** True when it tells of more than before. @throws DiskFull */
        hear({ digest, total, completed = 0 }) {
            if (digest === undefined || total === undefined)
                return false;
            const before = layers.get(digest);
            // Ollama tells once a try of a layer that is there, and every 60 ms of one that it fetches (server/download.go).
            const isFetched = told.has(digest) && before?.had === total;
            told.add(digest);
            layers.set(digest, {
                total,
                completed: Math.max(completed, before?.completed ?? 0),
                had: before?.had ?? completed,
                isNew: isFetched || before?.isNew === true,
            });
            const needed = sum(({ total, had }) => total - had);
            if (free !== undefined && needed > free)
                throw new DiskFull(`it needs ${bytesText(needed)} more on the disk, and ${bytesText(free)} are free`);
            return before === undefined || completed > before.completed;
        },
        progress({ status }) {
            const [all, here] = [sum(({ total }) => total), sum(({ completed }) => completed)];
            if (all === 0)
                return `pull: ${status}`;
            const rate = arrived() / Math.max(0.001, now() - began);
            return `pull: ${Math.floor((100 * here) / all)} % of ${bytesText(all)} (${bytesText(here)}), ${bytesText(rate)}/s: ${status}`;
        },
    };
}

;// CONCATENATED MODULE: ./build/shared/model/warm.js
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

;// CONCATENATED MODULE: ./build/shared/model/reach.js
/** Waits for a server that may be about to start. */



/** What `ask` gets once the server is there. @throws ModelError at once for what waiting does not help */
async function reach({ server, say, now }, ask) {
    const deadline = now() + reachPatience.wait;
    for (let tries = 1;; tries += 1) {
        try {
            return await ask();
        }
        catch (error) {
            const mayCome = error instanceof ModelError && ['refused', 'reset', 'busy'].includes(error.kind);
            if (!mayCome || now() + reachPatience.pause > deadline || server.signal.aborted)
                throw error;
            if (tries === 1)
                say(`not there yet: ${error.message}`);
            await (0,promises_.setTimeout)(reachPatience.pause * 1000, undefined, { signal: server.signal }).catch(() => undefined);
        }
    }
}

;// CONCATENATED MODULE: ./build/shared/model/identify.js







async function greet(task) {
    const { server, wish } = task;
    const seen = { version: await reach(task, () => version(server)) };
    const takesCloud = await cloud(server);
    return { ...judgeServer({ ...seen, ...(takesCloud === undefined ? {} : { cloud: takesCloud }) }, wish), value: true };
}
/** @param seen gets the digest of the model that is there, also where it is another one than was meant */
async function identify(task, seen) {
    const { server, wish } = task;
    const before = await tags(server);
    const there = findInstalled(before, wish.model);
    const isWanted = wish.pull === 'always' || (wish.pull === 'missing' && there === undefined);
    const pulled = isWanted ? await pullModel(task) : undefined;
    const installed = isWanted ? await tags(server) : before;
    const found = findInstalled(installed, wish.model);
    if (found !== undefined)
        seen.digest = found.digest;
    const judged = judgeIdentity(found, installed, wish);
    const pull = pulled === undefined ? [] : [pulled];
    if (found === undefined || judged.verdict === 'findings' || pulled?.verdict === 'findings')
        return together([...pull, judged]);
    const { capabilities } = await show(server, found.name);
    const able = judgeCapabilities(capabilities);
    const all = together([...pull, judged, able]);
    if (all.verdict === 'findings')
        return all;
    return { ...all, value: { installed: found, thinks: capabilities.includes('thinking') } };
}
/** What the registry says of a model that it does not have. */
const unknown = /file does not exist|not found/i;
async function pullModel({ server, wish, say, now, free, patience }) {
    const room = await free();
    say(`pulling ${wish.model}${room === undefined ? '' : ` (${bytesText(room)} are free)`}`);
    try {
        const means = { say, now, free: room, ...(patience === undefined ? {} : { patience }) };
        const { bytes, seconds, tries } = await bring(server, wish.model, means);
        const evidence = { pulledBytes: bytes, pullSeconds: seconds, pullTries: tries, freeBytes: room ?? null };
        return passed(`pulled ${bytesText(bytes)} in ${seconds.toFixed(1)} s`, evidence);
    }
    catch (error) {
        if (error instanceof DiskFull)
            return finding(error.message, 'free the disk of the models, or take a smaller model', {
                freeBytes: room ?? null,
            });
        if (error instanceof ModelError && error.kind === 'said-error' && unknown.test(error.message)) {
            return finding(`the registry has no ${wish.model}`, 'correct the input model', { pull: error.message });
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/shared/model/check/percentile.js
/** Percentiles by nearest rank: always a value that was measured, never one between two. */
/** The least sample that at least that share of all is not above; undefined without samples. `share` is above 0, at most 1. */
function percentile(samples, share) {
    const sorted = samples.toSorted((a, b) => a - b);
    return sorted[rank(samples.length, share) - 1];
}
/** Whole percents are counted as such: 0.07 * 100 is a little above 7, and would take the next rank. */
function rank(count, share) {
    return Math.max(1, Math.ceil((Math.round(share * 1e6) * count) / 1e6));
}

;// CONCATENATED MODULE: ./build/shared/model/check/reload.js
/** Whether a model was loaded once more while it should have been there all the time. */
/** Seconds; a warm server needs a few milliseconds to find the runner. */
const least = 0.1;
/** Seconds that a `load_duration` may take at most without being a reload. `cold` is undefined where nobody saw it loaded. */
function reloadAbove(cold) {
    return Math.max(least, (cold ?? 0) / 2);
}
/**
 * Of a request's wait what its own company does not explain: while another of the same clients is being answered it stands
 * in the queue; during a reload nobody is answered.
 */
function unexplainedWait(one, all) {
    // The two clocks may differ a little, and nothing explains a wait after its own end.
    const end = Math.min(one.from + one.load, one.to);
    const answered = all
        .filter((other) => other !== one)
        .map((other) => [Math.max(one.from, other.from + other.load), Math.min(end, other.to)])
        .filter(([from, to]) => from < to)
        .toSorted(([a], [b]) => a - b);
    let [covered, reached] = [0, one.from];
    for (const [from, to] of answered) {
        covered += Math.max(0, to - Math.max(from, reached));
        reached = Math.max(reached, to);
    }
    return one.load - covered;
}

;// CONCATENATED MODULE: ./build/shared/model/check/answers.js
/** Answers: whether one is whole, and whether all of them keep the objective. */



function numbersOf(answers) {
    const totals = answers.map(({ from, to }) => to - from);
    const firsts = answers.flatMap(({ from, first }) => (first === undefined ? [] : [first - from]));
    return withoutGaps({
        count: answers.length,
        unfinished: answers.filter(({ done }) => !done).length,
        p50: percentile(totals, 0.5),
        p95: percentile(totals, 0.95),
        max: percentile(totals, 1),
        firstTokenP50: percentile(firsts, 0.5),
        firstTokenP95: percentile(firsts, 0.95),
        tokensPerSecond: rateOf(answers),
    });
}
function withoutGaps({ count = 0, unfinished = 0, ...rest }) {
    const known = Object.entries(rest).filter(([, value]) => value !== undefined);
    return { count, unfinished, ...Object.fromEntries(known) };
}
function rateOf(answers) {
    const told = answers.filter(({ tokens = 0, decoding = 0 }) => tokens > 0 && decoding > 0);
    const sum = (pick) => told.reduce((all, one) => all + (pick(one) ?? 0), 0);
    return told.length === 0 ? undefined : sum(({ tokens }) => tokens) / sum(({ decoding }) => decoding);
}
/** @param cold seconds of the load; undefined where nobody saw it */
function judgeAnswer(answer, cold) {
    const { from, to, first, done, tokens, load } = answer;
    const evidence = {
        seconds: to - from,
        firstTokenSeconds: first === undefined ? null : first - from,
        tokens: tokens ?? null,
        loadSeconds: load ?? null,
        done,
    };
    if (first === undefined)
        return { ...broken('it answered without a word'), evidence };
    if (done && tokens === 0)
        return { ...broken('it says that it made no token'), evidence };
    const seen = tokens === undefined ? 'it answered' : `it answered with ${tokens} tokens`;
    const words = done ? seen : 'it answered, and ended without saying so, as Ollama does when a model repeats itself';
    return together([passed(words, evidence), judgeReload([answer], cold)]);
}
function broken(words) {
    return { verdict: 'error', words, fix: 'look into the log of the server', evidence: {} };
}
/** Reloads among requests that ran beside each other. */
function judgeReload(answers, cold) {
    const limit = reloadAbove(cold);
    const served = answers.flatMap(({ from, to, load }) => load === undefined ? [] : [{ from, to, load }]);
    const waits = served.map((one) => unexplainedWait(one, served));
    const over = waits.filter((wait) => wait > limit);
    const evidence = { reloads: over.length, reloadAboveSeconds: limit };
    if (over.length === 0)
        return passed(served.length === 0 ? 'whether it was loaded again is unknown' : 'not loaded again', evidence);
    const longest = seconds(Math.max(...over));
    return finding(`${over.length === 1 ? 'one request' : `${over.length} requests`} waited up to ${longest} for the model, as if it was loaded again (a warm one needs less than ${seconds(limit)})`, 'another client sends options of its own, or the server is busy with others: give options here, and let all clients use the derived model', evidence);
}
/** @param cold seconds of the load; undefined where nobody saw it */
function judgeObjective(asked, cold, { p95 }) {
    const { answers, discarded } = asked;
    const numbers = numbersOf(answers);
    const evidence = { ...numbers, late: asked.late, objectiveP95: p95 };
    const reload = judgeReload([...discarded, ...answers], cold);
    return together([{ ...judgeNumbers(asked, numbers, p95), evidence }, reload]);
}
function judgeNumbers({ answers, late, limit }, numbers, p95) {
    const objective = `the objective is below ${seconds(p95)}`;
    const empty = answers.filter(({ first }) => first === undefined).length;
    if (late > 0) {
        return finding(`${late} of ${late + answers.length} answers were not whole after ${seconds(limit)}; ${objective}`, slowFix);
    }
    if (empty > 0)
        return broken(`${empty} of ${answers.length} answers were without a word`);
    if (numbers.p95 === undefined)
        return broken('nothing was measured');
    const { unfinished } = numbers;
    const ended = unfinished === 0 ? '' : `; ${unfinished} ended without saying so, as Ollama does when a model repeats itself`;
    const words = `p95 ${seconds(numbers.p95)}, p50 ${seconds(numbers.p50 ?? 0)} over ${numbers.count} requests${ended}; ${objective}`;
    return numbers.p95 < p95 ? passed(words) : finding(words, slowFix);
}
const slowFix = 'lower concurrency or num_ctx, take a smaller model or a faster GPU, or raise p95';
/** Three digits: `42.1 ms`, `1.23 s`. */
function seconds(value) {
    return value < 1 ? `${Number((value * 1000).toPrecision(3))} ms` : `${Number(value.toPrecision(3))} s`;
}

;// CONCATENATED MODULE: ./build/shared/model/measure.js

/**
 * Puts every prompt once, at most `concurrency` at a time. One that takes too long is counted; any other failure ends all.
 * @throws ModelError, Cancelled
 */
async function measure(prompts, concurrency, ask, ended) {
    const answers = [];
    let [next, late, failed] = [0, 0, false];
    const worker = async () => {
        for (let prompt = prompts[next++]; prompt !== undefined && !failed; prompt = prompts[next++]) {
            try {
                answers.push(await ask(prompt));
            }
            catch (error) {
                if (!(error instanceof ModelError && error.kind === 'late')) {
                    failed = true;
                    throw error;
                }
                late += 1;
            }
            ended(answers.length + late);
        }
    };
    const settled = await Promise.allSettled(Array.from({ length: Math.min(concurrency, prompts.length) }, worker));
    const broken = settled.find((one) => one.status === 'rejected');
    if (broken)
        throw broken.reason;
    return { answers, late };
}

;// CONCATENATED MODULE: ./build/shared/model/asking.js





/** Seconds between two lines about what still goes on. */
const pace = 5;
/** @param cold seconds of the load; undefined where nobody saw it */
async function askOnce({ wish }, ask, prompt, cold) {
    try {
        const judged = judgeAnswer(await ask(prompt), cold);
        return judged.verdict === 'error' ? judged : { ...judged, value: true };
    }
    catch (error) {
        if (!(error instanceof ModelError && error.kind === 'late'))
            throw error;
        return finding(`it did not end its answer within ${answerLimit(wish)} s`, 'see in the log of the server what it works at, or take a smaller model');
    }
}
/** Measures; the first prompt is asked for nothing, so that what only comes once is over. */
async function askAll(task, ask, prompts, found) {
    const { wish, now, say } = task;
    const [first = '', ...rest] = prompts;
    const discarded = await measure([first], 1, ask, () => undefined);
    let told = now();
    const { answers, late } = await measure(rest, wish.concurrency, ask, (ended) => {
        if (now() - told < pace)
            return;
        told = now();
        say(`objective: ${ended} of ${rest.length} answers`);
    });
    found.answers = answers;
    found.numbers = numbersOf(answers);
    const asked = { answers, discarded: discarded.answers, late, limit: answerLimit(wish) };
    return { ...judgeObjective(asked, found.cold, wish), value: true };
}
/** Says every few seconds that a load still goes on. */
async function loading({ now, say }, work) {
    const began = now();
    const told = setInterval(() => say(`load: still at it after ${Math.round(now() - began)} s`), pace * 1000);
    try {
        return await work();
    }
    finally {
        clearInterval(told);
    }
}

// EXTERNAL MODULE: ./build/shared/plan/units.js
var units = __webpack_require__(4537);
;// CONCATENATED MODULE: ./build/shared/model/check/residency.js
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

;// CONCATENATED MODULE: ./build/shared/model/check/memory.js
/** Loading, and what is in memory right after it and at the end. */




/** Seconds that an expiry may be nearer than asked for: clocks are read by whole seconds, and requests take time. */
const slack = 5;
/** Seconds; Ollama writes a model that stays as one that expires in centuries. */
const century = 100 * 365 * 86_400;
/** @param seconds that loading took; @param before whether it was in memory already */
function judgeLoad(seconds, before, { coldBudget }) {
    const evidence = { loadedBefore: before, coldSeconds: before ? null : seconds };
    const took = (0,units/* readable */.HD)(seconds);
    if (before)
        return passed(`it was in memory already, so that its cold time is unknown; asking took ${took}`, evidence);
    if (seconds <= coldBudget)
        return passed(`loaded in ${took}`, evidence);
    return finding(`loading took ${took}, more than cold-budget ${(0,units/* readable */.HD)(coldBudget)}`, 'put the model on a faster disk, or raise cold-budget', evidence);
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
        return finding(`it was loaded and is gone: ${there}`, 'see which client loads or unloads models here (OLLAMA_MAX_LOADED_MODELS limits how many fit)', { resident: false });
    }
    const share = shareOf(row);
    return together([
        passed(`in memory, ${shareText(share)} of it in that of a GPU`, {
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
        return unseen('the server does not say how much of it is in the memory of a GPU');
    if (share >= least)
        return passed(`at least ${shareText(least)}`);
    return finding(`only ${shareText(share)} of it is in the memory of a GPU, and residency asks for ${shareText(least)}`, 'free GPU memory, lower num_ctx, or take a GPU with more of it');
}
function judgeContext({ context }, { options }) {
    const wanted = options?.['num_ctx'];
    const evidence = { context: context ?? null };
    if (typeof wanted !== 'number')
        return passed(context === undefined ? 'its context length is unknown' : `context ${context}`, evidence);
    if (context === undefined)
        return { ...unseen('the server does not show its context length'), evidence };
    if (context === wanted)
        return passed(`context ${context}`, evidence);
    return finding(`its context length is ${context}, and not ${wanted} as options asks`, 'see which client loads it with num_ctx of its own; more than the model was trained for is cut down', evidence);
}
function judgeExpiry({ expires }, now, { keepAlive }) {
    if (expires === undefined)
        return unseen('the server does not say how long it stays in memory');
    const left = expires - now;
    const evidence = { staysSeconds: left > century ? 'forever' : Math.round(left) };
    const enough = keepAlive === 'forever' ? left > century : left >= keepAlive - slack;
    if (enough)
        return passed(left > century ? 'it stays' : `it stays ${(0,units/* readable */.HD)(left)}`, evidence);
    const asked = keepAlive === 'forever' ? 'keep-alive asks it to stay' : `keep-alive asks for ${(0,units/* readable */.HD)(keepAlive)}`;
    return finding(`it leaves memory in ${(0,units/* readable */.HD)(Math.max(0, left))}, and ${asked}`, 'another client sends a keep_alive of its own: take it out there, or set OLLAMA_KEEP_ALIVE on the server', evidence);
}
/** What changed since it was loaded, and what its load pushed out. @param digest of the model that was loaded */
function judgeAfter({ before, loaded, after, mayLeave = [] }, digest, wish) {
    const [was, is] = [loaded, after].map((memory) => findLoaded(memory, digest));
    if (is === undefined) {
        return finding('it is no longer in memory', 'see which client unloads it or loads others; OLLAMA_MAX_LOADED_MODELS limits how many fit', { resident: false });
    }
    return together([
        passed('still in memory', { resident: true, share: shareOf(is) ?? null, context: is.context ?? null }),
        ...(was === undefined ? [] : changes(was, is)),
        ...(wish.residency.kind === 'any' ? [] : [judgeShare(shareOf(is), wish.residency.least)]),
        judgeExpiry(is, after.at, wish),
        judgeEvicted(before, after, [digest, ...mayLeave]),
    ]);
}
function changes(was, is) {
    const fix = 'another client sends options of its own: give options here, and let all clients use the derived model';
    if (was.context !== is.context) {
        const contexts = `${was.context ?? 'unknown'} before, ${is.context ?? 'unknown'} now`;
        return [finding(`it was loaded again with another context length: ${contexts}`, fix)];
    }
    return was.digest === is.digest ? [] : [finding(`it was loaded again as ${is.name}`, fix)];
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
        return passed('nothing was pushed out', { evicted: [] });
    return finding(`${names.join(', ')} had to leave memory`, 'give the models a server each, or raise OLLAMA_MAX_LOADED_MODELS where memory allows it', { evicted: names });
}

;// CONCATENATED MODULE: ./build/shared/model/memory.js
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
            return weightsOf((await show(server, name)).modelfile);
        }
        catch (error) {
            // It may have been taken away while it is still in memory.
            if (error instanceof ModelError && error.kind === 'absent')
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
        const { models, at } = await ps(server, clock);
        return { models: await Promise.all(models.map(told)), at };
    };
}

;// CONCATENATED MODULE: ./build/shared/model/ollama-answers.js
/** Answers of Ollama's interface, line by line as they are made. */



/**
 * One streamed answer; its words are not kept. @param now seconds on any clock
 * @throws ModelError also for an error line, and for a stream that ends without a line
 */
async function generate(server, question, now) {
    const { model, prompt, think, options, keepAlive, limit, stall } = question;
    const body = {
        model,
        prompt,
        stream: true,
        options,
        ...(think === undefined ? {} : { think }),
        ...(keepAlive === undefined ? {} : { keep_alive: keepAlive }),
    };
    const call = { method: 'POST', path: '/api/generate', body, limit, stall };
    const seen = answerSeen();
    const from = now();
    await fetchLines(server, call, (text) => seen.hear(text, now));
    return { from, to: now(), ...seen.told() };
}
const ollama_answers_about = 'POST /api/generate';
/** What the lines of an answer tell; of their words only that they came. */
function answerSeen() {
    let [lines, done] = [0, false];
    let first;
    let metrics = {};
    return {
        hear(text, now) {
            const line = replies_parseReply(replies_answerLine, text, ollama_answers_about);
            lines += 1;
            if (line.response + line.thinking !== '')
                first ??= now();
            if (!line.done)
                return;
            done = true;
            metrics = known({ tokens: line.eval_count, decoding: line.eval_duration, load: line.load_duration });
        },
        told() {
            if (lines === 0)
                throw new ModelError('broken', `${ollama_answers_about}: its answer was empty`);
            return { done, ...(first === undefined ? {} : { first }), ...metrics };
        },
    };
}
function known(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/shared/model/prove.js
/** The steps that use the model: load, look, ask, measure, look again. */










const withMemory = (given) => ({ ...given, memory: memoryOf(given, given.chosen) });
/** True once every step was taken; what they came to stands in the book. */
async function prove(given) {
    const task = withMemory(given);
    const { book, wish, mayLeave } = task;
    const resident = await settle(task);
    if (resident === undefined)
        return false;
    const { before, loaded } = resident;
    const [first = '', ...rest] = variedPrompts(wish.prompts, wish.runs + 2, task.mark);
    const put = (prompt) => ask(task, prompt);
    if (!(await book.take('generate', () => askOnce(task, put, first, task.found.cold))))
        return false;
    if (!(await book.take('objective', () => askAll(task, put, rest, task.found))))
        return false;
    const looked = await book.take('after', async () => {
        const after = await task.memory();
        const span = { before, loaded, after, ...(mayLeave === undefined ? {} : { mayLeave }) };
        return { ...judgeAfter(span, task.chosen.digest, wish), value: true };
    });
    return looked === true;
}
/** Loads it and looks whether it is there, no more. */
async function bringIntoMemory(given) {
    await settle(withMemory(given));
}
/** What was in memory before, and is now. */
async function settle(task) {
    const before = await task.book.take('load', () => loadModel(task));
    if (before === undefined)
        return undefined;
    const loaded = await task.book.take('residency', () => lookInMemory(task));
    return loaded === undefined ? undefined : { before, loaded };
}
/** The value is what was in memory before. */
async function loadModel(task) {
    const { server, wish, chosen, found, now, memory } = task;
    const before = await memory();
    const was = findLoaded(before, chosen.digest);
    const limit = loadLimit(wish);
    const began = now();
    try {
        await loading(task, () => load(server, chosen.name, keepAliveOf(wish), limit));
    }
    catch (error) {
        if (!(error instanceof ModelError && error.kind === 'late'))
            throw error;
        return finding(`it was not loaded after ${limit} s, and cold-budget is ${wish.coldBudget} s`, 'see in the log of the server what it waits for, or raise cold-budget', { coldSeconds: null });
    }
    const seconds = now() - began;
    // Under another name of the same weights it was in memory already if it still has that name.
    const isThere = was !== undefined &&
        (was.digest === chosen.digest || findLoaded(await memory(), chosen.digest)?.digest === was.digest);
    if (!isThere)
        found.cold = seconds;
    return { ...judgeLoad(seconds, isThere, wish), value: before };
}
/** The value is what is in memory now; a model that is gone again cannot be asked. */
async function lookInMemory({ wish, chosen, found, memory: look }) {
    const memory = await look();
    const row = findLoaded(memory, chosen.digest);
    const judged = judgeResidency(memory, chosen.digest, wish);
    if (row === undefined)
        return judged;
    const share = shareOf(row);
    if (share !== undefined)
        found.share = share;
    return { ...judged, value: memory };
}
function ask({ server, wish, chosen, think, now }, prompt) {
    // A frozen num_predict is the one that clients get; without one an answer may have no end.
    const options = wish.options?.['num_predict'] === undefined ? { num_predict: usualTokens } : {};
    const limit = answerLimit(wish);
    return generate(server, { model: chosen.name, prompt, options, limit, stall: limit, ...(think ? { think: 'low' } : {}) }, now);
}

;// CONCATENATED MODULE: ./build/shared/model/warm-ollama.js
/** The warm check of an Ollama server, step by step. */





/** All eight steps, or as many as can be taken; cancelled, it ends once a model that this run made is gone again. */
async function warmOllama(task) {
    const book = stepBook(task.now, task.say);
    const found = {};
    const made = new Map();
    try {
        await steps(task, book, found, made);
    }
    catch (error) {
        for (const [name, whole] of made)
            await giveBack(task, name, whole);
        if (found.derived !== undefined && made.has(found.derived))
            delete found.derived;
        if (!(error instanceof errors/* Cancelled */.cJ))
            throw error;
    }
    return { answers: [], ...found, url: task.server.url.href, ...book.end() };
}
async function steps(task, book, found, made) {
    if (!(await book.take('reach', () => greet(task))))
        return;
    const model = await book.take('identity', () => identify(task, found));
    if (model === undefined)
        return;
    const chosen = await book.take('options', () => choose(task, model.installed, made));
    if (chosen === undefined) {
        for (const [name, whole] of made)
            await giveBack(task, name, whole);
        made.clear();
        return;
    }
    if (task.wish.options !== undefined)
        found.derived = chosen.name;
    await prove({ ...task, book, found, chosen, think: model.thinks });
}
async function giveBack({ server, say }, name, whole) {
    say(`taking ${name} away, which this run was making`);
    const gone = await takeAway(server, name, whole);
    say(gone ? `${name} is gone` : `${name} may still be there: ollama rm ${name} takes it away`);
}

;// CONCATENATED MODULE: ./build/actions/deploy-canary/warm.js
/** Warms the model that a plan names. */








/** @throws Cancelled */
async function warmOf(host, { url, name, digest, p95 }, signal) {
    const pinned = digest === undefined ? undefined : digestOf(digest);
    const result = await warmOllama(warmTask({
        host,
        server: { url: baseOf(new URL(url)), signal },
        wish: {
            ...usualWish,
            model: withTag(name),
            ...(pinned === undefined ? {} : { digest: pinned }),
            p95,
            prompts: ownPrompts,
        },
        name: 'model: ',
        free: () => Promise.resolve(undefined),
    }));
    (0,errors/* stopIfCancelled */.FE)(signal);
    return result;
}


/***/ })

};
