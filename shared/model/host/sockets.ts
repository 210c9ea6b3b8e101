/** Which address a port is open at, as Linux lists it in `/proc/net/tcp` and `/proc/net/tcp6`. */

export interface Socket {
  /** `127.0.0.1`, `::1`; of IPv4 within IPv6 the IPv4 address. */
  readonly address: string;
  readonly port: number;
  /** Of the user whose process opened it. */
  readonly uid: number;
  readonly inode: number;
}

/** A socket, and the process that holds it where that could be seen. */
export interface Listener extends Socket {
  readonly owner?: Owner;
}

export interface Owner {
  readonly pid: number;
  /** As the kernel has it, at most 15 characters. */
  readonly name: string;
}

const listening = '0A';

/** The sockets that wait for connections. Lines of another form are left out. */
export function listeningIn(table: string): readonly Socket[] {
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , uid, , inode] = line.trim().split(/\s+/);
    const [, hex = '', port = ''] = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/.exec(local) ?? [];
    if (state !== listening || hex === '') return [];
    return [{ address: addressOf(hex), port: Number.parseInt(port, 16), uid: Number(uid), inode: Number(inode) }];
  });
}

/** The kernel prints each 32 bits as the number that they are on a little-endian machine. */
function addressOf(hex: string): string {
  const words = hex.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) =>
    (word.match(/../g) ?? []).toReversed().map((pair) => Number.parseInt(pair, 16)),
  );
  if (bytes.length === 4) return bytes.join('.');
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (mapped) return bytes.slice(12).join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0)).toString(16),
  );
  return plainAddress(`[${groups.join(':')}]`);
}

/** An address as everybody writes it: without brackets, `::1` and not `0:0:0:0:0:0:0:1`, IPv4 within IPv6 as IPv4. */
export function plainAddress(text: string): string {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const short = bare.includes(':') ? (URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1) ?? bare) : bare;
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  const [one, other] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [one >> 8, one & 255, other >> 8, other & 255].join('.');
}

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

const isEvery = (address: string) => address === '0.0.0.0' || address === '::';

/** Those that take a connection to one of the addresses, the one that the kernel prefers first. */
export function serving<T extends Socket>(
  sockets: readonly T[],
  addresses: readonly string[],
  port: number,
): readonly T[] {
  const open = sockets.filter((socket) => socket.port === port);
  return [
    ...new Set(
      addresses.flatMap((at) => [
        ...open.filter(({ address }) => address === at),
        ...open.filter(({ address }) => isEvery(address) && (address === '::' || !at.includes(':'))),
      ]),
    ),
  ];
}

/** What is open at the port besides by the same program: another one, such as a proxy that asks for a login, is another matter. */
export function exposing(sockets: readonly Listener[], [first, ...rest]: readonly Listener[]): readonly Listener[] {
  if (first === undefined) return [];
  const same = sockets.filter(({ port, owner }) => port === first.port && owner?.name === first.owner?.name);
  return [...new Set([first, ...rest, ...same])];
}

/** `127.0.0.1:11434`, `[::]:11434`. */
export function socketText({ address, port }: Socket): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}
