/** The bytes of a report's file, chunk by chunk, once its first ones look like what was expected. */
import { open } from 'node:fs/promises';
import { type Reader, ReportError } from '../../findings/readers/reader.ts';

const chunkSize = 256 * 1024;

/** Without a byte order mark; a chunk is overwritten by the next one. @throws ReportError */
export async function* chunksOf(path: string, format: Reader['format']): AsyncGenerator<Uint8Array> {
  const file = await open(path).catch(unreadable);
  try {
    if (!(await file.stat()).isFile()) throw new ReportError('the report is not a file');
    const buffer = Buffer.allocUnsafe(chunkSize);
    for (let first = true; ; first = false) {
      const { bytesRead } = await file.read(buffer, 0, chunkSize).catch(unreadable);
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      yield first ? begun(chunk, format) : chunk;
    }
  } finally {
    await file.close();
  }
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'the report is not there',
  ENOTDIR: 'the report is not there',
  EISDIR: 'the report is a folder',
  EACCES: 'the report may not be read',
};

function unreadable(error: NodeJS.ErrnoException): never {
  throw new ReportError(causes[error.code ?? ''] ?? `the report cannot be read (${error.code ?? 'unknown'})`);
}

const utf8Mark = [0xef, 0xbb, 0xbf];
const compressed = [0x1f, 0x8b];

/** The first chunk without its mark. */
function begun(chunk: Uint8Array, format: Reader['format']): Uint8Array {
  const starts = (mark: readonly number[]) => mark.every((byte, index) => chunk[index] === byte);
  if (starts(compressed)) throw new ReportError('the report is compressed (gzip); expected plain text');
  // A mark, or the zero half of an ASCII character.
  if (starts([0xff, 0xfe]) || starts([0xfe, 0xff]) || chunk[0] === 0 || chunk[1] === 0) {
    throw new ReportError('the report is UTF-16 or binary; expected UTF-8');
  }
  const content = starts(utf8Mark) ? chunk.subarray(utf8Mark.length) : chunk;
  const first = content.find((byte) => byte > 0x20);
  const markup = first === 0x3c;
  if (first === undefined || markup === (format === 'xml')) return content;
  throw new ReportError(markup ? 'the report is HTML or XML; expected JSON' : 'the report is not XML');
}
