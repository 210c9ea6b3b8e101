/** A text within a limit of UTF-16 units, with an ellipsis where its end was cut off; never half a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text.toWellFormed();
  const head = text.slice(0, limit - 1);
  const whole = /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
  return `${whole.toWellFormed()}…`;
}
