/** Everything that CI demands beyond the tests; `npm run check` runs it all and exits 1 if any part failed. */
import { join } from 'node:path';
import { runAll, type Step, summary } from './steps.ts';

const root = join(import.meta.dirname, '..');
const steps: readonly Step[] = [
  {
    name: 'style and dependency rule',
    argv: ['node', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  },
  { name: 'types', argv: ['node', 'node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'docs', argv: ['node', 'scripts/docs.ts', '--check'] },
  { name: 'workflows', argv: ['node', 'scripts/check-workflows.ts'] },
  { name: 'dist', argv: ['node', 'scripts/check-dist.ts'] },
];
const ended = runAll(steps, root, console.log);
console.log(`\n${summary(ended)}`);
process.exitCode = ended.every(({ passed }) => passed) ? 0 : 1;
