/** What only the machine itself shows: where the port is open, the server's settings, GPUs, the disk. */
import { bytesText } from '../bytes.ts';
import { shareText } from '../check/residency.ts';
import { finding, type Judged, passed } from '../check/step.ts';
import { type CheckName, checkOf, type HostCheck, unknownCheck } from './check.ts';
import type { LocalFacts } from './facts.ts';
import { bindToLoopback, setVariable } from './fix.ts';
import type { Gpu } from './gpus.ts';
import { isDebug, isOn, parallelOf } from './settings.ts';
import { isLoopbackAddress, type Listener, socketText } from './sockets.ts';
import type { HostWish } from './wish.ts';

/** Ollama asks nobody for a login, so that an open port is open to all. */
export function judgeListeners({ listeners }: Pick<LocalFacts, 'listeners'>, { bind }: HostWish): HostCheck {
  if ('unknown' in listeners) return unknownCheck('bind', listeners.unknown);
  const all = listeners.value;
  const open = all.filter(({ address }) => !isLoopbackAddress(address));
  const evidence = {
    listeners: all.map(({ address, port, owner }) => ({ address, port, process: owner?.name ?? null })),
  };
  const [first] = open;
  if (first === undefined) return checkOf('bind', passed(`it listens on ${listed(all)} alone`, evidence));
  if (bind === 'any') return checkOf('bind', passed(`it listens on ${listed(all)}, as bind allows`, evidence));
  const words = `it listens on ${listed(open)}, and its interface asks for no login`;
  const fix = bindToLoopback(first.port);
  return checkOf('bind', finding(words, fix.words, evidence), fix);
}

function listed(listeners: readonly Listener[]): string {
  return listeners
    .map((one) => `${socketText(one)}${one.owner === undefined ? '' : ` (${one.owner.name})`}`)
    .join(', ');
}

/** OLLAMA_DEBUG counts as well: there are versions that write prompts to the log at that level. */
export function judgeLogging({ settings }: Pick<LocalFacts, 'settings'>): HostCheck {
  const name = 'request-logging';
  if ('unknown' in settings) return unknownCheck(name, settings.unknown);
  const { values, from } = settings.value;
  const bodies = values.OLLAMA_DEBUG_LOG_REQUESTS;
  const debug = values.OLLAMA_DEBUG;
  const evidence = { from, OLLAMA_DEBUG_LOG_REQUESTS: bodies ?? null, OLLAMA_DEBUG: debug ?? null };
  const set = (variable: string) => setVariable(variable, 'false', 'and remove what was written');
  const found = (words: string, variable: string) =>
    checkOf(name, finding(words, set(variable).words, evidence), set(variable));
  if (isOn(bodies))
    return found(
      `OLLAMA_DEBUG_LOG_REQUESTS is ${bodies}: the body of every request is written to a file`,
      'OLLAMA_DEBUG_LOG_REQUESTS',
    );
  if (isDebug(debug)) return found(`OLLAMA_DEBUG is ${debug}: prompts may be written to the log`, 'OLLAMA_DEBUG');
  return checkOf(name, passed('requests are not logged', evidence));
}

export function judgeParallelism({ settings }: Pick<LocalFacts, 'settings'>, { concurrency }: HostWish): HostCheck {
  const name = 'parallelism';
  if ('unknown' in settings) return unknownCheck(name, settings.unknown);
  const { values, from } = settings.value;
  const given = values.OLLAMA_NUM_PARALLEL;
  const parallel = parallelOf(given);
  const evidence = { from, OLLAMA_NUM_PARALLEL: given ?? null, parallel, concurrency };
  const words = `OLLAMA_NUM_PARALLEL is ${given ?? 'not set'}, which serves ${parallel} at a time`;
  if (parallel >= concurrency) return checkOf(name, passed(words, evidence));
  const fix = setVariable('OLLAMA_NUM_PARALLEL', concurrency, 'with memory for a context each');
  return checkOf(name, finding(`${words}, and concurrency asks for ${concurrency}`, fix.words, evidence), fix);
}

/** The checks `gpu-utilisation` and `gpu-memory`: each GPU must be below the limit. */
export function judgeGpus({ gpus }: Pick<LocalFacts, 'gpus'>, { gpuLimit }: HostWish): readonly HostCheck[] {
  if ('unknown' in gpus)
    return [unknownCheck('gpu-utilisation', gpus.unknown), unknownCheck('gpu-memory', gpus.unknown)];
  const all = gpus.value;
  const busy: Measure = ({ busy }) =>
    busy === undefined ? undefined : { share: busy, words: `${shareText(busy)} busy at one look` };
  const full: Measure = ({ memory }) => {
    if (memory === undefined) return undefined;
    const share = memory.used / memory.total;
    return { share, words: `${bytesText(memory.used)} of ${bytesText(memory.total)} in use, ${shareText(share)}` };
  };
  return [
    eachBelow(
      'gpu-utilisation',
      all,
      busy,
      gpuLimit,
      'ask it for less at a time, or share the load with another server',
    ),
    eachBelow(
      'gpu-memory',
      all,
      full,
      gpuLimit,
      'lower num_ctx or OLLAMA_NUM_PARALLEL, end what else is in it, or take a GPU with more memory',
    ),
  ];
}

type Measure = (gpu: Gpu) => { readonly share: number; readonly words: string } | undefined;

function eachBelow(name: CheckName, gpus: readonly Gpu[], measure: Measure, limit: number, fix: string): HostCheck {
  const rows = gpus.map((gpu) => ({ gpu: gpu.name, seen: measure(gpu) }));
  const evidence = { limit, gpus: rows.map(({ gpu, seen }) => ({ gpu, share: seen?.share ?? null })) };
  const over = rows.filter(({ seen }) => seen !== undefined && seen.share >= limit);
  const blind = rows.filter(({ seen }) => seen === undefined);
  const told = (some: typeof rows) =>
    some.map(({ gpu, seen }) => `${gpu}: ${seen?.words ?? 'its driver does not say'}`).join('; ');
  const judged: Judged =
    over.length > 0
      ? finding(`${told(over)}; the limit is ${shareText(limit)}`, fix, evidence)
      : blind.length > 0
        ? { verdict: 'not-run', words: told(blind), evidence }
        : passed(told(rows), evidence);
  return checkOf(name, judged);
}

export function judgeDisk({ room }: Pick<LocalFacts, 'room'>, { freeDisk }: HostWish): HostCheck {
  if ('unknown' in room) return unknownCheck('disk', room.unknown);
  const { path, free } = room.value;
  const evidence = { path, freeBytes: free, wantedBytes: freeDisk };
  const words = `${bytesText(free)} are free at ${path}`;
  if (free >= freeDisk) return checkOf('disk', passed(words, evidence));
  const fix = 'take models away that nobody uses (ollama rm), or put OLLAMA_MODELS on a larger disk';
  return checkOf('disk', finding(`${words}, and free-disk asks for ${bytesText(freeDisk)}`, fix, evidence));
}
