/**
 * Gitleaks over the files, not the history. The report is not redacted: a secret's fingerprint is made of its text, and
 * nobody but us may read the file.
 */
import { join } from 'node:path';
import { obeyed, type Recipe, toolOf } from './recipe.ts';
import { snapshot } from './snapshot.ts';

/** Used for nothing else by gitleaks, whose own 1 means both findings and failure. */
const found = 42;

/** What a `gitleaks:allow` comment hides is wanted too, so that it can be shown. */
export function gitleaksArgs(report: string): string[] {
  const output = ['--report-format', 'json', '--report-path', report];
  return ['dir', '.', ...output, '--exit-code', String(found), '--ignore-gitleaks-allow', '--no-banner', '--no-color'];
}

const recipe: Recipe = {
  id: 'gitleaks',
  program: 'gitleaks',
  codes: [0, found],
  fits: (files) => files.length > 0,
  async prepare({ workspace, files }, { folder, report }) {
    const cwd = join(folder, 'files');
    await snapshot(workspace, files, cwd);
    const notes = obeyed(files, ['.gitleaks.toml', '.gitleaksignore']);
    // Only its log tells that something was scanned.
    return { cwd, args: gitleaksArgs(report), log: 'gitleaks-log', notes };
  },
};

export const gitleaks = toolOf(recipe);
