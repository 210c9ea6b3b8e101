/** JSON Schemas of the files that others write and read, from the schemas that the code checks them with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
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
  const { $schema, ...rest } = toJson(exports[name], `${module} exports no schema ${name}`);
  return {
    path: `schemas/${page}.schema.json`,
    content: `${JSON.stringify({ $schema, $id: `https://github.com/jarvis/actions/raw/main/schemas/${page}.schema.json`, title, ...rest }, null, 2)}\n`,
  };
}

function toJson(schema: unknown, missing: string): Readonly<Record<string, unknown>> {
  if (schema instanceof z.core.$ZodType) return z.toJSONSchema(schema, { io: 'input' });
  if (typeof schema !== 'object' || schema === null || !('~standard' in schema)) throw new Error(missing);
  return toJsonSchema(schema as GenericSchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    overrideSchema: ({ valibotSchema, jsonSchema }) => ({ ...jsonSchema, ...described(valibotSchema) }),
  }) as Readonly<Record<string, unknown>>;
}

/** What an error says was expected is what an editor shows beside the key. */
function described(schema: object): { readonly description?: string } {
  const message = 'message' in schema && typeof schema.message === 'string' ? schema.message : '';
  return message.startsWith('expected ') ? { description: message.slice('expected '.length) } : {};
}
