/**
 * Writes what follows from the contracts: typed names, README tables, the catalog, the JSON Schemas.
 * `node scripts/docs.ts [--check] [--root FOLDER]`; with `--check` nothing is written and stale files are a failure.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Action, gaps, readActions } from './docs/action.ts';
import { catalog, type Described } from './docs/catalog.ts';
import { contractSource, formatted } from './docs/contract.ts';
import { type Page, settle } from './docs/page.ts';
import { schemaPages } from './docs/schemas.ts';
import { filled, missingBlocks, section } from './docs/tables.ts';

const home = join(import.meta.dirname, '..');
const { check, root } = parseArgs({
  options: { check: { type: 'boolean', default: false }, root: { type: 'string', default: home } },
}).values;

function describeAction(action: Action): Described {
  const path = join(root, 'actions', action.name, 'README.md');
  return { action, readme: existsSync(path) ? readFileSync(path, 'utf8') : undefined };
}

/** Biome also formats Markdown, so a page is generated as it would leave it. */
function page(path: string, content: string): Page {
  return { path, content: formatted(home, path, content) };
}

function pagesOf({ action, readme }: Described): Page[] {
  const contract = page(`actions/${action.name}/contract.ts`, contractSource(action));
  if (readme === undefined) return [contract];
  return [contract, page(`actions/${action.name}/README.md`, filled(readme, action))];
}

/** What a README lacks that a user needs. */
function readmeGaps({ action, readme }: Described): string[] {
  const file = `actions/${action.name}/README.md`;
  if (readme === undefined) return [`${file} is missing`];
  const blocks = missingBlocks(readme).map((name) => `${file} has no <!-- ${name} --> <!-- /${name} --> to fill in`);
  return section(readme, 'Permissions') ? blocks : [...blocks, `${file} has no section "## Permissions"`];
}

const described = readActions(root).map(describeAction);
const pages = [
  ...described.flatMap(pagesOf),
  page('action-catalog.md', catalog(described)),
  ...(await schemaPages(root)),
];
const problems = described.flatMap((one) => [...gaps(one.action), ...readmeGaps(one)]);
process.exitCode = settle(root, pages, problems, check);
