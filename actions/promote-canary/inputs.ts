/** The inputs of promote-canary as one record, read once. */
import type { Host } from '../../shared/action/host.ts';
import { Inputs } from '../../shared/action/inputs.ts';
import { defaults } from './contract.ts';

export interface PromoteInputs {
  readonly plan: string;
  /** Undefined: the open release. */
  readonly release: string | undefined;
  readonly to: 'stable' | 'next-step';
  /** Seconds. */
  readonly wait: number;
}

export function readInputs(host: Host): PromoteInputs {
  const inputs = new Inputs(host, defaults);
  return {
    plan: inputs.required('plan', 'the path of a plan such as jarvis.yml'),
    release: inputs.optional('release'),
    to: inputs.oneOf('to', ['stable', 'next-step']),
    wait: inputs.duration('wait'),
  };
}
