import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ClientRequest, get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Decision, EvidenceHeader, EvidenceLine, Observation } from '../../shared/release/evidence.ts';
import { evidenceLineSchema } from '../../shared/release/evidence-schema.ts';
import { beginJudging, type JudgeSettings, type JudgeState, step } from '../../shared/release/judge/judge.ts';
import { type Ran, runAction } from './harness.ts';
import { type TestTarget, testTarget } from './target.ts';

let target: TestTarget;
const run = (action: string, inputs: Record<string, string>, more = {}): Promise<Ran> =>
  runAction(action, { inputs: { plan: target.plan, ...inputs }, env: target.env, ...more });

/** The stable version, users, and a staged version beside it. */
async function stage(version: string) {
  expect((await run('deploy-staging', { version: 'v1' })).outputs.verdict).toBe('promoted');
  const traffic = target.traffic();
  return { traffic, staged: await run('deploy-staging', { version }) };
}

function evidenceOf(ran: Ran): EvidenceLine[] {
  const lines = readFileSync(ran.outputs.evidence ?? '', 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as EvidenceLine);
}

/** Judges the observations of a file again, from where its header says. */
function replay({ judge, resumed }: EvidenceHeader, lines: readonly EvidenceLine[]): Decision[] {
  let state = (resumed ?? beginJudging(judge as unknown as JudgeSettings)) as JudgeState;
  return lines
    .filter((line): line is Observation => 'from' in line)
    .flatMap((line) => {
      const judged = step(state, line);
      state = judged.state;
      return line.t > 0 ? [judged.decision] : [];
    });
}

