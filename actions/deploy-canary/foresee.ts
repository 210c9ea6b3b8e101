/** What a release will take at the traffic there is, and whether its plan can decide at all. */
import { conclude } from '../../shared/action/conclude.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { readable } from '../../shared/plan/units.ts';
import type { JudgeSettings } from '../../shared/release/judge/judge.ts';
import type { Traffic, Watch } from '../../shared/release/power/expected.ts';
import { type Catch, catches, forecast, type Power } from '../../shared/release/power/forecast.ts';
import { remedies, smallestFirst } from '../../shared/release/power/remedies.ts';
import { judgeSettings } from '../../shared/release/settings.ts';
import type { MetricSource } from '../../shared/release/source.ts';
import type { Sample, TargetStatus } from '../../shared/release/target.ts';
import { forecastMarkdown, outlook, shortfall } from '../../shared/report/forecast.ts';
import { action } from './contract.ts';
import { type Met, meet, meetAgain } from './traffic.ts';

export interface Ahead {
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly plan: Plan;
  readonly source: MetricSource;
  readonly status: TargetStatus;
  /** The source's first reading. */
  readonly reference: Sample;
  readonly version: string;
  /** Percent. */
  readonly until: number;
}

export interface Foreseen {
  readonly settings: JudgeSettings;
  readonly watch: Watch;
  readonly traffic: Traffic;
  readonly power: Power;
  readonly faults: readonly Catch[];
  /** Whether it would fit with the best traffic that the counts allow: few of them are no reason to refuse a plan. */
  readonly possible: boolean;
}

/** Undefined where no request of a user was seen. */
export async function foresee({ plan, signal, ...ahead }: Ahead): Promise<Foreseen | undefined> {
  const { source, status, reference, version, until } = ahead;
  const settings = judgeSettings(plan, reference);
  const watch = { every: plan.canary.analysis.every, until };
  const place = { source, reference, settings, canary: version, baseline: status.stable, signal };
  const fits = ({ best }: Met) => forecast(settings, best, watch).enough;
  const first = await meet(place);
  // Traffic that began a moment ago is not yet what the past minutes say.
  const met = fits(first) ? first : await meetAgain(place, first);
  const { traffic } = met;
  if (traffic.rate === 0) return undefined;
  const power = forecast(settings, traffic, watch);
  return { settings, watch, traffic, power, faults: catches(settings, traffic, watch), possible: fits(met) };
}

/** Plain text: why the plan cannot decide, and what would let it. */
export function problemOf({ settings, watch, traffic, power }: Foreseen): string {
  return shortfall(settings, traffic, power, remedies(settings, traffic, watch, power));
}

/** Plain text: what a plan that can decide will take. */
export function promiseOf({ settings, traffic, power, faults }: Foreseen): string {
  const left = settings.model === undefined ? '' : '; what the versions count of their model may make it longer';
  return `${outlook(traffic, power, faults)}${left}`;
}

/** Markdown with every step and fault; nothing where no weight would ever pass. */
export function tablesOf({ settings, watch, traffic, power, faults }: Foreseen): string {
  if (power.incident) return '';
  const smallest = smallestFirst(settings, traffic, watch);
  return forecastMarkdown(power, faults, smallest);
}

/**
 * Ends a release that could never be decided, before it touches anything; undefined where it may begin. Traffic that is
 * absent or unknown refuses nothing, since the plan says itself what becomes of a release without data.
 */
export async function refuseHopeless(ahead: Ahead): Promise<Ending | undefined> {
  const { host, plan, status, version, signal } = ahead;
  // An earlier run has raised the weight: there is nothing left to plan.
  if (status.stable === null || (status.release?.step ?? -1) >= 0) return undefined;
  const foreseen = await foresee(ahead);
  if (signal.aborted) return undefined;
  if (foreseen === undefined) {
    const { deadline, noData } = plan.canary.analysis;
    const end = noData === 'rollback' ? 'is rolled back' : `ends undecided after ${readable(deadline)}`;
    host.warning(`no request of a user was seen; without any the release ${end} (canary.analysis.no-data: ${noData})`);
    return undefined;
  }
  if (foreseen.possible) {
    const { deadline } = plan.canary.analysis;
    const tight = foreseen.power.enough ? '' : `; the deadline of ${readable(deadline)} may well come first`;
    host.info(`${promiseOf(foreseen)}${tight}`);
    return undefined;
  }
  const reason = `${problemOf(foreseen)}; nothing was touched`;
  const facts = [
    ['service', plan.service],
    ['version', version],
    ['stable', status.stable],
  ] as const;
  host.output('weight', String(status.release?.weight ?? 0));
  return conclude(host, { action, verdict: 'refused', reason, facts, more: tablesOf(foreseen) });
}
