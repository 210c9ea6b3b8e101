/** The faults a version can be given: what FAULT says, and what it means for one request. Pure. */

/** What FAULT asks for; `noFault` asks for nothing. */
export interface Fault {
  /** Share of /v1/chat that answers 500, 0 to 1. */
  readonly errors: number;
  /** Factor on the time an answer takes. */
  readonly latency: number;
  /** The process ends at start. */
  readonly crash: boolean;
  /** Seconds between the first /v1/chat request and the begin of `errors` and `latency`. */
  readonly after: number;
}

/** What happens to one request. */
export interface Decision {
  readonly fail: boolean;
  readonly factor: number;
}

/** A healthy version. */
export const noFault: Fault = { errors: 0, latency: 1, crash: false, after: 0 };

const grammar = 'expected errors=0.2, latency=3, after=8s or crash, separated by commas';
const secondsOf: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60 };

function number(name: string, value: string | undefined, least: number, most: number): number {
  const parsed = /^\d+(\.\d+)?$/.test(value ?? '') ? Number(value) : Number.NaN;
  if (parsed >= least && parsed <= most) return parsed;
  throw new Error(`FAULT: ${name}=${value ?? ''}: expected a number from ${least} to ${most}`);
}

function duration(value: string | undefined): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(value ?? '') ?? [];
  if (amount === undefined || unit === undefined)
    throw new Error(`FAULT: after=${value ?? ''}: expected a time such as 8s`);
  return Number(amount) * (secondsOf[unit] ?? 1);
}

function part(entry: string): Partial<Fault> {
  const [name = '', value, ...rest] = entry.split('=').map((word) => word.trim());
  if (rest.length > 0) throw new Error(`FAULT: "${entry}": ${grammar}`);
  if (name === 'crash' && value === undefined) return { crash: true };
  if (name === 'errors') return { errors: number(name, value, 0, 1) };
  if (name === 'latency') return { latency: number(name, value, 1, 1000) };
  if (name === 'after') return { after: duration(value) };
  throw new Error(`FAULT: "${entry}": ${grammar}`);
}

/** Reads FAULT; throws an error of one line when it is malformed. */
export function parseFault(text: string): Fault {
  if (text.trim() === '') return noFault;
  const parts = text.split(/[,;]/).map((entry) => part(entry.trim()));
  const names = parts.flatMap((entry) => Object.keys(entry));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`FAULT: ${twice} is given twice`);
  if (names.includes('after') && !names.includes('errors') && !names.includes('latency'))
    throw new Error('FAULT: after needs errors or latency: on its own it delays nothing');
  return Object.assign({ ...noFault }, ...parts) as Fault;
}

/** What `fault` does to a request, `elapsed` seconds after the first one; `random` is from 0 up to, not including, 1. */
export function decide(fault: Fault, random: number, elapsed: number): Decision {
  if (elapsed < fault.after) return { fail: false, factor: 1 };
  return { fail: random < fault.errors, factor: fault.latency };
}
