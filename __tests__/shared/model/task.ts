/** A warm check of a scripted server, with short patience. */
import { createHash } from 'node:crypto';
import type { Server } from '../../../shared/model/call.ts';
import type { Wish } from '../../../shared/model/check/wish.ts';
import type { WarmTask } from '../../../shared/model/warm.ts';
import type { Scripted } from './scripted.ts';

export const wish: Wish = {
  model: 'tiny:latest',
  keepAlive: 'forever',
  p95: 10,
  coldBudget: 60,
  residency: { kind: 'any' },
  runs: 5,
  concurrency: 1,
  pull: 'never',
  prompts: ['hello', 'goodbye'],
  requireNoCloud: false,
};

export const serverAt = (url: string, signal = new AbortController().signal): Server => ({ url: new URL(url), signal });

export interface Told extends WarmTask {
  readonly lines: string[];
}

export function taskOf({ url }: Pick<Scripted, 'url'>, wanted: Partial<Wish> = {}, more: Partial<WarmTask> = {}): Told {
  const lines: string[] = [];
  return {
    server: serverAt(url),
    wish: { ...wish, ...wanted },
    say: (line) => lines.push(line),
    now: () => performance.now() / 1000,
    clock: () => Date.now() / 1000,
    mark: 'a1b2',
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    free: async () => undefined,
    patience: { stall: 0.3, quiet: 2, tries: 2, pause: 0.01, pace: 0 },
    ...more,
    lines,
  };
}
