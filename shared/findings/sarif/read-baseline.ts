/** Reads a baseline: a SARIF file that this project wrote. */
import * as v from 'valibot';
import { InputError } from '../../action/errors.ts';
import type { BaselineEntry } from '../baseline.ts';
import { severities } from '../model.ts';
import { mark } from './log.ts';

/** Gathers the file, its results one by one as `each` says. */
export interface BaselineFold {
  item(result: unknown, pointer: string): void;
  /** The document without its results. @throws InputError */
  end(document: unknown): readonly BaselineEntry[];
}

/** Where the results stand. */
export const each = ['$.runs.*.results.*'] as const;

const resultSchema = v.object({
  ruleId: v.string(),
  partialFingerprints: v.object({
    'jarvis/v1': v.pipe(v.string(), v.nonEmpty()),
    'jarvis/v1-keyless': v.exactOptional(v.string()),
  }),
  properties: v.object({ severity: v.picklist(severities), path: v.optional(v.string()) }),
});

const documentSchema = v.object({
  version: v.literal('2.1.0'),
  properties: v.object({ jarvis: v.literal(mark), complete: v.boolean() }),
  runs: v.array(v.object({ tool: v.object({ driver: v.object({ name: v.string() }) }) })),
});

export function baselineFold(): BaselineFold {
  const entries: { readonly run: number; readonly entry: Omit<BaselineEntry, 'tool'> }[] = [];
  let wrong: InputError | undefined;
  return {
    item(result, pointer) {
      const entry = entryOf(result, pointer);
      if (!(entry instanceof InputError)) entries.push({ run: Number(pointer.split('/')[2]), entry });
      else wrong ??= entry;
    },
    end(document) {
      // Whose file it is comes first: of a stranger's, every result would be wrong.
      const tools = toolsOf(document);
      if (wrong) throw wrong;
      return entries.map(({ run, entry }) => ({ ...entry, tool: tools[run] ?? '' }));
    },
  };
}

/** The whole file at once. @throws InputError */
export function readBaseline(document: unknown): readonly BaselineEntry[] {
  const fold = baselineFold();
  const runs = v.safeParse(v.object({ runs: v.array(v.object({ results: v.array(v.unknown()) })) }), document);
  for (const [run, { results }] of (runs.success ? runs.output.runs : []).entries()) {
    for (const [index, result] of results.entries()) fold.item(result, `/runs/${run}/results/${index}`);
  }
  return fold.end(document);
}

function toolsOf(document: unknown): readonly string[] {
  const parsed = v.safeParse(documentSchema, document);
  if (!parsed.success) {
    throw new InputError(`the baseline is no SARIF 2.1.0 file of this project's (properties.jarvis: ${mark})`);
  }
  if (!parsed.output.properties.complete) {
    throw new InputError(
      'the baseline is a file from which results were left out for its upload; expected a whole one',
    );
  }
  return parsed.output.runs.map(({ tool }) => tool.driver.name);
}

function entryOf(value: unknown, pointer: string): Omit<BaselineEntry, 'tool'> | InputError {
  const parsed = v.safeParse(resultSchema, value);
  if (!parsed.success) {
    return new InputError(`the baseline has no valid ${v.getDotPath(parsed.issues[0]) ?? 'result'} at ${pointer}`);
  }
  const { ruleId, partialFingerprints, properties } = parsed.output;
  const { severity, path } = properties;
  const { 'jarvis/v1': fingerprint, 'jarvis/v1-keyless': keyless } = partialFingerprints;
  const entry = { fingerprint, ...(keyless === undefined ? {} : { keyless }), rule: ruleId, level: severity };
  return path === undefined ? entry : { ...entry, path };
}
