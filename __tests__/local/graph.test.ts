/** The graph of jobs and its status functions. */
import { describe, expect, test } from '@jest/globals';
import { ancestors, type Conclusion, conclude, jobStatus, order, stepStatus } from '../../local/runner/graph.ts';

const nodes = [
  { id: 'd', needs: ['b', 'c'] },
  { id: 'b', needs: ['a'] },
  { id: 'c', needs: ['a'] },
  { id: 'a', needs: [] },
  { id: 'e', needs: [] },
];

test('jobs come after their needs, else in file order', () => {
  expect(order(nodes).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(() => order([{ id: 'a', needs: ['b'] }])).toThrow('circle');
});

test('ancestors are found through others, once', () => {
  expect([...ancestors(nodes, 'd')].sort()).toEqual(['a', 'b', 'c']);
  expect([...ancestors(nodes, 'a')]).toEqual([]);
});

describe('status functions of a job', () => {
  const cases: [string, Conclusion[], boolean, { success: boolean; failure: boolean }][] = [
    ['nothing needed', [], false, { success: true, failure: false }],
    ['all good', ['success', 'success'], false, { success: true, failure: false }],
    ['one failed', ['success', 'failure'], false, { success: false, failure: true }],
    ['one skipped', ['success', 'skipped'], false, { success: false, failure: false }],
    ['one cancelled', ['cancelled'], false, { success: false, failure: false }],
    ['good, but the run is cancelled', ['success'], true, { success: false, failure: false }],
  ];
  test.each(cases)('%s', (_, results, cancelled, expected) => {
    const status = jobStatus(Object.fromEntries(results.map((result, index) => [`j${index}`, result])), cancelled);
    expect({ success: status.success([]), failure: status.failure([]) }).toEqual(expected);
    expect(status.cancelled).toBe(cancelled);
  });

  test('arguments narrow the question', () => {
    const status = jobStatus({ a: 'failure', b: 'success' }, false);
    expect(status.success(['b'])).toBe(true);
    expect(status.failure(['b'])).toBe(false);
  });
});

test.each<[Conclusion, boolean, boolean, boolean]>([
  ['success', true, false, false],
  ['failure', false, true, false],
  ['cancelled', false, false, true],
])('inside a job that is a %s so far', (state, success, failure, cancelled) => {
  const status = stepStatus(state);
  expect([status.success([]), status.failure([]), status.cancelled]).toEqual([success, failure, cancelled]);
});

test.each<[Conclusion[], boolean, Conclusion]>([
  [['success', 'skipped'], false, 'success'],
  [['success', 'failure', 'cancelled'], false, 'failure'],
  [['success', 'cancelled'], false, 'cancelled'],
  [['failure'], true, 'cancelled'],
  [[], false, 'success'],
])('a run of %j (cancelled: %s) ends as %s', (results, cancelled, expected) => {
  expect(conclude(results, cancelled)).toBe(expected);
});
