/** Bytes for a reader: `512 B`, `27.6 MB`, `13.8 GB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${Number(value.toPrecision(3))} ${units[unit]}`;
}

const sizes: Readonly<Record<string, number>> = {
  ...{ B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
  ...{ KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 },
};

/** Bytes of a size with its unit, such as `20GB` or `1.5 TiB`; undefined where it is none. */
export function bytesIn(text: string): number | undefined {
  const [, value, unit = ''] = /^(\d+(?:\.\d+)?) ?([kKMGT]?i?B)$/.exec(text) ?? [];
  const size = Object.hasOwn(sizes, unit) ? sizes[unit] : undefined;
  return size === undefined ? undefined : Math.round(Number(value) * size);
}
