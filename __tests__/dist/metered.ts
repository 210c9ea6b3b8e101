/** A test's target whose versions count by themselves, and a plan that reads those counts. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { EvidenceHeader, EvidenceLine, Observation } from '../../shared/release/evidence.ts';
import type { Ran } from './harness.ts';
import { type TestTarget, testTarget } from './target.ts';

/** `analysis` is added to the plan's. */
export async function meteredTarget(analysis: string): Promise<TestTarget> {
  const target = await testTarget();
  rewrite(target, analysis);
  return target;
}

/** Puts other settings of the analysis into the plan's file. */
export function rewrite({ plan }: TestTarget, analysis: string): void {
  const text = readFileSync(plan, 'utf8')
    .replace('service.mjs', 'metered.mjs')
    .replace('versions: { bad', 'versions: { mute: { env: { FAULT: mute } }, tokens: { env: { FAULT: tokens } }, bad');
  writeFileSync(
    plan,
    text.replace(/analysis: .*/, `analysis: { every: 200ms, dwell: 1s, deadline: 40s, ${analysis} }`),
  );
}

export interface Evidence {
  readonly header: EvidenceHeader;
  readonly observations: readonly Observation[];
}

export function evidenceOf(ran: Ran): Evidence {
  const text = readFileSync(ran.outputs.evidence ?? '', 'utf8').trim();
  const [header, ...lines] = text.split('\n').map((line) => JSON.parse(line) as EvidenceLine);
  return {
    header: header as EvidenceHeader,
    observations: lines.filter((line): line is Observation => 'from' in line),
  };
}
