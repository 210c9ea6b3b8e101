/**
 * The shell around the controller: looks at the target, feeds events, runs commands. It decides nothing; clocks and
 * waiting are here.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { patiently } from '../../shared/action/abortable.ts';
import { TargetError } from '../../shared/action/errors.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { Command, ControllerEvent, ControllerState } from '../../shared/release/control.ts';
import { reduce } from '../../shared/release/controller.ts';
import type { Observation } from '../../shared/release/evidence.ts';
import { hurried } from '../../shared/release/judge/judge.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import type { Session } from '../../shared/targets/session.ts';
import { memoOf } from './memo.ts';
import { firstLines, glance, messageOf, type Readings } from './readings.ts';
import { eventOf } from './seen.ts';

export interface Drive extends Readings {
  readonly plan: Plan;
  readonly session: Session;
  readonly canary: string;
  readonly log: (line: Observation, said: string) => void;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Seconds on a clock that never jumps. */
const now = () => performance.now() / 1000;

export class Driver {
  private readonly drive: Drive;
  private state: ControllerState;
  private renewed = now();
  /** Looks keep their beat from the last change of weight, so that a dwell is a whole number of them. */
  private nextLook = now();
  /** When the last line of evidence ended. */
  private looked = now();
  private outcome: Outcome | undefined;
  private ordered: number;

  constructor(drive: Drive, state: ControllerState) {
    this.drive = drive;
    this.state = state;
    this.ordered = state.weight;
  }

  /** The weight that was ordered last, percent. */
  get weight(): number {
    return this.ordered;
  }

  /** Runs the release to its end; a cancel is an event like any other, but it does not wait for the next look. */
  async run(): Promise<Outcome> {
    if (!this.drive.signal.aborted) await this.feed({ kind: 'begin' });
    while (this.outcome === undefined) {
      this.nextLook = Math.max(this.nextLook + this.interval(), now());
      await this.pause(this.nextLook - now());
      if (this.drive.signal.aborted) await this.cancel();
      else await this.look();
    }
    return this.outcome;
  }

  /** Under suspicion another look is worth more than the plan's patience; when to look does not bend the odds. */
  private interval(): number {
    const { every } = this.drive.plan.canary.analysis;
    return hurried(this.state.judge) ? Math.min(1, every) : every;
  }

  private async pause(seconds: number): Promise<void> {
    await sleep(Math.max(0, seconds) * 1000, undefined, { signal: this.drive.signal }).catch(() => undefined);
  }

  /** A cancel may have come upon a call whose answer is lost, so the count is taken up from the target. */
  private async cancel(): Promise<void> {
    await this.drive.session.resync().catch(() => undefined);
    await this.feed({ kind: 'cancelled' });
  }

  private async look(): Promise<void> {
    const { plan, recorder, signal, session, canary } = this.drive;
    const { sample, status } = await glance(this.drive);
    const seconds = now() - this.looked;
    this.looked += seconds;
    if (signal.aborted) return this.cancel();
    const unrenewed = now() - this.renewed;
    if (unrenewed > plan.canary.lease / 2) await this.feed({ kind: 'unrenewed', seconds: unrenewed });
    if (status) await this.feed(eventOf(status, canary, session));
    if (this.outcome !== undefined || !recorder.begun) return;
    const { weight } = this.state;
    const line = sample ? recorder.observe(sample, weight) : recorder.miss(seconds, weight);
    await this.feed({ kind: 'observed', line });
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
  private async execute(command: Command, before: ControllerState): Promise<readonly ControllerEvent[]> {
    const { session, plan, recorder, log } = this.drive;
    switch (command.kind) {
      case 'record':
        recorder.write(command.decision);
        if (recorder.last) log(recorder.last, `${command.decision.decision}: ${command.decision.reason}`);
        return [];
      case 'renew':
        await session.renew(plan.canary.lease, memoOf(this.state, recorder));
        this.renewed = now();
        return [];
      case 'set-weight':
        return this.setWeight(command, before);
      case 'hold':
        await session.hold(plan.canary.heldFor, command.reason);
        return [];
      case 'discard':
        await patiently(session.discard(command.verdict, command.reason), this.drive.signal);
        return [];
      case 'end':
        this.outcome ??= { verdict: command.verdict, reason: command.reason };
        return [];
    }
  }

  private async setWeight(
    { weight, rung, reason }: Extract<Command, { kind: 'set-weight' }>,
    before: ControllerState,
  ): Promise<readonly ControllerEvent[]> {
    const { session, recorder, say } = this.drive;
    const memo = memoOf(this.state, recorder);
    const answer = await session.setWeight({ weight, step: rung, reason, memo });
    this.renewed = now();
    this.nextLook = this.renewed;
    this.looked = this.renewed;
    this.ordered = weight;
    say(`weight ${before.weight} % -> ${weight} %: ${reason}`);
    if (this.state.phase === 'ended') return [];
    return [...(await firstLines(this.drive, answer, before.weight)), { kind: 'raised' }];
  }

  /** A refusal is for the controller to decide on; after the end it changes the outcome, since nothing else is left. */
  private async failed(command: Command, error: unknown): Promise<readonly ControllerEvent[]> {
    const message = messageOf(error);
    const refusal = error instanceof TargetError ? error.refusal : undefined;
    this.drive.say(`${command.kind} failed: ${message}`);
    await this.drive.session.resync().catch(() => undefined);
    if (command.kind === 'renew' && refusal === undefined) return [];
    if (this.state.phase !== 'ended') return [{ kind: 'refused', refusal, message }];
    if (command.kind !== 'set-weight') {
      this.outcome = { verdict: 'error', reason: `${command.kind} failed: ${message}` };
    }
    return [];
  }
}
