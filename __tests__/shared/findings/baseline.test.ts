import { describe, expect, it } from '@jest/globals';
import { type Baseline, compare, isWorse } from '../../../shared/findings/baseline.ts';
import type { Severity } from '../../../shared/findings/model.ts';

const baseline: Baseline = new Map(
  (['a', 'b', 'c'] as const).map((fingerprint) => [
    fingerprint,
    { fingerprint, rule: 'R', level: 'medium', tool: 'bandit' },
  ]),
);
const found = (value: string, level: Severity, others: readonly string[] = []) => ({
  fingerprint: { value, others },
  level,
});

describe('what the baseline has', () => {
  it.each([
    [found('a', 'medium'), { state: 'unchanged', was: 'medium' }],
    [found('a', 'high'), { state: 'updated', was: 'medium' }],
    [found('x', 'medium'), { state: 'new' }],
    [found('x', 'medium', ['y', 'b']), { state: 'unchanged', was: 'medium' }],
  ])('%j is %j', (one, expected) => {
    expect(compare([one], baseline).compared).toEqual([expected]);
  });

  it('stands for one finding, and for the one of its own name first', () => {
    const { compared, absent } = compare([found('x', 'medium', ['a']), found('a', 'medium')], baseline);
    expect(compared.map(({ state }) => state)).toEqual(['new', 'unchanged']);
    expect(absent.map(({ fingerprint }) => fingerprint)).toEqual(['b', 'c']);
  });

  it('stands for one finding, also where two were called so', () => {
    const { compared, absent } = compare([found('x', 'medium', ['b']), found('y', 'medium', ['b'])], baseline);
    expect(compared.map(({ state }) => state)).toEqual(['unchanged', 'new']);
    expect(absent.map(({ fingerprint }) => fingerprint)).toEqual(['a', 'c']);
  });

  it('and nobody found is absent', () => {
    expect(compare([], baseline).absent).toHaveLength(3);
  });
});

describe('a finding that was accepted', () => {
  it.each<[Severity, Severity, boolean]>([
    ['low', 'high', true],
    ['high', 'low', false],
    ['high', 'high', false],
    ['unknown', 'critical', false],
    ['low', 'unknown', true],
    ['unknown', 'unknown', false],
  ])('as %s and is %s now: worse is %p', (was, now, expected) => {
    expect(isWorse(now, was)).toBe(expected);
  });
});
