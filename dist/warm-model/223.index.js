export const id = 223;
export const ids = [223];
export const modules = {

/***/ 223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check),
  promptsOf: () => (/* binding */ promptsOf),
  taskOf: () => (/* binding */ taskOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
// EXTERNAL MODULE: ./build/shared/model/call.js
var call = __webpack_require__(7952);
// EXTERNAL MODULE: ./build/shared/model/check/prompts.js
var check_prompts = __webpack_require__(574);
// EXTERNAL MODULE: ./build/shared/model/task.js
var task = __webpack_require__(2229);
// EXTERNAL MODULE: ./build/shared/model/book.js
var model_book = __webpack_require__(8481);
// EXTERNAL MODULE: ./build/shared/model/derive.js
var derive = __webpack_require__(2171);
// EXTERNAL MODULE: ./build/shared/model/identify.js + 1 modules
var identify = __webpack_require__(1161);
// EXTERNAL MODULE: ./build/shared/model/prove.js + 1 modules
var prove = __webpack_require__(4819);
;// CONCATENATED MODULE: ./build/shared/model/warm-ollama.js
/** The warm check of an Ollama server, step by step. */





/** All eight steps, or as many as can be taken; cancelled, it ends once a model that this run made is gone again. */
async function warmOllama(task) {
    const book = (0,model_book/* stepBook */.E)(task.now, task.say);
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
    if (!(await book.take('reach', () => (0,identify/* greet */.K)(task))))
        return;
    const model = await book.take('identity', () => (0,identify/* identify */.l)(task, found));
    if (model === undefined)
        return;
    const chosen = await book.take('options', () => (0,derive/* choose */.S)(task, model.installed, made));
    if (chosen === undefined) {
        for (const [name, whole] of made)
            await giveBack(task, name, whole);
        made.clear();
        return;
    }
    if (task.wish.options !== undefined)
        found.derived = chosen.name;
    await (0,prove/* prove */.z)({ ...task, book, found, chosen, think: model.thinks });
}
async function giveBack({ server, say }, name, whole) {
    say(`taking ${name} away, which this run was making`);
    const gone = await (0,derive/* takeAway */.u)(server, name, whole);
    say(gone ? `${name} is gone` : `${name} may still be there: ollama rm ${name} takes it away`);
}

// EXTERNAL MODULE: ./build/shared/model/asking.js + 4 modules
var asking = __webpack_require__(7699);
// EXTERNAL MODULE: ./build/shared/model/check/identity.js
var identity = __webpack_require__(6387);
// EXTERNAL MODULE: ./build/shared/model/check/memory.js
var memory = __webpack_require__(9514);
// EXTERNAL MODULE: ./build/shared/model/check/name.js
var check_name = __webpack_require__(6494);
// EXTERNAL MODULE: ./build/shared/model/check/step.js
var step = __webpack_require__(2219);
// EXTERNAL MODULE: ./build/shared/model/failure.js
var failure = __webpack_require__(3544);
// EXTERNAL MODULE: ./build/shared/model/http.js + 1 modules
var http = __webpack_require__(7694);
// EXTERNAL MODULE: ./build/shared/model/replies.js
var replies = __webpack_require__(1770);
;// CONCATENATED MODULE: ./build/shared/model/openai.js
/** The part of OpenAI's interface that llama.cpp's server, vLLM and Ollama have: the models, and streamed chat completions. */



/** Seconds for what needs no model. */
const quick = 15;
/** Names of the models that it serves. */
async function models(server) {
    const call = { method: 'GET', path: '/v1/models', limit: quick };
    const { text } = await (0,http/* twice */.P4)(server.signal, () => (0,http/* fetchWhole */.OR)(server, call));
    return (0,replies/* parseReply */.UV)(replies/* modelsReply */.LB, text, 'GET /v1/models').data.map(({ id }) => id);
}
/**
 * One streamed answer; its words are not kept. The speed is that of the tokens after the first, since the server shows no
 * time of its own.
 * @throws ModelError also for an error event
 */
async function complete(server, { model, prompt, tokens, limit, stall }, now) {
    const body = {
        model,
        messages: [{ role: 'user', content: prompt }],
        stream: true,
        stream_options: { include_usage: true },
        max_tokens: tokens,
    };
    const call = { method: 'POST', path: '/v1/chat/completions', body, limit, stall };
    const seen = eventsSeen();
    const from = now();
    await (0,http/* fetchLines */.ce)(server, call, (line) => seen.hear(line, now));
    return { from, to: now(), ...seen.told() };
}
const about = 'POST /v1/chat/completions';
function eventsSeen() {
    let [events, done] = [0, false];
    let [first, last, tokens] = [];
    return {
        hear(line, now) {
            const data = dataOf(line);
            if (data === undefined)
                return;
            events += 1;
            if (data === '[DONE]') {
                done = true;
                return;
            }
            const { choices, usage } = (0,replies/* parseReply */.UV)(replies/* completionEvent */.$3, data, about);
            for (const { delta, finish_reason: reason } of choices) {
                done ||= reason !== '' && reason !== null;
                if (!delta || `${delta.content ?? ''}${delta.reasoning ?? ''}${delta.reasoning_content ?? ''}` === '')
                    continue;
                last = now();
                first ??= last;
            }
            tokens = usage?.completion_tokens ?? tokens;
        },
        told() {
            if (events === 0)
                throw new failure/* ModelError */.me('broken', `${about}: its answer was empty`);
            const rate = rateOf(first, last, tokens);
            return { done, ...(first === undefined ? {} : { first }), ...(tokens === undefined ? {} : { tokens }), ...rate };
        },
    };
}
/** `decoding` such that tokens / decoding is the speed after the first token. */
function rateOf(first, last, tokens) {
    if (first === undefined || last === undefined || tokens === undefined || tokens < 2 || last <= first)
        return {};
    return { decoding: ((last - first) * tokens) / (tokens - 1) };
}
/** Of a line of server-sent events; an error may also come bare. */
function dataOf(line) {
    if (line.startsWith('data:'))
        return line.slice('data:'.length).trim() || undefined;
    if (line.startsWith('error:'))
        return `{"error":${line.slice('error:'.length)}}`;
    return line.startsWith('{') ? line : undefined;
}

// EXTERNAL MODULE: ./build/shared/model/reach.js
var reach = __webpack_require__(7053);
// EXTERNAL MODULE: ./build/shared/model/warm.js
var warm = __webpack_require__(6729);
;// CONCATENATED MODULE: ./build/shared/model/warm-openai.js
/** The warm check of a server that speaks OpenAI's interface: what it cannot show is unknown, and never good. */












/** All steps, or as many as can be taken before it is cancelled. */
async function warmOpenai(task) {
    const book = (0,model_book/* stepBook */.E)(task.now, task.say);
    const found = {};
    try {
        await warm_openai_steps(task, book, found);
    }
    catch (error) {
        if (!(error instanceof errors/* Cancelled */.cJ))
            throw error;
    }
    return { answers: [], ...found, url: task.server.url.href, ...book.end() };
}
async function warm_openai_steps(task, book, found) {
    const { wish, server } = task;
    const names = await book.take('reach', async () => {
        const value = await (0,reach/* reach */.g)(task, () => models(server));
        return { ...(0,identity/* judgeServer */.TS)({}, wish), value };
    });
    if (names === undefined)
        return;
    const model = await book.take('identity', async () => warm_openai_identify(names, wish));
    if (model === undefined)
        return;
    await book.take('options', async () => ({
        verdict: 'not-asked',
        words: 'such a server has its options from its own start',
        evidence: {},
    }));
    const [load = '', first = '', ...rest] = (0,check_prompts/* variedPrompts */.Jf)(wish.prompts, wish.runs + 3, task.mark);
    if (!(await book.take('load', () => firstAnswer(task, model, load))))
        return;
    await book.take('residency', async () => residency(wish));
    const ask = (prompt) => complete(server, { ...question(wish, model), prompt }, task.now);
    if (!(await book.take('generate', () => (0,asking/* askOnce */.RV)(task, ask, first, undefined))))
        return;
    if (!(await book.take('objective', () => (0,asking/* askAll */.pI)(task, ask, rest, found))))
        return;
    await book.take('after', async () => after(await models(server), model));
}
function warm_openai_identify(names, wish) {
    const { model, digest, quantization } = wish;
    // Ollama's own `/v1` lists names with their tag, others have no tags.
    const name = names.find((one) => one === model) ?? names.find((one) => (0,check_name/* withTag */.Rd)(one) === (0,check_name/* withTag */.Rd)(model));
    if (name === undefined) {
        const near = (0,check_name/* nearestNames */.LE)(model, names);
        const there = near.length === 0 ? 'it serves none' : `it serves ${near.join(', ')}`;
        return (0,step/* finding */.gk)(`there is no model ${model}; ${there}`, 'correct the input model', { wanted: model, nearest: near });
    }
    const judged = (0,step/* together */.bs)([
        (0,step/* passed */.bF)(`it serves ${name}; its digest is unknown`, { name, digest: 'unknown' }),
        ...(digest === undefined ? [] : [(0,identity/* unseen */.nv)('such a server does not show the digest that was asked for')]),
        ...(quantization === undefined ? [] : [(0,identity/* unseen */.nv)('such a server does not show the quantisation that was asked for')]),
    ]);
    return { ...judged, value: name };
}
function question(wish, model) {
    const limit = (0,warm/* answerLimit */.Ey)(wish);
    return { model, tokens: warm/* usualTokens */.dt, limit, stall: limit };
}
/** Its time has a load in it where there was one, which such a server does not say. */
async function firstAnswer(task, model, prompt) {
    const { server, wish, now } = task;
    const limit = (0,warm/* loadLimit */.wt)(wish);
    try {
        const { from, to } = await (0,asking/* loading */.Lq)(task, () => complete(server, { ...question(wish, model), prompt, limit, stall: limit }, now));
        const judged = (0,memory/* judgeLoad */.wl)(to - from, false, wish);
        const words = judged.verdict === 'passed'
            ? `the first answer took ${(to - from).toFixed(1)} s; whether it was loaded for it is unknown`
            : judged.words;
        return { ...judged, words, evidence: { firstAnswerSeconds: to - from, coldSeconds: null }, value: true };
    }
    catch (error) {
        if (!(error instanceof failure/* ModelError */.me && error.kind === 'late'))
            throw error;
        return (0,step/* finding */.gk)(`the first answer was not whole after ${limit} s, and cold-budget is ${wish.coldBudget} s`, 'see in the log of the server what it waits for, or raise cold-budget');
    }
}
function residency({ residency, keepAlive }) {
    const evidence = { residency: 'unknown' };
    const asked = [
        ...(residency.kind === 'any' ? [] : ['how much of the model is in the memory of a GPU']),
        ...(keepAlive === 'forever' ? [] : ['how long it stays in memory']),
    ];
    if (asked.length === 0)
        return { verdict: 'not-asked', words: 'unknown: such a server does not show it', evidence };
    return { ...(0,identity/* unseen */.nv)(`such a server does not show ${asked.join(', nor ')}`), evidence };
}
function after(names, model) {
    if (names.includes(model))
        return (0,step/* passed */.bF)('still served; whether it was loaded again is unknown', { residency: 'unknown' });
    return (0,step/* finding */.gk)(`the server no longer serves ${model}`, 'see who changed it while it was measured');
}

// EXTERNAL MODULE: ./build/actions/warm-model/disk.js
var disk = __webpack_require__(1027);
// EXTERNAL MODULE: ./build/actions/warm-model/servers.js
var servers = __webpack_require__(6696);
;// CONCATENATED MODULE: ./build/actions/warm-model/check.js
/** Checks every server beside the others. */










/** @throws what the first of them threw, once all have ended and taken back what they were making */
async function check(check) {
    const { kind, urls } = check.inputs;
    const prompts = promptsOf(check);
    const warm = kind === 'ollama' ? warmOllama : warmOpenai;
    const settled = await Promise.allSettled(urls.map((url) => warm(taskOf(check, url, prompts))));
    return settled.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return one.value;
    });
}
function taskOf({ host, signal, inputs }, url, prompts) {
    const { token, wish, urls } = inputs;
    return (0,task/* warmTask */.V)({
        host,
        server: { url, signal, ...(token === undefined ? {} : { token }) },
        wish: { ...wish, prompts },
        name: (0,servers/* nameIn */.ZC)(urls, url),
        free: async () => ((0,call/* isLoopback */.U9)(url) ? (0,disk/* freeForModels */.u)((name) => host.env(name)) : undefined),
    });
}
/** Bytes; a prompt is a question, not a library. */
const mostPrompts = 1_000_000;
function promptsOf({ host, inputs }) {
    const name = inputs.promptsFile;
    if (name === undefined)
        return check_prompts/* ownPrompts */.SN;
    const root = host.env('GITHUB_WORKSPACE') ?? process.cwd();
    const path = (0,external_node_path_.isAbsolute)(name) ? name : (0,external_node_path_.join)(root, name);
    const wrong = (why) => new errors/* InputError */.dz(`input prompts is ${JSON.stringify(name)}: ${why}; expected a file with a prompt a line`);
    try {
        if ((0,external_node_fs_.statSync)(path).size > mostPrompts)
            throw wrong(`${path} is larger than ${mostPrompts} bytes`);
        const prompts = (0,check_prompts/* promptsIn */.T0)((0,external_node_fs_.readFileSync)(path, 'utf8'));
        if (prompts.length === 0)
            throw wrong(`${path} has none`);
        return prompts;
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            throw error;
        throw wrong((0,errors/* codeOf */.$N)(error) === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${(0,errors/* codeOf */.$N)(error)})`);
    }
}


/***/ }),

/***/ 7699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pI: () => (/* binding */ askAll),
  RV: () => (/* binding */ askOnce),
  Lq: () => (/* binding */ loading)
});

// UNUSED EXPORTS: pace

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

// EXTERNAL MODULE: ./build/shared/model/check/step.js
var step = __webpack_require__(2219);
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
    return (0,step/* together */.bs)([(0,step/* passed */.bF)(words, evidence), judgeReload([answer], cold)]);
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
        return (0,step/* passed */.bF)(served.length === 0 ? 'whether it was loaded again is unknown' : 'not loaded again', evidence);
    const longest = seconds(Math.max(...over));
    return (0,step/* finding */.gk)(`${over.length === 1 ? 'one request' : `${over.length} requests`} waited up to ${longest} for the model, as if it was loaded again (a warm one needs less than ${seconds(limit)})`, 'another client sends options of its own, or the server is busy with others: give options here, and let all clients use the derived model', evidence);
}
/** @param cold seconds of the load; undefined where nobody saw it */
function judgeObjective(asked, cold, { p95 }) {
    const { answers, discarded } = asked;
    const numbers = numbersOf(answers);
    const evidence = { ...numbers, late: asked.late, objectiveP95: p95 };
    const reload = judgeReload([...discarded, ...answers], cold);
    return (0,step/* together */.bs)([{ ...judgeNumbers(asked, numbers, p95), evidence }, reload]);
}
function judgeNumbers({ answers, late, limit }, numbers, p95) {
    const objective = `the objective is below ${seconds(p95)}`;
    const empty = answers.filter(({ first }) => first === undefined).length;
    if (late > 0) {
        return (0,step/* finding */.gk)(`${late} of ${late + answers.length} answers were not whole after ${seconds(limit)}; ${objective}`, slowFix);
    }
    if (empty > 0)
        return broken(`${empty} of ${answers.length} answers were without a word`);
    if (numbers.p95 === undefined)
        return broken('nothing was measured');
    const { unfinished } = numbers;
    const ended = unfinished === 0 ? '' : `; ${unfinished} ended without saying so, as Ollama does when a model repeats itself`;
    const words = `p95 ${seconds(numbers.p95)}, p50 ${seconds(numbers.p50 ?? 0)} over ${numbers.count} requests${ended}; ${objective}`;
    return numbers.p95 < p95 ? (0,step/* passed */.bF)(words) : (0,step/* finding */.gk)(words, slowFix);
}
const slowFix = 'lower concurrency or num_ctx, take a smaller model or a faster GPU, or raise p95';
/** Three digits: `42.1 ms`, `1.23 s`. */
function seconds(value) {
    return value < 1 ? `${Number((value * 1000).toPrecision(3))} ms` : `${Number(value.toPrecision(3))} s`;
}

// EXTERNAL MODULE: ./build/shared/model/failure.js
var failure = __webpack_require__(3544);
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
                if (!(error instanceof failure/* ModelError */.me && error.kind === 'late')) {
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

// EXTERNAL MODULE: ./build/shared/model/warm.js
var warm = __webpack_require__(6729);
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
        if (!(error instanceof failure/* ModelError */.me && error.kind === 'late'))
            throw error;
        return (0,step/* finding */.gk)(`it did not end its answer within ${(0,warm/* answerLimit */.Ey)(wish)} s`, 'see in the log of the server what it works at, or take a smaller model');
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
    const asked = { answers, discarded: discarded.answers, late, limit: (0,warm/* answerLimit */.Ey)(wish) };
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


/***/ }),

/***/ 8481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ stepBook)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7856);
/* harmony import */ var _check_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2219);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3544);
/** The steps as they are taken: each one's time, and what was thrown as its verdict. */



/** @param names of the steps that belong to the whole, in their order */
function stepBook(now, say, names = _check_step_js__WEBPACK_IMPORTED_MODULE_1__/* .stepNames */ .Ve) {
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
                if (error instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
                    note(name, began, cancelled(error));
                if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .ModelError */ .me))
                    throw error;
                note(name, began, judgeFailure(error));
                return undefined;
            }
        },
        /** What the steps so far come to. */
        verdict: () => (0,_check_step_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(steps),
        end() {
            const all = (0,_check_step_js__WEBPACK_IMPORTED_MODULE_1__/* .complete */ .My)(steps, names);
            return { steps: all, verdict: (0,_check_step_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(all), reason: (0,_check_step_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(all) };
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


/***/ }),

/***/ 574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ variedPrompts),
/* harmony export */   SN: () => (/* binding */ ownPrompts),
/* harmony export */   T0: () => (/* binding */ promptsIn)
/* harmony export */ });
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


/***/ }),

/***/ 2171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ choose),
/* harmony export */   u: () => (/* binding */ takeAway)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _check_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6387);
/* harmony import */ var _check_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6494);
/* harmony import */ var _check_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9073);
/* harmony import */ var _check_parameters_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(529);
/* harmony import */ var _check_step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2219);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3544);
/* harmony import */ var _ollama_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7430);
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
    const name = (0,_check_name_js__WEBPACK_IMPORTED_MODULE_6__/* .derivedName */ .Pr)(wish.model, hash(`${base.digest}\n${(0,_check_options_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)(options)}`));
    const there = (0,_check_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .findInstalled */ .c9)(await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_5__/* .tags */ ._A)(server), name);
    const evidence = { derived: name, from: base.name, options };
    if (there !== undefined && (await isDerived(server, name, base.name, options))) {
        return {
            ...(0,_check_step_js__WEBPACK_IMPORTED_MODULE_3__/* .passed */ .bF)(`${name} has these options already`, { ...evidence, made: false }),
            value: { name, digest: there.digest },
        };
    }
    if (there === undefined)
        made.set(name, false);
    await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_5__/* .create */ .vt)(server, name, base.name, options);
    if (there === undefined)
        made.set(name, true);
    const fresh = (0,_check_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .findInstalled */ .c9)(await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_5__/* .tags */ ._A)(server), name);
    if (fresh === undefined)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .ModelError */ .me('broken', `POST /api/create: it said success, and there is no ${name}`);
    const wrong = (0,_check_parameters_js__WEBPACK_IMPORTED_MODULE_7__/* .differing */ .R)((await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_5__/* .show */ .WU)(server, name)).parameters, options);
    if (wrong.length > 0)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .ModelError */ .me('broken', `POST /api/create: ${name} was made without ${wrong.join(', ')}`);
    return { ...(0,_check_step_js__WEBPACK_IMPORTED_MODULE_3__/* .passed */ .bF)(`made ${name}`, { ...evidence, made: true }), value: { name, digest: fresh.digest } };
}
/** Its name alone proves nothing: anybody may have given it to other weights. */
async function isDerived(server, name, from, options) {
    const [it, base] = [await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_5__/* .show */ .WU)(server, name), await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_5__/* .show */ .WU)(server, from)];
    return (0,_check_parameters_js__WEBPACK_IMPORTED_MODULE_7__/* .differing */ .R)(it.parameters, options).length === 0 && (0,_check_parameters_js__WEBPACK_IMPORTED_MODULE_7__/* .weightsOf */ .Z)(it.modelfile) === (0,_check_parameters_js__WEBPACK_IMPORTED_MODULE_7__/* .weightsOf */ .Z)(base.modelfile);
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
        const was = await (0,_ollama_js__WEBPACK_IMPORTED_MODULE_5__/* .remove */ .TF)(server, name).catch(() => undefined);
        const isOver = whole || removed || performance.now() - began > removal.late * 1000;
        if (was === false && isOver)
            return true;
        removed ||= was === true;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(removal.pause * 1000);
    }
    return false;
}


/***/ }),

/***/ 1161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ greet),
  l: () => (/* binding */ identify)
});

// EXTERNAL MODULE: ./build/shared/model/bytes.js
var model_bytes = __webpack_require__(6721);
// EXTERNAL MODULE: ./build/shared/model/check/identity.js
var identity = __webpack_require__(6387);
// EXTERNAL MODULE: ./build/shared/model/check/step.js
var step = __webpack_require__(2219);
// EXTERNAL MODULE: ./build/shared/model/failure.js
var failure = __webpack_require__(3544);
// EXTERNAL MODULE: ./build/shared/model/ollama.js
var ollama = __webpack_require__(7430);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
;// CONCATENATED MODULE: ./build/shared/model/pull.js
/** Brings a model from its registry: what it has already it keeps, a stall is ended, and it goes on where it stood. */





const usualPatience = { stall: 60, quiet: 900, tries: 4, pause: 2, pace: 5 };
/** Seconds that one try may take at most. */
const longest = 24 * 3600;
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
            if (!(error instanceof failure/* ModelError */.me) || !isWorthAnotherTry(error))
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
        await (0,ollama/* pull */.a$)({ ...server, signal }, model, patience.quiet, longest, (line) => {
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
            throw new failure/* ModelError */.me('stalled', `POST /api/pull: no byte came for ${patience.stall} s`);
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
                throw new DiskFull(`it needs ${(0,model_bytes/* bytesText */.p)(needed)} more on the disk, and ${(0,model_bytes/* bytesText */.p)(free)} are free`);
            return before === undefined || completed > before.completed;
        },
        progress({ status }) {
            const [all, here] = [sum(({ total }) => total), sum(({ completed }) => completed)];
            if (all === 0)
                return `pull: ${status}`;
            const rate = arrived() / Math.max(0.001, now() - began);
            return `pull: ${Math.floor((100 * here) / all)} % of ${(0,model_bytes/* bytesText */.p)(all)} (${(0,model_bytes/* bytesText */.p)(here)}), ${(0,model_bytes/* bytesText */.p)(rate)}/s: ${status}`;
        },
    };
}

// EXTERNAL MODULE: ./build/shared/model/reach.js
var reach = __webpack_require__(7053);
;// CONCATENATED MODULE: ./build/shared/model/identify.js







async function greet(task) {
    const { server, wish } = task;
    const seen = { version: await (0,reach/* reach */.g)(task, () => (0,ollama/* version */.rE)(server)) };
    const takesCloud = await (0,ollama/* cloud */.gg)(server);
    return { ...(0,identity/* judgeServer */.TS)({ ...seen, ...(takesCloud === undefined ? {} : { cloud: takesCloud }) }, wish), value: true };
}
/** @param seen gets the digest of the model that is there, also where it is another one than was meant */
async function identify(task, seen) {
    const { server, wish } = task;
    const before = await (0,ollama/* tags */._A)(server);
    const there = (0,identity/* findInstalled */.c9)(before, wish.model);
    const isWanted = wish.pull === 'always' || (wish.pull === 'missing' && there === undefined);
    const pulled = isWanted ? await pullModel(task) : undefined;
    const installed = isWanted ? await (0,ollama/* tags */._A)(server) : before;
    const found = (0,identity/* findInstalled */.c9)(installed, wish.model);
    if (found !== undefined)
        seen.digest = found.digest;
    const judged = (0,identity/* judgeIdentity */.Ec)(found, installed, wish);
    const pull = pulled === undefined ? [] : [pulled];
    if (found === undefined || judged.verdict === 'findings' || pulled?.verdict === 'findings')
        return (0,step/* together */.bs)([...pull, judged]);
    const { capabilities } = await (0,ollama/* show */.WU)(server, found.name);
    const able = (0,identity/* judgeCapabilities */.Mi)(capabilities);
    const all = (0,step/* together */.bs)([...pull, judged, able]);
    if (all.verdict === 'findings')
        return all;
    return { ...all, value: { installed: found, thinks: capabilities.includes('thinking') } };
}
/** What the registry says of a model that it does not have. */
const unknown = /file does not exist|not found/i;
async function pullModel({ server, wish, say, now, free, patience }) {
    const room = await free();
    say(`pulling ${wish.model}${room === undefined ? '' : ` (${(0,model_bytes/* bytesText */.p)(room)} are free)`}`);
    try {
        const means = { say, now, free: room, ...(patience === undefined ? {} : { patience }) };
        const { bytes, seconds, tries } = await bring(server, wish.model, means);
        const evidence = { pulledBytes: bytes, pullSeconds: seconds, pullTries: tries, freeBytes: room ?? null };
        return (0,step/* passed */.bF)(`pulled ${(0,model_bytes/* bytesText */.p)(bytes)} in ${seconds.toFixed(1)} s`, evidence);
    }
    catch (error) {
        if (error instanceof DiskFull)
            return (0,step/* finding */.gk)(error.message, 'free the disk of the models, or take a smaller model', {
                freeBytes: room ?? null,
            });
        if (error instanceof failure/* ModelError */.me && error.kind === 'said-error' && unknown.test(error.message)) {
            return (0,step/* finding */.gk)(`the registry has no ${wish.model}`, 'correct the input model', { pull: error.message });
        }
        throw error;
    }
}


/***/ }),

/***/ 4819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ bringIntoMemory),
  z: () => (/* binding */ prove)
});

// EXTERNAL MODULE: ./build/shared/model/asking.js + 4 modules
var asking = __webpack_require__(7699);
// EXTERNAL MODULE: ./build/shared/model/check/memory.js
var check_memory = __webpack_require__(9514);
// EXTERNAL MODULE: ./build/shared/model/check/prompts.js
var prompts = __webpack_require__(574);
// EXTERNAL MODULE: ./build/shared/model/check/residency.js
var residency = __webpack_require__(1129);
// EXTERNAL MODULE: ./build/shared/model/check/step.js
var step = __webpack_require__(2219);
// EXTERNAL MODULE: ./build/shared/model/failure.js
var failure = __webpack_require__(3544);
// EXTERNAL MODULE: ./build/shared/model/memory.js
var memory = __webpack_require__(3867);
// EXTERNAL MODULE: ./build/shared/model/ollama.js
var ollama = __webpack_require__(7430);
// EXTERNAL MODULE: ./build/shared/model/http.js + 1 modules
var http = __webpack_require__(7694);
// EXTERNAL MODULE: ./build/shared/model/replies.js
var replies = __webpack_require__(1770);
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
    await (0,http/* fetchLines */.ce)(server, call, (text) => seen.hear(text, now));
    return { from, to: now(), ...seen.told() };
}
const about = 'POST /api/generate';
/** What the lines of an answer tell; of their words only that they came. */
function answerSeen() {
    let [lines, done] = [0, false];
    let first;
    let metrics = {};
    return {
        hear(text, now) {
            const line = (0,replies/* parseReply */.UV)(replies/* answerLine */.NO, text, about);
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
                throw new failure/* ModelError */.me('broken', `${about}: its answer was empty`);
            return { done, ...(first === undefined ? {} : { first }), ...metrics };
        },
    };
}
function known(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./build/shared/model/warm.js
var warm = __webpack_require__(6729);
;// CONCATENATED MODULE: ./build/shared/model/prove.js
/** The steps that use the model: load, look, ask, measure, look again. */










const withMemory = (given) => ({ ...given, memory: (0,memory/* memoryOf */.z)(given, given.chosen) });
/** True once every step was taken; what they came to stands in the book. */
async function prove(given) {
    const task = withMemory(given);
    const { book, wish, mayLeave } = task;
    const resident = await settle(task);
    if (resident === undefined)
        return false;
    const { before, loaded } = resident;
    const [first = '', ...rest] = (0,prompts/* variedPrompts */.Jf)(wish.prompts, wish.runs + 2, task.mark);
    const put = (prompt) => ask(task, prompt);
    if (!(await book.take('generate', () => (0,asking/* askOnce */.RV)(task, put, first, task.found.cold))))
        return false;
    if (!(await book.take('objective', () => (0,asking/* askAll */.pI)(task, put, rest, task.found))))
        return false;
    const looked = await book.take('after', async () => {
        const after = await task.memory();
        const span = { before, loaded, after, ...(mayLeave === undefined ? {} : { mayLeave }) };
        return { ...(0,check_memory/* judgeAfter */.MU)(span, task.chosen.digest, wish), value: true };
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
    const was = (0,check_memory/* findLoaded */.ru)(before, chosen.digest);
    const limit = (0,warm/* loadLimit */.wt)(wish);
    const began = now();
    try {
        await (0,asking/* loading */.Lq)(task, () => (0,ollama/* load */.Hh)(server, chosen.name, (0,warm/* keepAliveOf */.eG)(wish), limit));
    }
    catch (error) {
        if (!(error instanceof failure/* ModelError */.me && error.kind === 'late'))
            throw error;
        return (0,step/* finding */.gk)(`it was not loaded after ${limit} s, and cold-budget is ${wish.coldBudget} s`, 'see in the log of the server what it waits for, or raise cold-budget', { coldSeconds: null });
    }
    const seconds = now() - began;
    // Under another name of the same weights it was in memory already if it still has that name.
    const isThere = was !== undefined &&
        (was.digest === chosen.digest || (0,check_memory/* findLoaded */.ru)(await memory(), chosen.digest)?.digest === was.digest);
    if (!isThere)
        found.cold = seconds;
    return { ...(0,check_memory/* judgeLoad */.wl)(seconds, isThere, wish), value: before };
}
/** The value is what is in memory now; a model that is gone again cannot be asked. */
async function lookInMemory({ wish, chosen, found, memory: look }) {
    const memory = await look();
    const row = (0,check_memory/* findLoaded */.ru)(memory, chosen.digest);
    const judged = (0,check_memory/* judgeResidency */.S_)(memory, chosen.digest, wish);
    if (row === undefined)
        return judged;
    const share = (0,residency/* shareOf */.tC)(row);
    if (share !== undefined)
        found.share = share;
    return { ...judged, value: memory };
}
function ask({ server, wish, chosen, think, now }, prompt) {
    // A frozen num_predict is the one that clients get; without one an answer may have no end.
    const options = wish.options?.['num_predict'] === undefined ? { num_predict: warm/* usualTokens */.dt } : {};
    const limit = (0,warm/* answerLimit */.Ey)(wish);
    return generate(server, { model: chosen.name, prompt, options, limit, stall: limit, ...(think ? { think: 'low' } : {}) }, now);
}


/***/ })

};
