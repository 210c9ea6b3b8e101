import { describe, expect, it } from '@jest/globals';
import { junit } from '../../../../shared/findings/readers/junit.ts';
import { fixture, printable, read, workspace } from './recorded.ts';

const report = (name: string) => read(junit, fixture(`junit-${name}.xml`));
const brief = (name: string) =>
  report(name).drafts.map(({ rule, title, location }) => [rule.id, title, location?.path, location?.startLine]);

describe('a recorded JUnit report', () => {
  it.each([
    [
      'pytest-9.2.0',
      [
        ['test_sum.TestLines > test_fails', 'AssertionError: differs', undefined, undefined],
        ['test_sum > test_of[2]', 'assert 2 == 1', undefined, undefined],
        ['test_sum > test_error', 'failed on setup with "RuntimeError: no database"', undefined, undefined],
      ],
    ],
    [
      'pytest-9.2.0-xunit1',
      [
        ['test_sum.TestLines > test_fails', 'AssertionError: differs', 'test_sum.py', 7],
        ['test_sum > test_of[2]', 'assert 2 == 1', 'test_sum.py', 11],
        ['test_sum > test_error', 'failed on setup with "RuntimeError: no database"', 'test_sum.py', 23],
      ],
    ],
    ['pytest-9.2.0-import', [['pytest > test_import', 'collection failure', undefined, undefined]]],
    [
      'node-24.21.0',
      [
        ['sums > fails', '2 == 3', 'sum.test.mjs', undefined],
        ['sums.inner > throws over lines', 'first line', 'sum.test.mjs', undefined],
      ],
    ],
    ['node-24.21.0-broken', [['broken.test.mjs', 'test failed', 'broken.test.mjs', undefined]]],
    [
      'jest-17.0.0',
      [['sums fails', 'Error: expect(received).toBe(expected) // Object.is equality', undefined, undefined]],
    ],
    [
      'jest-17.0.0-suite-errors',
      [
        ['sums fails', 'Error: expect(received).toBe(expected) // Object.is equality', 'sum.test.js', undefined],
        ['Test suite failed to run > broken.test.js', '● Test suite failed to run', 'broken.test.js', undefined],
        ['Test suite failed to run > broken.test.js', '{}', 'broken.test.js', undefined],
      ],
    ],
  ])('of %s has a finding a failed test', (name, expected) => {
    expect(brief(name)).toEqual(expected);
    expect(report(name)).toMatchObject({ skipped: [], errors: [] });
  });

  it('has findings that block, as a failed test does', () => {
    expect(report('pytest-9.2.0').drafts[2]).toEqual({
      category: 'test',
      rule: { id: 'test_sum > test_error' },
      aliases: [],
      severity: { level: 'high', original: null },
      title: 'failed on setup with "RuntimeError: no database"',
      message: 'The test did not come to its end: test_sum > test_error',
      pointer: '/testsuites/testsuite/testcase/5',
    });
  });

  it('counts what ran and what was skipped', () => {
    expect(report('node-24.21.0')).toMatchObject({ scanned: 4, notes: ['2 of 6 tests were skipped'] });
    expect(report('pytest-9.2.0')).toMatchObject({ scanned: 5, notes: ['1 of 6 tests were skipped'] });
  });

  it.each([
    ['pytest-9.2.0-no-test', 'the report has no test'],
    ['pytest-9.2.0-missing', 'the report has no test'],
    ['node-24.21.0-no-test', 'the report has no test'],
    ['pytest-9.2.0-skipped', 'every test was skipped'],
    ['node-24.21.0-skipped', 'every test was skipped'],
  ])('of %s is not clean: nothing ran', (name, expected) => {
    expect(report(name)).toMatchObject({ drafts: [], scanned: 0, skipped: [expected] });
  });

  it('shows nothing of output and source', () => {
    expect(printable(report('pytest-9.2.0'))).not.toContain('Two lines.');
    expect(printable(report('node-24.21.0'))).not.toContain('ERR_ASSERTION');
  });
});

