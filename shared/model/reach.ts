/** Waits for a server that may be about to start. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ModelError } from './failure.ts';
import { reachPatience, type WarmTask } from './warm.ts';

/** What `ask` gets once the server is there. @throws ModelError at once for what waiting does not help */
export async function reach<T>(
  { server, say, now }: Pick<WarmTask, 'server' | 'say' | 'now'>,
  ask: () => Promise<T>,
): Promise<T> {
  const deadline = now() + reachPatience.wait;
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const mayCome = error instanceof ModelError && ['refused', 'reset', 'busy'].includes(error.kind);
      if (!mayCome || now() + reachPatience.pause > deadline || server.signal.aborted) throw error;
      if (tries === 1) say(`not there yet: ${error.message}`);
      await sleep(reachPatience.pause * 1000, undefined, { signal: server.signal }).catch(() => undefined);
    }
  }
}
