/** The peers and the oracle in the same world: each moves its own traffic. */
import { type Counts, nothing, plus } from './counts.ts';
import { Oracle } from './limits.ts';
import type { Outcome } from './outcome.ts';
import type { Peer } from './peers/peer.ts';
import type { Scenario } from './scenario.ts';
import { World } from './world.ts';

/** One release under a peer's rule. Kayenta compares with a baseline of the canary's size (`equal`). */
export function releaseUnder(peer: Peer, scenario: Scenario, run: number, equal = false): Outcome {
  const world = new World(equal ? { ...scenario, instances: 1 } : scenario, run);
  const judge = peer.start();
  let weight = peer.first;
  let [t, requests, failed, looks] = [0, 0, 0, 0];
  const ended = (kind: Outcome['kind']): Outcome => ({ kind, t, requests, failed, looks, rash: 0 });
  while (t < peer.horizon) {
    const share = weight / 100;
    const { canary, baseline } = windowOf(world, t, peer.interval, [share, equal ? share : 1 - share]);
    t += peer.interval;
    looks += 1;
    requests += canary.requests;
    failed += canary.errors;
    const sized = (counts: Counts) => ({ seconds: peer.interval, ...counts });
    const answer = judge.ask(sized(canary), sized(baseline), t);
    if (answer.kind === 'rollback') return ended('rolled-back');
    if (answer.kind === 'promoted') return ended('promoted');
    if (answer.kind === 'weight') weight = answer.weight;
  }
  return ended('inconclusive');
}

/** A peer's query looks back over scrapes of 5 s: the world changes within its interval. */
function windowOf(world: World, from: number, seconds: number, [ours, theirs]: readonly [number, number]) {
  let [canary, baseline] = [nothing, nothing];
  for (let t = from; t < from + seconds; t += 5) {
    const reading = world.scrape(t, 5, ours, theirs);
    if (reading.canary) canary = plus(canary, reading.canary);
    if (reading.baseline) baseline = plus(baseline, reading.baseline);
  }
  return { canary, baseline };
}

/** The oracle at the first weight with the same scrapes, told both laws of errors, or of latency. */
export function oracleFor(what: 'errors' | 'buckets', bad: readonly number[], good: readonly number[]) {
  return (scenario: Scenario, run: number): Outcome => {
    const world = new World(scenario, run);
    const oracle = new Oracle(bad, good);
    let [t, requests, failed, looks] = [0, 0, 0, 0];
    const ended = (kind: Outcome['kind']): Outcome => ({ kind, t, requests, failed, looks, rash: 0 });
    while (t < 1800) {
      const canary = world.scrape(t, scenario.every, 0.05).canary ?? nothing;
      const begun = t >= (scenario.since ?? 0);
      t += scenario.every;
      looks += 1;
      if (!begun) continue;
      requests += canary.requests;
      failed += canary.errors;
      const counts = what === 'errors' ? [canary.errors, canary.requests - canary.errors] : canary.buckets;
      if (oracle.sees(counts)) return ended('rolled-back');
    }
    return ended('inconclusive');
  };
}
