/**
 * The shell around the controller: looks at the target, feeds events, runs commands. It decides nothing; clocks and
 * waiting are here.
 */
import { messageOf, TargetError } from '../../shared/action/errors.ts';
import type { Work } from '../../shared/action/work.ts';
import type { Command, ControllerEvent, ControllerState } from '../../shared/release/control.ts';
import { reduce } from '../../shared/release/controller.ts';
import type { Observation } from '../../shared/release/evidence.ts';
import { hurried } from '../../shared/release/judge/judge.ts';
import type { Sample } from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import { returnTraffic } from '../../shared/targets/return.ts';
import { answerLimit, lookAt, type Session } from '../../shared/targets/session.ts';
import { memoOf } from './memo.ts';
import { firstLines, glance, type Readings, timely } from './readings.ts';
import { eventOf } from './seen.ts';

export interface Drive extends Readings {
  readonly remember: Work['remember'];
  readonly session: Session;
  readonly canary: string;
  readonly log: (line: Observation, said: string) => void;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly reason: string;
  /** What the way back found and measured; a sentence each. */
  readonly notes: readonly string[];
}

type Follow = Promise<readonly ControllerEvent[]>;
/** Seconds that a timer may be early by. */
const tick = 0.005;
const done: readonly ControllerEvent[] = [{ kind: 'done' }];

export class Driver {
  private readonly drive: Drive;
  private state: ControllerState;
  /** When the renewal that the target answered last was asked for; the lease runs at least from there. */
  private renewed: number;
  private unanswered = false;
  /** Looks keep their beat from the last change of weight, so that a dwell is a whole number of them. */
  private nextLook: number;
  /** When the last line of evidence ended. */
  private looked: number;
  private outcome: Outcome | undefined;
  private notes: readonly string[] = [];
  private ordered: number;

  constructor(drive: Drive, state: ControllerState) {
    this.drive = drive;
    this.state = state;
    this.ordered = state.weight;
    this.renewed = drive.clock.now();
    this.nextLook = this.renewed;
    this.looked = this.renewed;
  }

  /** The weight that was ordered last, percent. */
  get weight(): number {
    return this.ordered;
  }

  /** Runs the release to its end; a cancel is an event like any other, but it does not wait for the next look. */
  async run(): Promise<Outcome> {
    const { clock, signal } = this.drive;
    if (!signal.aborted) await this.feed({ kind: 'begin' });
    while (this.outcome === undefined) {
      this.nextLook = Math.max(this.nextLook + this.interval(), clock.now());
      await clock.sleep(Math.min(this.nextLook - clock.now(), this.remaining()), signal);
      if (signal.aborted) await this.feed({ kind: 'cancelled' });
      else if (!(await this.lapsed())) await this.look();
    }
    return this.outcome;
  }

  /**
   * Under suspicion another look is worth more than the plan's patience, and so is another try of a renewal that
   * failed; when to look does not bend the odds.
   */
  private interval(): number {
    const { every } = this.drive.plan.canary.analysis;
    return this.unanswered || hurried(this.state.judge) ? Math.min(1, every) : every;
  }

  /** Seconds until half the lease has passed unrenewed. */
  private remaining(): number {
    return Math.max(0, this.renewed + this.drive.plan.canary.lease / 2 - this.drive.clock.now());
  }

  /** Whether too little of the lease is left to go on: the release is taken back while that can still be done. */
  private async lapsed(): Promise<boolean> {
    if (this.remaining() > tick) return false;
    await this.feed({ kind: 'unrenewed', seconds: this.drive.clock.now() - this.renewed });
    return true;
  }

  /** No answer is waited for beyond half the lease; a call that is late all the same is overtaken by the next one. */
  private inTime<T>(work: Promise<T>): Promise<T> {
    return timely(this.drive, { ...answerLimit(this.drive), seconds: this.remaining() }, work);
  }

  private async look(): Promise<void> {
    const { recorder, signal, session, canary, clock } = this.drive;
    const { sample, status } = await glance(this.drive, this.remaining());
    if (signal.aborted || (await this.lapsed())) return;
    const { ordered } = this;
    if (status) await this.feed(eventOf(status, canary, session));
    // The counts were read before a weight that has only now taken effect.
    if (this.outcome !== undefined || !recorder.begun || ordered !== this.ordered || signal.aborted) return;
    if (this.state.phase === 'raising') return this.judgeMeanwhile(sample);
    const { weight } = this.state;
    const seconds = clock.now() - this.looked;
    this.looked += seconds;
    const line = sample ? recorder.observe(sample, weight) : recorder.miss(seconds, weight);
    await this.feed({ kind: 'observed', line });
  }

