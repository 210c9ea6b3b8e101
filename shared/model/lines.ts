/** A stream of bytes as lines, however it was cut; what is no UTF-8 becomes U+FFFD and breaks nothing. */

/** Thrown for a line longer than `most` bytes, or for more than `all` bytes. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

export interface LineLimits {
  /** Bytes of one line. */
  readonly line: number;
  /** Bytes of all. */
  readonly all: number;
}

const lineFeed = 0x0a;

/**
 * Lines without their ends, blank ones left out; no more than one line is kept at a time.
 * @throws TooLarge
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limits: LineLimits): AsyncGenerator<string> {
  const line = lineKeeper(limits.line);
  let all = 0;
  for await (const chunk of chunks) {
    all += chunk.length;
    if (all > limits.all) throw new TooLarge(`it sent more than ${limits.all} bytes`);
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      line.add(chunk.subarray(start, end));
      const text = line.take();
      if (text !== '') yield text;
      start = end + 1;
    }
    line.add(chunk.subarray(start));
  }
  const rest = line.take();
  if (rest !== '') yield rest;
}

/** Bytes are decoded by whole lines, so that no cut goes through a character. */
function lineKeeper(most: number) {
  let [parts, length]: [Uint8Array[], number] = [[], 0];
  return {
    add(part: Uint8Array) {
      if (part.length === 0) return;
      length += part.length;
      if (length > most) throw new TooLarge(`it sent a line of more than ${most} bytes`);
      parts.push(part);
    },
    take(): string {
      const text = new TextDecoder().decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
      [parts, length] = [[], 0];
      return text.trim();
    },
  };
}
