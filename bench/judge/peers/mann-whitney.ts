/**
 * The Mann-Whitney test twice: the shift with its interval as in spinnaker/kayenta a69573be (MannWhitney.scala, after R's
 * wilcox.test), and the one-sided p-value as in pipe-cd/pipecd 7e228592 (executestage/mannwhitney).
 */
import { root } from './brent.ts';

/** Groups of equal values over both samples, ascending: how many there are of each value, and how many of them in x. */
interface Tie {
  readonly all: number;
  readonly inX: number;
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Of samples in ascending order, x moved down by `shift`. */
function ties(x: readonly number[], y: readonly number[], shift = 0): Tie[] {
  const found: Tie[] = [];
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    const value = Math.min((x[i] ?? Infinity) - shift, y[j] ?? Infinity);
    const [fromX, fromY] = [i, j];
    while (i < x.length && (x[i] ?? 0) - shift === value) i += 1;
    while (j < y.length && y[j] === value) j += 1;
    found.push({ all: i - fromX + j - fromY, inX: i - fromX });
  }
  return found;
}

/** Pairs in which x is the greater, equal ones as half. */
function statistic(groups: readonly Tie[], n: number): number {
  let [ranks, below] = [0, 0];
  for (const { all, inX } of groups) {
    ranks += inX * (below + (all + 1) / 2);
    below += all;
  }
  return ranks - (n * (n + 1)) / 2;
}

function spread(groups: readonly Tie[], n: number, m: number): number {
  const tied = groups.reduce((sum, { all }) => sum + (all ** 3 - all), 0);
  return Math.sqrt(((n * m) / 12) * (n + m + 1 - tied / ((n + m) * (n + m - 1))));
}

/** How far x, moved down by `shift`, lies above y, in standard deviations and with continuity correction. */
function deviation(x: readonly number[], y: readonly number[], shift: number): number {
  const groups = ties(x, y, shift);
  const sigma = spread(groups, x.length, y.length);
  if (!(sigma > 0)) throw new RangeError('no interval when all observations are tied');
  const above = statistic(groups, x.length) - (x.length * y.length) / 2;
  return (above - Math.sign(above) * 0.5) / sigma;
}

/** The 99th percentile of the standard normal law, as 1 - 0.98 comes out in binary. */
const z = 2.3263478740408408;

/** The 98 % interval of the shift of x over y, and its estimate after Hodges and Lehmann. */
export function shiftOf(xs: readonly number[], ys: readonly number[]): { low: number; high: number; estimate: number } {
  const [x, y] = [ascending(xs), ascending(ys)];
  const least = (x[0] ?? 0) - (y.at(-1) ?? 0);
  const most = (x.at(-1) ?? 0) - (y[0] ?? 0);
  const [atLeast, atMost] = [deviation(x, y, least), deviation(x, y, most)];
  const at = (q: number) => root((shift) => deviation(x, y, shift) - q, least, most);
  const limit = (q: number) => {
    if (atLeast - q <= 0) return least;
    return atMost - q >= 0 ? most : at(q);
  };
  return { low: limit(z), high: limit(-z), estimate: at(0) };
}

function choose(n: number, k: number): number {
  let product = 1;
  for (let index = 1; index <= k; index += 1) product = (product * (n - k + index)) / index;
  return Math.round(product);
}

/** P(U <= u) when the samples are one: every choice of n of the pooled values, group by group. */
function cumulative(groups: readonly Tie[], n: number, m: number, u: number): number {
  let ways: Map<number, number>[] = [new Map([[0, 1]])];
  let seen = 0;
  for (const { all } of groups) {
    const next: Map<number, number>[] = [];
    for (const [chosen, byTwice] of ways.entries()) {
      for (let k = 0; k <= Math.min(all, n - chosen); k += 1) {
        const gain = k * (2 * (seen - chosen) + all - k);
        next[chosen + k] ??= new Map();
        const into = next[chosen + k] as Map<number, number>;
        for (const [twice, count] of byTwice) {
          into.set(twice + gain, (into.get(twice + gain) ?? 0) + count * choose(all, k));
        }
      }
    }
    ways = next;
    seen += all;
  }
  let sum = 0;
  for (const [twice, count] of ways[n] ?? []) sum += twice <= 2 * u ? count : 0;
  return sum / choose(n + m, n);
}

/** The standard normal law's upper tail (Abramowitz & Stegun 26.2.17, error below 1e-7). */
function tail(at: number): number {
  if (at < 0) return 1 - tail(-at);
  const t = 1 / (1 + 0.2316419 * at);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}

/** The p-value of "x is greater"; undefined when all values are equal. Exact up to 50 a side, 25 with ties. */
export function pGreater(x: readonly number[], y: readonly number[]): number | undefined {
  const groups = ties(ascending(x), ascending(y));
  const [n, m] = [x.length, y.length];
  if (groups.length === 1) return undefined;
  const u = statistic(groups, n);
  const exact = groups.some(({ all }) => all > 1) ? 25 : 50;
  if (n <= exact && m <= exact) return 1 - cumulative(groups, n, m, u - 1);
  return tail((u - (n * m) / 2 - 0.5) / spread(groups, n, m));
}
