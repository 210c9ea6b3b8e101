/** Findings as rows of a table; those with one cause and one fix share a row. */
import { counted } from '../findings/counted.ts';
import type { Finding, Severity } from '../findings/model.ts';
import { shorten } from '../findings/shorten.ts';
import { fixOf } from './fix.ts';
import { count, plain } from './markdown.ts';

const signs: Readonly<Record<Severity, string>> = {
  critical: '🟥&nbsp;**critical**',
  high: '🟧&nbsp;**high**',
  unknown: '⬛&nbsp;unknown',
  medium: '🟨&nbsp;medium',
  low: '🟦&nbsp;low',
  info: '⬜&nbsp;info',
};

const named = 3;

/** Escaped, and as long as a cell of a table can be read. */
export const cell = (text: string, limit = 300) => plain(shorten(text, limit));

/** Given the worst first, so are the groups. */
export function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return [...Map.groupBy(findings, causeOf).values()];
}

/** Of a package all advisories count as one: it is upgraded once. */
function causeOf(finding: Finding): string {
  const { package: bundle, rule, title, severity, gate, tool, suppression } = finding;
  const judged = [gate.reason, suppression];
  if (bundle) return JSON.stringify([bundle.name, bundle.installed, bundle.path, judged]);
  return JSON.stringify([tool.name, rule.id, title, severity.level, fixOf(finding), judged]);
}

/** Severity, what it is, where, and what to do. */
export function cells(group: readonly Finding[]): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  return [signs[first.severity.level], whatOf(first, group), list(group.map(placeOf), '<br>'), fixesOf(group)];
}

function whatOf(first: Finding, group: readonly Finding[]): string {
  const { package: bundle, tool, rule, title, witnesses } = first;
  const tools = [...new Set([tool.name, ...witnesses.map((witness) => witness.tool.name)])].join(', ');
  const name = bundle ? [bundle.name, bundle.installed].filter(Boolean).join(' ') : title;
  const ids = bundle
    ? list(
        group.map((finding) => cell(finding.rule.id, 100)),
        ', ',
      )
    : cell(rule.id, 100);
  const times = group.length > 1 && !bundle ? ` · ${count(group.length)} times` : '';
  return `**${cell(name)}**<br>${cell(tools, 100)} · ${ids}${times}`;
}

function placeOf({ location, package: bundle }: Finding): string {
  const path = location?.path ?? bundle?.path;
  if (path === undefined) return location?.logical ? cell(location.logical) : '–';
  const number = counted(location?.startLine);
  const line = number === undefined ? '' : `:${number}`;
  const within = location?.logical ? ` ${cell(location.logical, 100)}` : '';
  return `<code>${cell(path)}${line}</code>${within}`;
}

function fixesOf(group: readonly Finding[]): string {
  return list(
    group.map((finding) => cell(fixOf(finding), 400)),
    '<br>',
  );
}

/** Each once, the first few, and how many more there are. */
function list(texts: readonly string[], separator: string): string {
  const all = [...new Set(texts)];
  const left = all.length - named;
  return [...all.slice(0, named), ...(left > 0 ? [`and ${count(left)} more`] : [])].join(separator);
}
