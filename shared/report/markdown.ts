/** Markdown for step summaries; whatever comes from outside is escaped before it stands there. */

/** Text that cannot become markup, a mention or a table cell's end. */
export function plain(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[|`*_[\]\\]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b');
}

/** A table of ready Markdown cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

/** Seconds as milliseconds below one second. */
export function latency(seconds: number | undefined): string {
  if (seconds === undefined) return '–';
  return seconds < 1 ? `${Number((seconds * 1000).toPrecision(2))} ms` : `${Number(seconds.toPrecision(3))} s`;
}
