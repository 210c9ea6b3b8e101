/** One finding as a SARIF result. No snippet: the text of a place may be a secret. */
import type { Result, Suppression } from 'sarif';
import type { Suppression as Accepted, Finding } from '../model.ts';
import { pathOf } from '../rank.ts';
import { shorten } from '../shorten.ts';
import { levelOf } from './level.ts';
import { locationOf } from './location.ts';

/** UTF-16 units; keeps 5,000 results of a run far below what GitHub takes. */
const longestMessage = 2000;

export function resultOf(finding: Finding, ruleIndex: number): Result {
  const { rule, severity, fingerprints, baselineState, suppression } = finding;
  return {
    ruleId: rule.id,
    ruleIndex,
    level: levelOf(severity.level),
    message: { text: messageOf(finding) },
    locations: [locationOf(finding, true)],
    partialFingerprints: { ...fingerprints },
    baselineState,
    ...(suppression && { suppressions: [suppressionOf(suppression)] }),
    properties: propertiesOf(finding),
  };
}

function messageOf({ message, title, location, remediation }: Finding): string {
  const place = location?.outside ? ` (in ${location.path}, outside of the workspace)` : '';
  const fix = remediation ? ` Fix: ${remediation.text}` : '';
  return shorten(inert(`${message || title}${place}${fix}`), longestMessage);
}

/** `[text](address)` is a link in a SARIF message. */
export function inert(text: string): string {
  return text.replaceAll('](', '] (');
}

function suppressionOf({ kind, status, origin, justification, owner, expires }: Accepted): Suppression {
  const properties = { origin, ...(owner && { owner }), ...(expires && { expires }) };
  return { kind, status, justification, properties };
}

function propertiesOf(finding: Finding): NonNullable<Result['properties']> {
  const { category, severity, confidence, verification, aliases, gate, witnesses } = finding;
  const tools = new Set(witnesses.map(({ tool }) => tool.name));
  const path = pathOf(finding);
  return {
    category,
    severity: severity.level,
    ...(path !== '' && { path }),
    ...(confidence && { confidence }),
    ...(verification && { verification }),
    ...(aliases.length > 0 && { aliases }),
    ...(finding.package && { package: finding.package.purl }),
    ...(tools.size > 1 && { seenBy: [...tools] }),
    blocking: gate.blocking,
    reason: gate.reason,
  };
}
