/** The inputs of deploy-canary as one record, read once. */
import type { Host } from '../../shared/action/host.ts';
import { Inputs } from '../../shared/action/inputs.ts';
import { defaults } from './contract.ts';

export interface CanaryInputs {
  readonly plan: string;
  /** Undefined: the version that is staged. */
  readonly version: string | undefined;
  /** Percent of user traffic. */
  readonly until: number;
  readonly dryRun: boolean;
  /** Seconds. */
  readonly wait: number;
}

export function readInputs(host: Host): CanaryInputs {
  const inputs = new Inputs(host, defaults);
  const until = inputs.matching('until', /^\d{1,3}(\.\d+)?%$/, 'the weight of a step, such as 25%') ?? defaults.until;
  return {
    plan: inputs.required('plan', 'the path of a plan such as jarvis.yml'),
    version: inputs.label('version'),
    until: Number(until.slice(0, -1)),
    dryRun: inputs.flag('dry-run'),
    wait: inputs.duration('wait'),
  };
}
