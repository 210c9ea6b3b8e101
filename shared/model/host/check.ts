/** The checks of a host, in their order, and what they come to together. */
import type { GateVerdict } from '../../findings/model.ts';
import type { Judged } from '../check/step.ts';
import type { Fix } from './fix.ts';

export const checkNames = [
  'version',
  'cloud',
  'model',
  'context',
  'keep-alive',
  'residency',
  'bind',
  'request-logging',
  'parallelism',
  'gpu-utilisation',
  'gpu-memory',
  'disk',
] as const;
export type CheckName = (typeof checkNames)[number];

export interface HostCheck {
  readonly name: CheckName;
  /** `unknown` where it could not be seen. */
  readonly verdict: 'passed' | 'findings' | 'unknown';
  /** What was seen, or why it was not. */
  readonly words: string;
  /** Of a finding alone. */
  readonly fix?: Fix;
  /** Numbers and names that the words rest on. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** @param fix instead of the judgement's own words, where there is a setting to change */
export function checkOf(name: CheckName, { verdict, words, fix, evidence }: Judged, better?: Fix): HostCheck {
  if (verdict === 'passed') return { name, verdict, words, evidence };
  if (verdict !== 'findings') return { name, verdict: 'unknown', words, evidence };
  const cure = better ?? (fix === undefined ? undefined : { words: fix });
  return { name, verdict, words, ...(cure === undefined ? {} : { fix: cure }), evidence };
}

export function unknownCheck(name: CheckName, why: string, evidence: HostCheck['evidence'] = {}): HostCheck {
  return { name, verdict: 'unknown', words: why, evidence };
}

export interface HostVerdict {
  readonly verdict: GateVerdict;
  /** Empty where it passed. */
  readonly reason: string;
}

/**
 * A finding counts more than what could not be seen, which counts where it has to be.
 * @param needed what has to be seen
 */
export function hostVerdict(checks: readonly HostCheck[], needed: readonly CheckName[]): HostVerdict {
  const findings = checks.filter(({ verdict }) => verdict === 'findings');
  if (findings.length > 0) return { verdict: 'findings', reason: findings.map(told).join('; ') };
  const unseen = checks.filter(({ name, verdict }) => verdict === 'unknown' && needed.includes(name));
  if (unseen.length === 0) return { verdict: 'passed', reason: '' };
  return { verdict: 'not-run', reason: `not all that was asked for can be seen: ${unseen.map(told).join('; ')}` };
}

/** As in the reason of a warm check: the name, what was seen, what to do. */
function told({ name, words, fix }: HostCheck): string {
  return `${name}: ${words}${fix === undefined ? '' : `; ${fix.words}`}`;
}
