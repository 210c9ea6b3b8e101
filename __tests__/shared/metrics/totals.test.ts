import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countersOf, fold, noTotals, type Totals } from '../../../shared/metrics/totals.ts';
import { histogram, reading, type Shown } from './readings.ts';

type Shows = Readonly<Record<string, Shown | readonly Shown[] | null>>;

const bounds = [0.1, 0.5, 1];

function foldAll(shows: readonly Shows[], over: readonly number[] = bounds) {
  const troubles: string[] = [];
  let totals: Totals = noTotals(over);
  for (const [at, show] of shows.entries()) {
    const folded = fold(totals, reading(at, show));
    totals = folded.totals;
    troubles.push(...folded.troubles);
  }
  return { totals, troubles };
}

describe('requests and errors', () => {
  const cases: [name: string, shows: Shows[], requests: number, errors: number][] = [
    ['the first reading only sets the reference', [{ 'v1/a': { requests: 900, errors: 9 } }], 0, 0],
    [
      'what came since is counted',
      [{ 'v1/a': { requests: 900, errors: 9 } }, { 'v1/a': { requests: 950, errors: 11 } }],
      50,
      2,
    ],
    [
      'a series that fell began again, and so did its instance',
      [{ 'v1/a': { requests: { ok: 900, bad: 20 } } }, { 'v1/a': { requests: { ok: 30, bad: 4 } } }],
      34,
      0,
    ],
    [
      'a reset of one instance leaves the others alone, though the sum rises',
      [
        { 'v1/a': { requests: 100 }, 'v1/b': { requests: 100 } },
        { 'v1/a': { requests: 10 }, 'v1/b': { requests: 300 } },
      ],
      210,
      0,
    ],
    [
      'a process of another start counts from 0, though its counter is higher than the old one',
      [{ 'v1/a': { requests: 5, started: 1000 } }, { 'v1/a': { requests: 8, started: 2000 } }],
      8,
      0,
    ],
    [
      'a start told with some noise is the same start',
      [{ 'v1/a': { requests: 5, started: 1000.01 } }, { 'v1/a': { requests: 8, started: 1000.4 } }],
      3,
      0,
    ],
    [
      'a series that is new began since the last reading',
      [{ 'v1/a': { requests: { ok: 900 } } }, { 'v1/a': { requests: { ok: 950, bad: 7 }, errors: { bad: 7 } } }],
      57,
      7,
    ],
    [
      'an instance that is new began since the last reading',
      [{ 'v1/a': { requests: 900 } }, { 'v1/a': { requests: 900 }, 'v1/b': { requests: 12 } }],
      12,
      0,
    ],
    [
      'an instance that answers at last has a past of its own',
      [
        { 'v1/a': { requests: 900 }, 'v1/b': null },
        { 'v1/a': { requests: 900 }, 'v1/b': { requests: 5000 } },
        { 'v1/a': { requests: 900 }, 'v1/b': { requests: 5001 } },
      ],
      1,
      0,
    ],
    [
      'a series that vanished keeps its last value',
      [
        { 'v1/a': { requests: { x: 10, y: 20 } } },
        { 'v1/a': { requests: { x: 11 } } },
        { 'v1/a': { requests: { x: 11, y: 22 } } },
      ],
      3,
      0,
    ],
    [
      'a series that vanished in a restart starts from 0 when it is back',
      [
        { 'v1/a': { requests: { x: 10, y: 20 } } },
        { 'v1/a': { requests: { x: 2 } } },
        { 'v1/a': { requests: { x: 2, y: 25 } } },
      ],
      27,
      0,
    ],
    [
      'an instance that missed a reading loses nothing',
      [{ 'v1/a': { requests: 10 } }, { 'v1/a': null }, { 'v1/a': { requests: 25 } }],
      15,
      0,
    ],
    [
      'several scrapes in one reading show the reset between them',
      [{ 'v1/a': { requests: 10 } }, { 'v1/a': [{ requests: 14 }, { requests: 3 }, { requests: 20 }] }],
      24,
      0,
    ],
    [
      'several scrapes in the first reading count from its first one',
      [{ 'v1/a': [{ requests: 10 }, { requests: 14 }] }],
      4,
      0,
    ],
  ];
  it.each(cases)('%s', (_name, shows, requests, errors) => {
    const { totals, troubles } = foldAll(shows);
    expect(countersOf(totals, 'v1')).toMatchObject({ requests, errors });
    expect(troubles).toEqual([]);
  });

  it('that contradict each other are not taken, and are counted once they do not', () => {
    const first = fold(
      noTotals(bounds),
      reading(0, { 'v1/a': { requests: 10, errors: 0 }, 'v2/b': { requests: 3 } }),
    ).totals;
    const wrong = fold(first, reading(1, { 'v1/a': { requests: 11, errors: 2 }, 'v2/b': { requests: 4 } }));
    expect(wrong.refused).toEqual(['v1']);
    expect(wrong.troubles).toEqual([
      'v1 counted 2 errors in 1 requests; expected metrics.errors to select a part of metrics.requests',
    ]);
    expect(countersOf(wrong.totals, 'v2')).toMatchObject({ requests: 1 });
    const { totals } = fold(wrong.totals, reading(2, { 'v1/a': { requests: 15, errors: 2 } }));
    expect(countersOf(totals, 'v1')).toMatchObject({ requests: 5, errors: 2 });
  });

  it('name the instances, and how often each began again', () => {
    const { totals } = foldAll([
      { 'v1/a': { requests: 9 }, 'v1/b': { requests: 9 } },
      { 'v1/a': { requests: 4 }, 'v1/b': { requests: 11, errors: 1 } },
    ]);
    expect(countersOf(totals, 'v1').instances).toMatchObject({
      a: { requests: 4, errors: 0, restarts: 1 },
      b: { requests: 2, errors: 1, restarts: 0 },
    });
  });
});

