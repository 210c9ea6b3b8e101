/** Exact expectations over small samples: every outcome, weighted with its probability. */

function lnFactorial(n: number): number {
  let sum = 0;
  for (let factor = 2; factor <= n; factor += 1) sum += Math.log(factor);
  return sum;
}

const power = (base: number, exponent: number) => (exponent === 0 ? 1 : base ** exponent);

/** Probabilities of 0 to n bad of n requests. */
export function binomial(n: number, p: number): number[] {
  return Array.from({ length: n + 1 }, (_, bad) => {
    const ways = Math.exp(lnFactorial(n) - lnFactorial(bad) - lnFactorial(n - bad));
    return ways * power(p, bad) * power(1 - p, n - bad);
  });
}

/** Probabilities of 0 to `most` rare events. */
export function poisson(mean: number, most: number): number[] {
  return Array.from({ length: most + 1 }, (_, count) => Math.exp(count * Math.log(mean) - mean - lnFactorial(count)));
}

export interface Outcome {
  readonly counts: readonly number[];
  readonly probability: number;
}

/** Every way in which n requests fall into the categories of a law. */
export function multinomial(n: number, law: readonly number[]): Outcome[] {
  return compositions(n, law.length).map((counts) => {
    const ways = Math.exp(lnFactorial(n) - counts.reduce((sum, count) => sum + lnFactorial(count), 0));
    return { counts, probability: counts.reduce((product, count, at) => product * power(law[at] ?? 0, count), ways) };
  });
}

function compositions(n: number, parts: number): number[][] {
  if (parts === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, head) => head).flatMap((head) =>
    compositions(n - head, parts - 1).map((tail) => [head, ...tail]),
  );
}

/** The expectation of `value` over the bad of both sides, with rates `mine` and `theirs`. */
export function overBoth(
  [n, m]: readonly [number, number],
  [mine, theirs]: readonly [number, number],
  value: (canaryBad: number, baselineBad: number) => number,
): number {
  const others = binomial(m, theirs);
  let sum = 0;
  for (const [bad, here] of binomial(n, mine).entries()) {
    for (const [otherBad, there] of others.entries()) {
      if (here * there > 0) sum += here * there * value(bad, otherBad);
    }
  }
  return sum;
}
