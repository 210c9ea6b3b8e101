/** The clock of this process. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../release/clock.ts';

export const systemClock: Clock = {
  now: () => performance.now() / 1000,
  sleep: (seconds, signal) => sleep(Math.max(0, seconds) * 1000, undefined, { signal }).catch(() => undefined),
  after: (seconds, run) => {
    const timer = setTimeout(run, seconds * 1000);
    return () => clearTimeout(timer);
  },
};
