/** Every step runs, whatever the ones before said. */
import { describe, expect, test } from '@jest/globals';
import { runAll, summary } from '../../scripts/steps.ts';

describe('steps', () => {
  test('go on after one that failed', () => {
    const steps = [
      { name: 'good', argv: ['node', '-e', '0'] },
      { name: 'bad', argv: ['node', '-e', 'process.exit(3)'] },
      { name: 'not there', argv: ['no-such-program'] },
      { name: 'last', argv: ['node', '-e', '0'] },
    ] as const;
    const said: string[] = [];
    const ended = runAll(steps, import.meta.dirname, (text) => said.push(text));
    expect(said).toHaveLength(8);
    expect(ended.map(({ name, passed }) => [name, passed])).toEqual([
      ['good', true],
      ['bad', false],
      ['not there', false],
      ['last', true],
    ]);
  });

  test('are summed up', () => {
    const good = { name: 'types', passed: true, seconds: 1.23 };
    expect(summary([good])).toBe('ok        1.2 s  types\nall 1 passed');
    expect(summary([good, { name: 'docs', passed: false, seconds: 0 }])).toMatch(
      /FAILED {4}0\.0 s {2}docs\nfailed: docs$/,
    );
  });
});
