/** What every target must do, whatever it runs on: one set of tests for all adapters. */
import { describe } from '@jest/globals';
import type { Conformance } from './bed.ts';
import { fences, sequences } from './fence.ts';
import { first } from './first.ts';
import { approvals, leases } from './lease.ts';
import { locks } from './lock.ts';
import { repetition } from './repeat.ts';
import { staging, weights } from './weight.ts';

export function conformance(target: Conformance): void {
  describe(target.name, () => {
    for (const topic of [first, staging, weights, repetition, fences, sequences, locks, leases, approvals])
      topic(target);
  });
}
