/** What every target must do, whatever it runs on: one set of tests for all adapters. */
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Conformance } from './bed.ts';
import { discards, promotions } from './closing.ts';
import { counters, requests } from './counts.ts';
import { failovers } from './failover.ts';
import { fences, sequences } from './fence.ts';
import { first } from './first.ts';
import { approvals, leases } from './lease.ts';
import { locks } from './lock.ts';
import { repetition } from './repeat.ts';
import { restarts } from './restart.ts';
import { Scene } from './scene.ts';
import { services } from './services.ts';
import { statuses } from './status.ts';
import { staging, weights } from './weight.ts';

const orders = [staging, weights, repetition, fences, sequences, locks, leases, approvals, promotions, discards];
const facts = [restarts, failovers, statuses, requests, counters];

export function conformance(target: Conformance): void {
  describe(target.name, () => {
    describe('that serves already', () => {
      const scene = new Scene(target);
      beforeAll(async () => {
        await scene.open();
        await scene.establish();
      });
      afterAll(() => scene.close());
      for (const law of [...orders, ...facts]) law(scene);
    });
    first(target);
    services(target);
  });
}
