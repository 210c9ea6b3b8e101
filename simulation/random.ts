/** Everything that chance decides in a simulated world; the same seed gives the same numbers. */
import { Random } from '../bench/judge/random.ts';

export class Chance {
  private readonly source: Random;

  constructor(name: string, seed: number) {
    this.source = new Random(name, seed);
  }

  /** In [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.source.uniform();
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  happens(share: number): boolean {
    return this.source.uniform() < share;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.whole(0, items.length - 1)] ?? items[0];
  }

  /** How many of `count` happen, each with that probability. */
  some(count: number, share: number): number {
    if (share <= 0 || count <= 0) return 0;
    return share >= 1 ? count : Math.min(count, this.source.poisson(count * share));
  }
}
