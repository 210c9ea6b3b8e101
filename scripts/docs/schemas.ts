/** JSON Schemas of the files that others write and read, from the schemas that the code checks them with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { Page } from './page.ts';

interface Source {
  readonly page: string;
  readonly title: string;
  readonly module: string;
  readonly name: string;
}

const sources: readonly Source[] = [
  { page: 'jarvis', title: 'jarvis.yml: the plan of a release', module: 'shared/plan/schema.ts', name: 'planSchema' },
  {
    page: 'evidence',
    title: 'A line of evidence.ndjson',
    module: 'shared/release/evidence-schema.ts',
    name: 'evidenceLineSchema',
  },
  { page: 'events', title: 'A line of events.ndjson', module: 'local/events.ts', name: 'eventSchema' },
];

/** The schemas whose source exists; says which it left out. */
export async function schemaPages(root: string): Promise<Page[]> {
  const there = sources.filter(({ module }) => existsSync(join(root, module)));
  for (const { page, module } of sources) {
    if (!existsSync(join(root, module))) console.log(`no schemas/${page}.schema.json: there is no ${module}`);
  }
  return Promise.all(there.map((source) => schemaPage(root, source)));
}

/** What may be left out of the file is optional in its schema: editors must not ask for a default. */
async function schemaPage(root: string, { page, title, module, name }: Source): Promise<Page> {
  const exports = (await import(pathToFileURL(join(root, module)).href)) as Readonly<Record<string, unknown>>;
  const schema = exports[name];
  if (!(schema instanceof z.core.$ZodType)) throw new Error(`${module} exports no zod schema ${name}`);
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return {
    path: `schemas/${page}.schema.json`,
    content: `${JSON.stringify({ $schema, $id: `https://github.com/jarvis/actions/raw/main/schemas/${page}.schema.json`, title, ...rest }, null, 2)}\n`,
  };
}
