/** One file of evidence: opened, read line by line, and where it is broken, said where. */
import { closeSync, openSync, readSync } from 'node:fs';
import { InputError, type Problem } from '../../shared/action/errors.ts';
import { JsonError } from './json.ts';
import { linesOf, type Source } from './lines.ts';
import { type Given, type Listener, Reader, type Replayed } from './reader.ts';

/** As a reader's, but for what is wrong with a file, which has a place here. */
export type FileListener = Omit<Listener, 'warned'> & { warned(problem: Problem): void };

/**
 * Replays the file at `path`; `file` is what it is called.
 * @throws InputError whose problem names the file, the line and, where that is not JSON, the column.
 */
export function replayFile(file: string, path: string, given: Given | undefined, listener: FileListener): Replayed {
  let line = 1;
  const warned = (message: string) => listener.warned({ file, line, message });
  const reader = new Reader(given, { ...listener, warned });
  try {
    withFile(path, (read) => {
      for (const text of linesOf(read)) {
        reader.line(line === 1 ? text.replace(/^\uFEFF/, '') : text);
        line += 1;
      }
    });
    return reader.end();
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    reader.flush();
    const place = problem.line === undefined ? {} : { line };
    throw new InputError(problem.message, [{ ...problem, file, ...place }]);
  }
}

function withFile(path: string, use: (read: Source) => void): void {
  const descriptor = openSync(path, 'r');
  try {
    use((buffer, at) => readSync(descriptor, buffer, at, buffer.length - at, null));
  } finally {
    closeSync(descriptor);
  }
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
};

/** What is wrong with the file; undefined where it is not the file's fault. The caller knows the line. */
function problemOf(error: unknown): Problem | undefined {
  if (error instanceof JsonError) {
    const { message, column } = error;
    return { message, line: 0, ...(column === undefined ? {} : { column }) };
  }
  if (error instanceof InputError) return { message: error.message, line: 0 };
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  if (syscall !== 'open' && syscall !== 'read') return undefined;
  return { message: `${unreadable[code] ?? `cannot be read (${code})`}; expected a file of evidence` };
}
