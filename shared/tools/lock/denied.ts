/** Versions that nothing may run, wherever they come from. */

export interface Denied {
  readonly program: string;
  /** Both included. */
  readonly first: string;
  readonly last: string;
  readonly reason: string;
}

export const deniedVersions: readonly Denied[] = [
  {
    program: 'trivy',
    first: '0.69.4',
    last: '0.69.6',
    reason:
      'its binary and images stole credentials (CVE-2026-33634, GHSA-69fq-xp46-6x23); 0.69.3 is the last before them',
  },
];

/** Why this version may not be run; undefined where it may. Of a program with bad versions one that is unknown may not. */
export function denialOf(program: string, version: string | null): string | undefined {
  const listed = deniedVersions.filter((each) => each.program === program);
  if (version === null)
    return listed.length === 0
      ? undefined
      : `${program} does not tell its version, and some of its versions are denied`;
  const found = listed.find(({ first, last }) => compare(version, first) >= 0 && compare(version, last) <= 0);
  return found === undefined ? undefined : `${program} ${version} is denied: ${found.reason}`;
}

/** By the numbers alone: a pre-release of a bad version is as bad. */
function compare(a: string, b: string): number {
  const numbers = (text: string) => (/^[\d.]*/.exec(text)?.[0] ?? '').split('.').map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
