/** What the machine of a server shows, where that is this machine. */
import { ToolError } from '../action/errors.ts';
import { endedBadly } from '../action/exec.ts';
import { type LocalFacts, nothingSeen, type Room, type Seen, seen, unknown } from './host/facts.ts';
import { amdGpu, type Gpu, nvidiaFields, nvidiaGpus } from './host/gpus.ts';
import { type Settings, settingsIn, unitIn } from './host/settings.ts';
import { isLoopbackAddress } from './host/sockets.ts';
import { type Held, holdersOf } from './listeners.ts';
import type { Machine } from './machine.ts';

/** @throws Cancelled */
export async function localFacts(machine: Machine, url: URL): Promise<LocalFacts> {
  const addresses = await machine.resolve(url.hostname);
  const own = machine.addresses();
  const isHere = addresses.length > 0 && addresses.every((one) => isLoopbackAddress(one) || own.includes(one));
  if (!isHere) return nothingSeen('the server is not on this machine: run the check there to see it');
  if (machine.platform !== 'linux') return outsideOfLinux(machine);
  const held = await holdersOf(machine, addresses, portOf(url));
  if (held.listeners.length === 0)
    return nothingSeen(
      'no process that can be seen from here listens on the port: it may be published by a firewall rule',
    );
  const settings = await settingsOf(machine, held);
  return {
    listeners: held.server?.kind === 'other' ? unknown(whose(held)) : seen(held.listeners),
    settings,
    gpus: isElsewhere(held) ? unknown(whose(held)) : await gpusOf(machine),
    room: await roomOf(machine, held, settings),
  };
}

/** Which process listens, and with which environment, is only read as Linux shows it. */
async function outsideOfLinux(machine: Machine): Promise<LocalFacts> {
  const blind = unknown(`it is not read on ${machine.platform}`);
  return { listeners: blind, settings: blind, gpus: await gpusOf(machine), room: blind };
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

/** A tunnel or a proxy leads who knows where. */
const isElsewhere = ({ server }: Held) => server === undefined || server.kind === 'other';

function whose({ server }: Held): string {
  if (server === undefined) return 'the process that listens on the port belongs to another user and cannot be told';
  if (server.kind === 'container') return 'the server is in a container, whose inside is not read';
  return `the port is held by ${server.name}, which may lead to another machine`;
}

const unitName = 'ollama.service';

async function settingsOf(machine: Machine, held: Held): Promise<Seen<Settings>> {
  const { server } = held;
  if (server?.kind !== 'ollama') return unknown(whose(held));
  const { pid } = server;
  const environ = await machine.text(`/proc/${pid}/environ`);
  if (environ !== undefined) return seen(settingsIn(environ, `process ${pid}`));
  const blind = unknown(`the environment of process ${pid} may not be read: run the check as its user`);
  const shown = await said(machine, 'systemctl', ['show', unitName, '--property=MainPID,Environment,EnvironmentFiles']);
  if ('unknown' in shown) return blind;
  const unit = unitIn(shown.value, unitName);
  return unit.mainPid === pid && !unit.hasFiles ? seen(unit.settings) : blind;
}

/** What a program prints, or why it does not. @throws Cancelled */
async function said(machine: Machine, program: string, args: readonly string[]): Promise<Seen<string>> {
  try {
    const done = await machine.run(program, args);
    return done.code === 0 && done.ended === 'by itself'
      ? seen(done.stdout)
      : unknown(endedBadly(program, done).message);
  } catch (error) {
    if (error instanceof ToolError) return unknown(error.message);
    throw error;
  }
}

/** Of NVIDIA by its program, of AMD by the files of the kernel. */
async function gpusOf(machine: Machine): Promise<Seen<readonly Gpu[]>> {
  const amd = await amdGpus(machine);
  const csv = await said(machine, 'nvidia-smi', [`--query-gpu=${nvidiaFields}`, '--format=csv,noheader,nounits']);
  if ('unknown' in csv) return amd.length > 0 ? seen(amd) : unknown(`no GPU is seen: ${csv.unknown}`);
  const nvidia = nvidiaGpus(csv.value);
  if (nvidia === undefined) return unknown('nvidia-smi printed another form than was asked for');
  const all = [...nvidia, ...amd];
  return all.length > 0 ? seen(all) : unknown('no GPU is seen');
}

const cards = '/sys/class/drm';

async function amdGpus(machine: Machine): Promise<readonly Gpu[]> {
  const names = (await machine.names(cards)).filter((name) => /^card\d+$/.test(name)).toSorted();
  const found = names.map(async (card) => {
    const text = (file: string) => machine.text(`${cards}/${card}/device/${file}`);
    const [busy, used, total] = await Promise.all(
      ['gpu_busy_percent', 'mem_info_vram_used', 'mem_info_vram_total'].map(text),
    );
    return amdGpu(card, { busy, used, total }) ?? [];
  });
  return (await Promise.all(found)).flat();
}

/** The home that the installer of Ollama gives to the user of its unit. */
const installersHome = '/usr/share/ollama';

async function roomOf(machine: Machine, held: Held, settings: Seen<Settings>): Promise<Seen<Room>> {
  const { server } = held;
  if (server?.kind !== 'ollama') return unknown(whose(held));
  if ('unknown' in settings) return unknown(`where it keeps its models is not known: ${settings.unknown}`);
  const { values, home = installersHome } = settings.value;
  const variables: Readonly<Record<string, string | undefined>> = { HOME: home, OLLAMA_MODELS: values.OLLAMA_MODELS };
  // A server in a container has a file system of its own, which its process shows to its user and to root.
  const own = `/proc/${server.pid}/root`;
  const root = (await machine.link(own)) === undefined ? '' : own;
  const room = await machine.room((name) => variables[name], root);
  return room === undefined ? unknown('the folder of its models cannot be seen') : seen(room);
}
