/** A generated file, and what becomes of it: written, or compared. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A generated file by its path from the root. */
export interface Page {
  readonly path: string;
  readonly content: string;
}

/** Writes the pages that differ, or with `check` names them; returns the exit code. Writing goes on despite problems. */
export function settle(root: string, pages: readonly Page[], problems: readonly string[], check: boolean): 0 | 1 {
  const differing = pages.filter(({ path, content }) => content !== current(root, path));
  for (const { path, content } of check ? [] : differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`wrote ${path}`);
  }
  const stale = check ? differing.map(({ path }) => `${path} is stale; run npm run docs and commit it`) : [];
  for (const line of [...problems, ...stale]) console.error(line);
  return problems.length + stale.length > 0 ? 1 : 0;
}

function current(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}
