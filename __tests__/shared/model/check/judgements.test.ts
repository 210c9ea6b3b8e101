import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeAnswer, judgeObjective, judgeReload, numbersOf } from '../../../../shared/model/check/answers.ts';
import { findLoaded, judgeAfter, judgeLoad, judgeResidency } from '../../../../shared/model/check/memory.ts';
import { variedPrompts } from '../../../../shared/model/check/prompts.ts';
import { reloadAbove, unexplainedWait } from '../../../../shared/model/check/reload.ts';
import { residencyOf, shareText } from '../../../../shared/model/check/residency.ts';
import {
  complete,
  type Judged,
  reasonOf,
  type Step,
  stepNames,
  together,
  verdictOf,
} from '../../../../shared/model/check/step.ts';
import type { Answer, Loaded, Memory } from '../../../../shared/model/check/wish.ts';
import { wish } from '../task.ts';

const digest = 'a'.repeat(64);
const now = 1_800_000_000;
const century = 200 * 365 * 86_400;
const row = (more: Partial<Loaded> = {}): Loaded => ({
  name: 'tiny:latest',
  digest,
  size: 1000,
  vram: 1000,
  expires: now + century,
  context: 4096,
  ...more,
});
const memory = (...models: Loaded[]): Memory => ({ models, at: now });
const answer = (seconds: number, more: Partial<Answer> = {}): Answer => ({
  from: 0,
  to: seconds,
  first: seconds / 2,
  done: true,
  tokens: 10,
  decoding: seconds / 2,
  load: 0.004,
  ...more,
});

describe('residency', () => {
  it.each([
    ['any', { kind: 'any' }],
    ['gpu', { kind: 'share', least: 1 }],
    ['90%', { kind: 'share', least: 0.9 }],
    ['0%', undefined],
    ['101%', undefined],
    ['0.9', undefined],
    ['GPU', undefined],
  ])('%s is %j', (text, wanted) => expect(residencyOf(text)).toEqual(wanted));

  it.each([
    [1, '100%'],
    [0.99999, '99.9%'],
    [0.9, '90%'],
    [0, '0%'],
    [undefined, 'unknown'],
  ])('%s reads %s', (share, text) => expect(shareText(share)).toBe(text));

  it.each([
    ['all of it', row(), 1, 'passed'],
    ['as much as was asked', row({ vram: 900 }), 0.9, 'passed'],
    ['a byte less', row({ vram: 899 }), 0.9, 'findings'],
    ['nothing where the size is not known', row({ size: 0, vram: 0 }), 1, 'not-run'],
  ])('with %s in the GPU', (_, loaded, least, verdict) => {
    expect(judgeResidency(memory(loaded), digest, { ...wish, residency: { kind: 'share', least } }).verdict).toBe(
      verdict,
    );
  });

  it.each([
    ['for ever, asked for ever', now + century, 'forever', 'passed'],
    ['an hour, asked for ever', now + 3600, 'forever', 'findings'],
    ['an hour, asked for an hour', now + 3599, 3600, 'passed'],
    ['five minutes, asked for an hour', now + 300, 3600, 'findings'],
    ['for ever, asked for an hour', now + century, 3600, 'passed'],
    ['it does not say, asked for an hour', undefined, 3600, 'not-run'],
  ] as const)('that stays %s', (_, expires, keepAlive, verdict) => {
    const { expires: _none, ...rest } = row();
    const loaded = expires === undefined ? rest : { ...rest, expires };
    expect(judgeResidency(memory(loaded), digest, { ...wish, keepAlive }).verdict).toBe(verdict);
  });

  it.each([
    [4096, 'passed'],
    [2048, 'findings'],
    [undefined, 'not-run'],
  ])('with a context of %s where 4096 was asked for', (context, verdict) => {
    const { context: _none, ...rest } = row();
    const loaded = context === undefined ? rest : { ...rest, context };
    expect(judgeResidency(memory(loaded), digest, { ...wish, options: { num_ctx: 4096 } }).verdict).toBe(verdict);
  });

  it.each([
    ['its own name', [row()], 0],
    ['its digest, before other names of its weights', [row({ digest: 'b', isKin: true }), row()], 1],
    ['another name of its weights', [row({ digest: 'b', isKin: false }), row({ digest: 'c', isKin: true })], 1],
  ])('is found by %s', (_, rows, index) => {
    expect(findLoaded(memory(...rows), digest)).toBe(rows[index]);
  });

  it('is not found under other weights', () => {
    expect(findLoaded(memory(row({ digest: 'b', isKin: false })), digest)).toBeUndefined();
  });
});

describe('what had to leave memory', () => {
  const after = (before: Loaded) =>
    judgeAfter({ before: memory(before), loaded: memory(row()), after: memory(row()) }, digest, wish).verdict;

  it.each([
    ['another model is a finding', row({ name: 'other:1', digest: 'b' }), 'findings'],
    ['one whose time was over is none', row({ name: 'other:1', digest: 'b', expires: now - 1 }), 'passed'],
    ['another name of the same weights is none', row({ name: 'other:1', digest: 'b', isKin: true }), 'passed'],
  ])('%s', (_, before, verdict) => expect(after(before)).toBe(verdict));
});

