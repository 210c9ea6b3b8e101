/** Where a file lies, as findings say it: relative to the workspace with `/`, whatever way the tool wrote it. */

export interface Place {
  readonly path: string;
  readonly outside?: true;
}

/**
 * Takes relative and absolute paths, `./` and `..`, Windows paths and `file:` URIs; the workspace itself is `.`.
 * What lies outside, and addresses that are no files (`https://...`), come back as they were.
 */
export function place(path: string, workspace: string): Place {
  const local = fromUri(path);
  if (local === undefined) return { path, outside: true };
  const root = split(slashed(workspace));
  const said = slashed(local);
  const absolute = split(isAbsolute(said) ? said : `${slashed(workspace)}/${said}`);
  const inside = root.length <= absolute.length && root.every((part, index) => part === absolute[index]);
  if (!inside) return { path, outside: true };
  return { path: absolute.slice(root.length).join('/') || '.' };
}

/** The path that a `file:` URI names, anything without a scheme as it is, undefined for other addresses. */
function fromUri(path: string): string | undefined {
  const uri = /^([a-z][a-z0-9+.-]+):\/\/?/i.exec(path);
  if (!uri) return path;
  if (uri[1]?.toLowerCase() !== 'file') return undefined;
  const plain = decode(path.replace(/^file:(\/\/(localhost(?=\/))?(?=\/))?/i, ''));
  return plain.replace(/^\/(?=[a-z]:)/i, '');
}

/** Without percent signs where they are an encoding; as it was where they are not. */
export function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

const slashed = (path: string) => path.replace(/\\/g, '/');

const isAbsolute = (path: string) => /^(\/|[a-z]:\/)/i.test(path);

/** Its parts with `.` and `..` resolved; a drive's letter in lower case, as its case means nothing. */
function split(path: string): readonly string[] {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const [drive, ...rest] = parts;
  return drive !== undefined && /^[a-z]:$/i.test(drive) ? [drive.toLowerCase(), ...rest] : parts;
}
