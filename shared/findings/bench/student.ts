/** Student's t distribution, with degrees of freedom that need not be whole. */

/** P(T > t) for t >= 0: half the regularised incomplete beta function I_x(df/2, 1/2) at x = df / (df + t^2). */
export function upperTail(t: number, df: number): number {
  return tailOf(t, df, logBeta(df / 2));
}

/**
 * The t that is exceeded with the probability `tail`, 0 < tail < 0.5. Newton's steps from 0 on never go too far, as the
 * tail is convex.
 */
export function quantile(tail: number, df: number): number {
  const beta = logBeta(df / 2);
  const top = Math.exp(-beta) / Math.sqrt(df);
  let t = 0;
  for (let round = 0; round < 200; round += 1) {
    const density = top * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
    const step = (tailOf(t, df, beta) - tail) / density;
    t += step;
    if (step <= 1e-12 * t) break;
  }
  return t;
}

/** The continued fraction (NIST DLMF 8.17.22) converges fast for x below (a + 1) / (a + b + 2) alone. */
function tailOf(t: number, df: number, beta: number): number {
  const [a, b] = [df / 2, 0.5];
  const x = df / (df + t * t);
  const rest = (t * t) / (df + t * t);
  if (rest === 0) return 0.5;
  const front = Math.exp(a * Math.log(x) + b * Math.log(rest) - beta);
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(x, a, b)) / a / 2;
  return (1 - (front * fraction(rest, b, a)) / b) / 2;
}

const tiny = 1e-300;
const apart = (value: number) => (value < tiny && value > -tiny ? tiny : value);

/** 1 / (1 + d1 / (1 + d2 / (1 + ...))), evaluated from the front as Lentz does. */
function fraction(x: number, a: number, b: number): number {
  let [value, c, d] = [1, 1, 0];
  for (let step = 1; step <= 1000; step += 1) {
    const term = coefficient(step, x, a, b);
    d = 1 / apart(1 + term * d);
    c = apart(1 + term / c);
    const change = c * d;
    value *= change;
    if (change - 1 < 1e-15 && change - 1 > -1e-15) break;
  }
  return 1 / value;
}

function coefficient(step: number, x: number, a: number, b: number): number {
  if (step % 2 === 0) {
    const m = step / 2;
    return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  }
  const m = (step - 1) / 2;
  return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}

/** The logarithm of B(a, 1/2). */
const logBeta = (a: number) => logGamma(a) + Math.log(Math.PI) / 2 - logGamma(a + 0.5);

/** Stirling's series (DLMF 5.11.1) after the argument was raised to where five terms are enough. */
function logGamma(x: number): number {
  let [product, z] = [1, x];
  for (; z < 10; z += 1) product *= z;
  const r = 1 / (z * z);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}
