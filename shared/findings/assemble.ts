/** From what all tools reported to one verdict, one list of findings, and what to say of each tool. */
import { type Baseline, type BaselineEntry, type Compared, compare } from './baseline.ts';
import { type Clean, cleanEntry, cleaner, cleanFinding, cleanSuppression } from './clean.ts';
import { type Fingerprint, fingerprints, type Hashes, type Lines } from './fingerprint.ts';
import { type GateSettings, hasExpired, judge, judgeFinding } from './gate.ts';
import { type Merged, merge } from './merge.ts';
import type { Draft, Finding, GateVerdict, Suppression } from './model.ts';
import { byRank } from './rank.ts';
import { redactor } from './redact.ts';
import type { Witnessed } from './same-thing.ts';
import { type IgnoreRule, indexed, suppressDrafts, suppressFinding } from './suppress.ts';
import { allowByComment } from './suppressions/comments.ts';
import { type Tally, tallyOf } from './tally.ts';
import { type Report, ranWhole, reasonOf, secretsOf, type ToolResult, toolResults } from './tool-results.ts';

export interface Material {
  readonly reports: readonly Report[];
  readonly hashes: Hashes;
  readonly lines: Lines;
  /** Undefined where there is none: then all is new. */
  readonly baseline?: Baseline;
  readonly suppressions: readonly IgnoreRule[];
  readonly settings: GateSettings;
}

/** Nothing in it carries a secret. */
export interface Assembled {
  readonly verdict: GateVerdict;
  /** One sentence. */
  readonly reason: string;
  readonly tools: readonly ToolResult[];
  /** What blocks first, as `rank.ts` has it. */
  readonly findings: readonly Finding[];
  readonly counts: Tally;
  /** In the baseline, and not found by tools that ran whole. */
  readonly absent: readonly BaselineEntry[];
  /** Suppressions that expired, and those of our own file that fit nothing although all tools ran whole. */
  readonly stale: readonly Suppression[];
}

export function assemble({ reports, hashes, lines, baseline, suppressions, settings }: Material): Assembled {
  const unique = withoutRepeats(reports);
  const redact = redactor(unique.flatMap(secretsOf));
  const clean = cleaner(redact);
  const used = new Set<IgnoreRule>();
  // Whoever made a report elsewhere decided there what comments count.
  const said = unique.flatMap((one) =>
    one.path === null ? allowByComment(witnessedIn(one), lines) : witnessedIn(one),
  );
  const merged = merge(suppressDrafts(said, suppressions, used, settings.today));
  const marks = fingerprints(merged, hashes, lines);
  const ours = indexed(suppressions.filter(({ tool }) => tool === undefined));
  const accepted = merged.map((one, i) => suppressFinding(one, marks[i]?.value ?? '', ours, used, settings.today));
  const known = accepted.map(({ draft }, i) => ({
    fingerprint: marks[i] ?? { value: '', others: [] },
    level: draft.severity.level,
  }));
  const { compared, absent } = compare(known, baseline ?? new Map());
  const findings = accepted.map((one, i) => finding(one, marks[i], compared[i] ?? { state: 'new' }, settings, clean));
  const tools = toolResults(unique, findings, settings, clean);
  const counts = tallyOf(findings, settings.today);
  const verdict = judge(tools);
  return {
    ...{ verdict, reason: reasonOf(verdict, tools, counts), tools, counts },
    findings: findings.sort(byRank),
    absent: absent.filter((entry) => shouldBeThere(entry, tools)).map((entry) => cleanEntry(entry, clean)),
    stale: stale(suppressions, used, tools, settings.today).map((one) => cleanSuppression(one, clean)),
  };
}

/** The same report, given twice, is one. */
function withoutRepeats(reports: readonly Report[]): Report[] {
  const isSame = (a: Report, b: Report) => a.id === b.id && a.path === b.path;
  return reports.filter(
    (one, index) => one.path === null || reports.findIndex((other) => isSame(one, other)) === index,
  );
}

function witnessedIn({ id, path, outcome }: Report): Witnessed[] {
  if (outcome.kind !== 'read') return [];
  const { drafts, tool } = outcome.reading;
  return drafts.map((draft) => ({ draft: atLeastHigh(draft), tool, report: path ?? id }));
}

/** Secrets and failed tests are high, whatever their tool says of them. */
function atLeastHigh(draft: Draft): Draft {
  const { category, severity } = draft;
  const isGrave = severity.level === 'critical' || severity.level === 'high';
  if (isGrave || (category !== 'secret' && category !== 'test')) return draft;
  return { ...draft, severity: { ...severity, level: 'high' } };
}

function finding(
  one: Merged,
  mark: Fingerprint | undefined,
  compared: Compared,
  settings: GateSettings,
  clean: Clean,
): Finding {
  const { blocking, reason } = judgeFinding(one, compared, settings);
  return {
    ...cleanFinding(one, clean),
    fingerprints: {
      'jarvis/v1': mark?.value ?? '',
      ...(mark?.keyless === undefined ? {} : { 'jarvis/v1-keyless': mark.keyless }),
    },
    baselineState: compared.state,
    gate: { blocking, reason: clean(reason) },
  };
}

/** Only tools that looked at all can say that something is gone. */
function shouldBeThere({ tool }: BaselineEntry, tools: readonly ToolResult[]): boolean {
  return ranAllWhole(tools.filter(({ tool: { name } }) => name.toLowerCase() === tool.toLowerCase()));
}

const ranAllWhole = (tools: readonly ToolResult[]) => tools.length > 0 && tools.every(ranWhole);

function stale(
  rules: readonly IgnoreRule[],
  used: ReadonlySet<IgnoreRule>,
  tools: readonly ToolResult[],
  today: string,
): Suppression[] {
  // A tool's own file is read by the tool itself, whose report has nothing of what it left out.
  const fitsNothing = (rule: IgnoreRule) => rule.tool === undefined && !used.has(rule) && ranAllWhole(tools);
  return rules
    .filter((rule) => hasExpired(rule.suppression, today) || fitsNothing(rule))
    .map((rule) => rule.suppression);
}
