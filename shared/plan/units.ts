/** Quantities as a plan writes them: `5%`, `30s`. Each pattern is also the JSON Schema's. */
export const percentPattern = /^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/;
export const durationPattern = /^\d+(\.\d+)?(ms|s|m|h)$/;

const secondsPer: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** `5%` to 5. The text has passed `percentPattern`. */
export function percent(text: string): number {
  return Number(text.slice(0, -1));
}

/** `1.5m` to 90 seconds. The text has passed `durationPattern`. */
export function duration(text: string): number {
  const unit = text.replace(/^[\d.]+/, '');
  return Number(text.slice(0, -unit.length)) * (secondsPer[unit] ?? Number.NaN);
}

/** Seconds for a reader: `45 s`, `2 min`, `1.5 h`. */
export function readable(seconds: number): string {
  const tidy = (value: number) => String(Number(value.toFixed(1)));
  if (seconds < 60) return `${tidy(seconds)} s`;
  return seconds < 3600 ? `${tidy(seconds / 60)} min` : `${tidy(seconds / 3600)} h`;
}
