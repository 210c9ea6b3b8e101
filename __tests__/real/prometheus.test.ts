import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { countedBy } from '../../shared/metrics/open.ts';
import { PrometheusSource } from '../../shared/metrics/prometheus.ts';
import { PrometheusApi } from '../../shared/metrics/prometheus-api.ts';
import { readPlan } from '../../shared/plan/read.ts';
import { historyLines, observationBetween } from '../../shared/release/observe.ts';
import type { Sample } from '../../shared/release/target.ts';
import { Instance, type Served, serve } from '../shared/metrics/instance.ts';
import { freePort, type Server, startPrometheus } from './prometheus-server.ts';
import { withTool } from './tool.ts';

const count = 'http_request_duration_seconds_count';

const allOfModel =
  '{ first-token: llm_first_token_seconds, tokens-per-second: llm_rate, error-lines: \'llm_answers_total{outcome="error"}\', answers: llm_answers_total }';

function planOf(url: string, staleAfter: string, model: string) {
  const metrics = `{ url: "${url}", stale-after: ${staleAfter}, model: ${model} }`;
  const text = `service: s\ntarget: { kind: local, command: [a] }\ncanary: { analysis: { from: prometheus, metrics: ${metrics} } }`;
  return readPlan(text, 'p').canary.metrics;
}

function open(url: string, said: string[], staleAfter = '4s', model = allOfModel): PrometheusSource {
  const places = () =>
    Promise.resolve([
      { version: 'v1', url: null, weight: 100, canary: false },
      { version: 'v2', url: null, weight: 0, canary: true },
    ]);
  const say = (text: string) => said.push(text);
  const metrics = planOf(url, staleAfter, model);
  const settings = {
    metrics,
    limit: 5,
    bounds: undefined,
    usualBounds: [0.1, 0.5, 1, 2, 5],
    model: Object.fromEntries(metrics.model.map((metric) => [metric.name, countedBy(metric, [0.1, 1, 10])])),
    places,
    say,
  };
  return new PrometheusSource(settings, new PrometheusApi({ url, token: undefined, limit: 5 }));
}

/** The first reading, within 20 s, that is as it should be; a scrape may be a second away. */
async function eventually(source: PrometheusSource, good: (sample: Sample) => boolean): Promise<Sample> {
  for (let tries = 0; ; tries++) {
    const sample = await source.observe();
    if (good(sample) || tries === 40) return sample;
    await sleep(500);
  }
}

/** Waits until everything that was counted is scraped, however long ago that was. */
async function settled(source: PrometheusSource): Promise<Sample> {
  await sleep(2500);
  return source.observe();
}

