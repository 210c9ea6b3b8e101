/** Ignore files in the form of git's, as several tools have one of their own. */
import { isCostly } from '../findings/suppressions/globs.ts';

interface Pattern {
  readonly matches: RegExp;
  readonly negated: boolean;
  readonly folderOnly: boolean;
}

/** Whether a path, relative with `/`, is left out; the last pattern that fits it, or a folder above it, decides. */
export function ignorer(text: string): (path: string) => boolean {
  const patterns = text.split(/\r?\n/).flatMap((line) => patternOf(line) ?? []);
  const decided = (path: string, folder: boolean) =>
    patterns.findLast(({ matches, folderOnly }) => (folder || !folderOnly) && matches.test(path))?.negated === false;
  return (path) => {
    const parts = path.split('/');
    // What stands in an ignored folder cannot be taken back in.
    return parts.some((_, index) => decided(parts.slice(0, index + 1).join('/'), index < parts.length - 1));
  };
}

function patternOf(line: string): Pattern | undefined {
  const text = line.replace(/(?<!\\)\s+$/, '');
  if (text === '' || text.startsWith('#') || isCostly(text)) return undefined;
  const negated = text.startsWith('!');
  const glob = negated ? text.slice(1) : text;
  const folderOnly = glob.endsWith('/');
  const body = (folderOnly ? glob.slice(0, -1) : glob).replace(/(^|\/)\*\*(?:\/\*\*)+(?=\/|$)/g, '$1**');
  const anywhere = body.includes('/') ? '' : '(?:.*/)?';
  const inner = body === '/**' ? '.+' : globSource(body.replace(/^\//, ''));
  try {
    return { matches: new RegExp(`^${anywhere}${inner}$`, 'u'), negated, folderOnly };
  } catch {
    // Such as a range that runs backwards, which fits nothing.
    return undefined;
  }
}

/** As a regular expression; a star and a question mark stop at `/`. */
function globSource(glob: string): string {
  const token = /^\*\*\/|\/\*\*\/|\/\*\*$|\*+|\?|\[[!^]?\]?(?:\\.|[^\]\\])*\]|\\.|./gsu;
  return glob.replace(token, (part, at: number) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '/**/') return '/(?:.*/)?';
    if (part === '/**' && at > 0) return '/.+';
    if (part.startsWith('*')) return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 2 && part.startsWith('[')) return `(?!/)${classSource(part)}`;
    return escaped(part.length > 1 && part.startsWith('\\') ? part.slice(1) : part);
  });
}

function classSource(part: string): string {
  const inner = part.slice(1, -1);
  const negated = /^[!^]/.test(inner);
  const members = (negated ? inner.slice(1) : inner).replace(/[[\]^]/g, '\\$&');
  return `[${negated ? '^' : ''}${members}]`;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
