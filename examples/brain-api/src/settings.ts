/** The service's settings, read once from the environment. */
import { type Fault, parseFault } from './fault.ts';

/** Where answers come from when not from the built-in generator. */
export interface Ollama {
  readonly baseUrl: string;
  readonly model: string;
  /** Seconds one answer may take in all. */
  readonly timeout: number;
}

/** Everything that the environment decides. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly version: string;
  readonly fault: Fault;
  readonly ollama: Ollama | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

function port(text: string | undefined): number {
  const value = /^\d{1,5}$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (value <= 65535) return value;
  throw new Error(`PORT: ${text ? `"${text}"` : 'nothing is set'}: expected a port such as 8080 (0 takes a free one)`);
}

function ollama(env: Environment): Ollama | undefined {
  const text = env.OLLAMA_BASE_URL;
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new Error(`OLLAMA_BASE_URL: "${text}": expected an address such as http://127.0.0.1:11434`);
  return { baseUrl: url.href.replace(/\/+$/, ''), model: env.OLLAMA_MODEL || 'gpt-oss:20b', timeout: 60 };
}

/** Reads the settings; an empty variable counts as absent. Throws an error of one line. */
export function readSettings(env: Environment): Settings {
  return {
    host: env.HOST || '127.0.0.1',
    port: port(env.PORT),
    version: env.VERSION || 'dev',
    fault: parseFault(env.FAULT ?? ''),
    ollama: ollama(env),
  };
}
