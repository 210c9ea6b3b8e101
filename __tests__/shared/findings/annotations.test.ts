import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { runnerHost } from '../../../shared/action/host.ts';
import { annotationsOf } from '../../../shared/findings/annotations.ts';
import type { Finding } from '../../../shared/findings/model.ts';
import { accepted, anyFinding, finding } from './sample.ts';

const below = { blocking: false, reason: 'below fail-on' };
const many = (count: number, over: (index: number) => Partial<Finding>) =>
  Array.from({ length: count }, (_, index) => finding(over(index)));

describe('annotations', () => {
  it('of a level are ten, the worst ones, and say how many more there are', () => {
    const high = many(12, (index) => ({ title: `high ${index}`, location: { path: 'a.py', startLine: index + 1 } }));
    const critical = finding({ severity: { level: 'critical', original: null }, title: 'critical' });
    const low = many(3, (index) => ({
      title: `low ${index}`,
      severity: { level: 'low', original: null },
      gate: below,
    }));
    const { shown, more } = annotationsOf([...low, ...high, critical]);
    expect(shown.map(({ level }) => level)).toEqual([...Array(10).fill('error'), ...Array(3).fill('notice')]);
    expect(shown[0]?.title).toBe('bandit B608: critical');
    expect(more).toBe('3 more errors');
  });

  it('leave room for those of the step itself', () => {
    const findings = [
      ...many(12, (index) => ({ title: `${index}` })),
      ...many(10, (index) => ({
        title: `${index}`,
        severity: { level: 'medium' as const, original: null },
        gate: below,
      })),
    ];
    const { shown, more } = annotationsOf(findings, 9);
    expect(shown).toHaveLength(18);
    expect(more).toBe('3 more errors and 1 more warning');
  });

  it('that say the same are one, which names the other places', () => {
    const same = many(9, (index) => ({ location: { path: 'a.py', startLine: index + 1, startColumn: 5 } }));
    const { shown, more } = annotationsOf(same);
    expect(shown).toEqual([
      {
        level: 'error',
        title: 'bandit B608: Possible SQL injection',
        problem: {
          file: 'a.py',
          line: 1,
          column: 5,
          message:
            'Possible SQL injection through string formatting\nhigh is at or above fail-on\nAlso at a.py:2, a.py:3, a.py:4, a.py:5, a.py:6 and 3 more.',
        },
      },
    ]);
    expect(more).toBe('');
  });

  const levels: [level: string, over: Partial<Finding>][] = [
    ['error', { severity: { level: 'low', original: null } }],
    ['warning', { severity: { level: 'high', original: null }, gate: below }],
    ['warning', { severity: { level: 'unknown', original: null }, gate: below }],
    ['notice', { severity: { level: 'info', original: null }, gate: below }],
  ];
  it.each(levels)('are an %s as the gate and the severity say', (level, over) => {
    expect(annotationsOf([finding(over)]).shown).toMatchObject([{ level }]);
  });

  const none: [name: string, over: Partial<Finding>, more: string][] = [
    ['outside of the workspace', { location: { path: '/usr/lib/x.py', startLine: 3, outside: true } }, '1 more error'],
    ['without a path', { location: { path: '' } }, '1 more error'],
    ['that was suppressed', { suppression: accepted, gate: below }, ''],
    ['that is only in the baseline', { baselineState: 'absent', gate: below }, ''],
  ];
  it.each(none)('are not made of a finding %s', (_name, over, more) => {
    expect(annotationsOf([finding(over)])).toEqual({ shown: [], more });
  });

  it('keep to the limit of their length', () => {
    const { shown } = annotationsOf([finding({ message: 'x'.repeat(10_000) })]);
    expect(shown[0]?.problem.message).toHaveLength(4096);
  });

  it('are one command a line each, whatever the report has in names and messages', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 20 }), (findings) => {
        const { shown } = annotationsOf(findings);
        const lines = printed(() => {
          for (const { level, problem, title } of shown) runnerHost[level](problem, title);
        });
        expect(lines).toHaveLength(shown.length);
        for (const [index, line] of lines.entries()) {
          expect(line).toMatch(new RegExp(`^::${shown[index]?.level} [^:]*::`));
          expect(line).not.toMatch(/[\r\n]/);
          expect(decoded(line)).toEqual({ ...shown[index]?.problem, title: shown[index]?.title });
        }
      }),
      { numRuns: 200 },
    );
  });
});

function printed(call: () => void): string[] {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    call();
  } finally {
    write.mockRestore();
  }
  return lines.map((line) => line.replace(/\n$/, ''));
}

/** As the runner reads a command. */
function decoded(line: string): object {
  const [, properties = '', message = ''] = /^::\w+ ([^:]*)::(.*)$/s.exec(line) ?? [];
  const data = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (text: string) => data(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const entries = properties
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), property(pair.slice(pair.indexOf('=') + 1))]);
  const { file, line: row, col, title } = Object.fromEntries(entries) as Record<string, string>;
  return {
    message: data(message),
    file,
    ...(row !== undefined && { line: Number(row) }),
    ...(col !== undefined && { column: Number(col) }),
    title,
  };
}
