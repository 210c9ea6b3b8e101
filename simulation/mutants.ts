/**
 * Shows that the simulation can fail: breaks one thing at a time in the reducer, the shell or the target, in a copy of
 * the sources, and expects the invariant that it breaks to be reported. Each is one exact replacement of text.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutant, mutants } from './mutant-list.ts';

/** Seeds in which each must be found. */
const seeds = 3000;

/** Whether every mutant was found; prints a line each. */
export function findAll(root: string): boolean {
  const found = mutants.map((mutant) => {
    const { ok, said } = find(root, mutant);
    console.log(`${ok ? 'found' : 'NOT FOUND'}: ${mutant.what}${said === '' ? '' : ` (${said})`}`);
    return ok;
  });
  console.log(`${found.filter(Boolean).length} of ${found.length} mutants found`);
  return found.every(Boolean);
}

export function find(
  root: string,
  { file, from, to, breaks, ledger }: Mutant,
): { readonly ok: boolean; readonly said: string } {
  const copy = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    for (const name of ['actions', 'shared', 'simulation', 'bench', 'package.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const source = readFileSync(join(copy, file), 'utf8');
    if (source.split(from).length !== 2)
      return { ok: false, said: `its text stands ${source.split(from).length - 1} times in ${file}` };
    writeFileSync(
      join(copy, file),
      source.replace(from, () => to),
    );
    const args = [
      join(copy, 'simulation/main.ts'),
      '--seeds',
      String(seeds),
      '--first',
      ...(ledger ? ['--ledger'] : []),
    ];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 300_000 });
    const line = /^seed .*$/m.exec(stdout)?.[0] ?? '';
    const invariant = Number(/invariant (\d)/.exec(line)?.[1]);
    const ok = status === 1 && breaks.some((each) => each === invariant);
    return { ok, said: line === '' ? stderr.slice(0, 300) : line };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
