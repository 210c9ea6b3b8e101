import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Command, ControllerEvent, ControllerSettings, ControllerState } from '../../../shared/release/control.ts';
import { beginRelease, reduce } from '../../../shared/release/controller.ts';
import type { Observation, Side } from '../../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings } from '../../../shared/release/judge.ts';

const judge: JudgeSettings = {
  version: 'threshold/1',
  bounds: [1],
  dwell: { 5: 5, 50: 5, 100: 5 },
  deadline: 100,
  warmUp: 0,
  noData: 'hold',
  errorRate: 0.05,
  latencyP95: 1,
  harmBudget: 0.05,
  minRequests: 10,
  minErrors: 5,
  slower: 1.5,
};
const ladder: ControllerSettings = {
  rungs: [5, 50, 100].map((weight) => ({ weight, approve: false })),
  until: 100,
  onCancel: 'rollback',
  onDeadline: 'rollback',
  gateFor: 60,
};
const side = (requests: number, errors = 0): Side => ({ requests, errors, buckets: [requests, 0] });
const line = (from: number, weight: number, errors = 0, requests = 50): ControllerEvent => ({
  kind: 'observed',
  line: { from, t: from + 5, weight, canary: side(requests, errors), baseline: side(weight === 100 ? 0 : 500) },
});
const raised: ControllerEvent = { kind: 'raised' };
const seen = (canary: 'healthy' | 'unhealthy' | 'gone', approved: number[] = []): ControllerEvent => ({
  kind: 'seen',
  canary,
  problem: '',
  approved,
});

/** One word a command that moves something, in order. */
function word(command: Command): string[] {
  switch (command.kind) {
    case 'set-weight':
      return [`weight ${command.weight}`];
    case 'discard':
      return [`discard ${command.verdict}`];
    case 'end':
      return [`end ${command.verdict}`];
    case 'hold':
      return ['hold'];
    default:
      return [];
  }
}

function play(
  events: readonly ControllerEvent[],
  changes: Partial<ControllerSettings> = {},
): { state: ControllerState; done: string[] } {
  let state = beginRelease({ ...ladder, ...changes }, beginJudging(judge));
  const done = events.flatMap((event) => {
    const next = reduce(state, event);
    state = next.state;
    return next.commands.flatMap(word);
  });
  return { state, done };
}

const begin: ControllerEvent = { kind: 'begin' };
const toFifty = [begin, raised, line(0, 5), raised];
const toHundred = [...toFifty, line(5, 50), raised];
const gate = {
  rungs: [
    { weight: 5, approve: true },
    { weight: 100, approve: false },
  ],
};

