import { describe, expect, it } from '@jest/globals';
import { severityOf, severityOfScore, worse } from '../../../shared/findings/severity.ts';

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

describe('the worse of two severities', () => {
  it.each([
    ['low', 'high', 'high'],
    ['critical', 'high', 'critical'],
    ['unknown', 'low', 'low'],
    ['info', 'unknown', 'info'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('of %s and %s is %s', (a, b, expected) => {
    expect(worse(a, b)).toBe(expected);
  });
});
