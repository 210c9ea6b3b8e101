/** Semgrep with the repository's own rules; rules of the registry would need the network and could change any day. */
import { obeyed, type Recipe, toolOf } from './recipe.ts';

const configFile = /^\.?semgrep\.ya?ml$/;
const configFolder = /^\.semgrep\/.*\.ya?ml$/;

/** The local rules, relative to the workspace; empty where there are none. */
export function semgrepConfigs(files: readonly string[]): string[] {
  const single = files.filter((file) => configFile.test(file));
  return files.some((file) => configFolder.test(file)) ? [...single, '.semgrep'] : single;
}

export function semgrepArgs(report: string, configs: readonly string[]): string[] {
  const rules = configs.flatMap((config) => ['--config', config]);
  const quiet = ['--quiet', '--metrics=off', '--disable-version-check'];
  // It would leave out files over 1 MB, and what a comment hides, without a word in its report.
  const whole = ['--max-target-bytes', '0', '--disable-nosem'];
  return ['scan', '--json', '--output', report, ...quiet, ...whole, ...rules, '.'];
}

const recipe: Recipe = {
  id: 'semgrep',
  program: 'semgrep',
  codes: [0, 1],
  fits: (files) => semgrepConfigs(files).length > 0,
  prepare: ({ files }, { report }) => ({
    args: semgrepArgs(report, semgrepConfigs(files)),
    notes: obeyed(files, ['.semgrepignore']),
    needs: { own: { SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0' } },
  }),
};

export const semgrep = toolOf(recipe);
