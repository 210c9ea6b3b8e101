/** The check of a host: looks at a server and its machine, changes nothing and loads nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { abortable } from '../action/abortable.ts';
import { Cancelled } from '../action/errors.ts';
import type { GateVerdict } from '../findings/model.ts';
import type { Server } from './call.ts';
import { findInstalled } from './check/identity.ts';
import { ModelError } from './failure.ts';
import { type HostCheck, hostVerdict } from './host/check.ts';
import { type HostFacts, type LocalFacts, nothingSeen, seen, unknown } from './host/facts.ts';
import { judgeHost } from './host/judge.ts';
import { leastShare } from './host/judge-memory.ts';
import { type HostWish, neededBy } from './host/wish.ts';
import { memoryOf } from './memory.ts';
import { cloud, ps, show, tags, version } from './ollama.ts';
import { reach } from './reach.ts';

export interface HostTask {
  readonly server: Server;
  readonly wish: HostWish;
  readonly say: (line: string) => void;
  /** Seconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Seconds since 1970. */
  readonly clock: () => number;
  readonly local: (url: URL) => Promise<LocalFacts>;
}

export interface HostResult {
  readonly url: string;
  readonly verdict: GateVerdict;
  /** Empty where it passed. */
  readonly reason: string;
  /** All twelve; none where the server gave no answer that can be used. */
  readonly checks: readonly HostCheck[];
  /** The wanted model's, where it is there. */
  readonly digest?: string;
  /** The least of what was looked at in memory, 0 to 1. */
  readonly share?: number;
}

/** Cancelled, it ends as an error without checks. */
export async function verifyHost(task: HostTask): Promise<HostResult> {
  const { server, wish, say } = task;
  const url = server.url.href;
  try {
    const facts = await factsOf(task);
    const checks = judgeHost(facts, wish);
    for (const { name, verdict, words } of checks) say(`${name}: ${verdict}: ${words}`);
    const digest = wish.model === undefined ? undefined : findInstalled(facts.installed, wish.model)?.digest;
    const share = leastShare(facts, wish);
    return {
      ...{ url, ...hostVerdict(checks, neededBy(wish)), checks },
      ...(digest === undefined ? {} : { digest }),
      ...(share === undefined ? {} : { share }),
    };
  } catch (error) {
    if (!(error instanceof ModelError || error instanceof Cancelled)) throw error;
    const fix = error instanceof ModelError ? error.fix : undefined;
    const reason = `${error.message}${fix === undefined ? '' : `; ${fix}`}`;
    say(`error: ${reason}`);
    return { url, verdict: 'error', reason, checks: [] };
  }
}

async function factsOf(task: HostTask): Promise<HostFacts> {
  const { server, wish, clock } = task;
  const shownVersion = await reach(task, () => version(server));
  const takesCloud = await cloud(server);
  const installed = await tags(server);
  const model = wish.model === undefined ? undefined : findInstalled(installed, wish.model);
  const memory = model === undefined ? await ps(server, clock) : await memoryOf({ server, clock }, model)();
  return {
    version: shownVersion,
    cloud: takesCloud === undefined ? unknown('it does not say whether it takes models of a cloud') : seen(takesCloud),
    ...{ installed, memory },
    ...(model === undefined ? {} : { parameters: (await show(server, model.name)).parameters }),
    ...(await localWithin(task)),
  };
}

/** Seconds that looking at the machine may take: a file system or a process table may hang. */
const localLimit = 30;

async function localWithin({ server, local }: HostTask): Promise<LocalFacts> {
  const why = `looking at this machine took longer than ${localLimit} s`;
  const late = sleep(localLimit * 1000, nothingSeen(why), { ref: false });
  return abortable(Promise.race([local(server.url), late]), server.signal);
}
