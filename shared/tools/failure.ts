/** What was thrown, as the failure of the tool's run. */
import { messageOf, ToolError } from '../action/errors.ts';
import type { Ran } from './tool.ts';

export function failureOfThrown(error: unknown): NonNullable<Ran['failure']> {
  return { kind: error instanceof ToolError ? error.kind : 'failed', message: messageOf(error) };
}
