/** hadolint over the Dockerfiles of the workspace. */
import { basename } from 'node:path/posix';
import { type Recipe, toolOf } from './recipe.ts';

/** Such as `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`; not what only goes with one. */
export function isDockerfile(file: string): boolean {
  const name = basename(file);
  if (/\.(dockerignore|md|txt|json|ya?ml|tmpl|tpl|j2|[cm]?[jt]s|py|sh)$/.test(name)) return false;
  return /^(Docker|Container)file(\.[\w.-]+)?$/.test(name) || /.\.(D|d)ockerfile$/.test(name);
}

export function hadolintArgs(files: readonly string[]): string[] {
  return ['--no-fail', '-f', 'json', '--', ...files.filter(isDockerfile)];
}

const recipe: Recipe = {
  id: 'hadolint',
  program: 'hadolint',
  codes: [0],
  fits: (files) => files.some(isDockerfile),
  prepare: ({ files }) => ({ args: hadolintArgs(files), stdout: true }),
};

export const hadolint = toolOf(recipe);