describe('a release', () => {
  const cases: [name: string, events: ControllerEvent[], expected: string[], changes?: Partial<ControllerSettings>][] =
    [
      ['begins at the first weight', [begin], ['weight 5']],
      ['goes up a step that has passed', toFifty, ['weight 5', 'weight 50']],
      [
        'is held once the last step has passed',
        [...toHundred, line(10, 100)],
        ['weight 5', 'weight 50', 'weight 100', 'hold', 'end held'],
      ],
      ['is held at until', [begin, raised, line(0, 5)], ['weight 5', 'hold', 'end held'], { until: 5 }],
      [
        'is taken back on errors',
        [...toFifty, line(5, 50, 40)],
        ['weight 5', 'weight 50', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'does not move after its end',
        [begin, raised, line(0, 5, 40), line(5, 5), { kind: 'cancelled' }],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'lowers first when it is cancelled',
        [...toFifty, { kind: 'cancelled' }],
        ['weight 5', 'weight 50', 'weight 0', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'keeps its weight when it is cancelled and the plan says so',
        [...toFifty, { kind: 'cancelled' }],
        ['weight 5', 'weight 50', 'hold', 'end held'],
        { onCancel: 'hold' },
      ],
      [
        'is discarded when it is cancelled before it began',
        [{ kind: 'cancelled' }],
        ['weight 0', 'discard rolled-back', 'end rolled-back'],
        { onCancel: 'hold' },
      ],
      [
        'bears one bad look at the canary',
        [begin, raised, seen('unhealthy'), seen('healthy'), seen('unhealthy')],
        ['weight 5'],
      ],
      [
        'does not bear two',
        [begin, raised, seen('unhealthy'), seen('unhealthy')],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'ends at once when the canary is gone',
        [begin, raised, seen('gone')],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'is rolled back when the target finds the canary unhealthy',
        [begin, { kind: 'refused', refusal: 'unhealthy', message: 'm' }],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'touches nothing that another run took',
        [begin, raised, { kind: 'refused', refusal: 'stale', message: 'm' }],
        ['weight 5', 'end error'],
      ],
      [
        'ends as the target ended it',
        [begin, raised, { kind: 'taken', verdict: 'rolled-back', reason: 'lease' }],
        ['weight 5', 'end rolled-back'],
      ],
      [
        'lowers itself when it cannot renew',
        [begin, raised, { kind: 'unrenewed', seconds: 61 }],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'is inconclusive after its deadline',
        [begin, raised, line(100, 5, 0, 3)],
        ['weight 5', 'discard inconclusive', 'end inconclusive'],
      ],
      [
        'holds after its deadline when the plan says so',
        [begin, raised, line(100, 5, 0, 3)],
        ['weight 5', 'hold', 'end inconclusive'],
        { onDeadline: 'hold' },
      ],
      ['waits at a gate', [begin, raised, line(0, 5), line(5, 5), seen('healthy')], ['weight 5'], gate],
      [
        'goes on when the gate was opened',
        [begin, raised, line(0, 5), seen('healthy', [0]), line(5, 5)],
        ['weight 5', 'weight 100'],
        gate,
      ],
      [
        'is judged at a gate',
        [begin, raised, line(0, 5), line(5, 5, 30)],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
        gate,
      ],
      [
        'gives up at a gate',
        [begin, raised, line(0, 5), line(65, 5)],
        ['weight 5', 'discard inconclusive', 'end inconclusive'],
        gate,
      ],
      [
        'stops before a gate when until says so',
        [begin, raised, line(0, 5)],
        ['weight 5', 'hold', 'end held'],
        { ...gate, until: 5 },
      ],
    ];
  for (const [name, events, expected, changes] of cases) {
    it(name, () => {
      expect(play(events, changes).done).toEqual(expected);
    });
  }

  it('goes on from what an earlier controller left, without raising twice', () => {
    const { state } = play(toFifty);
    const resumed = beginRelease(ladder, beginJudging(judge), JSON.parse(JSON.stringify(state)));
    expect(reduce(resumed, begin).commands).toEqual([]);
    expect(reduce(resumed, line(5, 50)).commands.flatMap(word)).toEqual(['weight 100']);
  });

  it('judges a closed line but raises nothing on it', () => {
    const { state } = play(toFifty);
    const rest = (errors: number): Observation => ({
      from: 5,
      t: 10,
      weight: 50,
      canary: side(50, errors),
      baseline: side(50),
    });
    expect(reduce(state, { kind: 'closed', line: rest(0) }).commands.flatMap(word)).toEqual([]);
    expect(reduce(state, { kind: 'closed', line: rest(30) }).commands.flatMap(word)).toEqual([
      'discard rolled-back',
      'end rolled-back',
    ]);
  });

  it('raises one rung at a time and never after its end, whatever happens', () => {
    const event = fc.oneof(
      fc.constant(raised),
      fc
        .record({ from: fc.nat(40), weight: fc.constantFrom(5, 50, 100), errors: fc.nat(8) })
        .map((r) => line(r.from, r.weight, r.errors)),
      fc.constantFrom<ControllerEvent>(
        seen('healthy'),
        seen('unhealthy'),
        { kind: 'cancelled' },
        { kind: 'unrenewed', seconds: 60 },
      ),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const { done } = play([begin, ...events]);
        const moves = done.filter((each) => !each.startsWith('end'));
        const ends = done.findIndex((each) => each.startsWith('end'));
        const weights = moves.filter((each) => each.startsWith('weight')).map((each) => Number(each.split(' ')[1]));
        const rises = weights.filter((weight) => weight > 0);
        expect(rises).toEqual([5, 50, 100].slice(0, rises.length));
        expect(ends === -1 || ends === done.length - 1).toBe(true);
      }),
    );
  });
});
