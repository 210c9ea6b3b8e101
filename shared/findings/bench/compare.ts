/** Benchmarks against those of the base: worse only where chance does not explain it. */
import type { Benchmark, Draft } from '../model.ts';
import { fewest, type Ratio, ratioOf } from './ratio.ts';

export type Answer = 'regression' | 'fine' | 'cannot tell' | 'new' | 'gone';

export interface Comparison {
  readonly name: string;
  /** How many times as bad as the base, whichever direction is better: above 1 is worse. Null where it is not known. */
  readonly ratio: number | null;
  /** Ends of its 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
  readonly answer: Answer;
  readonly reason: string;
}

/**
 * Every benchmark of both, in the order of `now`, then those that are gone. Of a name that comes twice the nth is
 * compared with the nth. A benchmark that is exactly `maxRatio` times as bad is called a regression in 2.5 % of cases.
 *
 * @param maxRatio how many times as bad is still allowed, such as 1.1; from 1 on
 */
export function compareBenchmarks(
  now: readonly Benchmark[],
  base: readonly Benchmark[],
  maxRatio: number,
): readonly Comparison[] {
  const before = new Map(numbered(base));
  const compared = numbered(now).map(([key, benchmark]) => {
    const other = before.get(key);
    before.delete(key);
    if (other === undefined) return without(benchmark, 'new', 'the base has no benchmark of this name');
    return compare(benchmark, other, maxRatio);
  });
  const gone = [...before.values()].map((benchmark) =>
    without(benchmark, 'gone', 'the base has a benchmark of this name, and this report has none'),
  );
  return [...compared, ...gone];
}

/** One for each regression. */
export function regressionsOf(comparisons: readonly Comparison[]): readonly Draft[] {
  return comparisons
    .filter(({ answer }) => answer === 'regression')
    .map(({ name, reason }) => ({
      category: 'slo',
      rule: { id: `benchmark: ${name}` },
      aliases: [],
      severity: { level: 'high', original: null },
      title: `${name} is worse than on the base`,
      message: reason,
      pointer: '',
    }));
}

/** Keys of name and occurrence. */
function numbered(benchmarks: readonly Benchmark[]): readonly (readonly [key: string, benchmark: Benchmark])[] {
  const seen = new Map<string, number>();
  return benchmarks.map((benchmark) => {
    const nth = (seen.get(benchmark.name) ?? 0) + 1;
    seen.set(benchmark.name, nth);
    return [`${nth} ${benchmark.name}`, benchmark];
  });
}

function compare(now: Benchmark, base: Benchmark, maxRatio: number): Comparison {
  const obstacle = obstacleOf(now, base);
  if (obstacle !== undefined) return without(now, 'cannot tell', obstacle);
  const [better, worse] = now.higherIsBetter ? [now, base] : [base, now];
  const found = ratioOf(better.samples, worse.samples);
  if (!Number.isFinite(found.high) || found.low === 0) {
    return without(now, 'cannot tell', 'the measurements are too far apart for a ratio');
  }
  return { name: now.name, ...found, ...judge(found, maxRatio, now.higherIsBetter) };
}

/** Only an interval that lies on one side of what is allowed says anything. */
function judge({ low, high }: Ratio, maxRatio: number, higherIsBetter: boolean): Pick<Comparison, 'answer' | 'reason'> {
  const range = `${times(low)} to ${times(high)} times as much`;
  const measured = higherIsBetter ? `the base reaches ${range}` : `it takes ${range} as the base`;
  const allowed = times(maxRatio);
  if (low > maxRatio) return { answer: 'regression', reason: `${measured}, all of it beyond the allowed ${allowed}` };
  if (high <= maxRatio) return { answer: 'fine', reason: `${measured}, ${allowed} is allowed` };
  return { answer: 'cannot tell', reason: `${measured}, ${allowed} is allowed: more runs would narrow it` };
}

/** Why there is no ratio of the two. */
function obstacleOf(now: Benchmark, base: Benchmark): string | undefined {
  if (now.unit !== base.unit || now.higherIsBetter !== base.higherIsBetter) return 'the base measures another quantity';
  const sides = [
    ['this report', now.samples],
    ['the base', base.samples],
  ] as const;
  for (const [side, samples] of sides) {
    if (samples.length === 0) return `${side} has a summary and no single measurements`;
    if (samples.length < fewest) return `${side} has ${samples.length} measurements, ${fewest} are needed`;
    if (!samples.every((sample) => sample > 0 && Number.isFinite(sample)))
      return `${side} has measurements of 0 or less`;
  }
  return undefined;
}

const without = ({ name }: Benchmark, answer: Answer, reason: string): Comparison => ({
  name,
  ratio: null,
  low: null,
  high: null,
  answer,
  reason,
});

const times = (ratio: number) => String(Number(ratio.toPrecision(4)));
