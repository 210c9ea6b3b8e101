/** What the run's own target says at the end: the truth about the weight, whatever the steps reported. */
import { runningTargets } from '../shared/targets/local/running.ts';

/** The new version's share of user traffic in percent; undefined when no target answers at that address. */
export async function finalState(service: string): Promise<{ readonly weight: number } | undefined> {
  const [target] = await runningTargets(Number(new URL(service).port));
  const release = target?.status.release;
  if (!target || !release) return undefined;
  const found = target.status.versions.find(({ version }) => version === release.version);
  return { weight: found?.weight ?? 0 };
}
