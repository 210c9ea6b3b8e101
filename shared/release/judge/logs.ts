/** Sums of numbers that are kept as natural logarithms, so that neither very large nor very small odds overflow. */

/** ln(e^a + e^b) */
export function logAdd(a: number, b: number): number {
  const high = Math.max(a, b);
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

/** ln of the sum of e^v. */
export function logSum(values: readonly number[]): number {
  const high = Math.max(...values);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - high);
  return high + Math.log(sum);
}
