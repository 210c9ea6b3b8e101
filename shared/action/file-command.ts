/**
 * The runner's file commands for outputs and state. The toolkit's own pull in node:crypto for a random delimiter, which
 * costs a quarter of a bare node's start; a delimiter that the value does not contain is as safe.
 */
import { appendFileSync } from 'node:fs';

/** `name=value`, or a block where the value has several lines; the value cannot end its own block. */
export function fileCommand(name: string, value: string): string {
  if (!/[\r\n]/.test(value) && !name.includes('<<')) return `${name}=${value}\n`;
  let delimiter = 'ghadelimiter';
  while (value.includes(delimiter)) delimiter += '_';
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** Appends to the file that the runner named; without one (outside of a runner) nothing is written. */
export function writeFileCommand(file: string | undefined, name: string, value: string): void {
  if (file) appendFileSync(file, fileCommand(name, value));
}
