/**
 * The tests: everything that can share the machine first, then the releases under real traffic one after another, since
 * their latencies are part of what is judged. Arguments go to jest as they are.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const alone = '__tests__/(e2e|dist|real)/';

function jest(args: readonly string[]): number {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { status } = spawnSync(process.execPath, [...flags, join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return status ?? 1;
}

const given = process.argv.slice(2);
const rounds =
  given.length > 0
    ? [given]
    : [
        ['--testPathIgnorePatterns', alone],
        ['--runInBand', alone],
      ];
process.exitCode = rounds.map(jest).find((status) => status !== 0) ?? 0;
