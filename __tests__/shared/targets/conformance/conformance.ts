/** What every target must do, whatever it runs on: one set of tests for all adapters. */
import { describe } from '@jest/globals';
import type { Conformance } from './bed.ts';
import { staging, weights } from './weight.ts';

export function conformance(target: Conformance): void {
  describe(target.name, () => {
    for (const topic of [staging, weights]) topic(target);
  });
}
