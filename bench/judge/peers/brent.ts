/**
 * A root by Brent's method (R. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4), with the
 * tolerance and number of steps of spinnaker/kayenta a69573be (BrentSolver.java): its answers depend on both, because
 * the functions it is used for are steps.
 */
const tolerance = 1e-4;
const iterations = 1001;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far to go from the best point: by interpolation where that is safe, else half way to the other side. */
function stride(before: Point, best: Point, other: Point, least: number): number {
  const width = other.x - best.x;
  const previous = best.x - before.x;
  if (Math.abs(previous) < least || Math.abs(before.y) <= Math.abs(best.y)) return width / 2;
  let p: number;
  let q: number;
  if (before.x === other.x) {
    const s = best.y / before.y;
    p = width * s;
    q = 1 - s;
  } else {
    const [r, s, t] = [before.y / other.y, best.y / other.y, best.y / before.y];
    p = t * (width * r * (r - s) - previous * (s - 1));
    q = (r - 1) * (s - 1) * (t - 1);
  }
  if (p > 0) q = -q;
  p = Math.abs(p);
  const safe = p < 0.75 * width * q - Math.abs(least * q) / 2 && p < Math.abs((previous * q) / 2);
  return safe ? p / q : width / 2;
}

/** Where `f` crosses zero between two points on either side of it. */
export function root(f: (x: number) => number, low: number, high: number): number {
  let [before, best]: Point[] = [low, high].map((x) => ({ x, y: f(x) })) as [Point, Point];
  if (before.y === 0) return before.x;
  if (best.y === 0) return best.x;
  let other = before;
  for (let step = 0; step < iterations; step += 1) {
    if (Math.abs(other.y) < Math.abs(best.y)) [before, best, other] = [best, other, best];
    const least = 2 * Number.EPSILON * Math.abs(best.x) + tolerance / 2;
    const half = (other.x - best.x) / 2;
    if (Math.abs(half) <= least || best.y === 0) return best.x;
    const wanted = stride(before, best, other, least);
    const x: number = best.x + (Math.abs(wanted) < least ? least * (wanted > 0 ? 1 : -1) : wanted);
    before = best;
    best = { x, y: f(x) };
    if (best.y * other.y > 0) other = before;
  }
  return best.x;
}
