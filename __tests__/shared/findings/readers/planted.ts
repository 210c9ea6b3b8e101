/** Secrets for tests, put together here so that none stands in a file. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Looks random, and is the same at each run. */
const random = (length: number, step: number) =>
  Array.from({ length }, (_, index) => letters[(index * step + index * index * 7) % letters.length]).join('');

const token = `${['g', 'h', 'p'].join('')}_${random(36, 17)}`;
const dashes = '-'.repeat(5);
const body = [random(64, 11), random(64, 23), random(40, 29)].join('\n');

export const planted = {
  token,
  pem: `${dashes}BEGIN PRIVATE KEY${dashes}\n${body}\n${dashes}END PRIVATE KEY${dashes}`,
  base64: Buffer.from(`user:${random(30, 13)}`).toString('base64'),
  'url-encoded': encodeURIComponent(`${random(12, 19)}+/${random(12, 31)}=`),
} as const;

/** Any part of a secret that would give it away. */
export const partsOf = (secret: string) =>
  secret.split('\n').filter((part) => part.length >= 16 && !part.startsWith('-'));
