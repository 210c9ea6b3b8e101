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
import type { Target, TargetStatus } from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import type { Session } from '../../shared/targets/session.ts';
import { memoOf } from './memo.ts';
import type { Recorder } from './recorder.ts';
import { eventOf } from './seen.ts';

export interface Drive {
  readonly plan: Plan;
  readonly target: Target;
  readonly session: Session;
  readonly recorder: Recorder;
  readonly canary: string;
  readonly signal: AbortSignal;
  readonly log: (line: Observation, said: string) => void;
  readonly say: (text: string) => void;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Seconds on a clock that never jumps. */
const now = () => performance.now() / 1000;
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export class Driver {
  private readonly drive: Drive;
  private state: ControllerState;
  private renewed = now();
  /** Looks keep their beat from the last change of weight, so that a dwell is a whole number of them. */
  private nextLook = now();
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
      this.nextLook = Math.max(this.nextLook + this.drive.plan.canary.analysis.every, now());
      await this.pause(this.nextLook - now());
      if (this.drive.signal.aborted) await this.cancel();
      else await this.look();
    }
    return this.outcome;
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
    const { target, plan, recorder, say } = this.drive;
    const [sample, status] = await Promise.all([target.observe(), target.inspect()]).catch((error: unknown) => {
      say(`the target did not answer: ${messageOf(error)}`);
      return [undefined, undefined] as const;
    });
    if (this.drive.signal.aborted) return this.cancel();
    const unrenewed = now() - this.renewed;
    if (unrenewed > plan.canary.lease / 2) await this.feed({ kind: 'unrenewed', seconds: unrenewed });
    if (status) await this.feed(this.eventOf(status));
    if (this.outcome !== undefined || !recorder.begun) return;
    const { weight } = this.state;
    const line = sample ? recorder.observe(sample, weight) : recorder.miss(plan.canary.analysis.every, weight);
    await this.feed({ kind: 'observed', line });
  }

  private eventOf(status: TargetStatus): ControllerEvent {
    const { session, canary } = this.drive;
    return eventOf(status, canary, session);
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

  /** The answer carries the counters at the instant of the change, which end the line of the old weight. */
  private async setWeight(
    { weight, rung, reason }: Extract<Command, { kind: 'set-weight' }>,
    before: ControllerState,
  ): Promise<readonly ControllerEvent[]> {
    const { session, target, recorder, say } = this.drive;
    const memo = memoOf(this.state, recorder);
    const sample = await session.setWeight({ weight, step: rung, reason, memo });
    this.renewed = now();
    this.nextLook = this.renewed;
    this.ordered = weight;
    say(`weight ${before.weight} % -> ${weight} %: ${reason}`);
    if (this.state.phase === 'ended') return [];
    if (!recorder.begun) {
      const lines = recorder.begin(sample, await target.history().catch(() => []));
      return [{ kind: 'history', lines }, { kind: 'raised' }];
    }
    const line = recorder.close(sample, before.weight);
    return [...(line ? [{ kind: 'closed', line } as const] : []), { kind: 'raised' }];
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
