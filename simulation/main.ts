/** `npm run simulate -- --seeds N [--from SEED]`: releases in virtual time, with faults, under an observer's eyes. */
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { findAll } from './mutants.ts';
import { readOptions, usage } from './options.ts';
import { runAll } from './pool.ts';
import { show } from './show.ts';
import { Totals } from './totals.ts';

const options = readOptions(argv.slice(2));
if (typeof options === 'string') {
  console.error(`${options}\n${usage}`);
  exit(2);
}
if (options.seed !== undefined) exit(await show(options.seed, options.ledger));
if (options.mutants) exit(findAll(join(import.meta.dirname, '..')) ? 0 : 1);
const totals = new Totals();
const began = performance.now();
await runAll(options, (results) => {
  totals.add(results, began);
  return options.first && totals.failing;
});
exit(totals.report(began) ? 0 : 1);
