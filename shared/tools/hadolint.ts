/** hadolint over the Dockerfiles of the workspace. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { basename } from 'node:path/posix';
import { ToolError } from '../action/errors.ts';
import { obeyed, type Recipe, toolOf } from './recipe.ts';
import { yamlOf } from './yaml.ts';

/** Such as `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`; not what only goes with one. */
export function isDockerfile(file: string): boolean {
  const name = basename(file);
  if (/\.(dockerignore|md|txt|json|ya?ml|tmpl|tpl|j2|[cm]?[jt]s|py|sh)$/.test(name)) return false;
  return /^(Docker|Container)file(\.[\w.-]+)?$/.test(name) || /.\.(D|d)ockerfile$/.test(name);
}

/** `-c`: else hadolint looks for settings itself, also in the user's folders. */
export function hadolintArgs(files: readonly string[], config: string): string[] {
  return ['--no-fail', '-f', 'json', '-c', config, '--', ...files.filter(isDockerfile)];
}

/** In the order in which hadolint looks for them. */
const configs = ['.hadolint.yaml', '.hadolint.yml'];
const pragma = /^\s*#\s*hadolint\s+(?:global\s+)?ignore\s*=/gim;

/**
 * The settings without `ignored`: what is ignored is found all the same, and then suppressed and counted, as the rule stands
 * in a file that says so. JSON, which is YAML too.
 */
async function settings(workspace: string, config: string | undefined): Promise<string> {
  if (config === undefined) return '{}';
  try {
    const document = yamlOf(await readFile(join(workspace, config), 'utf8')) ?? {};
    if (typeof document !== 'object' || Array.isArray(document)) throw new TypeError('no mapping');
    return JSON.stringify({ ...document, ignored: [] });
  } catch {
    throw new ToolError(`${config} is not valid YAML, or no mapping`, 'failed');
  }
}

/** Comments in the files themselves that make it look away, of which its report has nothing. */
async function pragmas(workspace: string, files: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(files.filter(isDockerfile).map((file) => readFile(join(workspace, file), 'utf8')));
  const count = texts.reduce((sum, text) => sum + (text.match(pragma)?.length ?? 0), 0);
  return count === 0 ? [] : [`${count} ${count === 1 ? 'comment makes' : 'comments make'} it ignore a rule`];
}

const recipe: Recipe = {
  id: 'hadolint',
  program: 'hadolint',
  codes: [0],
  fits: (files) => files.some(isDockerfile),
  async prepare({ workspace, files }, { folder }) {
    const [path, own] = [join(folder, 'settings.yaml'), configs.find((name) => files.includes(name))];
    await writeFile(path, await settings(workspace, own));
    const notes = [...obeyed(files, [own]), ...(await pragmas(workspace, files))];
    return { args: hadolintArgs(files, path), stdout: true, notes };
  },
};

export const hadolint = toolOf(recipe);
