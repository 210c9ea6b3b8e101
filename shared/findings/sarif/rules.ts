/** The rules of a run: what its findings say about theirs, put together. */
import type { ReportingDescriptor } from 'sarif';
import type { Finding, Rule } from '../model.ts';
import { bySeverity } from '../rank.ts';
import { shorten } from '../shorten.ts';
import { isSecurity, levelOf, scoreOf } from './level.ts';

/** GitHub's limit. */
const tagsPerRule = 20;

/** In the order of their first finding. */
export function rulesOf(findings: readonly Finding[]): readonly ReportingDescriptor[] {
  return [...Map.groupBy(findings, ({ rule }) => rule.id).values()].map(descriptorOf);
}

function descriptorOf(findings: readonly Finding[]): ReportingDescriptor {
  const worst = findings.reduce((one, other) =>
    bySeverity(one.severity.level, other.severity.level) > 0 ? other : one,
  );
  const { rule } = worst;
  const name = shorten(rule.name ?? rule.id, 1000);
  const uri = uriOf(rule.help);
  return {
    id: rule.id,
    ...(rule.name !== undefined && { name: shorten(rule.name, 255) }),
    shortDescription: { text: name },
    help: { text: shorten(rule.help || name, 4000) },
    ...(uri !== undefined && { helpUri: uri }),
    defaultConfiguration: { level: levelOf(worst.severity.level) },
    properties: { tags: tagsOf(worst, rule), ...securitySeverity(findings) },
  };
}

/** Of the worst; GitHub reads the number from a text. */
function securitySeverity(findings: readonly Finding[]): { 'security-severity'?: string } {
  const scores = findings.map(scoreOf).filter((score) => score !== undefined);
  if (scores.length === 0) return {};
  return { 'security-severity': scores.reduce((worst, score) => Math.max(worst, score), 0).toFixed(1) };
}

function tagsOf(finding: Finding, { cwe = [], tags = [] }: Rule): string[] {
  const weaknesses = cwe.map((id) => `external/cwe/${id.toLowerCase()}`);
  const all = [...(isSecurity(finding) ? ['security'] : []), finding.category, ...weaknesses, ...tags];
  return [...new Set(all.map((tag) => shorten(tag, 100)))].slice(0, tagsPerRule);
}

/** Where the help is nothing but an address; stricter than a browser, as the schema is. */
function uriOf(help = ''): string | undefined {
  return /^https?:\/\/(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})+(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})*)?$/i.test(help)
    ? help
    : undefined;
}
