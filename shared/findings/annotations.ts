/** Which findings are shown beside the code: the runner takes ten annotations of a level from a step, and drops others. */
import type { Problem } from '../action/errors.ts';
import { counted } from './counted.ts';
import type { Finding } from './model.ts';
import { byRank, isSuppressed } from './rank.ts';
import { shorten } from './shorten.ts';

const annotationLevels = ['error', 'warning', 'notice'] as const;
export type AnnotationLevel = (typeof annotationLevels)[number];

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly problem: Problem;
  readonly title: string;
}

export interface Annotations {
  /** The worst first. */
  readonly shown: readonly Annotation[];
  /** How many findings of a level are not shown, `12 more errors and 3 more notices`; empty where all are. */
  readonly more: string;
}

/** UTF-16 units; the runner cuts there. */
const longest = 4096;
const placesNamed = 5;

/** @param room annotations of a level; less than ten where the step has others to make */
export function annotationsOf(findings: readonly Finding[], room = 10): Annotations {
  const ranked = findings
    .filter((finding) => !isSuppressed(finding) && finding.baselineState !== 'absent')
    .toSorted(byRank);
  const byLevel = Map.groupBy(ranked, levelOf);
  const chosen = annotationLevels.map((level) => ({ level, ...choose(byLevel.get(level) ?? [], room) }));
  const more = chosen
    .filter(({ left }) => left > 0)
    .map(({ level, left }) => `${left} more ${level}${left === 1 ? '' : 's'}`);
  const shown = chosen.flatMap(({ level, groups }) => groups.map((group) => annotationOf(level, group)));
  return { shown, more: joined(more) };
}

function levelOf({ gate, severity }: Finding): AnnotationLevel {
  if (gate.blocking) return 'error';
  return severity.level === 'low' || severity.level === 'info' ? 'notice' : 'warning';
}

/** Findings that say the same share an annotation at the first of them. */
function choose(findings: readonly Finding[], room: number) {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings.filter(hasPlace)) {
    const said = sameness(finding);
    const group = groups.get(said);
    // Beyond the room nothing is kept, as there may be 100,000 that all say something else.
    if (group === undefined && groups.size < room) groups.set(said, [finding]);
    else group?.push(finding);
  }
  const shown = [...groups.values()];
  return { groups: shown, left: findings.length - shown.reduce((sum, group) => sum + group.length, 0) };
}

function hasPlace({ location }: Finding): boolean {
  return location !== undefined && location.path !== '' && !location.outside;
}

function sameness({ tool, rule, title, message, baselineState }: Finding): string {
  return JSON.stringify([tool.name, rule.id, title, message, baselineState]);
}

function annotationOf(level: AnnotationLevel, group: readonly Finding[]): Annotation {
  const [first, ...others] = group;
  if (first?.location === undefined) throw new Error('an annotation has a place');
  const { title, message, rule, tool, remediation, location, gate } = first;
  const parts = [
    message || title,
    remediation && `Fix: ${remediation.text}`,
    level === 'error' && gate.reason,
    also(others),
  ];
  const [line, column] = [counted(location.startLine), counted(location.startColumn)];
  const problem: Problem = {
    message: shorten(parts.filter(Boolean).join('\n'), longest),
    file: location.path,
    ...(line !== undefined && { line }),
    ...(line !== undefined && column !== undefined && { column }),
  };
  return { level, problem, title: shorten(`${tool.name} ${rule.id}: ${title}`, 200) };
}

/** `Also at b.py:3, c.py:9 and 14 more places.` */
function also(others: readonly Finding[]): string {
  if (others.length === 0) return '';
  const named = others
    .slice(0, placesNamed)
    .map(({ location }) => `${location?.path}:${counted(location?.startLine) ?? 1}`);
  const left = others.length - named.length;
  return `Also at ${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
