/** What vulnerabilities and packages are called, so that two tools mean the same. */

/** From the most to the least common tongue; whatever has another beginning comes after them. */
const naming = ['CVE-', 'GHSA-', 'PYSEC-', 'RUSTSEC-', 'GO-', 'OSV-'];

/** The one name of a vulnerability: a CVE before a GHSA and so on, then the lowest. Undefined where there is none. */
export function canonicalName(names: readonly string[]): string | undefined {
  const ranked = [...new Set(names.map(nameOf))].map((name) => ({ name, rank: rankOf(name) }));
  ranked.sort((a, b) => a.rank - b.rank || compareText(a.name, b.name));
  return ranked[0]?.name;
}

/** As everyone writes it: identifiers of advisories do not depend on case. */
export function nameOf(alias: string): string {
  return alias.trim().toUpperCase();
}

function rankOf(name: string): number {
  const rank = naming.findIndex((start) => name.startsWith(start));
  return rank < 0 ? naming.length : rank;
}

/** Without version, qualifiers and subpath: `pkg:npm/%40a/b@1.2?arch=x#y` is `pkg:npm/@a/b`. */
export function unversioned(purl: string): string {
  const bare = purl.trim().replace(/[?#].*$/s, '');
  const name = readable(bare.replace(/(?<=[^/])@[^@/]*$/, ''));
  const lower = name.toLowerCase();
  if (lower.startsWith('pkg:pypi/')) return lower.replace(/[-_.]+/g, '-');
  return /^pkg:(?:npm|github|golang|composer|deb|apk|rpm)\//.test(lower) ? lower : name;
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const lockFile =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|requirements[\w.-]*\.(?:txt|in)|pipfile(?:\.lock)?|poetry\.lock|uv\.lock|pyproject\.toml|setup\.(?:py|cfg)|go\.(?:mod|sum)|cargo\.(?:lock|toml)|gemfile(?:\.lock)?|composer\.(?:json|lock)|pom\.xml|build\.gradle(?:\.kts)?|gradle\.lockfile)$/i;

/**
 * Where a package lives, roughly enough to stay the same when it is installed anew: the folder of the manifest or lock
 * file that brings it, or of the tree of packages; `''` where nobody says.
 */
export function placeOf(path: string | undefined): string {
  if (path === undefined) return '';
  const tidy = tidyPath(path);
  const tree = /^(.*?)(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor|gems)(?:\/|$)/.exec(tidy);
  if (tree !== null) return `in ${withoutVersions(tree[1] ?? '')}`;
  if (/^(?:\/?usr\/|\/?var\/lib\/|\/?lib\/)/.test(tidy)) return 'in the system';
  const slash = tidy.lastIndexOf('/');
  if (lockFile.test(tidy.slice(slash + 1))) return `in ${tidy.slice(0, Math.max(0, slash))}`;
  return `at ${withoutVersions(tidy)}`;
}

/** `usr/lib/python3.12` is where `usr/lib/python3.11` was, and `x-1.2.jar` replaces `x-1.1.jar`. */
const withoutVersions = (path: string) => path.replace(/\d+(?:\.\d+)*/g, '0');

/** One way to write a path: `/` between, no `./` in front, composed letters. */
export function tidyPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\.\/)+/, '')
    .normalize('NFC');
}

/** By code units, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By the numbers within; a pre-release, such as `1.0.0-rc.1`, comes before its release. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [versionParts(a), versionParts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const order = comparePart(left[i], right[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function versionParts(version: string): (number | string)[] {
  const parts =
    version
      .replace(/^v/i, '')
      .replace(/\+.*$/, '')
      .match(/\d+|[a-z]+/gi) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : part.toLowerCase()));
}

function comparePart(a: number | string | undefined, b: number | string | undefined): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const weight = (part: number | string | undefined) => (typeof part === 'string' ? -1 : (part ?? 0));
  return weight(a) - weight(b);
}

/** The lowest version above the installed one, or the lowest of all where that is not known. */
export function nearestFix(fixedIn: readonly string[], installed: string | undefined): string | undefined {
  const sorted = fixedIn
    .map((version) => version.trim())
    .filter((version) => version !== '')
    .sort(compareVersions);
  if (installed === undefined) return sorted[0];
  return sorted.find((version) => compareVersions(version, installed) > 0);
}
