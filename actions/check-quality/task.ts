/** What one run of the gate works with. */
import type { Host } from '../../shared/action/host.ts';
import type { QualityInputs } from './inputs.ts';

export interface Check {
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly inputs: QualityInputs;
  /** Absolute. */
  readonly workspace: string;
  /** For what is handed on. */
  readonly out: string;
  /** For what may hold secrets; removed at the end. */
  readonly raw: string;
}
