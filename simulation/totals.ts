/** What many seeds came to, in the words of the last lines. */
import { type FaultKind, kinds } from './faults.ts';
import type { Result } from './simulate.ts';

/** Failing seeds that are named, and the share of hopeful canaries that must come through. */
const [named, hoped] = [20, 0.95] as const;
/** In so many seeds each fault has happened so often. */
const [many, enough] = [10_000, 100] as const;
/** Seconds between two lines of progress. */
const pace = 10;

export class Totals {
  private seeds = 0;
  private readonly fired = new Map<FaultKind, number>(kinds.map((kind) => [kind, 0]));
  private readonly failed: Result[] = [];
  private readonly ends = { promoted: 0, held: 0, 'taken back': 0 };
  private readonly hopeful = { calm: 0, passing: 0, through: 0 };
  private told = 0;

  get failing(): boolean {
    return this.failed.length > 0;
  }

  add(results: readonly Result[], began: number): void {
    for (const result of results) this.count(result);
    const seconds = (performance.now() - began) / 1000;
    if (seconds - this.told < pace) return;
    this.told = seconds;
    console.log(`${this.seeds} seeds in ${seconds.toFixed(0)} s, ${this.failed.length} failing`);
  }

  /** Prints it; whether nothing failed. */
  report(began: number): boolean {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    for (const { seed, violations } of this.failed.toSorted((a, b) => a.seed - b.seed).slice(0, named)) {
      const [first] = violations;
      console.log(`seed ${seed}: invariant ${first?.invariant} at ${first?.at.toFixed(1)} s: ${first?.what}`);
    }
    const share = this.hopeful.passing === 0 ? 1 : this.hopeful.through / this.hopeful.passing;
    console.log(`faults: ${[...this.fired].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
    const { promoted, held, 'taken back': back } = this.ends;
    const through = `${(100 * share).toFixed(2)} % of ${this.hopeful.passing} good canaries with passing faults promoted or held`;
    console.log(
      `${this.seeds} seeds in ${seconds} s: ${this.failed.length} failing; ${promoted} promoted, ${held} held, ${back} taken back; ${this.hopeful.calm} good without faults, all promoted; ${through}`,
    );
    if (share < hoped) console.log(`expected at least ${100 * hoped} %`);
    const rare = [...this.fired].filter(([, count]) => this.seeds >= many && count < enough);
    if (rare.length > 0)
      console.log(`expected at least ${enough} of each fault: ${rare.map(([kind]) => kind).join(', ')}`);
    return this.failed.length === 0 && share >= hoped && rare.length === 0;
  }

  private count(result: Result): void {
    this.seeds += 1;
    this.ends[result.end] += 1;
    for (const kind of result.fired) this.fired.set(kind, (this.fired.get(kind) ?? 0) + 1);
    if (result.violations.length > 0) this.failed.push(result);
    if (result.hopeful === 'calm') this.hopeful.calm += 1;
    if (result.hopeful !== 'passing') return;
    this.hopeful.passing += 1;
    if (result.end !== 'taken back') this.hopeful.through += 1;
  }
}