withTool('prometheus', 'counts from a real Prometheus server', (path) => {
  const usual = [0.1, 0.5, 1, 2];
  const [a, b, canary] = [new Instance(usual), new Instance(usual), new Instance([0.1, 0.25, 0.5, 1, 2, 5])];
  const served: Served[] = [];
  const said: string[] = [];
  let server: Server;
  let source: PrometheusSource;
  let ports: number[];
  let reference: Sample;

  const up = async (instance: Instance, port: number) =>
    served.push(await serve(async (_, response) => response.end(await instance.text()), port));
  const instancesOf = (sample: Sample, version: string) =>
    Object.fromEntries(
      Object.entries(sample.versions[version]?.instances ?? {}).map(([name, { requests }]) => [name, requests]),
    );

  beforeAll(async () => {
    ports = [await freePort(), await freePort(), await freePort()];
    await Promise.all([a, b, canary].map((instance, index) => up(instance, ports[index] ?? 0)));
    a.handle(200, 0.05, 5000);
    b.handle(200, 0.05, 3000);
    canary.handle(200, 0.05, 7);
    for (const each of [a, b, canary]) each.answer(0.3, 30, 40);
    const scraped = ports.map((port, index) => ({
      target: `127.0.0.1:${port}`,
      labels: { version: index < 2 ? 'v1' : 'v2' },
    }));
    server = await startPrometheus(path, scraped);
    source = open(server.url, said);
    await eventually(
      source,
      ({ versions }) => versions['v1']?.instances !== undefined && versions['v2']?.instances !== undefined,
    );
    source = open(server.url, said);
    await sleep(2500);
    reference = await source.observe();
    said.splice(0);
  }, 60_000);
  afterAll(async () => {
    await server?.end();
    await Promise.all(served.map((each) => each.close()));
  });

  it('begins at the first reading, with the bounds that both versions have', () => {
    expect(reference.bounds).toEqual(usual);
    expect(reference.versions).toMatchObject({ v1: { requests: 0, errors: 0 }, v2: { requests: 0, errors: 0 } });
  });

  it('counts exactly, by version and by instance, bucket by bucket', async () => {
    a.handle(200, 0.05, 300);
    a.handle(500, 0.3, 4);
    b.handle(200, 1.5, 200);
    canary.handle(200, 0.3, 20);
    canary.handle(503, 4, 5);
    a.answer(0.3, 30, 10);
    b.answer(0.05, 7, 5);
    canary.answer(1.5, 7, 6);
    canary.answer(3, 3, 2, 'error');
    const sample = await settled(source);
    const frame = { canary: 'v2', baseline: 'v1', zero: reference.at, beside: true };
    expect(observationBetween(reference, sample, frame, 0)).toMatchObject({
      baseline: { requests: 504, errors: 4, buckets: [300, 4, 0, 200, 0] },
      canary: { requests: 25, errors: 5, buckets: [0, 20, 0, 0, 5] },
    });
    expect(observationBetween(reference, sample, frame, 0)).toMatchObject({
      baseline: {
        model: {
          'first-token': { requests: 15, buckets: [5, 10, 0, 0, 0] },
          'tokens-per-second': { requests: 15, buckets: [0, 5, 10, 0] },
          'error-lines': { requests: 15, errors: 0 },
        },
      },
      canary: {
        model: {
          'first-token': { requests: 8, buckets: [0, 0, 0, 6, 2] },
          'tokens-per-second': { requests: 8, buckets: [2, 6, 0, 0] },
          'error-lines': { requests: 8, errors: 2 },
        },
      },
    });
    expect(instancesOf(sample, 'v1')).toEqual({
      [`api/127.0.0.1:${ports[0]}`]: 304,
      [`api/127.0.0.1:${ports[1]}`]: 200,
    });
    expect(said).toEqual([]);
    reference = sample;
  }, 30_000);

  it('counts the second life of a process from 0, though it has served more than the first', async () => {
    b.restart();
    b.handle(200, 0.05, 4000);
    b.handle(502, 0.05, 11);
    const sample = await settled(source);
    const frame = { canary: 'v2', baseline: 'v1', zero: reference.at, beside: true };
    expect(observationBetween(reference, sample, frame, 0)).toMatchObject({
      baseline: { requests: 4011, errors: 11, buckets: [4011, 0, 0, 0, 0] },
      canary: { requests: 0 },
      resets: [`v1 api/127.0.0.1:${ports[1]}`],
    });
    reference = sample;
  }, 30_000);

  it('shows a version whose instance died as unreadable, not as quiet, and goes on when it is back', async () => {
    await served[2]?.close();
    const dead = await eventually(source, ({ versions }) => versions['v2'] === undefined);
    expect(Object.keys(dead.versions)).toEqual(['v1']);
    expect(said.at(-1)).toMatch(/metrics: no sample of v2 for \d+ s$/);

    canary.restart();
    canary.handle(200, 0.05, 9);
    await up(canary, ports[2] ?? 0);
    const back = await eventually(source, ({ versions }) => (versions['v2']?.requests ?? 0) > 25);
    expect(back.versions['v2']).toMatchObject({ requests: 34, errors: 5, buckets: [9, 20, 0, 0, 5] });
    expect(said.at(-1)).toMatch(/the metrics can be read again$/);
  }, 60_000);

  it('keeps the other instance of a version that lost one', async () => {
    await served[1]?.close();
    a.handle(200, 0.05, 10);
    const before = instancesOf(reference, 'v1');
    const sample = await settled(source);
    expect(sample.versions['v1']?.requests).toBe((reference.versions['v1']?.requests ?? 0) + 10);
    expect(instancesOf(sample, 'v1')[`api/127.0.0.1:${ports[1]}`]).toBe(before[`api/127.0.0.1:${ports[1]}`]);
  }, 30_000);

  it('is gone: both sides are absent, and the release does not end by it', async () => {
    await server.end();
    expect((await source.observe()).versions).toEqual({});
    expect(said.at(-1)).toMatch(/the connection failed/);
  });
});

