/** What a committed bundle must not hold; pure, over its files. */

/** A built file by its path from the root. */
export interface Built {
  readonly path: string;
  readonly content: string;
}

/** undici names its diagnostics channels when it loads; no other code does. */
const undici = /['"]undici:(?:client|request):/;

/** Everything that is wrong with built files of a tree that stood at `root`, for actions of these names. */
export function distBreaches(files: readonly Built[], root: string, actions: readonly string[]): string[] {
  const entries = new Set(actions.flatMap((name) => [`dist/${name}/index.js`, `dist/${name}/post/index.js`]));
  const heavy = files.filter(({ path, content }) => entries.has(path) && undici.test(content));
  const local = files.filter(({ content }) => content.includes(`${root}/`));
  return [
    ...heavy.map(
      ({ path }) =>
        `${path}: loads undici at its start; import @actions/core by name, and the rest with await import()`,
    ),
    ...local.map(
      ({ path }) => `${path}: holds the path it was built at, ${root}; the same bytes must come out of any folder`,
    ),
  ];
}
