/** Whether a model was loaded once more while it should have been there all the time. */

/** Seconds; a warm server needs a few milliseconds to find the runner. */
const least = 0.1;

/** Seconds that a `load_duration` may take at most without being a reload. `cold` is undefined where nobody saw it loaded. */
export function reloadAbove(cold: number | undefined): number {
  return Math.max(least, (cold ?? 0) / 2);
}

/** One request, in seconds on one clock. */
export interface Served {
  readonly from: number;
  readonly to: number;
  /** `load_duration`: the wait for a runner, in the queue too. */
  readonly load: number;
}

/**
 * Of a request's wait what its own company does not explain: while another of the same clients is being answered it stands
 * in the queue; during a reload nobody is answered.
 */
export function unexplainedWait(one: Served, all: readonly Served[]): number {
  // The two clocks may differ a little, and nothing explains a wait after its own end.
  const end = Math.min(one.from + one.load, one.to);
  const answered = all
    .filter((other) => other !== one)
    .map((other) => [Math.max(one.from, other.from + other.load), Math.min(end, other.to)] as const)
    .filter(([from, to]) => from < to)
    .toSorted(([a], [b]) => a - b);
  let [covered, reached] = [0, one.from];
  for (const [from, to] of answered) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return one.load - covered;
}
