/** The actions that are built in by name. */
import type { BuiltinName } from '../workflow.ts';
import { checkout } from './checkout.ts';
import type { Builtin, BuiltinContext } from './contract.ts';
import { downloadArtifact } from './download-artifact.ts';
import { builtinInputs, builtinProblem } from './inputs.ts';
import { setupNode } from './setup-node.ts';
import { uploadArtifact } from './upload-artifact.ts';

const builtins: Readonly<Record<BuiltinName, Builtin>> = {
  checkout,
  'setup-node': setupNode,
  'upload-artifact': uploadArtifact,
  'download-artifact': downloadArtifact,
};

/** Runs a built-in action with the inputs as written. */
export async function runBuiltin(
  name: BuiltinName,
  given: Readonly<Record<string, string>>,
  context: Omit<BuiltinContext, 'inputs'>,
): Promise<Record<string, string>> {
  const problems = Object.entries(given).flatMap(([key, value]) => builtinProblem(name, key, value) ?? []);
  if (problems.length > 0) throw new Error(problems.join('; '));
  const fallbacks = Object.entries(builtinInputs[name]).map(([key, { fallback }]) => [key, fallback] as const);
  const written = Object.entries(given).map(([key, value]) => [key.toLowerCase(), value] as const);
  return builtins[name]({ ...context, inputs: Object.fromEntries([...fallbacks, ...written]) });
}
