/** Reads the report of one tool from its file, with as little of it in memory at once as its format allows. */
import type { Reading } from '../findings/model.ts';
import type { ReadContext, Reader } from '../findings/readers/reader.ts';
import type { Item } from './report/cut.ts';
import { chunksOf } from './report/file.ts';
import { cutLines } from './report/lines.ts';
import { cutMembers } from './report/members.ts';
import { withinLimit } from './report/text.ts';

/**
 * @param path absolute
 * @throws ReportError whose message says what is wrong and where, and quotes nothing of the report
 */
export async function readReport(path: string, reader: Reader, context: ReadContext): Promise<Reading> {
  const fold = reader.begin(context);
  const item: Item = (value, pointer) => fold.item(value, pointer);
  switch (reader.format) {
    case 'json':
      return fold.end(await readJson(path, reader.each, item));
    case 'json-lines':
      return fold.end(await readLines(path, item));
    case 'xml':
      return fold.end(await readXml(path));
  }
}

/** The document without the members that were given one by one. @throws ReportError */
export async function readJson(path: string, each: readonly string[], item: Item): Promise<unknown> {
  const members = cutMembers(each, item);
  for await (const chunk of chunksOf(path, 'json')) members.write(chunk);
  return members.end();
}

async function readLines(path: string, item: Item): Promise<undefined> {
  const lines = cutLines(item);
  for await (const chunk of chunksOf(path, 'json-lines')) lines.write(chunk);
  lines.end();
}

async function readXml(path: string): Promise<unknown> {
  const { parseXml, largestXml } = await import('./report/xml.ts');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(path, 'xml')) {
    size += chunk.length;
    withinLimit('an XML report is read as a whole, and this one has', size, largestXml);
    parts.push(new Uint8Array(chunk));
  }
  return parseXml(Buffer.concat(parts));
}