describe('latency', () => {
  const usual = (counts: [number, number, number, number], more = {}): Shown => ({
    requests: counts[3],
    latency: {
      '': histogram(
        [
          [0.1, counts[0]],
          [0.5, counts[1]],
          [1, counts[2]],
        ],
        counts[3],
      ),
    },
    ...more,
  });
  const cases: [name: string, shows: Shows[], buckets: number[]][] = [
    ['is counted between bounds', [{ 'v1/a': usual([0, 0, 0, 0]) }, { 'v1/a': usual([1, 3, 6, 10]) }], [1, 2, 3, 4]],
    [
      'begins again as a whole, even where a bucket did not fall',
      [{ 'v1/a': usual([0, 0, 5, 20]) }, { 'v1/a': usual([1, 1, 8, 8]) }],
      [1, 0, 7, 0],
    ],
    [
      'adds histograms of several series and instances',
      [
        { 'v1/a': usual([0, 0, 0, 0]), 'v1/b': usual([5, 5, 5, 5]) },
        { 'v1/a': usual([1, 1, 1, 1]), 'v1/b': usual([6, 6, 6, 7]) },
      ],
      [2, 0, 0, 1],
    ],
    [
      'is not told where fewer than three bounds are in common',
      [
        { 'v1/a': usual([0, 0, 0, 0]) },
        {
          'v1/a': {
            requests: 10,
            latency: {
              '': histogram(
                [
                  [0.1, 1],
                  [0.25, 2],
                  [1, 6],
                ],
                10,
              ),
            },
          },
        },
      ],
      [0, 0, 0, 0],
    ],
  ];
  it.each(cases)('%s', (_name, shows, buckets) => {
    expect(countersOf(foldAll(shows).totals, 'v1').buckets).toEqual(buckets);
  });

  it('of two versions with other bounds goes by those in common, each count to the lowest part of its bucket', () => {
    const wide = (counts: number[]): Shown => ({
      latency: {
        '': histogram(
          [0.1, 0.25, 1, 5].map((bound, index) => [bound, counts[index] ?? 0]),
          counts[4] ?? 0,
        ),
      },
      requests: counts[4] ?? 0,
    });
    const fine = (counts: number[]): Shown => ({
      latency: {
        '': histogram(
          [0.1, 0.5, 1, 5].map((bound, index) => [bound, counts[index] ?? 0]),
          counts[4] ?? 0,
        ),
      },
      requests: counts[4] ?? 0,
    });
    const none = [0, 0, 0, 0, 0];
    const shows = [
      { 'v1/a': wide(none), 'v2/b': fine(none) },
      { 'v1/a': wide([1, 2, 4, 8, 16]), 'v2/b': fine([1, 3, 4, 8, 16]) },
    ];
    const { totals } = foldAll(shows, [0.1, 0.5, 1, 5]);
    expect(countersOf(totals, 'v1').buckets).toEqual([1, 3, 0, 4, 8]);
    expect(countersOf(totals, 'v2').buckets).toEqual([1, 3, 0, 4, 8]);
  });

  it('that was read halfway through an update drops the reading on both sides', () => {
    const { totals, troubles } = foldAll([
      { 'v1/a': usual([0, 0, 0, 0]), 'v2/b': usual([0, 0, 0, 0]) },
      { 'v1/a': usual([3, 2, 4, 5]), 'v2/b': usual([1, 1, 1, 1]) },
      { 'v1/a': usual([3, 3, 5, 7]), 'v2/b': usual([1, 1, 1, 3]) },
    ]);
    expect(troubles).toEqual(['dropped a reading: the histogram of "a" holds fewer requests below a higher bound']);
    expect(countersOf(totals, 'v2')).toMatchObject({ requests: 2, buckets: [0, 0, 0, 2] });
    expect(countersOf(totals, 'v1').requests).toBe(2);
  });
});

