export const id = 454;
export const ids = [454];
export const modules = {

/***/ 9565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deliver: () => (/* binding */ deliver)
});

// EXTERNAL MODULE: ./build/shared/model/check/residency.js
var residency = __webpack_require__(1129);
// EXTERNAL MODULE: ./build/shared/report/clip.js
var clip = __webpack_require__(5777);
// EXTERNAL MODULE: ./build/shared/report/markdown.js
var markdown = __webpack_require__(5210);
// EXTERNAL MODULE: ./build/shared/report/tool-rows.js + 10 modules
var tool_rows = __webpack_require__(3382);
;// CONCATENATED MODULE: ./build/shared/report/warm.js




/** Characters of a server's words. */
const said = 1000;
function warmMarkdown(action, head, results) {
    const { verdict, reason, model } = head;
    const isUpdate = results.some(({ update }) => update !== undefined);
    const good = isUpdate ? `Clients have the ${model} that was asked for.` : `${model} is warm.`;
    const why = verdict === 'passed' ? good : reason;
    const parts = [`## ${tool_rows/* verdictSigns */.In[verdict]} · ${action}`, '', (0,markdown/* plain */.pj)((0,clip/* clip */.$)(why, 4 * said)), ''];
    const several = results.length > 1 ? [overview(results), ''] : [];
    return [...parts, ...several, ...results.map((result) => serverPart(result, head))].join('\n');
}
function overview(results) {
    const head = ['server', 'verdict', 'cold', 'p95', 'first token', 'tokens/s', 'in the GPU'];
    return (0,markdown/* table */.tp)(head, results.map((one) => [(0,markdown/* plain */.pj)(one.url), tool_rows/* verdictSigns */.In[one.verdict], ...figures(one)]));
}
function figures({ cold, numbers, share }) {
    const rate = numbers?.tokensPerSecond;
    return [
        (0,markdown/* latency */.ZK)(cold),
        (0,markdown/* latency */.ZK)(numbers?.p95),
        (0,markdown/* latency */.ZK)(numbers?.firstTokenP50),
        rate === undefined ? '–' : (0,markdown/* short */.h0)(rate),
        (0,residency/* shareText */.Lu)(share),
    ];
}
/** One server's steps and latencies; `p95` is the objective in seconds. */
function serverPart(result, { p95 }) {
    const { url, digest, derived, steps, update } = result;
    const names = [
        (0,markdown/* plain */.pj)(url),
        ...(digest === undefined ? [] : [`digest \`${(0,markdown/* plain */.pj)(digest.slice(0, 12))}\``]),
        ...(derived === undefined ? [] : [`derived model \`${derived}\``]),
    ];
    const told = update === undefined ? [] : [updateWords(update), ''];
    return [`### ${names.join(' · ')}`, '', ...told, stepTable(steps), '', ...latencies(result, p95), ''].join('\n');
}
/** What the name stood for and stands for, and the way back. Names of models have no sign that ends a span of code. */
function updateWords({ name, from, to, kept, untouched, unseen }) {
    const shown = (digest) => digest === undefined ? 'not there' : `\`${(0,markdown/* plain */.pj)(digest.slice(0, 12))}\``;
    if (untouched)
        return `\`${name}\` was not touched.`;
    if (unseen)
        return `What \`${name}\` stands for was not seen.`;
    const now = from === to ? `is ${shown(to)} as before` : `was ${shown(from)} and is ${shown(to)}`;
    const back = kept === undefined ? '' : ` The way back: \`mode: update\` with \`roll-back: ${kept}\`.`;
    return `\`${name}\` ${now}.${back}`;
}
function stepTable(steps) {
    const rows = steps.map(({ name, verdict, seconds, words, fix }) => [
        name,
        verdict === 'not-asked' ? '➖ not asked' : tool_rows/* verdictSigns */.In[verdict],
        (0,markdown/* latency */.ZK)(seconds),
        (0,markdown/* plain */.pj)((0,clip/* clip */.$)(words, said)),
        fix === undefined ? '' : (0,markdown/* plain */.pj)((0,clip/* clip */.$)(fix, said)),
    ]);
    return (0,markdown/* table */.tp)(['step', 'verdict', 'took', 'what was seen', 'what to do'], rows);
}
/** Cold and warm stand apart: the objective is for warm answers alone. */
function latencies({ cold, numbers, answers }, objective) {
    if (numbers === undefined || numbers.count === 0)
        return [];
    const { p50, p95, max, firstTokenP50, firstTokenP95, tokensPerSecond, count, unfinished } = numbers;
    const head = [
        'cold load',
        'warm p50',
        'warm p95',
        'warm max',
        'first token p50',
        'first token p95',
        'tokens/s',
        'answers',
    ];
    const cells = [cold, p50, p95, max, firstTokenP50, firstTokenP95].map(markdown/* latency */.ZK);
    const told = unfinished === 0 ? String(count) : `${count}, ${unfinished} without an end`;
    const rows = [[...cells, tokensPerSecond === undefined ? '–' : (0,markdown/* short */.h0)(tokensPerSecond), told]];
    const totals = answers.map(({ from, to }) => to - from);
    return [(0,markdown/* table */.tp)(head, rows), '', `The objective is a warm p95 below ${(0,markdown/* latency */.ZK)(objective)}.`, '', ...plot(totals)];
}
/** So many bars can be told apart. */
const drawn = { least: 5, most: 60 };
/** Every answer's time, in the order in which they ended; GitHub draws it by itself. */
function plot(totals) {
    if (totals.length < drawn.least || totals.length > drawn.most)
        return [];
    const milliseconds = totals.map((value) => Number((1000 * value).toPrecision(4)));
    const top = Number((1.1 * Math.max(...milliseconds)).toPrecision(2));
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify({ xyChart: { width: 800, height: 240 } })}}%%`,
        'xychart-beta',
        '    title "Time of each warm answer"',
        `    x-axis [${milliseconds.map((_, index) => index + 1).join(', ')}]`,
        `    y-axis "ms" 0 --> ${top}`,
        `    bar [${milliseconds.join(', ')}]`,
        '```',
        '',
    ];
}

