/** A canary of a service with a model: no traffic before the model is warm. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defaults } from '../../actions/warm-model/contract.ts';
import { usualWish } from '../../shared/model/check/wish.ts';
import { tinyDigest } from '../shared/model/recorded.ts';
import { type Script, type Scripted, scripted } from '../shared/model/scripted.ts';
import { type Ran, runAction } from './harness.ts';
import { type TestTarget, testTarget } from './target.ts';

let target: TestTarget;
let server: Scripted | undefined;

const run = (action: string, inputs: Record<string, string> = {}): Promise<Ran> =>
  runAction(action, { inputs: { plan: target.plan, ...inputs }, env: target.env });

/** The plan names a model at a server of this script; `more` are the other keys of `model`. */
async function withModel(script: Script, more = ''): Promise<Scripted> {
  server = await scripted(script);
  const text = readFileSync(target.plan, 'utf8');
  writeFileSync(target.plan, `${text}\nmodel: { url: '${server.url}', name: tiny${more} }\n`);
  return server;
}

beforeEach(async () => {
  target = await testTarget();
  expect((await run('deploy-staging', { version: 'v1' })).outputs['verdict']).toBe('promoted');
  expect((await run('deploy-staging', { version: 'v2' })).outputs['verdict']).toBe('held');
}, 60_000);

afterEach(async () => {
  await target.end();
  await server?.close();
  server = undefined;
});

describe('a plan with a model', () => {
  it('gives no version its first weight where the model is another one', async () => {
    await withModel({}, `, digest: '${'0'.repeat(64)}'`);
    const traffic = target.traffic();
    const canary = await run('deploy-canary');
    const seen = await traffic.stop();
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'refused', weight: '0' }, state: {} });
    expect(canary.errors).toEqual([
      expect.stringMatching(
        new RegExp(`^::error::refused: model: tiny at .* is not proved warm \\(findings\\): identity: .*${tinyDigest}`),
      ),
    ]);
    expect(canary.summary).toMatch(/^## ⛔ refused · deploy-canary/);
    expect(canary.summary).toContain('| identity |');
    expect(Object.keys(seen)).toEqual(['v1']);
    expect((await run('rollback')).outputs['verdict']).toBe('rolled-back');
  }, 60_000);

  it('gives none where the server is gone', async () => {
    const { close } = await withModel({});
    await close();
    const canary = await run('deploy-canary');
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'refused', weight: '0' } });
    expect(canary.errors).toEqual([
      expect.stringMatching(/is not proved warm \(error\): reach: .*nothing was touched/),
    ]);
  }, 60_000);

  it('loads and measures the model, and only then moves traffic', async () => {
    const { requests } = await withModel({ loading: 0.3 }, `, digest: '${tinyDigest}', p95: 5s`);
    const traffic = target.traffic();
    const canary = await run('deploy-canary', { until: '20%' });
    const asked = requests.length;
    const again = await run('deploy-canary', { until: '20%' });
    const seen = await traffic.stop();
    expect(canary).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '20' } });
    const [warm, begins] = ['tiny is warm, p95', 'begins '].map((text) => canary.stdout.indexOf(text));
    expect(warm).toBeGreaterThan(0);
    expect(begins).toBeGreaterThan(warm ?? 0);
    expect(requests.filter(({ route }) => route === 'POST /api/generate').length).toBeGreaterThanOrEqual(8);
    expect(seen['v2']).toBeGreaterThan(0);
    expect(again.outputs['weight']).toBe('20');
    expect(requests).toHaveLength(asked);
  }, 60_000);

  it('ends at once where the job is cancelled while the model loads, and leaves the release as it was', async () => {
    const { requests } = await withModel({ loading: 30 });
    let sent = 0;
    const canary = await runAction('deploy-canary', {
      inputs: { plan: target.plan },
      env: target.env,
      watch: (child) => {
        const timer = setInterval(() => {
          if (!requests.some(({ route }) => route === 'POST /api/generate')) return;
          clearInterval(timer);
          sent = performance.now();
          child.kill('SIGINT');
        }, 20);
        child.once('exit', () => clearInterval(timer));
      },
    });
    expect(sent).toBeGreaterThan(0);
    expect((performance.now() - sent) / 1000).toBeLessThan(7.5);
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'refused' }, state: {} });
    expect(canary.errors).toEqual(['::error::cancelled by SIGINT']);
    const staged = await run('deploy-staging', { version: 'v2' });
    expect(staged.outputs).toMatchObject({ verdict: 'held' });
  }, 60_000);

  it('leaves the model alone in a dry run', async () => {
    const { requests } = await withModel({});
    await run('deploy-canary', { 'dry-run': 'true' });
    expect(requests).toEqual([]);
  }, 60_000);
});

it('wishes what warm-model does by default', () => {
  expect(defaults).toMatchObject({
    'keep-alive': '-1',
    'cold-budget': `${usualWish.coldBudget / 60}m`,
    residency: usualWish.residency.kind,
    runs: String(usualWish.runs),
    concurrency: String(usualWish.concurrency),
    pull: usualWish.pull,
    'require-no-cloud': String(usualWish.requireNoCloud),
  });
});
