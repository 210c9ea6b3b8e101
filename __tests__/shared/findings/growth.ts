/** How the time of a computation grows with its size, for tests: a ratio of two runs beside each other, no wall time. */

/** Seconds that nobody can tell apart. */
const noise = 0.05;

/** Above 1 where eight times as much takes more than forty times as long; what is linear takes eight times, a square 64. */
export function growth(run: (size: number) => void, size: number): number {
  const seconds = (of: number) => {
    const began = performance.now();
    run(of);
    return (performance.now() - began) / 1000;
  };
  run(1);
  const small = Math.min(seconds(size), seconds(size));
  return Math.min(seconds(8 * size), seconds(8 * size)) / (40 * (small + noise));
}