/** Counters of half an hour, a sample every 15 s: 30 requests in each, 3 of them failed; b restarts halfway. */
function halfAnHour(now: number): string {
  const lines = ['# TYPE http_request_duration_seconds histogram'];
  const families = new Map<string, string[]>();
  const put = (name: string, labels: string, value: number, at: number) => {
    const key = `${name}{version="v1",job="api",${labels}}`;
    families.set(key, [...(families.get(key) ?? []), `${key} ${value} ${at}`]);
  };
  for (let index = 0; index <= 118; index++) {
    const at = now - 1785 + 15 * index;
    for (const instance of ['a', 'b']) {
      const lives = instance === 'b' && index >= 60 ? index - 60 : index;
      const [ok, bad] = [27 * lives + 500, 3 * lives];
      const base = instance === 'b' && index >= 60 ? -500 : 0;
      for (const [le, all] of [
        ['0.1', ok + base],
        ['0.5', ok + base],
        ['1.0', ok + base],
        ['+Inf', ok + base],
      ] as const)
        put('http_request_duration_seconds_bucket', `instance="${instance}",code="200",le="${le}"`, all, at);
      put(count, `instance="${instance}",code="200"`, ok + base, at);
      for (const [le, all] of [
        ['0.1', 0],
        ['0.5', 0],
        ['1.0', bad],
        ['+Inf', bad],
      ] as const)
        put('http_request_duration_seconds_bucket', `instance="${instance}",code="500",le="${le}"`, all, at);
      put(count, `instance="${instance}",code="500"`, bad, at);
    }
  }
  return [...lines, ...[...families.values()].flat(), '# EOF', ''].join('\n');
}

withTool('prometheus', 'history from a real Prometheus server', (path) => {
  it('is the baseline of the past half hour in blocks of 15 s, by instance', async () => {
    const now = Math.floor(Date.now() / 1000);
    const server = await startPrometheus(path, [], halfAnHour(now));
    const said: string[] = [];
    try {
      const source = open(server.url, said, '1m', '{ first-token: llm_first_token_seconds }');
      expect(await source.observe()).toMatchObject({ bounds: [0.1, 0.5, 1] });
      const samples = await source.history();
      const zero = (samples.at(-1)?.at ?? 0) + 1;
      const lines = historyLines(samples, { canary: 'v2', baseline: 'v1', zero, beside: true });
      expect(lines.length).toBeGreaterThanOrEqual(115);
      const inner = lines.filter(({ baseline }) => (baseline?.requests ?? 0) > 0);
      const usual = inner.filter(({ resets }) => resets === undefined);
      expect(new Set(usual.map(({ baseline }) => JSON.stringify({ ...baseline, model: undefined })))).toEqual(
        new Set([
          JSON.stringify({
            requests: 60,
            errors: 6,
            buckets: [54, 0, 6, 0],
            instances: {
              'api/a': { requests: 30, errors: 3, buckets: [27, 0, 3, 0] },
              'api/b': { requests: 30, errors: 3, buckets: [27, 0, 3, 0] },
            },
          }),
        ]),
      );
      expect(inner.map(({ baseline }) => baseline?.model?.['first-token']?.requests)).toEqual(inner.map(() => 0));
      // The counts of b fall to 0 where it began again, so that only a's are in that block.
      expect(inner.filter(({ resets }) => resets !== undefined)).toMatchObject([
        { resets: ['v1 api/b'], baseline: { requests: 30, errors: 3 } },
      ]);
      expect(lines.every(({ t, weight, transition }) => t <= 0 && weight === 0 && transition === undefined)).toBe(true);
    } finally {
      await server.end();
    }
  }, 60_000);
});
