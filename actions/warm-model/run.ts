/** The story of the action: read the inputs, check every server in the mode that is asked for, judge the whole, and say it. */
import type { Context, Ending } from '../../shared/action/start.ts';
import { readInputs } from './inputs.ts';
import { modeOf } from './modes.ts';

export async function run(context: Context): Promise<Ending> {
  switch (modeOf(context.host)) {
    case 'warm':
      return warm(context);
    case 'verify': {
      const { verify } = await import('./verify.ts');
      return verify(context);
    }
  }
}

async function warm({ host, signal }: Context): Promise<Ending> {
  const inputs = readInputs(host);
  const [{ check }, { deliver }] = await Promise.all([import('./check.ts'), import('./deliver.ts')]);
  const results = await check({ host, signal, inputs });
  return deliver(host, inputs, results);
}
