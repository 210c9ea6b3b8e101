/** TruffleHog over the files, without asking the services whether a secret is live. */
import { join } from 'node:path';
import { type Recipe, toolOf } from './recipe.ts';
import { snapshot } from './snapshot.ts';

export function trufflehogArgs(): string[] {
  return ['filesystem', '.', '--json', '--no-update', '--no-verification'];
}

const recipe: Recipe = {
  id: 'trufflehog',
  program: 'trufflehog',
  // 183 says findings, where a configuration asks for it.
  codes: [0, 183],
  // So it is where nothing was found; its log tells that something was looked at.
  mayBeEmpty: true,
  fits: (files) => files.length > 0,
  async prepare({ workspace, files }, { folder }) {
    const cwd = join(folder, 'files');
    await snapshot(workspace, files, cwd);
    return { cwd, args: trufflehogArgs(), stdout: true, log: 'trufflehog-log' };
  },
};

export const trufflehog = toolOf(recipe);
