/** The smallest change that ends a finding, in words. */
import type { Finding } from './model.ts';
import { nearestFix } from './packages.ts';

/** Undefined where nobody knows one. */
export function smallestFix({
  package: pack,
  remediation,
  category,
}: Pick<Finding, 'package' | 'remediation' | 'category'>): string | undefined {
  const version = nearestFix(pack?.fixedIn ?? [], pack?.installed) ?? remediation?.fixVersion;
  if (pack !== undefined && version !== undefined && version !== '') {
    const from = pack.installed === undefined ? '' : ` from ${pack.installed}`;
    return `upgrade ${pack.name}${from} to ${version}`;
  }
  const said = remediation?.text.trim() ?? '';
  if (said !== '') return said;
  if (category === 'secret') return 'revoke the secret, then take it out of the file';
  return category === 'vulnerability' && pack !== undefined
    ? `replace ${pack.name}: no version with a fix is known`
    : undefined;
}
