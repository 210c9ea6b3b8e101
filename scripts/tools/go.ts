/** Builds a pinned tool from its Go module, whose C and C++ want headers that the module does not bring. */
import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { networkVariables } from '../../shared/tools/environment.ts';
import { goArgs, goVariables } from '../../shared/tools/lock/go.ts';
import { type Sources, unpackPackage } from './debian.ts';
import { type GoTool, platform } from './lock.ts';

const run = promisify(execFile);
type Env = Readonly<Record<string, string>>;

/** Minutes; two idle cores take six, and busy ones a quarter of an hour. */
const patience = 60;
const kept = ['PATH', 'HOME', 'TMPDIR', 'GOPROXY', 'GOPATH', 'GOCACHE', 'GOMODCACHE'];
const needed = { go: ['version'], gcc: ['--version'], 'g++': ['--version'] };

/**
 * Leaves `bin/PROGRAM` in `folder`. The headers stay in the cache: by the same path Go finds what an earlier try compiled.
 * @throws Error which says what is missing, or which bytes are not those of the lock
 */
export async function buildGo(
  name: string,
  tool: GoTool,
  folder: string,
  cache: string,
  sources: Sources,
): Promise<void> {
  const headers = join(cache, 'headers', hash('sha256', JSON.stringify(tool.headers)).slice(0, 16));
  const env = environment(tool, folder, headers, sources.env ?? process.env);
  const compiler = await compilerOf(name, tool, env);
  await unpackHeaders(tool, headers, sources);
  await checkSum(name, tool, env);
  mkdirSync(env.GOBIN, { recursive: true });
  await run('go', goArgs(tool), { cwd: folder, env, timeout: patience * 60_000, maxBuffer: 64_000_000 });
  checkBuilt(name, tool, compiler, join(folder, tool.program));
}

async function unpackHeaders(tool: GoTool, headers: string, sources: Sources): Promise<void> {
  if (existsSync(headers)) return;
  mkdirSync(dirname(headers), { recursive: true });
  const work = mkdtempSync(`${headers}.part-`);
  try {
    for (const each of tool.headers) {
      await unpackPackage(each, each, work, sources);
      for (const [path, to] of Object.entries(each.links ?? {})) symlinkSync(to, join(work, path));
    }
    renameSync(work, headers);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What the compiler says it is. @throws Error with all that the machine lacks */
async function compilerOf(name: string, { version, toolchain }: GoTool, env: Env): Promise<string> {
  const lines = await Promise.all(
    Object.entries(needed).map(async ([program, args]) => {
      const line = await run(program, args, { env }).then(
        ({ stdout }) => stdout.split('\n')[0] ?? '',
        () => undefined,
      );
      return [program, line] as const;
    }),
  );
  const missing = lines.flatMap(([program, line]) => (line === undefined ? [program] : []));
  if (missing.length > 0)
    throw new Error(
      `${name} ${version} is built here by Go 1.21 or newer (which fetches ${toolchain}) with gcc and g++, and this machine has no ${missing.join(' and no ')}`,
    );
  return lines.find(([program]) => program === 'gcc')?.[1] ?? '';
}

/** The user's Go caches and proxy, and nothing else of the environment that could change what is built. */
function environment({ toolchain }: GoTool, folder: string, headers: string, given: NodeJS.ProcessEnv) {
  const include = join(headers, 'usr/include');
  return {
    ...Object.fromEntries(kept.flatMap((each) => (given[each] ? [[each, given[each]]] : []))),
    ...networkVariables((name) => given[name]),
    ...goVariables(toolchain),
    LANG: 'C.UTF-8',
    CGO_ENABLED: '1',
    CC: 'gcc',
    CXX: 'g++',
    CGO_CFLAGS: '-O2',
    CGO_CXXFLAGS: '-O2',
    // A header's path stands in messages of the program; there it is the same on every machine.
    CGO_CPPFLAGS: `-I${include} -ffile-prefix-map=${include}=/include`,
    GOBIN: join(folder, 'bin'),
  };
}

async function checkSum(name: string, { module, version, sum }: GoTool, env: Env): Promise<void> {
  const { stdout } = await run('go', ['mod', 'download', '-json', `${module}@v${version}`], { env });
  const { Sum } = JSON.parse(stdout) as { Sum: string };
  if (Sum !== sum)
    throw new Error(`${name}: ${module}@v${version} has the sum ${Sum}, and scripts/tools/lock.json ${sum}`);
}

/** Another compiler makes other bytes of the same sources; of ours we know them. */
function checkBuilt(name: string, { built }: GoTool, compiler: string, path: string): void {
  const known = built[platform];
  if (known?.compiler !== compiler) return;
  const found = hash('sha256', readFileSync(path));
  if (found !== known.sha256)
    throw new Error(
      `${name}: what ${compiler} built has SHA-256 ${found}, and scripts/tools/lock.json ${known.sha256}`,
    );
}
