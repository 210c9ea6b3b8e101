/** Shortens a text in its middle: what it is about stands first, and the cause, such as the end of stderr, last. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = Math.floor(limit / 4);
  return `${text.slice(0, head)} [...] ${text.slice(head + 7 - limit)}`;
}
