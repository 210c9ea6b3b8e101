/** Built files that must not be committed. */
import { describe, expect, test } from '@jest/globals';
import { distBreaches } from '../../scripts/dist.ts';

const heavy = "channel('undici:request:create')";

describe('a built file', () => {
  test.each([
    ['an entry that loads undici', 'dist/rollback/index.js', heavy, ['loads undici']],
    ['a finaliser that loads undici', 'dist/rollback/post/index.js', heavy, ['loads undici']],
    [
      'a path of the machine',
      'dist/local/index.js',
      "const here = '/home/me/jarvis/build/x.js'",
      ['the path it was built at'],
    ],
    ['a chunk that is loaded later', 'dist/rollback/269.index.js', heavy, []],
    ['a process of its own', 'dist/supervisor/index.js', heavy, []],
    ['a mention', 'dist/rollback/index.js', '// ported from undici', []],
    ['another folder of the same beginning', 'dist/local/index.js', "'/home/me/jarvis-old'", []],
  ])('with %s', (_, path, content, says) => {
    const breaches = distBreaches([{ path, content }], '/home/me/jarvis', ['rollback']);
    expect(breaches).toEqual(says.map((text) => expect.stringContaining(text)));
  });
});
