import { afterEach, describe, expect, it } from '@jest/globals';
import { countedBy } from '../../../shared/metrics/open.ts';
import { ScrapeSource } from '../../../shared/metrics/scrape.ts';
import type { Place } from '../../../shared/metrics/settings.ts';
import { readPlan } from '../../../shared/plan/read.ts';
import { observationBetween } from '../../../shared/release/observe.ts';
import { Instance, type Served, serve } from './instance.ts';

const minimal = 'service: s\ntarget: { kind: local, command: [a] }\n';
const planWith = (metrics: string) =>
  readPlan(`${minimal}canary: { analysis: { from: scrape, metrics: ${metrics} } }`, 'p').canary.metrics;

const buckets = [0.1, 0.5, 1, 2];
const running: Served[] = [];
afterEach(() => Promise.all(running.splice(0).map((served) => served.close())));

async function up(instance: Instance, port = 0): Promise<Served> {
  const served = await serve(async (_, response) => response.end(await instance.text()), port);
  running.push(served);
  return served;
}

interface Setup {
  readonly metrics?: string;
  readonly bounds?: readonly number[];
  readonly limit?: number;
}

function source(urls: Readonly<Record<string, string | null>>, { metrics = '{}', bounds, limit = 2 }: Setup = {}) {
  const said: string[] = [];
  const places = (): Promise<Place[]> =>
    Promise.resolve(
      Object.entries(urls).map(([version, url]) => ({ version, url, weight: 20, canary: version === 'v2' })),
    );
  const plan = planWith(metrics);
  const model = Object.fromEntries(plan.model.map((metric) => [metric.name, countedBy(metric, [0.1, 1, 10])]));
  const settings = { metrics: plan, places, limit, bounds, usualBounds: [0.1, 1, 10], model };
  return { said, scraped: new ScrapeSource({ ...settings, say: (text) => said.push(text) }) };
}

describe('a scrape of both versions', () => {
  it('counts exactly, through a restart in place', async () => {
    const [stable, canary] = [new Instance(buckets), new Instance(buckets)];
    const [one, two] = [await up(stable), await up(canary)];
    stable.handle(200, 0.05, 1000);
    const { scraped, said } = source({ v1: one.url, v2: two.url });
    const before = await scraped.observe();
    expect(before).toMatchObject({
      weight: 20,
      bounds: buckets,
      versions: { v1: { requests: 0 }, v2: { requests: 0 } },
    });

    stable.handle(200, 0.3, 70);
    stable.handle(404, 0.05, 5);
    canary.handle(200, 5, 8);
    canary.handle(503, 0.05, 3);
    const middle = await scraped.observe();
    canary.restart();
    canary.handle(500, 0.7, 20);
    const after = await scraped.observe();

    const frame = { canary: 'v2', baseline: 'v1', zero: before.at, beside: true };
    expect(observationBetween(before, middle, frame, 20)).toMatchObject({
      baseline: { requests: 75, errors: 0, buckets: [5, 70, 0, 0, 0], instances: { [one.host]: { requests: 75 } } },
      canary: { requests: 11, errors: 3, buckets: [3, 0, 0, 0, 8], instances: { [two.host]: { errors: 3 } } },
    });
    const line = observationBetween(middle, after, frame, 20);
    expect(line).toMatchObject({ canary: { requests: 20, errors: 20, buckets: [0, 0, 20, 0, 0] } });
    expect(line).toMatchObject({ baseline: { requests: 0 }, resets: [`v2 ${two.host}`] });
    expect(line.transition).toBeUndefined();
    expect(said).toEqual([]);
  });

  it('takes up counts that began before the first request: no series yet is no request yet', async () => {
    const [stable, canary] = [new Instance(buckets), new Instance(buckets)];
    const { scraped } = source({ v1: (await up(stable)).url, v2: (await up(canary)).url });
    expect(await scraped.observe()).toMatchObject({ bounds: [0.1, 1, 10], versions: { v1: { requests: 0 }, v2: {} } });
    canary.handle(500, 0.05, 4);
    const { versions } = await scraped.observe();
    expect(versions.v2).toMatchObject({ requests: 4, errors: 4 });
    expect(versions.v1).toMatchObject({ requests: 0 });
  });

  it('reduces bounds that differ to those in common, and keeps to the bounds of an earlier run', async () => {
    const [stable, canary] = [new Instance([0.1, 0.25, 1, 2]), new Instance(buckets)];
    const urls = { v1: (await up(stable)).url, v2: (await up(canary)).url };
    for (const each of [stable, canary]) each.handle(200, 0.05);
    const [fresh, resumed] = [source(urls), source(urls, { bounds: buckets })];
    expect((await fresh.scraped.observe()).bounds).toEqual([0.1, 1, 2]);
    expect((await resumed.scraped.observe()).bounds).toEqual(buckets);
    for (const each of [stable, canary]) each.handle(200, 0.7, 6);
    expect((await fresh.scraped.observe()).versions.v2?.buckets).toEqual([0, 6, 0, 0]);
    const { versions } = await resumed.scraped.observe();
    expect(versions.v1?.buckets).toEqual([0, 6, 0, 0, 0]);
    expect(versions.v2?.buckets).toEqual([0, 6, 0, 0, 0]);
  });

  it('judges no latency where the plan or the service has none', async () => {
    const instance = new Instance(buckets);
    instance.handle(200, 0.05);
    const urls = { v1: (await up(instance)).url };
    const { scraped } = source(urls, { metrics: '{ latency: none }' });
    expect(await scraped.observe()).toMatchObject({ bounds: [], versions: { v1: { buckets: [] } } });
    const other = source(urls, { metrics: '{ latency: nowhere_seconds }' });
    expect((await other.scraped.observe()).bounds).toEqual([]);
  });

  it('goes on under the same name as long as it counts the same', async () => {
    const epochs = ['{}', '{}', '{ path: /m }'].map((metrics) => source({}, { metrics }).scraped.observe());
    const [one, same, other] = (await Promise.all(epochs)).map(({ epoch }) => epoch);
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });
});

