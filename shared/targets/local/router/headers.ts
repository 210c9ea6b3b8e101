/** Headers from one side to the other, without those that are about one connection only. */

const hops = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** Removes from `raw` (name, value, name, value) the hop-by-hop headers, and those that `connection` names. */
export function endToEnd(raw: readonly string[], connection: string | undefined, also?: string): string[] {
  const named = connection === undefined || plain.has(connection) ? undefined : tokens(connection);
  const kept: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const lower = name.toLowerCase();
    if (hops.has(lower) || lower === also || named?.has(lower)) continue;
    kept.push(name, raw[index + 1] ?? '');
  }
  return kept;
}

const plain = new Set(['keep-alive', 'Keep-Alive', 'close']);

function tokens(connection: string): Set<string> {
  return new Set(connection.split(',').map((token) => token.trim().toLowerCase()));
}

/** Raw headers as text; bytes above ASCII stay as they came. */
export function asText(raw: unknown): string[] {
  if (!Array.isArray(raw)) return [];
  return raw.map((part: unknown) => (Buffer.isBuffer(part) ? part.toString('latin1') : String(part)));
}
