/** The parts of one simulated world, for whatever happens in it. */
import type { Daemon, Parts } from './target/daemon.ts';
import type { Process } from './time.ts';

export interface Setting extends Parts {
  readonly daemon: Daemon;
  /** The process that works on the release now. */
  working(): Process | undefined;
  /** Another run comes and wants the service too. */
  intrude(): number;
}
