/** Markdown for step summaries; whatever comes from outside is escaped before it stands there. */

/** Controls, and the marks that turn the order of what follows around so that it reads as something else. */
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Text that cannot become markup, a formula, a mention or a table cell's end. */
export function plain(text: string): string {
  return text
    .replace(unseen, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[|`*_[\]\\#~$]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b');
}

/** A table of ready Markdown cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

/** Seconds as milliseconds below one second. */
export function latency(seconds: number | undefined): string {
  if (seconds === undefined) return '–';
  return seconds < 1 ? `${Number((seconds * 1000).toPrecision(2))} ms` : `${Number(seconds.toPrecision(3))} s`;
}

/** A count with its thousands marked: `12,345`. */
export function count(value: number): string {
  return grouped(Number(value.toFixed(3)));
}

/** Two digits, and no more than a reader takes in: `0.31`, `4.2`, `410`. */
export function short(value: number): string {
  return grouped(Number(value.toPrecision(value < 100 ? 2 : 3)));
}

/** As `toLocaleString('en-US')`, which at its first call takes 15 ms to load the tables of all languages. */
function grouped(value: number): string {
  const [whole = '', ...decimals] = String(value).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

/** Odds as a reader says them: `118 : 1`. */
export function odds(value: number): string {
  if (value >= 1e6) return 'over a million : 1';
  return value < 0.01 ? 'under 0.01 : 1' : `${short(value)} : 1`;
}
