/** The step summary of a check of hosts: the verdict, then for every server its checks, what to change, and what nobody saw. */
import type { GateVerdict } from '../findings/model.ts';
import type { HostCheck } from '../model/host/check.ts';
import { isSetting } from '../model/host/fix.ts';
import type { HostResult } from '../model/verify-host.ts';
import { clip } from './clip.ts';
import { plain, table } from './markdown.ts';
import { verdictSigns } from './tool-rows.ts';

export interface HostHead {
  readonly verdict: GateVerdict;
  readonly reason: string;
}

/** Characters of a server's words. */
const said = 1000;

const signs: Readonly<Record<HostCheck['verdict'], string>> = {
  passed: verdictSigns.passed,
  findings: verdictSigns.findings,
  unknown: '❔ unknown',
};

export function hostMarkdown(action: string, { verdict, reason }: HostHead, results: readonly HostResult[]): string {
  const why = verdict === 'error' || verdict === 'not-run' ? reason : summaryOf(verdict, results);
  const head = [`## ${verdictSigns[verdict]} · ${action}`, '', plain(clip(why, 4 * said)), ''];
  return [...head, ...results.map(serverPart)].join('\n');
}

/** In a sentence; the tables have the rest. */
function summaryOf(verdict: GateVerdict, results: readonly HostResult[]): string {
  const named = (wanted: HostCheck['verdict']) =>
    results.flatMap(({ url, checks }) => {
      const names = checks.filter((one) => one.verdict === wanted).map(({ name }) => name);
      return names.length === 0 ? [] : [`${results.length === 1 ? '' : `${new URL(url).host}: `}${names.join(', ')}`];
    });
  if (verdict === 'findings') return `Not as it is meant to be: ${named('findings').join('; ')}.`;
  return 'The host is as it is meant to be, as far as it can be seen.';
}

function serverPart({ url, verdict, reason, checks }: HostResult): string {
  const head = [`### ${plain(url)} · ${verdictSigns[verdict]}`, ''];
  if (checks.length === 0) return [...head, plain(clip(reason, said)), ''].join('\n');
  return [...head, checkTable(checks), '', ...settings(checks), ...unseen(checks)].join('\n');
}

function checkTable(checks: readonly HostCheck[]): string {
  const rows = checks.map(({ name, verdict, words, fix }) => [
    name,
    signs[verdict],
    plain(clip(words, said)),
    fix === undefined ? '' : plain(clip(fix.words, said)),
  ]);
  return table(['check', 'verdict', 'what was seen', 'what to do'], rows);
}

/** Ready to be copied; names and numbers of our own, so that nothing in them could end the code. */
function settings(checks: readonly HostCheck[]): readonly string[] {
  const fixes = checks.flatMap(({ name, fix }) => (fix !== undefined && isSetting(fix) ? [{ name, fix }] : []));
  if (fixes.length === 0) return [];
  const code = (text: string) => `\`${text}\``;
  const rows = fixes.map(({ name, fix }) => [name, code(fix.systemd), code(fix.compose), code(fix.windows)]);
  const lines = new Set(fixes.flatMap(({ fix }) => fix.apply.split('; ')));
  const how = ['systemd:', 'compose:', 'Windows:'].flatMap((kind) =>
    [...lines].filter((line) => line.startsWith(kind)),
  );
  return [table(['setting', 'systemd', 'compose', 'Windows'], rows), '', ...how.map((one) => `- ${plain(one)}`), ''];
}

function unseen(checks: readonly HostCheck[]): readonly string[] {
  const names = checks.filter(({ verdict }) => verdict === 'unknown').map(({ name }) => name);
  if (names.length === 0) return [`All ${checks.length} checks could be seen.`, ''];
  return [`${names.length} of ${checks.length} checks could not be seen: ${names.join(', ')}.`, ''];
}
