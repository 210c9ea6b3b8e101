/** What the tiny model can read and say. */

/** `in a circle` never ends by itself, `to the end` stops after the last word, `one word` says one for ever. */
export type Speaks = 'in a circle' | 'to the end' | 'one word';

/** None of one letter, which the tokenizer would find in a prompt. */
export const words =
  'every release begins with one small share of the traffic and goes on while what it serves stays good as before'.split(
    ' ',
  );

/** What the model says to anything, for so many tokens: a word each. */
export function spoken(tokens: number, speaks: Speaks = 'in a circle'): string {
  const word = (index: number) => (speaks === 'one word' ? words[0] : words[index % words.length]);
  return Array.from({ length: tokens }, (_, index) => ` ${word(index)}`).join('');
}

/** The space of the tokenizer. */
const space = '▁';
const kinds = { normal: 1, unknown: 2, control: 3, byte: 6 };
export const end = 2;

interface Token {
  readonly text: string;
  readonly kind: number;
}

/** Specials, every byte, printable characters, words: an ordinary text becomes characters, since nothing merges them. */
export const vocabulary: readonly Token[] = [
  { text: '<unk>', kind: kinds.unknown },
  { text: '<s>', kind: kinds.control },
  { text: '</s>', kind: kinds.control },
  ...Array.from({ length: 256 }, (_, byte) => ({
    text: `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
    kind: kinds.byte,
  })),
  ...[space, ...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))].map(normal),
  ...words.map((word) => normal(space + word)),
];
export const firstWord = vocabulary.length - words.length;

function normal(text: string): Token {
  return { text, kind: kinds.normal };
}
