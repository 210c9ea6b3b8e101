/** The smallest change that makes a finding go away, in words; plain text. */
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

export function fixOf({ category, remediation, package: bundle }: Finding): string {
  if (remediation) return remediation.text;
  const [first, ...others] = bundle?.fixedIn ?? [];
  if (bundle === undefined || first === undefined) return byCategory[category];
  return `Upgrade ${bundle.name} to ${[first, ...others.slice(0, 2)].join(' or ')}.`;
}
