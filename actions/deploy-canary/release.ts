/** One run over a release as an action: its evidence in files, its progress in the log, its report at the end. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { conclude } from '../../shared/action/conclude.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import type { EvidenceLine, Observation } from '../../shared/release/evidence.ts';
import type { JudgeSettings } from '../../shared/release/judge/judge.ts';
import type { TargetStatus, Ticket } from '../../shared/release/target.ts';
import { canaryMarkdown } from '../../shared/report/canary.ts';
import { lastDecision } from '../../shared/report/last-word.ts';
import { outcomeMarkdown } from '../../shared/report/outcome.ts';
import { progressLine } from '../../shared/report/progress.ts';
import { told } from '../../shared/report/told.ts';
import { lookAt } from '../../shared/targets/session.ts';
import { type Conduct, conduct, prepare } from './conduct.ts';
import { action } from './contract.ts';
import type { Outcome } from './drive.ts';
import type { Memo } from './memo.ts';

export interface ReleaseRun extends Conduct {
  readonly host: Host;
  readonly ticket: Ticket;
}

const [evidenceName, reportName] = ['evidence.ndjson', 'report.md'] as const;

export async function release(run: ReleaseRun): Promise<Ending> {
  const { host, reference, ticket } = run;
  const folder = join(host.env('RUNNER_TEMP') ?? process.cwd(), `canary-${ticket.release}-${ticket.fence}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, evidenceName);
  const prepared = prepare(run, evidenceWriter(host, file));
  const { recorder, settings } = prepared;
  host.output('evidence', file);
  host.output('report', join(folder, reportName));
  host.info(beginning(run, prepared.memo));
  const log = (line: Observation) => host.info(progressLine(line, reference.bounds, lastDecision(recorder.lines)));
  const { outcome, weight } = await conduct(run, prepared, log);
  const after = await lookAt(run);
  return report(run, { outcome, after, file, settings, lines: recorder.lines, lastWeight: weight });
}

/** A full disk must not end a release with its canary at a weight: the evidence breaks off instead, and a warning says so. */
function evidenceWriter(host: Host, file: string): (lines: readonly EvidenceLine[]) => void {
  let broken = false;
  return (lines) => {
    if (broken) return;
    try {
      appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
    } catch (error) {
      broken = true;
      host.warning(`the evidence breaks off, because ${file} cannot be written: ${String(error)}`);
    }
  };
}

/** Whether an earlier run of the release goes on, and if not, why its judging cannot. */
function beginning({ ticket, status, reference }: ReleaseRun, memo: Memo | undefined): string {
  if (memo) return `continues ${ticket.release} at ${memo.controller.weight} %`;
  const { release } = status;
  if (release?.id !== ticket.release || release.memo === null || release.step < 0) return `begins ${ticket.release}`;
  return `begins judging ${ticket.release} anew from its first step: the earlier run judged by another plan, or by other counts than those of ${reference.epoch}`;
}

/** That traffic stays where it is, and for how long, when the verdict alone does not say so. */
export function kept(
  after: TargetStatus | undefined,
  { release: id }: Pick<Ticket, 'release'>,
  verdict: Outcome['verdict'],
): readonly string[] {
  const open = after?.release;
  if (verdict === 'held' || open?.id !== id || open.phase !== 'held') return [];
  if (open.returning) {
    return [
      `${open.version} keeps ${open.weight} % of the traffic until the stable version is healthy; then the target takes it back.`,
    ];
  }
  const limit = open.expiresIn === null ? '' : ` for another ${Math.round(open.expiresIn)} s`;
  return [`${open.version} keeps ${open.weight} % of the traffic${limit}: end it with rollback, or go on with it.`];
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
  const remarks = [...notes, ...kept(after, ticket, verdict)];
  const sentences = [...told(judged), ...remarks];
  host.output('weight', String(weight));
  writeFileSync(join(dirname(file), reportName), outcomeMarkdown(action, verdict, sentences, facts) + more);
  const ending = await conclude(host, { action, verdict, reason, sentences, facts, more });
  for (const remark of remarks) host.info(remark);
  return ending;
}
