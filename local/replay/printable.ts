/** Text from outside as it may be printed: a terminal and a workflow's log must see nothing but text in it. */
import { clip } from '../../shared/report/clip.ts';

/** Control characters, what turns the direction of text, and halves of characters. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line, at most `limit` characters, nothing in it that moves a cursor or is a workflow command. */
export function printable(text: string, limit = 300): string {
  return clip(text, limit)
    .replace(unsafe, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .replace(/##\[/g, '#\u200b#[')
    .replace(/^(\s*)::/, '$1\u200b::');
}
