/** Bandit, over the Python files of the workspace. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { obeyed, type Recipe, toolOf } from './recipe.ts';
import { snapshot } from './snapshot.ts';

const isPython = (file: string) => file.endsWith('.py');
/** Where the project's settings may stand, the first that is there. */
const configs = ['bandit.yaml', 'bandit.yml', '.bandit.yaml', '.bandit.yml'];
const project = 'pyproject.toml';

/** `--exit-zero`: findings are for the gate, so that 1 and 2 only mean that it broke. */
export function banditArgs(report: string, config: string | undefined): string[] {
  const settings = config === undefined ? [] : ['-c', config];
  return ['-r', '.', '--exit-zero', '-q', '-f', 'json', '-o', report, ...settings];
}

async function configOf(workspace: string, files: readonly string[]): Promise<string | undefined> {
  const own = configs.find((name) => files.includes(name));
  if (own !== undefined || !files.includes(project)) return own;
  const text = await readFile(join(workspace, project), 'utf8').catch(() => '');
  return /^\s*\[tool\.bandit\b/m.test(text) ? project : undefined;
}

const recipe: Recipe = {
  id: 'bandit',
  program: 'bandit',
  codes: [0, 1],
  fits: (files) => files.some(isPython),
  async prepare({ workspace, files }, { folder, report }) {
    const cwd = join(folder, 'files');
    const settings = [...configs, project, '.bandit'];
    const wanted = files.filter((file) => isPython(file) || settings.includes(file));
    await snapshot(workspace, wanted, cwd);
    const config = await configOf(workspace, files);
    return { cwd, args: banditArgs(report, config), notes: obeyed(files, [config, '.bandit']) };
  },
};

export const bandit = toolOf(recipe);
