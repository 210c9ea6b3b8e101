/** Reading the parser's validated tokens: where they stand, what they hold. */

import type { MappingToken } from '@actions/workflow-parser/templates/tokens/mapping-token';
import type { SequenceToken } from '@actions/workflow-parser/templates/tokens/sequence-token';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from '@actions/workflow-parser/templates/tokens/type-guards';
import type { Problem } from '../../shared/action/errors.ts';

export type Token = TemplateToken;

/** Where something stands in a workflow or action file; line and column start at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One key of a mapping. */
export interface Entry {
  readonly key: string;
  readonly keyToken: Token;
  readonly value: Token;
}

/** The place of a token, or the start of the file for what the parser made itself. */
export function place(file: string, token: Token | undefined): Place {
  const start = token?.range?.start;
  return { file, line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** What a person reads before a message about a place. */
export function placed(problem: Problem): string {
  const { file, line, column, message } = problem;
  return file === undefined ? message : `${file}:${line ?? 1}:${column ?? 1}: ${message}`;
}

/** The keys of a mapping in file order; anything else has none. */
export function entries(token: Token | undefined): Entry[] {
  if (token === undefined || !isMapping(token)) return [];
  return [...(token as MappingToken as Iterable<{ key: Token; value: Token }>)].map(({ key, value }) => ({
    key: key.toString(),
    keyToken: key,
    value,
  }));
}

/** The value of one key. */
export function field(token: Token | undefined, name: string): Token | undefined {
  return entries(token).find(({ key }) => key === name)?.value;
}

/** The items of a sequence; a single value counts as a sequence of one. */
export function items(token: Token | undefined): Token[] {
  if (token === undefined) return [];
  return isSequence(token) ? [...(token as SequenceToken as Iterable<Token>)] : [token];
}

/** The literal text of a scalar; undefined where an expression decides. */
export function literal(token: Token | undefined): string | undefined {
  if (token === undefined || isBasicExpression(token)) return undefined;
  if (isString(token)) return token.value;
  if (isNumber(token) || isBoolean(token)) return String(token.value);
  return undefined;
}

/** Every token of a tree, depth first. */
export function* walk(token: Token): Generator<Token> {
  yield token;
  if (isSequence(token)) for (const item of items(token)) yield* walk(item);
  for (const { value } of entries(token)) yield* walk(value);
}
