/** How fast the built actions start, against bare node. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { node, paired, type Run, table, verdict } from './measure.ts';

const root = join(import.meta.dirname, '..');
const pairs = 25;
const emptyTarget = 1.6;
const promoteTarget = 3;
/** What makes an action end at its inputs where it needs none. */
const refused: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'check-quality': { 'INPUT_FAIL-ON': 'nothing' },
};

const bundle = (name: string): string => join(root, 'dist', name, 'index.js');

/** A run as the runner makes it, but with nothing of this process's environment. */
function action(name: string, folder: string, env: Readonly<Record<string, string>> = {}): Run {
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary' };
  const commands = Object.entries(files).map(([key, file]) => [key, join(folder, file)] as const);
  for (const [, file] of commands) writeFileSync(file, '');
  return { args: [bundle(name)], cwd: folder, env: { ...Object.fromEntries(commands), ...env } };
}

const bare = (cwd: string): Run => ({ args: ['-e', '0'], env: {}, cwd });

/** Whether any file that the run loads mentions undici, or node loads its own for `fetch`. */
function loadsUndici({ args, env, cwd }: Run): boolean {
  const list = join(cwd, 'loaded');
  const hook = pathToFileURL(join(import.meta.dirname, 'loaded.ts')).href;
  node({ args: ['--import', hook, ...args], env: { ...env, BENCH_LOADED: list }, cwd });
  const loaded = readFileSync(list, 'utf8').split('\n');
  const files = loaded.filter((url) => url.startsWith('file:') && url !== hook).map((url) => fileURLToPath(url));
  if (files.length === 0) throw new Error(`nothing was seen to be loaded by ${args.join(' ')}`);
  return (
    loaded.some((name) => name.includes('undici')) ||
    files.some((file) => readFileSync(file, 'utf8').includes('undici'))
  );
}

function emptyRow(name: string, folder: string): string[] {
  const run = action(name, folder, refused[name]);
  const { ratio, first, second, last } = paired(bare(folder), run, pairs);
  const errors = last.stdout.split('\n').filter((line) => line.startsWith('::error')).length;
  const size = `${Math.round(statSync(bundle(name)).size / 1000)} kB`;
  const times = `${second.toFixed(0)} / ${first.toFixed(0)} ms`;
  const undici = loadsUndici(run) ? 'LOADED' : 'no';
  return [name, `${ratio.toFixed(2)}x`, verdict(ratio, emptyTarget), times, `${last.code}`, `${errors}`, undici, size];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A running target with one stable version, then promote-canary on it: a plan read, the target asked, nothing to do. */
async function promote(folder: string): Promise<void> {
  const plan = join(folder, 'jarvis.yml');
  const sample = readFileSync(join(root, 'examples/brain-api/jarvis.yml'), 'utf8');
  writeFileSync(plan, sample.replace('127.0.0.1:8080', `127.0.0.1:${await freePort()}`));
  // The target goes a second after this process does.
  const target = { GITHUB_WORKSPACE: root, JARVIS_OWNER_PID: String(process.pid), JARVIS_LINGER: '1' };
  const env = { PATH: process.env.PATH ?? '', ...target, INPUT_PLAN: plan };
  const staged = node(action('deploy-staging', folder, { ...env, INPUT_VERSION: 'v1' }));
  if (staged.code !== 0) {
    console.log(
      `promote-canary: not measured, deploy-staging ended with ${staged.code}\n${staged.stdout}${staged.stderr}`,
    );
    return;
  }
  const { ratio, first, second, last } = paired(bare(folder), action('promote-canary', folder, env), pairs);
  const times = `${second.toFixed(0)} / ${first.toFixed(0)} ms`;
  const figures = [`${ratio.toFixed(2)}x`, verdict(ratio, promoteTarget), times, `exit code ${last.code}`];
  console.log(`promote-canary, valid: ${figures.join('  ')}  (target: at most ${promoteTarget}x)`);
  if (last.code !== 0) console.log(last.stdout, last.stderr);
}

/** Every action with an empty input set, and a valid promote-canary, against `node -e 0`. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const actions = readdirSync(join(root, 'actions')).filter((name) => existsSync(bundle(name)));
    console.log(
      `${pairs} pairs against node -e 0; target with no input, or a wrong one where none is needed: at most ${emptyTarget}x, 1 error, no undici\n`,
    );
    const head = ['action', 'ratio', '', 'median', 'exit', 'errors', 'undici', 'size'];
    table([head, ...actions.map((name) => emptyRow(name, folder))]);
    console.log();
    await promote(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
