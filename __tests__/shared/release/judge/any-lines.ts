/** Courses of a canary for property tests: any weights, counts, gaps and unreadable sides, in order of time. */
import fc from 'fast-check';
import type { Observation, Side } from '../../../../shared/release/evidence.ts';
import { bounds } from './worlds.ts';

const requests = fc.oneof(fc.nat(3), fc.nat(60), fc.nat(3000));

const anySide: fc.Arbitrary<Side> = fc
  .record({
    requests,
    bad: fc.oneof(
      fc.constant(0),
      fc.double({ min: 0, max: 0.05, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    slow: fc.array(fc.nat(20), { minLength: bounds.length + 1, maxLength: bounds.length + 1 }),
    sick: fc.boolean(),
  })
  .map(({ requests, bad, slow, sick }) => {
    const errors = Math.floor(requests * bad);
    const half = Math.floor(requests / 2);
    const most = Math.min(half, errors);
    const first = sick ? most : Math.min(half, Math.floor(errors / 2));
    return {
      requests,
      errors,
      buckets: slow,
      instances: {
        a: { requests: half, errors: first },
        b: { requests: requests - half, errors: Math.min(requests - half, errors - first) },
      },
    };
  });

const readable = fc.option(anySide, { freq: 12, nil: null });

/** Lines one after another; weights mostly rise along the ladder, as a controller would raise them. */
export const anyLines: fc.Arbitrary<Observation[]> = fc
  .record({
    teach: fc.array(anySide, { maxLength: 60 }),
    steps: fc.array(
      fc.record({
        weight: fc.oneof(fc.constantFrom(5, 25, 50), fc.constantFrom(0, 1, 33, 100)),
        looks: fc.array(
          fc.record({
            seconds: fc.constantFrom(1, 5, 5, 5, 15, 40),
            canary: readable,
            baseline: readable,
            transition: fc.boolean(),
            rare: fc.nat(9),
          }),
          { minLength: 1, maxLength: 12 },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ teach, steps }) => {
    const before = teach.map((baseline, index): Observation => {
      const t = 15 * (index + 1 - teach.length);
      return { from: t - 15, t, weight: 0, canary: null, baseline };
    });
    let clock = 0;
    const after = steps.flatMap(({ weight, looks }) =>
      looks.map(({ seconds, canary, baseline, transition, rare }): Observation => {
        const from = clock;
        clock += seconds;
        const line = { from, t: clock, weight, canary, baseline };
        return transition && rare === 0 ? { ...line, transition: true } : line;
      }),
    );
    return [...before, ...after];
  });
