/** Lists of paths as `.gitignore` writes them. */

export interface PathPattern {
  readonly text: string;
  /** In its file, from 1. */
  readonly line: number;
  readonly negated: boolean;
  matches(path: string): boolean;
}

/** Without comments and blank lines. */
export function readPatterns(text: string): PathPattern[] {
  return linesOf(text).flatMap(({ text: entry, line }) => {
    const negated = entry.startsWith('!');
    const glob = entry.replace(/^!/, '').replace(/^\\(?=[!#])/, '');
    return glob === '' || glob === '/' ? [] : [{ text: entry, line, negated, matches: globMatcher(glob) }];
  });
}

/** Lines with something on them that is no comment, without blanks around it. */
export function linesOf(text: string): { readonly text: string; readonly line: number }[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ text: line.trim(), line: index + 1 }))
    .filter((one) => one.text !== '' && !one.text.startsWith('#'));
}

/**
 * `*` and `?` stay within a folder, `**` does not; a pattern without a slash before its end fits in any folder, and one
 * that fits a folder fits all that is in it.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  if (isCostly(glob)) return () => false;
  const anchored = /\/./.test(glob.replace(/^\*\*\//, ''));
  const body = glob.replace(/^\.?\/+|\/+$/g, '');
  const parts = body.split(/(\*\*\/|\/\*\*$|\*+|\?|\[[^\]/]*\])/).map(part);
  const pattern = new RegExp(`^${anchored || glob.startsWith('/') ? '' : '(?:.*/)?'}${parts.join('')}(?:/.*)?$`, 's');
  return (path) => pattern.test(path.replace(/^\/+/, ''));
}

/**
 * More stars than anybody needs: a regular expression tries all their lengths together, which for eight of them in one name
 * takes a minute a path, and whoever opens a pull request may write them. Such a pattern fits nothing.
 */
export function isCostly(glob: string): boolean {
  const names = glob.split('/');
  const stars = (name: string) => name.match(/\*+/g)?.length ?? 0;
  return names.some((name) => stars(name) > 3) || names.filter((name) => name === '**').length > 4;
}

function part(glob: string): string {
  if (glob === '**/') return '(?:.*/)?';
  if (glob === '/**') return '/.*';
  if (glob.startsWith('*')) return '[^/]*';
  if (glob === '?') return '[^/]';
  const set = /^\[(!?)([^\]]+)\]$/.exec(glob);
  if (set !== null) return `[${set[1] === '!' ? '^' : ''}${(set[2] ?? '').replace(/[\\\]^[]/g, '\\$&')}]`;
  return glob.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The last pattern that fits decides, as for Git. Undefined where none fits, or one takes the path out again. */
export function decides(patterns: readonly PathPattern[], path: string): PathPattern | undefined {
  const last = patterns.findLast((pattern) => pattern.matches(path));
  return last === undefined || last.negated ? undefined : last;
}
