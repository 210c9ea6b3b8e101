/** The first lines of every release action's summary: what happened, and what to do next. */
import type { Verdict } from '../release/verdict.ts';
import { plain, table } from './markdown.ts';

const signs: Readonly<Record<Verdict, string>> = {
  promoted: '✅ promoted',
  held: '⏸️ held',
  'rolled-back': '↩️ rolled back',
  refused: '⛔ refused',
  inconclusive: '❔ inconclusive',
  error: '❌ error',
};

/** A heading with the verdict, the reason below it in one or more paragraphs, then the facts, if any, side by side. */
export function outcomeMarkdown(
  action: string,
  verdict: Verdict,
  reason: string | readonly string[],
  facts: readonly (readonly [string, string])[],
): string {
  const paragraphs = [reason].flat().flatMap((text) => ['', plain(text)]);
  const names = facts.map(([name]) => plain(name));
  const values = facts.map(([, value]) => plain(value));
  const details = facts.length === 0 ? [] : ['', table(names, [values])];
  return [`## ${signs[verdict]} · ${action}`, ...paragraphs, ...details, ''].join('\n');
}