describe('a load', () => {
  it.each([
    [59, false, 'passed'],
    [60, false, 'passed'],
    [60.1, false, 'findings'],
    [61, true, 'passed'],
  ])('of %s s, there before: %s, is %s with a budget of 60 s', (seconds, before, verdict) => {
    expect(judgeLoad(seconds, before, wish).verdict).toBe(verdict);
  });
});

describe('a reload', () => {
  it.each([
    [undefined, 0.1],
    [0.05, 0.1],
    [0.2, 0.1],
    [30, 15],
  ])('after a cold load of %s s begins above %s s', (cold, above) => expect(reloadAbove(cold)).toBe(above));

  it.each([
    [0.1, 'passed'],
    [0.11, 'findings'],
  ])('of one that waited %s s', (load, verdict) =>
    expect(judgeReload([answer(1, { load })], undefined).verdict).toBe(verdict),
  );

  it('is not the wait for others of the same clients', () => {
    const [first, second, third] = [answer(1, { load: 0.005 }), answer(2, { load: 1.001 }), answer(3, { load: 2.002 })];
    expect(judgeReload([first, second, third], undefined).verdict).toBe('passed');
  });

  it('is found among several at a time, since nobody is answered during it', () => {
    const all = [1, 2, 3].map((index) => answer(2 + index / 10, { load: 1.5 }));
    expect(judgeReload(all, undefined)).toMatchObject({ verdict: 'findings', evidence: { reloads: 3 } });
  });

  it('never waits longer than the server says, nor less than nothing', () => {
    const served = fc
      .record({ from: fc.nat(100), length: fc.nat(50), load: fc.nat(50) })
      .map(({ from, length, load }) => ({ from, to: from + length, load }));
    fc.assert(
      fc.property(fc.array(served, { minLength: 1, maxLength: 8 }), (all) => {
        for (const one of all) {
          const wait = unexplainedWait(one, all);
          expect(wait).toBeLessThanOrEqual(one.load);
          expect(wait).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('answers', () => {
  it.each([
    ['a whole one', answer(1), 'passed'],
    ['one that does not say that it ended', answer(1, { done: false }), 'passed'],
    ['one of no tokens', answer(1, { tokens: 0 }), 'error'],
  ])('%s', (_, one, verdict) => expect(judgeAnswer(one, undefined).verdict).toBe(verdict));

  const asked = (answers: readonly Answer[], more = {}) =>
    judgeObjective({ answers, discarded: [], late: 0, limit: 30, ...more }, undefined, wish);

  it.each([
    ['below the objective', [answer(9.99)], {}, 'passed'],
    ['at the objective', [answer(10)], {}, 'findings'],
    ['one of twenty above it', [...Array(19).fill(answer(1)), answer(99)], {}, 'passed'],
    ['two of twenty above it', [...Array(18).fill(answer(1)), answer(99), answer(99)], {}, 'findings'],
    ['one that was given up', [answer(1)], { late: 1 }, 'findings'],
    ['none at all', [], {}, 'error'],
    [
      'a reload in the discarded one',
      [answer(1)],
      { discarded: [answer(1, { from: -2, to: -1, load: 0.5 })] },
      'findings',
    ],
  ])('%s', (_, answers, more, verdict) => expect(asked(answers, more).verdict).toBe(verdict));

  it('without times of their own have no speed, which is not 0', () => {
    const { decoding: _none, ...rest } = answer(1);
    expect(numbersOf([rest])).not.toHaveProperty('tokensPerSecond');
    expect(numbersOf([])).toEqual({ count: 0, unfinished: 0 });
  });
});

describe('the whole', () => {
  const judged = (verdict: Judged['verdict']): Judged => ({ verdict, words: verdict, evidence: {} });

  it.each([
    [['passed', 'not-asked'], 'passed'],
    [['passed', 'not-run'], 'not-run'],
    [['not-run', 'findings'], 'findings'],
    [['findings', 'error', 'passed'], 'error'],
    [['not-asked'], 'not-run'],
    [[], 'not-run'],
  ] as const)('of %j is %s', (all, verdict) => expect(verdictOf(all.map(judged))).toBe(verdict));

  it('has all eight steps, and those that nobody came to never pass', () => {
    const step: Step = { ...judged('error'), name: 'reach', seconds: 1 };
    const steps = complete([step]);
    expect(steps.map(({ name }) => name)).toEqual(stepNames);
    expect(steps.slice(1).every(({ verdict }) => verdict === 'not-run')).toBe(true);
    expect(reasonOf(steps)).toBe('reach: error');
  });

  it('of several judgements keeps the words and the fixes of the worst', () => {
    const bad: Judged = { verdict: 'findings', words: 'too slow', fix: 'hurry', evidence: { a: 1 } };
    expect(together([judged('passed'), bad, { ...bad, evidence: { b: 2 } }])).toEqual({
      verdict: 'findings',
      words: 'too slow; too slow',
      fix: 'hurry',
      evidence: { a: 1, b: 2 },
    });
  });
});

describe('prompts', () => {
  it('all begin differently, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.integer({ min: 1, max: 50 }), (prompts, count) => {
        expect(
          new Set(variedPrompts(prompts, count, 'm').map((prompt) => prompt.slice(0, prompt.indexOf(']')))).size,
        ).toBe(count);
      }),
    );
  });
});
