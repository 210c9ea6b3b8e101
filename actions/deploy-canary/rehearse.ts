/** The dry run: what the release would need at the traffic there is, and what it would catch; touches nothing. */
import { conclude } from '../../shared/action/conclude.ts';
import type { Ending } from '../../shared/action/start.ts';
import { unusableModel } from './admission.ts';
import { action } from './contract.ts';
import { type Ahead, foresee, problemOf, promiseOf, tablesOf } from './foresee.ts';

export async function rehearse(ahead: Ahead): Promise<Ending> {
  const { host, plan, status, version } = ahead;
  const facts = [
    ['service', plan.service],
    ['version', version],
    ['stable', status.stable ?? 'none'],
  ] as const;
  host.output('weight', String(status.release?.weight ?? 0));
  const end = (verdict: 'held' | 'refused', said: string, more = '') =>
    conclude(host, { action, verdict, reason: `dry run, nothing was touched: ${said}`, facts, more });
  const obstacle = obstacleOf(ahead);
  if (obstacle !== undefined) return end('refused', obstacle);
  const foreseen = await foresee(ahead);
  if (foreseen === undefined)
    return end('refused', 'no request of a user was seen, and no canary is judged without any');
  if (!foreseen.power.enough) return end('refused', problemOf(foreseen), tablesOf(foreseen));
  return end('held', promiseOf(foreseen), tablesOf(foreseen));
}

/** What no traffic would help against; a source that says nothing now would say nothing of a canary either. */
function obstacleOf({ plan, source, status, reference }: Ahead): string | undefined {
  if (status.stable === null) return 'no version is stable yet: there is nothing to compare a canary with';
  if (!source.beside || Object.keys(reference.versions).length > 0) return unusableModel(plan, reference);
  return `canary.analysis.from: ${plan.canary.metrics.from} gives no counts of any version; the log says what is wrong`;
}
