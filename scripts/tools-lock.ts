/**
 * Looks up the digests of the tool lock, all or of those named: `npm run tools:lock -- [NAME...]`. pip resolves the
 * Python tools, Go builds its own; what is a download stays as it stands, with the source of its digest. Review the
 * difference: from then on these bytes are what runs.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../shared/tools/lock/entry.ts';
import { lockGo } from './tools-lock/go.ts';
import { lockPypi } from './tools-lock/pypi.ts';
import { wanted } from './tools-lock/wanted.ts';

const path = join(import.meta.dirname, '../shared/tools/lock/lock.json');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(wanted, name));
if (unknown.length > 0) {
  console.error(
    `no such tool: ${unknown.join(', ')}; scripts/tools-lock/wanted.ts has ${Object.keys(wanted).join(', ')}`,
  );
  process.exit(2);
}
const lock = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Entry>;
for (const [name, tool] of Object.entries(wanted)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  lock[name] = tool.kind === 'pypi' ? await lockPypi(tool) : await lockGo(tool);
  const sorted = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
}
execFileSync(join(import.meta.dirname, '../node_modules/.bin/biome'), ['format', '--write', path], { stdio: 'ignore' });
