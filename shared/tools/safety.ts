/** Safety, only where it is asked for: it needs an account, and without one it would wait for somebody to log in. */
import { ToolError } from '../action/errors.ts';
import { obeyed, type Recipe, toolOf } from './recipe.ts';
import { isRequirements } from './requirements.ts';

const keyName = 'SAFETY_API_KEY';
const manifests = /(^|\/)(poetry\.lock|Pipfile\.lock|uv\.lock|pyproject\.toml)$/;

/** The key is read from the environment, where other users of the machine cannot see it. */
export function safetyArgs(target: string): string[] {
  return ['--stage', 'cicd', '--disable-optional-telemetry', 'scan', '--output', 'json', '--target', target];
}

const recipe: Recipe = {
  id: 'safety',
  program: 'safety',
  // 64 says that there are findings.
  codes: [0, 64],
  fits: (files) => files.some((file) => isRequirements(file) || manifests.test(file)),
  prepare({ env, workspace, files }) {
    const key = env(keyName);
    if (!key) throw new ToolError(`safety needs an API key: set ${keyName} in the environment of the step`, 'failed');
    return {
      ...{ args: safetyArgs(workspace), stdout: true, needs: { network: true, own: { [keyName]: key } } },
      notes: obeyed(files, ['.safety-policy.yml']),
    };
  },
};

export const safety = toolOf(recipe);
