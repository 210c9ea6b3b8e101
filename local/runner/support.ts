/** What works on GitHub and not here: every one is found with its place, before anything runs. */
import { isBasicExpression, isMapping } from '@actions/workflow-parser/templates/tokens/type-guards';
import type { Problem } from '../../shared/action/errors.ts';
import { functionsOf } from './expression.ts';
import { entries, field, items, literal, place, type Token, walk } from './token.ts';
import { readUses } from './workflow.ts';

const rootKeys = ['on', 'name', 'description', 'run-name', 'defaults', 'env', 'permissions', 'concurrency', 'jobs'];
const jobKeys = [
  ...['name', 'needs', 'if', 'runs-on', 'timeout-minutes', 'continue-on-error', 'env', 'environment'],
  ...['permissions', 'concurrency', 'outputs', 'defaults', 'steps'],
];
const stepKeys = [
  ...['name', 'id', 'if', 'timeout-minutes', 'continue-on-error', 'run', 'env', 'working-directory', 'shell'],
  ...['uses', 'with'],
];
const runnerLabel = /^(ubuntu|macos)-(latest|\d[\w.-]*)$/;
const shells = ['bash', 'sh', 'python'];

/** Why a `shell:` cannot be used; undefined when it can. */
export function shellProblem(shell: string): string | undefined {
  return shells.includes(shell) || shell.includes('{0}')
    ? undefined
    : `shell: ${shell} works on GitHub, not here (${shells.join(', ')} or a command with {0} do)`;
}

/** All unsupported features of a validated workflow, in file order. */
export function findUnsupported(root: Token, file: string): Problem[] {
  const report = (token: Token | undefined, what: string): Problem => ({
    message: `${what} works on GitHub, not here`,
    ...place(file, token),
  });
  const problems = [
    ...unknownKeys(root, rootKeys, report),
    ...eventProblems(field(root, 'on'), report),
    ...shellProblems(root, file),
    ...entries(field(root, 'jobs')).flatMap(({ value }) => jobProblems(value, file, report)),
    ...expressionProblems(root, report),
  ];
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

type Report = (token: Token | undefined, what: string) => Problem;

function unknownKeys(token: Token, known: readonly string[], report: Report): Problem[] {
  return entries(token)
    .filter(({ key }) => !known.includes(key))
    .map(({ key, keyToken }) => report(keyToken, `\`${key}\``));
}

function eventProblems(on: Token | undefined, report: Report): Problem[] {
  const call = entries(on).find(({ key }) => key === 'workflow_call');
  return call === undefined ? [] : [report(call.keyToken, 'a reusable workflow (`workflow_call`)')];
}

function jobProblems(job: Token, file: string, report: Report): Problem[] {
  const called = field(job, 'uses');
  if (called !== undefined) return [report(called, `a reusable workflow (\`uses: ${literal(called)}\` of a job)`)];
  return [
    ...unknownKeys(job, jobKeys, report),
    ...labelProblems(field(job, 'runs-on'), report),
    ...shellProblems(job, file),
    ...items(field(job, 'steps')).flatMap((step) => stepProblems(step, file, report)),
  ];
}

function labelProblems(token: Token | undefined, report: Report): Problem[] {
  if (token === undefined) return [];
  if (isMapping(token)) return [report(token, '`runs-on` with a group')];
  return items(token)
    .filter((item) => !runnerLabel.test(literal(item) ?? ''))
    .map((item) => report(item, `\`runs-on: ${literal(item) ?? 'an expression'}\``));
}

function stepProblems(step: Token, file: string, report: Report): Problem[] {
  const unknown = unknownKeys(step, stepKeys, report);
  const shell = field(step, 'shell');
  const ofShell = shellProblem(literal(shell) ?? 'bash');
  const uses = field(step, 'uses');
  const foreign = uses !== undefined && readUses(literal(uses) ?? '') === undefined;
  return [
    ...unknown,
    ...(ofShell === undefined ? [] : [{ message: ofShell, ...place(file, shell) }]),
    ...(foreign ? [report(uses, `\`uses: ${literal(uses)}\``)] : []),
  ];
}

function shellProblems(owner: Token, file: string): Problem[] {
  const shell = field(field(field(owner, 'defaults'), 'run'), 'shell');
  const message = shellProblem(literal(shell) ?? 'bash');
  return message === undefined ? [] : [{ message, ...place(file, shell) }];
}

/** `hashFiles` is the one function of GitHub's that is missing; a bare `if` is an expression too. */
function expressionProblems(root: Token, report: Report): Problem[] {
  const conditions = entries(field(root, 'jobs')).flatMap(({ value: job }) =>
    [job, ...items(field(job, 'steps'))].flatMap((owner) => field(owner, 'if') ?? []),
  );
  const written = [...walk(root)].flatMap((token) =>
    isBasicExpression(token) ? [{ token, code: token.expression }] : [],
  );
  const bare = conditions.flatMap((token) => (isBasicExpression(token) ? [] : [{ token, code: literal(token) ?? '' }]));
  return [...written, ...bare]
    .filter(({ code }) => functionsOf(code).includes('hashfiles'))
    .map(({ token }) => report(token, '`hashFiles`'));
}
