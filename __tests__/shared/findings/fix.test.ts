import { describe, expect, it } from '@jest/globals';
import { smallestFix } from '../../../shared/findings/fix.ts';
import type { Draft } from '../../../shared/findings/model.ts';
import { draft, secret, vulnerability } from './drafts.ts';

const fixedIn = (...versions: string[]): Draft =>
  vulnerability('CVE-1', 'pkg:npm/a@1.0.0', [], {
    package: { purl: 'pkg:npm/a@1.0.0', name: 'a', installed: '1.0.0', fixedIn: versions },
  });

describe('the smallest fix', () => {
  it.each([
    ['is the nearest version', fixedIn('2.0.0', '1.0.1'), 'upgrade a from 1.0.0 to 1.0.1'],
    ['is another package where no version helps', fixedIn(), 'replace a: no version with a fix is known'],
    ['is what the tool proposes', draft({ remediation: { text: 'use ast.literal_eval' } }), 'use ast.literal_eval'],
    ['of a secret begins with its end', secret('AWS', 'x', '.env'), 'revoke the secret, then take it out of the file'],
    ['is not known of everything', draft(), undefined],
  ])('%s', (_name, one, fix) => {
    expect(smallestFix(one)).toBe(fix);
  });
});
