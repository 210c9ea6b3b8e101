/** A Prometheus server's HTTP API: raw samples of series, never a rate. Its answers are checked before they are used. */
import { clip } from '../report/clip.ts';
import { FetchError, fetchText } from './http.ts';
import type { Labels } from './match.ts';
import { numberOf } from './prometheus-text.ts';

export interface ApiSettings {
  readonly url: string;
  readonly token: string | undefined;
  /** Seconds for one request. */
  readonly limit: number;
}

/** One series; times in seconds, rising. */
export interface Series {
  readonly labels: Labels;
  readonly points: readonly (readonly [at: number, value: number])[];
}

/** Why the server is of no use just now, as one line for the log. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
}

/** Bytes of one answer. */
const most = 64 * 1024 * 1024;
const shown = 200;

type Parameters = Readonly<Record<string, string>>;

export class PrometheusApi {
  private readonly settings: ApiSettings;

  constructor(settings: ApiSettings) {
    this.settings = settings;
  }

  /** The server's clock, seconds. */
  async time(): Promise<number> {
    const [at] = listOf(await this.ask('query', { query: 'time()' }, 'scalar'));
    if (typeof at !== 'number' || !Number.isFinite(at)) throw unexpected('a time', at);
    return at;
  }

  /** The samples that were really scraped in the `seconds` up to `at`. */
  async samples(selector: string, seconds: number, at: number): Promise<Series[]> {
    const query = `${selector}[${Math.ceil(seconds)}s]`;
    return seriesOf(await this.ask('query', { query, time: at.toFixed(3) }, 'matrix'));
  }

  /** The newest sample every `step` seconds. */
  async steps(selector: string, from: number, to: number, step: number): Promise<Series[]> {
    const range = { start: from.toFixed(3), end: to.toFixed(3), step: String(step) };
    return seriesOf(await this.ask('query_range', { query: selector, ...range }, 'matrix'));
  }

  /** How many series a selector has at `at`. */
  async count(selector: string, at: number): Promise<number> {
    const [first] = listOf(await this.ask('query', { query: `count(${selector})`, time: at.toFixed(3) }, 'vector'));
    const pair = first === undefined ? undefined : listOf(fieldOf(first, 'value'));
    return pair === undefined ? 0 : (numberOf(String(pair[1])) ?? 0);
  }

  /** The result of one query. @throws BackendError for anything but a good answer of the expected type */
  private async ask(endpoint: string, parameters: Parameters, expected: string): Promise<unknown> {
    const { url, token, limit } = this.settings;
    const address = new URL(`${url.replace(/\/+$/, '')}/api/v1/${endpoint}`);
    address.search = new URLSearchParams(parameters).toString();
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const text = await fetchText({ url: address, limit, most, headers }).catch((error: unknown) => {
      if (!(error instanceof FetchError)) throw error;
      throw new BackendError(`${error.message}${saidBy(error.body)}${hintFor(error.message)}`, { cause: error });
    });
    const body = parse(text);
    if (fieldOf(body, 'status') !== 'success') throw new BackendError(`it answered with an error${saidBy(text)}`);
    const data = fieldOf(body, 'data');
    const type = fieldOf(data, 'resultType');
    if (type !== expected) throw unexpected(`a ${expected}`, type);
    return fieldOf(data, 'result');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected('JSON', text);
  }
}

/** The server's own words, from its JSON where it is some. */
function saidBy(body: string): string {
  if (body === '') return '';
  let said: unknown = body;
  try {
    said = fieldOf(JSON.parse(body), 'error') ?? body;
  } catch {
    // A proxy's error page, say.
  }
  return `: ${clip(String(said).replace(/\s+/g, ' ').trim(), shown)}`;
}

function hintFor(message: string): string {
  return /answered 40[13]/.test(message) ? '; does the variable that metrics.token-env names hold a valid token?' : '';
}

function unexpected(expected: string, found: unknown): BackendError {
  return new BackendError(`expected ${expected}, got ${clip(JSON.stringify(found) ?? 'nothing', shown)}`);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unexpected('a list', value);
}

function seriesOf(result: unknown): Series[] {
  return listOf(result).map((each) => {
    const metric = fieldOf(each, 'metric');
    if (typeof metric !== 'object' || metric === null) throw unexpected('the labels of a series', metric);
    const labels = Object.fromEntries(Object.entries(metric).map(([name, value]) => [name, String(value)]));
    // A native histogram has no values: to us it is a series without samples.
    return { labels, points: listOf(fieldOf(each, 'values') ?? []).map(pointOf) };
  });
}

function pointOf(pair: unknown): readonly [number, number] {
  const [at, text] = listOf(pair);
  const value = typeof text === 'string' ? numberOf(text) : undefined;
  if (typeof at !== 'number' || value === undefined) throw unexpected('a time and a number in quotes', pair);
  return [at, value];
}
