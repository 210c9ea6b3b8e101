import { describe, expect, it } from '@jest/globals';
import { checkNames, hostVerdict } from '../../../../shared/model/host/check.ts';
import { type HostFacts, nothingSeen, seen, unknown } from '../../../../shared/model/host/facts.ts';
import { isSetting } from '../../../../shared/model/host/fix.ts';
import { judgeHost } from '../../../../shared/model/host/judge.ts';
import { leastShare } from '../../../../shared/model/host/judge-memory.ts';
import type { Settings } from '../../../../shared/model/host/settings.ts';
import type { Listener } from '../../../../shared/model/host/sockets.ts';
import { type HostWish, neededBy } from '../../../../shared/model/host/wish.ts';

const now = 1_800_000_000;
const digest = 'a'.repeat(64);
const installed = { name: 'tiny:latest', digest, size: 1000, quantization: 'F16' };
const loaded = { name: 'tiny:latest', digest, size: 1000, vram: 1000, expires: now + 1e10, context: 4096 };
const listener = (address: string): Listener => ({
  ...{ address, port: 11434, uid: 998, inode: 1 },
  owner: { pid: 1, name: 'ollama' },
});
const settings = (values: Settings['values']) => seen({ from: 'process 1', values });
const gpu = (busy: number, used: number) => ({ name: '0 T4', busy, memory: { used, total: 100 } });

const good: HostFacts = {
  ...{ version: '0.30.11', cloud: seen(false), installed: [installed], memory: { models: [loaded], at: now } },
  ...{ listeners: seen([listener('127.0.0.1')]), settings: settings({}), gpus: seen([gpu(0.5, 50)]) },
  room: seen({ path: '/models', free: 30e9 }),
};
const wish: HostWish = {
  ...{ keepAlive: 'forever', residency: { kind: 'any' }, requireNoCloud: false, concurrency: 1 },
  ...{ bind: 'loopback', gpuLimit: 0.9, freeDisk: 20e9, requireSeen: false },
};
const check = (name: string, facts: Partial<HostFacts> = {}, wanted: Partial<HostWish> = {}) =>
  judgeHost({ ...good, ...facts }, { ...wish, ...wanted }).find((one) => one.name === name);

