/** Findings as SARIF 2.1.0 within GitHub's limits: a run a tool, each with its own category, the worst results first. */
import type { Invocation, Notification } from 'sarif';
import type { Assembled } from '../assemble.ts';
import type { Finding } from '../model.ts';
import { byRank } from '../rank.ts';
import { shorten } from '../shorten.ts';
import type { ToolResult } from '../tool-results.ts';
import { type LazyRun, logText, type Written } from './log.ts';
import { resultOf } from './result.ts';
import { rulesOf } from './rules.ts';

/** Of a file, and of what GitHub shows of a run: more than 5,000 it would choose from by a rule of its own. */
const runsPerFile = 20;
const resultsPerRun = 5000;

const notificationsPerRun = 50;

export interface SarifOptions {
  /** Begins the category of every run: `jarvis` makes `jarvis/bandit/`. */
  readonly category?: string;
  /** At most `resultsPerRun`; less where the file would be too large (10 MB compressed). */
  readonly results?: number;
}

/**
 * A tool that broke or saw nothing has a run only if it found something, since a run without results tells GitHub that
 * all its alerts are fixed.
 */
export function writeSarif(outcome: Assembled, options: SarifOptions = {}): Written {
  const { category = 'jarvis', results = resultsPerRun } = options;
  const groups = groupsOf(outcome);
  const kept = groups.slice(0, runsPerFile);
  const shown = kept.map((group) => ({ ...group, findings: group.findings.slice(0, results) }));
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const left = total - shown.reduce((sum, { findings }) => sum + findings.length, 0);
  return {
    text: logText(
      shown.map((group) => runOf(group, category)),
      left === 0,
    ),
    left,
  };
}

interface Group {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly tools: readonly ToolResult[];
}

/** Those with the worst findings first, then those without any by name. */
function groupsOf({ findings, tools }: Assembled): readonly Group[] {
  const present = findings.filter(({ baselineState }) => baselineState !== 'absent').toSorted(byRank);
  const byName = Map.groupBy(present, ({ tool }) => tool.name);
  const clean = tools.filter(({ verdict }) => verdict === 'passed').map(({ tool }) => tool.name);
  return [...new Set([...byName.keys(), ...clean.toSorted()])].map((name) => ({
    name,
    findings: byName.get(name) ?? [],
    tools: tools.filter(({ tool }) => tool.name === name),
  }));
}

function runOf({ name, findings, tools }: Group, category: string): LazyRun {
  const rules = rulesOf(findings);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const version = tools.find(({ tool }) => tool.version)?.tool.version ?? findings[0]?.tool.version;
  return {
    run: {
      tool: { driver: { name, ...(version && { version }), rules: [...rules] } },
      automationDetails: { id: `${category}/${name}/` },
      columnKind: 'unicodeCodePoints',
      ...(tools.length > 0 && { invocations: tools.map(invocationOf) }),
    },
    findings,
    resultOf: (finding) => resultOf(finding, indexes.get(finding.rule.id) ?? -1),
  };
}

function invocationOf({ verdict, errors, skipped, notes }: ToolResult): Invocation {
  const all = [
    ...errors.map((text) => notification('error', text)),
    ...skipped.map((text) => notification('warning', `left out: ${text}`)),
    ...notes.map((text) => notification('note', text)),
  ];
  const more = all.length - notificationsPerRun;
  const told = [...all.slice(0, notificationsPerRun), ...(more > 0 ? [notification('note', `and ${more} more`)] : [])];
  const executionSuccessful = verdict === 'passed' || verdict === 'findings';
  return { executionSuccessful, ...(told.length > 0 && { toolExecutionNotifications: told }) };
}

function notification(level: 'error' | 'warning' | 'note', text: string): Notification {
  return { level, message: { text: shorten(text, 1000) } };
}
