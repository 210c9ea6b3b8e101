/** What versions count of their models, scraped from real exporters over loopback. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { countedBy } from '../../../shared/metrics/open.ts';
import { ScrapeSource } from '../../../shared/metrics/scrape.ts';
import { readPlan } from '../../../shared/plan/read.ts';
import { carry, observationBetween } from '../../../shared/release/observe.ts';
import { Instance, type Served, serve } from './instance.ts';

const all =
  '{ first-token: llm_first_token_seconds, tokens-per-second: llm_rate, error-lines: "llm_answers_total{outcome=\\"error\\"}", answers: llm_answers_total }';
const frame = { canary: 'v2', baseline: 'v1', zero: 0, beside: true };
const running: Served[] = [];
afterEach(() => Promise.all(running.splice(0).map((served) => served.close())));

async function up(instance: Instance): Promise<Served> {
  const served = await serve(async (_, response) => response.end(await instance.text()));
  running.push(served);
  return served;
}

/** A stable version and a canary, what reads them, and what is said about it. */
async function pair(model = all) {
  const [stable, canary] = [new Instance([0.1, 0.5, 1, 2]), new Instance([0.1, 0.5, 1, 2])];
  const [one, two] = [await up(stable), await up(canary)];
  const analysis = `{ from: scrape, metrics: { model: ${model} } }`;
  const plan = readPlan(`service: s\ntarget: { kind: local, command: [a] }\ncanary: { analysis: ${analysis} }`, 'p');
  const said: string[] = [];
  const places = [
    { version: 'v1', url: one.url, weight: 80, canary: false },
    { version: 'v2', url: two.url, weight: 20, canary: true },
  ];
  const { metrics } = plan.canary;
  const open = (earlier: Readonly<Record<string, readonly number[]>> = {}) =>
    new ScrapeSource({
      metrics,
      places: () => Promise.resolve(places),
      limit: 5,
      bounds: undefined,
      usualBounds: [0.1, 0.5, 1, 2],
      model: Object.fromEntries(metrics.model.map((m) => [m.name, countedBy(m, [0.1, 0.5, 1, 2], earlier[m.name])])),
      say: (text) => said.push(text),
    });
  return { stable, canary, two, open, said };
}

describe('what two versions count of their models', () => {
  it('is counted exactly, through a restart', async () => {
    const { stable, canary, two, open, said } = await pair();
    stable.answer(0.3, 30, 500);
    stable.handle(200, 0.05, 500);
    canary.answer(0.3, 30, 1);
    const source = open();
    const before = await source.observe();
    expect(before.model).toEqual({
      'first-token': [0.1, 0.5, 1, 2],
      'tokens-per-second': [5, 10, 40],
      'error-lines': [],
    });
    stable.answer(0.3, 30, 20);
    canary.answer(1.5, 7, 6);
    canary.answer(3, 3, 2, 'error');
    const middle = await source.observe();
    canary.restart();
    canary.answer(0.05, 100, 4);
    const after = await source.observe();

    const line = observationBetween(before, middle, frame, 20);
    expect(line.baseline?.model).toMatchObject({
      'first-token': { requests: 20, errors: 0, buckets: [0, 20, 0, 0, 0] },
      'tokens-per-second': { requests: 20, errors: 0, buckets: [0, 0, 20, 0] },
      'error-lines': { requests: 20, errors: 0, buckets: [] },
    });
    expect(line.canary?.model).toMatchObject({
      'first-token': { requests: 8, buckets: [0, 0, 0, 6, 2] },
      'tokens-per-second': { requests: 8, buckets: [2, 6, 0, 0] },
      'error-lines': {
        requests: 8,
        errors: 2,
        instances: { [two.host]: { requests: 8, errors: 2 } },
      },
    });
    expect(observationBetween(middle, after, frame, 20).canary?.model).toMatchObject({
      'first-token': { requests: 4, buckets: [4, 0, 0, 0, 0] },
      'tokens-per-second': { requests: 4, buckets: [0, 0, 0, 4] },
      'error-lines': { requests: 4, errors: 0 },
    });
    expect(said).toEqual([]);
  });

  it('has the bounds that an earlier run judged by', async () => {
    const { canary, open } = await pair('{ tokens-per-second: llm_rate }');
    canary.answer(0.3, 7);
    const earlier = open({ 'tokens-per-second': [5, 10, 20, 40] });
    expect((await earlier.observe()).model).toEqual({ 'tokens-per-second': [5, 10, 20, 40] });
    canary.answer(0.3, 30, 3);
    expect((await earlier.observe()).versions['v2']?.model).toMatchObject({
      'tokens-per-second': { requests: 3, buckets: [0, 0, 3, 0, 0] },
    });
    expect((await open().observe()).model).toEqual({ 'tokens-per-second': [5, 10, 40] });
  });

  it('is a gap where errors are no part of the answers, whose counts then come later', async () => {
    const { stable, canary, open, said } = await pair(
      '{ error-lines: http_failures_total, answers: llm_answers_total }',
    );
    for (const instance of [stable, canary]) instance.answer(0.3, 30);
    const source = open();
    const before = await source.observe();
    canary.handle(500, 0.05, 3);
    canary.answer(0.3, 30, 1);
    const odd = await source.observe();
    expect(observationBetween(before, odd, frame, 20).canary?.model).toEqual({});
    expect(said).toEqual([
      'metrics: error-lines: v2 counted 3 errors in 1 requests; expected metrics.model.error-lines to select a part of metrics.model.answers',
    ]);
    canary.answer(0.3, 30, 9);
    const good = await source.observe();
    expect(observationBetween(carry(before, odd), good, frame, 20).canary?.model).toMatchObject({
      'error-lines': { requests: 10, errors: 3 },
    });
  });

  it('is missed in the log until a version shows it', async () => {
    const { stable, open, said } = await pair('{ first-token: llm_first_token_seconds, tokens-per-second: misspelt }');
    const source = open();
    await source.observe();
    stable.answer(0.3, 30);
    await source.observe();
    await source.observe();
    const missing = (name: string) => `no version shows any series of metrics.model.${name} yet`;
    expect(said).toEqual([
      `metrics: ${missing('first-token')}; ${missing('tokens-per-second')}`,
      `metrics: ${missing('tokens-per-second')}`,
    ]);
  });

  it('is told of where its bounds come late and are others', async () => {
    const { stable, open, said } = await pair('{ tokens-per-second: llm_rate }');
    const source = open({ 'tokens-per-second': [3, 30, 300] });
    stable.answer(0.3, 30);
    const { versions } = await source.observe();
    expect(versions['v1']?.model?.['tokens-per-second']?.buckets).toEqual([0, 0, 0, 0]);
    expect(said).toEqual([
      'metrics: tokens-per-second: the bounds of a histogram are others than those that are judged by (in both: none), so that its values are not compared',
    ]);
  });

  it('cannot be read with a label that no error has', async () => {
    const { canary, open, said } = await pair('{ error-lines: "llm_answers_total{result=\\"error\\"}" }');
    canary.answer(0.3, 30);
    const sample = await open().observe();
    expect(Object.keys(sample.versions)).toEqual(['v1']);
    expect(said[0]).toContain('has the label result that metrics.model.error-lines asks for (its labels: outcome)');
  });
});
