/** A warm check's means as this machine has them: its clocks, its randomness, its log. */
import { createHash, randomBytes } from 'node:crypto';
import type { Host } from '../action/host.ts';
import { clip } from '../report/clip.ts';
import type { Server } from './call.ts';
import type { Wish } from './check/wish.ts';
import type { WarmTask } from './warm.ts';

/** Characters of a line in the log: what a server says may be long. */
const lineLimit = 1000;

export interface TaskMeans {
  readonly host: Host;
  readonly server: Server;
  readonly wish: Wish;
  /** In front of every line in the log. */
  readonly name: string;
  readonly free: WarmTask['free'];
}

export function warmTask({ host, server, wish, name, free }: TaskMeans): WarmTask {
  return {
    server,
    wish,
    say: sayTo(host, name),
    now: () => performance.now() / 1000,
    clock: () => Date.now() / 1000,
    mark: randomBytes(4).toString('hex'),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    free,
  };
}

/** Lines for the log. @param name stands in front of each */
export function sayTo(host: Host, name: string): (line: string) => void {
  return (line) => host.info(clip(`${name}${line}`, lineLimit));
}