describe('a release through the built actions', () => {
  beforeEach(async () => {
    target = await testTarget();
  });
  afterEach(() => target.end());

  it('takes a good version from staging to stable', async () => {
    const { traffic, staged } = await stage('v2');
    expect(staged).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', version: 'v2' } });
    expect(staged.outputs).toMatchObject({ 'previous-version': 'v1', url: `http://127.0.0.1:${target.port}` });

    const canary = await run('deploy-canary', { version: 'v2' });
    expect(canary).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', weight: '100' } });
    expect(canary.outputs.release).toBe(staged.outputs.release);
    expect(canary.summary).toMatch(/^## ⏸️ held · deploy-canary/);
    expect(canary.summary).toContain('xychart-beta');

    const early = await run('promote-canary', { release: 'v2-19700101T000000Z' });
    expect(early).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    const promoted = await run('promote-canary', { release: canary.outputs.release ?? '' });
    expect(promoted).toMatchObject({
      code: 0,
      errors: [],
      outputs: { verdict: 'promoted', version: 'v2', 'previous-version': 'v1' },
    });

    const counts = await traffic.stop();
    expect(Object.keys(counts).toSorted()).toEqual(['v1', 'v2']);

    const back = await run('rollback', { 'to-version': 'v1', reason: 'we liked it better' });
    expect(back).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'rolled-back', version: 'v1' } });
    const never = await run('rollback', { 'to-version': 'v9' });
    expect(never.errors).toEqual(['::error::version v9 was never stable on this target; earlier versions: v2']);
  });

  it('rolls a bad version back by itself, and says so once', async () => {
    const { traffic, staged } = await stage('bad');
    const canary = await run('deploy-canary', {});
    const counts = await traffic.stop();
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
    expect(canary.errors).toHaveLength(1);
    expect(canary.errors[0]).toMatch(
      /^::error::rolled-back: \d+ : 1 against "[^"]+": canary (\d+) of \1 failed \(100 %25\)/,
    );
    expect(counts['failed v1']).toBeUndefined();
    expect(counts.lost).toBeUndefined();

    const again = await run('rollback', { release: staged.outputs.release ?? '' });
    expect(again).toMatchObject({ code: 0, outputs: { verdict: 'rolled-back', version: 'v1' } });
    const promote = await run('promote-canary', {});
    expect(promote).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
  });

  it('writes evidence that gives the same decisions when it is replayed', async () => {
    const { traffic } = await stage('v2');
    const canary = await run('deploy-canary', {});
    await traffic.stop();
    const [first, ...lines] = evidenceOf(canary);
    const header = first as EvidenceHeader;
    expect(header).toMatchObject({ schema: 'jarvis.evidence/1', service: 'tiny', canary: 'v2', baseline: 'v1' });
    for (const line of [header, ...lines]) expect(evidenceLineSchema.safeParse(line).success).toBe(true);

    const replayed = replay(header, lines);
    expect(replayed.length).toBeGreaterThan(5);
    expect(replayed).toEqual(lines.filter((each) => 'decision' in each));
  });

  it('refuses a version that dies at start, with the end of what it said', async () => {
    const { traffic, staged } = await stage('dead');
    const counts = await traffic.stop();
    expect(staged).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    expect(staged.errors).toHaveLength(1);
    expect(staged.errors[0]).toContain('cannot read the model: no such file');
    expect(Object.keys(counts)).toEqual(['v1']);
    const next = await run('deploy-staging', { version: 'v2' });
    expect(next.outputs.verdict).toBe('held');
  });

  it('refuses a version that answers its smoke wrongly', async () => {
    const inline = readFileSync(target.plan, 'utf8');
    const staged = await run('deploy-staging', {
      version: 'v1',
      plan: inline.replace('path: /smoke', 'path: /smoke, expect: 201'),
    });
    expect(staged).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    expect(staged.errors).toEqual(['::error::refused: smoke GET /smoke: expected status 201, got 200: v1%0A']);
  });

  it('touches nothing in a dry run', async () => {
    const { traffic } = await stage('v2');
    const dry = await run('deploy-canary', { 'dry-run': 'true' });
    await traffic.stop();
    expect(dry).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '0' } });
    expect(dry.stdout).toContain('dry run, nothing was touched');
    const quiet = await run('deploy-canary', { 'dry-run': 'true' });
    expect(quiet).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    const known = await run('rollback', {});
    expect(known.outputs.verdict).toBe('rolled-back');
  });

  it('is promoted without a touch when it is stable already', async () => {
    await stage('v2').then(({ traffic }) => traffic.stop());
    for (const action of ['deploy-staging', 'deploy-canary']) {
      const ran = await run(action, { version: 'v1' });
      expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'promoted' } });
      expect(ran.stdout).toContain('nothing was touched');
    }
  });

  it('refuses to stage a version again that users meet, and leaves it alone', async () => {
    const { traffic, staged } = await stage('v2');
    expect((await run('deploy-canary', { until: '20%' })).outputs.verdict).toBe('held');
    const again = await run('deploy-staging', { version: 'v2' });
    expect(again).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    expect(again.errors[0]).toContain(`release ${staged.outputs.release} of v2 is under way at 20 %25`);
    const resumed = await run('deploy-canary', {});
    expect(resumed.outputs).toMatchObject({ verdict: 'held', weight: '100' });
    await traffic.stop();
  });

  it('tells a second release whose the first is', async () => {
    const { traffic, staged } = await stage('v2');
    await traffic.stop();
    const second = await run('deploy-staging', { version: 'v3' });
    expect(second).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    expect(second.errors[0]).toContain(staged.outputs.release);
    expect(second.errors[0]).toContain('v2');
  });
});

