/** Secrets and the forms in which they leak. Pure but for the set that a masker keeps. */

/** Every form of one value that is hidden: itself, its lines, and what encoders make of them. */
export function variants(value: string): string[] {
  const lines = value.split(/\r\n|\r|\n/);
  const whole = [value, value.trim(), ...lines, ...lines.map((line) => line.trim())];
  const plain = [...new Set(whole)].filter((item) => item.trim() !== '');
  return [...new Set(plain.flatMap((item) => [item, ...encodings(item)]))];
}

function encodings(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const xml = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  return [
    ...base64(value),
    json,
    encodeURIComponent(value.toWellFormed()),
    encodeURI(value.toWellFormed()),
    xml,
    xml.replace(/'/g, '&apos;'),
  ];
}

/** Inside a longer text a value starts at any of three offsets; whole groups of three bytes then look alike. */
function base64(value: string): string[] {
  const bytes = Buffer.from(value);
  const shifted = [0, 1, 2].flatMap((shift) => {
    const rest = bytes.subarray(shift);
    const whole = rest.subarray(0, rest.length - (rest.length % 3));
    return whole.length >= 6 ? [whole.toString('base64')] : [];
  });
  const complete = bytes.toString('base64');
  return [complete, ...shifted, ...[complete, ...shifted].map((item) => item.replace(/\+/g, '-').replace(/\//g, '_'))];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Hides the secrets that it was told about. */
export interface Masker {
  add(value: string): void;
  hide(text: string): string;
  /** Whether the text holds a secret in any form. */
  reveals(text: string): boolean;
}

/** A masker that starts with these secrets. */
export function createMasker(secrets: readonly string[]): Masker {
  const known = new Set<string>();
  let pattern: RegExp | undefined;
  const add = (value: string): void => {
    for (const variant of variants(value)) known.add(variant);
    const longestFirst = [...known].sort((a, b) => b.length - a.length);
    pattern = known.size === 0 ? undefined : new RegExp(longestFirst.map(escapePattern).join('|'), 'g');
  };
  for (const secret of secrets) add(secret);
  const hide = (text: string): string => (pattern === undefined ? text : text.replace(pattern, '***'));
  return { add, hide, reveals: (text) => hide(text) !== text };
}
