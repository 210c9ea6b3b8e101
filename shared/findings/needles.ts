/** Finds many strings in a text at once: the cost is that of the text, not of texts times strings. */

/** From `start` up to, without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Needle {
  readonly text: string;
  /** Only where no letter or digit stands next to it. */
  readonly whole: boolean;
}

export type Find = (text: string) => Span[];

/** The shortest string that can be looked for. */
export const shortest = 4;
/** The beginning of a string, as a tool cuts it at the end of a text, is found from this length on. */
const shortestBeginning = 8;
const tableBits = 20;

/** All strings that begin with the same four characters. */
interface Bucket {
  /** From the longest. */
  readonly lengths: number[];
  /** Of each string its length, middle and last character: most places are dismissed by these, without reading on. */
  readonly signs: Set<number>;
  /** Whether only whole words count. */
  readonly byText: Map<string, boolean>;
}

/** @param needles of at least `shortest` characters; where one is given twice, the wider reading counts. */
export function finder(needles: readonly Needle[]): Find {
  if (needles.length === 0) return () => [];
  const buckets = new Map<string, Bucket>();
  for (const needle of needles) put(buckets, needle);
  const table = new Uint8Array(1 << (tableBits - 3));
  for (const head of buckets.keys()) {
    const hash = hashAt(head, 0);
    table[hash >> 3] = (table[hash >> 3] ?? 0) | (1 << (hash & 7));
  }
  return (text) => {
    const spans: Span[] = [];
    for (let at = 0; at <= text.length - shortest; at += 1) {
      const hash = hashAt(text, at);
      if (((table[hash >> 3] ?? 0) & (1 << (hash & 7))) === 0) continue;
      const bucket = buckets.get(text.slice(at, at + shortest));
      const end = bucket === undefined ? at : longest(bucket, text, at);
      if (end > at) spans.push({ start: at, end });
    }
    return spans;
  };
}

function put(buckets: Map<string, Bucket>, { text, whole }: Needle): void {
  const head = text.slice(0, shortest);
  const bucket: Bucket = buckets.get(head) ?? { lengths: [], signs: new Set(), byText: new Map() };
  buckets.set(head, bucket);
  if (!bucket.lengths.includes(text.length)) bucket.lengths.push(text.length);
  bucket.lengths.sort((a, b) => b - a);
  bucket.signs.add(signOf(text, 0, text.length));
  bucket.byText.set(text, whole && (bucket.byText.get(text) ?? true));
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + shortest; i += 1) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(i);
  return Math.imul(hash, 0x9e3779b1) >>> (32 - tableBits);
}

function signOf(text: string, at: number, length: number): number {
  const ends = (text.charCodeAt(at + (length >> 1)) << 16) | text.charCodeAt(at + length - 1);
  return (ends >>> 0) + length * 2 ** 32;
}

/** The end of the longest string that begins at `at`; `at` itself where there is none. */
function longest(bucket: Bucket, text: string, at: number): number {
  for (const length of bucket.lengths) {
    if (at + length > text.length || !bucket.signs.has(signOf(text, at, length))) continue;
    const whole = bucket.byText.get(text.slice(at, at + length));
    if (whole === false || (whole && stands(text, at, at + length))) return at + length;
  }
  const rest = text.length - at;
  if (rest < shortestBeginning || rest >= (bucket.lengths[0] ?? 0)) return at;
  const tail = text.slice(at);
  return [...bucket.byText.keys()].some((needle) => needle.startsWith(tail)) ? text.length : at;
}

const wordy = /[\p{L}\p{N}]/u;

/** Whether what lies between is not a part of a longer word. */
export function stands(text: string, start: number, end: number): boolean {
  const joined = (left: number) => wordy.test(text[left] ?? '') && wordy.test(text[left + 1] ?? '');
  return !joined(start - 1) && !joined(end - 1);
}

/** Overlapping and touching ones as one, in order. */
export function union(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
