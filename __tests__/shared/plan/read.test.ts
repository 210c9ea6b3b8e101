import { describe, expect, it } from '@jest/globals';
import { InputError, type Problem } from '../../../shared/action/errors.ts';
import { readPlan } from '../../../shared/plan/read.ts';

const target = 'target:\n  kind: local\n  command: [node, server.js]\n';
const minimal = `service: brain-api\n${target}`;

/** `line:column message` of every problem, in the order they are shown. */
function problems(text: string): string[] {
  try {
    readPlan(text, 'jarvis.yml');
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ line, column, message }: Problem) => `${line}:${column} ${message}`);
  }
}

describe('a plan with nothing but what is needed', () => {
  const plan = readPlan(minimal, 'jarvis.yml');

  it('takes the documented defaults', () => {
    expect(plan.canary.steps.map(({ weight }) => weight)).toEqual([5, 25, 50, 100]);
    expect(plan.canary.steps.map(({ hold, approve }) => [hold, approve])).toEqual(Array(4).fill([30, false]));
    expect(plan.canary.analysis).toEqual({
      every: 5,
      dwell: 30,
      warmUp: 0,
      deadline: 1800,
      noData: 'hold',
      harmBudget: 0.005,
    });
    expect(plan.canary).toMatchObject({ affinity: 'none', onCancel: 'rollback', onDeadline: 'rollback' });
    expect(plan.canary).toMatchObject({ lease: 120, heldFor: 3600 });
    expect(plan.objectives).toEqual({ errorRate: 0.05, latencyP95: 2 });
    expect(plan.health).toEqual({ path: '/health', timeout: 5, every: 1, start: 30 });
    expect(plan.target).toMatchObject({ host: '127.0.0.1', port: 8080, cwd: '.', env: {}, versions: {}, drain: 10 });
  });

  it('keeps its own notation for evidence, without the target and its environment', () => {
    expect(plan.document).not.toHaveProperty('target');
    expect(plan.document.canary.steps).toEqual(['5%', '25%', '50%', '100%']);
    expect(JSON.stringify(plan.document)).not.toContain('server.js');
  });
});

describe('quantities', () => {
  const cases: [name: string, yaml: string, got: (text: string) => unknown, expected: unknown][] = [
    ['milliseconds', 'objectives: {latency-p95: 250ms}', (t) => readPlan(t, 'p').objectives.latencyP95, 0.25],
    ['hours', 'canary: {held-for: 1.5h}', (t) => readPlan(t, 'p').canary.heldFor, 5400],
    ['a fraction of a percent', 'canary: {steps: [0.5%, 100%]}', (t) => readPlan(t, 'p').canary.steps[0]?.weight, 0.5],
    ['a share', 'objectives: {error-rate: 0.1%}', (t) => readPlan(t, 'p').objectives.errorRate, 0.001],
    ['one step below 100 %', 'canary: {steps: [50%]}', (t) => readPlan(t, 'p').canary.steps.length, 1],
    [
      'a step with a hold and a gate',
      'canary: {steps: [{weight: 10%, hold: 2m, approve: true}, 100%]}',
      (t) => readPlan(t, 'p').canary.steps[0],
      { weight: 10, hold: 120, approve: true },
    ],
    [
      'localhost',
      'health: {path: /up}',
      (t) => readPlan(t.replace('kind: local', 'kind: local\n  listen: localhost:9000'), 'p').target.host,
      '127.0.0.1',
    ],
    [
      'a body as YAML',
      'smoke: [{path: /v1/chat, method: POST, body: {message: hi}}]',
      (t) => readPlan(t, 'p').smoke[0]?.body,
      '{"message":"hi"}',
    ],
  ];
  it.each(cases)('%s', (_name, yaml, got, expected) => {
    expect(got(`${minimal}${yaml}\n`)).toEqual(expected);
  });
});

