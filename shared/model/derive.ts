/** The derived model: the weights of one with options of its own, so that every client gets the same runner. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from './book.ts';
import type { Server } from './call.ts';
import { findInstalled } from './check/identity.ts';
import { derivedName } from './check/name.ts';
import { canonical, type Options } from './check/options.ts';
import { differing, weightsOf } from './check/parameters.ts';
import { passed } from './check/step.ts';
import type { Installed } from './check/wish.ts';
import { ModelError } from './failure.ts';
import { create, remove, show, tags } from './ollama.ts';
import type { WarmTask } from './warm.ts';

/** The model that clients are to name, and what is loaded for it. */
export interface Chosen {
  readonly name: string;
  readonly digest: string;
}

/** Models of this run by name, and whether the server said that they are made. */
export type Made = Map<string, boolean>;

/** The model itself where no options are asked for, and the derived one otherwise. */
export async function choose(task: WarmTask, base: Installed, made: Made): Promise<Outcome<Chosen>> {
  const { options } = task.wish;
  if (options !== undefined) return derive(task, base, options, made);
  const value: Chosen = { name: base.name, digest: base.digest };
  return { verdict: 'not-asked', words: 'no options to freeze', evidence: {}, value };
}

/** @param made gets the name before it is made, so that it can be taken away again */
async function derive(
  { server, wish, hash }: WarmTask,
  base: Installed,
  options: Options,
  made: Made,
): Promise<Outcome<Chosen>> {
  const name = derivedName(wish.model, hash(`${base.digest}\n${canonical(options)}`));
  const there = findInstalled(await tags(server), name);
  const evidence = { derived: name, from: base.name, options };
  if (there !== undefined && (await isDerived(server, name, base.name, options))) {
    return {
      ...passed(`${name} has these options already`, { ...evidence, made: false }),
      value: { name, digest: there.digest },
    };
  }
  if (there === undefined) made.set(name, false);
  await create(server, name, base.name, options);
  if (there === undefined) made.set(name, true);
  const fresh = findInstalled(await tags(server), name);
  if (fresh === undefined) throw new ModelError('broken', `POST /api/create: it said success, and there is no ${name}`);
  const wrong = differing((await show(server, name)).parameters, options);
  if (wrong.length > 0)
    throw new ModelError('broken', `POST /api/create: ${name} was made without ${wrong.join(', ')}`);
  return { ...passed(`made ${name}`, { ...evidence, made: true }), value: { name, digest: fresh.digest } };
}

/** Its name alone proves nothing: anybody may have given it to other weights. */
async function isDerived(server: Server, name: string, from: string, options: Options): Promise<boolean> {
  const [it, base] = [await show(server, name), await show(server, from)];
  return differing(it.parameters, options).length === 0 && weightsOf(it.modelfile) === weightsOf(base.modelfile);
}

/** Seconds: a cancelled job has little time, and a server may go on with what it was told to make. */
const removal = { wait: 3.5, late: 2.5, pause: 0.25 };

/**
 * Takes a model away that this run made, or was making; true once it is gone. Works after the run's own signal has come.
 * @param whole whether the server had said that it is made: until then it may still come
 */
export async function takeAway({ url, token }: Server, name: string, whole: boolean): Promise<boolean> {
  const signal = AbortSignal.timeout(removal.wait * 1000);
  const server: Server = { url, signal, ...(token === undefined ? {} : { token }) };
  const began = performance.now();
  for (let removed = false; !signal.aborted; ) {
    const was = await remove(server, name).catch(() => undefined);
    const isOver = whole || removed || performance.now() - began > removal.late * 1000;
    if (was === false && isOver) return true;
    removed ||= was === true;
    await sleep(removal.pause * 1000);
  }
  return false;
}
