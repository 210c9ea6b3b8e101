/** A file's lines one after the other, in memory that does not grow with the file. */
import { InputError } from '../../shared/action/errors.ts';

/** Reads more bytes into the buffer, from `at` on; 0 at the end. */
export type Source = (buffer: Buffer, at: number) => number;

/** Evidence of some ten thousand instances fits; what is longer is no evidence, such as a device or an archive. */
const longestLine = 16 * 2 ** 20;
const chunk = 256 * 2 ** 10;
const newline = 10;

/**
 * Lines without their end; the last one needs none.
 * @throws InputError at a line that is longer than `longest` bytes.
 */
export function* linesOf(read: Source, longest = longestLine): Generator<string, void, undefined> {
  let buffer: Buffer = Buffer.allocUnsafe(Math.min(chunk, longest + 1));
  let [start, end] = [0, 0];
  for (;;) {
    const scanned = end;
    if (end === buffer.length) buffer = larger(buffer, longest);
    const got = read(buffer, end);
    if (got === 0) break;
    end += got;
    const filled = buffer.subarray(0, end);
    for (let at = filled.indexOf(newline, scanned); at !== -1; at = filled.indexOf(newline, start)) {
      yield filled.toString('utf8', start, at);
      start = at + 1;
    }
    buffer.copyWithin(0, start, end);
    [start, end] = [0, end - start];
  }
  if (end > 0) yield buffer.toString('utf8', 0, end);
}

/** Only a line that fills all of it asks for more. */
function larger(buffer: Buffer, longest: number): Buffer {
  if (buffer.length > longest) {
    throw new InputError(`the line is longer than ${longest} bytes; expected one JSON object of evidence a line`);
  }
  const more = Buffer.allocUnsafe(Math.min(buffer.length * 4, longest + 1));
  buffer.copy(more);
  return more;
}
