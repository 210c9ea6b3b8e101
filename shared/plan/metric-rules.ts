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

function read(metrics: object, key: string): Selector | Breach | undefined {
  const text: unknown = Reflect.get(metrics, key);
  if (typeof text !== 'string' || (key === 'latency' && text === 'none')) return undefined;
  try {
    return parseSelector(text);
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    const message = `canary.analysis.metrics.${key}: ${JSON.stringify(text)} is no selector: ${error.message}; a selector is such as http_requests_total{code=~"5.."}`;
    return { path: at(key), message };
  }
}

/** What would be asked twice, or could not be asked of a histogram. */
function misuse(metrics: object, key: string, from: unknown, { name, matchers }: Selector): string | undefined {
  const version: unknown = Reflect.get(metrics, 'version-label') ?? 'version';
  if (from === 'prometheus' && matchers.some(({ label }) => label === version))
    return `the label ${String(version)} tells the versions apart; leave it out`;
  if (key !== 'latency') return undefined;
  if (name.endsWith('_bucket')) return `expected the histogram's name, ${name.slice(0, -'_bucket'.length)}`;
  return matchers.some(({ label }) => label === 'le') ? 'all bounds of a histogram are read; leave le out' : undefined;
}

function selectors(metrics: object, from: unknown): Breach[] {
  return ['requests', 'errors', 'latency'].flatMap((key) => {
    const found = read(metrics, key);
    if (found === undefined) return [];
    if ('path' in found) return [found];
    const wrong = misuse(metrics, key, from, found);
    return wrong === undefined ? [] : [{ path: at(key), message: `canary.analysis.metrics.${key}: ${wrong}` }];
  });
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
  return [...(needs ? [{ path: at('url'), message }] : []), ...unread(metrics, from), ...selectors(metrics, from)];
}
