/** What can be seen of a host that serves models: over its interface, and on the machine where it runs. */
import type { Installed, Memory } from '../check/wish.ts';
import type { Gpu } from './gpus.ts';
import type { Settings } from './settings.ts';
import type { Listener } from './sockets.ts';

/** Something that was seen, or the reason why nobody could. */
export type Seen<T> = { readonly value: T } | { readonly unknown: string };

export const unknown = (why: string): { readonly unknown: string } => ({ unknown: why });
export const seen = <T>(value: T): { readonly value: T } => ({ value });

/** A place for models. */
export interface Room {
  readonly path: string;
  /** Bytes. */
  readonly free: number;
}

/** Read on the machine itself. */
export interface LocalFacts {
  /** The addresses at which the server's port is open; at least one. */
  readonly listeners: Seen<readonly Listener[]>;
  readonly settings: Seen<Settings>;
  /** At least one. */
  readonly gpus: Seen<readonly Gpu[]>;
  readonly room: Seen<Room>;
}

export function nothingSeen(why: string): LocalFacts {
  const blind = unknown(why);
  return { listeners: blind, settings: blind, gpus: blind, room: blind };
}

export interface HostFacts extends LocalFacts {
  readonly version: string;
  /** Whether it takes models of a cloud. */
  readonly cloud: Seen<boolean>;
  readonly installed: readonly Installed[];
  readonly memory: Memory;
  /** The wanted model's own parameters as `/api/show` lists them; undefined without a wanted model. */
  readonly parameters?: string;
}