describe('a release that is interrupted', () => {
  beforeEach(async () => {
    target = await testTarget();
  });
  afterEach(() => target.end());

  /** Does something to the action once the canary has traffic. */
  const onceRaised = (act: (child: ChildProcess) => unknown) => (child: ChildProcess, output: () => string) => {
    const timer = setInterval(() => {
      if (!output().includes('weight 0 % -> 20 %')) return;
      clearInterval(timer);
      act(child);
    }, 20);
    timer.unref();
  };
  const send = (signal: NodeJS.Signals) => (child: ChildProcess) => child.kill(signal);

  it('lowers the weight to 0 on SIGINT', async () => {
    const { traffic } = await stage('v2');
    const canary = await run('deploy-canary', {}, { watch: onceRaised(send('SIGINT')) });
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
    await traffic.stop();
    const after = target.traffic();
    await setTimeout(300);
    expect(Object.keys(await after.stop())).toEqual(['v1']);
  });

  it('has said how it ended before the runner would kill it, even when a stream does not end', async () => {
    const { traffic } = await stage('v2');
    let [interrupted, streams] = [0, [] as ClientRequest[]];
    const canary = await run(
      'deploy-canary',
      {},
      {
        watch: onceRaised(async (child) => {
          const headers = { 'x-jarvis-version': 'v2' };
          streams = [get(`http://127.0.0.1:${target.port}/stream`, { headers }).on('error', () => undefined)];
          await setTimeout(300);
          interrupted = performance.now();
          child.kill('SIGINT');
        }),
      },
    );
    expect(performance.now() - interrupted).toBeLessThan(7000);
    expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
    for (const stream of streams) stream.destroy();
    await traffic.stop();
  });

  it('is repaired by post when main was killed', async () => {
    const { traffic } = await stage('v2');
    const canary = await run('deploy-canary', {}, { watch: onceRaised(send('SIGKILL')) });
    expect(canary.code).toBeNull();
    const post = await run('deploy-canary', {}, { stage: 'post', state: canary.state });
    expect(post.code).toBe(0);
    expect(post.stdout).toContain('was taken back now');
    await traffic.stop();
    const after = target.traffic();
    await setTimeout(300);
    expect(Object.keys(await after.stop())).toEqual(['v1']);
  });

  it('takes a version away whose staging is interrupted', async () => {
    await stage('v2').then(({ traffic }) => traffic.stop());
    await run('rollback', {});
    const began = performance.now();
    const staging = await run(
      'deploy-staging',
      { version: 'hung' },
      {
        watch: (child: { kill(signal: NodeJS.Signals): boolean }) =>
          void setTimeout(1500).then(() => child.kill('SIGINT')),
      },
    );
    expect(staging).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    expect(performance.now() - began).toBeLessThan(9000);
    expect((await run('deploy-staging', { version: 'v2' })).outputs.verdict).toBe('held');
  });

  it('is reverted by the target itself when nobody is left', async () => {
    const { traffic } = await stage('v2');
    await run('deploy-canary', {}, { watch: onceRaised(send('SIGKILL')) });
    await setTimeout(6000);
    await traffic.stop();
    const after = target.traffic();
    await setTimeout(300);
    expect(Object.keys(await after.stop())).toEqual(['v1']);
    const next = await run('deploy-canary', {});
    expect(next).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
  });
});

describe('a ladder that ends below 100 %', () => {
  afterEach(() => target.end());

  it('is promoted from its last step', async () => {
    target = await testTarget('', '[20%, 50%]');
    const { traffic } = await stage('v2');
    expect((await run('deploy-canary', { until: '20%' })).outputs).toMatchObject({ verdict: 'held', weight: '20' });
    expect((await run('promote-canary', {})).errors[0]).toContain("promoted from the plan's last step, 50 %25");
    expect((await run('deploy-canary', {})).outputs).toMatchObject({ verdict: 'held', weight: '50' });
    expect((await run('promote-canary', {})).outputs).toMatchObject({ verdict: 'promoted', version: 'v2' });
    await traffic.stop();
  });
});

describe('a gate', () => {
  afterEach(() => target.end());

  it('holds at until, and goes on from there', async () => {
    target = await testTarget('  held-for: 20s');
    const { traffic } = await stage('v2');
    const first = await run('deploy-canary', { until: '20%' });
    expect(first).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '20' } });
    const early = await run('promote-canary', {});
    expect(early).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    const noGate = await run('promote-canary', { to: 'next-step' });
    expect(noGate.errors[0]).toContain('waits at no gate: its step of 20%25 has no approve');
    const second = await run('deploy-canary', {});
    expect(second).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '100' } });
    expect(second.stdout).toContain('continues');
    await traffic.stop();
    const [header, ...lines] = evidenceOf(second);
    expect(replay(header as EvidenceHeader, lines)).toEqual(lines.filter((each) => 'decision' in each));
  });

  it('is waited at until it is opened from another process, and nobody else can take the release', async () => {
    target = await testTarget('', '[{ weight: 20%, approve: true }, 100%]');
    const { traffic } = await stage('v2');
    const running = run('deploy-canary', {});
    await setTimeout(3000);
    const second = await run('deploy-canary', {});
    expect(second).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
    expect(second.errors[0]).toContain('https://github.test/jarvis/actions/actions/runs/7');
    const opened = await run('promote-canary', { to: 'next-step' });
    expect(opened).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', version: 'v2' } });
    const canary = await running;
    expect(canary).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', weight: '100' } });
    await traffic.stop();
  });
});
