export const id = 48;
export const ids = [48];
export const modules = {

/***/ 8048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPlan: () => (/* binding */ readPlan)
});

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
;// CONCATENATED MODULE: ./build/shared/plan/selector.js
/** Selectors of time series as Prometheus writes them: `name{label="x",code=~"5.."}`. */
/** What is wrong with a selector's text, and where; the column counts from 1. */
class SelectorError extends Error {
    name = 'SelectorError';
    column;
    constructor(column, expected, found) {
        super(`at column ${column} expected ${expected}, found ${found === '' ? 'its end' : JSON.stringify(found)}`);
        this.column = column;
    }
}
const escapes = { n: '\n', '"': '"', '\\': '\\' };
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
        this.space();
    }
    get done() {
        return this.at === this.text.length;
    }
    /** What the pattern finds here, without the space after it; undefined when it is something else. */
    take(pattern) {
        const sticky = new RegExp(pattern.source, 'y');
        sticky.lastIndex = this.at;
        const [found] = sticky.exec(this.text) ?? [];
        if (found === undefined || found === '')
            return undefined;
        this.at += found.length;
        this.space();
        return found;
    }
    need(pattern, expected) {
        return this.take(pattern) ?? this.fail(expected);
    }
    fail(expected, at = this.at) {
        throw new SelectorError(at + 1, expected, this.text.slice(at, at + 12));
    }
    space() {
        while (/\s/.test(this.text[this.at] ?? ''))
            this.at += 1;
    }
}
function readMatcher(reader) {
    const label = reader.need(/[A-Za-z_][A-Za-z0-9_]*/, 'the name of a label');
    const op = reader.need(/=~|!~|!=|=/, 'one of =, !=, =~, !~');
    const start = reader.at;
    const quoted = reader.need(/"(?:[^"\\\n]|\\[n"\\])*"/, 'a value in double quotes, with \\\\ for a backslash');
    const value = quoted.slice(1, -1).replace(/\\([n"\\])/g, (_, letter) => escapes[letter] ?? letter);
    if (op.endsWith('~')) {
        try {
            new RegExp(`^(?:${value})$`, 's');
        }
        catch {
            reader.fail('a regular expression', start);
        }
    }
    return { label, op, value };
}
/** @throws SelectorError with the column and what was expected there */
function parseSelector(text) {
    const reader = new Reader(text);
    const name = reader.need(/[A-Za-z_:][A-Za-z0-9_:]*/, 'the name of a metric');
    const matchers = [];
    if (reader.take(/\{/) !== undefined) {
        while (reader.take(/\}/) === undefined) {
            matchers.push(readMatcher(reader));
            if (reader.take(/,/) === undefined) {
                reader.need(/\}/, ', or }');
                break;
            }
        }
    }
    if (!reader.done)
        reader.fail(matchers.length === 0 ? '{ or the end' : 'the end');
    return { name, matchers };
}

;// CONCATENATED MODULE: ./build/shared/plan/model-metrics.js

/** Total, since the rules have passed. @param requests what answers are counted by where the plan does not say */
function resolveModelMetrics(asked, requests) {
    if (asked === undefined)
        return [];
    const histogram = (name, worse) => {
        const text = asked[name];
        if (text === undefined)
            return [];
        const selector = parseSelector(text);
        return [{ name, worse, histogram: { ...selector, name: `${selector.name}_bucket` } }];
    };
    const lines = asked['error-lines'];
    const answers = asked.answers === undefined ? requests : parseSelector(asked.answers);
    return [
        ...histogram('first-token', 'higher'),
        ...histogram('tokens-per-second', 'lower'),
        ...(lines === undefined
            ? []
            : [{ name: 'error-lines', worse: 'higher', errors: parseSelector(lines), answers }]),
    ];
}

// EXTERNAL MODULE: ./build/shared/plan/schema.js
var schema = __webpack_require__(8251);
// EXTERNAL MODULE: ./build/shared/plan/units.js
var units = __webpack_require__(4537);
;// CONCATENATED MODULE: ./build/shared/plan/metrics.js
/** Where a plan's counts come from, as the code uses it. */




/** Numbers and parsed selectors; total, since the rules have passed. */
function resolveMetrics({ from, metrics }) {
    const known = { ...schema/* usualMetrics */.A, ...metrics };
    const requests = parseSelector(known.requests);
    const failed = { label: 'code', op: '=~', value: '5..' };
    const histogram = known.latency === 'none' ? null : parseSelector(known.latency);
    return {
        from,
        url: known.url,
        tokenEnv: known['token-env'],
        versionLabel: known['version-label'],
        instanceLabel: known['instance-label'],
        staleAfter: (0,units/* duration */.p0)(known['stale-after']),
        path: known.path,
        requests,
        errors: known.errors === undefined
            ? { ...requests, matchers: [...requests.matchers, failed] }
            : parseSelector(known.errors),
        latency: histogram && { ...histogram, name: `${histogram.name}_bucket` },
        model: resolveModelMetrics(known.model, requests),
    };
}

;// CONCATENATED MODULE: ./build/shared/plan/plan.js
/** The plan as the code uses it: seconds, percent of traffic (0 to 100), shares (0 to 1). */


function resolveSteps(canary) {
    const dwell = (0,units/* duration */.p0)(canary.analysis.dwell);
    return canary.steps.map((step) => typeof step === 'string'
        ? { weight: (0,units/* percent */.KN)(step), hold: dwell, approve: false }
        : {
            weight: (0,units/* percent */.KN)(step.weight),
            hold: step.hold === undefined ? dwell : (0,units/* duration */.p0)(step.hold),
            approve: step.approve,
        });
}
function resolveCanary(canary) {
    const { analysis } = canary;
    return {
        steps: resolveSteps(canary),
        analysis: {
            every: (0,units/* duration */.p0)(analysis.every),
            dwell: (0,units/* duration */.p0)(analysis.dwell),
            warmUp: (0,units/* duration */.p0)(analysis['warm-up']),
            deadline: (0,units/* duration */.p0)(analysis.deadline),
            noData: analysis['no-data'],
            harmBudget: (0,units/* percent */.KN)(analysis['harm-budget']) / 100,
        },
        metrics: resolveMetrics(analysis),
        affinity: canary.affinity,
        onCancel: canary['on-cancel'],
        onDeadline: canary['on-deadline'],
        lease: (0,units/* duration */.p0)(canary.lease),
        heldFor: (0,units/* duration */.p0)(canary['held-for']),
    };
}
function resolveTarget(target) {
    const { listen, drain, ...rest } = target;
    const colon = listen.lastIndexOf(':');
    const host = listen.slice(0, colon).replace('localhost', '127.0.0.1');
    return { ...rest, host, port: Number(listen.slice(colon + 1)), drain: (0,units/* duration */.p0)(drain) };
}
function resolveSmoke(smoke) {
    const { body, timeout, ...rest } = smoke;
    const encoded = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    return { ...rest, body: encoded, timeout: (0,units/* duration */.p0)(timeout) };
}
function resolveModel({ url, name, digest, p95 }) {
    return { url, name, ...(digest === undefined ? {} : { digest }), p95: (0,units/* duration */.p0)(p95) };
}
/** Turns a parsed document into numbers; total, since the schema and the cross-field rules have passed. */
function resolvePlan(document) {
    const { target, smoke, ...rest } = document;
    return {
        service: document.service,
        target: resolveTarget(target),
        health: {
            path: document.health.path,
            timeout: (0,units/* duration */.p0)(document.health.timeout),
            every: (0,units/* duration */.p0)(document.health.every),
            start: (0,units/* duration */.p0)(document.health.start),
        },
        smoke: smoke.map(resolveSmoke),
        canary: resolveCanary(document.canary),
        objectives: {
            errorRate: (0,units/* percent */.KN)(document.objectives['error-rate']) / 100,
            latencyP95: (0,units/* duration */.p0)(document.objectives['latency-p95']),
        },
        ...(document.model === undefined ? {} : { model: resolveModel(document.model) }),
        document: rest,
    };
}

// EXTERNAL MODULE: ./build/shared/plan/positions.js
var positions = __webpack_require__(9818);
// EXTERNAL MODULE: ./build/shared/plan/problems.js + 1 modules
var plan_problems = __webpack_require__(930);
;// CONCATENATED MODULE: ./build/shared/plan/metric-rules.js


const home = ['canary', 'analysis', 'metrics'];
const at = (key) => [...home, key];
/** Keys that only one source reads; the others are of both. */
const onlyFor = {
    url: 'prometheus',
    'token-env': 'prometheus',
    'version-label': 'prometheus',
    'instance-label': 'prometheus',
    'stale-after': 'prometheus',
    path: 'scrape',
};
function unread(metrics, from) {
    return Object.keys(metrics).flatMap((key) => {
        const source = Object.hasOwn(onlyFor, key) ? onlyFor[key] : undefined;
        if (source === undefined || source === from)
            return [];
        const message = `canary.analysis.metrics.${key}: is read with from: ${source} alone, and from is ${String(from)}; leave it out`;
        return [{ path: at(key), message }];
    });
}
const dotted = (path) => [...home, ...path].join('.');
function read(metrics, path) {
    const text = (0,plan_problems/* valueAt */.fK)(metrics, path);
    const key = path.at(-1);
    if (typeof text !== 'string' || (key === 'latency' && text === 'none'))
        return undefined;
    try {
        return parseSelector(text);
    }
    catch (error) {
        if (!(error instanceof SelectorError))
            throw error;
        const message = `${dotted(path)}: ${JSON.stringify(text)} is no selector: ${error.message}; a selector is such as http_requests_total{code=~"5.."}`;
        return { path: [...home, ...path], message };
    }
}
const histograms = ['latency', 'first-token', 'tokens-per-second'];
/** What would be asked twice, or could not be asked of a histogram. */
function misuse(metrics, key, from, { name, matchers }) {
    const version = Reflect.get(metrics, 'version-label') ?? 'version';
    if (from === 'prometheus' && matchers.some(({ label }) => label === version))
        return `the label ${String(version)} tells the versions apart; leave it out`;
    if (!histograms.includes(key))
        return undefined;
    if (name.endsWith('_bucket'))
        return `expected the histogram's name, ${name.slice(0, -'_bucket'.length)}`;
    return matchers.some(({ label }) => label === 'le') ? 'all bounds of a histogram are read; leave le out' : undefined;
}
function selectors(metrics, from) {
    return selecting.flatMap((path) => {
        const found = read(metrics, path);
        if (found === undefined)
            return [];
        if ('path' in found)
            return [found];
        const wrong = misuse(metrics, path.at(-1) ?? '', from, found);
        return wrong === undefined ? [] : [{ path: [...home, ...path], message: `${dotted(path)}: ${wrong}` }];
    });
}
const selecting = [
    ['requests'],
    ['errors'],
    ['latency'],
    ['model', 'first-token'],
    ['model', 'tokens-per-second'],
    ['model', 'error-lines'],
    ['model', 'answers'],
];
/** Answers alone are compared with nothing, and a mapping without a metric asks for nothing. */
function aimless(metrics) {
    const model = (0,plan_problems/* valueAt */.fK)(metrics, ['model']);
    if (typeof model !== 'object' || model === null)
        return [];
    const path = [...home, 'model'];
    const given = Object.keys(model);
    if (given.includes('answers') && !given.includes('error-lines')) {
        const message = `${dotted(['model', 'answers'])}: nothing is counted among them; expected error-lines beside it`;
        return [{ path: [...path, 'answers'], message }];
    }
    const message = `${dotted(['model'])}: names no metric; expected first-token, tokens-per-second or error-lines`;
    return given.length === 0 ? [{ path, message }] : [];
}
/** Every breach of these rules; reads what it can of a plan whose shape is wrong elsewhere. */
function metricBreaches(root) {
    const from = (0,plan_problems/* valueAt */.fK)(root, ['canary', 'analysis', 'from']) ?? 'router';
    const given = (0,plan_problems/* valueAt */.fK)(root, home);
    const metrics = typeof given === 'object' && given !== null ? given : {};
    if (from === 'router' && given !== undefined) {
        const message = 'canary.analysis.metrics: is not read with from: router; expected from: scrape or from: prometheus, or no metrics';
        return [{ path: home, message }];
    }
    const needs = from === 'prometheus' && (0,plan_problems/* valueAt */.fK)(metrics, ['url']) === undefined;
    const message = 'canary.analysis.metrics.url: is missing; from: prometheus needs the address of the server, such as http://127.0.0.1:9090';
    const missing = needs ? [{ path: at('url'), message }] : [];
    return [...missing, ...unread(metrics, from), ...selectors(metrics, from), ...aimless(metrics)];
}

;// CONCATENATED MODULE: ./build/shared/plan/rules.js



function seconds(root, path, fallback) {
    const value = (0,plan_problems/* valueAt */.fK)(root, path) ?? fallback;
    return typeof value === 'string' && units/* durationPattern */.Zq.test(value) ? (0,units/* duration */.p0)(value) : undefined;
}
function weightOf(step) {
    const weight = typeof step === 'object' && step !== null ? Reflect.get(step, 'weight') : step;
    return typeof weight === 'string' && units/* percentPattern */.UJ.test(weight) ? (0,units/* percent */.KN)(weight) : undefined;
}
function risingWeights(root) {
    const steps = (0,plan_problems/* valueAt */.fK)(root, ['canary', 'steps']);
    if (!Array.isArray(steps))
        return [];
    const weights = steps.map(weightOf);
    return weights.flatMap((weight, index) => {
        const path = ['canary', 'steps', index];
        const before = Math.max(0, ...weights.slice(0, index).map((earlier) => earlier ?? 0));
        if (weight === undefined || weight > before)
            return [];
        const message = index === 0
            ? `canary.steps[0]: ${weight}% sends no traffic; expected a first weight above 0%`
            : `canary.steps[${index}]: ${weight}% does not rise above the ${before}% before it; expected rising weights, such as 5%, 25%, 50%, 100%`;
        return [{ path, message }];
    });
}
/** Evidence for a weight comes from the step below it, so that a ladder that begins with everybody never passes. */
function nobodyLeft(root) {
    const first = weightOf((0,plan_problems/* valueAt */.fK)(root, ['canary', 'steps', 0]));
    if (first !== 100)
        return [];
    const message = 'canary.steps[0]: 100% leaves nobody on the stable version to compare with, at any traffic; expected a lower first weight, such as 5% or 50%';
    return [{ path: ['canary', 'steps', 0], message }];
}
/** That a version costs nothing at all can never be shown, however many requests there are. */
function noBudget(root) {
    const path = ['canary', 'analysis', 'harm-budget'];
    const budget = (0,plan_problems/* valueAt */.fK)(root, path);
    if (typeof budget !== 'string' || !units/* percentPattern */.UJ.test(budget) || (0,units/* percent */.KN)(budget) > 0)
        return [];
    const message = `canary.analysis.harm-budget: ${budget} can be shown at no traffic, so that no version would ever pass; expected a share above 0%, such as 0.5%`;
    return [{ path, message }];
}
/** What all steps last at least; undefined where a part of it cannot be read. */
function ladderSeconds(root, dwell) {
    const steps = (0,plan_problems/* valueAt */.fK)(root, ['canary', 'steps']) ?? ['5%', '25%', '50%', '100%'];
    if (!Array.isArray(steps) || dwell === undefined)
        return undefined;
    return steps.reduce((sum, _, index) => {
        const hold = seconds(root, ['canary', 'steps', String(index), 'hold'], `${dwell}s`);
        return sum === undefined || hold === undefined ? undefined : sum + hold;
    }, 0);
}
function times(root) {
    const at = (key) => ['canary', 'analysis', key];
    const every = seconds(root, at('every'), '5s');
    const dwell = seconds(root, at('dwell'), '30s');
    const deadline = seconds(root, at('deadline'), '30m');
    const lease = seconds(root, ['canary', 'lease'], '2m');
    const breaches = [];
    if (every !== undefined && lease !== undefined && lease < 3 * every) {
        const message = `canary.lease: ${(0,units/* readable */.HD)(lease)} runs out between two looks of ${(0,units/* readable */.HD)(every)}; expected at least ${(0,units/* readable */.HD)(3 * every)}`;
        breaches.push({ path: ['canary', 'lease'], message });
    }
    const total = ladderSeconds(root, dwell);
    if (total !== undefined && deadline !== undefined && total > deadline) {
        const message = `canary.analysis.deadline: ${(0,units/* readable */.HD)(deadline)} is shorter than the steps, which last ${(0,units/* readable */.HD)(total)}; expected at least that, or a shorter dwell`;
        breaches.push({ path: at('deadline'), message });
    }
    return breaches;
}
/** What must not be nothing: a wait of 0 is never over, and an objective of 0 is never met. */
const positive = [
    [['health', 'timeout'], '5s'],
    [['health', 'every'], '1s'],
    [['health', 'start'], '30s'],
    [['canary', 'analysis', 'every'], '5s'],
    [['canary', 'analysis', 'metrics', 'stale-after'], '1m'],
    [['canary', 'held-for'], '1h'],
    [['objectives', 'latency-p95'], '2s'],
    [['model', 'p95'], '10s'],
];
function nothings(root) {
    return positive.flatMap(([path, fallback]) => {
        if (seconds(root, path, fallback) !== 0)
            return [];
        return [{ path, message: `${path.join('.')}: 0 s is no duration; expected one above 0, such as ${fallback}` }];
    });
}
function ports(root) {
    const listen = (0,plan_problems/* valueAt */.fK)(root, ['target', 'listen']);
    const port = typeof listen === 'string' ? Number(listen.split(':').at(-1)) : 1;
    if (!(port < 1 || port > 65535))
        return [];
    return [{ path: ['target', 'listen'], message: `target.listen: port ${port} does not exist; expected 1 to 65535` }];
}
/** Every breach of every rule; reads what it can of a plan whose shape is wrong elsewhere. */
function breaches(root) {
    return [...recordedBreaches(root), ...nobodyLeft(root), ...noBudget(root)];
}
/** As `breaches`, of a plan that was carried out already: what could never have passed was judged all the same. */
function recordedBreaches(root) {
    return [...risingWeights(root), ...times(root), ...nothings(root), ...ports(root), ...metricBreaches(root)];
}

;// CONCATENATED MODULE: ./build/shared/plan/read.js
/** Text of a plan to a plan, or one error with every problem at once. */








/**
 * Reads a plan. `file` names it in errors.
 * @throws InputError with the file, line and column of each problem.
 */
function readPlan(text, file) {
    const root = parse(text, file);
    const result = (0,dist/* safeParse */.xLC)(schema/* planSchema */.F, root);
    const places = (0,positions/* findPlaces */.C)(text);
    const problems = [
        ...(0,plan_problems/* problemsOf */.GW)(result.issues ?? [], root, places, file),
        ...breaches(root).map(({ path, message }) => (0,plan_problems/* problemAt */.l4)(places, file, path, message)),
    ].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    if (result.success && problems.length === 0)
        return resolvePlan(result.output);
    throw new errors/* InputError */.dz(`${file} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}`, problems);
}
function parse(text, file) {
    try {
        if (text.trim() !== '')
            return (0,js_yaml/* load */.Hh)(text, { filename: file });
    }
    catch (error) {
        const mark = error instanceof js_yaml/* YAMLException */.tB ? error.mark : undefined;
        const place = mark ? { line: mark.line + 1, column: mark.column + 1 } : {};
        // The parser's own limits throw other errors too, and each is about what was written.
        const reason = error instanceof js_yaml/* YAMLException */.tB ? error.reason : error instanceof Error ? error.message : String(error);
        throw new errors/* InputError */.dz(`${file} is not valid YAML`, [{ message: `not valid YAML: ${reason}`, file, ...place }]);
    }
    throw new errors/* InputError */.dz(`${file} is empty`, [
        { message: 'the plan is empty; expected at least service and target', file, line: 1, column: 1 },
    ]);
}


/***/ })

};