describe('a JUnit report', () => {
  const one = (inner: string, attributes = '') => `<testsuite name="s"${attributes}>${inner}</testsuite>`;
  const failed = '<testcase name="t"><failure/></testcase>';

  it.each([
    ['one suite as its root', one(failed), 's > t', '/testsuite/testcase'],
    ['an empty failure', `<testsuites>${one(failed)}</testsuites>`, 's > t', '/testsuites/testsuite/testcase'],
    [
      'suites in suites',
      `<testsuites>${one(one(failed))}</testsuites>`,
      's > s > t',
      '/testsuites/testsuite/testsuite/testcase',
    ],
    [
      'a test without a name',
      '<testsuite><testcase><error/></testcase></testsuite>',
      'a test without a name',
      '/testsuite/testcase',
    ],
    [
      'the class "test", which says nothing',
      one('<testcase classname="test" name="t"><failure/></testcase>'),
      's > t',
      '/testsuite/testcase',
    ],
    ['a failure of the suite itself', one('<error message="set-up"/><testcase name="t"/>'), 's', '/testsuite'],
    [
      'a test that failed and was then skipped',
      one('<testcase name="t"><failure/><skipped/></testcase>'),
      's > t',
      '/testsuite/testcase',
    ],
  ])('may have %s', (_, text, id, pointer) => {
    const { drafts, errors } = read(junit, text);
    expect(drafts.map((draft) => [draft.rule.id, draft.pointer])).toEqual([[id, pointer]]);
    expect(errors).toEqual([]);
  });

  it.each([
    [
      'a root with counts alone',
      '<testsuites failures="2" tests="5"></testsuites>',
      'counts 2 failed tests and names 0',
    ],
    [
      'a suite that was cut off',
      one('<testcase name="a"/>', ' tests="3" failures="1" errors="1"'),
      'counts 2 failed tests and names 0',
    ],
    ['fewer failures than counted', one(failed, ' failures="3"'), 'counts 3 failed tests and names 1'],
  ])('with %s is an error', (_, text, expected) => {
    expect(read(junit, text).errors).toEqual([`the report ${expected}`]);
  });

  it.each([['status="notrun" result="suppressed"'], ['status="skipped"'], ['status="disabled"'], ['result="ignored"']])(
    'says with %s that a test was skipped',
    (attributes) => {
      expect(read(junit, one(`<testcase name="t" ${attributes}/>`)).skipped).toEqual(['every test was skipped']);
    },
  );

  it('has a note where tests passed only when they were run again', () => {
    const text = one('<testcase name="t"><flakyFailure message="m"/></testcase><testcase name="u"/>');
    expect(read(junit, text)).toMatchObject({
      drafts: [],
      notes: ['1 of 2 tests passed only when they were run again'],
    });
  });

  it('with a huge message shows its beginning, on one line', () => {
    const text = one(`<testcase name="t"><failure message="first&#10;${'word '.repeat(2_000_000)}"/></testcase>`);
    expect(read(junit, text).drafts[0]?.title).toBe('first');
    const body = one(`<testcase name="t"><failure>${'word '.repeat(2_000_000)}</failure></testcase>`);
    expect(read(junit, body).drafts[0]?.title.length).toBeLessThan(250);
  });

  it('nested deeper than anybody would is an error', () => {
    const deep: unknown = Array.from({ length: 20_000 }).reduce((inner) => ({ testsuite: inner }), {});
    const fold = junit.begin({ workspace, beside: () => undefined });
    expect(() => fold.end(deep)).toThrow('nested more than 100 deep');
  });
});

it.each([
  ['HTML', '<html><body>502</body></html>'],
  ['nothing', ''],
  ['a text', 'no tests'],
  ['another XML', '<checkstyle version="4.3"><file name="a"/></checkstyle>'],
])('%s is no JUnit report', (_, text) => {
  expect(() => read(junit, text)).toThrow(expect.objectContaining({ name: 'ReportError' }));
});
