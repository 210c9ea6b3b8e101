/** How bad a tool says that it is. */
import type { Rating } from '../model.ts';
import { severityOf } from '../severity.ts';
import { line } from './redact.ts';
import { given, text } from './shape.ts';

/** The tool's own word, cut where it is more than a word. */
export function wordOf(value: unknown): string | null {
  const word = text(value);
  return word === undefined ? null : line(word, 40);
}

/** By the tool's word alone; a score is shown beside it. */
export function rate(value: unknown, score?: number): Rating {
  const original = wordOf(value);
  return given({ level: severityOf(original), original, score });
}

export function confidenceOf(value: unknown): 'high' | 'medium' | 'low' | undefined {
  const word = text(value)?.toLowerCase();
  return word === 'high' || word === 'medium' || word === 'low' ? word : undefined;
}
