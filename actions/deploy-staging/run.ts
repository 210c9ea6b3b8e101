/** The story of a staging: start the target if it is absent, start the version at weight 0, smoke it, leave it staged. */
import { conclude } from '../../shared/action/conclude.ts';
import { stopIfCancelled } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { loadPlan } from '../../shared/action/plan-input.ts';
import type { Context, Ending } from '../../shared/action/start.ts';
import { type Work, workOf } from '../../shared/action/work.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { TargetStatus } from '../../shared/release/target.ts';
import { openTarget } from '../../shared/targets/open.ts';
import { answered, lookAt } from '../../shared/targets/session.ts';
import { inTurn } from '../../shared/targets/take.ts';
import type { BroughtUp } from './bring-up.ts';
import { action } from './contract.ts';
import { readInputs } from './inputs.ts';

export async function run(context: Context): Promise<Ending> {
  const { host } = context;
  const { plan: input, version, wait } = readInputs(host);
  const plan = await loadPlan(host, input);
  const target = await openTarget(host, plan);
  const { ensureRunning } = await import('./supervisor.ts');
  await ensureRunning(host, plan, context.signal);
  const work = workOf(context, plan, target);
  const broughtUp = await inTurn(work, wait, () => stage(host, work, version));
  // What the target no longer says makes nothing undone, and a cancel leaves no time to ask again.
  const after = await lookAt(work);
  return report(host, plan, after, version, broughtUp);
}

async function stage(host: Host, work: Work, version: string): Promise<Omit<BroughtUp, 'release'>> {
  const { plan, signal, target } = work;
  const status = await answered(work, () => target.inspect());
  host.output('version', version);
  host.output('previous-version', status.stable ?? '');
  host.output('url', status.url);
  if (version === status.stable) {
    return { verdict: 'promoted', reason: `${version} is the stable version already; nothing was touched` };
  }
  const [{ bringUp, refuseUnderWay }, { smoke }] = await Promise.all([import('./bring-up.ts'), import('./smoke.ts')]);
  refuseUnderWay(status, version);
  stopIfCancelled(signal);
  const remembering = (unfinished: Parameters<Work['remember']>[0]) => {
    work.remember(unfinished);
    host.output('release', unfinished.release);
  };
  const check = (url: string) => smoke(host, plan.smoke, url, signal);
  return bringUp({ ...work, remember: remembering }, version, status.stable, check);
}

async function report(
  host: Host,
  plan: Plan,
  after: TargetStatus | undefined,
  version: string,
  { verdict, reason }: Omit<BroughtUp, 'release'>,
): Promise<Ending> {
  const facts = [
    ['service', plan.service],
    ['version', version],
    ['stable', after === undefined ? 'unknown' : (after.stable ?? 'none')],
    ['address', after?.url ?? `http://${plan.target.host}:${plan.target.port}`],
  ] as const;
  return conclude(host, { action, verdict, reason, facts });
}
