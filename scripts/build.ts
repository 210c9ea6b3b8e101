/**
 * Builds every entry into its committed bundle: `tsc` to build/, then ncc from there.
 * `node scripts/build.ts [--only NAME]`; the same bytes come out of any folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundles } from './entries.ts';

interface NccResult {
  readonly code: string;
  readonly assets: Readonly<Record<string, { readonly source: string | Uint8Array }>>;
}
type Ncc = (input: string, options: Readonly<Record<string, unknown>>) => Promise<NccResult>;

const root = join(import.meta.dirname, '..');
const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;

/** `@actions/*` are free of import side effects but do not say so; with the flag ncc drops undici (97 % of a hello-world). */
function declareSideEffectFree(): void {
  const scope = join(root, 'node_modules/@actions');
  for (const name of readdirSync(scope)) {
    const file = join(scope, name, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (manifest['sideEffects'] === false) continue;
    writeFileSync(file, `${JSON.stringify({ ...manifest, sideEffects: false }, null, 2)}\n`);
  }
}

/** Examples of keys in the comments of a package look like keys to whoever scans this repository. */
function withoutExamples(code: string): string {
  return code.replace(/^(\s*\* e\.g\.\)) .*$/gm, '$1 (left out)');
}

async function bundle(source: string, target: string): Promise<void> {
  const input = join(root, 'build', source.replace(/\.ts$/, '.js'));
  const { code, assets } = await ncc(input, { cache: false, quiet: true, minify: false, sourceMap: false });
  const folder = join(root, target);
  rmSync(folder, { recursive: true, force: true });
  const files: Record<string, string | Uint8Array> = { 'index.js': code, 'package.json': '{ "type": "module" }\n' };
  for (const [name, asset] of Object.entries(assets)) if (name !== 'package.json') files[name] = asset.source;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(
      join(folder, name),
      name.endsWith('.js') ? withoutExamples(Buffer.from(content).toString()) : content,
    );
  }
  console.log(`${target}  ${Math.round(Buffer.byteLength(code) / 1000)} kB, ${Object.keys(files).length} files`);
}

const only = process.argv.includes('--only') ? process.argv.at(-1) : undefined;
process.chdir(root);
declareSideEffectFree();
if (existsSync('build')) rmSync('build', { recursive: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
for (const { source, target } of bundles(root)) {
  if (only === undefined || target.includes(only)) await bundle(source, target);
}
