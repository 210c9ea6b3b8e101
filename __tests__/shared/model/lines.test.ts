import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesOf, TooLarge } from '../../../shared/model/lines.ts';

async function* cutAt(bytes: Uint8Array, cuts: readonly number[]) {
  let from = 0;
  for (const to of [...cuts, bytes.length].toSorted((a, b) => a - b)) {
    yield bytes.subarray(from, to);
    from = Math.max(from, to);
  }
}

async function read(
  bytes: Uint8Array,
  cuts: readonly number[] = [],
  limits = { line: 1e6, all: 1e6 },
): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(cutAt(bytes, cuts), limits)) lines.push(line);
  return lines;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a stream as lines', () => {
  it('is the same however it was cut, also through a character', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ' ').trim());
    const property = fc.asyncProperty(fc.array(line), fc.array(fc.nat(400)), async (lines, cuts) => {
      const bytes = utf8(lines.map((text) => `${text}\n`).join(''));
      const within = cuts.filter((cut) => cut <= bytes.length);
      expect(await read(bytes, within)).toEqual(
        lines
          .filter((text) => text !== '')
          .map((text) => new TextDecoder().decode(utf8(text)))
          .filter((text) => text.trim() !== ''),
      );
    });
    return fc.assert(property);
  });

  it('is cut at every single byte and stays the same', async () => {
    const text = '{"response":"é€😀"}\r\n\r\n{"done":true}';
    const bytes = utf8(text);
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(await read(bytes, [cut])).toEqual(['{"response":"é€😀"}', '{"done":true}']);
  });

  it('with any bytes at all never fails', () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(300)), async (bytes, cuts) => {
      const feeds = bytes.filter((byte) => byte === 10).length;
      expect(
        (
          await read(
            bytes,
            cuts.filter((cut) => cut <= bytes.length),
          )
        ).length,
      ).toBeLessThanOrEqual(feeds + 1);
    });
    return fc.assert(property);
  });

  it.each([
    ['a line', { line: 10, all: 1000 }, '01234567890\n'],
    ['a line without an end', { line: 10, all: 1000 }, '01234567890'],
    ['all of it', { line: 10, all: 20 }, '0123456\n0123456\n0123456\n'],
  ])('ends where %s is too long', async (_, limits, text) => {
    for (let cut = 0; cut <= text.length; cut++)
      await expect(read(utf8(text), [cut], limits)).rejects.toThrow(TooLarge);
  });
});
