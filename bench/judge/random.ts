/**
 * A seeded source of randomness with exact samplers. The same name and run give the same numbers on any machine and with
 * any number of workers.
 */

/** sfc32 (PractRand): 128 bits of state, seeded from text through FNV-1a. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(name: string, run: number) {
    let hash = 0x811c9dc5;
    for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    [this.a, this.b, this.c] = [hash | 0, Math.imul(run + 1, 0x9e3779b1), hash ^ Math.imul(run + 7, 0x85ebca6b)];
    for (let index = 0; index < 15; index += 1) this.uniform();
  }

  /** In (0, 1). */
  uniform(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 4294967296;
  }

  exponential(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  /** Gamma of whole shape `k` and the given mean. */
  gamma(k: number, mean: number): number {
    let sum = 0;
    for (let index = 0; index < k; index += 1) sum += this.exponential(mean / k);
    return sum;
  }

  /** Number of requests in a span that holds `mean` of them on average. */
  poisson(mean: number): number {
    return mean < 10 ? this.smallPoisson(mean) : this.largePoisson(mean);
  }

  private smallPoisson(mean: number): number {
    const limit = Math.exp(-mean);
    let product = this.uniform();
    let count = 0;
    while (product > limit) {
      product *= this.uniform();
      count += 1;
    }
    return count;
  }

  /** Hoermann 1993, transformed rejection (PTRS). */
  private largePoisson(mean: number): number {
    const b = 0.931 + 2.53 * Math.sqrt(mean);
    const a = -0.059 + 0.02483 * b;
    const inverse = 1.1239 + 1.1328 / (b - 3.4);
    const accept = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const u = this.uniform() - 0.5;
      const v = this.uniform();
      const us = 0.5 - Math.abs(u);
      const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= accept) return count;
      if (count < 0 || (us < 0.013 && v > us)) continue;
      const left = Math.log(v) + Math.log(inverse) - Math.log(a / (us * us) + b);
      if (left <= -mean + count * Math.log(mean) - logFactorial(count)) return count;
    }
  }

  /** Successes among `n`. */
  binomial(n: number, p: number): number {
    if (n <= 0 || p <= 0) return 0;
    if (p >= 1) return n;
    if (p > 0.5) return n - this.binomial(n, 1 - p);
    return n * p < 10 ? this.rareBinomial(n, p) : this.commonBinomial(n, p);
  }

  /** Jumps from success to success. */
  private rareBinomial(n: number, p: number): number {
    const scale = Math.log1p(-p);
    let at = Math.floor(Math.log(this.uniform()) / scale);
    let count = 0;
    while (at < n) {
      count += 1;
      at += 1 + Math.floor(Math.log(this.uniform()) / scale);
    }
    return count;
  }

  /** Hoermann 1993, transformed rejection (BTRS). */
  private commonBinomial(n: number, p: number): number {
    const spread = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const c = n * p + 0.5;
    const accept = 0.92 - 4.2 / b;
    const alpha = (2.83 + 5.1 / b) * spread;
    const mode = Math.floor((n + 1) * p);
    const odds = Math.log(p / (1 - p));
    const top = logFactorial(mode) + logFactorial(n - mode);
    for (;;) {
      const u = this.uniform() - 0.5;
      const v = this.uniform();
      const us = 0.5 - Math.abs(u);
      const count = Math.floor(((2 * a) / us + b) * u + c);
      if (count < 0 || count > n) continue;
      if (us >= 0.07 && v <= accept) return count;
      const scaled = Math.log((v * alpha) / (a / (us * us) + b));
      if (scaled <= top - logFactorial(count) - logFactorial(n - count) + (count - mode) * odds) return count;
    }
  }

  /** Splits `n` over categories of these shares, which sum to 1. */
  multinomial(n: number, shares: readonly number[]): number[] {
    let left = n;
    let rest = 1;
    return shares.map((share, index) => {
      const last = index === shares.length - 1;
      const count = last ? left : this.binomial(left, rest <= 0 ? 0 : Math.min(1, share / rest));
      left -= count;
      rest -= share;
      return count;
    });
  }
}

const known: number[] = [0, 0];
for (let index = 2; index < 64; index += 1) known.push((known[index - 1] ?? 0) + Math.log(index));

/** ln n!, by Stirling's series above 63 (error below 1e-10). */
export function logFactorial(n: number): number {
  const exact = known[n];
  if (exact !== undefined) return exact;
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + 1 / (12 * x) - 1 / (360 * x ** 3);
}
