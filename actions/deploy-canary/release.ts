/** One run over a release: prepares judge and evidence, drives the controller, and reports. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { within } from '../../shared/action/abortable.ts';
import { conclude } from '../../shared/action/conclude.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import type { Work } from '../../shared/action/work.ts';
import { beginRelease } from '../../shared/release/controller.ts';
import { type EvidenceLine, evidenceSchemaId } from '../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings, type JudgeState } from '../../shared/release/judge/judge.ts';
import { controllerSettings, judgeSettings } from '../../shared/release/settings.ts';
import type { MetricSource } from '../../shared/release/source.ts';
import type { Sample, TargetStatus, Ticket } from '../../shared/release/target.ts';
import { canaryMarkdown } from '../../shared/report/canary.ts';
import { lastDecision } from '../../shared/report/last-word.ts';
import { outcomeMarkdown } from '../../shared/report/outcome.ts';
import { progressLine } from '../../shared/report/progress.ts';
import { told } from '../../shared/report/told.ts';
import { answerLimit, type Session } from '../../shared/targets/session.ts';
import { action } from './contract.ts';
import { Driver, type Outcome } from './drive.ts';
import { type Memo, readMemo } from './memo.ts';
import { Recorder } from './recorder.ts';

export interface ReleaseRun extends Work {
  readonly host: Host;
  readonly source: MetricSource;
  /** The source's first reading; what it counts is counted from there. */
  readonly reference: Sample;
  readonly ticket: Ticket;
  readonly session: Session;
  readonly status: TargetStatus;
  readonly version: string;
  /** Percent. */
  readonly until: number;
}

const [evidenceName, reportName] = ['evidence.ndjson', 'report.md'] as const;

export async function release(run: ReleaseRun): Promise<Ending> {
  const { host, plan, target, reference, status, version } = run;
  const settings = judgeSettings(plan, reference.bounds);
  const memo = readMemo(status.release?.memo, reference, settings);
  const fresh = beginJudging(settings);
  const state = beginRelease(controllerSettings(plan, run.until), fresh, memo?.controller);
  const { recorder, file } = openEvidence(run, state.judge, reference, memo?.t ?? null);
  host.info(beginning(run, memo));
  const driver = new Driver(
    {
      ...run,
      recorder,
      canary: version,
      log: (line) => host.info(progressLine(line, reference.bounds, lastDecision(recorder.lines))),
    },
    state,
  );
  const outcome = await driver.run();
  const after = await within(answerLimit(run), target.inspect()).catch(() => undefined);
  return report(run, { outcome, after, file, settings, lines: recorder.lines, lastWeight: driver.weight });
}

/** Whether an earlier run of the release goes on, and if not, why its judging cannot. */
function beginning({ ticket, status, reference }: ReleaseRun, memo: Memo | undefined): string {
  if (memo) return `continues ${ticket.release} at ${memo.controller.weight} %`;
  const { release } = status;
  if (release?.id !== ticket.release || release.memo === null || release.step < 0) return `begins ${ticket.release}`;
  return `begins judging ${ticket.release} anew from its first step: the earlier run judged by another plan, or by other counts than those of ${reference.epoch}`;
}

function openEvidence(run: ReleaseRun, judge: JudgeState, reference: Sample, reached: number | null) {
  const { host, plan, source, ticket, status, version } = run;
  const folder = join(host.env('RUNNER_TEMP') ?? process.cwd(), `canary-${ticket.release}-${ticket.fence}`);
  const sides = {
    canary: version,
    baseline: status.stable,
    sticky: plan.canary.affinity !== 'none',
    beside: source.beside,
  };
  const file = join(folder, evidenceName);
  mkdirSync(folder, { recursive: true });
  const recorder = new Recorder((text) => appendFileSync(file, text, { mode: 0o600 }), sides, reference, reached);
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
  host.output('evidence', file);
  host.output('report', join(folder, reportName));
  return { recorder, file };
}

interface Reported {
  readonly outcome: Outcome;
  readonly after: TargetStatus | undefined;
  readonly file: string;
  readonly settings: JudgeSettings;
  readonly lines: readonly EvidenceLine[];
  readonly lastWeight: number;
}

async function report(run: ReleaseRun, reported: Reported): Promise<Ending> {
  const { host, version, ticket, plan } = run;
  const { outcome, after, file, settings, lines, lastWeight } = reported;
  const { verdict, reason, notes } = outcome;
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
  const judged = { verdict, reason, lines, settings };
  const more = canaryMarkdown(judged);
  const sentences = [...told(judged), ...notes];
  for (const note of notes) host.info(note);
  host.output('weight', String(weight));
  writeFileSync(join(dirname(file), reportName), outcomeMarkdown(action, verdict, sentences, facts) + more);
  return conclude(host, { action, verdict, reason, sentences, facts, more });
}
