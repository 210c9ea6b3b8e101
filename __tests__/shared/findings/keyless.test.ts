import { describe, expect, it } from '@jest/globals';
import { assemble } from '../../../shared/findings/assemble.ts';
import { byFingerprint } from '../../../shared/findings/baseline.ts';
import type { Hashes } from '../../../shared/findings/fingerprint.ts';
import { readBaseline } from '../../../shared/findings/sarif/read-baseline.ts';
import { writeBaseline } from '../../../shared/findings/sarif/write-baseline.ts';
import { keyedHashes, plainHashes, report, secret, settings } from './drafts.ts';

const [old, other] = ['a-secret-of-old', 'quite-another-one'];

function gate(values: readonly string[], hashes: Hashes, baseline = byFingerprint([])) {
  const drafts = values.map((value, index) => secret('aws', value, '.env', index + 1));
  const reports = [report('gitleaks', drafts)];
  const material = { reports, hashes, lines: () => undefined, suppressions: [], settings, baseline };
  return assemble(material).findings;
}

/** Through the file, as a repository has it. */
function known(values: readonly string[], hashes: Hashes) {
  return byFingerprint(readBaseline(JSON.parse([...writeBaseline(gate(values, hashes))].join(''))));
}

describe('a known secret', () => {
  it.each<[string, Hashes, Hashes]>([
    ['told apart by a key, in a run with it', keyedHashes, keyedHashes],
    ['told apart by a key, in the run of a fork', keyedHashes, plainHashes],
    ['told apart without a key, in a run with one', plainHashes, keyedHashes],
    ['told apart without a key, in the run of a fork', plainHashes, plainHashes],
  ])('%s is known', (_name, before, now) => {
    expect(gate([old], now, known([old], before)).map((one) => one.baselineState)).toEqual(['unchanged']);
    const states = gate([old, other], now, known([old], before)).map((one) => one.baselineState);
    expect(states.toSorted()).toEqual(['new', 'unchanged']);
  });

  it('stands for no other one where there is a key', () => {
    expect(gate([other], keyedHashes, known([old], keyedHashes)).map((one) => one.baselineState)).toEqual(['new']);
  });
});
