import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { evidenceLineSchema } from '../../shared/release/evidence-schema.ts';
import { type Ran, runAction } from './harness.ts';
import { evidenceOf, meteredTarget, rewrite } from './metered.ts';
import type { TestTarget } from './target.ts';

const model =
  '{ first-token: llm_first_token_seconds, tokens-per-second: llm_tokens_per_second, error-lines: \'llm_answers_total{outcome="error"}\', answers: llm_answers_total }';

let target: TestTarget;
const run = (action: string, inputs: Record<string, string> = {}): Promise<Ran> =>
  runAction(action, { inputs: { plan: target.plan, ...inputs }, env: target.env });

/** The stable version with users, and a staged one beside it. */
async function stage(version: string) {
  expect((await run('deploy-staging', { version: 'v1' })).outputs.verdict).toBe('promoted');
  const traffic = target.traffic();
  await sleep(500);
  expect((await run('deploy-staging', { version })).outputs.verdict).toBe('held');
  return traffic;
}

describe('a release judged by what the versions count themselves', () => {
  afterEach(() => target.end());

  it('takes a good version up, and a second run goes on judging where the first one stood', async () => {
    target = await meteredTarget('from: scrape, harm-budget: 20%');
    const traffic = await stage('v2');
    const first = await run('deploy-canary', { until: '20%' });
    expect(first).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', weight: '20' } });
    const second = await run('deploy-canary');
    expect(second).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', weight: '100' } });
    expect(second.stdout).toMatch(/continues v2-\S+ at 20 %/);
    await traffic.stop();

    const { header, observations } = evidenceOf(first);
    expect(header.buckets).toEqual([0.05, 0.1, 0.5, 1, 2, 5]);
    const counted = observations.filter(({ canary }) => (canary?.requests ?? 0) > 0);
    expect(counted.length).toBeGreaterThan(2);
    for (const line of observations) expect(evidenceLineSchema.safeParse(line).success).toBe(true);
    for (const { canary, baseline } of counted) {
      for (const side of [canary, baseline]) {
        const instances = Object.entries(side?.instances ?? {});
        expect(instances.map(([name]) => name)).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+$/)]);
        expect(instances[0]?.[1].requests).toBe(side?.requests);
      }
    }
    const resumed = evidenceOf(second);
    expect(resumed.header.buckets).toEqual(header.buckets);
    expect(resumed.header.resumed).toBeDefined();
  }, 90_000);

  it('rolls a bad version back', async () => {
    target = await meteredTarget('from: scrape, harm-budget: 20%');
    const traffic = await stage('bad');
    const canary = await run('deploy-canary');
    await traffic.stop();
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
    const errors = evidenceOf(canary).observations.reduce((sum, { canary: side }) => sum + (side?.errors ?? 0), 0);
    expect(errors).toBeGreaterThan(0);
  }, 60_000);

  it('rolls a version back whose model alone is slower, and shows by which metric', async () => {
    target = await meteredTarget(`from: scrape, harm-budget: 20%, metrics: { model: ${model} }`);
    const traffic = await stage('tokens');
    const canary = await run('deploy-canary');
    await traffic.stop();
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
    expect(canary.errors[0]).toContain('tokens-per-second: ');
    expect(canary.summary).toContain('tokens-per-second of the model carried it: tokens ');
    const { header, observations } = evidenceOf(canary);
    expect(header.judge).toMatchObject({ alpha: 0.005, model: [{ name: 'first-token' }, { worse: 'lower' }, {}] });
    for (const line of observations) expect(evidenceLineSchema.safeParse(line).success).toBe(true);
    const file = canary.outputs.evidence ?? '';
    const replayed = execFileSync(process.execPath, ['dist/replay/index.js', file], { encoding: 'utf8' });
    expect(replayed).toMatch(/rollback/);
    expect(replayed).toMatch(/; 0 of \d+ decisions differ from what was recorded/);
  }, 60_000);

  it('takes a version up whose model is as good, over two runs', async () => {
    target = await meteredTarget(`from: scrape, harm-budget: 20%, metrics: { model: ${model} }`);
    const traffic = await stage('v2');
    const first = await run('deploy-canary', { until: '20%' });
    expect(first).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '20' } });
    const second = await run('deploy-canary');
    await traffic.stop();
    expect(second).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', weight: '100' } });
    expect(second.stdout).toMatch(/continues v2-\S+ at 20 %/);
  }, 90_000);

  it('refuses a histogram of a model that is too coarse to compare, and touches nothing', async () => {
    target = await meteredTarget(`from: scrape, metrics: { model: { first-token: llm_coarse_seconds } }`);
    const traffic = await stage('v2');
    const [canary, dry] = [await run('deploy-canary'), await run('deploy-canary', { 'dry-run': 'true' })];
    expect(canary.errors[0]).toMatch(/metrics\.model\.first-token: llm_coarse_seconds_bucket has fewer than 3 bounds/);
    expect(dry).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    expect(Object.keys(await traffic.stop())).toEqual(['v1']);
  }, 60_000);

  it('takes a version whose metrics hang for dead, and keeps the lease until it is sure', async () => {
    target = await meteredTarget('from: scrape');
    const traffic = await stage('mute');
    const canary = await run('deploy-canary');
    await traffic.stop();
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
    expect(canary.errors[0]).toMatch(/the canary could not be read for 1\d s, the baseline could/);
    expect(canary.stdout.match(/mute at http:\S+: no whole answer within 0\.625 s/g)).toHaveLength(1);
    expect(evidenceOf(canary).observations.at(-1)).toMatchObject({ canary: null });
  }, 60_000);

  it('moves no traffic when there is nothing to judge by', async () => {
    target = await meteredTarget('from: scrape');
    const traffic = await stage('v2');
    rewrite(target, 'from: scrape, metrics: { path: /nowhere }');
    const canary = await run('deploy-canary');
    const dry = await run('deploy-canary', { 'dry-run': 'true' });
    expect(canary.code).toBe(1);
    expect(canary.errors).toEqual([
      expect.stringContaining('canary.analysis.from: scrape gives no counts of the stable version v1'),
    ]);
    expect(canary.stdout).toMatch(/v1 at http:\S+\/nowhere: line 1: expected a value after v1/);
    expect(dry).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });

    rewrite(target, 'from: prometheus, metrics: { url: "http://127.0.0.1:1", token-env: NOT_SET }');
    const unset = await run('deploy-canary');
    expect(unset.errors[0]).toContain('the environment variable NOT_SET is not set');
    rewrite(target, 'from: prometheus, metrics: { url: "http://127.0.0.1:1" }');
    const down = await run('deploy-canary');
    expect(down.stdout).toContain('prometheus at http://127.0.0.1:1: metrics: the connection failed');
    expect(Object.keys(await traffic.stop())).toEqual(['v1']);
  }, 60_000);
});
