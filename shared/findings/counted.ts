/** A line or column as tools mean it, from 1; undefined for what can be none, as some tools write 0 for "unknown". */
export function counted(value: number | undefined): number | undefined {
  return value !== undefined && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}
