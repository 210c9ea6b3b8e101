import { readFileSync } from 'node:fs';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalTarget } from '../../../../shared/targets/local/client.ts';
import { type Bed, holder, makeBed, refusalOf, specOf, until } from './bed.ts';

let bed: Bed;
const env = { broken: { CRASH: 'cannot read the model' }, never: { UNHEALTHY: '1' }, other: { FLAG: 'x' } };
beforeAll(async () => {
  bed = await makeBed({ env });
  await bed.stable('v1');
});
afterAll(() => bed.close());

async function stateOf(version: string): Promise<string | undefined> {
  return (await bed.target.inspect()).versions.find((each) => each.version === version)?.state;
}

/** Users that keep asking while `work` is done; which version answered, and how often none did. */
async function asked(connections: number, work: () => Promise<unknown>): Promise<Map<string, number>> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const seen = new Map<string, number>();
  let going = true;
  const add = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1);
  const one = () =>
    new Promise<void>((resolve) => {
      const request = http.get(`${bed.url}/`, { agent }, (response) => {
        add(
          response.statusCode === 200 ? String(response.headers['x-jarvis-version']) : `status ${response.statusCode}`,
        );
        response.on('end', resolve).resume();
      });
      request.on('error', (error) => {
        add(error.message);
        resolve();
      });
    });
  const loops = Array.from({ length: connections }, async () => {
    while (going) {
      await one();
      await sleep(2);
    }
  });
  try {
    await work();
  } finally {
    going = false;
    await Promise.all(loops);
    agent.destroy();
  }
  return seen;
}

