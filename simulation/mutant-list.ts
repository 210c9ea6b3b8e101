/** What is broken on purpose, one exact replacement of text each, and the invariants that must tell of it. */
import type { Invariant } from './observer/observer.ts';

export interface Mutant {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Found by the rules of target `local`. */
  readonly ledger?: true;
  /** Any of these tells of it. */
  readonly breaks: readonly Invariant[];
}

const controller = 'shared/release/controller.ts';
const [book, daemon, fleet, orders, own] = ['book', 'daemon', 'fleet', 'orders', 'own'].map(
  (name) => `simulation/target/${name}.ts`,
) as [string, string, string, string, string];
const local = 'shared/targets/local/ledger';

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
    what: 'reducer: what passed is taken back all the same',
    file: controller,
    from: 'return late ?? advance(next, ',
    to: "return late ?? discard(next, 'rolled-back', decision.reason, record) ?? advance(next, ",
    breaks: [9],
  },
  {
    what: 'reducer: a gate waits for ever',
    file: controller,
    from: "if (state.phase !== 'waiting' || decision.t",
    to: "if (state.phase !== 'ended' || decision.t",
    breaks: [6],
  },
  {
    what: 'reducer: a gate is passed without an approval',
    file: controller,
    from: 'if (here?.approve && ',
    to: 'if (here?.approve && here.weight < 0 && ',
    breaks: [5],
  },
  {
    what: 'reducer: a version that was found bad is held',
    file: controller,
    from: "    case 'dead-canary':\n      return discard(next, 'rolled-back', decision.reason, record);",
    to: "    case 'dead-canary':\n      return hold(next, 'held', decision.reason, record);",
    breaks: [5],
  },
  {
    what: 'reducer: a cancel ends the run and lowers nothing',
    file: 'shared/release/ending.ts',
    from: "return still(next, { kind: 'set-weight', weight: 0, rung: state.rung, reason });",
    to: "return end(next, 'error', reason);",
    breaks: [6],
  },
  {
    what: 'local: the lock is taken from a holder that lives',
    file: `${local}/lock.ts`,
    from: 'return holder !== null && (deadline',
    to: 'return holder === undefined && (deadline',
    ledger: true,
    breaks: [3, 5],
  },
  {
    what: 'shell: what was held is promoted, passed or not',
    file: 'actions/promote-canary/make-stable.ts',
    from: '(passed >= last || approved.includes(last))',
    to: '(passed >= -1 || approved.includes(last))',
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
    file: own,
    from: 'if (this.parts.clock.now() < open.due) {',
    to: 'if (this.parts.clock.now() < open.due + 1e6) {',
    breaks: [1, 3, 6],
  },
  {
    what: 'target: a held release is held for ever',
    file: orders,
    from: 'const due = daemon.parts.clock.now() + heldFor;',
    to: 'const due = daemon.parts.clock.now() + 1e6 * heldFor;',
    breaks: [1],
  },
  {
    what: 'target: a lease that ends takes the traffic back, whoever is dead',
    file: own,
    from: 'const stuck = open.weight > 0 &&',
    to: 'const stuck = open.weight < 0 &&',
    breaks: [2],
  },
  {
    what: 'target: an unhealthy version keeps its share',
    file: own,
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
    file: own,
    from: 'const due = open && { ...open, due: Math.min(open.due ?? 0, clock.now()) };',
    to: 'const due = open && { ...open, due: null };',
    breaks: [1, 3, 6],
  },
  {
    what: 'local: an old fence is good enough',
    file: `${local}/ticket.ts`,
    from: 'if (open.fence !== fence) {',
    to: 'if (open.fence < fence) {',
    ledger: true,
    breaks: [3],
  },
  {
    what: 'local: a call may come after a later one',
    file: `${local}/ticket.ts`,
    from: 'if (sequence <= open.sequence) {',
    to: 'if (sequence < 0) {',
    ledger: true,
    breaks: [3],
  },
  {
    what: 'local: a lease that ends takes the traffic back, whoever is dead',
    file: `${local}/close.ts`,
    from: 'if (strandedBy(open, health) === null) return revert(ledger, open, what, now);',
    to: 'if (!open.overdue) return revert(ledger, open, what, now);',
    ledger: true,
    breaks: [2],
  },
  {
    what: 'local: a lease never ends',
    file: `${local}/close.ts`,
    from: 'open.deadline === null || now.mono < open.deadline',
    to: 'open.deadline === null || now.mono < open.deadline + 1e6',
    ledger: true,
    breaks: [1, 6],
  },
  {
    what: 'local: a restart leaves the release open',
    file: `${local}/close.ts`,
    from: "return open === null ? ahead : revert(ahead, open, 'target restarted', now).ledger;",
    to: 'return ahead;',
    ledger: true,
    breaks: [1, 2, 3, 4, 5, 6],
  },
  {
    what: 'local: a promotion takes effect before it is durable',
    file: `${local}/close.ts`,
    from: 'effects: [...raising, ...(old',
    to: 'effects: [...lowering, ...(old',
    ledger: true,
    breaks: [4],
  },
];
