/** Packages as advisories speak of them. */

/** Names of Python packages are compared without case and with one kind of dash. */
export const pypi = (name: string, version?: string) =>
  purl('pypi', name.toLowerCase().replace(/[-_.]+/g, '-'), version);

export function npm(name: string, version?: string): string {
  return purl('npm', name, version);
}

function purl(type: string, name: string, version: string | undefined): string {
  const path = name.split('/').map(encodeURIComponent).join('/');
  return `pkg:${type}/${path}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`;
}

/** The smallest version above the installed one; the first where that cannot be told. */
export function smallestFix(installed: string | undefined, fixes: readonly string[]): string | undefined {
  if (installed === undefined) return fixes[0];
  const above = fixes.filter((fix) => compare(fix, installed) > 0).sort(compare);
  return above[0] ?? fixes[0];
}

/** By their numbers from left to right; good enough to choose from a list, and not for ranges. */
function compare(a: string, b: string): number {
  const left = a.match(/\d+/g) ?? [];
  const right = b.match(/\d+/g) ?? [];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = Number(left[index] ?? 0) - Number(right[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** For titles: `lodash 4.17.20`. */
export const named = (name: string, version: string | undefined) =>
  version === undefined ? name : `${name} ${version}`;
