/** What a model is to be, and what a server showed of it. */
import type { Options } from './options.ts';
import type { ResidencyWish } from './residency.ts';

export interface Wish {
  /** With its tag. */
  readonly model: string;
  /** 64 hexadecimal digits. */
  readonly digest?: string;
  /** Undefined where none are asked for: then the model is taken as it is. */
  readonly options?: Options;
  /** Seconds; `forever` until the server stops. */
  readonly keepAlive: number | 'forever';
  /** Seconds that 95 of 100 answers are to stay below. */
  readonly p95: number;
  /** Seconds that loading may take. */
  readonly coldBudget: number;
  readonly residency: ResidencyWish;
  readonly runs: number;
  readonly concurrency: number;
  readonly pull: 'never' | 'missing' | 'always';
  readonly prompts: readonly string[];
  readonly minVersion?: string;
  readonly requireNoCloud: boolean;
  /** Such as `MXFP4`. */
  readonly quantization?: string;
}

/** What is asked of an update besides. */
export interface UpdateWish {
  /** The name that clients use, with its tag; undefined where they use the model's own. */
  readonly alias?: string;
  /** The name of the model to go back to, with its tag; undefined for an update. */
  readonly rollBack?: string;
  readonly removeUnused: boolean;
}

/** What is wished where nobody says anything else; as action.yml of warm-model has it. */
export const usualWish = {
  keepAlive: 'forever',
  coldBudget: 300,
  residency: { kind: 'any' },
  runs: 5,
  concurrency: 1,
  pull: 'never',
  requireNoCloud: false,
} as const satisfies Partial<Wish>;

/** A model on a server's disk. */
export interface Installed {
  readonly name: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly quantization: string;
  /** Seconds since 1970 on the server's clock, when its name was last written; undefined where it does not say. */
  readonly modified?: number;
  /** Whose it is, where it is only a name for a model in a cloud. */
  readonly remoteHost?: string;
}

/** A model in a server's memory. */
export interface Loaded {
  readonly name: string;
  readonly digest: string;
  /** Bytes, in all and in the memory of a GPU. */
  readonly size: number;
  readonly vram: number;
  /** Seconds since 1970 on the server's clock; undefined where it says nothing readable. */
  readonly expires?: number;
  /** Undefined where the server does not say. */
  readonly context?: number;
  /** It is another name of the weights that are wanted. */
  readonly isKin?: boolean;
}

/** What is in memory, and what the server's own clock said then (seconds since 1970). */
export interface Memory {
  readonly models: readonly Loaded[];
  readonly at: number;
}

/** One request as its client saw it; seconds on one clock. */
export interface Answer {
  readonly from: number;
  readonly to: number;
  /** When the first text came, of an answer or of thinking; undefined where none came. */
  readonly first?: number;
  /** It ended in order, and said so; Ollama leaves that out where a model repeats itself. */
  readonly done: boolean;
  /** Undefined where the server does not say. */
  readonly tokens?: number;
  /** Seconds of making them. */
  readonly decoding?: number;
  /** Seconds of waiting for a runner. */
  readonly load?: number;
}
