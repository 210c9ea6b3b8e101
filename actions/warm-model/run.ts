/** The story of the warm check: read the inputs, check or update every server, judge the whole, and say it. */
import type { Context, Ending } from '../../shared/action/start.ts';
import type { Check } from './check.ts';
import { readInputs } from './inputs.ts';

export async function run({ host, signal }: Context): Promise<Ending> {
  const inputs = readInputs(host);
  const { deliver } = await import('./deliver.ts');
  return deliver(host, inputs, await resultsOf({ host, signal, inputs }));
}

async function resultsOf(asked: Check) {
  const { update: wish } = asked.inputs;
  if (wish === undefined) return (await import('./check.ts')).check(asked);
  return (await import('./update.ts')).update(asked, wish);
}
