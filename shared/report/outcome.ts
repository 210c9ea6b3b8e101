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

/** A heading with the verdict, the reason below it, then the facts, if any, as a table. */
export function outcomeMarkdown(
  action: string,
  verdict: Verdict,
  reason: string,
  facts: readonly (readonly [string, string])[],
): string {
  const rows = facts.map(([name, value]) => [plain(name), plain(value)]);
  const details = rows.length === 0 ? [] : ['', table(['', ''], rows)];
  return [`## ${signs[verdict]} · ${action}`, '', plain(reason), ...details, ''].join('\n');
}
