/** One release to be cut short: a target of its own with a stable v1, its users, and what is done to it and measured. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { TargetStatus } from '../../shared/release/target.ts';
import { stateFolder } from '../../shared/targets/local/folder.ts';
import { callSupervisor } from '../../shared/targets/local/wire.ts';
import { type Ran, type RunOptions, runAction } from './harness.ts';
import { onEntry } from './journal.ts';
import { type TestTarget, testTarget } from './target.ts';
import { type Asked, answerers, startUsers, type Users } from './users.ts';

/** A whole release in its order, and how each of its actions ends. */
export const story = [
  ['deploy-staging', 'held'],
  ['deploy-canary', 'held'],
  ['promote-canary', 'promoted'],
] as const;
export type Action = (typeof story)[number][0];

/** Seconds that anything may take; only a bound. */
const patience = 30;

export class Scene {
  readonly users: Users;
  readonly folder: string;
  private readonly target: TestTarget;

  private constructor(target: TestTarget, folder: string) {
    this.target = target;
    this.folder = folder;
    this.users = startUsers(target.port);
  }

  static async open(): Promise<Scene> {
    const target = await testTarget('  held-for: 10s');
    hasten(target.plan);
    const folder = stateFolder('tiny', target.port);
    const first = await runAction('deploy-staging', optionsOf(target, { version: 'v1' }));
    expect(first).toMatchObject({ code: 0, outputs: { verdict: 'promoted' } });
    return new Scene(target, folder);
  }

  run(action: Action, version: string, more: RunOptions = {}): Promise<Ran> {
    const inputs: Record<string, string> = action === 'promote-canary' ? {} : { version };
    return runAction(action, { ...optionsOf(this.target, inputs), ...more });
  }

  /** As `run`, for an action that must pass without an error. */
  async pass(action: Action, version: string, more: RunOptions = {}): Promise<Ran> {
    const ran = await this.run(action, version, more);
    const what = `${action} ${version} ${more.stage ?? ''}`.trim();
    expect({ what, code: ran.code, errors: ran.errors }).toEqual({ what, code: 0, errors: [] });
    return ran;
  }

  async inspect(): Promise<TargetStatus> {
    return (await callSupervisor(this.folder, { path: '/inspect', body: {}, limit: patience })) as TargetStatus;
  }

  async supervisor(): Promise<number> {
    const answer = await callSupervisor(this.folder, { path: '/identify', body: {}, limit: patience });
    return (answer as { readonly pid: number }).pid;
  }

  /** The rest of a release, from `first` on. */
  async release(version: string, first: Action = 'deploy-staging'): Promise<void> {
    const from = story.findIndex(([action]) => action === first);
    for (const [action, verdict] of story.slice(from)) {
      const { outputs } = await this.pass(action, version);
      expect({ action, verdict: outputs['verdict'] }).toEqual({ action, verdict });
    }
  }

  /** Runs the actions of v2 until its journal has `count` entries: then `kill`. Resolves when the action has ended. */
  async cutShort(count: number, kill: (action: ChildProcess) => void): Promise<Cut> {
    let child: ChildProcess | undefined;
    let hit: Pick<Cut, 'at' | 'count'> | undefined;
    const stop = onEntry(this.folder, 'v2', count, (found) => {
      if (child) kill(child);
      hit = { at: performance.now(), count: found };
    });
    try {
      for (const [action] of story) {
        const ran = await this.run(action, 'v2', { watch: (started) => (child = started) });
        if (hit) return { ...hit, action, ran };
      }
    } finally {
      stop();
    }
    throw new Error(`the release ended before its journal had ${count} entries`);
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

  /** The first good answer to a request that was sent after `since`. */
  async answered(since: number): Promise<Asked> {
    const find = () => this.users.asked.find(({ sent, version }) => sent > since && version !== null);
    await this.until('a good answer', () => find() !== undefined);
    return find() as Asked;
  }

  /** Who answers the next requests. */
  answerers(requests: number): Promise<readonly string[]> {
    return answerers(this.target.port, requests);
  }

  /** The last thing that a target does is to remove its folder. */
  async end(): Promise<void> {
    await this.users.stop();
    await this.target.end();
    for (let left = patience * 20; left > 0 && existsSync(this.folder); left -= 1) await sleep(50);
  }
}

export interface Cut {
  /** When it was cut, of `performance.now()`. */
  readonly at: number;
  /** How many entries the journal had then: more than asked for where the release was faster than we are. */
  readonly count: number;
  /** What was under way then, and how it ended. */
  readonly action: Action;
  readonly ran: Ran;
}

function optionsOf({ plan, env }: TestTarget, inputs: Record<string, string>): RunOptions {
  return { inputs: { plan, ...inputs }, env: { ...env, JARVIS_STATE: process.env['JARVIS_STATE'] ?? '' } };
}

/** Short leases, and steps that a few users can decide. */
function hasten(plan: string): void {
  const text = readFileSync(plan, 'utf8')
    .replace('lease: 5s', 'lease: 3s')
    .replace('start: 10s', 'start: 3s')
    .replace('path: /smoke', 'path: /smoke, timeout: 1s')
    .replace('harm-budget: 2%', 'harm-budget: 20%');
  writeFileSync(plan, text);
}
