import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { place } from '../../../../shared/findings/readers/place.ts';

describe('a path within the workspace is relative to it, however the tool wrote it', () => {
  it.each([
    ['src/app.py', '/work/repo', 'src/app.py'],
    ['./src/app.py', '/work/repo', 'src/app.py'],
    ['src/./lib/../app.py', '/work/repo', 'src/app.py'],
    ['src//app.py', '/work/repo/', 'src/app.py'],
    ['/work/repo/src/app.py', '/work/repo', 'src/app.py'],
    ['/work/repo/../repo/app.py', '/work/repo', 'app.py'],
    ['../repo/src/app.py', '/work/repo', 'src/app.py'],
    ['file:///work/repo/a%20b.py', '/work/repo', 'a b.py'],
    ['file://localhost/work/repo/app.py', '/work/repo', 'app.py'],
    ['file:/work/repo/app.py', '/work/repo', 'app.py'],
    ['file:///work/repo/50%.py', '/work/repo', '50%.py'],
    ['.\\src\\app.py', '/work/repo', 'src/app.py'],
    ['D:\\a\\repo\\src\\app.py', 'd:\\a\\repo', 'src/app.py'],
    ['file:///D:/a/repo/src/app.py', 'D:\\a\\repo', 'src/app.py'],
    ['/app.py', '/', 'app.py'],
    ['..hidden/app.py', '/work/repo', '..hidden/app.py'],
    ['', '/work/repo', '.'],
    ['.', '/work/repo', '.'],
    ['/work/repo', '/work/repo', '.'],
    ['a:b.py', '/work/repo', 'a:b.py'],
    ['line\nbreak.py', '/work/repo', 'line\nbreak.py'],
  ])('%j in %j is %j', (path, workspace, expected) => {
    expect(place(path, workspace)).toEqual({ path: expected });
  });
});

describe('a path outside of the workspace stays as it was and is marked', () => {
  it.each([
    ['../other/app.py', '/work/repo'],
    ['src/../../other.py', '/work/repo'],
    ['/usr/lib/python3/app.py', '/work/repo'],
    ['/work/repository/app.py', '/work/repo'],
    ['file:///etc/passwd', '/work/repo'],
    ['C:\\other\\app.py', 'C:\\repo'],
    ['D:\\repo\\app.py', 'C:\\repo'],
    ['\\\\server\\share\\app.py', 'C:\\repo'],
    ['file://server/share/app.py', '/work/repo'],
    ['https://example.com/app.py', '/work/repo'],
    ['docker://image:tag', '/work/repo'],
  ])('%j outside of %j', (path, workspace) => {
    expect(place(path, workspace)).toEqual({ path, outside: true });
  });
});

it('no path inside begins with a slash or climbs out, whatever was written', () => {
  const part = fc.constantFrom('..', '.', 'a', 'repo', '', 'C:', '%2e%2e', 'b c', 'file:', '~');
  const path = fc.tuple(fc.array(part), fc.constantFrom('/', '\\')).map(([parts, mark]) => parts.join(mark));
  fc.assert(
    fc.property(fc.oneof(path, fc.string()), (written) => {
      const found = place(written, '/work/repo');
      if (!found.outside) expect(found.path).not.toMatch(/^\/|^\.\.(\/|$)|\/\.\.(\/|$)/);
    }),
  );
});
