/** What is kept of a stream that may be far longer than anyone wants to read. */
import type { Readable } from 'node:stream';

export interface Kept {
  text(): string;
}

/** The first `limit` bytes; the rest is read, so that the writer is not held up, and dropped. */
export function keepHead(stream: Readable, limit: number): Kept {
  const chunks: Buffer[] = [];
  let left = limit;
  stream.on('data', (chunk: Buffer) => {
    if (left > 0) chunks.push(chunk.subarray(0, left));
    left -= Math.min(left, chunk.length);
  });
  // `stream: true` leaves out a character that the cut went through.
  return { text: () => new TextDecoder().decode(Buffer.concat(chunks), { stream: left === 0 }) };
}

/** The last `limit` bytes. */
export function keepTail(stream: Readable, limit: number): Kept {
  let chunks: Buffer[] = [];
  let length = 0;
  const shorten = () => {
    const all = Buffer.concat(chunks);
    let start = Math.max(0, all.length - limit);
    // A byte of the form 10xxxxxx continues a character whose beginning was cut off.
    if (start > 0) while (((all[start] ?? 0) & 0xc0) === 0x80) start++;
    return all.subarray(start);
  };
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= 2 * limit) return;
    chunks = [shorten()];
    length = chunks[0]?.length ?? 0;
  });
  return { text: () => shorten().toString() };
}
