/**
 * Watches a simulated world from outside of controller and target: what the router does, what is started and stopped,
 * what the journal says. It knows nothing of how either decides, and notes every breach of an invariant.
 */
import type { JournalEntry, Ticket } from '../../shared/release/target.ts';
import type { Timeline } from '../time.ts';
import { isWell, type Route, service, type Witness, type World } from '../world/world.ts';

/** Numbered as in the README of this folder. */
export type Invariant = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export interface Violation {
  readonly invariant: Invariant;
  /** Seconds of the timeline. */
  readonly at: number;
  readonly what: string;
}

/** Seconds: a passed check is fresh, and weight stays at an unhealthy version, for no longer. */
const [fresh, exposure] = [3, 5] as const;
/** Seconds in which a version that was found bad has no traffic any more, or its lease has ended. */
const leave = 20;
/** What happens in the same instant was not there before. */
const instant = 1e-6;

export class Observer implements Witness {
  readonly violations: Violation[] = [];
  /** Hears of every entry of the journal. */
  onEntry: (release: string, weight: number) => void = () => undefined;
  private readonly timeline: Timeline;
  private seen: World | undefined;
  private readonly journal: JournalEntry[] = [];
  private readonly passes = new Map<string, number>();
  /** Of each release: the newest fence, and the newest sequence under it. */
  private readonly newest = new Map<string, { readonly fence: number; readonly sequence: number }>();
  /** Releases that were taken back. */
  private readonly over = new Set<string>();
  /** Releases whose version may become stable. */
  private readonly allowed = new Set<string>();
  private stableBefore: string | null = null;
  /** The weight (percent) that is left upward only with an approval; null without such a gate. */
  gate: number | null = null;
  private exposedSince: number | null = null;
  private excused = 0;

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  watch(world: World): void {
    this.seen = world;
  }

  /** The last entry of the journal that the target believes durable. */
  get last(): JournalEntry | undefined {
    return this.journal.at(-1);
  }

  /** How many entries it has, and those from one on. */
  get entries(): number {
    return this.journal.length;
  }

  since(first: number): readonly JournalEntry[] {
    return this.journal.slice(first);
  }

  /** Until then nobody can steer: the router or the target's controller is away. */
  excuse(seconds: number): void {
    this.excused = Math.max(this.excused, this.timeline.now + seconds);
  }

  probed(name: string, passed: boolean): void {
    if (passed) this.passes.set(name, this.timeline.now);
  }

  /** The judge, or somebody, lets this release's version become stable. */
  allow(release: string): void {
    this.allowed.add(release);
  }

  /** It was found bad: it must not become stable any more, and has no traffic soon, where there is somewhere to go. */
  condemn(release: string): void {
    this.allowed.delete(release);
    this.timeline.after(leave, () => this.left(release));
  }

  /** A release has one holder at a time. */
  tookOver(release: string): void {
    // It may have been given back in the same instant.
    if (this.journal.at(-2)?.command === 'hold') return;
    this.breach(3, `the lock of ${release} was taken from a holder that lives`);
  }

  private left(release: string): void {
    const version = versionOf({ release });
    const { stable, canary } = this.seen?.route ?? { stable: null, canary: null };
    const open = canary === version && this.last?.release === release;
    const away = isWell(this.running(stable)) && this.timeline.now - (this.running(stable)?.since ?? 0) > leave;
    const share = this.seen?.share(version) ?? 0;
    if (open && away && share > 0 && this.timeline.now >= this.excused) {
      this.breach(5, `${version} still has ${share} % ${leave} s after it was found bad`);
    }
  }

  granted({ release, fence, sequence }: Ticket): void {
    const known = this.newest.get(release);
    if (known === undefined || fence > known.fence) this.newest.set(release, { fence, sequence });
  }

  applied({ release, fence, sequence }: Ticket, what: string): void {
    const known = this.newest.get(release);
    const stale = known && (fence < known.fence || (fence === known.fence && sequence <= known.sequence));
    if (stale) this.breach(3, `${what} of fence ${fence}, call ${sequence} after ${known.fence}, ${known.sequence}`);
    else this.newest.set(release, { fence, sequence });
  }

  journalled(entry: JournalEntry): void {
    this.journal.push(entry);
    const { release, fence, command, weight } = entry;
    if (command === 'discard' || command === 'revert' || (command === 'set-weight' && weight === 0)) {
      this.over.add(release);
    }
    // What was said for it under a fence that ran out does not count under the next one.
    if (command === 'revert') this.allowed.delete(release);
    if (command === 'set-weight') this.onEntry(release, weight);
    const known = this.newest.get(release);
    if (known && fence > known.fence) this.newest.set(release, { fence, sequence: 0 });
    this.changed();
  }

  steered(of: string, before: Route | undefined, now: Route): void {
    if (of !== service) this.breach(7, `the routes of ${of} were changed`);
    else if (before) this.compare(before, now);
    this.changed();
  }

  /** A dead one has nothing to lose any more. */
  stopped(name: string, share: number, busy: boolean, alive: boolean): void {
    if (!alive) return;
    if (share > 0) this.breach(8, `${name} was stopped with ${share} % of the traffic`);
    else if (busy) this.breach(8, `${name} was stopped with requests in flight`);
  }

