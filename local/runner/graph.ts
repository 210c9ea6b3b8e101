/** The graph of jobs: order, ancestors, and what the status functions answer for a job. Pure. */
import type { Status } from './expression.ts';

/** GitHub's words for how a step, a job or a run ends. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

interface Node {
  readonly id: string;
  readonly needs: readonly string[];
}

/** Jobs so that each comes after its needs, otherwise in file order. */
export function order<T extends Node>(nodes: readonly T[]): T[] {
  const done = new Set<string>();
  const ordered: T[] = [];
  while (ordered.length < nodes.length) {
    const next = nodes.find(({ id, needs }) => !done.has(id) && needs.every((need) => done.has(need)));
    if (next === undefined) throw new Error('the jobs need each other in a circle');
    done.add(next.id);
    ordered.push(next);
  }
  return ordered;
}

/** Everything a job needs, directly or through others. */
export function ancestors(nodes: readonly Node[], id: string): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const need of nodes.find((node) => node.id === name)?.needs ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(id);
  return found;
}

/**
 * The status functions of a job's `if`: a skipped or failed ancestor, however far, takes `success()` away;
 * arguments narrow the question to those jobs.
 */
export function jobStatus(results: Readonly<Record<string, Conclusion>>, cancelled: boolean): Status {
  const of = (jobs: readonly string[]): Conclusion[] =>
    jobs.length === 0 ? Object.values(results) : jobs.flatMap((job) => results[job] ?? []);
  return {
    success: (jobs) => !cancelled && of(jobs).every((result) => result === 'success'),
    failure: (jobs) => of(jobs).includes('failure'),
    cancelled,
  };
}

/** The status functions inside a job follow the job's own state. */
export function stepStatus(state: Conclusion): Status {
  return { success: () => state === 'success', failure: () => state === 'failure', cancelled: state === 'cancelled' };
}

/** How a run ends, from how its jobs ended. */
export function conclude(results: readonly Conclusion[], cancelled: boolean): Conclusion {
  if (cancelled) return 'cancelled';
  if (results.includes('failure')) return 'failure';
  return results.includes('cancelled') ? 'cancelled' : 'success';
}
