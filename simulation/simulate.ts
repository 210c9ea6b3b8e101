/** One seed: a world, a pipeline in it, what goes wrong, and what an observer saw. */
import { type FaultKind, passes } from './faults.ts';
import { Happenings } from './happen.ts';
import { type Bench, canary, type Ended, promotion, rollback, staging, step } from './jobs.ts';
import { Observer, type Violation } from './observer/observer.ts';
import { planOf } from './plan.ts';
import { Chance } from './random.ts';
import type { Scenario } from './scenario.ts';
import { type Book, openOf } from './target/book.ts';
import type { Daemon } from './target/daemon.ts';
import { Fleet, type Manner } from './target/fleet.ts';
import { LedgerDaemon } from './target/ledger.ts';
import { OwnDaemon } from './target/own.ts';
import { SimulatedTarget } from './target/wire.ts';
import { OwnClock, Process, Timeline } from './time.ts';
import { Store } from './world/store.ts';
import { isWell, service, World } from './world/world.ts';

export interface Result {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly fired: readonly FaultKind[];
  readonly end: 'promoted' | 'held' | 'taken back';
  /** A good canary whose faults all pass, or that had none. */
  readonly hopeful: 'calm' | 'passing' | 'no';
}

/** Seconds in which every pipeline ends, and that a bound may be late by. */
const [longest, slack] = [900, 3] as const;
/** Seconds of a person that approves in time. */
const patience = 30;

export async function simulate(scenario: Scenario): Promise<Result> {
  const stage = new Stage(scenario);
  await stage.play();
  return stage.result();
}

