import { describe, expect, it } from '@jest/globals';
import type { Ticket } from '../../../../shared/release/target.ts';
import { expire, recover } from '../../../../shared/targets/local/ledger/close.ts';
import { servedWeight } from '../../../../shared/targets/local/ledger/weight.ts';
import { holder } from './bed.ts';
import { at, type Book, book, traffic, well } from './book.ts';

describe('taking the lock', () => {
  it.each<[string, (b: Book) => string, string]>([
    ['of a new version', (b) => b.acquire('v2'), 'applied'],
    ['of the stable version', (b) => b.acquire('v1'), 'invalid'],
    ['of what is not staged', (b) => b.acquire('v2', { create: false }), 'not-staged'],
    ['of an unknown release', (b) => b.acquire('', { release: 'v9-x' }), 'unknown-release'],
    ['of a release that has ended', (b) => b.acquire('', { release: b.ticket.release }), 'ended'],
    ['with no lease', (b) => b.acquire('v2', { lease: 0 }), 'invalid'],
    ['twice', (b) => b.acquire('v2') + b.acquire('v2'), 'appliedbusy'],
    [
      'twice by the same call',
      (b) => b.acquire('v2', { nonce: 'n' }) + b.acquire('v2', { nonce: 'n' }),
      'appliedapplied',
    ],
    [
      'once more by the same call, after the end',
      (b) => b.acquire('v2', { nonce: 'n' }) + b.discard() + b.acquire('v2', { nonce: 'n' }),
      'appliedappliedended',
    ],
    ['beside another version', (b) => b.acquire('v2') + b.acquire('v3'), 'appliedbusy'],
    ['beside a held one', (b) => b.acquire('v2') + b.hold() + b.acquire('v3'), 'appliedappliedbusy'],
    ['of a held one', (b) => b.acquire('v2') + b.hold() + b.acquire('v2', { create: false }), 'appliedappliedapplied'],
    [
      'of a held one by its id',
      (b) => b.acquire('v2') + b.hold() + b.acquire('', { release: b.ticket.release }),
      'appliedappliedapplied',
    ],
  ])('%s', (_name, act, outcome) => {
    expect(act(book())).toBe(outcome);
  });

  it('names a release after version and time, once', () => {
    const made = book('v2');
    const first = made.ticket.release;
    made.discard();
    made.acquire('v2');
    expect([first, made.ticket.release]).toEqual(['v2-20250102T030405Z', 'v2-20250102T030405Z-2']);
  });

  it('raises the fence each time, so that the holder before is stale', () => {
    const made = book('v2', 5);
    const old = made.ticket;
    made.hold();
    made.acquire('v2', { create: false });
    expect(made.ticket.fence).toBe(old.fence + 1);
    expect(made.weigh(100, { ...old, sequence: 4 })).toBe('stale');
    expect(made.weigh(10)).toBe('applied');
  });
});

