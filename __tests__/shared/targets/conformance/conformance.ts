/** What every target must do, whatever it runs on: one set of tests for all adapters. */
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Conformance } from './bed.ts';
import { discards, promotions } from './closing.ts';
import { counters, requests } from './counts.ts';
import { failovers } from './failover.ts';
import { fences } from './fence.ts';
import { first } from './first.ts';
import { approvals, leases } from './lease.ts';
import { locks } from './lock.ts';
import { repetition } from './repeat.ts';
import { restarts } from './restart.ts';
import { Scene } from './scene.ts';
import { sequences } from './sequence.ts';
import { services } from './services.ts';
import { statuses } from './status.ts';
import { staging, weights } from './weight.ts';

/** The topics that share a bed; not all do, since a long history makes every look at a target slow. */
const parts = {
  'its traffic': [staging, weights, failovers, requests],
  'its calls': [repetition, fences, sequences, locks],
  'its deadlines and its controller': [leases, approvals, restarts],
  'its ends and its status': [promotions, discards, statuses, counters],
};

export function conformance(target: Conformance): void {
  describe(target.name, () => {
    for (const [part, laws] of Object.entries(parts)) {
      describe(part, () => {
        const scene = new Scene(target);
        beforeAll(async () => {
          await scene.open();
          await scene.establish();
        });
        afterAll(() => scene.close());
        for (const law of laws) law(scene);
      });
    }
    first(target);
    services(target);
  });
}
