/** What servers answer, checked when it comes; fields that nobody asks for are let pass. */
import * as v from 'valibot';
import type { Installed, Loaded } from './check/wish.ts';
import { ModelError } from './failure.ts';
import { errorIn } from './refusal.ts';

const nanoseconds = v.pipe(
  v.number(),
  v.transform((value) => value / 1e9),
);

/** It becomes a part of names and of commands that people paste. */
const digestText = v.pipe(v.string(), v.regex(/^(sha256:)?[0-9a-f]{64}$/));

const installedSchema = v.pipe(
  v.object({
    name: v.string(),
    digest: digestText,
    size: v.number(),
    modified_at: v.optional(v.string(), ''),
    remote_host: v.optional(v.string(), ''),
    remote_model: v.optional(v.string(), ''),
    details: v.optional(v.object({ quantization_level: v.optional(v.string(), '') })),
  }),
  v.transform(({ name, digest, size, modified_at, remote_host, remote_model, details }): Installed => {
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
  }),
);

const loadedSchema = v.pipe(
  v.object({
    name: v.string(),
    digest: digestText,
    size: v.number(),
    size_vram: v.optional(v.number(), 0),
    expires_at: v.optional(v.string(), ''),
    context_length: v.optional(v.number()),
  }),
  v.transform(({ name, digest, size, size_vram, expires_at, context_length }): Loaded => {
    const expires = Date.parse(expires_at) / 1000;
    return {
      ...{ name, digest: digest.replace(/^sha256:/, ''), size, vram: size_vram },
      ...(Number.isNaN(expires) ? {} : { expires }),
      ...(context_length === undefined ? {} : { context: context_length }),
    };
  }),
);

export const versionReply = v.object({ version: v.string() });
export const statusReply = v.object({ cloud: v.object({ disabled: v.boolean() }) });
export const tagsReply = v.object({ models: v.array(installedSchema) });
export const psReply = v.object({ models: v.array(loadedSchema) });
export const showReply = v.object({
  modelfile: v.optional(v.string(), ''),
  parameters: v.optional(v.string(), ''),
  capabilities: v.optional(v.array(v.string()), []),
  details: v.optional(v.object({ parent_model: v.optional(v.string(), '') }), { parent_model: '' }),
});

/** A line of a pull or a create. */
export const progressLine = v.object({
  status: v.string(),
  digest: v.optional(v.string()),
  total: v.optional(v.number()),
  completed: v.optional(v.number()),
});
export type ProgressLine = v.InferOutput<typeof progressLine>;

const metrics = {
  load_duration: v.optional(nanoseconds),
  eval_count: v.optional(v.number()),
  eval_duration: v.optional(nanoseconds),
};

/** A line of an answer; the last one has the metrics. */
export const answerLine = v.object({
  response: v.optional(v.string(), ''),
  thinking: v.optional(v.string(), ''),
  done: v.optional(v.boolean(), false),
  done_reason: v.optional(v.string(), ''),
  ...metrics,
});

export const modelsReply = v.object({ data: v.array(v.object({ id: v.string() })) });

const delta = v.object({
  content: v.nullish(v.string(), ''),
  reasoning: v.nullish(v.string(), ''),
  reasoning_content: v.nullish(v.string(), ''),
});

/** An event of a streamed chat completion. */
export const completionEvent = v.object({
  choices: v.optional(v.array(v.object({ delta: v.nullish(delta), finish_reason: v.nullish(v.string(), '') })), []),
  usage: v.nullish(v.object({ completion_tokens: v.optional(v.number()) })),
});

/**
 * A reply of one form.
 * @param about such as `GET /api/tags`
 * @throws ModelError for an error in place of it, for what is no JSON, and for another form
 */
export function parseReply<S extends v.GenericSchema>(schema: S, text: string, about: string): v.InferOutput<S> {
  const error = errorIn(text);
  if (error !== undefined) throw new ModelError('said-error', `${about}: it said ${JSON.stringify(error)}`, 200);
  const result = v.safeParse(schema, jsonOf(text, about));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ModelError(
    'broken',
    `${about}: its answer has another form than a model server's (${v.getDotPath(issue) ?? 'root'}: ${issue.message})`,
  );
}

function jsonOf(text: string, about: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelError('broken', `${about}: its answer is no JSON (${JSON.stringify(text.slice(0, 60))})`);
  }
}
