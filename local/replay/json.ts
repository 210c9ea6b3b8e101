/** JSON of one line; where it is none, the error knows the column. */

/** What is not JSON, and where; the column starts at 1. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  readonly column: number | undefined;
  constructor(message: string, column: number | undefined) {
    super(message);
    this.column = column;
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const column = columnOf(text, (error as Error).message);
    if (column !== undefined && column > text.trimEnd().length) {
      throw new JsonError('not a whole JSON object: the line ends too early; was the file cut off?', column);
    }
    const what = column === undefined ? '' : ` at ${JSON.stringify(text.slice(column - 1, column + 19))}`;
    throw new JsonError(`not JSON${what}; expected one JSON object of evidence a line`, column);
  }
}

/** Enough that the engine quotes the text before and after what it did not expect, and from after the very beginning. */
const margin = 32;
/** How much of the text before it quotes. */
const quotedBefore = 10;

function columnOf(text: string, message: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position) + 1;
  if (message.startsWith('Unexpected end')) return text.length + 1;
  const padded = ' '.repeat(margin) + text;
  const quoted = /^Unexpected token .*?, \.\.\."(.*?)"(\.\.\.)? is not valid JSON$/s.exec(messageOf(padded))?.[1];
  const at = quoted === undefined ? -1 : padded.indexOf(quoted);
  return at === -1 ? undefined : at + quotedBefore - margin + 1;
}

function messageOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
