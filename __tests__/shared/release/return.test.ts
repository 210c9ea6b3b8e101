import { describe, expect, it } from '@jest/globals';
import { darkSince, type Move, nextMove, type Return } from '../../../shared/release/return.ts';
import type { VersionState, VersionStatus } from '../../../shared/release/target.ts';

function version(name: string, state: VersionState, capacity = state === 'healthy' ? 100 : 0): VersionStatus {
  const [role, since] = [name === 'v1' ? 'stable' : 'canary', '2025-01-02T03:04:05.000Z'] as const;
  return { version: name, role, state, since, capacity, weight: 0, inFlight: 0, restarts: 0, url: null };
}
const well = version('v2', 'healthy');
const scene = (changes: Partial<Return>): Return => ({
  stable: version('v1', 'healthy'),
  canary: well,
  weight: 50,
  waited: 0,
  patience: 30,
  ...changes,
});

describe('the way back', () => {
  const cases: [name: string, given: Partial<Return>, expected: Move][] = [
    ['is taken at once to a version that can carry everything', {}, { kind: 'discard' }],
    [
      'goes as far as a short version can carry',
      { stable: version('v1', 'healthy', 70) },
      { kind: 'lower', weight: 30 },
    ],
    [
      'goes in steps that every target can split',
      { stable: version('v1', 'healthy', 66.66) },
      { kind: 'lower', weight: 33.4 },
    ],
    ['waits while a short version has what it can carry', { stable: version('v1', 'healthy', 50) }, { kind: 'wait' }],
    ['raises nothing on the canary', { stable: version('v1', 'healthy', 20) }, { kind: 'wait' }],
    [
      'is taken to a short version in the end',
      { stable: version('v1', 'healthy', 20), waited: 30 },
      { kind: 'discard' },
    ],
    ['waits for a version that is ill', { stable: version('v1', 'unhealthy') }, { kind: 'wait' }],
    ['waits for a version that is being started', { stable: version('v1', 'starting') }, { kind: 'wait' }],
    [
      'is taken from an ill canary, whoever is there',
      { canary: version('v2', 'unhealthy'), stable: version('v1', 'stopped') },
      { kind: 'discard' },
    ],
    [
      'is taken from a canary that is gone',
      { canary: undefined, stable: version('v1', 'stopped') },
      { kind: 'discard' },
    ],
    ['is taken from a canary without traffic', { weight: 0, stable: version('v1', 'stopped') }, { kind: 'discard' }],
  ];
  for (const [name, given, expected] of cases) {
    it(name, () => expect(nextMove(scene(given))).toEqual(expected));
  }

  it('ends where nobody came back, and says who', () => {
    const gone = { ...version('v1', 'stopped'), problem: 'v1 exited with code 3' };
    expect(nextMove(scene({ stable: gone, waited: 30 }))).toEqual({
      kind: 'hold',
      reason:
        'traffic stays at v2, because the stable version v1 is stopped and has not come back in 30 s (v1 exited with code 3)',
    });
    expect(nextMove(scene({ stable: undefined, waited: 31 }))).toMatchObject({
      reason: 'traffic stays at v2, because the stable version is gone and has not come back in 30 s',
    });
  });
});

describe('users see errors', () => {
  const at = (state: VersionState, since: string) => ({ ...version('v1', state), since });

  it('from when the last healthy version fell ill', () => {
    const [stable, canary] = [at('stopped', '2025-01-02T03:04:05.000Z'), at('unhealthy', '2025-01-02T03:05:00.000Z')];
    expect(darkSince({ stable, canary })).toBe('2025-01-02T03:05:00.000Z');
    expect(darkSince({ stable, canary: undefined })).toBe('2025-01-02T03:04:05.000Z');
  });

  it('never while one is healthy, or none is known', () => {
    expect(darkSince({ stable: at('stopped', ''), canary: well })).toBeNull();
    expect(darkSince({ stable: undefined, canary: undefined })).toBeNull();
  });
});
