/** A workspace and the means to run tools on it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { systemExec } from '../../../shared/action/exec.ts';
import type { ToolMeans } from '../../../shared/tools/tool.ts';

export interface Stage {
  readonly folder: string;
  readonly means: ToolMeans;
  /** A program that Node runs, with `report` as the argument after one of these flags. */
  program(script: string): string;
  remove(): void;
}

export function stage(files: Readonly<Record<string, string | Buffer>>, more: Partial<ToolMeans> = {}): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-stage-'));
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  const means = {
    exec: systemExec,
    env: (name: string) => (name === 'PATH' ? process.env.PATH : undefined),
    workspace,
    folder: join(folder, 'run'),
    files: Object.keys(files),
    limit: 60,
    signal: new AbortController().signal,
    ...more,
  };
  const program = (script: string) => {
    const path = join(folder, `program-${Math.random().toString(36).slice(2)}`);
    const prelude = `const after = (flag) => process.argv[process.argv.indexOf(flag) + 1]; const fs = require('node:fs');
      if (process.argv.includes('--version')) { console.log('stand-in 1.2.3'); process.exit(0); }`;
    writeFileSync(path, `#!${process.execPath}\n${prelude}\n${script}\n`, { mode: 0o755 });
    return path;
  };
  return { folder, means, program, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
