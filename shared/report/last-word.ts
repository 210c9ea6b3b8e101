/** What the judge said last, and whether that is what ended the release. */
import type { Decision, EvidenceHeader, EvidenceLine } from '../release/evidence.ts';
import { absolute, type Carrier, threshold } from '../release/judge/rule.ts';
import type { JudgeSettings, ModelMetric } from '../release/judge/types.ts';
import type { Verdict } from '../release/verdict.ts';

/** How the release ended, and why in words; whoever decided it. */
export interface Ending {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** What a report is made of; `settings` are those the judge ran with. */
export interface Reported extends Ending {
  readonly lines: readonly EvidenceLine[];
  readonly settings: JudgeSettings;
}

/** As the header names them. */
export interface Names {
  readonly canary: string;
  readonly baseline: string;
}

export function namesOf(lines: readonly EvidenceLine[]): Names {
  const header = lines.find((line): line is EvidenceHeader => 'schema' in line);
  return { canary: header?.canary || 'the canary', baseline: header?.baseline || 'the baseline' };
}

export function isDecision(line: EvidenceLine): line is Decision {
  return 'decision' in line;
}

export function lastDecision(lines: readonly EvidenceLine[]): Decision | undefined {
  return lines.findLast(isDecision);
}

/** A number of a decision's detail; 0 where it has none. */
export function numberOf({ detail }: Decision, name: string): number {
  const value = detail[name];
  return typeof value === 'number' ? value : 0;
}

/**
 * The judge's last decision where it is what ended the release, told by its reason; undefined where something else did,
 * such as a cancel, a lost lease or a dead process, which must not be put down to the judge.
 */
export function decisive({ lines, verdict, reason }: Reported): Decision | undefined {
  const last = lastDecision(lines);
  if (last === undefined) return undefined;
  const said = last.decision === 'promote-step' ? `passed at ${numberOf(last, 'weight')} %` : last.reason;
  return reason === said && follows(verdict, last) ? last : undefined;
}

function follows(verdict: Verdict, { decision }: Decision): boolean {
  if (verdict === 'held') return decision === 'promote-step';
  if (verdict === 'rolled-back') return decision === 'rollback' || decision === 'dead-canary';
  return verdict === 'inconclusive' && (decision === 'inconclusive' || decision === 'split-unsettled');
}

/** The metric of the model that a rollback rests on; undefined where it was none of them. */
export function modelMetricOf(last: Decision, { model = [] }: JudgeSettings): ModelMetric | undefined {
  return last.decision === 'rollback' ? model.find(({ name }) => name === last.detail['metric']) : undefined;
}

/** What the odds against a metric of the model are about. */
export function betOf({ detail }: Decision, { name, bounds }: ModelMetric): Carrier {
  const usual = bounds.length === 0 ? 'errors' : 'latency';
  return absolute.find((bet) => bet === detail[`${name}.metric`]) ?? usual;
}

/** Odds in the evidence are rounded to four digits. */
const rounding = 1.001;

/** The bet that a rollback rests on; undefined where missing counts and the plan's `no-data` did it. */
export function carrierOf(last: Decision, { alpha }: JudgeSettings): Carrier | undefined {
  const { metric } = last.detail;
  const carrier = (['errors', 'latency', ...absolute] as const).find((name) => name === metric);
  if (last.decision !== 'rollback' || carrier === undefined) return undefined;
  return numberOf(last, 'odds') * rounding >= Math.exp(threshold(alpha, carrier)) ? carrier : undefined;
}