describe('a release', () => {
  it('gets its share, loses nothing in 1,000 changes of weight, and is counted as its users saw it', async () => {
    await bed.canary('v2', 50);
    const before = await bed.target.observe();
    const seen = await asked(4, async () => {
      for (let change = 0; change < 1000; change += 1) await bed.weigh([5, 25, 50, 100, 0.1][change % 5] ?? 5);
    });
    const after = await bed.target.observe();
    expect([...seen.keys()].toSorted()).toEqual(['v1', 'v2']);
    for (const version of ['v1', 'v2']) {
      const [then, now] = [before.versions[version], after.versions[version]];
      expect([version, (now?.requests ?? 0) - (then?.requests ?? 0), now?.errors]).toEqual([
        version,
        seen.get(version),
        0,
      ]);
    }
    await bed.target.discard(bed.next(), 'rolled-back', 'test');
    // A thousand durable saves, on whatever disk there is.
  }, 90_000);

  it('is served by weight', async () => {
    await bed.canary('v2', 25);
    const seen = await asked(4, () => sleep(1000));
    const [stable, canary] = [seen.get('v1') ?? 0, seen.get('v2') ?? 0];
    const [total, share] = [stable + canary, 0.25];
    expect(Math.abs(canary - total * share)).toBeLessThan(5 * Math.sqrt(total * share * (1 - share)));
    await bed.target.discard(bed.next(), 'rolled-back', 'test');
  });

  it('that is discarded waits for its long answers before it is stopped', async () => {
    await bed.canary('v2', 100);
    const slow = bed.get('/slow?ms=1500');
    await until(async () => (await bed.target.inspect()).versions.some(({ inFlight }) => inFlight > 0));
    await bed.target.discard(bed.next(), 'rolled-back', 'test');
    expect(await stateOf('v2')).toBe('draining');
    expect((await bed.get('/')).version).toBe('v1');
    expect(await slow).toEqual({ status: 200, version: 'v2', text: 'slow' });
    await until(async () => (await stateOf('v2')) === undefined);
  });

  it.each([
    ['broken', 'broken exited with code 3: cannot read the model'],
    ['never', 'not healthy within 1.5 s: /health answers 500'],
  ])('that does not start says why: %s', async (version, reason) => {
    await bed.acquire(version);
    const refused = await refusalOf(bed.target.stage(bed.next()));
    expect(refused.refusal).toBe('unhealthy');
    expect(refused.message).toContain(reason);
    await bed.target.discard(bed.next(), 'error', 'test');
    expect((await bed.get('/')).version).toBe('v1');
  });

  it('whose command does not exist says so', async () => {
    const spec = { ...specOf('none', {}), command: ['/no/such/program'] };
    const target = new LocalTarget({
      folder: bed.folder,
      traffic: { bounds: [1], affinity: 'none' },
      spec: () => spec,
      check: 1,
      drain: 1,
    });
    await bed.acquire('none');
    const refused = await refusalOf(target.stage(bed.next()));
    expect(refused.message).toContain('/no/such/program could not be started in');
    await bed.target.discard(bed.next(), 'error', 'test');
    expect((await bed.get('/')).version).toBe('v1');
  });

  it('of another version is refused while one is open, and told whose that is', async () => {
    await bed.canary('v2', 5);
    const { refusal, message } = await refusalOf(
      bed.target.acquire({ version: 'v3', create: true, holder, lease: 9, nonce: 'n' }),
    );
    expect(refusal).toBe('busy');
    expect(message).toContain(`release ${bed.ticket.release} of version v2, at 5 %`);
    expect(message).toContain('octocat (https://github.example/runs/1, attempt 1)');
  });

  it('answers a repeated call as the first time, and refuses a stale one', async () => {
    const change = { weight: 10, step: 1, reason: 'again' };
    const ticket = bed.next();
    const [first, second] = [await bed.target.setWeight(ticket, change), await bed.target.setWeight(ticket, change)];
    expect(second).toEqual(first);
    const stale = await refusalOf(bed.target.setWeight({ ...ticket, fence: ticket.fence - 1 }, change));
    expect(stale.refusal).toBe('stale');
  });

  it('gives no weight to a canary that is ill, brings its traffic to the stable version, and back when it is well', async () => {
    await bed.weigh(100);
    await bed.get('/ail');
    await until(async () => (await bed.get('/')).version === 'v1');
    const { versions, release } = await bed.target.inspect();
    expect([release?.weight, versions.map(({ weight }) => weight)]).toEqual([100, [100, 0]]);
    await bed.get('/recover', { 'x-jarvis-version': 'v2' });
    await until(async () => (await bed.get('/')).version === 'v2');
  });

  it('whose process dies has no traffic, is not started again, and says why', async () => {
    await bed.get('/crash', { 'x-jarvis-version': 'v2' });
    await until(async () => (await stateOf('v2')) === 'stopped');
    expect((await bed.get('/')).version).toBe('v1');
    await until(
      async () => (await bed.target.inspect()).versions[1]?.problem === 'v2 exited with code 7: told to crash',
    );
    await bed.target.stage(bed.next());
    await until(async () => (await bed.get('/')).version === 'v2');
  });

  it('stays where it is when the stable version is ill', async () => {
    await bed.get('/ail', { 'x-jarvis-version': 'v1' });
    await until(async () => (await stateOf('v1')) === 'unhealthy');
    expect((await refusalOf(bed.target.discard(bed.next(), 'rolled-back', 'test'))).refusal).toBe('stable-unhealthy');
    await bed.get('/recover', { 'x-jarvis-version': 'v1' });
    await until(async () => (await stateOf('v1')) === 'healthy');
    await bed.target.discard(bed.next(), 'rolled-back', 'test');
    const ended = await refusalOf(bed.weigh(50));
    expect(ended).toMatchObject({ refusal: 'ended', message: expect.stringContaining('rolled-back (test)') });
  });

  it('that is promoted is the stable version, and the old one can be staged from its record', async () => {
    await bed.canary('v2', 100);
    await bed.target.promote(bed.next());
    expect(await bed.target.inspect()).toMatchObject({
      stable: 'v2',
      former: ['v1'],
      release: { verdict: 'promoted' },
    });
    await bed.acquire('v1');
    expect(await bed.target.stage(bed.next(), { recorded: true })).toMatchObject({ version: 'v1', state: 'healthy' });
    await bed.target.promote(bed.next());
    expect(await bed.target.inspect()).toMatchObject({ stable: 'v1', former: ['v2'] });
    expect((await bed.get('/')).text).toBe('v1');
  });
});

describe('the stable version', () => {
  it('is started again when it dies, with the reason on record', async () => {
    await bed.get('/crash');
    await until(async () => (await bed.get('/')).status === 200);
    const { versions } = await bed.target.inspect();
    expect(versions[0]).toMatchObject({ version: 'v1', state: 'healthy', restarts: 1 });
    expect(readFileSync(`${bed.folder}/supervisor.log`, 'utf8')).toContain('v1 is stopped: v1 exited with code 7');
  });

  it('sees a minimal environment', async () => {
    process.env['JARVIS_TEST_SECRET'] = 'secret';
    const { env, cwd } = JSON.parse((await bed.get('/env')).text) as { env: Record<string, string>; cwd: string };
    expect(
      Object.keys(env)
        .filter((name) => !['PATH', 'HOME', 'LANG', 'TMPDIR'].includes(name))
        .toSorted(),
    ).toEqual(['JARVIS_FOLDER', 'PORT', 'VERSION']);
    expect(cwd).toBe(import.meta.dirname);
  });
});
