/**
 * The shell around the controller: looks at the target, feeds events, runs commands, writes evidence. It decides
 * nothing; clocks and waiting are here.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { TargetError } from '../../shared/action/errors.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { type Command, type ControllerEvent, type ControllerState, reduce } from '../../shared/release/controller.ts';
import type { Observation } from '../../shared/release/evidence.ts';
import { carry, historyLines, observationBetween } from '../../shared/release/observe.ts';
import type { Sample, Target, TargetStatus } from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import type { Session } from '../../shared/targets/session.ts';
import type { Memo } from './memo.ts';
import type { Recorder } from './recorder.ts';

export interface Drive {
  readonly plan: Plan;
  readonly target: Target;
  readonly session: Session;
  readonly recorder: Recorder;
  readonly canary: string;
  readonly baseline: string | null;
  readonly signal: AbortSignal;
  /** The last reading before the release began or went on. */
  readonly reference: Sample;
  readonly zero: number | null;
  readonly log: (line: Observation, said: string) => void;
  readonly say: (text: string) => void;
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
  private reference: Sample;
  private zero: number | null;
  private renewed = now();
  private outcome: Outcome | undefined;
  private line: Observation | undefined;

  constructor(drive: Drive, state: ControllerState) {
    this.drive = drive;
    this.state = state;
    this.reference = drive.reference;
    this.zero = drive.zero;
  }

  /** Runs the release to its end; a cancel is an event like any other, but it does not wait for the next look. */
  async run(): Promise<Outcome> {
    await this.feed({ kind: 'begin' });
    let next = now();
    while (this.outcome === undefined) {
      next = Math.max(next + this.drive.plan.canary.analysis.every, now());
      await this.pause(next - now());
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
    const { target, plan } = this.drive;
    const [sample, status] = await Promise.all([target.observe(), target.inspect()]).catch(
      (error: unknown) => [undefined, this.unreachable(error)] as const,
    );
    if (this.drive.signal.aborted) return this.cancel();
    const unrenewed = now() - this.renewed;
    if (unrenewed > plan.canary.lease / 2) await this.feed({ kind: 'unrenewed', seconds: unrenewed });
    if (status && !this.ours(status)) return this.taken(status);
    if (status) await this.feed(this.seen(status));
    if (this.outcome === undefined) await this.observe(sample);
  }

  private unreachable(error: unknown): undefined {
    this.drive.say(`the target did not answer: ${error instanceof Error ? error.message : String(error)}`);
  }

  private ours({ release }: TargetStatus): boolean {
    const { session } = this.drive;
    return release?.id === session.release && release.fence === session.fence && release.phase === 'running';
  }

  private async taken({ release }: TargetStatus): Promise<void> {
    const mine = release?.id === this.drive.session.release;
    const reason = mine && release.verdict !== null ? release.reason : 'another run took the release over';
    await this.feed({ kind: 'taken', verdict: (mine ? release.verdict : null) ?? 'error', reason });
  }

  private seen({ versions, release }: TargetStatus): ControllerEvent {
    const canary = versions.find(({ version }) => version === this.drive.canary);
    return {
      kind: 'seen',
      canary: canary?.state ?? 'gone',
      problem: canary?.problem ?? '',
      approved: release?.approved ?? [],
    };
  }

  private async observe(sample: Sample | undefined): Promise<void> {
    if (this.zero === null) return;
    await this.feed({ kind: 'observed', line: sample === undefined ? this.blindLine(this.zero) : this.lineTo(sample) });
  }

  private frame(zero: number) {
    return { canary: this.drive.canary, baseline: this.drive.baseline, zero };
  }

  private lineTo(sample: Sample): Observation {
    const line = observationBetween(this.reference, sample, this.frame(this.zero ?? sample.at), this.state.weight);
    this.reference = carry(this.reference, sample);
    this.drive.recorder.write(line);
    this.line = line;
    return line;
  }

  /** Nothing could be read: the time goes on by our own clock. */
  private blindLine(zero: number): Observation {
    const from = this.line?.t ?? this.reference.at - zero;
    const line = {
      from,
      t: from + this.drive.plan.canary.analysis.every,
      weight: this.state.weight,
      canary: null,
      baseline: null,
    };
    this.drive.recorder.write(line);
    this.line = line;
    return line;
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
    const { session, plan, recorder } = this.drive;
    switch (command.kind) {
      case 'record':
        recorder.write(command.decision);
        if (this.line) this.drive.log(this.line, `${command.decision.decision}: ${command.decision.reason}`);
        return [];
      case 'renew':
        await session.renew(plan.canary.lease, this.memo());
        this.renewed = now();
        return [];
      case 'set-weight':
        return this.setWeight(command, before);
      case 'hold':
        await session.hold(plan.canary.heldFor, command.reason);
        return [];
      case 'discard':
        await session.discard(command.verdict, command.reason);
        return [];
      case 'end':
        this.outcome ??= { verdict: command.verdict, reason: command.reason };
        return [];
    }
  }

  private memo(): Memo {
    const t = this.zero === null ? null : this.reference.at - this.zero;
    return { version: 1, controller: this.state, t, epoch: this.reference.epoch };
  }

  /** The answer carries the counters at the instant of the change, which end the line of the old weight. */
  private async setWeight(
    { weight, rung, reason }: Extract<Command, { kind: 'set-weight' }>,
    before: ControllerState,
  ): Promise<readonly ControllerEvent[]> {
    const { session, say } = this.drive;
    const sample = await session.setWeight({ weight, step: rung, reason, memo: this.memo() });
    this.renewed = now();
    say(`weight ${before.weight} % -> ${weight} %: ${reason}`);
    const raised = weight > before.weight ? [{ kind: 'raised' } as const] : [];
    return [...(this.zero === null ? await this.opened(sample) : this.closed(sample, before)), ...raised];
  }

  private async opened(sample: Sample): Promise<readonly ControllerEvent[]> {
    this.zero = sample.at;
    this.reference = sample;
    const history = await this.drive.target.history().catch(() => []);
    const lines = historyLines(history, this.frame(sample.at));
    this.drive.recorder.write(...lines);
    return [{ kind: 'history', lines }];
  }

  /** What came between the last look and the change still belongs to the old weight. */
  private closed(sample: Sample, before: ControllerState): readonly ControllerEvent[] {
    const line = observationBetween(this.reference, sample, this.frame(this.zero ?? 0), before.weight);
    this.reference = carry(this.reference, sample);
    const requests = (line.canary?.requests ?? 0) + (line.baseline?.requests ?? 0);
    if (requests === 0 || this.state.phase === 'ended') return [];
    this.drive.recorder.write(line);
    this.line = line;
    return [{ kind: 'closed', line }];
  }

  /** A refusal is for the controller to decide on; after the end it changes the outcome, since nothing else is left. */
  private async failed(command: Command, error: unknown): Promise<readonly ControllerEvent[]> {
    const message = error instanceof Error ? error.message : String(error);
    const refusal = error instanceof TargetError ? error.refusal : undefined;
    this.drive.say(`${command.kind} failed: ${message}`);
    await this.drive.session.resync().catch(() => undefined);
    if (command.kind === 'renew' && refusal === undefined) return [];
    if (this.state.phase !== 'ended') return [{ kind: 'refused', refusal, message }];
    if (command.kind !== 'set-weight')
      this.outcome = { verdict: 'error', reason: `${command.kind} failed: ${message}` };
    return [];
  }
}
