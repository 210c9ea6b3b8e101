/** The story of the warm check: read the inputs, check every server, judge the whole, and say it. */
import type { Context, Ending } from '../../shared/action/start.ts';
import { readInputs } from './inputs.ts';

export async function run({ host, signal }: Context): Promise<Ending> {
  const inputs = readInputs(host);
  const [{ check }, { deliver }] = await Promise.all([import('./check.ts'), import('./deliver.ts')]);
  const results = await check({ host, signal, inputs });
  return deliver(host, inputs, results);
}
