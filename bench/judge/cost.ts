/** Figure 7: how long one `step` takes, and how large the judge is. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minifySync } from '@swc/core';
import { step } from '../../shared/release/judge/judge.ts';
import type { Row } from './cell.ts';
import { identical } from './families.ts';
import { schooled, settingsFor } from './ours.ts';
import { median } from './outcome.ts';
import { World } from './world.ts';

/** Median microseconds of a `step` over live lines, after the code has warmed up. */
function stepCost(): number {
  const scenario = identical({ rps: 100, errors: 0.001 });
  const settings = settingsFor(scenario);
  const times: number[] = [];
  for (let run = 0; run < 40; run += 1) {
    const world = new World(scenario, run);
    let state = schooled(world, settings);
    for (let t = 0; t < 900; t += 5) {
      const line = { from: t, t: t + 5, weight: 5, ...world.scrape(t, 5, 0.05) };
      const began = performance.now();
      state = step(state, line).state;
      if (run >= 20) times.push((performance.now() - began) * 1000);
    }
  }
  return median(times);
}

const root = join(import.meta.dirname, '../..');
/** What words it for a reader is report, not judgement. */
const report = ['words.ts', 'detail.ts', 'model-detail.ts'];

/** A module that exports the same names and does nothing: what is left of its bundle is the bundler's own. */
const empty = ['beginJudging', 'step', 'hurried'].map((name) => `export const ${name} = () => 0;\n`).join('');

/** Bytes of the judge of one stream of counts, and of the whole, which brings a model's streams together. */
interface Sizes {
  readonly one: number;
  readonly whole: number;
}

/**
 * Bundled and minified as the actions are built, then mangled; without the words for a reader and without the bundler's
 * runtime, which every action has anyway.
 */
function sizes(): Sizes {
  const folder = mkdtempSync(join(tmpdir(), 'judge-size-'));
  try {
    cpSync(join(root, 'shared/release'), join(folder, 'release'), { recursive: true });
    for (const file of report) writeFileSync(join(folder, 'release/judge', file), stub(file));
    writeFileSync(join(folder, 'release/judge/empty.ts'), empty);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options =
      '--outDir out --rootDir release --ignoreConfig --target es2024 --module esnext --moduleResolution bundler --skipLibCheck';
    const files = ['release/judge/judge.ts', 'release/judge/empty.ts', '--rewriteRelativeImportExtensions'];
    execFileSync(process.execPath, [tsc, ...options.split(' '), ...files, '--types', ''], { cwd: folder });
    const runtime = minified(folder, 'empty');
    return { one: minified(folder, 'one') - runtime, whole: minified(folder, 'judge') - runtime };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function minified(folder: string, name: string): number {
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  execFileSync(process.execPath, [ncc, 'build', `out/judge/${name}.js`, '-o', name, '-q'], { cwd: folder });
  const file = readdirSync(join(folder, name)).find((found) => /^index\.m?js$/.test(found)) ?? 'index.js';
  const code = readFileSync(join(folder, name, file), 'utf8');
  return minifySync(code, { compress: { passes: 3 }, mangle: true, module: true }).code.length;
}

function stub(file: string): string {
  return file === 'words.ts'
    ? "export const reasonOf = (..._: unknown[]) => '';\nexport const [lastReason, lateText] = [reasonOf, reasonOf];\n"
    : 'export const [detailOf, detailsOf] = [(..._: unknown[]) => ({}), (..._: unknown[]) => ({})];\n';
}

export function costRows(): Row[] {
  const [micros, { one, whole }] = [stepCost(), sizes()];
  return [
    {
      figure: 7,
      cell: 'one step',
      values: { measured: `${micros.toFixed(1)} us` },
      target: '<= 50 us',
      pass: micros <= 50,
    },
    {
      figure: 7,
      cell: 'minified',
      values: { measured: `${(one / 1000).toFixed(1)} kB` },
      // 15 kB for the judge alone, and a quarter for the split that never comes.
      target: '<= 15.25 kB',
      pass: one <= 15_250,
    },
    {
      figure: 7,
      cell: 'with a model',
      values: { measured: `${(whole / 1000).toFixed(1)} kB` },
      target: '<= 18.5 kB',
      pass: whole <= 18_500,
    },
  ];
}
