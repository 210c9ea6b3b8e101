import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileCommand } from '../../../shared/action/file-command.ts';

/** Reads as the runner does: `=` before `<<` is a line, otherwise a block up to its delimiter. */
function read(text: string): [string, string][] {
  const lines = text.split('\n');
  const found: [string, string][] = [];
  while (lines.length > 1) {
    const line = lines.shift() ?? '';
    const [equals, block] = [line.indexOf('='), line.indexOf('<<')];
    if (block === -1 || (equals !== -1 && equals < block)) {
      found.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    const end = lines.indexOf(line.slice(block + 2));
    found.push([
      line.slice(0, block),
      lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n'),
    ]);
  }
  return found;
}

describe('a file command', () => {
  it('is a line where it can be', () => {
    expect(fileCommand('verdict', 'held')).toBe('verdict=held\n');
    expect(fileCommand('empty', '')).toBe('empty=\n');
  });

  it('is a block where the value has several lines', () => {
    expect(fileCommand('plan', 'a: 1\nb: 2')).toBe('plan<<ghadelimiter\na: 1\nb: 2\nghadelimiter\n');
  });

  it('cannot be ended by its value, nor set another name', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('a\nghadelimiter\nverdict=promoted', 'ghadelimiter_\nghadelimiter', 'x\nverdict<<E\npromoted\nE'),
      fc
        .array(fc.constantFrom('ghadelimiter', '_', '\n', 'verdict=promoted', '<<'), { maxLength: 12 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        const clean = value.replaceAll('\r', '');
        expect(read(fileCommand('verdict', clean))).toEqual([['verdict', clean]]);
      }),
    );
  });
});
