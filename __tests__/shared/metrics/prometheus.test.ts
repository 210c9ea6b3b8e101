import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PrometheusSource } from '../../../shared/metrics/prometheus.ts';
import { PrometheusApi } from '../../../shared/metrics/prometheus-api.ts';
import { readPlan } from '../../../shared/plan/read.ts';
import { type Served, serve } from './instance.ts';

const running: Served[] = [];
afterEach(() => Promise.all(running.splice(0).map((served) => served.close())));

type Answer = (query: string, response: ServerResponse) => unknown;
interface Asked {
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
}

const json = (response: ServerResponse, data: unknown) => response.end(JSON.stringify({ status: 'success', data }));
const matrix = (...result: unknown[]) => ({ resultType: 'matrix', result });
const series = (name: string, labels: Record<string, string>, values: readonly (readonly [number, string])[]) => ({
  metric: { __name__: name, ...labels },
  values,
});

/** A server that knows the time, and answers everything else as the test says. */
async function asking(answer: Answer, { token, limit = 2 }: { readonly token?: string; readonly limit?: number } = {}) {
  const asked: Asked[] = [];
  const served = await serve((request, response) => {
    const address = new URL(request.url ?? '', 'http://x');
    const query = address.searchParams.get('query') ?? '';
    asked.push({ path: address.pathname, query, authorization: request.headers.authorization });
    if (query === 'time()') json(response, { resultType: 'scalar', result: [Date.now() / 1000, 'x'] });
    else answer(query, response);
  });
  running.push(served);
  const plan = readPlan(
    `service: s\ntarget: { kind: local, command: [a] }\ncanary: { analysis: { from: prometheus, metrics: { url: "${served.url}/prom/" } } }`,
    'p',
  );
  const said: string[] = [];
  const settings = {
    metrics: plan.canary.metrics,
    limit,
    bounds: undefined,
    usualBounds: [1, 2, 3],
    model: {},
    say: (text: string) => said.push(text),
    places: () =>
      Promise.resolve([
        { version: 'v1.0', url: null, weight: 95, canary: false },
        { version: 'v2', url: null, weight: 5, canary: true },
      ]),
  };
  const source = new PrometheusSource(
    settings,
    new PrometheusApi({ url: plan.canary.metrics.url ?? '', token, limit }),
  );
  return { source, asked, said, url: served.url };
}

/** Counts of both versions in three scrapes, the canary's newest a second before the baseline's. */
function counting(now = Date.now() / 1000): Answer {
  const labels = (version: string) => ({ version, instance: version, job: 'api', code: '200' });
  const count = 'http_request_duration_seconds_count';
  return (query, response) => {
    if (query.startsWith('count(')) return json(response, { resultType: 'vector', result: [] });
    if (!query.startsWith(count) || query.includes('5..')) return json(response, matrix());
    const baseline = [now - 3, now - 2, now - 1].map((at, index) => [at, String(100 * (index + 1))] as const);
    const canary = [now - 3, now - 2].map((at, index) => [at, String(10 * (index + 1))] as const);
    return json(response, matrix(series(count, labels('v1.0'), baseline), series(count, labels('v2'), canary)));
  };
}

describe('a metrics server', () => {
  it('is asked for raw samples of both versions, cut at the newest instant that both have', async () => {
    const { source, asked, said } = await asking(counting(), { token: 'secret' });
    const sample = await source.observe();
    expect(said).toEqual([]);
    expect(sample).toMatchObject({
      weight: 5,
      versions: { 'v1.0': { requests: 100, instances: { 'api/v1.0': { requests: 100 } } }, v2: { requests: 10 } },
    });
    const queries = asked.map(({ query }) => query);
    expect(queries).toContain('http_request_duration_seconds_count{version=~"v1\\\\.0|v2"}[60s]');
    expect(queries).toContain('http_request_duration_seconds_bucket{version=~"v1\\\\.0|v2"}[60s]');
    expect(queries.join()).not.toMatch(/rate|increase/);
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/prom/api/v1/query', '/prom/api/v1/query_range']));
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer secret']));
  });

  it('has nothing new until both versions were scraped once more, since one side alone tells nothing', async () => {
    const begin = Date.now() / 1000 - 20;
    const scrapes = { 'v1.0': [0], v2: [0.4] };
    const { source } = await asking((query, response) => {
      if (query.startsWith('count(')) return json(response, { resultType: 'vector', result: [] });
      if (!query.startsWith('http_request_duration_seconds_count') || query.includes('5..'))
        return json(response, matrix());
      const all = Object.entries(scrapes).map(([version, times]) =>
        series(
          'http_request_duration_seconds_count',
          { version, code: '200' },
          times.map((time) => [begin + time, String(500 + 10 * Math.floor(time))] as const),
        ),
      );
      return json(response, matrix(...all));
    });
    const counts = async () => {
      const { versions } = await source.observe();
      return [versions['v1.0']?.requests, versions.v2?.requests];
    };
    const seen = [await counts()];
    for (const [version, time] of [
      ['v2', 1.4],
      ['v1.0', 1],
      ['v2', 2.4],
      ['v1.0', 2],
      ['v1.0', 3],
      ['v2', 3.4],
    ] as const) {
      scrapes[version].push(time);
      seen.push(await counts());
    }
    expect(seen).toEqual([
      [0, 0],
      [0, 0],
      [10, 0],
      [10, 0],
      [20, 10],
      [20, 10],
      [30, 20],
    ]);
  });

  it('gives a side that is too old no counts', async () => {
    const { source, said } = await asking(counting(Date.now() / 1000 - 59));
    expect(Object.keys((await source.observe()).versions)).toEqual([]);
    const text = /no sample of v1\.0 for 60 s; no sample of v2 for 61 s$/;
    expect(said).toEqual([expect.stringMatching(text)]);
  });
});

