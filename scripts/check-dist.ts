/** Rebuilds every bundle in place; exits 1 when that changed a byte of what git has, or when a bundle holds what it must not. */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distBreaches } from './dist.ts';
import { bundles } from './entries.ts';

const root = join(import.meta.dirname, '..');
const folders = ['dist', 'examples/*/dist'];

function git(...argv: readonly string[]): string[] {
  const output = execFileSync('git', [...argv, '--', ...folders], { cwd: root, encoding: 'utf8' });
  return output.split('\n').filter((line) => line !== '');
}

if (spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' }).status !== 0) {
  console.error('npm run build failed, so nothing could be compared');
  process.exit(1);
}
const stale = [...git('diff', '--name-only'), ...git('ls-files', '--others', '--exclude-standard')];
const targets = new Set(bundles(root).map(({ target }) => target));
const files = globSync(
  [...targets].map((target) => `${target}/**/*.js`),
  { cwd: root },
).sort();
const actions = globSync('actions/*/main.ts', { cwd: root }).map((path) => path.split('/')[1] ?? '');
const built = [...new Set(files)].map((path) => ({ path, content: readFileSync(join(root, path), 'utf8') }));
const gone = git('ls-files').filter((path) => ![...targets].some((target) => path.startsWith(`${target}/`)));
const wrong = [
  ...stale.map((path) => `${path}: differs from what git has; run npm run build and commit it`),
  ...gone.map((path) => `${path}: is built from nothing; remove it`),
  ...distBreaches(built, root, actions),
];
for (const line of wrong) console.error(line);
console.log(`${built.length} built files, ${wrong.length} problems`);
process.exitCode = wrong.length > 0 ? 1 : 0;
