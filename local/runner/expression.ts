/** Evaluates expressions and the tokens that hold them, through GitHub's own evaluator. */
import { data, Evaluator, type Expr, Lexer, Parser } from '@actions/expressions';
import { truthy } from '@actions/expressions/result';
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from '@actions/workflow-parser/templates/tokens/type-guards';
import { entries, items, type Token } from './token.ts';

/** What `success() failure() always() cancelled()` answer at one moment; the arguments are job ids. */
export interface Status {
  readonly success: (jobs: readonly string[]) => boolean;
  readonly failure: (jobs: readonly string[]) => boolean;
  readonly cancelled: boolean;
}

/** Everything an expression may refer to. */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly status?: Status;
}

const statusFunctions = ['success', 'failure', 'always', 'cancelled'];
/** Every root context has to be known, even when it is empty. */
const contextNames = [
  'github',
  'inputs',
  'vars',
  'secrets',
  'needs',
  'strategy',
  'matrix',
  'steps',
  'job',
  'runner',
  'env',
];
const extensions = statusFunctions.map((name) => ({ name, minArgs: 0, maxArgs: 255 }));

/** The lexer un-doubles only the first quote of a text, so that scripts with two of them would change. */
function lex(expression: string): ReturnType<Lexer['lex']>['tokens'] {
  return new Lexer(expression)
    .lex()
    .tokens.map((token) =>
      token.lexeme.startsWith("'") ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") } : token,
    );
}

function parse(expression: string): Expr {
  return new Parser(lex(expression), contextNames, extensions).parse();
}

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver) as data.ExpressionData;
}

function evaluateData(expression: string, scope: Scope): data.ExpressionData {
  const { status } = scope;
  const answer = (name: string, call: (jobs: string[]) => boolean) => ({
    name,
    minArgs: 0,
    maxArgs: 255,
    call: (...args: data.ExpressionData[]) => new data.BooleanData(call(args.map((arg) => arg.coerceString()))),
  });
  const functions = new Map([
    ['success', answer('success', (jobs) => status?.success(jobs) ?? true)],
    ['failure', answer('failure', (jobs) => status?.failure(jobs) ?? false)],
    ['always', answer('always', () => true)],
    ['cancelled', answer('cancelled', () => status?.cancelled ?? false)],
  ]);
  const contexts = contextNames.map((key) => ({ key, value: toData(scope.contexts[key] ?? {}) }));
  return new Evaluator(parse(expression), new data.Dictionary(...contexts), functions).evaluate();
}

/** The value of an expression as plain JSON. */
export function evaluate(expression: string, scope: Scope): unknown {
  return JSON.parse(JSON.stringify(evaluateData(expression, scope), data.replacer)) as unknown;
}

/** Whether a condition holds. */
export function holds(expression: string, scope: Scope): boolean {
  return truthy(evaluateData(expression, scope));
}

/** A scalar as the text that a process or a log gets. */
export function text(token: Token | undefined, scope: Scope): string {
  if (token === undefined) return '';
  if (isBasicExpression(token)) return evaluateData(token.expression, scope).coerceString();
  if (isString(token)) return token.value;
  if (isNumber(token) || isBoolean(token)) return String(token.value);
  return '';
}

/** A mapping of scalars as text, keys kept as written. */
export function texts(token: Token | undefined, scope: Scope): Record<string, string> {
  return Object.fromEntries(entries(token).map(({ key, value }) => [key, text(value, scope)]));
}

/** A token tree as plain JSON, expressions evaluated. */
export function plain(token: Token, scope: Scope): unknown {
  if (isSequence(token)) return items(token).map((item) => plain(item, scope));
  if (isMapping(token)) return Object.fromEntries(entries(token).map(({ key, value }) => [key, plain(value, scope)]));
  if (isBasicExpression(token)) return evaluate(token.expression, scope);
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  return null;
}

/** The names of all functions that an expression calls, lower case. */
export function functionsOf(expression: string): string[] {
  const tokens = lex(expression);
  return tokens.flatMap((token, index) =>
    /^[a-z]\w*$/i.test(token.lexeme) && tokens[index + 1]?.lexeme === '(' ? [token.lexeme.toLowerCase()] : [],
  );
}
