/** Warms the model that a plan names. */
import { stopIfCancelled } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { baseOf } from '../../shared/model/call.ts';
import { digestOf } from '../../shared/model/check/digest.ts';
import { withTag } from '../../shared/model/check/name.ts';
import { ownPrompts } from '../../shared/model/check/prompts.ts';
import { usualWish } from '../../shared/model/check/wish.ts';
import { warmTask } from '../../shared/model/task.ts';
import type { WarmResult } from '../../shared/model/warm.ts';
import { warmOllama } from '../../shared/model/warm-ollama.ts';
import type { ModelPlan } from '../../shared/plan/plan.ts';

/** @throws Cancelled */
export async function warmOf(
  host: Host,
  { url, name, digest, p95 }: ModelPlan,
  signal: AbortSignal,
): Promise<WarmResult> {
  const pinned = digest === undefined ? undefined : digestOf(digest);
  const result = await warmOllama(
    warmTask({
      host,
      server: { url: baseOf(new URL(url)), signal },
      wish: {
        ...usualWish,
        model: withTag(name),
        ...(pinned === undefined ? {} : { digest: pinned }),
        p95,
        prompts: ownPrompts,
      },
      name: 'model: ',
      free: () => Promise.resolve(undefined),
    }),
  );
  stopIfCancelled(signal);
  return result;
}
