import { describe, expect, it } from '@jest/globals';
import { kinds } from '../../simulation/faults.ts';
import { readOptions } from '../../simulation/options.ts';
import { type Scenario, scenarioOf } from '../../simulation/scenario.ts';
import { shrink } from '../../simulation/show.ts';
import { type Result, simulate } from '../../simulation/simulate.ts';

const plain: Scenario = {
  seed: 1,
  ledger: false,
  canary: 'good',
  gate: null,
  halts: false,
  onCancel: 'rollback',
  onDeadline: 'rollback',
  rollsBack: false,
  insists: false,
  resumes: false,
  runnerDies: false,
  rerun: null,
  faults: [],
};
const run = (changes: Partial<Scenario>) => simulate({ ...plain, ...changes });

describe('a simulated release', () => {
  const ends: [name: string, changes: Partial<Scenario>, end: Result['end']][] = [
    ['of a good version is promoted', {}, 'promoted'],
    ['of a bad version is taken back', { canary: 'bad' }, 'taken back'],
    ['of a version that turns bad is taken back', { canary: 'turns-bad' }, 'taken back'],
    ['goes on where an earlier job ended', { halts: true }, 'promoted'],
    ['waits for its approval', { gate: 5 }, 'promoted'],
    ['whose approval never comes is taken back', { gate: 500 }, 'taken back'],
    ['that is cancelled is taken back', { faults: [{ kind: 'cancelled', at: 9, size: 0 }] }, 'taken back'],
    [
      'that is cancelled is held where the plan says so',
      { onCancel: 'hold', faults: [{ kind: 'cancelled', at: 9, size: 0 }] },
      'held',
    ],
    ['is begun again after a kill', { rerun: 1, faults: [{ kind: 'killed', at: 9, size: 0 }] }, 'promoted'],
    ['outlives a disk that is full for a while', { faults: [{ kind: 'journal-full', at: 6, size: 0.5 }] }, 'promoted'],
  ];
  for (const [name, changes, end] of ends) {
    it(name, async () => {
      const result = await run(changes);
      expect([result.end, result.violations]).toEqual([end, []]);
    });
  }

  it('is the same again for the same seed, alone or beside others', async () => {
    const alone = [];
    for (let seed = 0; seed < 40; seed += 1) alone.push(await simulate(scenarioOf(seed)));
    const together = await Promise.all(alone.map(({ seed }) => simulate(scenarioOf(seed))));
    expect(together).toEqual(alone);
  });
});

describe('a fault', () => {
  it('of every kind happens in a thousand seeds, and none breaks a law in the first of them', async () => {
    const seeds = Array.from({ length: 1000 }, (_, seed) => scenarioOf(seed));
    expect(new Set(seeds.flatMap(({ faults }) => faults.map(({ kind }) => kind)))).toEqual(new Set(kinds));
    const results = await Promise.all(seeds.slice(0, 300).map((scenario) => simulate(scenario)));
    expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
    expect(results.filter(({ fired }) => fired.length > 0).length).toBeGreaterThan(150);
  });
});

describe('a failing seed', () => {
  it('is made smaller as long as it fails in the same way', async () => {
    const { faults } = scenarioOf(11);
    const scenario = { ...plain, rerun: 3, faults: [...faults, { kind: 'killed', at: 9, size: 0.5 } as const] };
    const failing = {
      seed: 1,
      violations: [{ invariant: 1 as const, at: 0, what: '' }],
      fired: [],
      end: 'held',
      hopeful: 'no',
    } as const;
    const fails = (tried: Scenario) =>
      Promise.resolve(tried.faults.some(({ kind }) => kind === 'killed') ? failing : { ...failing, violations: [] });
    const smaller = await shrink(scenario, failing, fails);
    expect(smaller).toEqual({ ...plain, faults: [{ kind: 'killed', at: 9, size: 0.5 }] });
  });
});

describe('options', () => {
  it('are read, or say what is wrong', () => {
    expect(readOptions(['--seeds', '10', '--from', '5', '--first'])).toMatchObject({ seeds: 10, from: 5, first: true });
    expect(readOptions(['--seed', '0'])).toMatchObject({ seed: 0 });
    expect(readOptions(['--seeds', 'many'])).toBe('--seeds is "many"; expected a whole number');
    expect(readOptions(['--seeds'])).toBe('--seeds is ""; expected a whole number');
    expect(readOptions(['--seads', '1'])).toBe('--seads is not known');
  });
});
