/**
 * Writes what follows from the contracts: typed names, README tables, the catalog, the JSON Schemas.
 * `node scripts/docs.ts [--check]`; with `--check` nothing is written and stale files are a failure.
 */
import { join } from 'node:path';
import { gaps, readActions } from './docs/action.ts';
import { contractSource, formatted } from './docs/contract.ts';
import { type Page, settle } from './docs/page.ts';

const root = join(import.meta.dirname, '..');
const actions = readActions(root);
const contracts: Page[] = actions.map((action) => {
  const path = `actions/${action.name}/contract.ts`;
  return { path, content: formatted(root, path, contractSource(action)) };
});
const problems = actions.flatMap(gaps);
process.exitCode = settle(root, contracts, problems, process.argv.includes('--check'));
