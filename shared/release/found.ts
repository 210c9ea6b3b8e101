/** What stands where something else was expected, in words. Nothing nested is written out: it may be deep. */
const longest = 60;

export function found(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (Array.isArray(value)) return 'is a list';
  if (typeof value === 'object' && value !== null) return 'is an object';
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, longest)) : String(value);
  return `is ${typeof value === 'string' && value.length > longest ? `${text.slice(0, -1)}..."` : text}`;
}
