/** Cuts JSON lines while they come in; empty lines count, but say nothing. */
import { type Item, limits } from './cut.ts';
import { parseJson } from './members.ts';
import { withinLimit } from './text.ts';

export interface Lines {
  /** The next bytes, without a byte order mark; they may be reused afterwards. @throws ReportError */
  write(chunk: Uint8Array): void;
  /** The last line needs no line feed. @throws ReportError */
  end(): void;
}

/** The pointer is the line's number, from 1. */
export function cutLines(item: Item): Lines {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;

  const grow = (part: Uint8Array) => {
    size += part.length;
    withinLimit('a line of the report has', size, limits.member);
  };
  const finish = (part: Uint8Array) => {
    grow(part);
    const line = parts.length === 0 ? part : Buffer.concat([...parts, part]);
    parts = [];
    size = 0;
    number += 1;
    if (line.some((byte) => byte > 0x20)) item(parseJson(line, { line: number, column: 1 }), String(number));
  };

  return {
    write(chunk) {
      let from = 0;
      for (let feed = chunk.indexOf(0x0a); feed >= 0; feed = chunk.indexOf(0x0a, from)) {
        finish(chunk.subarray(from, feed));
        from = feed + 1;
      }
      const part = chunk.subarray(from);
      grow(part);
      if (part.length > 0) parts.push(new Uint8Array(part));
    },
    end: () => finish(new Uint8Array()),
  };
}
