/** What must hold before a release is taken up; nothing has been touched yet. */
import { TargetError } from '../../shared/action/errors.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { Sample, TargetStatus } from '../../shared/release/target.ts';
import { clip } from '../../shared/report/clip.ts';

/** @throws TargetError when the version that was asked for, or any, is not staged */
export function stagedVersion({ release, stable, versions }: TargetStatus, asked: string | undefined): string {
  const open = release !== null && release.verdict === null ? release.version : undefined;
  const version = asked ?? open;
  if (version === undefined) {
    const message = `no version is staged (stable: ${stable ?? 'none'}${lastOf(release)}); run deploy-staging first`;
    throw new TargetError(message, 'not-staged');
  }
  if (version === open && release?.returning) {
    throw new TargetError(
      `release ${release.id} of ${version} was to be taken back, and keeps ${release.weight} % only until the stable version is healthy: nothing of it goes up any more; end it with rollback, and release it again from deploy-staging`,
      'ended',
    );
  }
  if (version === stable || version === open) return version;
  const known = versions.map((found) => `${found.version} (${found.role})`).join(', ') || 'none';
  throw new TargetError(
    `version ${version} is not staged; on the target: ${known}${release?.version === version ? lastOf(release) : ''}; run deploy-staging first`,
    'not-staged',
  );
}

/** What became of the last release, for whoever runs an old job again. */
function lastOf(release: TargetStatus['release']): string {
  if (release === null || release.verdict === null) return '';
  return `; release ${release.id} ended as ${release.verdict}: ${clip(release.reason, 200)}`;
}

/** @throws TargetError when there is nothing healthy to compare with, and to go back to */
export function refuseDeadStable({ stable, versions }: TargetStatus): void {
  const found = versions.find(({ version }) => version === stable);
  if (found === undefined || found.state === 'healthy') return;
  const why = found.problem === undefined ? '' : `: ${found.problem}`;
  throw new TargetError(
    `the stable version ${stable} is ${found.state}${why}; a canary needs it healthy`,
    'stable-unhealthy',
  );
}

/** What cannot be judged of the model that the plan asks for; undefined where all of it can. */
export function unusableModel({ canary }: Plan, { model = {} }: Sample): string | undefined {
  const coarse = canary.metrics.model.find((metric) => 'histogram' in metric && model[metric.name]?.length === 0);
  if (coarse === undefined || !('histogram' in coarse)) return undefined;
  return `canary.analysis.metrics.model.${coarse.name}: ${coarse.histogram.name} has fewer than 3 bounds that both versions share, so that its values cannot be compared; give the histogram the same, finer buckets in both`;
}

/**
 * What cannot be judged of the model, of a release that has a weight already.
 * @throws TargetError before any traffic moves
 */
export function refuseUnusableModel(plan: Plan, { release }: TargetStatus, reference: Sample): string | undefined {
  const unusable = unusableModel(plan, reference);
  if (unusable === undefined || (release?.weight ?? 0) > 0) return unusable;
  throw new TargetError(`${unusable}; nothing was touched`, 'invalid');
}

/** @throws TargetError before any traffic moves, when there is nothing to compare a canary with; the log says why */
export function refuseUnreadable({ canary }: Plan, { stable, release }: TargetStatus, { versions }: Sample): void {
  const { from } = canary.metrics;
  if (from === 'router' || stable === null || versions[stable] !== undefined || (release?.weight ?? 0) > 0) return;
  throw new TargetError(
    `canary.analysis.from: ${from} gives no counts of the stable version ${stable}, so that no canary could be judged; nothing was touched, and the line above says what is wrong`,
    'invalid',
  );
}
