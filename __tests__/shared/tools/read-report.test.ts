import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reading } from '../../../shared/findings/model.ts';
import { type Reader, ReportError } from '../../../shared/findings/readers/reader.ts';
import { readReport } from '../../../shared/tools/read-report.ts';

const context = { workspace: '/w', beside: () => undefined };

/** Says what it was given as the notes of its reading. */
function echo(format: Reader['format']): Reader {
  return {
    id: 'bandit',
    format,
    each: ['$.results.*'],
    begin: () => {
      const notes: string[] = [];
      return {
        item: (value, pointer) => notes.push(`${pointer} ${JSON.stringify(value)}`),
        end: (document): Reading => ({
          tool: { name: 'echo', version: null },
          drafts: [],
          scanned: null,
          skipped: [],
          errors: [],
          notes: [...notes, JSON.stringify(document) ?? 'no document'],
          secrets: [],
        }),
      };
    },
  };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(format: Reader['format'], content: string | Uint8Array): Promise<readonly string[]> {
  const path = join(folder, 'report');
  writeFileSync(path, content);
  return (await readReport(path, echo(format), context)).notes;
}

const encoded = (text: string, mark: number[]) => Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf16le')]);

describe('a report in a file', () => {
  const cases: [name: string, format: Reader['format'], content: string, notes: string[]][] = [
    ['JSON', 'json', '{"results":[1,2]}', ['/results/0 1', '/results/1 2', '{"results":[]}']],
    ['JSON with a byte order mark', 'json', '\ufeff{"results":[1]}', ['/results/0 1', '{"results":[]}']],
    ['JSON lines', 'json-lines', '1\n2\n', ['1 1', '2 2', 'no document']],
    ['JSON lines with a byte order mark', 'json-lines', '\ufeff1\n', ['1 1', 'no document']],
    ['JSON lines without one', 'json-lines', '', ['no document']],
    ['XML', 'xml', '<a b="1"/>', ['{"a":{"@b":"1"}}']],
    ['XML with a byte order mark', 'xml', '\ufeff<a b="1"/>', ['{"a":{"@b":"1"}}']],
  ];
  it.each(cases)('of %s is read', async (_name, format, content, notes) => {
    expect(await read(format, content)).toEqual(notes);
  });

  it('larger than a chunk is read whole', async () => {
    const results = Array.from({ length: 5000 }, (_, index) => ({ index, code: `é"\\\n${'x'.repeat(index % 500)}` }));
    const notes = await read('json', JSON.stringify({ results }, null, 2));
    const expected = results.map((value, index) => `/results/${index} ${JSON.stringify(value)}`);
    expect(notes).toEqual([...expected, '{"results":[]}']);
  });

  const broken: [name: string, format: Reader['format'], content: string | Uint8Array, message: RegExp][] = [
    ['0 bytes', 'json', '', /^the report is empty$/],
    ['0 bytes of XML', 'xml', '', /^the report is empty$/],
    ['HTML instead of JSON', 'json', '<!DOCTYPE html><p>Sign in', /^the report is HTML or XML; expected JSON$/],
    ['HTML instead of JSON lines', 'json-lines', '\n <html>', /^the report is HTML or XML; expected JSON$/],
    ['HTML instead of XML', 'xml', '<!doctype html><html/>', /as HTML does/],
    ['JSON instead of XML', 'xml', '{"tests":1}', /^the report is not XML$/],
    [
      'UTF-16 with its mark',
      'json',
      encoded('{"results":[]}', [0xff, 0xfe]),
      /^the report is UTF-16 or binary; expected UTF-8$/,
    ],
    ['UTF-16 without a mark', 'json', encoded('{"results":[]}', []), /^the report is UTF-16 or binary/],
    ['a compressed file', 'json', Buffer.from([0x1f, 0x8b, 8, 0]), /^the report is compressed/],
    ['XML of 33 MB', 'xml', `<a>${'x'.repeat(34_000_000)}</a>`, /more than 32 MiB/],
  ];
  it.each(broken)('of %s is an error', async (_name, format, content, message) => {
    await expect(read(format, content)).rejects.toThrow(message);
    await expect(read(format, content)).rejects.toBeInstanceOf(ReportError);
  });

  it('that is not there is an error', async () => {
    const reading = readReport(join(folder, 'none'), echo('json'), context);
    await expect(reading).rejects.toEqual(new ReportError('the report is not there'));
  });

  it('that is a folder is an error', async () => {
    await expect(readReport(folder, echo('json'), context)).rejects.toBeInstanceOf(ReportError);
  });
});