describe('a call', () => {
  const recorded = (b: Book) => b.tell({ kind: 'stage', ticket: b.next(), spec: 'recorded', traffic });
  const approve = (b: Book, step: number) => b.tell({ kind: 'approve', release: b.ticket.release, step, holder });

  it.each<[string, (b: Book) => (string | Ticket)[], string]>([
    ['raises', (b) => [b.weigh(25)], 'applied'],
    ['is finer than the router splits', (b) => [b.weigh(0.05)], 'invalid'],
    ['is above 100', (b) => [b.weigh(101)], 'invalid'],
    ['leaves a sequence out', (b) => [b.next(), b.weigh(25)], 'applied'],
    ['has the number of another call', (b) => [b.tell({ kind: 'promote', ticket: b.ticket })], 'stale'],
    ['raises an ill canary', (b) => [b.ill('canary'), b.weigh(25)], 'unhealthy'],
    ['promotes an ill canary', (b) => [b.ill('canary'), b.promote()], 'unhealthy'],
    ['stages the same again', (b) => [b.stage('v2')], 'applied'],
    ['stages another process', (b) => [b.stage('v2', { X: '1' })], 'other-digest'],
    ['stages another version', (b) => [b.stage('v3')], 'invalid'],
    ['stages from no record', (b) => [b.discard(), b.acquire('v3'), recorded(b)], 'unknown-version'],
    ['stages from the record', (b) => [b.promote(), b.acquire('v1'), recorded(b)], 'applied'],
    ['lowers onto an ill stable', (b) => [b.weigh(25), b.ill('stable'), b.weigh(0)], 'stable-unhealthy'],
    ['discards onto an ill stable', (b) => [b.weigh(25), b.ill('stable'), b.discard()], 'stable-unhealthy'],
    ['discards when both are ill', (b) => [b.weigh(25), b.ill('stable', 'canary'), b.discard()], 'applied'],
    ['comes after a refused one', (b) => [b.weigh(101), b.weigh(25)], 'applied'],
    ['comes after the lock was given back', (b) => [b.hold(), b.weigh(5)], 'stale'],
    ['comes after the end', (b) => [b.discard(), b.weigh(5)], 'ended'],
    ['approves', (b) => [approve(b, 1)], 'applied'],
    ['approves no step', (b) => [approve(b, -1)], 'invalid'],
  ])('that %s', (_name, act, outcome) => {
    expect(act(book('v2')).at(-1)).toBe(outcome);
  });

  it.each<[string, (b: Book) => string[], string[]]>([
    ['a raise', (b) => [b.weigh(50)], ['save', 'apply']],
    ['a lowering', (b) => [b.weigh(50), b.weigh(5)], ['apply', 'save']],
    ['a discard', (b) => [b.discard()], ['apply', 'save', 'retire']],
    ['a promotion', (b) => [b.promote()], ['save', 'apply', 'retire']],
    ['a stage', (b) => [b.stage('v2')], ['save', 'apply', 'start']],
  ])('is durable before a raise and after a lowering: %s', (_name, act, kinds) => {
    const made = book('v2');
    act(made);
    expect(made.effects.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('a deadline', () => {
  const late = (made: Book) => expire(made.ledger, made.health, at(1000));

  it('that has not come does nothing', () => expect(expire(book('v2', 50).ledger, well, at(59))).toBeNull());

  it('moves with every change of weight', () => {
    const made = book('v2', 5);
    made.mono = 50;
    expect(made.weigh(50)).toBe('applied');
    expect(expire(made.ledger, well, at(109))).toBeNull();
    expect(expire(made.ledger, well, at(110))?.ledger.release?.phase).toBe('ended');
  });

  it('ends a running release, and a held one', () => {
    const running = book('v2', 50);
    const held = book('v2', 50);
    held.hold();
    for (const made of [running, held]) {
      const { ledger, effects } = late(made) ?? { ledger: made.ledger, effects: [] };
      expect(ledger.release).toMatchObject({ phase: 'ended', weight: 0, verdict: 'rolled-back' });
      expect(effects.map(({ kind }) => kind)).toEqual(['apply', 'save', 'retire']);
    }
  });

  it('keeps traffic off an ill stable, once, and lets another take it up', () => {
    const made = book('v2', 50);
    made.ill('stable');
    const kept = late(made);
    made.ledger = kept?.ledger ?? made.ledger;
    made.mono = 1000;
    expect(made.ledger.release).toMatchObject({ phase: 'held', weight: 50, holder: null });
    expect(late(made)).toBeNull();
    expect(made.weigh(100)).toBe('stale');
    expect(made.acquire('v2', { create: false })).toBe('applied');
  });
});

it('a restart ends what was open and keeps the stable version', () => {
  const ledger = recover(book('v2', 50).ledger, at(1));
  expect(ledger).toMatchObject({
    stable: { version: 'v1' },
    release: { phase: 'ended', weight: 0, reason: 'target restarted: reverted from 50 %' },
  });
});

it('a restart leaves out the fences that a lost state may have given out, whether a release is open or not', () => {
  for (const { ledger } of [book(), book('v2', 50)]) {
    expect(recover(ledger, at(1)).fence).toBeGreaterThan(ledger.fence + 900);
  }
});

it.each([
  [{ stable: true, canary: true, lapsed: false }, 25],
  [{ stable: true, canary: true, lapsed: true }, 0],
  [{ stable: true, canary: false, lapsed: true }, 0],
  [{ stable: false, canary: true, lapsed: true }, 100],
  [{ stable: false, canary: false, lapsed: false }, 0],
])('the canary at 25 %% serves, with %j, %d %%', (health, served) => {
  expect(servedWeight(book('v2', 25).ledger, health)).toBe(served);
  expect(servedWeight(book('v2').ledger, health)).toBe(0);
});
