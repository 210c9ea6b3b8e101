/** Suites on tools of the tool lock: skipped with the reason where one is not installed, installed where it must be there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, it } from '@jest/globals';
import { cacheFolder, platform } from '../../scripts/tools/lock.ts';
import { systemExec } from '../../shared/action/exec.ts';
import { readLock } from '../../shared/tools/lock/entry.ts';
import { placeOf } from '../../shared/tools/lock/install.ts';
import { provide } from '../../shared/tools/lock/provide.ts';

const required = process.env.JARVIS_REAL === 'required';
/** Where the suites on real parts keep the tools of the lock. */
export const cache = join(cacheFolder(), 'locked');
/** Milliseconds: gitleaks is built, and semgrep is large. */
const patience = 600_000;

/** `suite` gets what gives the program's path once its tests run. */
export function withLocked(name: string, title: string, suite: (program: () => string) => void): void {
  const entry = readLock()[name];
  const there = entry !== undefined && existsSync(`${join(cache, 'installed', placeOf(name, entry))}-${platform}.json`);
  if (!there && !required) {
    console.warn(`skipped: ${title}: ${name} of the tool lock is not installed; JARVIS_REAL=required installs it`);
    describe.skip(title, () => it(`needs ${name}`, () => undefined));
    return;
  }
  describe(title, () => {
    let program = '';
    beforeAll(async () => {
      const env = (variable: string) => process.env[variable] || undefined;
      const signal = new AbortController().signal;
      const say = (line: string) => console.log(line);
      program = (await provide(name, { exec: systemExec, env, signal, say, cache, platform, from: 'lock' })).program;
    }, patience);
    suite(() => program);
  });
}
