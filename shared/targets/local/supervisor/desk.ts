/** Takes calls one at a time, and gives a repeated call the answer it had the first time. */
import { TargetError } from '../../../action/errors.ts';
import type { Ticket, VersionStatus } from '../../../release/target.ts';
import { expire } from '../ledger/close.ts';
import { openRelease, type Refused } from '../ledger/ledger.ts';
import { type Call, reduce } from '../ledger/reduce.ts';
import { describeVersion } from './describe.ts';
import { type Engine, now, type Performed } from './engine.ts';

/** In a box, because a promise of a promise would be waited for while other calls wait for this one. */
interface Answer {
  readonly answer: Promise<unknown>;
}

export class Desk {
  private readonly engine: Engine;
  private readonly log: (line: string) => void;
  private queue: Promise<unknown> = Promise.resolve();
  private last: (Answer & { readonly key: string }) | null = null;

  constructor(engine: Engine, log: (line: string) => void) {
    this.engine = engine;
    this.log = log;
  }

  /** @throws TargetError with the refusal */
  async call(call: Call): Promise<unknown> {
    // Whether it raises is known only in its turn: what was ordered before it may have lowered the weight meanwhile.
    for (let fresh: boolean | null = null; ; fresh = await this.check()) {
      const turn = await this.exclusively(async () =>
        fresh === null && this.raises(call) ? null : await this.transition(call, fresh),
      );
      if (turn !== null) return await turn.answer;
    }
  }

  /** Reverts what has run out. */
  sweep(): Promise<void> {
    return this.exclusively(() => this.lapse());
  }

  private async lapse(): Promise<void> {
    const { engine } = this;
    const expired = expire(engine.ledger, engine.health(), now());
    if (expired) {
      this.log(`release ${expired.ledger.release?.id}: ${expired.ledger.release?.reason}`);
      await engine.perform(expired);
    }
    await engine.settle();
  }

  /** A raise needs a health check of this moment, made while other calls go on. */
  private raises(call: Call): boolean {
    const open = openRelease(this.engine.ledger);
    if (open === null) return false;
    return call.kind === 'promote' || (call.kind === 'set-weight' && call.change.weight > open.weight);
  }

  private async check(): Promise<boolean> {
    const open = openRelease(this.engine.ledger);
    return (await this.engine.fleet.find(open?.version ?? '')?.check()) ?? false;
  }

  private async transition(call: Call, fresh: boolean | null): Promise<Answer> {
    await this.lapse();
    const { engine } = this;
    const known = engine.health();
    const health = fresh === null ? known : { ...known, canary: fresh && known.canary };
    const reduced = reduce(engine.ledger, call, health, now());
    const key = 'ticket' in call ? keyOf(call.ticket) : null;
    if ('repeated' in reduced) return this.last?.key === key ? this.last : { answer: this.answer(call, nothing) };
    if ('refusal' in reduced) return this.refused(reduced, key);
    const performed = await engine.perform(reduced);
    return this.kept(key, reduced.ticket ? Promise.resolve(reduced.ticket) : this.answer(call, performed));
  }

  /** A refusal that used up its sequence is an answer like any other. */
  private refused({ refusal, message, ledger }: Refused, key: string | null): Answer {
    const answer = Promise.reject(new TargetError(message, refusal));
    if (ledger === undefined) return this.kept(null, answer);
    this.engine.ledger = ledger;
    return this.kept(key, answer);
  }

  private kept(key: string | null, answer: Promise<unknown>): Answer {
    answer.catch(() => undefined);
    if (key !== null) this.last = { key, answer };
    return { answer };
  }

  private async answer(call: Call, { sample, retirement }: Performed): Promise<unknown> {
    switch (call.kind) {
      case 'stage':
        return this.staged(call.ticket);
      case 'set-weight':
        return sample ?? this.engine.observe();
      case 'promote':
      case 'discard':
        await Promise.race([retirement, wait(this.drain(call.ticket))]);
        return null;
      default:
        return null;
    }
  }

  private drain({ release }: Ticket): number {
    const { ledger } = this.engine;
    return ledger.release?.id === release ? (ledger.release.spec?.drain ?? 0) : 0;
  }

  /** Resolves when the version is healthy; one that never became so is stopped, because nothing can be under way in it. */
  private async staged({ release }: Ticket): Promise<VersionStatus> {
    const open = openRelease(this.engine.ledger);
    const version = open?.id === release ? this.engine.fleet.find(open.version) : undefined;
    if (version === undefined) throw overtaken(release);
    try {
      await version.healthy();
    } catch (error) {
      if (!version.proven) await version.stop();
      if (openRelease(this.engine.ledger)?.id !== release) throw overtaken(release);
      const reason = error instanceof Error ? error.message : String(error);
      throw new TargetError(`${version.spec.version} did not become healthy: ${reason}`, 'unhealthy');
    }
    return describeVersion(version, 'canary', 0);
  }

  private exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}

const nothing: Performed = { sample: null, retirement: Promise.resolve() };

function overtaken(release: string): TargetError {
  return new TargetError(`release ${release} has ended while it was being staged`, 'ended');
}

function keyOf({ release, fence, sequence }: Ticket): string {
  return `${release}/${fence}/${sequence}`;
}

function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
