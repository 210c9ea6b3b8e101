import { expect, it } from '@jest/globals';
import { kept } from '../../actions/deploy-canary/release.ts';
import type { ReleaseStatus, TargetStatus } from '../../shared/release/target.ts';

const release: ReleaseStatus = {
  id: 'v2-1',
  version: 'v2',
  baseline: 'v1',
  phase: 'held',
  weight: 25,
  step: 1,
  passed: -1,
  returning: false,
  approved: [],
  fence: 1,
  sequence: 1,
  since: '',
  holder: null,
  expiresIn: 90,
  verdict: null,
  reason: '',
  memo: null,
};
const status = (changes: Partial<ReleaseStatus>): TargetStatus => {
  const open = { ...release, ...changes };
  return { service: 's', url: '', stable: 'v1', versions: [], release: open, former: [], journal: [] };
};
const said = (changes: Partial<ReleaseStatus>) => kept(status(changes), { release: 'v2-1' }, 'error');

it('traffic that stays is told with its limit, and with what ends it', () => {
  expect(said({})).toEqual(['v2 keeps 25 % of the traffic for another 90 s: end it with rollback, or go on with it.']);
  expect(said({ returning: true, expiresIn: 0 })).toEqual([
    'v2 keeps 25 % of the traffic until the stable version is healthy; then the target takes it back.',
  ]);
  expect(said({ phase: 'ended' })).toEqual([]);
});
