/** How every release action ends: one line in the log, the verdict as output, the summary with the verdict first. */
import { passes, type Verdict } from '../release/verdict.ts';
import type { Host } from './host.ts';
import type { Ending } from './start.ts';

export interface Conclusion {
  readonly action: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** What the summary says in place of the reason; a paragraph each. */
  readonly sentences?: readonly string[];
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Markdown below the facts. */
  readonly more?: string;
}

/** Passes as the verdict does; an action that was asked for something else decides that itself. */
export async function conclude(host: Host, conclusion: Conclusion): Promise<Ending> {
  const { action, verdict, reason, sentences, facts, more = '' } = conclusion;
  const { outcomeMarkdown } = await import('../report/outcome.ts');
  host.info(reason);
  host.output('verdict', verdict);
  await host.summarise(outcomeMarkdown(action, verdict, sentences ?? reason, facts) + more);
  return { passed: passes(verdict), reason: `${verdict}: ${reason}` };
}
