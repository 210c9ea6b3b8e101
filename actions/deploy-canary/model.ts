/** The model that the service asks: no version gets its first weight before it is proved warm. */
import { conclude } from '../../shared/action/conclude.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import type { Work } from '../../shared/action/work.ts';
import { readable } from '../../shared/plan/units.ts';
import { answered } from '../../shared/targets/session.ts';
import { refuseDeadStable, stagedVersion } from './admission.ts';
import { action } from './contract.ts';
import type { CanaryInputs } from './inputs.ts';

/**
 * Loads the plan's model and measures it, before any lock is taken and any count is read. Undefined where the release may
 * begin: it passed, the plan names none, or an earlier run has raised the weight already. A dry run loads nothing.
 * @throws TargetError as the release itself would; Cancelled
 */
export async function refuseColdModel(
  host: Host,
  work: Work,
  { version: asked, dryRun }: CanaryInputs,
): Promise<Ending | undefined> {
  const { plan, target, signal } = work;
  const { model } = plan;
  if (model === undefined || dryRun) return undefined;
  const status = await answered(work, () => target.inspect());
  const version = stagedVersion(status, asked);
  if (version === status.stable || (status.release?.step ?? -1) >= 0) return undefined;
  refuseDeadStable(status);
  host.info(`no traffic moves before ${model.name} at ${model.url} is warm`);
  // Most plans name no model, and need nothing of what warms one.
  const { warmOf } = await import('./warm.ts');
  const result = await warmOf(host, model, signal);
  if (result.verdict === 'passed') {
    const { numbers } = result;
    host.info(`${model.name} is warm${numbers?.p95 === undefined ? '' : `, p95 ${readable(numbers.p95)}`}`);
    return undefined;
  }
  const { serverPart } = await import('../../shared/report/warm.ts');
  host.output('weight', String(status.release?.weight ?? 0));
  return conclude(host, {
    action,
    verdict: 'refused',
    reason: `model: ${model.name} at ${model.url} is not proved warm (${result.verdict}): ${result.reason}; nothing was touched`,
    facts: [
      ['service', plan.service],
      ['version', version],
      ['stable', status.stable ?? 'none'],
    ],
    more: `\n${serverPart(result, model)}`,
  });
}
