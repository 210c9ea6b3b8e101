/** The built `check-quality` as the runner starts it, for a benchmark. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const bundle = join(import.meta.dirname, '../../dist/check-quality/index.js');

export interface GateRun {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** @param inputs by their names in action.yml @param folder gets the files of the runner */
export function gateRun(
  inputs: Readonly<Record<string, string>>,
  workspace: string,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): GateRun {
  if (!existsSync(bundle)) throw new Error(`${bundle} is not there: npm run build`);
  mkdirSync(folder, { recursive: true });
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary' };
  const commands = Object.entries(files).map(([name, file]) => [name, join(folder, file)] as const);
  for (const [, file] of commands) writeFileSync(file, '');
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const);
  const own = { PATH: process.env['PATH'] ?? '', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: folder };
  return { args: [bundle], cwd: workspace, env: { ...own, ...Object.fromEntries([...commands, ...given]), ...more } };
}
