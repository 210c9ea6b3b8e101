/** Plans that the traffic there is can decide, and plans that it cannot. */
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Ran, runAction } from './harness.ts';
import { type TestTarget, testTarget } from './target.ts';

let target: TestTarget;
const run = (action: string, inputs: Record<string, string> = {}): Promise<Ran> =>
  runAction(action, { inputs: { plan: target.plan, ...inputs }, env: target.env });

/** A target with a plan of this analysis, its stable version, and v2 staged beside it. */
async function staged(analysis: string): Promise<void> {
  target = await testTarget();
  const text = readFileSync(target.plan, 'utf8');
  writeFileSync(target.plan, text.replace(/analysis: .*/, `analysis: { every: 200ms, dwell: 600ms, ${analysis} }`));
  expect((await run('deploy-staging', { version: 'v1' })).outputs.verdict).toBe('promoted');
  expect((await run('deploy-staging', { version: 'v2' })).outputs.verdict).toBe('held');
}

/** A few users: some 20 requests a second until told to stop; resolves with the versions that answered. */
function fewUsers(port: number): { stop(): readonly string[] } {
  const seen = new Set<string>();
  const timer = setInterval(() => {
    get({ port, host: '127.0.0.1', path: '/' }, (answer) => {
      answer.resume();
      seen.add(String(answer.headers['x-jarvis-version']));
    }).on('error', () => undefined);
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return [...seen];
    },
  };
}

describe('before any traffic moves', () => {
  afterEach(() => target.end());

  it('refuses a plan that could never decide, and says what would let it', async () => {
    await staged('deadline: 30s');
    const users = fewUsers(target.port);
    const dry = await run('deploy-canary', { 'dry-run': 'true' });
    const refused = await run('deploy-canary');
    expect(users.stop()).toEqual(['v1']);
    const told =
      /canary\.analysis\.deadline: 30 s is too short: at [\d.]+ requests\/s \(0 %25 of them fail\), even a version just as good as the stable one takes [\d.]+ \w+ to pass 20%25, 100%25\. (Any of these|What) would do: .*canary\.analysis\.deadline: \d+m/;
    for (const ran of [dry, refused]) {
      expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'refused', weight: '0' } });
      expect(ran.errors).toEqual([expect.stringMatching(told)]);
      expect(ran.summary).toMatch(/^## ⛔ refused · deploy-canary/);
      expect(ran.summary).toContain('| step | takes about |');
      expect(ran.summary).toContain('| 50 % errors (50 % fail) |');
    }
    expect(refused.errors[0]).toContain('nothing was touched');
    expect(refused.state).toEqual({});
    expect((await run('rollback')).outputs.verdict).toBe('rolled-back');
  }, 60_000);

  it('says in one line what a plan will take, and begins', async () => {
    await staged('deadline: 30s, harm-budget: 20%');
    const traffic = target.traffic();
    const dry = await run('deploy-canary', { 'dry-run': 'true' });
    const canary = await run('deploy-canary', { until: '20%' });
    await traffic.stop();
    const told =
      /at [\d,.]+ requests\/s the release takes about [\d.]+ s; .*50 % errors (are caught )?after about [\d,]+/;
    expect(dry).toMatchObject({ code: 0, outputs: { verdict: 'held' } });
    expect(dry.summary).toMatch(told);
    expect(canary).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '20' } });
    expect(canary.stdout).toMatch(told);
  }, 60_000);

  it('warns where nobody is there, and leaves the verdict to the plan', async () => {
    await staged('deadline: 3s');
    const canary = await run('deploy-canary');
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'inconclusive' } });
    expect(canary.stdout).toContain('::warning::no request of a user was seen');
  }, 60_000);
});
