/** What the supervisor accepts: its configuration and every call, checked before anything is done. */
import * as z from 'zod/mini';
import { labelPattern } from '../../../plan/label.ts';
import { verdicts } from '../../../release/verdict.ts';
import type { Call } from '../ledger/reduce.ts';
import type { SupervisorConfig } from '../spec.ts';

const label = z.string().check(z.regex(labelPattern, 'expected letters, digits, dots, dashes'));
const text = z.string().check(z.maxLength(4000));
const seconds = z.number().check(z.gte(0), z.lte(10 ** 7));
const count = z.int().check(z.gte(0));
const absolute = z.string().check(z.regex(/^\//, 'expected an absolute path'));

const holder = z.strictObject({ actor: text, run: text, attempt: z.int() });
const ticket = z.strictObject({ release: text, fence: count, sequence: count });
const spec = z.strictObject({
  version: label,
  command: z.array(z.string()).check(z.minLength(1)),
  cwd: absolute,
  env: z.record(z.string(), z.string()),
  health: z.strictObject({
    path: absolute,
    timeout: seconds.check(z.gt(0)),
    every: seconds.check(z.gt(0)),
    start: seconds.check(z.gt(0)),
  }),
  drain: seconds,
});
const rising = (bounds: readonly number[]) => bounds.every((bound, index) => bound > (bounds[index - 1] ?? 0));
const traffic = z.strictObject({
  bounds: z.array(z.number()).check(z.minLength(1), z.maxLength(200), z.refine(rising, 'expected rising bounds')),
  affinity: z.enum(['none', 'cookie', 'header']),
  patience: z.optional(seconds),
});
const change = z.strictObject({ weight: z.number(), step: z.int(), reason: text, memo: z.optional(z.unknown()) });

const calls = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('acquire'),
    release: z.optional(text),
    version: z.optional(label),
    create: z.optional(z.boolean()),
    holder,
    lease: seconds,
    nonce: text,
  }),
  z.strictObject({ kind: z.literal('approve'), release: text, step: z.int(), holder }),
  z.strictObject({ kind: z.literal('stage'), ticket, spec: z.union([spec, z.literal('recorded')]), traffic }),
  z.strictObject({ kind: z.literal('set-weight'), ticket, change }),
  z.strictObject({ kind: z.literal('renew'), ticket, lease: seconds, memo: z.optional(z.unknown()) }),
  z.strictObject({
    kind: z.literal('hold'),
    ticket,
    heldFor: seconds,
    reason: text,
    passed: z.optional(z.int()),
    returning: z.optional(z.boolean()),
  }),
  z.strictObject({ kind: z.literal('promote'), ticket }),
  z.strictObject({ kind: z.literal('discard'), ticket, verdict: z.enum(verdicts), reason: text }),
]);

const config = z.strictObject({
  service: label,
  listen: z.strictObject({ host: z.literal('127.0.0.1'), port: z.int().check(z.gte(1), z.lte(65535)) }),
  folder: absolute,
  owner: z.nullable(z.strictObject({ pid: z.int().check(z.gt(0)), linger: seconds })),
});

const ending = z.strictObject({ after: seconds });
/** @throws Error with what was expected where */
function read<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || what}: ${message}`);
  throw new Error(`${what} is not valid: ${problems.join('; ')}`);
}

export const readCall = (value: unknown): Call => read(calls, value, 'the call') as Call;
export const readConfig = (value: unknown): SupervisorConfig => read(config, value, 'the configuration');
export const readEnding = (value: unknown): { readonly after: number } => read(ending, value, 'the call');
