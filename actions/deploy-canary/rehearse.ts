/** The dry run: what the release would need at the traffic there is; touches nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { conclude } from '../../shared/action/conclude.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { readable } from '../../shared/plan/units.ts';
import { forecast, type Power } from '../../shared/release/power.ts';
import { judgeSettings } from '../../shared/release/settings.ts';
import type { Target, TargetStatus } from '../../shared/release/target.ts';
import { table } from '../../shared/report/markdown.ts';
import { action } from './contract.ts';

/** User requests a second over `seconds`, by the target's own counters. */
async function measureRate(target: Target, seconds: number): Promise<number> {
  const total = (versions: Readonly<Record<string, { readonly requests: number }>>) =>
    Object.values(versions).reduce((sum, { requests }) => sum + requests, 0);
  const before = await target.observe();
  await sleep(seconds * 1000);
  const after = await target.observe();
  return (total(after.versions) - total(before.versions)) / (after.at - before.at);
}

function explain(power: Power, rate: number, deadline: number): string {
  const first =
    power.firstWeight === undefined ? '' : ` A first step of ${power.firstWeight}% would not wait for traffic.`;
  const total = Number.isFinite(power.total) ? readable(power.total) : 'forever';
  if (power.enough) return `at ${rate.toFixed(1)} requests/s the release takes about ${total}.${first}`;
  return `at ${rate.toFixed(1)} requests/s the release takes ${total}, more than its deadline of ${readable(deadline)}: raise canary.analysis.deadline, or the first weights.${first}`;
}

export async function rehearse(
  host: Host,
  plan: Plan,
  target: Target,
  status: TargetStatus,
  version: string,
): Promise<Ending> {
  const { analysis, steps } = plan.canary;
  const rate = await measureRate(target, Math.min(5, Math.max(1, analysis.every)));
  const settings = judgeSettings(plan, []);
  const power = forecast(
    settings,
    steps.map(({ weight }) => weight),
    rate,
  );
  const reason = `dry run, nothing was touched: ${explain(power, rate, analysis.deadline)}`;
  const verdict = power.enough ? 'held' : 'refused';
  const rows = power.steps.map(({ weight, seconds }) => [
    `${weight} %`,
    Number.isFinite(seconds) ? readable(seconds) : 'never',
  ]);
  const facts = [
    ['service', plan.service],
    ['version', version],
    ['stable', status.stable ?? 'none'],
  ] as const;
  host.output('weight', String(status.release?.weight ?? 0));
  const more = `\n${table(['step', 'takes about'], rows)}\n`;
  return conclude(host, { action, verdict, reason, facts, more });
}
