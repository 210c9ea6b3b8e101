/** The schema of a line of `evidence.ndjson`, published as JSON Schema; `read-evidence.ts` says more, and faster. */
import * as z from 'zod/mini';
import { decisions, evidenceSchemaId } from './evidence.ts';

const count = z.int().check(z.gte(0));
const tally = { requests: count, errors: count };
const counted = {
  ...tally,
  buckets: z.array(count),
  instances: z.optional(z.record(z.string(), z.object({ ...tally, buckets: z.optional(z.array(count)) }))),
};
const side = z.object({ ...counted, model: z.optional(z.record(z.string(), z.object(counted))) });

const header = z.object({
  schema: z.literal(evidenceSchemaId),
  service: z.string(),
  canary: z.string(),
  baseline: z.string(),
  buckets: z.array(z.number().check(z.gt(0))),
  plan: z.optional(z.record(z.string(), z.unknown())),
  judge: z.optional(z.record(z.string(), z.unknown())),
  resumed: z.optional(z.record(z.string(), z.unknown())),
});

const observation = z.object({
  from: z.number(),
  t: z.number(),
  weight: z.number().check(z.gte(0), z.lte(100)),
  canary: z.nullable(side),
  baseline: z.nullable(side),
  transition: z.optional(z.literal(true)),
  resets: z.optional(z.array(z.string())),
});

const decision = z.object({
  t: z.number(),
  decision: z.enum(decisions),
  reason: z.string(),
  detail: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
});

/** Header, observation or decision. */
export const evidenceLineSchema = z.union([header, observation, decision]);