describe('whatever is counted when', () => {
  const event = fc.record({
    instance: fc.constantFrom('v1/a', 'v1/b', 'v2/c'),
    bucket: fc.nat(3),
    failed: fc.boolean(),
    restart: fc.boolean(),
  });
  const looks = fc.array(fc.record({ events: fc.array(event, { maxLength: 8 }), silent: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  });

  class Process {
    started = 1000;
    counts = [0, 0, 0, 0];
    failed = 0;
    take({ bucket, failed }: { readonly bucket: number; readonly failed: boolean }): void {
      this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
      if (failed) this.failed += 1;
    }
    restart(): void {
      Object.assign(this, { started: this.started + 100, counts: [0, 0, 0, 0], failed: 0 });
    }
    show(): Shown {
      let sum = 0;
      const below = this.counts.map((count) => {
        sum += count;
        return sum;
      });
      const latency = {
        '': histogram(
          bounds.map((bound, index) => [bound, below[index] ?? 0]),
          sum,
        ),
      };
      return { requests: sum, errors: this.failed, latency, started: this.started };
    }
  }

  it('nothing is lost or invented, through restarts right after a reading and readings that fail', () => {
    fc.assert(
      fc.property(looks, (steps) => {
        const processes = { 'v1/a': new Process(), 'v1/b': new Process(), 'v2/c': new Process() };
        const show = () => Object.fromEntries(Object.entries(processes).map(([name, each]) => [name, each.show()]));
        const happened = { v1: [0, 0, 0, 0], v2: [0, 0, 0, 0] };
        let totals = fold(noTotals(bounds), reading(0, show())).totals;
        for (const [index, { events, silent }] of [...steps, { events: [], silent: false }].entries()) {
          // A restart between two readings that were both taken loses nothing only when nobody was served before it.
          for (const { instance, restart } of events) {
            if (restart && !(steps[index - 1]?.silent ?? false)) processes[instance].restart();
          }
          for (const each of events) {
            processes[each.instance].take(each);
            const counts = happened[each.instance.slice(0, 2) as 'v1' | 'v2'];
            counts[each.bucket] = (counts[each.bucket] ?? 0) + 1;
          }
          const shown = silent ? { ...show(), 'v1/a': null } : show();
          totals = fold(totals, reading(index + 1, shown)).totals;
        }
        expect(countersOf(totals, 'v1').buckets).toEqual(happened.v1);
        expect(countersOf(totals, 'v2').buckets).toEqual(happened.v2);
        expect(countersOf(totals, 'v1').requests).toBe(happened.v1.reduce((sum, count) => sum + count));
      }),
    );
  });
});
