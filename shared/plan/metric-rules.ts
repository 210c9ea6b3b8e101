/** The rules of `canary.analysis.metrics`: what each source needs and reads, and selectors that can be read at all. */
import type { Breach } from './breach.ts';
import { valueAt } from './problems.ts';
import { parseSelector, type Selector, SelectorError } from './selector.ts';

const home = ['canary', 'analysis', 'metrics'] as const;
const at = (key: string) => [...home, key];

/** Keys that only one source reads; the others are of both. */
const onlyFor: Readonly<Record<string, 'scrape' | 'prometheus'>> = {
  url: 'prometheus',
  'token-env': 'prometheus',
  'version-label': 'prometheus',
  'instance-label': 'prometheus',
  'stale-after': 'prometheus',
  path: 'scrape',
};

function unread(metrics: object, from: unknown): Breach[] {
  return Object.keys(metrics).flatMap((key) => {
    const source = Object.hasOwn(onlyFor, key) ? onlyFor[key] : undefined;
    if (source === undefined || source === from) return [];
    const message = `canary.analysis.metrics.${key}: is read with from: ${source} alone, and from is ${String(from)}; leave it out`;
    return [{ path: at(key), message }];
  });
}

type Path = readonly string[];
const dotted = (path: Path) => [...home, ...path].join('.');

function read(metrics: object, path: Path): Selector | Breach | undefined {
  const text = valueAt(metrics, path);
  const key = path.at(-1);
  if (typeof text !== 'string' || (key === 'latency' && text === 'none')) return undefined;
  try {
    return parseSelector(text);
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    const message = `${dotted(path)}: ${JSON.stringify(text)} is no selector: ${error.message}; a selector is such as http_requests_total{code=~"5.."}`;
    return { path: [...home, ...path], message };
  }
}

const histograms = ['latency', 'first-token', 'tokens-per-second'];

/** What would be asked twice, or could not be asked of a histogram. */
function misuse(metrics: object, key: string, from: unknown, { name, matchers }: Selector): string | undefined {
  const version: unknown = Reflect.get(metrics, 'version-label') ?? 'version';
  if (from === 'prometheus' && matchers.some(({ label }) => label === version))
    return `the label ${String(version)} tells the versions apart; leave it out`;
  if (!histograms.includes(key)) return undefined;
  if (name.endsWith('_bucket')) return `expected the histogram's name, ${name.slice(0, -'_bucket'.length)}`;
  return matchers.some(({ label }) => label === 'le') ? 'all bounds of a histogram are read; leave le out' : undefined;
}

function selectors(metrics: object, from: unknown): Breach[] {
  return selecting.flatMap((path) => {
    const found = read(metrics, path);
    if (found === undefined) return [];
    if ('path' in found) return [found];
    const wrong = misuse(metrics, path.at(-1) ?? '', from, found);
    return wrong === undefined ? [] : [{ path: [...home, ...path], message: `${dotted(path)}: ${wrong}` }];
  });
}

const selecting: readonly Path[] = [
  ['requests'],
  ['errors'],
  ['latency'],
  ['model', 'first-token'],
  ['model', 'tokens-per-second'],
  ['model', 'error-lines'],
  ['model', 'answers'],
];

/** Answers alone are compared with nothing, and a mapping without a metric asks for nothing. */
function aimless(metrics: object): Breach[] {
  const model = valueAt(metrics, ['model']);
  if (typeof model !== 'object' || model === null) return [];
  const path = [...home, 'model'];
  const given = Object.keys(model);
  if (given.includes('answers') && !given.includes('error-lines')) {
    const message = `${dotted(['model', 'answers'])}: nothing is counted among them; expected error-lines beside it`;
    return [{ path: [...path, 'answers'], message }];
  }
  const message = `${dotted(['model'])}: names no metric; expected first-token, tokens-per-second or error-lines`;
  return given.length === 0 ? [{ path, message }] : [];
}

/** Every breach of these rules; reads what it can of a plan whose shape is wrong elsewhere. */
export function metricBreaches(root: unknown): Breach[] {
  const from = valueAt(root, ['canary', 'analysis', 'from']) ?? 'router';
  const given = valueAt(root, home);
  const metrics = typeof given === 'object' && given !== null ? given : {};
  if (from === 'router' && given !== undefined) {
    const message =
      'canary.analysis.metrics: is not read with from: router; expected from: scrape or from: prometheus, or no metrics';
    return [{ path: home, message }];
  }
  const needs = from === 'prometheus' && valueAt(metrics, ['url']) === undefined;
  const message =
    'canary.analysis.metrics.url: is missing; from: prometheus needs the address of the server, such as http://127.0.0.1:9090';
  const missing = needs ? [{ path: at('url'), message }] : [];
  return [...missing, ...unread(metrics, from), ...selectors(metrics, from), ...aimless(metrics)];
}
