/** The modes of warm-model, and which inputs only some of them know. */
import { InputError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { Inputs } from '../../shared/action/inputs.ts';
import { defaults, type Input } from './contract.ts';

const modes = ['warm', 'verify', 'update'] as const;
export type Mode = (typeof modes)[number];

const proving: readonly Mode[] = ['warm', 'update'];

/** An input that is not here is known to every mode. */
const knownTo: Readonly<Partial<Record<Input, readonly Mode[]>>> = {
  ...{ p95: proving, 'cold-budget': proving, runs: proving, pull: proving, prompts: proving },
  ...{ bind: ['verify'], 'gpu-limit': ['verify'], 'free-disk': ['verify'], 'require-seen': ['verify'] },
  ...{ alias: ['update'], 'roll-back': ['update'], 'remove-unused': ['update'] },
};

/** @throws InputError also for an input of another mode: whoever gives it believes in something that does not happen */
export function modeOf(host: Host): Mode {
  const inputs = new Inputs(host, defaults);
  const mode = inputs.oneOf('mode', modes);
  for (const [name, known] of Object.entries(knownTo)) {
    const given = host.input(name);
    if (given === '' || !isInput(name) || given === defaults[name] || known.includes(mode)) continue;
    contradict(`mode (${mode}) and ${name} (${JSON.stringify(given)})`, `mode ${known.join(' or ')}, or no ${name}`);
  }
  return mode;
}

function isInput(name: string): name is Input {
  return Object.hasOwn(defaults, name);
}

/** @param names of the inputs with their values; @param expected what to give instead */
export function contradict(names: string, expected: string): never {
  throw new InputError(`inputs ${names} contradict each other; expected ${expected}`);
}
