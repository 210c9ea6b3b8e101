/** Files of pip's that name packages. */
import { basename, dirname } from 'node:path/posix';

export function isRequirements(file: string): boolean {
  if (!file.endsWith('.txt')) return false;
  return basename(file).startsWith('requirements') || basename(dirname(file)) === 'requirements';
}

/** Whether every line pins one package by `==`, so that nothing has to be resolved, or built, to know what is installed. */
export function isPinned(text: string): boolean {
  const lines = text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
  return lines.every((line) =>
    /^[A-Za-z0-9][\w.-]*(\[[\w\s,.-]*\])?\s*={2,3}\s*[^\s;*,]+\s*(;.*?)?(\s+--hash[= ]\S+)*$/.test(line),
  );
}
