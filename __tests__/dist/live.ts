/** A service with users whose every request is on record, and what may happen to it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { JournalEntry, TargetStatus } from '../../shared/release/target.ts';
import { stateFolder } from '../../shared/targets/local/folder.ts';
import { callSupervisor } from '../../shared/targets/local/wire.ts';
import { lostOf } from './figures.ts';
import { type Ran, type RunOptions, runAction } from './harness.ts';
import { type TestTarget, testTarget } from './target.ts';
import { type Asked, answerers, openStream, startUsers, type Users } from './users.ts';

export type Inputs = Readonly<Record<string, string>>;

/** Seconds that anything may take; only a bound. */
const patience = 30;

/** What differs from the usual plan of a test. */
export interface Changes {
  /** Lines of the plan's canary section. */
  readonly canary?: string;
  readonly steps?: string;
  readonly rewrite?: Readonly<Record<string, string>>;
}

export class Live {
  readonly users: Users;
  readonly folder: string;
  private readonly target: TestTarget;
  private frozen = 0;

  private constructor(target: TestTarget) {
    this.target = target;
    this.folder = stateFolder('tiny', target.port);
    this.users = startUsers(target.port, 2);
  }

  /** With a stable v1, steps that a few users can decide, and users on it. */
  static async open({ canary = '', steps = '[50%, 100%]', rewrite = {} }: Changes = {}): Promise<Live> {
    const target = await testTarget(canary, steps);
    const down = `  drain: 2s\n  env: { DOWN: ${dirname(target.plan)} }`;
    replaceIn(target.plan, { '  drain: 2s': down, 'harm-budget: 2%': 'harm-budget: 20%', ...rewrite });
    const first = await runAction('deploy-staging', {
      inputs: { plan: target.plan, version: 'v1' },
      env: target.env,
    });
    expect(first).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'promoted' } });
    return new Live(target);
  }

  run(action: string, inputs: Inputs = {}, more: RunOptions = {}): Promise<Ran> {
    return runAction(action, { inputs: { plan: this.target.plan, ...inputs }, env: this.target.env, ...more });
  }

  /** As `run`, for an action that must pass with this verdict and without an error. */
  async pass(action: string, verdict: string, inputs: Inputs = {}): Promise<Ran> {
    const ran = await this.run(action, inputs);
    const { code, errors, outputs } = ran;
    expect({ action, code, errors, verdict: outputs['verdict'] }).toEqual({ action, code: 0, errors: [], verdict });
    return ran;
  }

  /** The finaliser of an action, as the runner runs it after `main`. */
  async post(action: string, main: Ran): Promise<Ran> {
    const ran = await this.run(action, {}, { stage: 'post', state: main.state });
    expect({ code: ran.code, errors: ran.errors }).toEqual({ code: 0, errors: [] });
    return ran;
  }

  /** A whole release that must succeed. */
  async release(version: string): Promise<void> {
    await this.pass('deploy-staging', 'held', { version });
    await this.pass('deploy-canary', 'held', { version });
    await this.pass('promote-canary', 'promoted');
  }

  async inspect(): Promise<TargetStatus> {
    return (await callSupervisor(this.folder, { path: '/inspect', body: {}, limit: patience })) as TargetStatus;
  }

  /** The entries of the last release, such as `set-weight 20 %`. */
  async journal(): Promise<readonly string[]> {
    return (await this.entries()).map(({ command, weight }) => `${command} ${weight} %`);
  }

  async entries(): Promise<readonly JournalEntry[]> {
    const { journal, release } = await this.inspect();
    return journal.filter((entry) => entry.release === release?.id);
  }

  async supervisor(): Promise<number> {
    const answer = await callSupervisor(this.folder, { path: '/identify', body: {}, limit: patience });
    return (answer as { readonly pid: number }).pid;
  }

  /** Stops the supervisor in the middle of whatever it does, until `thaw`. */
  freeze(supervisor: number): void {
    this.frozen = supervisor;
    process.kill(supervisor, 'SIGSTOP');
  }

  thaw(): void {
    if (this.frozen !== 0) process.kill(this.frozen, 'SIGCONT');
    this.frozen = 0;
  }

  /** Waits until `reached`, as the target says. */
  async until(what: string, reached: (status: TargetStatus) => boolean): Promise<TargetStatus> {
    for (let left = patience * 20; left > 0; left -= 1) {
      const status = await this.inspect();
      if (reached(status)) return status;
      await sleep(50);
    }
    throw new Error(`${what} did not come in ${patience} s: ${JSON.stringify(await this.inspect())}`);
  }

  /** Kills the process of a version, which then does not come back before `bringUp`. */
  async bringDown(version: string): Promise<void> {
    const { versions } = await this.inspect();
    const url = versions.find((each) => each.version === version)?.url;
    const pid = Number(await (await fetch(`${url}/pid`)).text());
    writeFileSync(join(dirname(this.target.plan), version), '');
    process.kill(pid, 'SIGKILL');
  }

  bringUp(version: string): void {
    rmSync(join(dirname(this.target.plan), version));
  }

  /** A user with one request for that version that does not end by itself. */
  stream(version: string): Promise<ClientRequest> {
    return openStream(this.target.port, version);
  }

  /** Other text in the plan. */
  rewrite(changes: Readonly<Record<string, string>>): void {
    replaceIn(this.target.plan, changes);
  }

  /** Who answers from now on. */
  answerers(): Promise<readonly string[]> {
    return answerers(this.target.port, 60);
  }

  /** Requests without a good answer, but for those that were under way in `[from, to]`, of `performance.now()`. */
  lost(from = 0, to = 0): readonly Asked[] {
    return lostOf(this.users.asked).filter(({ sent, done }) => done < from || sent > to);
  }

  /** The last thing that a target does is to remove its folder. */
  async end(): Promise<void> {
    this.thaw();
    await this.users.stop();
    await this.target.end();
    for (let left = patience * 20; left > 0 && existsSync(this.folder); left -= 1) await sleep(50);
  }
}

function replaceIn(file: string, changes: Readonly<Record<string, string>>): void {
  const text = readFileSync(file, 'utf8');
  for (const old of Object.keys(changes)) expect(text).toContain(old);
  writeFileSync(
    file,
    Object.entries(changes).reduce((changed, [old, now]) => changed.replace(old, () => now), text),
  );
}

/** Opens a service for one test, and ends it whatever comes. */
export async function withLive(changes: Changes, test: (live: Live) => Promise<void>): Promise<void> {
  const live = await Live.open(changes);
  try {
    await test(live);
  } finally {
    await live.end();
  }
}

/** Side by side, because such services mostly wait; every one is ended before the first failure is thrown. */
export async function eachLive<Case>(
  cases: readonly Case[],
  changes: Changes | ((each: Case) => Changes),
  test: (live: Live, each: Case) => Promise<void>,
): Promise<void> {
  const changed = (each: Case) => (typeof changes === 'function' ? changes(each) : changes);
  const done = await Promise.allSettled(cases.map((each) => withLive(changed(each), (live) => test(live, each))));
  for (const result of done) if (result.status === 'rejected') throw result.reason;
}
