/** `npm run bench -- quality`: the built gate beside the same tools started by hand, and what a large report takes. Ends with 1 where a target is missed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeReports } from './quality/large.ts';
import { besideByHand } from './quality/wall.ts';

/** Prints each figure beside its target; `wall` or `large` asks for one of them alone. */
export async function benchQuality([only]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-quality-'));
  try {
    const wall = only === 'large' || (await besideByHand(folder));
    const large = only === 'wall' || largeReports(folder);
    if (!wall || !large) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
