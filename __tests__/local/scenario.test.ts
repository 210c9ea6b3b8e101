/** Scenarios, inputs, events and the outcome that decides the exit code. */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { watchCancel } from '../../local/cancel.ts';
import { eventSchema } from '../../local/events.ts';
import { resolveInputs } from '../../local/inputs.ts';
import { readOptions } from '../../local/options.ts';
import { compare, readFinal } from '../../local/outcome.ts';
import type { JobResult } from '../../local/runner/result.ts';
import type { InputDeclaration } from '../../local/runner/workflow.ts';
import { listScenarios, loadScenario, parseScenario } from '../../local/scenario.ts';

const folder = join(import.meta.dirname, '../../local/scenarios');

test('every scenario file is valid', () => {
  const names = listScenarios(folder);
  expect(names).toEqual(['bad-canary', 'cancel', 'crash', 'good', 'late-onset', 'slow-canary']);
  for (const name of names) expect(loadScenario(folder, name).description).not.toBe('');
});

test.each([
  ['description: x\n', /expect: /],
  ['description: x\nexpect: { conclusion: fine, verdict: promoted, weight: 0 }\n', /expect\.conclusion/],
  ['description: x\nexpect: { conclusion: success, verdict: promoted, weight: 101 }\n', /expect\.weight/],
  ['description: x\nexpected: {}\nexpect: { conclusion: success, verdict: promoted, weight: 1 }\n', /expected/],
  [
    'description: x\nexpect: { conclusion: cancelled, verdict: error, weight: 1 }\ncancel: { job: a, step: b, after: 8 }\n',
    /cancel\.after/,
  ],
  ['description: [\n', /f\.yml/],
])('%j is refused', (text, message) => expect(() => parseScenario(text, 'f.yml')).toThrow(message));

test('the schema of events can be published', () => {
  const schema = z.toJSONSchema(eventSchema) as {
    oneOf: { properties: Record<string, { const?: string }>; required: string[] }[];
  };
  const names = schema.oneOf.map(({ properties }) => properties['event']?.const);
  expect(names).toEqual(expect.arrayContaining(['run', 'job-start', 'step-end', 'annotation', 'end']));
  for (const { required } of schema.oneOf) expect(required).toContain('at');
});

describe('inputs', () => {
  const declare = (name: string, type: string, rest: Partial<InputDeclaration> = {}): InputDeclaration => ({
    name,
    type,
    required: false,
    fallback: undefined,
    options: [],
    ...rest,
  });
  const declared = [
    declare('version', 'string', { fallback: 'v2' }),
    declare('dry', 'boolean'),
    declare('count', 'number', { fallback: '2' }),
    declare('pick', 'choice', { options: ['a', 'b'] }),
    declare('must', 'string', { required: true }),
  ];

  test('have the types that the workflow declares', () => {
    const values = resolveInputs(declared, { must: 'm', dry: 'true' });
    expect(values).toEqual({ version: 'v2', dry: true, count: 2, pick: 'a', must: 'm' });
  });

  test('are all complained about at once', () => {
    const given = { verson: 'x', dry: 'yes', count: 'many', pick: 'c' };
    expect(() => resolveInputs(declared, given)).toThrow(
      /verson.*version\?[\s\S]*dry[\s\S]*count[\s\S]*pick[\s\S]*must is required/,
    );
  });
});

describe('outcome', () => {
  const job = (id: string, endedAt: number, outputs: Record<string, string>): JobResult => ({
    ...{ id, name: id, conclusion: 'success', result: 'success', steps: {}, summaries: [] },
    endedAt,
    outputs,
  });
  test('is what the job said that ended last', () => {
    const jobs = [
      job('b', 2, { verdict: 'promoted', weight: '100' }),
      job('a', 1, { verdict: 'held', weight: '5' }),
      job('c', 3, {}),
    ];
    expect(readFinal({ conclusion: 'success', jobs, artifacts: [] })).toEqual({
      conclusion: 'success',
      verdict: 'promoted',
      weight: 100,
    });
  });
  test('is an error at weight 0 when no job said anything, or nonsense', () => {
    const error = { conclusion: 'failure', verdict: 'error', weight: 0 };
    expect(readFinal({ conclusion: 'failure', jobs: [], artifacts: [] })).toEqual(error);
    expect(
      readFinal({ conclusion: 'failure', jobs: [job('a', 1, { verdict: 'fine', weight: '' })], artifacts: [] }),
    ).toEqual(error);
  });
  test('is compared word by word', () => {
    const final = { conclusion: 'success', verdict: 'held', weight: 25 } as const;
    expect(compare(final, { conclusion: 'success', verdict: 'promoted', weight: 100 })).toEqual([
      'verdict held, not promoted',
      'weight 25, not 100',
    ]);
    expect(compare(final, undefined)).toEqual([]);
  });
});

describe('cancel', () => {
  const start = (step: string) =>
    ({ event: 'step-start', job: 'j', number: 1, step, stage: 'main', name: step, log: '' }) as const;
  test('comes from the scenario, after its step has started', async () => {
    const reasons: string[] = [];
    const canceller = watchCancel({ job: 'j', step: 's', after: 0.01 }, (reason) => reasons.push(reason));
    canceller.see(start('other'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(canceller.cancel.aborted).toBe(false);
    canceller.see(start('s'));
    await new Promise((resolve) => canceller.cancel.addEventListener('abort', resolve, { once: true }));
    expect({ hurried: canceller.hurry.aborted, reasons }).toEqual({
      hurried: false,
      reasons: [expect.stringContaining('scenario')],
    });
    canceller.end();
  });
});

test('options are read once, defaults filled in', () => {
  expect(readOptions(['--json', '--env', 'A', '--env', 'B', '--input', 'x=y=z'])).toMatchObject({
    ...{ json: true, keep: false, env: ['A', 'B'], inputs: { x: 'y=z' }, event: 'workflow_dispatch' },
    scenario: undefined,
  });
});
