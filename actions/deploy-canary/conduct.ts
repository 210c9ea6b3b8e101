/** A release from where its journal stands: judge, controller and evidence are set up, then it is driven to its end. */
import type { Work } from '../../shared/action/work.ts';
import type { ControllerState } from '../../shared/release/control.ts';
import { beginRelease } from '../../shared/release/controller.ts';
import { type EvidenceLine, evidenceSchemaId } from '../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings } from '../../shared/release/judge/judge.ts';
import { controllerSettings, judgeSettings } from '../../shared/release/settings.ts';
import type { MetricSource } from '../../shared/release/source.ts';
import type { Sample, TargetStatus } from '../../shared/release/target.ts';
import type { Session } from '../../shared/targets/session.ts';
import { type Drive, Driver, type Outcome } from './drive.ts';
import { type Memo, readMemo } from './memo.ts';
import { Recorder } from './recorder.ts';

export interface Conduct extends Work {
  readonly session: Session;
  readonly source: MetricSource;
  /** The source's first reading; what it counts is counted from there. */
  readonly reference: Sample;
  /** The target as it was before the lock was taken. */
  readonly status: TargetStatus;
  readonly version: string;
  /** Percent. */
  readonly until: number;
}

export interface Prepared {
  readonly settings: JudgeSettings;
  /** What an earlier run of the release left, where it can be gone on from. */
  readonly memo: Memo | undefined;
  readonly state: ControllerState;
  readonly recorder: Recorder;
}

/** `append` keeps the evidence. */
export function prepare(conduct: Conduct, append: (lines: readonly EvidenceLine[]) => void): Prepared {
  const { plan, source, reference, status, version, until } = conduct;
  const settings = judgeSettings(plan, reference);
  const left = readMemo(status.release?.memo, reference, settings);
  // Traffic that went back in part is not at the weight that the earlier run believed in.
  const memo = left?.controller.weight === status.release?.weight ? left : undefined;
  const state = beginRelease(controllerSettings(plan, until), beginJudging(settings), memo?.controller);
  const sticky = plan.canary.affinity !== 'none';
  const sides = { canary: version, baseline: status.stable, sticky, beside: source.beside };
  const recorder = new Recorder(append, sides, reference, memo?.t ?? null);
  recorder.write({
    schema: evidenceSchemaId,
    service: plan.service,
    canary: version,
    baseline: status.stable ?? '',
    buckets: settings.bounds,
    plan: plan.document,
    judge: { ...settings },
    ...(memo === undefined ? {} : { resumed: { ...state.judge } }),
  });
  return { settings, memo, state, recorder };
}

/** Resolves with how it ended, and the weight (percent) that was ordered last. */
export async function conduct(
  run: Conduct,
  { recorder, state }: Prepared,
  log: Drive['log'],
): Promise<{ readonly outcome: Outcome; readonly weight: number }> {
  const driver = new Driver({ ...run, canary: run.version, recorder, log }, state);
  return { outcome: await driver.run(), weight: driver.weight };
}
