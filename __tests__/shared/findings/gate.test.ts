import { describe, expect, it } from '@jest/globals';
import type { Compared } from '../../../shared/findings/baseline.ts';
import { type GateSettings, judge, judgeFinding, judgeReport, type Outcome } from '../../../shared/findings/gate.ts';
import { merge } from '../../../shared/findings/merge.ts';
import type { Draft, GateVerdict, Reading, Severity, Suppression } from '../../../shared/findings/model.ts';
import { draft, reading, said, settings } from './drafts.ts';

const levelled = (level: Severity) => draft({ severity: { level, original: level } });

function gate(one: Draft, compared: Compared = { state: 'new' }, changes: Partial<GateSettings> = {}) {
  const [merged] = merge([said('bandit', one)]);
  if (merged === undefined) throw new Error('no finding');
  return judgeFinding(merged, compared, { ...settings, ...changes });
}

describe('a new finding', () => {
  it.each<[Severity, GateSettings['failOn'], boolean]>([
    ['critical', 'critical', true],
    ['high', 'critical', false],
    ['high', 'high', true],
    ['medium', 'high', false],
    ['critical', 'low', true],
    ['low', 'low', true],
    ['info', 'low', false],
    ['unknown', 'critical', true],
    ['unknown', 'low', true],
    ['unknown', 'none', false],
    ['critical', 'none', false],
  ])('that is %s, with fail-on %s: blocks is %p', (level, failOn, blocking) => {
    expect(gate(levelled(level), { state: 'new' }, { failOn }).blocking).toBe(blocking);
  });
});

describe('a finding in the baseline', () => {
  it.each<[Compared, Severity, boolean, boolean]>([
    [{ state: 'unchanged', was: 'high' }, 'high', true, false],
    [{ state: 'unchanged', was: 'high' }, 'high', false, true],
    [{ state: 'updated', was: 'medium' }, 'high', true, true],
    [{ state: 'updated', was: 'critical' }, 'high', true, false],
    [{ state: 'updated', was: 'high' }, 'unknown', true, true],
    [{ state: 'updated', was: 'unknown' }, 'high', true, false],
    [{ state: 'new' }, 'high', true, true],
  ])('%j, now %s, with only-new %p: blocks is %p', (compared, level, onlyNew, blocking) => {
    expect(gate(levelled(level), compared, { onlyNew }).blocking).toBe(blocking);
  });
});

describe('a suppressed finding', () => {
  const suppression: Suppression = {
    kind: 'external',
    status: 'accepted',
    origin: '.x:1',
    justification: 'not reachable',
  };
  it.each<[string, Partial<Suppression>, boolean, RegExp]>([
    ['accepted for ever', {}, false, /^suppressed by \.x:1; not reachable$/],
    ['on its last day', { expires: '2026-06-15', owner: 'team a' }, false, /accepted by team a; until 2026-06-15/],
    ['one day later', { expires: '2026-06-14' }, true, /suppression by \.x:1 expired on 2026-06-14/],
    ['under review', { status: 'underReview' }, true, /under review/],
    ['rejected', { status: 'rejected' }, true, /was rejected/],
  ])('%s', (_, changes, blocking, reason) => {
    const judged = gate(draft({ suppression: { ...suppression, ...changes } }));
    expect(judged).toEqual({ blocking, reason: expect.stringMatching(reason) });
  });

  it('that expired is as bad as it is, and says so', () => {
    const expired = { ...suppression, expires: '2026-01-01' };
    expect(gate({ ...levelled('low'), suppression: expired })).toEqual({
      blocking: false,
      reason: 'low is below fail-on high; its suppression by .x:1 expired on 2026-01-01',
    });
  });
});

describe('the reason', () => {
  it.each<[string, Draft, Compared, string]>([
    [
      'says that it got worse',
      levelled('critical'),
      { state: 'updated', was: 'low' },
      'critical is above fail-on high; it was low in the baseline and is critical now',
    ],
    [
      'says that nobody knows',
      levelled('unknown'),
      { state: 'new' },
      'its severity is unknown, so nobody knows that it may pass; new',
    ],
  ])('%s', (_, one, compared, reason) => {
    expect(gate(one, compared)).toEqual({ blocking: true, reason });
  });
});

