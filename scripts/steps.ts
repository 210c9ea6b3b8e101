/** Runs commands one after the other, all of them, and says how each went and how long it took. */
import { spawnSync } from 'node:child_process';

/** A command by its argv; the first word is a program on PATH or Node itself. */
export interface Step {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
}

/** How a step ended. */
export interface Ended {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

/** Runs every step in `cwd`, whatever the ones before said: one run shows everything that is wrong. */
export function runAll(steps: readonly Step[], cwd: string, say: (text: string) => void): Ended[] {
  return steps.map(({ name, argv: [program, ...rest] }) => {
    say(`\n${name}: ${[program, ...rest].join(' ')}`);
    const began = performance.now();
    const node = program === 'node' ? process.execPath : program;
    const { status } = spawnSync(node, rest, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    const ended = { name, passed: status === 0, seconds: (performance.now() - began) / 1000 };
    say(line(ended));
    return ended;
  });
}

/** One line a step, and whether all passed. */
export function summary(ended: readonly Ended[]): string {
  const failed = ended.filter(({ passed }) => !passed).map(({ name }) => name);
  const end = failed.length === 0 ? `all ${ended.length} passed` : `failed: ${failed.join(', ')}`;
  return [...ended.map(line), end].join('\n');
}

function line({ name, passed, seconds }: Ended): string {
  return `${passed ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${name}`;
}
