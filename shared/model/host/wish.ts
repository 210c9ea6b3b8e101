/** What a host is to be. */
import type { Wish } from '../check/wish.ts';
import { type CheckName, checkNames } from './check.ts';

type OfWarm = 'digest' | 'quantization' | 'keepAlive' | 'residency' | 'minVersion' | 'requireNoCloud' | 'concurrency';

export interface HostWish extends Pick<Wish, OfWarm> {
  /** With its tag; undefined where every model in memory is looked at. */
  readonly model?: string;
  /** Tokens; undefined where the context length is only reported. */
  readonly context?: number;
  readonly bind: 'loopback' | 'any';
  /** Of every GPU's time and memory, 0 to 1: both must be below. */
  readonly gpuLimit: number;
  /** Bytes that must be free where the models are. */
  readonly freeDisk: number;
  /** Whether everything has to be seen, and not only what was asked for. */
  readonly requireSeen: boolean;
}

/** What has to be seen: all of it where the wish says so, otherwise what it asks for by itself and no default does. */
export function neededBy(wish: HostWish): readonly CheckName[] {
  const { requireSeen, minVersion, requireNoCloud, digest, quantization, context, residency } = wish;
  const asked: Partial<Record<CheckName, boolean>> = {
    version: minVersion !== undefined,
    cloud: requireNoCloud,
    model: digest !== undefined || quantization !== undefined,
    context: context !== undefined,
    residency: residency.kind !== 'any',
  };
  return checkNames.filter((name) => requireSeen || asked[name] === true);
}
