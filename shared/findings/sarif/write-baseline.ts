/** The findings that are accepted as known, as a SARIF file for a pull request: the same findings give the same bytes. */
import type { Result } from 'sarif';
import type { Finding } from '../model.ts';
import { compareText } from '../packages.ts';
import { isSuppressed, pathOf } from '../rank.ts';
import { shorten } from '../shorten.ts';
import { levelOf } from './level.ts';
import { locationOf } from './location.ts';
import { logText } from './log.ts';
import { inert } from './result.ts';

/**
 * Complete, without what changes from day to day (lines, versions, times) and without what is suppressed: that has its
 * own reason, and comes back when the reason goes. The pieces are to be written one after the other.
 */
export function writeBaseline(findings: readonly Finding[]): Iterable<string> {
  const known = findings.filter((finding) => finding.baselineState !== 'absent' && !isSuppressed(finding));
  const tools = [...Map.groupBy(known, ({ tool }) => tool.name)].toSorted(([one], [other]) => compareText(one, other));
  const runs = tools.map(([name, found]) => ({
    run: { tool: { driver: { name } } },
    findings: once(found).sort(byIdentity),
    resultOf: entryOf,
  }));
  return logText(runs, true, true);
}

function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.fingerprints['jarvis/v1'], finding])).values()];
}

/** Not by line, so that code that moves does not move entries. */
function byIdentity(one: Finding, other: Finding): number {
  return (
    compareText(pathOf(one), pathOf(other)) ||
    compareText(one.rule.id, other.rule.id) ||
    compareText(one.fingerprints['jarvis/v1'], other.fingerprints['jarvis/v1'])
  );
}

function entryOf(finding: Finding): Result {
  const { rule, severity, title, fingerprints } = finding;
  const path = pathOf(finding);
  return {
    ruleId: rule.id,
    level: levelOf(severity.level),
    message: { text: shorten(inert(title), 200) },
    locations: [locationOf(finding, false)],
    partialFingerprints: { ...fingerprints },
    properties: { severity: severity.level, ...(path !== '' && { path }) },
  };
}
