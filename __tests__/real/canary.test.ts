import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { loadPlan } from '../../shared/action/plan-input.ts';
import { openTarget } from '../../shared/targets/open.ts';
import { type Ran, root, runAction } from '../dist/harness.ts';
import { evidenceOf, meteredTarget, rewrite } from '../dist/metered.ts';
import type { TestTarget } from '../dist/target.ts';
import { type Server, startPrometheus } from './prometheus-server.ts';
import { withTool } from './tool.ts';

withTool('prometheus', 'a release judged by a real Prometheus server', (path) => {
  let target: TestTarget;
  let server: Server | undefined;
  afterEach(async () => {
    await target.end();
    await server?.end();
  });
  const run = (action: string, inputs: Record<string, string> = {}): Promise<Ran> =>
    runAction(action, { inputs: { plan: target.plan, ...inputs }, env: target.env });

  /** Stages a version beside the stable one, and lets a server scrape both. */
  async function stage(version: string) {
    target = await meteredTarget('from: scrape');
    expect((await run('deploy-staging', { version: 'v1' })).outputs.verdict).toBe('promoted');
    expect((await run('deploy-staging', { version })).outputs.verdict).toBe('held');
    const { versions } = await inspect();
    const scraped = versions.map((each) => ({
      target: new URL(each.url ?? '').host,
      labels: { version: each.version },
    }));
    server = await startPrometheus(path, scraped);
    const metrics = `{ url: "${server.url}", stale-after: 5s }`;
    rewrite(target, `from: prometheus, harm-budget: 20%, metrics: ${metrics}`);
    const traffic = target.traffic();
    await sleep(3000);
    return traffic;
  }

  async function inspect() {
    const nothing = () => undefined;
    const host = {
      input: () => '',
      output: nothing,
      info: nothing,
      warning: nothing,
      notice: nothing,
      mask: nothing,
      error: nothing,
      summarise: () => Promise.resolve(),
      saveState: nothing,
      state: () => '',
      env: (name: string) => (name === 'GITHUB_WORKSPACE' ? root : undefined),
    };
    return (await openTarget(host, await loadPlan(host, target.plan))).inspect();
  }

  it('takes a good version up, by history and by instance', async () => {
    const traffic = await stage('v2');
    const canary = await run('deploy-canary');
    await traffic.stop();
    expect(canary).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', weight: '100' } });
    const { header, observations } = evidenceOf(canary);
    expect(header.buckets).toEqual([0.05, 0.1, 0.5, 1, 2, 5]);
    const served = observations.filter(({ t, canary: side }) => t > 0 && (side?.requests ?? 0) > 0);
    expect(served.length).toBeGreaterThan(3);
    for (const { canary: side } of served)
      expect(Object.keys(side?.instances ?? {})).toEqual([expect.stringMatching(/^api\/127\.0\.0\.1:\d+$/)]);
    // Between the order of a weight and the first scrape under it, counts belong to neither weight.
    expect(observations.some(({ transition }) => transition)).toBe(true);
  }, 90_000);

  it('rolls a bad version back', async () => {
    const traffic = await stage('bad');
    const canary = await run('deploy-canary');
    await traffic.stop();
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
    expect(evidenceOf(canary).observations.some(({ canary: side }) => (side?.errors ?? 0) > 0)).toBe(true);
  }, 90_000);

  it('says what is wrong while the server is away, and holds no traffic back by it', async () => {
    const traffic = await stage('v2');
    await server?.end();
    const canary = await run('deploy-canary');
    expect(canary).toMatchObject({ code: 1 });
    expect(canary.errors[0]).toContain('canary.analysis.from: prometheus gives no counts of the stable version v1');
    expect(Object.keys(await traffic.stop())).toEqual(['v1']);
  }, 60_000);
});
