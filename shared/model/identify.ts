/** The first two steps at an Ollama server: whether it is there, and whether it has the model that is meant. */
import type { Outcome } from './book.ts';
import { bytesText } from './bytes.ts';
import { findInstalled, judgeCapabilities, judgeIdentity, judgeServer } from './check/identity.ts';
import { finding, type Judged, passed, together } from './check/step.ts';
import type { Installed } from './check/wish.ts';
import { ModelError } from './failure.ts';
import { cloud, show, tags, version } from './ollama.ts';
import { bring, DiskFull } from './pull.ts';
import { reach } from './reach.ts';
import type { Found, WarmTask } from './warm.ts';

export async function greet(task: WarmTask): Promise<Outcome<true>> {
  const { server, wish } = task;
  const seen = { version: await reach(task, () => version(server)) };
  const takesCloud = await cloud(server);
  return { ...judgeServer({ ...seen, ...(takesCloud === undefined ? {} : { cloud: takesCloud }) }, wish), value: true };
}

export interface Identified {
  readonly installed: Installed;
  /** It thinks before it answers, and can be told how much. */
  readonly thinks: boolean;
}

/** @param seen gets the digest of the model that is there, also where it is another one than was meant */
export async function identify(task: WarmTask, seen: Found): Promise<Outcome<Identified>> {
  const { server, wish } = task;
  const before = await tags(server);
  const there = findInstalled(before, wish.model);
  const isWanted = wish.pull === 'always' || (wish.pull === 'missing' && there === undefined);
  const pulled = isWanted ? await pullModel(task) : undefined;
  const installed = isWanted ? await tags(server) : before;
  const found = findInstalled(installed, wish.model);
  if (found !== undefined) seen.digest = found.digest;
  const judged = judgeIdentity(found, installed, wish);
  const pull = pulled === undefined ? [] : [pulled];
  if (found === undefined || judged.verdict === 'findings' || pulled?.verdict === 'findings')
    return together([...pull, judged]);
  const { capabilities } = await show(server, found.name);
  const able = judgeCapabilities(capabilities);
  const all = together([...pull, judged, able]);
  if (all.verdict === 'findings') return all;
  return { ...all, value: { installed: found, thinks: capabilities.includes('thinking') } };
}

/** What the registry says of a model that it does not have. */
const unknown = /file does not exist|not found/i;

async function pullModel({ server, wish, say, now, free, patience }: WarmTask): Promise<Judged> {
  const room = await free();
  say(`pulling ${wish.model}${room === undefined ? '' : ` (${bytesText(room)} are free)`}`);
  try {
    const means = { say, now, free: room, ...(patience === undefined ? {} : { patience }) };
    const { bytes, seconds, tries } = await bring(server, wish.model, means);
    const evidence = { pulledBytes: bytes, pullSeconds: seconds, pullTries: tries, freeBytes: room ?? null };
    return passed(`pulled ${bytesText(bytes)} in ${seconds.toFixed(1)} s`, evidence);
  } catch (error) {
    if (error instanceof DiskFull)
      return finding(error.message, 'free the disk of the models, or take a smaller model', {
        freeBytes: room ?? null,
      });
    if (error instanceof ModelError && error.kind === 'said-error' && unknown.test(error.message)) {
      return finding(`the registry has no ${wish.model}`, 'correct the input model', { pull: error.message });
    }
    throw error;
  }
}