describe('a metrics server that is of no use', () => {
  const cases: [name: string, answer: Answer, message: RegExp][] = [
    [
      'answers an error',
      (_, response) =>
        response.end('{"status":"error","errorType":"execution","error":"query timed out in\\n::error::x"}'),
      /it answered with an error: query timed out in ::error::x$/,
    ],
    [
      'refuses the query',
      (_, response) => response.writeHead(400).end('{"status":"error","error":"parse error"}'),
      /it answered 400: parse error$/,
    ],
    [
      'wants a token',
      (_, response) => response.writeHead(401).end('Unauthorized\n'),
      /it answered 401: Unauthorized; does the variable that metrics\.token-env names hold a valid token\?$/,
    ],
    [
      'is overloaded',
      (_, response) => response.writeHead(503).end(`busy ${'x'.repeat(5000)}`),
      /it answered 503: busy x+ \[\.\.\.\] x+$/,
    ],
    ['hangs', () => undefined, /no whole answer within 0\.3 s$/],
    ['answers a page', (_, response) => response.end('<html>'), /expected JSON, got "<html>"$/],
    ['answers nothing', (_, response) => response.end(), /expected JSON, got ""$/],
    ['answers null', (_, response) => response.end('null'), /it answered with an error: null$/],
    [
      'answers a vector where a matrix is expected',
      (_, response) => json(response, { resultType: 'vector', result: [] }),
      /expected a matrix, got "vector"$/,
    ],
    [
      'answers no list',
      (_, response) => json(response, { resultType: 'matrix', result: {} }),
      /expected a list, got \{\}$/,
    ],
    [
      'answers samples that are none',
      (_, response) => json(response, matrix({ metric: {}, values: [[1, 2]] })),
      /expected a time and a number in quotes, got \[1,2\]$/,
    ],
    [
      'knows no such version',
      (query, response) => json(response, query.startsWith('count(') ? { resultType: 'vector', result: [] } : matrix()),
      /no series has version="v1\.0"; no series has version="v2"$/,
    ],
    [
      'has only errors that nobody could see',
      (query, response) =>
        json(
          response,
          query.startsWith('count(')
            ? { resultType: 'vector', result: [] }
            : matrix(
                series('http_request_duration_seconds_count', { version: 'v2', status: '500' }, [
                  [Date.now() / 1000, '1'],
                ]),
              ),
        ),
      /no series of http_request_duration_seconds_count has the label code that metrics\.errors asks for/,
    ],
  ];
  it.each(cases)('%s: both sides are absent, and the log says why, once', async (_name, answer, message) => {
    const { source, said, url } = await asking(answer, { limit: 0.3 });
    for (const _ of [1, 2]) {
      const { versions, at } = await source.observe();
      expect(versions).toEqual({});
      expect(Math.abs(at - Date.now() / 1000)).toBeLessThan(5);
    }
    expect(await source.history()).toEqual([]);
    expect(said.filter((text) => !text.includes('history'))).toHaveLength(1);
    expect(said[0]?.startsWith(`prometheus at ${url}/prom/: metrics: `)).toBe(true);
    expect(said[0]).toMatch(message);
    expect(said[0]?.length).toBeLessThan(400);
  });

  it('is gone', async () => {
    const { source, said } = await asking(() => undefined);
    await running.pop()?.close();
    expect((await source.observe()).versions).toEqual({});
    expect(said[0]).toMatch(/the connection failed: connect ECONNREFUSED/);
  });

  it('counts what came in between once it is back', async () => {
    let down = false;
    let requests = 10;
    const { source } = await asking((query, response) => {
      if (down) return response.writeHead(502).end();
      if (query.startsWith('count(') || query.includes('5..') || query.includes('_bucket'))
        return json(response, query.startsWith('count(') ? { resultType: 'vector', result: [] } : matrix());
      if (query.startsWith('process_')) return json(response, matrix());
      const at = Date.now() / 1000 - 0.2;
      const both = ['v1.0', 'v2'].map((version) =>
        series('http_request_duration_seconds_count', { version, code: '200' }, [[at, String(requests)]]),
      );
      return json(response, matrix(...both));
    });
    const first = await source.observe();
    down = true;
    requests = 15;
    const gap = await source.observe();
    down = false;
    requests = 22;
    const last = await source.observe();
    expect([first, gap, last].map(({ versions }) => versions.v2?.requests)).toEqual([0, undefined, 12]);
    expect(first.epoch).toBe(last.epoch);
  });
});
