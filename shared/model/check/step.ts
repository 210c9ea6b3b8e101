/** The steps of a warm check, of an update and of a roll back, in their order, and what each comes to. */
import { type GateVerdict, verdicts } from '../../findings/model.ts';

export const stepNames = [
  'reach',
  'identity',
  'options',
  'load',
  'residency',
  'generate',
  'objective',
  'after',
] as const;

/** `restore` is only there where it was needed. */
export const updateSteps = [
  ...(['reach', 'identity', 'keep', 'pull', 'options', 'load', 'residency'] as const),
  ...(['generate', 'objective', 'after', 'switch', 'restore', 'clean'] as const),
] as const;

export const rollBackSteps = [
  ...(['reach', 'identity', 'keep', 'options', 'switch', 'restore', 'load', 'residency'] as const),
] as const;

export type StepName = (typeof stepNames)[number] | (typeof updateSteps)[number];

/** What a step came to by what was seen. */
export interface Judged {
  /** `not-asked` where nothing was asked for: it does not count. */
  readonly verdict: GateVerdict | 'not-asked';
  /** What was seen, in words. */
  readonly words: string;
  /** What to do about it; absent where there is nothing to do. */
  readonly fix?: string;
  /** Numbers and names that the words rest on. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

export interface Step extends Judged {
  readonly name: StepName;
  readonly seconds: number;
}

/** The worst of the steps that count; where none counts nothing was proved. */
export function verdictOf(steps: readonly Judged[]): GateVerdict {
  return verdicts.find((verdict) => steps.some((step) => step.verdict === verdict)) ?? 'not-run';
}

/** The words of the steps that are as bad as the whole, with what to do; empty where all passed. */
export function reasonOf(steps: readonly Step[]): string {
  const verdict = verdictOf(steps);
  if (verdict === 'passed') return '';
  const worst = steps.filter((step) => step.verdict === verdict);
  return worst.map(({ name, words, fix }) => `${name}: ${words}${fix === undefined ? '' : `; ${fix}`}`).join('; ');
}

/** All of them: those that nobody came to were not run, and say which one was in the way. */
export function complete(steps: readonly Step[], names: readonly StepName[] = stepNames): readonly Step[] {
  const last = steps.findLast(({ name }) => name !== 'restore');
  const words = last === undefined ? 'nothing was looked at' : `not looked at, because of ${last.name}`;
  const missing = names.filter((name) => name !== 'restore' && !steps.some((step) => step.name === name));
  const all = [
    ...steps,
    ...missing.map((name): Step => ({ name, verdict: 'not-run', seconds: 0, words, evidence: {} })),
  ];
  return all.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

export function passed(words: string, evidence: Judged['evidence'] = {}): Judged {
  return { verdict: 'passed', words, evidence };
}

export function finding(words: string, fix: string, evidence: Judged['evidence'] = {}): Judged {
  return { verdict: 'findings', words, fix, evidence };
}

/** One judgement of several: the worst counts, and each one's words stay. */
export function together(parts: readonly Judged[]): Judged {
  const verdict = parts.every((part) => part.verdict === 'not-asked') ? 'not-asked' : verdictOf(parts);
  const telling = verdict === 'passed' ? parts : parts.filter((part) => part.verdict === verdict);
  const fixes = telling.flatMap(({ fix }) => fix ?? []);
  return {
    verdict,
    words: telling.map(({ words }) => words).join('; '),
    ...(fixes.length === 0 ? {} : { fix: [...new Set(fixes)].join('; ') }),
    evidence: Object.assign({}, ...parts.map(({ evidence }) => evidence)),
  };
}