class Stage {
  private readonly scenario: Scenario;
  private readonly timeline = new Timeline();
  private readonly observer = new Observer(this.timeline);
  private readonly chance: Chance;
  private readonly world: World;
  private readonly store: Store<Book>;
  private readonly daemon: Daemon;
  private readonly happenings: Happenings;
  private readonly running: Promise<unknown>[] = [];
  private open = 0;
  private current: Process | undefined;
  private best: Ended['verdict'] | undefined;
  private spoilt = false;
  private overtaken = false;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.chance = new Chance('world', scenario.seed);
    this.world = new World(this.timeline, this.observer, this.chance);
    this.observer.watch(this.world);
    this.observer.gate = scenario.gate === null ? null : 50;
    this.store = new Store(this.timeline);
    const { timeline, world, store, observer } = this;
    const drifts = scenario.faults.find(({ kind }) => kind === 'target-drifts');
    const clock = new OwnClock(timeline, drifts ? 0.8 + 0.4 * drifts.size : 1);
    const fleet = new Fleet(timeline, world, clock, this.manner());
    const parts = { timeline, world, store, observer, clock, fleet };
    this.daemon = scenario.ledger ? new LedgerDaemon(parts) : new OwnDaemon(parts);
    const working = () => (this.current?.alive ? this.current : undefined);
    const setting = { ...parts, daemon: this.daemon, working, intrude: () => this.intrude() };
    this.happenings = new Happenings(setting, scenario.faults, planOf(scenario).canary.lease);
    if (drifts) this.happenings.note('target-drifts');
  }

  async play(): Promise<void> {
    await this.furnish();
    this.happenings.begin();
    this.observer.onEntry = (release, weight) => this.person(release, weight);
    this.launch(1, 0);
    await this.timeline.advance(() => this.open === 0, longest);
    if (this.open > 0) this.observer.breach(6, 'the pipeline did not end');
    await this.settle();
  }

  result(): Result {
    const { scenario, observer, happenings } = this;
    const good =
      scenario.canary === 'good' && (scenario.gate ?? 0) < patience && !this.spoilt && scenario.faults.every(passes);
    const calm = happenings.fired.length === 0 && scenario.faults.length === 0;
    const end = this.daemon.book.stable === 'v2' ? 'promoted' : this.best === 'held' ? 'held' : 'taken back';
    if (calm && good && end !== 'promoted') observer.breach(9, `a good canary without faults was ${end}`);
    const hopeful = good ? (calm ? 'calm' : 'passing') : 'no';
    return { seed: scenario.seed, violations: observer.violations, fired: happenings.fired, end, hopeful };
  }

  /** v1 is stable and well. */
  private async furnish(): Promise<void> {
    this.daemon.parts.fleet.start('v1');
    await this.timeline.advance(() => isWell(this.world.versions.get('v1')), longest);
    this.daemon.establish('v1');
    this.world.steer(service, { stable: 'v1', canary: null, weight: 0 });
    const saved = this.store.save(this.daemon.book);
    await this.timeline.advance(() => false, this.timeline.now + 5);
    await saved;
    this.observer.violations.length = 0;
  }

  private manner(): Manner {
    const { canary: quality, faults } = this.scenario;
    const { health, target } = planOf(this.scenario);
    const slow = faults.find(({ kind }) => kind === 'stable-slow');
    const bad = quality === 'bad' ? 0.3 : 0;
    return {
      health,
      drain: target.drain,
      errors: (version) => (version === 'v2' ? bad : 0),
      startup: (version) => (version === 'v1' && this.timeline.now > 0 && slow ? 5 + 4 * slow.size : 1),
    };
  }

  /** Runs the pipeline after `seconds`, and perhaps once more when it failed. */
  private launch(attempt: number, seconds: number): void {
    this.open += 1;
    const run = async () => {
      await this.timeline.wait(seconds);
      const ended = await this.pipeline(attempt);
      if (ended === 'promoted' || attempt > 1 || this.scenario.rerun === null) return;
      this.launch(attempt + 1, this.scenario.rerun);
    };
    this.running.push(run().finally(() => (this.open -= 1)));
  }

  private async pipeline(attempt: number): Promise<Ended['verdict']> {
    const { resumes, halts, insists, rollsBack } = this.scenario;
    const bench = this.bench(attempt);
    if (attempt === 1 || !resumes) {
      const staged = await step(bench, attempt, staging('v2'));
      if (staged.verdict !== 'held' || staged.cancelled) return staged.verdict;
    }
    const good = ({ verdict, cancelled }: Ended) => verdict === 'held' && !cancelled;
    if (this.scenario.canary === 'turns-bad') this.timeline.after(this.chance.between(4, 20), () => this.turnBad());
    const first = await step(bench, attempt, canary(bench, halts ? 50 : 100));
    const last = halts && good(first) ? await step(bench, attempt, canary(bench, 100)) : first;
    this.best = last.verdict;
    if (good(last) || insists) {
      const { verdict } = await step(bench, attempt, promotion());
      if (verdict === 'promoted') return verdict;
    }
    if (rollsBack) await step(bench, attempt, rollback());
    return 'error';
  }

  private bench(attempt: number): Bench {
    const { timeline, happenings, scenario } = this;
    return {
      plan: planOf(scenario),
      runnerDies: scenario.runnerDies,
      begin: () => this.begin(),
      connect: (process) =>
        new SimulatedTarget(this.daemon, process, timeline, (name, by) => happenings.mishap(name, by)),
      allow: (release) => this.observer.allow(release),
      condemn: (release) => this.observer.condemn(release),
      beside: () => {
        if (this.overtaken || attempt > 1 || !happenings.fired.includes('rerun-beside-post')) return;
        this.overtaken = true;
        this.launch(2, 0);
      },
    };
  }

  private begin(): Process {
    const drifts = this.happenings.of('controller-drifts');
    if (drifts && !this.happenings.fired.includes('controller-drifts')) this.happenings.note('controller-drifts');
    this.current = new Process(this.timeline, drifts ? 0.8 + 0.4 * drifts.size : 1);
    return this.current;
  }

  private turnBad(): void {
    if (this.world.versions.get('v2')?.alive) this.world.turn('v2', { errors: 0.5 });
  }

  /** Somebody else's run, that does not wait. */
  private intrude(): number {
    this.open += 1;
    const mine = this.current;
    const bench = this.bench(2);
    const other = async () => {
      await step({ ...bench, beside: () => undefined }, 9, async (work) => {
        const ticket = { holder: work.holder, nonce: 'intruder', lease: 12 };
        const { release } = this.daemon.book;
        const holds = mine?.alive && release?.holder && release.verdict === null ? release.id : null;
        const taken = holds && (await work.target.acquire({ ...ticket, release: holds }).catch(() => null));
        if (taken) this.observer.tookOver(taken.release);
        await work.target.acquire({ ...ticket, nonce: 'another', version: 'v3', create: true });
        this.spoilt = true;
        return { verdict: 'held', reason: 'it got the lock' };
      });
    };
    this.running.push(other().finally(() => (this.open -= 1)));
    this.current = mine;
    return 0;
  }

  /** Approves the gate some time after its step began. */
  private person(release: string, weight: number): void {
    const { gate } = this.scenario;
    if (weight !== 50 || gate === null) return;
    const late = this.happenings.of('approved-late');
    const target = new SimulatedTarget(this.daemon, new Process(this.timeline, 1), this.timeline);
    const approve = () => {
      target.approve(release, 1, { actor: 'human', run: 'local', attempt: 1 }).catch(() => undefined);
    };
    if (late) this.happenings.note('approved-late', gate + 45);
    this.timeline.after(late ? gate + 45 : gate, approve);
    if (!this.happenings.of('approved-twice')) return;
    this.happenings.note('approved-twice');
    this.timeline.after(gate + 1, approve);
  }

  /** Nobody works any more: what is left must come to its end by itself, in time. */
  private async settle(): Promise<void> {
    const { canary: plan, health, target } = planOf(this.scenario);
    const bound = (plan.lease + health.start + target.drain) / this.daemon.parts.clock.rate + slack;
    const until = Math.max(this.timeline.now, this.happenings.lastAt) + bound;
    await this.timeline.advance(() => false, until);
    const left = openOf(this.daemon.book);
    if (left?.holder)
      this.observer.breach(6, `release ${left.id} is still held ${bound.toFixed(1)} s after the last fault`);
    await this.timeline.advance(() => false, until + plan.heldFor / this.daemon.parts.clock.rate + bound);
    this.oneServes();
    if (openOf(this.daemon.book)) this.observer.breach(6, `release ${left?.id} never ended`);
    this.observer.changed();
    this.observer.settled();
  }

  private oneServes(): void {
    const { route, versions } = this.world;
    const names = [route.stable, route.canary].filter((name) => name !== null);
    const serving = names.filter((name) => this.world.share(name) > 0);
    const [only] = serving;
    const well = (name: string | undefined) => name !== undefined && isWell(versions.get(name));
    if (serving.length === 1 && (well(only) || (only === route.stable && !names.some((name) => well(name))))) return;
    this.observer.breach(1, `in the end ${serving.join(' and ') || 'nobody'} serve, of ${names.join(', ')}`);
  }
}
