/** The inputs of deploy-staging as one record, read once. */
import type { Host } from '../../shared/action/host.ts';
import { Inputs } from '../../shared/action/inputs.ts';
import { defaults } from './contract.ts';

export interface StagingInputs {
  readonly plan: string;
  readonly version: string;
  /** Seconds. */
  readonly wait: number;
}

export function readInputs(host: Host): StagingInputs {
  const inputs = new Inputs(host, defaults);
  inputs.label('version');
  return {
    plan: inputs.required('plan', 'the path of a plan such as jarvis.yml'),
    version: inputs.required('version', 'the label of a version, such as v2'),
    wait: inputs.duration('wait'),
  };
}
