/** What a release is told before it begins: by traffic that a source remembers, or that is measured for a moment. */
import { describe, expect, it } from '@jest/globals';
import { type Ahead, refuseHopeless } from '../../actions/deploy-canary/foresee.ts';
import { rehearse } from '../../actions/deploy-canary/rehearse.ts';
import type { Host } from '../../shared/action/host.ts';
import { readPlan } from '../../shared/plan/read.ts';
import type { Sample, TargetStatus } from '../../shared/release/target.ts';

const bounds = [0.1, 1, 2];
const status: TargetStatus = {
  service: 's',
  url: 'http://127.0.0.1:1',
  stable: 'v1',
  versions: [],
  release: null,
  former: [],
  journal: [],
};
const release = {
  id: 'r',
  version: 'v2',
  baseline: 'v1',
  phase: 'held',
  weight: 5,
  passed: -1,
  returning: false,
  approved: [],
} as const;
const rest = { fence: 1, sequence: 1, since: '', holder: null, expiresIn: null, verdict: null, reason: '', memo: null };

interface Users {
  /** Requests a second, and the share of them that fails. */
  readonly rate: number;
  readonly errors?: number;
  /** Seconds of them that the source remembers. */
  readonly past?: number;
  /** Requests a second before now, where that is another rate. */
  readonly before?: number;
}

/** Counts since second 0, at this second: `now` is 1800. */
function sampleAt(at: number, { rate, errors = 0, before = rate }: Users): Sample {
  const requests = Math.round(Math.min(at, 1800) * before + Math.max(0, at - 1800) * rate);
  const v1 = { requests, errors: Math.round(requests * errors), buckets: [requests, 0, 0, 0], firstByte: [] };
  return { at, epoch: 'e', bounds, weight: 0, versions: { v1 } };
}

function ahead(users: Users, analysis = '', changes: Partial<Ahead> = {}) {
  const said: string[] = [];
  const outputs: Record<string, string> = {};
  const host = {
    info: (line: string) => said.push(line),
    warning: (line: string) => said.push(`warning: ${line}`),
    output: (name: string, value: string) => void Object.assign(outputs, { [name]: value }),
    summarise: (markdown: string) => Promise.resolve(void said.push(markdown)),
  } as unknown as Host;
  const plan = readPlan(
    `service: s\ntarget: {kind: local, command: [x]}\ncanary: {analysis: {every: 1s${analysis}}}\n`,
    'p',
  );
  const began = performance.now();
  const source = {
    beside: false,
    observe: () => Promise.resolve(sampleAt(1800 + (performance.now() - began) / 1000, users)),
    history: () => {
      const count = Math.floor((users.past ?? 1800) / 15);
      return Promise.resolve(Array.from({ length: count }, (_, index) => sampleAt(1800 - 15 * (count - index), users)));
    },
    afterChange: (answer: Sample) => Promise.resolve(answer),
  };
  const reference = sampleAt(1800, users);
  const given = { host, plan, source, status, reference, version: 'v2', until: 100, ...changes };
  return { given: { signal: new AbortController().signal, ...given }, said, outputs };
}

describe('a release', () => {
  it('says what it takes and what it catches, and begins', async () => {
    const { given, said } = ahead({ rate: 98, errors: 0.001 });
    expect(await refuseHopeless(given)).toBeUndefined();
    expect(said).toEqual([
      expect.stringMatching(/^at 98 requests\/s the release takes about 2.* min; .*50 % errors after about \d+$/),
    ]);
  });

  it('is refused where a version just as good would not pass in time, with each change that would do', async () => {
    const { given, said, outputs } = ahead({ rate: 1, errors: 0.001 });
    const ending = await refuseHopeless(given);
    expect(ending?.passed).toBe(false);
    expect(ending?.reason).toMatch(/^refused: canary\.analysis\.deadline: 30 min is too short: at 1 requests\/s/);
    expect(ending?.reason).toMatch(
      /canary\.analysis\.harm-budget: \d.*canary\.analysis\.deadline: \d+m; nothing was touched$/,
    );
    expect(outputs).toMatchObject({ verdict: 'refused', weight: '0' });
    expect(said.at(-1)).toMatch(/^## ⛔ refused/);
  });

  it('is not refused for one failure in a short look', async () => {
    const { given } = ahead({ rate: 20, errors: 0.02, past: 0 }, ', harm-budget: 2%');
    expect(await refuseHopeless(given)).toBeUndefined();
  });

  it('is measured now where the past says too little', async () => {
    const { given, said } = ahead({ rate: 200, before: 0 });
    expect(await refuseHopeless(given)).toBeUndefined();
    expect(said[0]).toMatch(/^at (19\d|20\d) requests\/s/);
  });

  it('without traffic goes on with a warning, as the plan has a rule for that', async () => {
    const { given, said } = ahead({ rate: 0 }, ', no-data: rollback');
    expect(await refuseHopeless(given)).toBeUndefined();
    const words = 'warning: no request of a user was seen; without any the release is rolled back';
    expect(said).toEqual([expect.stringContaining(words)]);
  });

  it('that an earlier run has begun is never refused', async () => {
    const open = { ...status, release: { ...release, ...rest, step: 0 } };
    const { given, said } = ahead({ rate: 1, errors: 0.001 }, '', { status: open });
    expect(await refuseHopeless(given)).toBeUndefined();
    expect(said).toEqual([]);
  });
});

describe('a dry run', () => {
  it('holds with a table of steps and of faults', async () => {
    const { given, said } = ahead({ rate: 98, errors: 0.001 });
    expect((await rehearse(given)).passed).toBe(true);
    const summary = said.at(-1) ?? '';
    expect(summary).toMatch(/^## ⏸️ held/);
    for (const row of ['| 5 % |', '| 100 % |', '| x2 errors', '| x5 errors', '| 50 % errors'])
      expect(summary).toContain(row);
  });

  it('is refused without traffic', async () => {
    expect((await rehearse(ahead({ rate: 0 }).given)).reason).toContain('no request of a user was seen');
  });
});
