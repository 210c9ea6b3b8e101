/** Files of pip's that name packages. */
import { basename, dirname } from 'node:path/posix';

export function isRequirements(file: string): boolean {
  if (!file.endsWith('.txt')) return false;
  return basename(file).startsWith('requirements') || basename(dirname(file)) === 'requirements';
}

/** Whether every line pins one package by `==`, so that nothing has to be resolved, or built, to know what is installed. */
export function isPinned(text: string): boolean {
  return tidyLines(text).every((line) =>
    /^[A-Za-z0-9][\w.-]*(\[[\w\s,.-]*\])?\s*={2,3}\s*[^\s;*,]+\s*(;.*?)?(\s+--hash[= ]\S+)*$/.test(line),
  );
}

/** Without comments and empty lines, blanks as one; a line that goes on in the next is one. */
function tidyLines(text: string): string[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/(^|\s)#.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** A package of an index by its name, with versions, extras and markers: no folder, address or archive. */
const ofIndex = /^[A-Za-z0-9][\w.-]*\s*(\[[\w\s,.-]*\])?\s*(\(?\s*[=<>!~][^@/\\;]*)?(;[^@]*)?(\s--hash[= ]\S+)*$/;
const archive = /\.(whl|zip|tar|tgz|tbz|txz|gz|bz2|xz|egg)$/i;
const include = /^(?:-r\s*|-c\s*|--requirement[= ]\s*|--constraint[= ]\s*)(\S+)$/;
/** Options that bring nothing from elsewhere onto the machine, and build nothing. */
const harmless =
  /^(?:-i\s*|--index-url[= ]|--extra-index-url[= ]|--trusted-host[= ]|--only-binary[= ]|--prefer-binary$|--pre$|--require-hashes$|--no-index$)/;

/** What a file asks pip to do, as far as it is not simply a package of an index. */
export interface Asked {
  /** Files that it goes on in, as they are written. */
  readonly includes: readonly string[];
  /** Lines that make pip build or fetch something by its place, which runs code of it. */
  readonly others: number;
}

export function askedOf(text: string): Asked {
  const lines = tidyLines(text);
  const includes = lines.flatMap((line) => include.exec(line)?.[1] ?? []);
  const others = lines.filter(
    (line) => !include.test(line) && !harmless.test(line) && (!ofIndex.test(line) || archive.test(line)),
  ).length;
  return { includes, others };
}
