/** The jobs of a pipeline, each the real code of its action in a process of its own, with `post` after it. */
import { refuseDeadStable, stagedVersion } from '../actions/deploy-canary/admission.ts';
import { conduct, prepare } from '../actions/deploy-canary/conduct.ts';
import { readingLimit } from '../actions/deploy-canary/readings.ts';
import { bringUp, refuseUnderWay } from '../actions/deploy-staging/bring-up.ts';
import { makeStable, waiting } from '../actions/promote-canary/make-stable.ts';
import { takeBack, toTakeBack } from '../actions/rollback/take-back.ts';
import { messageOf, TargetError } from '../shared/action/errors.ts';
import type { Unfinished } from '../shared/action/unfinished.ts';
import type { Work } from '../shared/action/work.ts';
import { RouterSource } from '../shared/metrics/router.ts';
import type { Plan } from '../shared/plan/plan.ts';
import type { Target } from '../shared/release/target.ts';
import type { Verdict } from '../shared/release/verdict.ts';
import { repair } from '../shared/targets/repair.ts';
import { answered } from '../shared/targets/session.ts';
import { inTurn, take } from '../shared/targets/take.ts';
import type { Process } from './time.ts';

/** What a job has in the simulated world. */
export interface Bench {
  readonly plan: Plan;
  /** Begins a process, to which the faults then happen. */
  begin(): Process;
  connect(process: Process): Target;
  /** The judge passed the last step of this release, or a person stands for it. */
  allow(release: string): void;
  /** The judge found it bad. */
  condemn(release: string): void;
  /** Nobody is there to run `post` after a kill or a cancel. */
  readonly runnerDies: boolean;
  /** Something that happens while a `post` works. */
  beside(): void;
}

export interface Ended {
  readonly verdict: Verdict;
  /** Whoever cancelled it wants nothing more after it. */
  readonly cancelled?: boolean;
  readonly reason: string;
}

/** Seconds: between a signal and the end by force; until a run that finds another one gives up. */
const [patience, turn] = [10, 30] as const;

/** Runs one step with its `post`; a killed one has no verdict. */
export async function step(bench: Bench, attempt: number, story: (work: Work) => Promise<Ended>): Promise<Ended> {
  const process = bench.begin();
  const saved: { unfinished?: Unfinished } = {};
  const work = workOf(bench, process, attempt, saved);
  process.stop.signal.addEventListener('abort', () => process.deliver(patience, () => process.kill()));
  const ending = story(work).catch(endOf);
  const killed = process.killed.then((): Ended => ({ verdict: 'error', reason: 'killed' }));
  const ended = await Promise.race([ending, killed]);
  const dead = !process.alive;
  process.kill();
  const alone = (dead || process.stop.signal.aborted) && bench.runnerDies;
  const unfinished = alone ? undefined : saved.unfinished;
  const later = unfinished !== undefined && (await post(bench, attempt, unfinished));
  return { ...ended, cancelled: process.stop.signal.aborted || later };
}

/** Whether the cancel came only now. */
async function post(bench: Bench, attempt: number, unfinished: Unfinished): Promise<boolean> {
  const process = bench.begin();
  if (unfinished.release !== '') bench.beside();
  const repaired = repair(workOf(bench, process, attempt, {}), unfinished).catch(endOf);
  await Promise.race([repaired, process.killed]);
  process.kill();
  return process.stop.signal.aborted;
}

function endOf(error: unknown): Ended {
  // What no user could bring about is a bug, of ours or of the simulation.
  const known = error instanceof TargetError || (error instanceof Error && /^cancelled|aborted/.test(error.message));
  if (!known && error !== 'SIGINT') throw error;
  return { verdict: 'refused', reason: messageOf(error) };
}

function workOf(bench: Bench, process: Process, attempt: number, saved: { unfinished?: Unfinished }): Work {
  return {
    plan: bench.plan,
    target: bench.connect(process),
    clock: process.clock,
    signal: process.stop.signal,
    holder: { actor: 'octocat', run: 'https://sim/runs/1', attempt },
    say: () => undefined,
    remember: (unfinished) => {
      saved.unfinished = unfinished;
    },
  };
}

export const staging = (version: string) => (work: Work) =>
  inTurn(work, turn, async (): Promise<Ended> => {
    const status = await answered(work, () => work.target.inspect());
    const { stable } = status;
    if (version === stable) return { verdict: 'promoted', reason: 'stable already' };
    refuseUnderWay(status, version);
    work.signal.throwIfAborted();
    return bringUp(work, version, stable, () => work.clock.sleep(0.1, work.signal));
  });

export const canary = (bench: Bench, until: number) => (work: Work) =>
  inTurn(work, turn, async (): Promise<Ended> => {
    const status = await answered(work, () => work.target.inspect());
    const version = stagedVersion(status, undefined);
    refuseDeadStable(status);
    const source = new RouterSource(work.target);
    const reference = await answered(work, () => source.observe(), readingLimit(work));
    const { session, ticket } = await take(work, { version }, work.plan.canary.onCancel);
    const run = { ...work, session, source, reference, status, version, until };
    const prepared = prepare(run, () => undefined);
    const { outcome } = await conduct(run, prepared, ({ weight }, said) => {
      if (weight === 100 && said.startsWith('promote-step')) bench.allow(ticket.release);
      if (/^(rollback|dead-canary)/.test(said)) bench.condemn(ticket.release);
    });
    return outcome;
  });

export const promotion = () => (work: Work) =>
  inTurn(work, turn, async (): Promise<Ended> => {
    const release = waiting(await answered(work, () => work.target.inspect()), undefined);
    if (release.verdict !== 'promoted') await makeStable(work, release);
    return { verdict: 'promoted', reason: 'stable now' };
  });

export const rollback = () => (work: Work) =>
  inTurn(work, turn, async (): Promise<Ended> => {
    const release = toTakeBack(await answered(work, () => work.target.inspect()), undefined);
    if (release.verdict === null) await takeBack(work, release, 'the pipeline failed');
    return { verdict: 'rolled-back', reason: 'asked for' };
  });
