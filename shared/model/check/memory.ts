/** Loading, and what is in memory right after it and at the end. */
import { readable } from '../../plan/units.ts';
import { unseen } from './identity.ts';
import { shareOf, shareText } from './residency.ts';
import { finding, type Judged, passed, together } from './step.ts';
import type { Loaded, Memory, Wish } from './wish.ts';

/** Seconds that an expiry may be nearer than asked for: clocks are read by whole seconds, and requests take time. */
const slack = 5;
/** Seconds; Ollama writes a model that stays as one that expires in centuries. */
export const century = 100 * 365 * 86_400;

/** @param seconds that loading took; @param before whether it was in memory already */
export function judgeLoad(seconds: number, before: boolean, { coldBudget }: Wish): Judged {
  const evidence = { loadedBefore: before, coldSeconds: before ? null : seconds };
  const took = readable(seconds);
  if (before)
    return passed(`it was in memory already, so that its cold time is unknown; asking took ${took}`, evidence);
  if (seconds <= coldBudget) return passed(`loaded in ${took}`, evidence);
  return finding(
    `loading took ${took}, more than cold-budget ${readable(coldBudget)}`,
    'put the model on a faster disk, or raise cold-budget',
    evidence,
  );
}

/**
 * The row of a model in memory: by its digest, or by another name of the same weights. Ollama has one runner for them and
 * calls it by who loaded it; had its options not fitted, it would have been loaded again under the name that was asked for.
 */
export function findLoaded({ models }: Memory, digest: string): Loaded | undefined {
  return models.find((row) => row.digest === digest) ?? models.find(({ isKin }) => isKin === true);
}

export function judgeResidency(memory: Memory, digest: string, wish: Wish): Judged {
  const row = findLoaded(memory, digest);
  if (row === undefined) {
    const others = memory.models.map(({ name }) => name);
    const there = others.length === 0 ? 'nothing is in memory' : `in memory are ${others.slice(0, 5).join(', ')}`;
    return finding(
      `it was loaded and is gone: ${there}`,
      'see which client loads or unloads models here (OLLAMA_MAX_LOADED_MODELS limits how many fit)',
      { resident: false },
    );
  }
  const share = shareOf(row);
  return together([
    passed(`in memory, ${shareText(share)} of it in that of a GPU`, {
      resident: true,
      size: row.size,
      vram: row.vram,
      share: share ?? null,
    }),
    ...(wish.residency.kind === 'any' ? [] : [judgeShare(share, wish.residency.least)]),
    judgeContext(row, wish),
    judgeExpiry(row, memory.at, wish),
  ]);
}

export function judgeShare(share: number | undefined, least: number): Judged {
  if (share === undefined) return unseen('the server does not say how much of it is in the memory of a GPU');
  if (share >= least) return passed(`at least ${shareText(least)}`);
  return finding(
    `only ${shareText(share)} of it is in the memory of a GPU, and residency asks for ${shareText(least)}`,
    'free GPU memory, lower num_ctx, or take a GPU with more of it',
  );
}

export function judgeContext({ context }: Loaded, { options }: Pick<Wish, 'options'>): Judged {
  const wanted = options?.['num_ctx'];
  const evidence = { context: context ?? null };
  if (typeof wanted !== 'number')
    return passed(context === undefined ? 'its context length is unknown' : `context ${context}`, evidence);
  if (context === undefined) return { ...unseen('the server does not show its context length'), evidence };
  if (context === wanted) return passed(`context ${context}`, evidence);
  return finding(
    `its context length is ${context}, and not ${wanted} as options asks`,
    'see which client loads it with num_ctx of its own; more than the model was trained for is cut down',
    evidence,
  );
}

export function judgeExpiry({ expires }: Loaded, now: number, { keepAlive }: Pick<Wish, 'keepAlive'>): Judged {
  if (expires === undefined) return unseen('the server does not say how long it stays in memory');
  const left = expires - now;
  const evidence = { staysSeconds: left > century ? 'forever' : Math.round(left) };
  const enough = keepAlive === 'forever' ? left > century : left >= keepAlive - slack;
  if (enough) return passed(left > century ? 'it stays' : `it stays ${readable(left)}`, evidence);
  const asked = keepAlive === 'forever' ? 'keep-alive asks it to stay' : `keep-alive asks for ${readable(keepAlive)}`;
  return finding(
    `it leaves memory in ${readable(Math.max(0, left))}, and ${asked}`,
    'another client sends a keep_alive of its own: take it out there, or set OLLAMA_KEEP_ALIVE on the server',
    evidence,
  );
}

export interface Span {
  readonly before: Memory;
  readonly loaded: Memory;
  readonly after: Memory;
  /** Digests of models that may make way: the older versions of one that is updated. */
  readonly mayLeave?: readonly string[];
}

/** What changed since it was loaded, and what its load pushed out. @param digest of the model that was loaded */
export function judgeAfter({ before, loaded, after, mayLeave = [] }: Span, digest: string, wish: Wish): Judged {
  const [was, is] = [loaded, after].map((memory) => findLoaded(memory, digest));
  if (is === undefined) {
    return finding(
      'it is no longer in memory',
      'see which client unloads it or loads others; OLLAMA_MAX_LOADED_MODELS limits how many fit',
      { resident: false },
    );
  }
  return together([
    passed('still in memory', { resident: true, share: shareOf(is) ?? null, context: is.context ?? null }),
    ...(was === undefined ? [] : changes(was, is)),
    ...(wish.residency.kind === 'any' ? [] : [judgeShare(shareOf(is), wish.residency.least)]),
    judgeExpiry(is, after.at, wish),
    judgeEvicted(before, after, [digest, ...mayLeave]),
  ]);
}

function changes(was: Loaded, is: Loaded): readonly Judged[] {
  const fix = 'another client sends options of its own: give options here, and let all clients use the derived model';
  if (was.context !== is.context) {
    const contexts = `${was.context ?? 'unknown'} before, ${is.context ?? 'unknown'} now`;
    return [finding(`it was loaded again with another context length: ${contexts}`, fix)];
  }
  return was.digest === is.digest ? [] : [finding(`it was loaded again as ${is.name}`, fix)];
}

/** A server's clock is read by whole seconds. */
const second = 1;

/** Other models that were in memory, are not, and had time left. A runner of the same weights makes way by design. */
function judgeEvicted(before: Memory, after: Memory, spared: readonly string[]): Judged {
  const gone = before.models.filter(
    (row) =>
      !spared.includes(row.digest) &&
      row.isKin !== true &&
      after.models.every((other) => other.digest !== row.digest) &&
      (row.expires ?? Infinity) > after.at + second,
  );
  const names = gone.map(({ name }) => name);
  if (names.length === 0) return passed('nothing was pushed out', { evicted: [] });
  return finding(
    `${names.join(', ')} had to leave memory`,
    'give the models a server each, or raise OLLAMA_MAX_LOADED_MODELS where memory allows it',
    { evicted: names },
  );
}
