/** The built-in model: the same question always gets the same words in the same time. Pure. */

/** One piece of an answer and how long the model takes to come up with it, in milliseconds. */
export interface Piece {
  readonly content: string;
  readonly time: number;
}

const words =
  'release small steps measure traffic before trust canary first then everyone watch errors slowly with care and return'.split(
    ' ',
  );
const pieces = 4;

/** FNV-1a: spreads similar questions over the whole range, with no state. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

function phrase(seed: number, first: boolean): string {
  const chosen = [0, 5, 10].map((shift) => words[(seed >>> shift) % words.length] ?? 'release');
  return `${first ? '' : ' '}${chosen.join(' ')}`;
}

/** The answer to `question`: a few pieces that take 20 to 40 ms together. */
export function generate(question: string): Piece[] {
  const seed = hash(question);
  const time = (20 + (seed % 21)) / pieces;
  return Array.from({ length: pieces }, (_, at) => ({ content: phrase(hash(`${seed}/${at}`), at === 0), time }));
}
