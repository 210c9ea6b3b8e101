import { describe, expect, it } from '@jest/globals';
import { inert } from '../../../shared/action/host.ts';
import { clip } from '../../../shared/report/clip.ts';

/** What the runner takes for a command: `::` at the start of a line, `##[` anywhere in it. */
const command = /^\s*::|##\[/m;

describe('text from outside in a log', () => {
  const cases: [name: string, text: string][] = [
    ['a command', '::error::x'],
    ['an indented command', '  ::set-output name=x::y'],
    ['a command on a later line', 'fine\n::add-mask::e'],
    ['a command after a carriage return', 'fine\r::add-mask::e'],
    ['a command after a next-line character', '\u0085::add-mask::e'],
    ['the old form, anywhere', 'version said ##[stop-commands]x'],
  ];
  it.each(cases)('cannot be %s', (_name, text) => {
    expect(text.replaceAll('\r', '\n').replaceAll('\u0085', '')).toMatch(command);
    expect(inert(text).replaceAll('\u0085', '')).not.toMatch(command);
  });

  it('cannot move the cursor of a terminal or turn the direction of text', () => {
    expect(inert('a\u001b[2J\u0007b\u0000\u009b\u202ec\td\ne')).toBe('a[2Jbc\td\ne');
  });

  it('is otherwise as it was', () => {
    expect(inert('a :: b [#] 25 %\n  c')).toBe('a :: b [#] 25 %\n  c');
  });
});

describe('a long text', () => {
  it('keeps what it is about and its end', () => {
    const text = `v2 died: ${'x'.repeat(5000)} out of memory`;
    const short = clip(text, 200);
    expect(short).toHaveLength(200);
    expect(short).toMatch(/^v2 died: x+ \[\.\.\.\] x+ out of memory$/);
    expect(clip('short', 200)).toBe('short');
  });
});
