import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Command, ControllerEvent, ControllerSettings, ControllerState } from '../../../shared/release/control.ts';
import { beginRelease, reduce } from '../../../shared/release/controller.ts';
import type { Side } from '../../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings } from '../../../shared/release/judge/judge.ts';

const judge: JudgeSettings = {
  version: 'e-process/1',
  bounds: [],
  steps: [5, 50, 100].map((weight) => ({ weight, dwell: 5 })),
  deadline: 100,
  warmUp: 0,
  noData: 'hold',
  errorRate: 0.05,
  latencyP95: 1,
  harmBudget: 0.2,
  alpha: 0.01,
};
const ladder: ControllerSettings = {
  rungs: [5, 50, 100].map((weight) => ({ weight, approve: false })),
  until: 100,
  onCancel: 'rollback',
  onDeadline: 'rollback',
  gateFor: 60,
};
const side = (requests: number, errors = 0): Side => ({ requests, errors, buckets: [] });
const line = (from: number, weight: number, errors = 0, requests = 400): ControllerEvent => ({
  kind: 'observed',
  line: { from, t: from + 5, weight, canary: side(requests, errors), baseline: side(weight === 100 ? 0 : 4000) },
});
/** Three readings, which is the least that a weight passes on. */
const looks = (from: number, weight: number, errors = 0): ControllerEvent[] =>
  [0, 5, 10].map((later) => line(from + later, weight, errors));
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
  const done: string[] = [];
  const feed = (event: ControllerEvent, works: boolean) => {
    const next = reduce(state, event);
    state = next.state;
    for (const command of next.commands) {
      done.push(...word(command));
      if (works && ['set-weight', 'hold', 'discard'].includes(command.kind)) feed({ kind: 'done' }, true);
    }
  };
  for (const [index, event] of events.entries()) feed(event, events[index + 1]?.kind !== 'refused');
  return { state, done };
}

