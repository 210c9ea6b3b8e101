/** Brings the traffic back to the stable version: checked first, in steps where it is short, and measured afterwards. */
import { within } from '../action/abortable.ts';
import { TargetError } from '../action/errors.ts';
import { darkBefore, darkSince, type Move, nextMove, sceneOf } from '../release/return.ts';
import type { Target } from '../release/target.ts';
import type { Verdict } from '../release/verdict.ts';
import { answerLimit, lookAt, type Means, type Session } from './session.ts';

export interface Returning extends Means {
  readonly target: Target;
  readonly session: Session;
  readonly canary: string;
  readonly say: (text: string) => void;
}

export interface Returned {
  /** Why the canary keeps its traffic; undefined when it went back. */
  readonly kept?: string;
  /** What the return found and measured; a sentence each. */
  readonly notes: readonly string[];
}

/** Seconds between two looks, and for which the split is measured afterwards. */
const [pace, measured] = [1, 1] as const;

/** @throws TargetError when the release could not be ended: the target's own lease then ends it */
export async function returnTraffic(returning: Returning, verdict: Verdict, reason: string): Promise<Returned> {
  const { plan, clock, signal, session } = returning;
  const began = clock.now();
  let dark: string | null = null;
  let past: Past = null;
  for (;;) {
    const scene = await lookAt(returning).then((status) => status && sceneOf(status, returning.canary));
    dark ??= scene ? darkSince(scene) : null;
    past ??= scene ? darkBefore(scene) : null;
    const waited = clock.now() - began;
    const move = scene && !signal.aborted ? nextMove({ ...scene, waited, patience: plan.health.start }) : discarding;
    const kept = await carryOut(returning, move, { verdict, reason, step: scene?.step ?? -1 });
    const notes = words(returning, dark, past);
    if (kept !== undefined) return { kept, notes };
    if (move.kind === 'discard') return { notes: [...notes, ...(await afterwards(returning, dark))] };
    await session.renew().catch(() => undefined);
    await clock.sleep(pace, signal);
  }
}

type Past = ReturnType<typeof darkBefore>;

const discarding: Move = { kind: 'discard' };

interface Order {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly step: number;
}

/** One step on the way back; resolves with why the canary keeps the traffic, where it does. */
async function carryOut(
  returning: Returning,
  move: Move,
  { verdict, reason, step }: Order,
): Promise<string | undefined> {
  const { session, plan, say } = returning;
  const hold = async (why: string) => {
    await session.hold({ heldFor: plan.canary.heldFor, reason: why, returning: true });
    return why;
  };
  switch (move.kind) {
    case 'discard':
      return session.discard(verdict, reason).then(
        () => undefined,
        async (error: unknown) => {
          // It fell ill since it was looked at, or a cancel leaves no time to look: the target knows best.
          if (isStranded(error)) return hold(error.message);
          // The answer comes when requests in flight have ended, which may be later than anybody can wait.
          if (!(await hasEnded(returning))) throw error;
          return undefined;
        },
      );
    case 'hold':
      return hold(move.reason);
    case 'lower':
      await session.setWeight({ weight: move.weight, step, reason });
      say(`weight ${move.weight} %: the stable version can carry no more yet`);
      return undefined;
    case 'wait':
      return undefined;
  }
}

async function hasEnded(returning: Returning): Promise<boolean> {
  const status = await lookAt(returning);
  return status?.release?.id === returning.session.release && status.release.verdict !== null;
}

function isStranded(error: unknown): error is TargetError {
  return error instanceof TargetError && error.refusal === 'stable-unhealthy';
}

function words({ canary }: Returning, dark: string | null, past: Past): string[] {
  if (dark !== null) return [`Neither ${canary} nor the stable version was healthy: users saw errors since ${dark}.`];
  if (past === null) return [];
  const [from, to] = past;
  return [`Users saw errors: ${canary} is not healthy since ${from}, and the stable version was not until ${to}.`];
}

/** What users really get, by the target's own counts; a version that was down is waited for. */
async function afterwards(returning: Returning, dark: string | null): Promise<readonly string[]> {
  const { target, clock, signal, canary } = returning;
  if (dark !== null) return [await revived(returning)];
  if (signal.aborted) return [];
  const status = await lookAt(returning);
  const read = () => within(answerLimit(returning), target.observe()).catch(() => undefined);
  const before = await read();
  await clock.sleep(measured, signal);
  const after = await read();
  if (!status || !before || !after || before.epoch !== after.epoch || signal.aborted) return [];
  const count = (name: string) => (after.versions[name]?.requests ?? 0) - (before.versions[name]?.requests ?? 0);
  const all = Object.keys(after.versions).reduce((sum, name) => sum + count(name), 0);
  // What was under way at the change still ends there.
  const pending = status.versions.find(({ version }) => version === canary)?.inFlight ?? 0;
  const strays = count(canary) - pending;
  if (strays > 0) throw new TargetError(`${strays} of ${all} requests still reached ${canary} after it was taken back`);
  if (all === 0) return [];
  return [`Measured afterwards: none of ${all} requests in ${measured} s reached ${canary}.`];
}

/** Both were down, so the stable version, the last that was good, is started again by the target. */
async function revived(returning: Returning): Promise<string> {
  const { clock, signal, plan } = returning;
  const limit = clock.now() + plan.health.start;
  while (clock.now() < limit && !signal.aborted) {
    const status = await lookAt(returning);
    const stable = status?.versions.find(({ version }) => version === status.stable);
    if (stable?.state === 'healthy') return `${stable.version} was started again, and serves since ${stable.since}.`;
    await clock.sleep(pace, signal);
  }
  return `The stable version has not come back in ${plan.health.start} s: see its log, or use rollback with to-version.`;
}
