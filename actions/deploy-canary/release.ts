/** One run over a release: prepares judge and evidence, drives the controller, and reports. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { conclude } from '../../shared/action/conclude.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { beginRelease } from '../../shared/release/controller.ts';
import { evidenceSchemaId } from '../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings, type JudgeState } from '../../shared/release/judge/judge.ts';
import { controllerSettings, judgeSettings } from '../../shared/release/settings.ts';
import type { MetricSource } from '../../shared/release/source.ts';
import type { Sample, Target, TargetStatus, Ticket } from '../../shared/release/target.ts';
import { canaryMarkdown } from '../../shared/report/canary.ts';
import { lastDecision } from '../../shared/report/last-word.ts';
import { outcomeMarkdown } from '../../shared/report/outcome.ts';
import { progressLine } from '../../shared/report/progress.ts';
import { told } from '../../shared/report/told.ts';
import { Session } from '../../shared/targets/session.ts';
import { action } from './contract.ts';
import { Driver, type Outcome } from './drive.ts';
import { type Memo, readMemo } from './memo.ts';
import { Recorder } from './recorder.ts';

export interface ReleaseRun {
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly plan: Plan;
  readonly target: Target;
  readonly source: MetricSource;
  /** The source's first reading; what it counts is counted from there. */
  readonly reference: Sample;
  readonly ticket: Ticket;
  readonly status: TargetStatus;
  readonly version: string;
  /** Percent. */
  readonly until: number;
}

const reportName = 'report.md';

export async function release(run: ReleaseRun): Promise<Ending> {
  const { host, signal, plan, target, source, reference, ticket, status, version } = run;
  const settings = judgeSettings(plan, reference.bounds);
  const memo = readMemo(status.release?.memo, reference, settings);
  const fresh = beginJudging(settings);
  const state = beginRelease(controllerSettings(plan, run.until), fresh, memo?.controller);
  const recorder = openEvidence(run, state.judge, reference, memo?.t ?? null);
  host.info(beginning(run, memo));
  const driver = new Driver(
    {
      plan,
      target,
      source,
      session: new Session(target, ticket),
      recorder,
      canary: version,
      signal,
      log: (line) => host.info(progressLine(line, reference.bounds, lastDecision(recorder.lines))),
      say: (text) => host.info(text),
    },
    state,
  );
  const outcome = await driver.run();
  return report(run, outcome, recorder, settings, driver.weight);
}

/** Whether an earlier run of the release goes on, and if not, why its judging cannot. */
function beginning({ ticket, status, reference }: ReleaseRun, memo: Memo | undefined): string {
  if (memo) return `continues ${ticket.release} at ${memo.controller.weight} %`;
  const { release } = status;
  if (release?.id !== ticket.release || release.memo === null || release.step < 0) return `begins ${ticket.release}`;
  return `begins judging ${ticket.release} anew from its first step: the earlier run judged by another plan, or by other counts than those of ${reference.epoch}`;
}

function openEvidence(run: ReleaseRun, judge: JudgeState, reference: Sample, reached: number | null): Recorder {
  const { host, plan, source, ticket, status, version } = run;
  const folder = join(host.env('RUNNER_TEMP') ?? process.cwd(), `canary-${ticket.release}-${ticket.fence}`);
  const sides = {
    canary: version,
    baseline: status.stable,
    sticky: plan.canary.affinity !== 'none',
    beside: source.beside,
  };
  const recorder = new Recorder(join(folder, 'evidence.ndjson'), sides, reference, reached);
  recorder.write({
    schema: evidenceSchemaId,
    service: plan.service,
    canary: version,
    baseline: status.stable ?? '',
    buckets: judge.settings.bounds,
    plan: plan.document,
    judge: { ...judge.settings },
    ...(reached === null ? {} : { resumed: { ...judge } }),
  });
  host.output('evidence', recorder.file);
  host.output('report', join(folder, reportName));
  return recorder;
}

async function report(
  run: ReleaseRun,
  { verdict, reason }: Outcome,
  recorder: Recorder,
  settings: JudgeSettings,
  lastWeight: number,
): Promise<Ending> {
  const { host, target, version, ticket, plan } = run;
  const after = await target.inspect().catch(() => undefined);
  // A target that does not answer is taken at its last word.
  const weight =
    after === undefined ? lastWeight : (after.versions.find((found) => found.version === version)?.weight ?? 0);
  const facts = [
    ['service', plan.service],
    ['version', version],
    ['stable', after?.stable ?? 'unknown'],
    ['weight', `${weight} %`],
    ['release', ticket.release],
  ] as const;
  const reported = { verdict, reason, lines: recorder.lines, settings };
  const more = canaryMarkdown(reported);
  const sentences = told(reported);
  host.output('weight', String(weight));
  writeFileSync(join(dirname(recorder.file), reportName), outcomeMarkdown(action, verdict, sentences, facts) + more);
  return conclude(host, { action, verdict, reason, sentences, facts, more });
}
