/** Which bucket of 100 a request falls into; the canary serves the buckets below its weight. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Bucket {
  /** In [0, 100). */
  readonly value: number;
  /** Given to the client, which brings it back; only on its first response. */
  readonly cookie?: string;
}

const cookiePattern = /(?:^|;\s*)jarvis-bucket=(\d{1,2}(?:\.\d{1,4})?)(?:;|$)/;

/** @param random in [0, 1); used where the client has no bucket of its own */
export function bucketOf(affinity: 'none' | 'cookie' | 'header', headers: IncomingHttpHeaders, random: number): Bucket {
  if (affinity === 'cookie') return cookieBucket(headers.cookie, random);
  const key = affinity === 'header' ? headers['x-jarvis-affinity'] : undefined;
  return { value: (typeof key === 'string' ? hash(key) : random) * 100 };
}

function cookieBucket(cookie: string | undefined, random: number): Bucket {
  const known = cookie === undefined ? undefined : cookiePattern.exec(cookie)?.[1];
  if (known !== undefined) return { value: Number(known) };
  const text = (Math.floor(random * 1e6) / 1e4).toFixed(4);
  return { value: Number(text), cookie: `jarvis-bucket=${text}; Path=/; HttpOnly; SameSite=Lax` };
}

/** FNV-1a with a final mix, because short keys leave its high bits nearly equal; in [0, 1). */
export function hash(key: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    state = Math.imul(state ^ key.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
