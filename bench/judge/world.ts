/** The simulated service: draws what both versions did, whatever the weight. It knows nothing of who judges it. */
import { type Counts, nothing, plus, type Reading } from './counts.ts';
import { Health, type Sick } from './health.ts';
import { bucketShares, type Distribution } from './law.ts';
import { Random } from './random.ts';
import type { Scenario, SideName } from './scenario.ts';

const shares = new WeakMap<Distribution, readonly number[]>();

function sharesOf(law: Distribution): readonly number[] {
  const known = shares.get(law) ?? bucketShares(law);
  shares.set(law, known);
  return known;
}

/** A span of time in which one version served some share of the traffic. */
interface Span {
  readonly side: SideName;
  readonly t: number;
  readonly seconds: number;
}

export class World {
  private readonly scenario: Scenario;
  private readonly random: Random;
  private readonly health = new Map<string, Health>();
  private held: Record<SideName, Counts | null> = { canary: null, baseline: null };

  constructor(scenario: Scenario, run: number) {
    this.scenario = scenario;
    this.random = new Random(scenario.name, run);
    scenario.begin?.();
  }

  /** The baseline's history in blocks of 15 s, oldest first, with the time each ends. */
  history(): { readonly from: number; readonly t: number; readonly baseline: Counts }[] {
    const blocks = Math.floor((this.scenario.history ?? 1800) / 15);
    return Array.from({ length: blocks }, (_, index) => {
      const from = (index - blocks) * 15;
      return { from, t: from + 15, baseline: this.draw({ side: 'baseline', t: from, seconds: 15 }, 1) };
    });
  }

  /** What a scrape `seconds` after `t` finds, by the laws at `t`; `share` is the canary's part of the traffic. */
  scrape(t: number, seconds: number, share: number, baselineShare = 1 - share): Reading {
    const canary = this.draw({ side: 'canary', t, seconds }, share);
    const baseline = this.draw({ side: 'baseline', t, seconds }, baselineShare);
    const lost = this.isLost(t);
    const dead = t >= (this.scenario.dead ?? Number.POSITIVE_INFINITY);
    const reading = {
      canary: dead ? null : this.read('canary', lost, canary),
      baseline: this.read('baseline', lost, baseline),
    };
    const restarted = this.scenario.restarts?.some((at) => at >= t && at < t + seconds) === true;
    return restarted ? { ...reading, resets: ['baseline-0'] } : reading;
  }

  /** A scrape is lost as a whole: whoever reads both sides had no time, or no way. */
  private isLost(t: number): boolean {
    const { gaps } = this.scenario;
    return gaps !== undefined && ((t >= gaps.from && t < gaps.to) || this.random.uniform() < gaps.lost);
  }

  private read(side: SideName, lost: boolean, counts: Counts): Counts | null {
    const waiting = this.held[side];
    if (this.scenario.late === side) {
      this.held[side] = counts;
      return waiting ?? nothing;
    }
    const all = waiting === null ? counts : plus(waiting, counts);
    this.held[side] = lost ? all : null;
    return lost ? null : all;
  }

  private draw(span: Span, share: number): Counts {
    const { scenario, random } = this;
    const { side, t, seconds } = span;
    const mean = scenario.rps * seconds * share * (scenario.load?.(t, random) ?? 1);
    const count = side === 'canary' ? 1 : (scenario.instances ?? 2);
    const instances: Record<string, { requests: number; errors: number }> = {};
    let [requests, errors] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      const name = `${side}-${index}`;
      const served = random.poisson((mean / count) * this.counted(name, t, seconds));
      const failed = this.failures(span, name, served);
      instances[name] = { requests: served, errors: failed };
      requests += served;
      errors += failed;
    }
    const buckets = random.multinomial(requests, sharesOf(scenario.latency(side, t)));
    return side === 'canary' ? { requests, errors, buckets } : { requests, errors, buckets, instances };
  }

  /** The share of a span that an instance's counters still know when it is read: a restart forgets what was before. */
  private counted(name: string, t: number, seconds: number): number {
    if (name !== 'baseline-0') return 1;
    const at = this.scenario.restarts?.find((restart) => restart >= t && restart < t + seconds);
    return at === undefined ? 1 : (t + seconds - at) / seconds;
  }

  private failures({ side, t, seconds }: Span, name: string, served: number): number {
    const { scenario, random } = this;
    const rate = scenario.errors(side, t);
    const { sick, cluster = 1 } = scenario;
    if (sick !== undefined) return this.sickly(sick, name, { t, seconds, served, rate });
    if (cluster === 1) return random.binomial(served, rate);
    let failed = 0;
    const clusters = random.poisson((served * rate) / cluster);
    for (let index = 0; index < clusters; index += 1) {
      failed += 1 + Math.floor(Math.log(random.uniform()) / Math.log1p(-1 / cluster));
    }
    return Math.min(served, failed);
  }

  private sickly(
    sick: Sick,
    name: string,
    { t, seconds, served, rate }: Readonly<Record<'t' | 'seconds' | 'served' | 'rate', number>>,
  ): number {
    const from = t - (this.scenario.history ?? 1800);
    const health = this.health.get(name) ?? new Health(this.random, sick, Math.min(t, from));
    this.health.set(name, health);
    const ill = this.random.binomial(served, health.shareOf(t, t + seconds));
    return this.random.binomial(ill, sick.errors) + this.random.binomial(served - ill, rate);
  }
}