describe('a wrong plan', () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    ['empty', '', ['1:1 the plan is empty; expected at least service and target']],
    ['not YAML', 'service: [a\ntarget: b', ['2:1 not valid YAML: deficient indentation']],
    ['a duplicate key', 'service: a\nservice: b\n', ['2:1 not valid YAML: duplicated mapping key']],
    ['a list', '- a\n', ['1:1 the plan: ["a"] is not valid; expected a mapping of keys to values']],
    [
      'a list where a mapping belongs',
      `${minimal}health: [/up]\n`,
      ['5:9 health: ["/up"] is not valid; expected a mapping of keys to values'],
    ],
    ['no service', target, ['1:1 service: is missing; expected a name']],
    [
      'an unknown key with the nearest known one',
      `${minimal}canary:\n  analisys: {}\n`,
      [
        '6:3 canary.analisys: unknown key; did you mean analysis? Known here: steps, analysis, affinity, on-cancel, on-deadline, lease, held-for',
      ],
    ],
    [
      'a key that every object has',
      `${minimal}canary:\n  constructor: 1\n`,
      [
        '6:3 canary.constructor: unknown key; did you mean on-cancel? Known here: steps, analysis, affinity, on-cancel, on-deadline, lease, held-for',
      ],
    ],
    [
      'nested too deeply',
      `${minimal}smoke: ${'['.repeat(200)}`,
      ['5:107 not valid YAML: nesting exceeded maxDepth (100)'],
    ],
    [
      'a weight without its unit',
      `${minimal}canary:\n  steps: [5, 100%]\n`,
      ['6:11 canary.steps[0]: 5 is not valid; expected a weight with its unit, such as 5%'],
    ],
    [
      'a weight over 100',
      `${minimal}canary:\n  steps: [5%, 120%]\n`,
      ['6:15 canary.steps[1]: "120%" is not valid; expected a weight between 0% and 100%, such as 5%'],
    ],
    [
      'weights that do not rise',
      `${minimal}canary:\n  steps: [5%, 50%, {weight: 25%}, 100%]\n`,
      [
        '6:20 canary.steps[2]: 25% does not rise above the 50% before it; expected rising weights, such as 5%, 25%, 50%, 100%',
      ],
    ],
    [
      'a first weight of nothing',
      `${minimal}canary:\n  steps: [0%, 100%]\n`,
      ['6:11 canary.steps[0]: 0% sends no traffic; expected a first weight above 0%'],
    ],
    [
      'a ladder that begins with all users',
      `${minimal}canary:\n  steps: [{ weight: 100%, approve: true }]\n`,
      [
        '6:11 canary.steps[0]: 100% leaves nobody on the stable version to compare with, at any traffic; expected a lower first weight, such as 5% or 50%',
      ],
    ],
    [
      'a harm budget of nothing',
      `${minimal}canary:\n  analysis: {harm-budget: 0.0%}\n`,
      [
        '6:27 canary.analysis.harm-budget: 0.0% can be shown at no traffic, so that no version would ever pass; expected a share above 0%, such as 0.5%',
      ],
    ],
    [
      'a lease that runs out between two looks',
      `${minimal}canary:\n  lease: 10s\n`,
      ['6:10 canary.lease: 10 s runs out between two looks of 5 s; expected at least 15 s'],
    ],
    [
      'a deadline before the steps can end',
      `${minimal}canary:\n  analysis: {dwell: 10m, deadline: 20m}\n`,
      [
        '6:36 canary.analysis.deadline: 20 min is shorter than the steps, which last 40 min; expected at least that, or a shorter dwell',
      ],
    ],
    [
      'a section with nothing below it',
      `${minimal}canary:\n`,
      ['5:1 canary: null is not valid; expected a mapping of keys to values'],
    ],
    [
      'a step that lasts longer than the deadline',
      `${minimal}canary:\n  steps: [{ weight: 5%, hold: 2h }, 100%]\n`,
      [
        '6:3 canary.analysis.deadline: 30 min is shorter than the steps, which last 2 h; expected at least that, or a shorter dwell',
      ],
    ],
    [
      'a wait of nothing',
      `${minimal}canary: {held-for: 0s}\n`,
      ['5:20 canary.held-for: 0 s is no duration; expected one above 0, such as 1h'],
    ],
    [
      'a secret in the wrong notation, which is not repeated',
      minimal.replace('kind: local', 'kind: local\n  env: [TOKEN=hunter2]'),
      ['4:8 target.env: a list is not valid; expected a mapping of keys to values'],
    ],
    [
      'another machine',
      minimal.replace('kind: local', 'kind: local\n  listen: 0.0.0.0:80'),
      ['4:11 target.listen: "0.0.0.0:80" is not valid; expected a loopback address and a port, such as 127.0.0.1:8080'],
    ],
    [
      'a port that does not exist',
      minimal.replace('kind: local', 'kind: local\n  listen: 127.0.0.1:99999'),
      ['4:11 target.listen: port 99999 does not exist; expected 1 to 65535'],
    ],
    [
      'a number where the environment has text',
      minimal.replace('kind: local', 'kind: local\n  env: {A: 1}'),
      ['4:12 target.env.A: a number is not valid; expected text: put the value in quotes'],
    ],
  ];
  it.each(cases)('%s', (_name, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('shows every problem at once, in the order of the file', () => {
    const found = problems('service: a b\ntarget:\n  kind: docker\ncanary:\n  steps: [5%, 3%, 100%]\nsmok: []\n');
    expect(found.map((line) => line.split(' ')[0])).toEqual(['1:10', '3:3', '3:9', '5:15', '6:1']);
  });

  it('names the file', () => {
    expect(() => readPlan('service: 3\n', 'deploy/jarvis.yml')).toThrow('deploy/jarvis.yml has 2 problems');
  });
});

describe('the model of a plan', () => {
  const digest = 'AB'.repeat(32);

  it('is none where the plan names none', () => {
    expect(readPlan(minimal, 'p')).not.toHaveProperty('model');
  });

  it('stands on this machine and answers in 10 s where only its name is given', () => {
    expect(readPlan(`${minimal}model: { name: 'gpt-oss:20b' }\n`, 'p').model).toEqual({
      url: 'http://127.0.0.1:11434',
      name: 'gpt-oss:20b',
      p95: 10,
    });
  });

  it('is taken as it is written, and stands in the evidence', () => {
    const text = `${minimal}model: { url: 'http://gpu:1/a', name: m, digest: 'sha256:${digest}', p95: 2s }\n`;
    const plan = readPlan(text, 'p');
    expect(plan.model).toEqual({ url: 'http://gpu:1/a', name: 'm', digest: `sha256:${digest}`, p95: 2 });
    expect(plan.document.model).toMatchObject({ name: 'm', p95: '2s' });
  });

  it.each([
    ['{}', /model\.name/],
    ["{ name: 'a b' }", /model\.name.*gpt-oss:20b/],
    ['{ name: m, digest: abc }', /model\.digest.*64 hexadecimal digits/],
    ["{ name: m, url: 'http://me:secret@gpu' }", /model\.url.*without user, password or query/],
    ['{ name: m, p95: 10 }', /model\.p95.*unit/],
    ['{ name: m, p95: 0s }', /model\.p95: 0 s is no duration/],
    ['{ name: m, keep: 1 }', /model\.keep/],
  ])('is refused as %s', (model, expected) => {
    expect(problems(`${minimal}model: ${model}\n`)).toEqual([expect.stringMatching(expected)]);
  });
});