const begin: ControllerEvent = { kind: 'begin' };
const toFifty = [begin, ...looks(0, 5)];
const toHundred = [...toFifty, ...looks(15, 50)];
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
        [...toHundred, ...looks(30, 100)],
        ['weight 5', 'weight 50', 'weight 100', 'hold', 'end held'],
      ],
      ['is held at until', [begin, ...looks(0, 5)], ['weight 5', 'hold', 'end held'], { until: 5 }],
      [
        'is taken back on errors',
        [...toFifty, ...looks(15, 50, 200)],
        ['weight 5', 'weight 50', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'does not move after its end',
        [begin, ...looks(0, 5, 200), line(15, 5), { kind: 'cancelled' }],
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
        [begin, seen('unhealthy'), seen('healthy'), seen('unhealthy')],
        ['weight 5'],
      ],
      [
        'does not bear two',
        [begin, seen('unhealthy'), seen('unhealthy')],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'ends at once when the canary is gone',
        [begin, seen('gone')],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'is rolled back when the target finds the canary unhealthy',
        [begin, { kind: 'refused', command: 'set-weight', refusal: 'unhealthy', message: 'm' }],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'touches nothing that another run took',
        [begin, { kind: 'refused', command: 'set-weight', refusal: 'stale', message: 'm' }],
        ['weight 5', 'end error'],
      ],
      [
        'ends as the target ended it',
        [begin, { kind: 'taken', verdict: 'rolled-back', reason: 'lease' }],
        ['weight 5', 'end rolled-back'],
      ],
      [
        'lowers itself when it cannot renew',
        [begin, { kind: 'unrenewed', seconds: 61 }],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
      ],
      [
        'is inconclusive after its deadline',
        [begin, line(100, 5, 0, 3)],
        ['weight 5', 'discard inconclusive', 'end inconclusive'],
      ],
      [
        'holds after its deadline when the plan says so',
        [begin, line(100, 5, 0, 3)],
        ['weight 5', 'hold', 'end inconclusive'],
        { onDeadline: 'hold' },
      ],
      ['waits at a gate', [begin, ...looks(0, 5), line(15, 5), seen('healthy')], ['weight 5'], gate],
      [
        'goes on when the gate was opened',
        [begin, ...looks(0, 5), seen('healthy', [0]), line(15, 5)],
        ['weight 5', 'weight 100'],
        gate,
      ],
      [
        'is judged at a gate',
        [begin, ...looks(0, 5), ...looks(15, 5, 200)],
        ['weight 5', 'discard rolled-back', 'end rolled-back'],
        gate,
      ],
      [
        'gives up at a gate',
        [begin, ...looks(0, 5), line(75, 5)],
        ['weight 5', 'discard inconclusive', 'end inconclusive'],
        gate,
      ],
      [
        'stops before a gate when until says so',
        [begin, ...looks(0, 5)],
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
    let resumed = beginRelease(ladder, beginJudging(judge), JSON.parse(JSON.stringify(state)));
    expect(reduce(resumed, begin).commands).toEqual([]);
    const done = looks(15, 50).map((event) => {
      const next = reduce(resumed, event);
      resumed = next.state;
      return next.commands.flatMap(word);
    });
    expect(done).toEqual([[], [], ['weight 100']]);
  });

  it('takes no step under suspicion, even through an open gate that an earlier controller left', () => {
    const { state } = play([begin, ...looks(0, 5), seen('healthy', [0]), line(15, 5, 9)], gate);
    expect(state).toMatchObject({ phase: 'waiting', passed: 0, approved: [0] });
    const resumed = beginRelease({ ...ladder, ...gate }, beginJudging(judge), JSON.parse(JSON.stringify(state)));
    const begun = reduce(resumed, begin);
    expect(begun.commands).toEqual([]);
    const late = reduce(begun.state, line(75, 5, 1, 100)).commands.at(-1);
    expect(late).toMatchObject({
      kind: 'discard',
      verdict: 'inconclusive',
      reason: expect.stringMatching(/suspected/),
    });
    const calm = reduce(
      beginRelease(
        { ...ladder, ...gate },
        beginJudging(judge),
        play([begin, ...looks(0, 5), seen('healthy', [0])], gate).state,
      ),
      begin,
    );
    expect(calm.commands.flatMap(word)).toEqual(['weight 100']);
  });

  it('orders a hold that nobody answers again, but not after a cancel', () => {
    const unanswered = { kind: 'refused', command: 'hold', refusal: undefined, message: 'm' } as const;
    const { state } = play([...toHundred, ...looks(30, 100).slice(0, 2)]);
    const holding = reduce(state, looks(30, 100)[2] as ControllerEvent);
    expect(holding.commands.flatMap(word)).toEqual(['hold']);
    const again = reduce(holding.state, unanswered);
    expect(again.commands.map(({ kind }) => kind)).toEqual(['renew', 'hold']);
    const cancelled = reduce(again.state, { kind: 'cancelled' }).state;
    expect(cancelled.phase).toBe('lowering');
    const lowered = reduce(cancelled, { kind: 'done' });
    expect(lowered.commands.flatMap(word)).toEqual(['discard rolled-back']);
  });

  it('judges a closed line but raises nothing on it', () => {
    const rest = (from: number, errors: number): ControllerEvent => ({
      kind: 'closed',
      line: { from, t: from + 5, weight: 50, canary: side(400, errors), baseline: side(4000) },
    });
    const good = play([...toFifty, ...looks(15, 50).slice(0, 2)]).state;
    expect(reduce(good, line(25, 50)).commands.flatMap(word)).toEqual(['weight 100']);
    expect(reduce(good, rest(25, 0)).commands.flatMap(word)).toEqual([]);
    const suspected = play([...toFifty, line(15, 50, 200)]).state;
    expect(reduce(suspected, rest(20, 200)).commands.flatMap(word)).toEqual(['discard rolled-back']);
  });

  it('raises one rung at a time and never after its end, whatever happens', () => {
    const single = fc.constantFrom<ControllerEvent>(
      seen('healthy'),
      seen('unhealthy'),
      { kind: 'cancelled' },
      { kind: 'unrenewed', seconds: 60 },
    );
    const read = fc.record({
      weight: fc.constantFrom(5, 50, 100),
      errors: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
    });
    const groups = fc.array(fc.oneof({ weight: 3, arbitrary: read }, { weight: 1, arbitrary: single }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(groups, (chosen) => {
        const events = chosen.flatMap((one, index) =>
          'kind' in one ? [one] : looks(15 * index, one.weight, one.errors),
        );
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
