/** The files through which a step hands over outputs, state, variables and paths. Pure parsing. */

/** A file that breaks the format; it fails the step. */
export class FileCommandError extends Error {
  override readonly name = 'FileCommandError';
}

/** Reads `key=value` lines and `key<<DELIMITER` blocks; a later value of a key wins. */
export function parseValues(content: string): Record<string, string> {
  const lines = splitLines(content);
  const values: [string, string][] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const [key, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
      if (key === '' || delimiter === '') throw new FileCommandError(`Invalid format '${line}'`);
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) throw new FileCommandError(`Invalid value. Matching delimiter not found '${delimiter}'`);
      values.push([key, lines.slice(index + 1, end).join('\n')]);
      index = end;
    } else if (equals > 0) {
      values.push([line.slice(0, equals), line.slice(equals + 1)]);
    } else {
      throw new FileCommandError(`Invalid format '${line}'`);
    }
  }
  return Object.fromEntries(values);
}

/** Reads GITHUB_ENV, where the one variable that could take over every later Node process is refused. */
export function parseVariables(content: string): Record<string, string> {
  const values = parseValues(content);
  if (Object.keys(values).some((name) => name.toUpperCase() === 'NODE_OPTIONS')) {
    throw new FileCommandError("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  }
  return values;
}

/** Reads GITHUB_PATH: one folder a line, the last one first on PATH. */
export function parsePaths(content: string): string[] {
  return splitLines(content)
    .filter((line) => line !== '')
    .reverse();
}

function splitLines(content: string): string[] {
  return content.replace(/^\uFEFF/, '').split(/\r?\n/);
}
