/**
 * The shape of `jarvis.yml`. Parsing fills in the defaults and keeps the plan's own notation (`5%`, `30s`), so a parsed
 * plan is again a plan: evidence carries it as it was resolved, and editors complete it from the published JSON Schema.
 */
import * as z from 'zod/mini';
import { durationPattern, percentPattern } from './units.ts';

const percent = (what: string) =>
  z
    .string({ error: `expected ${what} with its unit, such as 5%` })
    .check(z.regex(percentPattern, `expected ${what} between 0% and 100%, such as 5%`));
const duration = (what: string) =>
  z
    .string({ error: `expected ${what} with its unit, such as 30s` })
    .check(z.regex(durationPattern, `expected ${what} such as 500ms, 30s, 5m or 1h`));
const path = z
  .string({ error: 'expected a path such as /health' })
  .check(z.regex(/^\//, 'expected a path that begins with /'));
const words = z.array(z.string({ error: 'expected text' }), { error: 'expected a list such as [node, server.js]' });
const environment = z.record(z.string(), z.string({ error: 'expected text: put the value in quotes' }));
const flag = z.boolean({ error: 'expected true or false' });
const text = (what: string) => z.string({ error: `expected ${what}` });
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `expected ${values.join(', ').replace(/, ([^,]*)$/, ' or $1')}` });

/** What a version or a service may be called: it becomes a file name, a header and an output. */
export const labelPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const label = text('a name').check(
  z.regex(labelPattern, 'expected a name of letters, digits, dots, dashes and underscores, at most 63'),
);

const target = z.strictObject({
  kind: oneOf(['local']),
  listen: z._default(
    text('an address such as 127.0.0.1:8080').check(
      z.regex(/^(127\.0\.0\.1|localhost):\d{1,5}$/, 'expected a loopback address and a port, such as 127.0.0.1:8080'),
    ),
    '127.0.0.1:8080',
  ),
  command: words.check(z.minLength(1, 'expected a command, such as [node, server.js]')),
  cwd: z._default(text('a folder'), '.'),
  env: z._default(environment, {}),
  versions: z._default(z.record(label, z.strictObject({ env: z._default(environment, {}) })), {}),
  drain: z._default(duration('a duration'), '10s'),
});

const health = z.strictObject({
  path: z._default(path, '/health'),
  timeout: z._default(duration('a time limit'), '5s'),
  every: z._default(duration('an interval'), '1s'),
  start: z._default(duration('a time limit'), '30s'),
});

const smoke = z.strictObject({
  path,
  method: z._default(oneOf(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']), 'GET'),
  headers: z._default(environment, {}),
  body: z.optional(z.unknown()),
  expect: z._default(z.int({ error: 'expected a status such as 200' }).check(z.gte(100), z.lte(599)), 200),
  timeout: z._default(duration('a time limit'), '10s'),
});

const step = z.union([
  percent('a weight'),
  z.strictObject({
    weight: percent('a weight'),
    hold: z.optional(duration('how long this step lasts at least')),
    approve: z._default(flag, false),
  }),
]);

const analysis = z.strictObject({
  every: z._default(duration('an interval'), '5s'),
  from: z._default(oneOf(['router']), 'router'),
  dwell: z._default(duration('a duration'), '30s'),
  'warm-up': z._default(duration('a duration'), '0s'),
  deadline: z._default(duration('a time limit'), '30m'),
  'no-data': z._default(oneOf(['hold', 'rollback']), 'hold'),
  'harm-budget': z._default(percent('a share of all requests'), '0.5%'),
});

const canary = z.strictObject({
  steps: z._default(
    z
      .array(step, { error: 'expected a list such as [5%, 25%, 50%, 100%]' })
      .check(z.minLength(1, 'expected at least one step')),
    ['5%', '25%', '50%', '100%'],
  ),
  analysis: z.prefault(analysis, {}),
  affinity: z._default(oneOf(['none', 'cookie', 'header']), 'none'),
  'on-cancel': z._default(oneOf(['rollback', 'hold']), 'rollback'),
  'on-deadline': z._default(oneOf(['rollback', 'hold']), 'rollback'),
  lease: z._default(duration('a duration'), '2m'),
  'held-for': z._default(duration('a duration'), '1h'),
});

const objectives = z.strictObject({
  'error-rate': z._default(percent('a share of requests'), '5%'),
  'latency-p95': z._default(duration('a latency'), '2s'),
});

/** One release of a service. */
export const planSchema = z.strictObject({
  service: label,
  target,
  health: z.prefault(health, {}),
  smoke: z._default(z.array(smoke, { error: 'expected a list of requests' }), []),
  canary: z.prefault(canary, {}),
  objectives: z.prefault(objectives, {}),
});

/** A plan in its own notation with every default filled in. */
export type PlanDocument = z.infer<typeof planSchema>;

/** The keys that a mapping at `path` may have, for the hint beside an unknown one. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const steps = path.filter((part) => typeof part === 'string');
  const places: Readonly<Record<string, { readonly shape: object }>> = {
    '': planSchema,
    target,
    health,
    smoke,
    canary,
    objectives,
    'canary.analysis': analysis,
  };
  if (steps[0] === 'target' && steps.length === 3) return ['env'];
  if (steps.join('.') === 'canary.steps') return ['weight', 'hold', 'approve'];
  return Object.keys(places[steps.join('.')]?.shape ?? {});
}