describe('an instance that cannot be read', () => {
  const answers: [name: string, answer: Parameters<typeof serve>[0], message: RegExp][] = [
    ['hangs', () => undefined, /: no whole answer within 0\.3 s$/],
    ['hangs in the middle', (_, response) => response.write('a 1\n'), /: no whole answer within 0\.3 s$/],
    ['hangs up', (request) => request.socket.destroy(), /: the connection failed: socket hang up$/],
    [
      'answers half of what it promised',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('a 1\n');
        setTimeout(() => response.destroy(), 20);
      },
      /: the connection failed: /,
    ],
    ['answers an error', (_, response) => response.writeHead(500).end('::error::no\n'), /: it answered 500$/],
    ['redirects', (_, response) => response.writeHead(302, { location: '/' }).end(), /: it answered 302$/],
    [
      'answers a page',
      (_, response) => response.end('<!doctype html>\n'),
      /: line 1: expected the name of a metric, found "<!doctype html>"$/,
    ],
    [
      'never ends',
      (_, response) => {
        const timer = setInterval(() => response.write(`a ${'1'.repeat(4_000_000)}\n`), 1);
        response.on('close', () => clearInterval(timer));
      },
      /: the answer is larger than 16777216 bytes$/,
    ],
    [
      'counts in halves',
      (_, response) => response.end('http_request_duration_seconds_count{code="200"} 1.5\n'),
      /_count\{\} is 1\.5; expected a whole number of requests$/,
    ],
    [
      'counts nothing that is a number',
      (_, response) => response.end('http_request_duration_seconds_count{code="200"} NaN\n'),
      /_count\{\} is NaN; expected a whole number of requests$/,
    ],
    [
      'has errors that nobody could see',
      (_, response) => response.end('http_request_duration_seconds_count{status="500"} 3\n'),
      /has the label code that metrics\.errors asks for \(its labels: status\), so errors could not be seen$/,
    ],
    [
      'has a histogram without an end',
      (_, response) => response.end('http_request_duration_seconds_bucket{le="1"} 3\n'),
      /has no bucket le="\+Inf"$/,
    ],
  ];
  it.each(answers)('that %s is absent, and the log says why, once', async (name, answer, message) => {
    const broken = await serve(answer);
    const good = await up(new Instance(buckets));
    running.push(broken);
    const { scraped, said } = source({ v1: good.url, v2: broken.url }, { limit: name.startsWith('hangs') ? 0.3 : 10 });
    for (const _ of [1, 2]) expect(Object.keys((await scraped.observe()).versions)).toEqual(['v1']);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^metrics: v2 at http:\/\/127\.0\.0\.1:\d+\/metrics: /);
    expect(said[0]).toMatch(message);
  });

  it('is asked once more, and counts from where it was last read', async () => {
    const instance = new Instance(buckets);
    let refusals = 0;
    const served = await serve(async (_, response) => {
      if (refusals-- > 0) response.writeHead(503).end();
      else response.end(await instance.text());
    });
    running.push(served);
    const { scraped, said } = source({ v1: served.url });
    await scraped.observe();
    instance.handle(200, 0.05, 5);
    refusals = 1;
    expect((await scraped.observe()).versions.v1?.requests).toBe(5);
    instance.handle(200, 0.05, 5);
    refusals = 2;
    expect((await scraped.observe()).versions).toEqual({});
    expect((await scraped.observe()).versions.v1?.requests).toBe(10);
    const others = expect.stringMatching(/^metrics: the bounds of a histogram are others .+ \(in both: 0\.1, 1\)/);
    expect(said).toEqual([others, expect.stringContaining('it answered 503'), others]);
  });

  it('may have no address, or be gone', async () => {
    const { scraped, said } = source({ v1: null, v2: 'http://127.0.0.1:1' });
    expect((await scraped.observe()).versions).toEqual({});
    expect(said[0]).toContain(
      'v1 has no address of its own to scrape; v2 at http://127.0.0.1:1/metrics: the connection',
    );
  });
});
