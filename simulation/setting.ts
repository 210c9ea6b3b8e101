/** The parts of one simulated world, for whatever happens in it. */
import type { Book } from './target/book.ts';
import type { Daemon } from './target/daemon.ts';
import type { Process, Timeline } from './time.ts';
import type { Store } from './world/store.ts';
import type { World } from './world/world.ts';

export interface Setting {
  readonly timeline: Timeline;
  readonly world: World;
  readonly store: Store<Book>;
  readonly daemon: Daemon;
  /** The process that works on the release now. */
  working(): Process | undefined;
  /** Another run comes and wants the service too. */
  intrude(): void;
}
