import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root, runAction } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-inputs-'));
const target = 'target:\n  kind: local\n  listen: 127.0.0.1:1\n  command: [node, server.js]\n';
writeFileSync(join(folder, 'jarvis.yml'), `service: nowhere\n${target}`);
writeFileSync(join(folder, 'wrong.yml'), `service: a b\n${target}canary:\n  steps: [5, 100%]\n`);
const run = (action: string, inputs: Record<string, string>) => runAction(action, { inputs, cwd: folder });

describe('bad input', () => {
  const cases: [name: string, action: string, inputs: Record<string, string>, errors: string[]][] = [
    [
      'no plan',
      'promote-canary',
      { plan: 'none.yml' },
      [
        `::error::input plan is "none.yml": there is no file ${join(folder, 'none.yml')}; expected the path of a plan such as jarvis.yml, or the plan's YAML itself`,
      ],
    ],
    [
      'a wrong plan: every problem, each at its place',
      'deploy-canary',
      { plan: 'wrong.yml' },
      [
        '::error file=wrong.yml,line=1,col=10::service: "a b" is not valid; expected a name of letters, digits, dots, dashes and underscores, at most 63',
        '::error file=wrong.yml,line=7,col=11::canary.steps[0]: 5 is not valid; expected a weight with its unit, such as 5%25',
      ],
    ],
    [
      'a plan as YAML',
      'rollback',
      { plan: `service: nowhere\n` },
      ['::error file=plan,line=1,col=1::target: is missing; expected a mapping of keys to values'],
    ],
    [
      'no version',
      'deploy-staging',
      {},
      ['::error::input version is missing; expected the label of a version, such as v2'],
    ],
    [
      'a version that is no label',
      'deploy-staging',
      { version: '../v2' },
      ['::error::input version is "../v2"; expected the label of a version, such as v2'],
    ],
    [
      'until without its unit',
      'deploy-canary',
      { until: '25' },
      ['::error::input until is "25"; expected the weight of a step, such as 25%25'],
    ],
    [
      'until that is no step',
      'deploy-canary',
      { until: '30%' },
      ['::error::input until is "30%25"; expected the weight of a step of the plan: 5%25, 25%25, 50%25, 100%25'],
    ],
    [
      'a flag that is none',
      'deploy-canary',
      { 'dry-run': 'maybe' },
      ['::error::input dry-run is "maybe"; expected true or false'],
    ],
    [
      'an unknown choice',
      'promote-canary',
      { to: 'next' },
      ['::error::input to is "next"; expected stable or next-step'],
    ],
    [
      'inputs that exclude each other',
      'rollback',
      { release: 'r', 'to-version': 'v1' },
      ['::error::inputs release ("r") and to-version ("v1") exclude each other; expected one of them'],
    ],
  ];
  for (const [name, action, inputs, errors] of cases) {
    it(name, async () => {
      const ran = await run(action, inputs);
      expect(ran).toMatchObject({ code: 1, errors, stderr: '', outputs: { verdict: 'refused' } });
    });
  }

  it.each(['deploy-canary', 'promote-canary', 'rollback'])(
    '%s refuses a target that is not running',
    async (action) => {
      const ran = await run(action, {});
      expect(ran).toMatchObject({ code: 1, stderr: '', outputs: { verdict: 'refused' } });
      expect(ran.errors).toEqual([
        expect.stringMatching(/^::error::the target is not running: .* deploy-staging starts it/),
      ]);
    },
  );
});

describe('every built action', () => {
  it.each(readdirSync(join(root, 'actions')))('%s without any input ends with one clean error', async (action) => {
    const ran = await runAction(action, { cwd: mkdtempSync(join(tmpdir(), 'jarvis-empty-')) });
    // A gate looked at nothing, or was not told at what.
    const verdict = { 'check-quality': 'not-run', 'warm-model': 'error' }[action] ?? 'refused';
    expect(ran).toMatchObject({ code: 1, stderr: '', outputs: { verdict } });
    expect(ran.errors).toHaveLength(1);
    expect(ran.stdout).not.toContain('    at ');
  });
});
