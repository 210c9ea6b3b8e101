/** Who holds the port of a server on this machine, by what Linux shows of sockets and processes. */
import { exposing, type Listener, listeningIn, type Owner, type Socket, serving } from './host/sockets.ts';
import type { Machine } from './machine.ts';

export interface Held {
  /** At which addresses it is open; empty where no process of this machine listens. */
  readonly listeners: readonly Listener[];
  /** Who answers; undefined where that cannot be seen. */
  readonly server?: Owner & { readonly kind: 'ollama' | 'container' | 'other' };
}

/** Programs that hand a port on to a container of this machine. */
const publishers = ['docker-proxy', 'rootlessport'];

/** @param addresses that the server was reached at */
export async function holdersOf(machine: Machine, addresses: readonly string[], port: number): Promise<Held> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => machine.text(`/proc/net/${name}`)));
  const open = tables.flatMap((table) => listeningIn(table ?? '')).filter((socket) => socket.port === port);
  if (open.length === 0) return { listeners: [] };
  const listeners = await withOwners(machine, open);
  const reached = serving(listeners, addresses, port);
  const [first] = reached;
  if (first === undefined) return { listeners: [] };
  const server = first.owner ?? (await likelyOwner(machine, first));
  const known = listeners.map((one) =>
    server !== undefined && one.owner === undefined && one.uid === first.uid ? { ...one, owner: server } : one,
  );
  const all = exposing(known, serving(known, addresses, port));
  return { listeners: all, ...(server === undefined ? {} : { server: { ...server, kind: kindOf(server) } }) };
}

function kindOf({ name }: Owner) {
  if (name === 'ollama') return 'ollama' as const;
  return publishers.includes(name) ? ('container' as const) : ('other' as const);
}

/** A process shows its sockets as `socket:[inode]` among its files, to its own user and to root. */
async function withOwners(machine: Machine, sockets: readonly Socket[]): Promise<readonly Listener[]> {
  const wanted = new Set(sockets.map(({ inode }) => `socket:[${inode}]`));
  const owners = new Map<string, Owner>();
  for (const pid of await processes(machine)) {
    if (owners.size === wanted.size) break;
    const files = await machine.names(`/proc/${pid}/fd`);
    const targets = await Promise.all(files.map((file) => machine.link(`/proc/${pid}/fd/${file}`)));
    const held = targets.flatMap((target) => (target !== undefined && wanted.has(target) ? [target] : []));
    if (held.length === 0) continue;
    const owner = { pid, name: await nameOf(machine, pid) };
    for (const target of held) owners.set(target, owner);
  }
  return sockets.map((socket) => {
    const owner = owners.get(`socket:[${socket.inode}]`);
    return owner === undefined ? socket : { ...socket, owner };
  });
}

async function processes(machine: Machine): Promise<readonly number[]> {
  return (await machine.names('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function nameOf(machine: Machine, pid: number): Promise<string> {
  return (await machine.text(`/proc/${pid}/comm`))?.trim() ?? 'unknown';
}

/** Another user's files are hidden, its name and command are not: who it is, where only one program of the socket's user can be it. */
async function likelyOwner(machine: Machine, socket: Socket): Promise<Owner | undefined> {
  const found: Owner[] = [];
  for (const pid of await processes(machine)) {
    const name = await nameOf(machine, pid);
    if (name !== 'ollama' && !publishers.includes(name)) continue;
    const [status = '', command = ''] = await Promise.all(
      ['status', 'cmdline'].map((file) => machine.text(`/proc/${pid}/${file}`)),
    );
    const uid = Number(/^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1]);
    const serves = command.split('\0').includes(name === 'ollama' ? 'serve' : String(socket.port));
    if (uid === socket.uid && serves) found.push({ pid, name });
  }
  // One port is published by a process for IPv4 and another for IPv6.
  const isClear = found.length === 1 || found.every(({ name }) => publishers.includes(name));
  return isClear ? found[0] : undefined;
}
