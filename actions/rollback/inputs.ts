/** The inputs of rollback as one record, read once. */
import { InputError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { Inputs } from '../../shared/action/inputs.ts';
import { defaults } from './contract.ts';

export interface RollbackInputs {
  readonly plan: string;
  /** Undefined: the open release. */
  readonly release: string | undefined;
  readonly toVersion: string | undefined;
  readonly reason: string;
  /** Seconds. */
  readonly wait: number;
}

export function readInputs(host: Host): RollbackInputs {
  const inputs = new Inputs(host, defaults);
  const release = inputs.optional('release');
  const toVersion = inputs.label('to-version');
  if (release !== undefined && toVersion !== undefined) {
    throw new InputError(
      `inputs release (${JSON.stringify(release)}) and to-version (${JSON.stringify(toVersion)}) exclude each other; expected one of them`,
    );
  }
  const plan = inputs.required('plan', 'the path of a plan such as jarvis.yml');
  return { plan, release, toVersion, reason: inputs.text('reason'), wait: inputs.duration('wait') };
}
