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
const report = ['words.ts', 'detail.ts'];

/** Bytes of the judge, bundled and minified as the actions are built, then mangled; without its words for a reader. */
function size(): number {
  const folder = mkdtempSync(join(tmpdir(), 'judge-size-'));
  try {
    cpSync(join(root, 'shared/release'), join(folder, 'release'), { recursive: true });
    for (const file of report) writeFileSync(join(folder, 'release/judge', file), stub(file));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options =
      '--outDir out --ignoreConfig --target es2024 --module esnext --moduleResolution bundler --skipLibCheck';
    const files = ['release/judge/judge.ts', '--rewriteRelativeImportExtensions', '--types', ''];
    execFileSync(process.execPath, [tsc, ...options.split(' '), ...files], { cwd: folder });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
    const built = readdirSync(join(folder, 'out')).includes('judge')
      ? 'out/judge/judge.js'
      : 'out/release/judge/judge.js';
    execFileSync(process.execPath, [ncc, 'build', built, '-o', 'bundle', '-q'], { cwd: folder });
    const file = readdirSync(join(folder, 'bundle')).find((name) => /^index\.m?js$/.test(name)) ?? 'index.js';
    const code = readFileSync(join(folder, 'bundle', file), 'utf8');
    return minifySync(code, { compress: true, mangle: true, module: true }).code.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stub(file: string): string {
  return file === 'words.ts'
    ? "export const reasonOf = (..._: unknown[]) => '';\nexport const lastReason = reasonOf;\n"
    : 'export const detailOf = (..._: unknown[]) => ({});\n';
}

export function costRows(): Row[] {
  const [micros, bytes] = [stepCost(), size()];
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
      values: { measured: `${(bytes / 1000).toFixed(1)} kB` },
      target: '<= 15 kB',
      pass: bytes <= 15_000,
    },
  ];
}
