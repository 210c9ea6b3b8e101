/** Versions of a server. */

export const versionPattern = /^v?\d+(\.\d+){0,3}(-[0-9A-Za-z.-]+)?$/;

/** Negative where `a` is older. A pre-release, such as `0.33.0-rc2`, is older than its release; undefined where one is no version. */
export function compareVersions(a: string, b: string): number | undefined {
  if (!versionPattern.test(a) || !versionPattern.test(b)) return undefined;
  const [one, other] = [parts(a), parts(b)];
  for (let index = 0; index < 4; index++) {
    const difference = (one.numbers[index] ?? 0) - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(other.early) - Number(one.early);
}

function parts(version: string): { readonly numbers: readonly number[]; readonly early: boolean } {
  const [release = '', ...rest] = version.replace(/^v/, '').split('-');
  return { numbers: release.split('.').map(Number), early: rest.length > 0 };
}
