/** A recorded canary, judged again: the same decisions, from any point on, and the right last word. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Decision, EvidenceHeader, EvidenceLine, Observation } from '../../../shared/release/evidence.ts';
import { beginReplay, difference, ending, take } from '../../../shared/release/replay.ts';
import { bounds, header, line, observations, record, side } from '../../local/recordings.ts';

/** Everything that a replay of these lines comes to. */
function replay(lines: readonly EvidenceLine[]) {
  const [first, ...rest] = JSON.parse(JSON.stringify(lines)) as [EvidenceHeader, ...EvidenceLine[]];
  let { replay: state } = beginReplay(first);
  const decisions: Decision[] = [];
  for (const each of rest) {
    if (!('from' in each)) continue;
    const taken = take(state, each);
    state = taken.replay;
    if (taken.decision) decisions.push(taken.decision);
  }
  return { decisions, state, end: ending(state) };
}
const judge = (observed: readonly Observation[]) => replay([{ ...header, buckets: bounds }, ...observed]).end;

/** A live run of any length, at any rate of failures, some of its lines unreadable or between two weights. */
const canary = fc
  .record({
    looks: fc.integer({ min: 1, max: 12 }),
    bad: fc.integer({ min: 0, max: 25 }),
    odd: fc.array(fc.constantFrom('transition', 'canary', 'baseline', 'both', 'plain'), { maxLength: 30 }),
  })
  .map(({ looks, bad, odd }) =>
    observations(looks, bad).map((each, index): Observation => {
      const kind = odd[index % Math.max(1, odd.length)];
      if (kind === 'transition') return { ...each, transition: true };
      const gone = (name: string) => kind === name || kind === 'both';
      return { ...each, ...(gone('canary') ? { canary: null } : {}), ...(gone('baseline') ? { baseline: null } : {}) };
    }),
  );

describe('a live run', () => {
  test('is replayed to the decisions that it took', () => {
    fc.assert(
      fc.property(canary, (observed) => {
        const { lines, decisions } = record(observed);
        expect(replay(lines).decisions).toEqual(decisions);
      }),
      { numRuns: 100 },
    );
  });

  test('is replayed to the same end in two parts', () => {
    fc.assert(
      fc.property(canary, fc.nat(), (observed, at) => {
        const cut = 7 + (at % (observed.length - 6));
        const before = record(observed.slice(0, cut));
        if (/rollback|dead|unsettled/.test(before.decisions.at(-1)?.decision ?? '')) return;
        const after = record(observed.slice(cut), before.state);
        const [whole, part] = [replay(record(observed).lines), replay(after.lines)];
        expect([...before.decisions, ...part.decisions]).toEqual(whole.decisions);
        if (cut < observed.length) expect(part.end).toEqual(whole.end);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the end', () => {
  const blind = (count: number, more: Partial<Observation>) =>
    Array.from({ length: count }, (_, index) => line(10 + 5 * index, 25, 0, more));

  test.each<[string, readonly Observation[], object]>([
    ['is inconclusive at 0 without a line', [], { verdict: 'inconclusive', t: 0, odds: 1, canaryRequests: 0 }],
    [
      'is inconclusive at 0 with history alone',
      [line(-5, 0), line(0, 0)],
      { verdict: 'inconclusive', t: 0, canaryRequests: 0 },
    ],
    ['is promote where the last rule holds', observations(60), { verdict: 'promote', t: 600, canaryRequests: 18_000 }],
    ['is inconclusive where it does not', observations(2), { verdict: 'inconclusive', t: 20, canaryRequests: 600 }],
    [
      'is inconclusive past the deadline, and the lines after it count',
      [...observations(2), line(4000, 50)],
      { verdict: 'inconclusive', t: 4000 },
    ],
    ['is a rollback where it came', observations(60, 50), { verdict: 'rollback' }],
    [
      'is a dead canary where it came',
      [line(5, 25), ...blind(9, { canary: null })],
      { verdict: 'dead-canary', t: 20, canaryRequests: 100 },
    ],
    [
      'is not a backend that says nothing',
      [line(5, 25), ...blind(9, { canary: null, baseline: null })],
      { verdict: 'inconclusive', t: 50 },
    ],
    ['counts requests in transition', [line(5, 25, 0, { transition: true })], { canaryRequests: 100 }],
    ['counts requests of a line with one side', [line(5, 25, 0, { baseline: null })], { canaryRequests: 100 }],
    ['counts no requests of history', [line(0, 0, 0, { canary: side(7) }), line(5, 25)], { canaryRequests: 100 }],
  ])('%s', (_, observed, expected) => expect(judge(observed)).toMatchObject(expected));

  test('of a rollback is its reason, its odds and the requests by then', () => {
    const { decisions, end } = replay([{ ...header, buckets: bounds }, ...observations(60, 50)]);
    const last = decisions.at(-1);
    expect(end).toEqual({
      verdict: 'rollback',
      t: last?.t,
      reason: last?.reason,
      odds: last?.detail['odds'],
      canaryRequests: decisions.length * 100,
    });
  });
});

describe('a difference', () => {
  const judged: Decision = { t: 5, decision: 'continue', reason: 'wait', detail: { odds: 2, metric: 'errors' } };
  test.each<[string, Partial<Decision>, boolean, string | undefined]>([
    ['is none', {}, true, undefined],
    ['is the decision', { decision: 'rollback', reason: 'bad' }, false, 'rollback: bad'],
    ['is the reason, with the same settings', { reason: 'so' }, true, 'so'],
    ['is no reason, with others', { reason: 'so' }, false, undefined],
    ['is a number, with the same settings', { detail: { odds: 3, metric: 'errors' } }, true, 'odds 3 (here 2)'],
    ['is a number that is missing', { detail: { odds: 2 } }, true, 'metric undefined (here errors)'],
    ['is no number, with others', { detail: {} }, false, undefined],
  ])('%s', (_, more, exact, expected) => expect(difference(judged, { ...judged, ...more }, exact)).toBe(expected));
});
