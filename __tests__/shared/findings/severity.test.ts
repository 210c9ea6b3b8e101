import { describe, expect, it } from '@jest/globals';
import { severities } from '../../../shared/findings/model.ts';
import { compareSeverity, severityOf, severityOfScore } from '../../../shared/findings/severity.ts';

describe('a severity in words', () => {
  it.each([
    ['error', 'high'],
    ['ERROR', 'high'],
    ['warning', 'medium'],
    ['WARNING', 'medium'],
    ['moderate', 'medium'],
    ['note', 'low'],
    ['info', 'low'],
    ['INFO', 'low'],
    ['style', 'info'],
    ['none', 'info'],
    ['critical', 'critical'],
    ['CRITICAL', 'critical'],
    ['High', 'high'],
    ['MEDIUM', 'medium'],
    ['low', 'low'],
    [' high ', 'high'],
    ['UNDEFINED', 'unknown'],
    ['important', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('%p is %s', (word, level) => {
    expect(severityOf(word)).toBe(level);
  });
});

describe('a severity as a score', () => {
  it.each([
    [10, 'critical'],
    [9, 'critical'],
    [8.9, 'high'],
    [7, 'high'],
    [6.9, 'medium'],
    [4, 'medium'],
    [3.9, 'low'],
    [0.1, 'low'],
    [0, 'info'],
    [-1, 'unknown'],
    [10.1, 'unknown'],
    [Number.NaN, 'unknown'],
  ])('%p is %s', (score, level) => {
    expect(severityOfScore(score)).toBe(level);
  });
});

describe('severities in order', () => {
  it('are from the worst to the least, and what nobody knows comes last', () => {
    expect([...severities].reverse().sort(compareSeverity)).toEqual(severities);
    expect(severities.at(-1)).toBe('unknown');
  });
});
