/** Reads a report as the streaming parser does: members of `each` one by one, then the document without them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Reading } from '../../../../shared/findings/model.ts';
import { type Fold, type Reader, ReportError } from '../../../../shared/findings/readers/reader.ts';

export const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../fixtures/reports', `${name}.json`), 'utf8'));

/** @throws ReportError */
export function read(reader: Reader, document: unknown, workspace = '/workspace'): Reading {
  const fold = reader.begin({ workspace, beside: () => undefined });
  const paths = reader.each.map((path) => path.split('.').slice(1));
  return fold.end(paths.reduce((rest, path) => give(rest, path, '', fold), document));
}

function give(value: unknown, path: readonly string[], pointer: string, fold: Fold): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return value;
  if (step !== '*') {
    if (Array.isArray(value) || !Object.hasOwn(value, step)) return value;
    const inner = give((value as Record<string, unknown>)[step], rest, `${pointer}/${step}`, fold);
    return { ...value, [step]: inner };
  }
  if (!Array.isArray(value)) return value;
  if (rest.length > 0) return value.map((item, index) => give(item, rest, `${pointer}/${index}`, fold));
  for (const [index, item] of value.entries()) fold.item(item, `${pointer}/${index}`);
  return [];
}

/** The reading, or the reason why there is none. */
export function attempt(reader: Reader, document: unknown): Reading | ReportError {
  try {
    return read(reader, document);
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
}

/** By its pointer, as a finding's witness names it. */
export function at(document: unknown, pointer: string): unknown {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
}
