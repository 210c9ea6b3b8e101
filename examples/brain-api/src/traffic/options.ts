/** The command line of the demo's traffic. Pure. */
import { parseArgs } from 'node:util';

/** What the users do. */
export interface TrafficOptions {
  /** Where the service answers, without a path. */
  readonly origin: string;
  /** Requests a second, of all users together. */
  readonly rate: number;
  readonly seconds: number;
}

/** `run` is what `start` leaves in the background. */
export type Command =
  | { readonly name: 'start' | 'run'; readonly folder: string; readonly options: TrafficOptions }
  | { readonly name: 'stop'; readonly folder: string };

/** How to use it. */
export const usage = `usage: traffic start --url http://127.0.0.1:PORT --folder DIR [--rate 200] [--seconds 120]
       traffic stop --folder DIR`;

function count(name: string, text: string, most: number): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= most) return value;
  throw new Error(`--${name} ${text}: expected a whole number from 1 to ${most}`);
}

/** The origin of an address on this machine: load on somebody else's is not what a demo is for. */
export function loopbackOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:') throw new Error(`--url ${text}: expected an address such as http://127.0.0.1:8080`);
  if (!/^(127(\.\d+){3}|localhost|\[::1\])$/.test(url.hostname))
    throw new Error(`--url ${text}: only this machine is sent traffic to (127.0.0.1, localhost or [::1])`);
  return url.origin;
}

/** Reads the arguments; throws an error of one line. */
export function parseCommand(args: readonly string[]): Command {
  const text = { type: 'string' } as const;
  const options = { url: text, folder: text, rate: text, seconds: text };
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [name, ...more] = positionals;
  if ((name !== 'start' && name !== 'run' && name !== 'stop') || more.length > 0)
    throw new Error('expected start or stop');
  const { url, folder, rate = '200', seconds = '120' } = values;
  if (!folder) throw new Error('--folder is missing: where the report goes');
  if (name === 'stop') return { name, folder };
  if (!url) throw new Error('--url is missing: where the service answers');
  const checked = { rate: count('rate', rate, 5000), seconds: count('seconds', seconds, 3600) };
  return { name, folder, options: { origin: loopbackOrigin(url), ...checked } };
}
