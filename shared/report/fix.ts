/** The smallest change that makes a finding go away, in words; plain text. */
import { smallestFix } from '../findings/fix.ts';
import type { Category, Finding } from '../findings/model.ts';

const byCategory: Readonly<Record<Category, string>> = {
  vulnerability: 'No version is known to mend it: replace the package, or suppress it with a reason and a date.',
  misconfiguration: 'Change the setting, or suppress it with a reason.',
  secret: 'Revoke it where it was issued, then take it out of the file and its history.',
  license: 'Replace the package, or suppress it with a reason.',
  sast: 'Change the code, or suppress it in place with a reason.',
  policy: 'Change what the rule names, or suppress it with a reason.',
  test: 'Make the test pass.',
  eol: 'Move to a version that is still supported.',
  'db-age': 'Fetch a newer database.',
  slo: 'Make it as fast as it was, or allow the new figure.',
};

export function fixOf(finding: Finding): string {
  const fix = smallestFix(finding);
  if (fix === undefined) return byCategory[finding.category];
  return `${fix.slice(0, 1).toUpperCase()}${fix.slice(1)}${/[.!?]$/.test(fix) ? '' : '.'}`;
}