// EXTERNAL MODULE: ./build/actions/warm-model/contract.js
var contract = __webpack_require__(6392);
// EXTERNAL MODULE: ./build/actions/warm-model/say.js
var say = __webpack_require__(8407);
;// CONCATENATED MODULE: ./build/actions/warm-model/deliver.js




/** The outputs are those of the worst server, and of the slowest where several are as bad. */
async function deliver(host, inputs, results) {
    const worst = (0,say/* worstOf */.hm)(results, ({ numbers }) => numbers?.p95 ?? Infinity);
    const { verdict } = worst;
    const reason = (0,say/* reasonOf */.A3)(results, verdict) + unreached(results);
    return (0,say/* say */.cv)(host, inputs.token, {
        ...{ verdict, reason, proved: goodWords[inputs.mode] },
        evidence: evidenceOf(inputs, results, verdict, reason),
        outputs: outputsOf(worst),
        markdown: warmMarkdown(contract/* action */.X, { verdict, reason, model: inputs.wish.model, p95: inputs.wish.p95 }, results),
    });
}
const goodWords = {
    warm: 'the model is warm',
    update: 'clients have the model that was asked for',
};
function unreached(results) {
    const hosts = results.filter(({ update }) => update?.untouched).map(({ url }) => new URL(url).host);
    return hosts.length === 0 ? '' : `; not touched: ${hosts.join(', ')}`;
}
function outputsOf({ verdict, digest, numbers, cold, share, derived, update }) {
    const number = (value) => (value === undefined ? 'unknown' : String(Number(value.toFixed(6))));
    return {
        verdict,
        digest: digest ?? 'unknown',
        'p95-seconds': number(numbers?.p95),
        'first-token-seconds': number(numbers?.firstTokenP50),
        'tokens-per-second': number(numbers?.tokensPerSecond),
        'cold-seconds': number(cold),
        residency: (0,residency/* shareText */.Lu)(share),
        'derived-model': derived ?? '',
        'kept-model': update?.kept ?? '',
    };
}
function evidenceOf({ mode, kind, wish }, results, verdict, reason) {
    return { schema: say/* schema */.wQ, verdict, reason, mode, kind, asked: wish, servers: results.map(serverOf) };
}
/** Seconds and names; what is not known is null, so that no reader takes a gap for a zero. */
function serverOf({ url, verdict, reason, steps, digest, derived, cold, share, numbers, answers, update }) {
    return {
        ...{ url, verdict, reason, steps },
        ...{ digest: digest ?? null, derivedModel: derived ?? null, coldSeconds: cold ?? null, residency: share ?? null },
        numbers: numbers ?? null,
        ...(update === undefined ? {} : updateOf(update)),
        answers: answers.map(({ from, to, first, done, tokens, load, decoding }) => ({
            seconds: to - from,
            firstTokenSeconds: first === undefined ? null : first - from,
            ...{ done, tokens: tokens ?? null, loadSeconds: load ?? null, decodingSeconds: decoding ?? null },
        })),
    };
}
/** Digests; `alias` is the name that clients use, the model's own where it has no other. */
function updateOf({ name, from, to, kept, untouched = false }) {
    return { alias: name, from: from ?? null, to: to ?? null, kept: kept ?? null, untouched };
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


/***/ })

};
