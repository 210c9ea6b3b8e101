/** Selectors of time series as Prometheus writes them: `name{label="x",code=~"5.."}`. */

export type MatchOp = '=' | '!=' | '=~' | '!~';

export interface Matcher {
  readonly label: string;
  readonly op: MatchOp;
  readonly value: string;
}

export interface Selector {
  readonly name: string;
  readonly matchers: readonly Matcher[];
}

/** What is wrong with a selector's text, and where; the column counts from 1. */
export class SelectorError extends Error {
  override readonly name = 'SelectorError';
  readonly column: number;
  constructor(column: number, expected: string, found: string) {
    super(`at column ${column} expected ${expected}, found ${found === '' ? 'its end' : JSON.stringify(found)}`);
    this.column = column;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

class Reader {
  private readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.space();
  }

  get done(): boolean {
    return this.at === this.text.length;
  }

  /** What the pattern finds here, without the space after it; undefined when it is something else. */
  take(pattern: RegExp): string | undefined {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.at;
    const [found] = sticky.exec(this.text) ?? [];
    if (found === undefined || found === '') return undefined;
    this.at += found.length;
    this.space();
    return found;
  }

  need(pattern: RegExp, expected: string): string {
    return this.take(pattern) ?? this.fail(expected);
  }

  fail(expected: string, at = this.at): never {
    throw new SelectorError(at + 1, expected, this.text.slice(at, at + 12));
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }
}

function readMatcher(reader: Reader): Matcher {
  const label = reader.need(/[A-Za-z_][A-Za-z0-9_]*/, 'the name of a label');
  const op = reader.need(/=~|!~|!=|=/, 'one of =, !=, =~, !~') as MatchOp;
  const start = reader.at;
  const quoted = reader.need(/"(?:[^"\\\n]|\\[n"\\])*"/, 'a value in double quotes, with \\\\ for a backslash');
  const value = quoted.slice(1, -1).replace(/\\([n"\\])/g, (_, letter: string) => escapes[letter] ?? letter);
  if (op.endsWith('~')) {
    try {
      new RegExp(`^(?:${value})$`, 's');
    } catch {
      reader.fail('a regular expression', start);
    }
  }
  return { label, op, value };
}

/** @throws SelectorError with the column and what was expected there */
export function parseSelector(text: string): Selector {
  const reader = new Reader(text);
  const name = reader.need(/[A-Za-z_:][A-Za-z0-9_:]*/, 'the name of a metric');
  const matchers: Matcher[] = [];
  if (reader.take(/\{/) !== undefined) {
    while (reader.take(/\}/) === undefined) {
      matchers.push(readMatcher(reader));
      if (reader.take(/,/) === undefined) {
        reader.need(/\}/, ', or }');
        break;
      }
    }
  }
  if (!reader.done) reader.fail(matchers.length === 0 ? '{ or the end' : 'the end');
  return { name, matchers };
}
