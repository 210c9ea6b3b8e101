/**
 * Shows that the simulation can fail: breaks one thing at a time in the reducer, the shell or the target, in a copy of
 * the sources, and expects the invariant that it breaks to be reported. Each is one exact replacement of text.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Invariant } from './observer/observer.ts';

interface Mutant {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Any of these tells of it. */
  readonly breaks: readonly Invariant[];
}

const controller = 'shared/release/controller.ts';
const [book, daemon, fleet, orders] = ['book', 'daemon', 'fleet', 'orders'].map(
  (name) => `simulation/target/${name}.ts`,
) as [string, string, string, string];

export const mutants: readonly Mutant[] = [
  {
    what: 'reducer: a step passes on any decision',
    file: controller,
    from: "    case 'promote-step':\n      return passed(next, decision, record);\n    default:",
    to: "    default:\n      return passed(next, decision, record);\n    case 'backend-unavailable':",
    breaks: [5],
  },
  {
    what: 'reducer: a step never passes',
    file: controller,
    from: "    case 'promote-step':\n      return passed(next, decision, record);\n",
    to: '',
    breaks: [6, 9],
  },
  {
    what: 'reducer: a gate waits for ever',
    file: controller,
    from: "if (state.phase !== 'waiting' || decision.t",
    to: "if (state.phase !== 'ended' || decision.t",
    breaks: [6],
  },
  {
    what: 'shell: what was held is promoted, passed or not',
    file: 'actions/promote-canary/make-stable.ts',
    from: 'if (passed >= last || approved.includes(last)) return;',
    to: 'if (passed >= -1) return;',
    breaks: [5],
  },
  {
    what: 'shell: a cancelled release is left as it stands, and its lease goes on',
    file: 'shared/targets/session.ts',
    from: 'this.target.renew(this.next(), this.means.plan.canary.lease, memo)',
    to: 'this.target.renew(this.next(), 1e6, memo)',
    breaks: [6],
  },
  {
    what: 'target: an old fence is good enough',
    file: book,
    from: 'if (open.fence !== fence) return',
    to: 'if (open.fence < fence) return',
    breaks: [3],
  },
  {
    what: 'target: a call may come after a later one',
    file: book,
    from: 'if (sequence <= open.sequence) return',
    to: 'if (sequence < 0) return',
    breaks: [3],
  },
  {
    what: 'target: a raise without a health check',
    file: orders,
    from: 'if (!(await daemon.probe(release.version))) return',
    to: 'if (!daemon.parts.fleet.isWell(release.version)) return',
    breaks: [2],
  },
  {
    what: 'target: a promotion without a health check',
    file: orders,
    from: 'if (!(await daemon.probe(version))) return',
    to: 'if (!daemon.parts.fleet.isWell(version)) return',
    breaks: [2],
  },
  {
    what: 'target: a raise takes effect before it is durable',
    file: daemon,
    from: '    await this.save(book);\n    this.adopt(book);',
    to: '    this.adopt(book);\n    await this.save(book);',
    breaks: [4, 5],
  },
  {
    what: 'target: a lowering is never written down',
    file: daemon,
    from: 'await this.save(book).catch((error: unknown) => this.saveLater(error));',
    to: '',
    breaks: [4, 6],
  },
  {
    what: 'target: a lease never ends',
    file: daemon,
    from: 'if (this.parts.clock.now() < open.due) {',
    to: 'if (this.parts.clock.now() < open.due + 1e6) {',
    breaks: [6],
  },
  {
    what: 'target: a held release is held for ever',
    file: orders,
    from: 'const due = daemon.parts.clock.now() + heldFor;',
    to: 'const due = daemon.parts.clock.now() + 1e6 * heldFor;',
    breaks: [1, 6],
  },
  {
    what: 'target: a lease that ends takes the traffic back, whoever is dead',
    file: daemon,
    from: 'const stuck = open.weight > 0 &&',
    to: 'const stuck = open.weight < 0 &&',
    breaks: [2],
  },
  {
    what: 'target: an unhealthy version keeps its share',
    file: daemon,
    from: 'this.route(ordered === 0 || !fleet.isWell(canary) ? 0 : fleet.isWell(stable) ? ordered : 100);',
    to: 'this.route(fleet.isWell(canary) && fleet.isWell(stable) ? ordered : ordered);',
    breaks: [2],
  },
  {
    what: 'target: a version is stopped with requests in flight',
    file: fleet,
    from: 'if (!this.world.isBusy(version) || !running.alive) break;',
    to: 'break;',
    breaks: [8],
  },
  {
    what: 'target: the route of the next service is written too',
    file: daemon,
    from: 'world.steer(service, { stable, canary, weight });',
    to: "for (const name of [service, 'billing']) world.steer(name, { stable, canary, weight });",
    breaks: [7],
  },
  {
    what: 'target: a discarded release stays open',
    file: orders,
    from: "daemon.lower(noted(book, over, 'discard', daemon.at, reason))",
    to: "daemon.lower(noted(daemon.book, { ...over, phase: 'running', verdict: null, holder: release.holder }, 'discard', daemon.at, reason))",
    breaks: [4, 5, 6],
  },
  {
    what: 'target: a restart leaves the release open and at its weight',
    file: daemon,
    from: 'const due = open && { ...open, due: Math.min(open.due ?? 0, clock.now()) };',
    to: 'const due = open && { ...open, due: null };',
    breaks: [1, 6],
  },
];

/** Seeds in which each must be found. */
const seeds = 3000;

/** Whether every mutant was found; prints a line each. */
export function findAll(root: string): boolean {
  const found = mutants.map((mutant) => {
    const { ok, said } = find(root, mutant);
    console.log(`${ok ? 'found' : 'NOT FOUND'}: ${mutant.what}${said === '' ? '' : ` (${said})`}`);
    return ok;
  });
  console.log(`${found.filter(Boolean).length} of ${found.length} mutants found`);
  return found.every(Boolean);
}

export function find(
  root: string,
  { file, from, to, breaks }: Mutant,
): { readonly ok: boolean; readonly said: string } {
  const copy = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    for (const name of ['actions', 'shared', 'simulation', 'bench', 'package.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const source = readFileSync(join(copy, file), 'utf8');
    if (source.split(from).length !== 2)
      return { ok: false, said: `its text stands ${source.split(from).length - 1} times in ${file}` };
    writeFileSync(
      join(copy, file),
      source.replace(from, () => to),
    );
    const args = [join(copy, 'simulation/main.ts'), '--seeds', String(seeds), '--first'];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 300_000 });
    const line = /^seed .*$/m.exec(stdout)?.[0] ?? '';
    const invariant = Number(/invariant (\d)/.exec(line)?.[1]);
    const ok = status === 1 && breaks.some((each) => each === invariant);
    return { ok, said: line === '' ? stderr.slice(0, 300) : line };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
