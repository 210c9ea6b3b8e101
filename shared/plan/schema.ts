/**
 * The shape of `jarvis.yml`. Parsing fills in the defaults and keeps the plan's own notation (`5%`, `30s`), so a parsed
 * plan is again a plan: evidence carries it as it was resolved, and editors complete it from the published JSON Schema.
 * Valibot and not zod, as every action reads a plan at its start and zod alone costs as much as node does.
 */
import * as v from 'valibot';
import { labelPattern, modelPattern } from './label.ts';
import { durationPattern, percentPattern } from './units.ts';

const text = (expected: string) => v.string(`expected ${expected}`);
const shaped = (pattern: RegExp, type: string, expected = type) =>
  v.pipe(text(type), v.regex(pattern, `expected ${expected}`));

const percent = (what: string) =>
  shaped(percentPattern, `${what} with its unit, such as 5%`, `${what} between 0% and 100%, such as 5%`);
const duration = (what: string) =>
  shaped(durationPattern, `${what} with its unit, such as 30s`, `${what} such as 500ms, 30s, 5m or 1h`);
const path = shaped(/^\//, 'a path such as /health', 'a path that begins with /');
const words = v.array(text('text'), 'expected a list such as [node, server.js]');
const environment = v.record(v.string(), text('text: put the value in quotes'), 'expected a mapping of names to text');
const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, `expected ${values.join(', ').replace(/, ([^,]*)$/, ' or $1')}`);
/** Of unknown keys the parser reports one; `strangers` finds them all, and can say what was meant. */
const mapping = <const T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, 'expected a mapping of keys to values');

const label = shaped(labelPattern, 'a name', 'a name of letters, digits, dots, dashes and underscores, at most 63');

const target = mapping({
  kind: oneOf(['local']),
  listen: v.optional(
    shaped(
      /^(127\.0\.0\.1|localhost):\d{1,5}$/,
      'an address such as 127.0.0.1:8080',
      'a loopback address and a port, such as 127.0.0.1:8080',
    ),
    '127.0.0.1:8080',
  ),
  command: v.pipe(words, v.minLength(1, 'expected a command, such as [node, server.js]')),
  cwd: v.optional(text('a folder'), '.'),
  env: v.optional(environment, {}),
  versions: v.optional(
    v.record(label, mapping({ env: v.optional(environment, {}) }), 'expected a mapping of versions'),
    {},
  ),
  drain: v.optional(duration('a duration'), '10s'),
});

const health = mapping({
  path: v.optional(path, '/health'),
  timeout: v.optional(duration('a time limit'), '5s'),
  every: v.optional(duration('an interval'), '1s'),
  start: v.optional(duration('a time limit'), '30s'),
});

const status = 'expected a status such as 200';
const smoke = mapping({
  path,
  method: v.optional(oneOf(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']), 'GET'),
  headers: v.optional(environment, {}),
  body: v.optional(v.unknown()),
  expect: v.optional(
    v.pipe(v.number(status), v.integer(status), v.minValue(100, status), v.maxValue(599, status)),
    200,
  ),
  timeout: v.optional(duration('a time limit'), '10s'),
});

const step = v.union([
  percent('a weight'),
  mapping({
    weight: percent('a weight'),
    hold: v.optional(duration('how long this step lasts at least')),
    approve: v.optional(v.boolean('expected true or false'), false),
  }),
]);
const ladder = v.pipe(
  v.array(step, 'expected a list such as [5%, 25%, 50%, 100%]'),
  v.minLength(1, 'expected at least one step'),
);

const labelName = shaped(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'the name of a label',
  'a name of letters, digits and underscores',
);
const selector = text('a selector such as http_requests_total');

const address = (example: string) =>
  shaped(
    /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/,
    `an address such as ${example}`,
    `an address without user, password or query, such as ${example}`,
  );

/** What the service counts of its model: judged beside its requests, each against the stable version's. */
const modelMetrics = mapping({
  /** A histogram of seconds. */
  'first-token': v.optional(selector),
  /** A histogram of tokens a second. */
  'tokens-per-second': v.optional(selector),
  /** A counter of answers that ended with an error line, or broke off. */
  'error-lines': v.optional(selector),
  /** The counter of all answers that the error lines are among; without it: the requests. */
  answers: v.optional(selector),
});

/** Of the sources beside the router; the rules check what each of them needs. */
const metrics = mapping({
  url: v.optional(address('http://127.0.0.1:9090')),
  'token-env': v.optional(
    shaped(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable', 'the name of an environment variable'),
  ),
  'version-label': v.optional(labelName, 'version'),
  'instance-label': v.optional(labelName, 'instance'),
  'stale-after': v.optional(duration('an age'), '1m'),
  path: v.optional(path, '/metrics'),
  requests: v.optional(selector, 'http_request_duration_seconds_count'),
  /** Without it: the requests whose label `code` is 5xx. */
  errors: v.optional(selector),
  latency: v.optional(selector, 'http_request_duration_seconds'),
  model: v.optional(modelMetrics),
});

const analysis = mapping({
  every: v.optional(duration('an interval'), '5s'),
  from: v.optional(oneOf(['router', 'scrape', 'prometheus']), 'router'),
  metrics: v.optional(metrics),
  dwell: v.optional(duration('a duration'), '30s'),
  'warm-up': v.optional(duration('a duration'), '0s'),
  deadline: v.optional(duration('a time limit'), '30m'),
  'no-data': v.optional(oneOf(['hold', 'rollback']), 'hold'),
  'harm-budget': v.optional(percent('a share of all requests'), '0.5%'),
});

const canary = mapping({
  steps: v.optional(ladder, ['5%', '25%', '50%', '100%']),
  analysis: v.optional(analysis, {}),
  affinity: v.optional(oneOf(['none', 'cookie', 'header']), 'none'),
  'on-cancel': v.optional(oneOf(['rollback', 'hold']), 'rollback'),
  'on-deadline': v.optional(oneOf(['rollback', 'hold']), 'rollback'),
  lease: v.optional(duration('a duration'), '2m'),
  'held-for': v.optional(duration('a duration'), '1h'),
});

const objectives = mapping({
  'error-rate': v.optional(percent('a share of requests'), '5%'),
  'latency-p95': v.optional(duration('a latency'), '2s'),
});

/** What the service asks, at an Ollama server: it is proved warm before the first weight. */
const model = mapping({
  url: v.optional(address('http://127.0.0.1:11434'), 'http://127.0.0.1:11434'),
  name: shaped(modelPattern, 'the name of a model', 'the name of a model, such as gpt-oss:20b'),
  digest: v.optional(
    shaped(
      /^(sha256:)?[0-9A-Fa-f]{64}$/,
      'a digest in quotes',
      '64 hexadecimal digits, with or without sha256: before them',
    ),
  ),
  p95: v.optional(duration('a latency'), '10s'),
});

/** One release of a service. */
export const planSchema = mapping({
  service: label,
  target,
  health: v.optional(health, {}),
  smoke: v.optional(v.array(smoke, 'expected a list of requests'), []),
  canary: v.optional(canary, {}),
  objectives: v.optional(objectives, {}),
  model: v.optional(model),
});

/** What is read where the plan says nothing of metrics. */
export const usualMetrics = v.getDefaults(metrics);

/** A plan in its own notation with every default filled in. */
export type PlanDocument = v.InferOutput<typeof planSchema>;