  /** A raise that nobody answers leaves the old weight in force: a bad canary must not hide behind it. */
  private async judgeMeanwhile(sample: Sample | undefined): Promise<void> {
    if (sample?.weight !== this.ordered) return;
    this.looked = this.drive.clock.now();
    const line = this.drive.recorder.close(sample, this.ordered);
    if (line) await this.feed({ kind: 'closed', line });
  }

  private async feed(event: ControllerEvent): Promise<void> {
    const before = this.state;
    const { state, commands } = reduce(this.state, event);
    this.state = state;
    for (const command of commands) {
      const follow = await this.execute(command, before).catch((error: unknown) => this.failed(command, error));
      for (const next of follow) await this.feed(next);
    }
  }

  /** Runs one command; what followed from it goes back to the controller. */
  private async execute(command: Command, before: ControllerState): Follow {
    const { session, plan, recorder, log } = this.drive;
    switch (command.kind) {
      case 'record':
        recorder.write(command.decision);
        if (recorder.last) log(recorder.last, `${command.decision.decision}: ${command.decision.reason}`);
        return [];
      case 'renew': {
        const asked = this.drive.clock.now();
        this.unanswered = true;
        await this.inTime(session.renew(memoOf(this.state, recorder)));
        this.unanswered = false;
        this.renewed = asked;
        return [];
      }
      case 'set-weight':
        return this.setWeight(command, before);
      case 'hold': {
        const passed = command.passed < 0 ? {} : { passed: command.passed };
        await session.hold({ heldFor: plan.canary.heldFor, reason: command.reason, ...passed });
        return done;
      }
      case 'discard':
        return this.goBack(command);
      case 'end':
        this.outcome ??= { verdict: command.verdict, reason: command.reason, notes: this.notes };
        return [];
    }
  }

  /** A raise is not waited for after a cancel: a later call overtakes it. */
  private async setWeight(
    { weight, rung, reason }: Extract<Command, { kind: 'set-weight' }>,
    before: ControllerState,
  ): Follow {
    const { session, recorder, say, clock } = this.drive;
    const memo = memoOf(this.state, recorder);
    const asked = clock.now();
    const sent = session.setWeight({ weight, step: rung, reason, memo });
    const answer = await (weight > this.ordered ? this.inTime(sent) : sent);
    this.renewed = asked;
    this.unanswered = false;
    this.nextLook = clock.now();
    this.looked = this.nextLook;
    this.ordered = weight;
    if (weight !== before.weight || weight > 0) say(`weight ${before.weight} % -> ${weight} %: ${reason}`);
    if (this.state.phase === 'lowering') return done;
    return [...(await firstLines(this.drive, answer, before.weight)), ...done];
  }

  private async goBack({ verdict, reason }: Extract<Command, { kind: 'discard' }>): Follow {
    const { remember, session } = this.drive;
    // If this cannot be done, post must not hold for a cancel what was found bad.
    remember({ release: session.release, fence: session.fence, onCancel: 'rollback' });
    const { kept, notes } = await returnTraffic(this.drive, verdict, reason);
    this.notes = notes;
    if (kept !== undefined) return [{ kind: 'kept', reason: kept }];
    this.ordered = 0;
    return done;
  }

  /** What a refusal means is for the controller to decide; a release that another one ended or took is told as such. */
  private async failed(command: Command, error: unknown): Follow {
    const { say, signal, canary, session } = this.drive;
    const message = messageOf(error);
    const refusal = error instanceof TargetError ? error.refusal : undefined;
    say(`${command.kind} failed: ${message}`);
    if (signal.aborted && this.state.phase !== 'lowering' && this.state.phase !== 'ending') return [];
    if (refusal === 'stale' || refusal === 'ended') {
      const status = await lookAt(this.drive);
      const event = status && eventOf(status, canary, session);
      if (event?.kind === 'taken') return [event];
    }
    if (command.kind === 'renew' && refusal === undefined) return [];
    const refused: ControllerEvent = { kind: 'refused', command: command.kind, refusal, message };
    // A cancel that came upon an end leaves no time to order it again and again.
    return signal.aborted ? [{ kind: 'cancelled' }, refused] : [refused];
  }
}