describe('a report', () => {
  const read = (changes: Partial<Reading>): Outcome => ({ kind: 'read', reading: reading([], changes) });
  const other = (kind: Exclude<Outcome['kind'], 'read'>): Outcome =>
    ({ kind, message: `${kind}, for a reason` }) as Outcome;
  it.each<[string, Outcome, number, GateVerdict, RegExp]>([
    ['with nothing in it', read({}), 0, 'passed', /^$/],
    ['of a tool that does not count', read({ scanned: null }), 0, 'passed', /^$/],
    ['with what blocks', read({}), 2, 'findings', /2 of its findings block/],
    ['with an error, and what blocks', read({ errors: ['rule X is broken'] }), 2, 'error', /rule X is broken/],
    ['with a part left out', read({ skipped: ['a.py: syntax error'] }), 0, 'not-run', /a\.py: syntax error/],
    ['with a part left out, and what blocks', read({ skipped: ['a.py'] }), 1, 'findings', /1 of its findings blocks/],
    ['of a scan of nothing', read({ scanned: 0 }), 0, 'not-run', /nothing was looked at/],
    ['with notes only', read({ notes: ['partial parsing of a.ts'] }), 0, 'passed', /^$/],
    ['with many errors', read({ errors: ['a', 'b', 'c', 'd', 'e'] }), 0, 'error', /^a; b; c and 2 more$/],
    ['of an absent tool', other('absent'), 0, 'not-run', /absent, for a reason/],
    ['of a cancelled tool', other('cancelled'), 0, 'not-run', /cancelled/],
    ['of a tool that must not run', other('denied'), 0, 'error', /denied/],
    ['that came too late', other('timed-out'), 0, 'error', /timed-out/],
    ['of a tool that broke', other('failed'), 0, 'error', /failed/],
    ['that cannot be read', other('unreadable'), 0, 'error', /unreadable/],
  ])('%s is %s', (_, outcome, blocking, verdict, reason) => {
    expect(judgeReport(outcome, blocking, false)).toEqual({
      verdict,
      reason: expect.stringMatching(reason),
      waived: false,
    });
  });

  it.each<[string, Outcome, number, boolean]>([
    ['that is absent is waived', other('absent'), 0, true],
    ['that looked at nothing is waived', read({ scanned: 0, skipped: ['no network'] }), 0, true],
    [
      'that left a part out and does not count is not waived',
      read({ scanned: null, skipped: ['Dockerfile'] }),
      0,
      false,
    ],
    ['that looked at a part is not waived', read({ scanned: 3, skipped: ['a.py'] }), 0, false],
    ['that broke is waived', other('failed'), 0, true],
    ['that says itself that it broke is waived', read({ scanned: null, errors: ['no network'] }), 0, true],
    ['that broke after a part is not waived', read({ scanned: 3, errors: ['no rule'] }), 0, false],
    ['whose report is broken is not waived', other('unreadable'), 0, false],
    ['in a version that nothing may run is not waived', other('denied'), 0, false],
    ['with what blocks is not waived', read({ scanned: 0 }), 1, false],
    ['that passed needs no waiver', read({}), 0, false],
  ])('of an optional tool %s', (_, outcome, blocking, waived) => {
    expect(judgeReport(outcome, blocking, true).waived).toBe(waived);
  });
});

describe('the whole', () => {
  const of = (verdict: GateVerdict, waived = false) => ({ verdict, waived, reason: '' });
  it.each([
    ['the worst of all', [of('passed'), of('not-run'), of('findings'), of('error')], 'error'],
    ['findings before what was not run', [of('passed'), of('not-run'), of('findings')], 'findings'],
    ['not-run where one was not', [of('passed'), of('not-run')], 'not-run'],
    ['passed where all passed', [of('passed'), of('passed')], 'passed'],
    ['passed where only a waived one was not run', [of('passed'), of('not-run', true)], 'passed'],
    ['not-run where all are waived', [of('not-run', true)], 'not-run'],
    ['not-run where there is nothing', [], 'not-run'],
  ] as const)('is %s', (_, reports, verdict) => {
    expect(judge(reports)).toBe(verdict);
  });
});
