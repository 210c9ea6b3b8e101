/** The story of the quality gate: read the inputs, look at the workspace, judge what was found, and say it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Ending } from '../../shared/action/start.ts';
import { readInputs } from './inputs.ts';

export async function run({ host, signal }: Context): Promise<Ending> {
  const inputs = readInputs(host);
  const workspace = host.env('GITHUB_WORKSPACE') ?? process.cwd();
  const out = mkdtempSync(join(host.env('RUNNER_TEMP') ?? tmpdir(), 'check-quality-'));
  // Reports hold secrets in clear until they are read.
  const raw = join(out, 'raw');
  mkdirSync(raw, { mode: 0o700 });
  try {
    const { check } = await import('./check.ts');
    return await check({ host, signal, inputs, workspace, out, raw });
  } finally {
    rmSync(raw, { recursive: true, force: true });
  }
}
