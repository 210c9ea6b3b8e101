/** What a host is to be. */
import type { Wish } from '../check/wish.ts';

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
  /** Whether what cannot be seen is in the way of `passed`. */
  readonly requireSeen: boolean;
}
