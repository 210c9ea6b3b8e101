/** The story of the action: what its mode does to every server, the worst of it as the verdict, and how it is said. */
import type { Context, Ending } from '../../shared/action/start.ts';
import { readInputs } from './inputs.ts';
import { modeOf } from './modes.ts';

export async function run(context: Context): Promise<Ending> {
  const mode = modeOf(context.host);
  if (mode !== 'verify') return prove(context, mode);
  const { verify } = await import('./verify.ts');
  return verify(context);
}

async function prove({ host, signal }: Context, mode: 'warm' | 'update'): Promise<Ending> {
  const inputs = readInputs(host, mode);
  const [asked, wish] = [{ host, signal, inputs }, inputs.update];
  const [{ deliver }, results] = await Promise.all([
    import('./deliver.ts'),
    wish === undefined
      ? import('./check.ts').then(({ check }) => check(asked))
      : import('./update.ts').then(({ update }) => update(asked, wish)),
  ]);
  return deliver(host, inputs, results);
}