describe('a host', () => {
  it('is looked at by twelve checks in their order, and passes as it should be', () => {
    const checks = judgeHost(good, wish);
    expect(checks.map(({ name }) => name)).toEqual(checkNames);
    expect(checks.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect(hostVerdict(checks, neededBy({ ...wish, requireSeen: true }))).toEqual({ verdict: 'passed', reason: '' });
  });

  it('somewhere else passes by its interface, and not where everything has to be seen', () => {
    const checks = judgeHost({ ...good, ...nothingSeen('elsewhere') }, wish);
    const blind = checks.filter(({ verdict }) => verdict === 'unknown');
    expect(blind.map(({ name }) => name)).toEqual(checkNames.slice(checkNames.indexOf('bind')));
    expect(hostVerdict(checks, neededBy(wish)).verdict).toBe('passed');
    expect(hostVerdict(checks, neededBy({ ...wish, requireSeen: true }))).toMatchObject({
      verdict: 'not-run',
      reason: expect.stringContaining('bind: elsewhere'),
    });
  });

  it('that cannot show what was asked for is not-run', () => {
    const asked = { ...wish, requireNoCloud: true };
    const checks = judgeHost({ ...good, cloud: unknown('it does not say') }, asked);
    expect(hostVerdict(checks, neededBy(asked))).toEqual({
      verdict: 'not-run',
      reason: 'not all that was asked for can be seen: cloud: it does not say',
    });
    expect(hostVerdict(checks, neededBy({ ...asked, requireNoCloud: false })).verdict).toBe('passed');
  });

  it('with a finding is not passed, whatever else is unknown', () => {
    const checks = judgeHost({ ...good, ...nothingSeen('elsewhere') }, { ...wish, minVersion: '0.31' });
    expect(hostVerdict(checks, neededBy({ ...wish, requireSeen: true }))).toEqual({
      verdict: 'findings',
      reason: 'version: its version 0.30.11 is older than min-version 0.31; update the server to 0.31 or later',
    });
  });
});

describe('a check passes, finds, or does not know', () => {
  const cases: [name: string, facts: Partial<HostFacts>, wanted: Partial<HostWish>, verdict: string, words: RegExp][] =
    [
      ['version', {}, { minVersion: '0.30' }, 'passed', /version 0.30.11, at least 0.30/],
      ['version', { version: 'dev' }, { minVersion: '0.30' }, 'unknown', /cannot be compared/],
      ['version', { version: 'dev' }, {}, 'passed', /dev/],
      ['cloud', { cloud: seen(true) }, {}, 'passed', /takes models of a cloud/],
      ['cloud', { cloud: seen(true) }, { requireNoCloud: true }, 'findings', /takes models of a cloud/],
      ['cloud', { cloud: unknown('it does not say') }, { requireNoCloud: true }, 'unknown', /does not say/],
      ['model', {}, { model: 'tiny:latest', digest }, 'passed', /tiny:latest is aaaaaaaaaaaa/],
      ['model', {}, { model: 'tiny:latest', digest: 'b'.repeat(64) }, 'findings', /not the pinned/],
      ['model', {}, { model: 'tinny:latest' }, 'findings', /not on its disk; there are tiny:latest/],
      ['model', { installed: [] }, { model: 'tiny:latest' }, 'findings', /no model is/],
      ['context', {}, { context: 4096 }, 'passed', /tiny:latest: context 4096/],
      ['context', {}, { context: 16384 }, 'findings', /is 4096, and not 16384/],
      ['context', {}, { model: 'gone:latest', context: 16384 }, 'unknown', /gone:latest is not there/],
      ['keep-alive', {}, { keepAlive: 1800 }, 'passed', /it stays/],
      ['residency', {}, { residency: { kind: 'share', least: 1 } }, 'passed', /100%/],
      ['bind', { listeners: seen([listener('::1'), listener('127.0.0.1')]) }, {}, 'passed', /\[::1\]:11434 .* alone/],
      [
        'bind',
        { listeners: seen([listener('127.0.0.1'), listener('10.0.0.7')]) },
        {},
        'findings',
        /on 10.0.0.7:11434 /,
      ],
      ['bind', { listeners: seen([listener('0.0.0.0')]) }, { bind: 'any' }, 'passed', /as bind allows/],
      ['request-logging', { settings: settings({ OLLAMA_DEBUG_LOG_REQUESTS: '0' }) }, {}, 'passed', /not logged/],
      ['request-logging', { settings: settings({ OLLAMA_DEBUG_LOG_REQUESTS: 'on' }) }, {}, 'findings', /every request/],
      ['request-logging', { settings: settings({ OLLAMA_DEBUG: '2' }) }, {}, 'findings', /OLLAMA_DEBUG is 2/],
      [
        'parallelism',
        { settings: settings({ OLLAMA_NUM_PARALLEL: '4' }) },
        { concurrency: 4 },
        'passed',
        /4 at a time/,
      ],
      ['parallelism', {}, { concurrency: 2 }, 'findings', /not set, which serves 1 .* asks for 2/],
      ['gpu-utilisation', { gpus: seen([gpu(0.89, 0)]) }, {}, 'passed', /89% busy at one look/],
      ['gpu-utilisation', { gpus: seen([gpu(0, 0), gpu(0.9, 0)]) }, {}, 'findings', /90% busy .* limit is 90%/],
      ['gpu-utilisation', { gpus: seen([{ name: '0 GB10' }]) }, {}, 'unknown', /0 GB10: its driver does not say/],
      ['gpu-memory', { gpus: seen([gpu(0, 95)]) }, {}, 'findings', /95 B of 100 B in use, 95%/],
      ['gpu-memory', { gpus: seen([gpu(0, 95)]) }, { gpuLimit: 0.96 }, 'passed', /95%/],
      ['gpu-memory', { gpus: seen([gpu(0, 95), { name: '1 GB10' }]) }, {}, 'findings', /^0 T4/],
      ['disk', { room: seen({ path: '/models', free: 19e9 }) }, {}, 'findings', /19 GB are free at \/models.* 20 GB/],
      ['disk', { room: seen({ path: '/models', free: 20e9 }) }, {}, 'passed', /20 GB/],
    ];
  it.each(cases)('%s with %j and %j: %s', (name, facts, wanted, verdict, words) => {
    const found = check(name, facts, wanted);
    expect(found).toMatchObject({ name, verdict, words: expect.stringMatching(words) });
    expect(found?.fix === undefined).toBe(verdict !== 'findings');
  });
});

describe('what is in memory', () => {
  const empty = { memory: { models: [], at: now } };

  it('is unknown where nothing is, with the settings that come to count', () => {
    const facts = { ...empty, settings: settings({ OLLAMA_KEEP_ALIVE: '5m', OLLAMA_CONTEXT_LENGTH: '8192' }) };
    expect(check('context', facts)).toMatchObject({
      verdict: 'unknown',
      words: 'no model is in memory; OLLAMA_CONTEXT_LENGTH is 8192',
    });
    expect(check('keep-alive', facts)?.words).toBe('no model is in memory; OLLAMA_KEEP_ALIVE is 5m');
    expect(check('residency', facts)?.words).toBe('no model is in memory');
  });

  it('is unknown where the wanted model is not, which says what it has of its own', () => {
    const parameters = 'num_ctx                        16384\n';
    const found = check('context', { ...empty, parameters }, { model: 'tiny:latest', context: 16384 });
    expect(found?.words).toBe('tiny:latest is not in memory; it has num_ctx 16384 of its own');
  });

  it('is looked at by every name without a wanted model, and the worst counts', () => {
    const models = [loaded, { ...loaded, name: 'other:latest', digest: 'b'.repeat(64), expires: now + 300, vram: 250 }];
    const facts = { memory: { models, at: now } };
    expect(check('keep-alive', facts)).toMatchObject({
      ...{ verdict: 'findings', words: 'other:latest: it leaves memory in 5 min, and keep-alive asks it to stay' },
      evidence: { 'tiny:latest': { staysSeconds: 'forever' }, 'other:latest': { staysSeconds: 300 } },
    });
    expect(check('keep-alive', facts, { model: 'tiny:latest' })?.verdict).toBe('passed');
    expect(leastShare({ ...good, ...facts }, wish)).toBe(0.25);
  });

  it('is known by another name of the same weights', () => {
    const models = [{ ...loaded, name: 'tiny-jarvis-1f2e', digest: 'c'.repeat(64), isKin: true }];
    expect(check('context', { memory: { models, at: now } }, { model: 'tiny:latest', context: 4096 })?.verdict).toBe(
      'passed',
    );
  });
});

describe('a fix is ready to be copied', () => {
  const fixes: [
    name: string,
    facts: Partial<HostFacts>,
    wanted: Partial<HostWish>,
    systemd: string,
    compose: string,
    windows: string,
  ][] = [
    [
      'cloud',
      { cloud: seen(true) },
      { requireNoCloud: true },
      'OLLAMA_NO_CLOUD=1',
      'OLLAMA_NO_CLOUD: "1"',
      'setx OLLAMA_NO_CLOUD 1',
    ],
    [
      'context',
      {},
      { context: 16384 },
      'OLLAMA_CONTEXT_LENGTH=16384',
      'OLLAMA_CONTEXT_LENGTH: "16384"',
      'setx OLLAMA_CONTEXT_LENGTH 16384',
    ],
    [
      'keep-alive',
      { memory: { models: [{ ...loaded, expires: now + 300 }], at: now } },
      {},
      'OLLAMA_KEEP_ALIVE=-1',
      'OLLAMA_KEEP_ALIVE: "-1"',
      'setx OLLAMA_KEEP_ALIVE -1',
    ],
    [
      'bind',
      { listeners: seen([listener('::')]) },
      {},
      'OLLAMA_HOST=127.0.0.1:11434',
      '- "127.0.0.1:11434:11434"',
      'setx OLLAMA_HOST 127.0.0.1:11434',
    ],
    [
      'request-logging',
      { settings: settings({ OLLAMA_DEBUG_LOG_REQUESTS: '1' }) },
      {},
      'OLLAMA_DEBUG_LOG_REQUESTS=false',
      'OLLAMA_DEBUG_LOG_REQUESTS: "false"',
      'setx OLLAMA_DEBUG_LOG_REQUESTS false',
    ],
    [
      'parallelism',
      {},
      { concurrency: 2 },
      'OLLAMA_NUM_PARALLEL=2',
      'OLLAMA_NUM_PARALLEL: "2"',
      'setx OLLAMA_NUM_PARALLEL 2',
    ],
  ];
  it.each(fixes)('of %s', (name, facts, wanted, systemd, compose, windows) => {
    const fix = check(name, facts, wanted)?.fix;
    expect(fix).toMatchObject({ systemd: `Environment="${systemd}"`, compose, windows });
  });

  it('or says in words what no setting changes', () => {
    const fix = check('disk', { room: seen({ path: '/models', free: 0 }) })?.fix;
    expect(fix && isSetting(fix)).toBe(false);
    expect(fix?.words).toContain('ollama rm');
  });
});
