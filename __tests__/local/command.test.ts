/** Workflow commands and file commands, as GitHub's runner reads them. */
import { describe, expect, test } from '@jest/globals';
import { type Effect, parseCommand, readerStart, readLine } from '../../local/runner/command.ts';
import { parsePaths, parseValues, parseVariables } from '../../local/runner/file-command.ts';

describe('a line', () => {
  test.each([
    ['::warning::text', { name: 'warning', properties: {}, data: 'text' }],
    ['  ::warning::indented', { name: 'warning', properties: {}, data: 'indented' }],
    ['::ERROR::upper', { name: 'error', properties: {}, data: 'upper' }],
    ['::error file=a%2Cb.ts,line=1::x', { name: 'error', properties: { file: 'a,b.ts', line: '1' }, data: 'x' }],
    [
      '::error title=a%3A%3Ab::100%25%0Anext%0D',
      { name: 'error', properties: { title: 'a::b' }, data: '100%\nnext\r' },
    ],
    ['::error file=,line=2::x', { name: 'error', properties: { file: '', line: '2' }, data: 'x' }],
    ['::group::', { name: 'group', properties: {}, data: '' }],
    ['::notice::a::b', { name: 'notice', properties: {}, data: 'a::b' }],
    ['2026 ##[group]old', { name: 'group', properties: {}, data: 'old' }],
  ])('%s is a command', (line, expected) => expect(parseCommand(line)).toEqual(expected));

  test.each(['text', 'text ::warning::x', '::unknown::x', '::warning', ':warning::x', '##[other]x', ''])(
    '%j is text',
    (line) => expect(parseCommand(line)).toBeUndefined(),
  );
});

/** What the reader makes of some lines, shortened to kind and text. */
function read(lines: readonly string[]): string[] {
  let state = readerStart;
  return lines.flatMap((line) => {
    const next = readLine(state, line);
    state = next.state;
    return next.effects.map((effect: Effect) => ('text' in effect ? `${effect.kind} ${effect.text}` : effect.kind));
  });
}

describe('the reader', () => {
  test.each<[string, string[], string[]]>([
    [
      'stops and resumes',
      ['::stop-commands::pause-1', '::error::x', '::pause-1::', '::error::y'],
      ['mask pause-1', 'text ::error::x', 'annotation y'],
    ],
    [
      'stops at no command’s name',
      ['::stop-commands::error', '::error::y'],
      ["problem Invalid token 'error' for stop-commands", 'annotation y'],
    ],
    ['stops at no empty token', ['::stop-commands::'], ["problem Invalid token '' for stop-commands"]],
    [
      'echoes when told to',
      ['::echo::on', '::set-output name=a::b', '::echo::off', '::set-output name=a::c'],
      ['text ::set-output name=a::b', 'output', 'output'],
    ],
    ['never echoes a mask', ['::echo::on', '::add-mask::x'], ['mask x']],
    ['takes no empty mask', ['::add-mask:: '], ["warning Can't add secret mask for empty string"]],
    [
      'refuses what GitHub disabled',
      ['::add-path::/x'],
      ['problem The `add-path` command is disabled. Please upgrade to using Environment Files'],
    ],
    [
      'says what is not here',
      ['::add-matcher::m.json'],
      ['warning problem matchers work on GitHub, not here: add-matcher m.json'],
    ],
    ['keeps groups as headings', ['::group::Title', 'x', '::endgroup::'], ['group Title', 'text x', 'none']],
  ])('%s', (_, lines, expected) => expect(read(lines)).toEqual(expected));
});

describe('a file of values', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a pair', 'a=b\n', { a: 'b' }],
    ['an equals sign in the value', 'a=b=c', { a: 'b=c' }],
    ['an empty value', 'a=\n', { a: '' }],
    ['blank lines', '\n\na=b\n\n', { a: 'b' }],
    ['a block', 'a<<END\none\ntwo\nEND\nb=c\n', { a: 'one\ntwo', b: 'c' }],
    ['an empty block', 'a<<END\nEND\n', { a: '' }],
    ['a pair that holds <<', 'a=x<<y\n', { a: 'x<<y' }],
    ['a block with an equals sign in its delimiter', 'a<<E=F\nv\nE=F\n', { a: 'v' }],
    ['the last of two', 'a=1\na=2\n', { a: '2' }],
    ['Windows line ends and a byte order mark', '\uFEFFa=1\r\nb=2\r\n', { a: '1', b: '2' }],
    ['nothing', '', {}],
  ])('holds %s', (_, content, expected) => expect(parseValues(content)).toEqual(expected));

  test.each([
    ['word', "Invalid format 'word'"],
    ['=value', "Invalid format '=value'"],
    ['a<<END\nvalue\n', "Invalid value. Matching delimiter not found 'END'"],
    ['a<<\nvalue', "Invalid format 'a<<'"],
    ['<<END\nEND', "Invalid format '<<END'"],
  ])('breaks at %j', (content, message) => expect(() => parseValues(content)).toThrow(message));

  test('sets no NODE_OPTIONS', () => expect(() => parseVariables('node_options=x')).toThrow('NODE_OPTIONS'));

  test('of paths has the last one first', () => expect(parsePaths('/a\n\n/b\n')).toEqual(['/b', '/a']));
});
