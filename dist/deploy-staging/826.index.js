export const id = 826;
export const ids = [826];
export const modules = {

/***/ 826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPlan: () => (/* binding */ readPlan)
});

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(243);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(934);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(856);
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

// EXTERNAL MODULE: ./build/shared/plan/label.js
var label = __webpack_require__(160);
// EXTERNAL MODULE: ./build/shared/plan/units.js
var units = __webpack_require__(537);
;// CONCATENATED MODULE: ./build/shared/plan/schema.js
/**
 * The shape of `jarvis.yml`. Parsing fills in the defaults and keeps the plan's own notation (`5%`, `30s`), so a parsed
 * plan is again a plan: evidence carries it as it was resolved, and editors complete it from the published JSON Schema.
 * Valibot and not zod, as every action reads a plan at its start and zod alone costs as much as node does.
 */



const schema_text = (expected) => dist/* string */.YjP(`expected ${expected}`);
const shaped = (pattern, type, expected = type) => dist/* pipe */.FsL(schema_text(type), dist/* regex */.yGV(pattern, `expected ${expected}`));
const percent = (what) => shaped(units/* percentPattern */.UJ, `${what} with its unit, such as 5%`, `${what} between 0% and 100%, such as 5%`);
const duration = (what) => shaped(units/* durationPattern */.Zq, `${what} with its unit, such as 30s`, `${what} such as 500ms, 30s, 5m or 1h`);
const path = shaped(/^\//, 'a path such as /health', 'a path that begins with /');
const words = dist/* array */.YOg(schema_text('text'), 'expected a list such as [node, server.js]');
const environment = dist/* record */.g1P(dist/* string */.YjP(), schema_text('text: put the value in quotes'), 'expected a mapping of names to text');
const oneOf = (values) => dist/* picklist */.KIO(values, `expected ${values.join(', ').replace(/, ([^,]*)$/, ' or $1')}`);
/** Of unknown keys the parser reports one; `strangers` finds them all, and can say what was meant. */
const mapping = (entries) => dist/* strictObject */.rej(entries, 'expected a mapping of keys to values');
const schema_label = shaped(label/* labelPattern */.F, 'a name', 'a name of letters, digits, dots, dashes and underscores, at most 63');
const target = mapping({
    kind: oneOf(['local']),
    listen: dist/* optional */.lqM(shaped(/^(127\.0\.0\.1|localhost):\d{1,5}$/, 'an address such as 127.0.0.1:8080', 'a loopback address and a port, such as 127.0.0.1:8080'), '127.0.0.1:8080'),
    command: dist/* pipe */.FsL(words, dist/* minLength */.BpQ(1, 'expected a command, such as [node, server.js]')),
    cwd: dist/* optional */.lqM(schema_text('a folder'), '.'),
    env: dist/* optional */.lqM(environment, {}),
    versions: dist/* optional */.lqM(dist/* record */.g1P(schema_label, mapping({ env: dist/* optional */.lqM(environment, {}) }), 'expected a mapping of versions'), {}),
    drain: dist/* optional */.lqM(duration('a duration'), '10s'),
});
const health = mapping({
    path: dist/* optional */.lqM(path, '/health'),
    timeout: dist/* optional */.lqM(duration('a time limit'), '5s'),
    every: dist/* optional */.lqM(duration('an interval'), '1s'),
    start: dist/* optional */.lqM(duration('a time limit'), '30s'),
});
const schema_status = 'expected a status such as 200';
const smoke = mapping({
    path,
    method: dist/* optional */.lqM(oneOf(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']), 'GET'),
    headers: dist/* optional */.lqM(environment, {}),
    body: dist/* optional */.lqM(dist/* unknown */.L5J()),
    expect: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(schema_status), dist/* integer */.ndf(schema_status), dist/* minValue */.Wwf(100, schema_status), dist/* maxValue */.cGV(599, schema_status)), 200),
    timeout: dist/* optional */.lqM(duration('a time limit'), '10s'),
});
const step = dist/* union */.KCZ([
    percent('a weight'),
    mapping({
        weight: percent('a weight'),
        hold: dist/* optional */.lqM(duration('how long this step lasts at least')),
        approve: dist/* optional */.lqM(dist/* boolean */.zMY('expected true or false'), false),
    }),
]);
const ladder = dist/* pipe */.FsL(dist/* array */.YOg(step, 'expected a list such as [5%, 25%, 50%, 100%]'), dist/* minLength */.BpQ(1, 'expected at least one step'));
const labelName = shaped(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of a label', 'a name of letters, digits and underscores');
const selector = schema_text('a selector such as http_requests_total');
const address = (example) => shaped(/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/, `an address such as ${example}`, `an address without user, password or query, such as ${example}`);
/** What the service counts of its model: judged beside its requests, each against the stable version's. */
const modelMetrics = mapping({
    /** A histogram of seconds. */
    'first-token': dist/* optional */.lqM(selector),
    /** A histogram of tokens a second. */
    'tokens-per-second': dist/* optional */.lqM(selector),
    /** A counter of answers that ended with an error line, or broke off. */
    'error-lines': dist/* optional */.lqM(selector),
    /** The counter of all answers that the error lines are among; without it: the requests. */
    answers: dist/* optional */.lqM(selector),
});
/** Of the sources beside the router; the rules check what each of them needs. */
const metrics = mapping({
    url: dist/* optional */.lqM(address('http://127.0.0.1:9090')),
    'token-env': dist/* optional */.lqM(shaped(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable', 'the name of an environment variable')),
    'version-label': dist/* optional */.lqM(labelName, 'version'),
    'instance-label': dist/* optional */.lqM(labelName, 'instance'),
    'stale-after': dist/* optional */.lqM(duration('an age'), '1m'),
    path: dist/* optional */.lqM(path, '/metrics'),
    requests: dist/* optional */.lqM(selector, 'http_request_duration_seconds_count'),
    /** Without it: the requests whose label `code` is 5xx. */
    errors: dist/* optional */.lqM(selector),
    latency: dist/* optional */.lqM(selector, 'http_request_duration_seconds'),
    model: dist/* optional */.lqM(modelMetrics),
});
const analysis = mapping({
    every: dist/* optional */.lqM(duration('an interval'), '5s'),
    from: dist/* optional */.lqM(oneOf(['router', 'scrape', 'prometheus']), 'router'),
    metrics: dist/* optional */.lqM(metrics),
    dwell: dist/* optional */.lqM(duration('a duration'), '30s'),
    'warm-up': dist/* optional */.lqM(duration('a duration'), '0s'),
    deadline: dist/* optional */.lqM(duration('a time limit'), '30m'),
    'no-data': dist/* optional */.lqM(oneOf(['hold', 'rollback']), 'hold'),
    'harm-budget': dist/* optional */.lqM(percent('a share of all requests'), '0.5%'),
});
const canary = mapping({
    steps: dist/* optional */.lqM(ladder, ['5%', '25%', '50%', '100%']),
    analysis: dist/* optional */.lqM(analysis, {}),
    affinity: dist/* optional */.lqM(oneOf(['none', 'cookie', 'header']), 'none'),
    'on-cancel': dist/* optional */.lqM(oneOf(['rollback', 'hold']), 'rollback'),
    'on-deadline': dist/* optional */.lqM(oneOf(['rollback', 'hold']), 'rollback'),
    lease: dist/* optional */.lqM(duration('a duration'), '2m'),
    'held-for': dist/* optional */.lqM(duration('a duration'), '1h'),
});
const objectives = mapping({
    'error-rate': dist/* optional */.lqM(percent('a share of requests'), '5%'),
    'latency-p95': dist/* optional */.lqM(duration('a latency'), '2s'),
});
/** What the service asks, at an Ollama server: it is proved warm before the first weight. */
const model = mapping({
    url: dist/* optional */.lqM(address('http://127.0.0.1:11434'), 'http://127.0.0.1:11434'),
    name: shaped(label/* modelPattern */.O, 'the name of a model', 'the name of a model, such as gpt-oss:20b'),
    digest: dist/* optional */.lqM(shaped(/^(sha256:)?[0-9A-Fa-f]{64}$/, 'a digest in quotes', '64 hexadecimal digits, with or without sha256: before them')),
    p95: dist/* optional */.lqM(duration('a latency'), '10s'),
});
/** One release of a service. */
const planSchema = mapping({
    service: schema_label,
    target,
    health: dist/* optional */.lqM(health, {}),
    smoke: dist/* optional */.lqM(dist/* array */.YOg(smoke, 'expected a list of requests'), []),
    canary: dist/* optional */.lqM(canary, {}),
    objectives: dist/* optional */.lqM(objectives, {}),
    model: dist/* optional */.lqM(model),
});
/** What is read where the plan says nothing of metrics. */
const usualMetrics = dist/* getDefaults */.rVg(metrics);

;// CONCATENATED MODULE: ./build/shared/plan/metrics.js
/** Where a plan's counts come from, as the code uses it. */




/** Numbers and parsed selectors; total, since the rules have passed. */
function resolveMetrics({ from, metrics }) {
    const known = { ...usualMetrics, ...metrics };
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

;// CONCATENATED MODULE: ./build/shared/plan/positions.js
/** Where each key and value of a YAML text stands, so that an error can point at it. */

/** One text a path, as zod reports them. */
function pathKey(path) {
    return JSON.stringify(path.map(String));
}
function placeAt(lineStarts, offset) {
    let line = lineStarts.length;
    while (line > 1 && (lineStarts[line - 1] ?? 0) > offset)
        line -= 1;
    return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1 };
}
function startOf(event) {
    if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR)
        return event.valueStart;
    if (event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
        return event.anchorStart;
    return event.type === js_yaml/* EVENT_ID */.hy.MAPPING || event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE ? event.start : 0;
}
/** Reads the places of all keys and values; the text has been parsed before, so it is well-formed. */
function findPlaces(text) {
    const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
    const key = new Map();
    const value = new Map();
    const levels = [];
    for (const event of (0,js_yaml/* parseEvents */.PH)(text, {})) {
        if (event.type === js_yaml/* EVENT_ID */.hy.POP)
            levels.pop();
        if (event.type === js_yaml/* EVENT_ID */.hy.POP || event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            if (event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT)
                levels.push({ path: [], mapping: false, pending: undefined, count: -1 });
            continue;
        }
        const level = levels.at(-1);
        const place = placeAt(lineStarts, startOf(event));
        if (level?.mapping && level.pending === undefined) {
            level.pending = event.type === js_yaml/* EVENT_ID */.hy.SCALAR ? (0,js_yaml/* getScalarValue */.KE)(text, event) : '';
            key.set(pathKey([...level.path, level.pending]), place);
            if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR || event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
                continue;
        }
        const path = nextPath(level);
        // A value of nothing has no place of its own; its key's serves.
        if (startOf(event) >= 0)
            value.set(pathKey(path), place);
        if (event.type === js_yaml/* EVENT_ID */.hy.MAPPING || event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE) {
            levels.push({ path, mapping: event.type === js_yaml/* EVENT_ID */.hy.MAPPING, pending: undefined, count: 0 });
        }
    }
    return { key, value };
}
/** The path of the value that comes now; the document's own root has none. */
function nextPath(level) {
    if (level === undefined || level.count === -1)
        return [];
    if (!level.mapping)
        return [...level.path, level.count++];
    const path = [...level.path, level.pending ?? ''];
    level.pending = undefined;
    return path;
}

;// CONCATENATED MODULE: ./build/shared/plan/nearest.js
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

;// CONCATENATED MODULE: ./build/shared/plan/shape.js
/** Walks the plan's schema: what may stand at a path, and which keys of a plan stand nowhere. */


const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Without its default; of a choice, the mapping, since only a mapping has something below it. */
function bare(schema) {
    if ('wrapped' in schema)
        return bare(schema.wrapped);
    return 'options' in schema && schema.type === 'union' ? bare(schema.options.at(-1) ?? schema) : schema;
}
function entriesOf(schema) {
    return 'entries' in schema ? schema.entries : undefined;
}
function child(schema, key) {
    if (schema === undefined)
        return undefined;
    const here = bare(schema);
    if ('item' in here)
        return here.item;
    if ('value' in here)
        return here.value;
    const entries = entriesOf(here);
    return entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;
}
/** What was expected at a path where nothing stands. */
function expectedAt(path) {
    const schema = path.reduce(child, planSchema);
    return schema === undefined ? 'expected a value' : (dist/* safeParse */.xLC(schema, undefined).issues?.[0].message ?? '');
}
/** What a plan has that its schema does not: the parser passes over both kinds. */
function strangers(value, schema = planSchema, path = []) {
    const here = bare(schema);
    if (Array.isArray(value)) {
        const item = 'item' in here ? child(here, 0) : undefined;
        if (item === undefined)
            return 'entries' in here || 'value' in here ? [{ path, known: 'mapping' }] : [];
        return value.flatMap((each, index) => strangers(each, item, [...path, index]));
    }
    const entries = entriesOf(here);
    if (!isMapping(value) || (entries === undefined && !('value' in here)))
        return [];
    return Object.entries(value).flatMap(([key, inner]) => {
        const below = child(here, key);
        if (below === undefined)
            return [{ path: [...path, key], known: Object.keys(entries ?? {}) }];
        return strangers(inner, below, [...path, key]);
    });
}

;// CONCATENATED MODULE: ./build/shared/plan/problems.js



/** `canary.steps[1].weight` */
function nameOf(path) {
    if (path.length === 0)
        return 'the plan';
    return path.reduce((text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${part}`), '');
}
function valueAt(root, path) {
    return path.reduce((value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined), root);
}
/** Values below these may be secrets, and a plan's problems are printed. */
const discreet = new Set(['env', 'headers']);
function shown(value, path) {
    if (path.some((part) => discreet.has(String(part))))
        return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    const text = (JSON.stringify(value) ?? 'nothing').replace(/\/\/[^/@\s]*@/, '//***@');
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
/** A problem at `path`; at the key itself where `at` says so, and at the nearest parent where the value is missing. */
function problemAt(places, file, path, message, at = 'value') {
    for (let length = path.length; length >= 0; length--) {
        const id = pathKey(path.slice(0, length));
        const key = length === path.length && at === 'key';
        const place = key ? places.key.get(id) : (places.value.get(id) ?? places.key.get(id));
        if (place)
            return { message, file, ...place };
    }
    return { message, file };
}
function pathOf(issue) {
    return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
/** A choice reports every branch: a mapping was meant to be one, so what is wrong inside of it counts. Unknown keys (`never`) are `strangers`. */
function meant(issue, root, above) {
    if (issue.expected === 'never')
        return [];
    const path = [...above, ...pathOf(issue)];
    const inner = issue.type === 'union' ? (issue.issues ?? []) : [];
    const value = valueAt(root, path);
    const mapping = typeof value === 'object' && value !== null;
    const inside = inner.filter((each) => (each.path !== undefined) === mapping).slice(0, mapping ? undefined : 1);
    return inside.length > 0
        ? inside.flatMap((each) => meant(each, root, path))
        : [{ path, message: value === undefined ? expectedAt(path) : issue.message }];
}
function strangerProblem(places, file, root, { path, known }) {
    if (known === 'mapping') {
        const message = `${nameOf(path)}: ${shown(valueAt(root, path), path)} is not valid; expected a mapping of keys to values`;
        return problemAt(places, file, path, message);
    }
    const hint = nearest(String(path.at(-1)), known);
    const help = hint === undefined ? '' : `; did you mean ${hint}? Known here: ${known.join(', ')}`;
    return problemAt(places, file, path, `${nameOf(path)}: unknown key${help}`, 'key');
}
/** Every issue of the schema, and everything that it passed over; what a misplaced list lacks is not told apart. */
function problemsOf(issues, root, places, file) {
    const strange = strangers(root);
    const lists = strange.filter(({ known }) => known === 'mapping').map(({ path }) => pathKey(path).slice(0, -1));
    const wrong = issues
        .flatMap((issue) => meant(issue, root, []))
        .filter(({ path }) => !lists.some((list) => pathKey(path).startsWith(list)))
        .map(({ path, message }) => {
        const value = valueAt(root, path);
        const what = value === undefined ? 'is missing' : `${shown(value, path)} is not valid`;
        return problemAt(places, file, path, `${nameOf(path)}: ${what}; ${message}`);
    });
    return [...wrong, ...strange.map((stranger) => strangerProblem(places, file, root, stranger))];
}

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
    const text = valueAt(metrics, path);
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
    const model = valueAt(metrics, ['model']);
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
    const from = valueAt(root, ['canary', 'analysis', 'from']) ?? 'router';
    const given = valueAt(root, home);
    const metrics = typeof given === 'object' && given !== null ? given : {};
    if (from === 'router' && given !== undefined) {
        const message = 'canary.analysis.metrics: is not read with from: router; expected from: scrape or from: prometheus, or no metrics';
        return [{ path: home, message }];
    }
    const needs = from === 'prometheus' && valueAt(metrics, ['url']) === undefined;
    const message = 'canary.analysis.metrics.url: is missing; from: prometheus needs the address of the server, such as http://127.0.0.1:9090';
    const missing = needs ? [{ path: at('url'), message }] : [];
    return [...missing, ...unread(metrics, from), ...selectors(metrics, from), ...aimless(metrics)];
}

;// CONCATENATED MODULE: ./build/shared/plan/rules.js



function seconds(root, path, fallback) {
    const value = valueAt(root, path) ?? fallback;
    return typeof value === 'string' && units/* durationPattern */.Zq.test(value) ? (0,units/* duration */.p0)(value) : undefined;
}
function weightOf(step) {
    const weight = typeof step === 'object' && step !== null ? Reflect.get(step, 'weight') : step;
    return typeof weight === 'string' && units/* percentPattern */.UJ.test(weight) ? (0,units/* percent */.KN)(weight) : undefined;
}
function risingWeights(root) {
    const steps = valueAt(root, ['canary', 'steps']);
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
    const first = weightOf(valueAt(root, ['canary', 'steps', 0]));
    if (first !== 100)
        return [];
    const message = 'canary.steps[0]: 100% leaves nobody on the stable version to compare with, at any traffic; expected a lower first weight, such as 5% or 50%';
    return [{ path: ['canary', 'steps', 0], message }];
}
/** That a version costs nothing at all can never be shown, however many requests there are. */
function noBudget(root) {
    const path = ['canary', 'analysis', 'harm-budget'];
    const budget = valueAt(root, path);
    if (typeof budget !== 'string' || !units/* percentPattern */.UJ.test(budget) || (0,units/* percent */.KN)(budget) > 0)
        return [];
    const message = `canary.analysis.harm-budget: ${budget} can be shown at no traffic, so that no version would ever pass; expected a share above 0%, such as 0.5%`;
    return [{ path, message }];
}
/** What all steps last at least; undefined where a part of it cannot be read. */
function ladderSeconds(root, dwell) {
    const steps = valueAt(root, ['canary', 'steps']) ?? ['5%', '25%', '50%', '100%'];
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
    const listen = valueAt(root, ['target', 'listen']);
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
    const result = (0,dist/* safeParse */.xLC)(planSchema, root);
    const places = findPlaces(text);
    const problems = [
        ...problemsOf(result.issues ?? [], root, places, file),
        ...breaches(root).map(({ path, message }) => problemAt(places, file, path, message)),
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
