/** A Go module's digest from the checksum database, and those of its executables, built for every platform. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GoEntry } from '../../shared/tools/lock/entry.ts';
import { goArgs, goVariables } from '../../shared/tools/lock/go.ts';
import type { WantedGo } from './wanted.ts';

const run = promisify(execFile);
const platforms = {
  'linux-x64': ['linux', 'amd64'],
  'linux-arm64': ['linux', 'arm64'],
  'darwin-arm64': ['darwin', 'arm64'],
};

export async function lockGo(wanted: WantedGo): Promise<GoEntry> {
  const { kind, version, program, module, toolchain, ldflags } = wanted;
  const env = { ...process.env, ...goVariables(toolchain), GOBIN: '' };
  const { stdout } = await run('go', ['mod', 'download', '-json', `${module}@v${version}`], { env });
  const { Sum: sum } = JSON.parse(stdout) as { Sum: string };
  const cache = (await run('go', ['env', 'GOMODCACHE'], { env })).stdout.trim();
  const built: Record<string, string> = {};
  for (const [platform, [GOOS = '', GOARCH = '']] of Object.entries(platforms)) {
    const GOPATH = mkdtempSync(join(tmpdir(), 'jarvis-go-'));
    await run('go', goArgs(wanted), { env: { ...env, GOPATH, GOMODCACHE: cache, GOOS, GOARCH } });
    const path = readdirSync(join(GOPATH, 'bin'), { recursive: true, encoding: 'utf8' }).find((each) =>
      each.endsWith(program),
    );
    built[platform] = createHash('sha256')
      .update(readFileSync(join(GOPATH, 'bin', path ?? '')))
      .digest('hex');
    rmSync(GOPATH, { recursive: true });
    console.log(`${program}: ${platform}`);
  }
  return { kind, version, program, module, sum, toolchain, ldflags, built };
}