  /** Anything physical has changed: weight must not stay at an unhealthy version beside a healthy one. */
  changed(): void {
    const { now } = this.timeline;
    const since = this.exposedSince === null ? now : Math.max(this.exposedSince, this.excused);
    if (this.exposedSince !== null && now - since > exposure) {
      this.breach(2, `an unhealthy version kept traffic for ${(now - since).toFixed(1)} s beside a healthy one`);
      this.exposedSince = now;
    }
    this.exposedSince = this.exposed() ? (this.exposedSince ?? now) : null;
  }

  /** Nothing is under way: the router does what the journal says last, or what keeps users on a healthy version. */
  settled(): void {
    const [entry, world] = [this.last, this.seen];
    if (entry === undefined || world === undefined) return;
    const version = versionOf(entry);
    const share = world.share(version);
    if (share === entry.weight || this.isFailover(world.route)) return;
    this.breach(4, `${version} has ${share} % and the journal says ${entry.weight} % (${entry.command})`);
  }

  breach(invariant: Invariant, what: string): void {
    this.violations.push({ invariant, at: this.timeline.now, what });
  }

  private compare(before: Route, now: Route): void {
    if (now.stable !== before.stable) this.promoted(before, now);
    else if (now.weight < before.weight || now.canary === null) this.returned(before, now);
    const version = now.canary;
    if (version === null || version !== before.canary || now.weight <= before.weight || this.isFailover(now)) return;
    const [last, prior] = this.journal.slice(-2).reverse();
    const passed = this.passes.get(version) ?? Number.NEGATIVE_INFINITY;
    // What it had before it fell ill comes back without an order: it was checked every second since it is well.
    const restored = last?.command !== 'set-weight' && this.timeline.now - (this.running(version)?.since ?? 0) > fresh;
    if (!restored && this.timeline.now - passed > fresh)
      this.breach(2, `${version} was raised to ${now.weight} % without a check`);
    const known = [last, prior].some((entry) => entry?.weight === now.weight);
    if (!known) this.breach(4, `${version} was raised to ${now.weight} % before the journal said so`);
    if (last && this.isUnapproved(last, now.weight))
      this.breach(5, `${version} was raised past a gate that nobody opened`);
    if (last && this.over.has(last.release)) this.breach(5, `${version} was raised after its release was taken back`);
  }

  /** What goes back goes to a version that answers, as far as anybody could know. */
  private returned({ canary, weight }: Route, { stable }: Route): void {
    const [to, from] = [this.running(stable), this.running(canary)];
    if (weight === 0 || !isWell(from) || isWell(to) || this.timeline.now < this.excused) return;
    // A death is known at once, an illness after two checks.
    if (to !== undefined && this.timeline.now - to.since < (to.alive ? fresh : instant)) return;
    this.breach(2, `traffic went from ${canary}, which is healthy, to ${stable}, which is not`);
  }

  private running(name: string | null) {
    return name === null ? undefined : this.seen?.versions.get(name);
  }

  private isUnapproved({ release }: JournalEntry, weight: number): boolean {
    if (this.gate === null || weight <= this.gate) return false;
    return !this.journal.some((entry) => entry.release === release && entry.command === 'approve');
  }

  private promoted({ stable: old }: Route, { stable }: Route): void {
    const last = this.last;
    // A promotion whose entry was lost with the disk may be undone: that is what was before the last command.
    if (stable === this.stableBefore && last && versionOf(last) === old) return;
    this.stableBefore = old;
    const passed = this.passes.get(stable ?? '') ?? Number.NEGATIVE_INFINITY;
    // A promotion that was durable when the controller died is in force when it is back.
    const restarted = this.timeline.now < this.excused;
    if (!restarted && this.timeline.now - passed > fresh) this.breach(2, `${stable} became stable without a check`);
    const promotion = last && last.command === 'promote' && versionOf(last) === stable;
    if (!promotion) this.breach(4, `${stable} became stable before the journal said so`);
    else if (!this.allowed.has(last.release))
      this.breach(5, `${stable} became stable without a verdict or an approval`);
  }

  private exposed(): boolean {
    const world = this.seen;
    if (world === undefined) return false;
    const { stable, canary, weight } = world.route;
    const ordered = this.last !== undefined && !this.over.has(this.last.release) ? this.last.weight : 0;
    const well = (name: string | null) => isWell(this.running(name));
    const ill = (weight < 100 && !well(stable)) || (weight > 0 && !well(canary));
    return ill && (well(stable) || (ordered > 0 && well(canary)));
  }

  /** All or nothing, because one of the two is not healthy, or was not at the last check. */
  private isFailover({ stable, canary, weight }: Route): boolean {
    const known = (name: string | null) => {
      const version = this.running(name);
      return isWell(version) && this.timeline.now - (version?.since ?? 0) >= fresh;
    };
    return (weight === 100 && !known(stable)) || (weight === 0 && canary !== null && !known(canary));
  }
}

/** A release is called after its version. */
export function versionOf({ release }: { readonly release: string }): string {
  return release.replace(/-\d.*$/, '');
}
