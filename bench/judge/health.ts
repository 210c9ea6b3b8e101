/** Whether an instance is sick: spells of a fixed length, with exponential spans of health between them. */
import type { Random } from './random.ts';
import type { Scenario } from './scenario.ts';

export type Sick = NonNullable<Scenario['sick']>;

export class Health {
  private until: number;
  private ill: boolean;
  private readonly random: Random;
  private readonly sick: Sick;

  constructor(random: Random, sick: Sick, from: number) {
    this.random = random;
    this.sick = sick;
    this.ill = random.uniform() < sick.time;
    this.until = from + this.span();
  }

  private span(): number {
    const { seconds, time } = this.sick;
    return this.ill ? seconds : this.random.exponential((seconds * (1 - time)) / time);
  }

  /** The share of [from, to) in which it is sick; spans are asked for in order. */
  shareOf(from: number, to: number): number {
    let ill = 0;
    let at = from;
    while (this.until < to) {
      if (this.ill) ill += Math.max(0, this.until - at);
      at = Math.max(at, this.until);
      this.ill = !this.ill;
      this.until += this.span();
    }
    return (ill + (this.ill ? to - at : 0)) / (to - from);
  }
}
