import { describe, expect, it } from '@jest/globals';
import { autocannon } from '../../../../shared/findings/readers/autocannon.ts';
import { hyperfine } from '../../../../shared/findings/readers/hyperfine.ts';
import { k6 } from '../../../../shared/findings/readers/k6.ts';
import { pytestBenchmark } from '../../../../shared/findings/readers/pytest-benchmark.ts';
import { fixture, printable, read } from './recorded.ts';

describe('a report of hyperfine', () => {
  it('has a sample a run', () => {
    const { benchmarks, ...rest } = read(hyperfine, fixture('hyperfine-1.20.0.json'));
    expect(rest).toMatchObject({ scanned: 2, skipped: [], notes: [] });
    expect(benchmarks?.map(({ samples }) => samples.length)).toEqual([8, 8]);
    expect(benchmarks?.[1]).toMatchObject({
      name: 'sleep a little',
      unit: 's',
      higherIsBetter: false,
      samples: expect.arrayContaining([0.011296747000000001]),
      value: 0.012000663500000001,
    });
  });

  it('says where a command failed, as that looks fast', () => {
    expect(read(hyperfine, fixture('hyperfine-1.20.0-failing.json')).notes).toEqual([
      'false: 3 of 3 runs ended with a failure',
    ]);
  });

  it('without a result is not clean', () => {
    expect(read(hyperfine, '{"results":[]}')).toMatchObject({ scanned: 0, skipped: ['the report has no benchmark'] });
  });

  it.each([
    ['a time that is a text', { command: 'a', median: 1, times: ['1'] }],
    ['a time below 0', { command: 'a', median: 1, times: [-1] }],
    ['no median', { command: 'a', times: [1] }],
    ['no command', { median: 1, times: [1] }],
  ])('with %s is an error', (_, result) => {
    expect(() => read(hyperfine, JSON.stringify({ results: [result] }))).toThrow(
      expect.objectContaining({ name: 'ReportError' }),
    );
  });
});

describe('a report of pytest-benchmark', () => {
  it('with its data has a sample a round', () => {
    const { benchmarks, tool } = read(pytestBenchmark, fixture('pytest-benchmark-5.3.1.json'));
    expect(tool).toEqual({ name: 'pytest-benchmark', version: '5.3.1' });
    expect(benchmarks?.map(({ name, samples }) => [name, samples.length])).toEqual([
      ['test_bench.py::test_sum', 6],
      ['test_bench.py::test_sort', 6],
    ]);
  });

  it('that was saved without its data has a summary alone', () => {
    const { benchmarks, skipped } = read(pytestBenchmark, fixture('pytest-benchmark-5.3.1-summary.json'));
    expect(benchmarks).toMatchObject([{ samples: [], value: 1.2317999903643796e-6 }, { samples: [] }]);
    expect(skipped).toEqual([]);
  });

  it('without a benchmark is not clean', () => {
    const skipped = ['the report has no benchmark'];
    expect(read(pytestBenchmark, '{"machine_info":{},"benchmarks":[]}')).toMatchObject({ skipped });
  });
});

describe('a report of autocannon', () => {
  it('has a summary of the path, and nothing of host and query', () => {
    const reading = read(autocannon, fixture('autocannon-9.0.0.json'));
    expect(reading.benchmarks).toEqual([
      { name: '/ok: requests', unit: 'requests/s', higherIsBetter: true, samples: [], value: 8763 },
      { name: '/ok: latency p99', unit: 'ms', higherIsBetter: false, samples: [], value: 3 },
    ]);
    expect(reading).toMatchObject({ skipped: [], notes: [] });
    expect(printable(reading)).not.toMatch(/token|127/);
  });

  it.each([
    [
      'a server that is not there',
      fixture('autocannon-9.0.0-unreachable.json'),
      'no request was answered (3481 errors)',
    ],
    ['error pages alone', fixture('autocannon-9.0.0-all-500.json'), 'all 4744 answers were failures'],
  ])('of %s has measured nothing, although autocannon exits 0', (_, text, expected) => {
    expect(read(autocannon, text)).toMatchObject({ benchmarks: [], scanned: 0, skipped: [expected] });
  });

  it('with some failures has a note of them', () => {
    const text = fixture('autocannon-9.0.0.json').replace('"non2xx":0', '"non2xx":7');
    expect(read(autocannon, text).notes).toEqual(['7 of 17523 answers were failures, 0 requests had no answer']);
  });
});

describe('a summary of k6', () => {
  const crossed = ['checks: rate>0.9', 'http_req_duration: avg<0.000001'];
  const medians = ['http_req_duration: median', 'iteration_duration: median', 'own_time: median'];

  it.each([
    ['--summary-export', 'export', null, crossed, [...medians, 'http_reqs: rate', 'iterations: rate']],
    ['handleSummary', 'handle-summary', null, crossed, [...medians, 'http_reqs: rate', 'iterations: rate']],
    ['the machine-readable form', 'machine-readable', '1.8.1', [], medians],
  ])('by %s has objectives and figures', (_, name, version, thresholds, figures) => {
    const reading = read(k6, fixture(`k6-1.8.1-${name}.json`));
    expect(reading.tool).toEqual({ name: 'k6', version });
    expect(reading.drafts.map(({ rule }) => rule.id).sort()).toEqual(thresholds);
    expect(reading.benchmarks?.map((benchmark) => benchmark.name).sort()).toEqual([...figures].sort());
    expect(reading.benchmarks?.filter(({ samples }) => samples.length > 0)).toEqual([]);
    expect(reading.notes).toContain('5 checks of k6 were not met');
    expect(printable(reading)).not.toMatch(/setup_data|k6\/http/);
  });

  it('has a finding that blocks for a threshold that was crossed, whichever way the form says so', () => {
    expect(read(k6, fixture('k6-1.8.1-export.json')).drafts).toContainEqual({
      category: 'slo',
      rule: { id: 'http_req_duration: avg<0.000001' },
      aliases: [],
      severity: { level: 'high', original: null },
      title: 'http_req_duration crossed its threshold avg<0.000001',
      message: 'The load test measured it outside of the objective that its own script sets.',
      pointer: '/metrics/http_req_duration',
    });
  });

  it('says where its form has no word on thresholds', () => {
    const { notes } = read(k6, fixture('k6-1.8.1-machine-readable.json'));
    expect(notes).toContain('this form of the summary does not tell of thresholds');
  });

  it('of a script that stopped in its setup is not clean', () => {
    const reading = read(k6, fixture('k6-1.8.1-nothing-ran.json'));
    expect(reading).toMatchObject({ drafts: [], skipped: ['k6 ran no iteration to its end'] });
  });

  it.each([
    [
      'export',
      '"http_req_failed":{"passes":0,"fails":5,"value":0}',
      '"http_req_failed":{"passes":5,"fails":0,"value":1}',
    ],
    ['machine-readable', '"matches":0,"rate":0,"total":5', '"matches":5,"rate":1,"total":5'],
  ])('by %s of a target that answered nothing is not clean', (name, some, all) => {
    const text = fixture(`k6-1.8.1-${name}.json`);
    expect(text).toContain(some);
    expect(read(k6, text.replace(some, all)).skipped).toEqual(['every request of k6 failed']);
  });

  it.each([['{"url":{"thresholds":true}}'], ['{"ok":"yes"}'], ['null'], ['"failed"']])(
    'with a threshold of an unknown form (%s) has a finding',
    (threshold) => {
      const text = `{"root_group":{},"metrics":{"iterations":{"count":1,"thresholds":{"count>1":${threshold}}}}}`;
      expect(read(k6, text).drafts).toHaveLength(1);
    },
  );
});

it.each([
  [hyperfine, '{"results":{}}'],
  [hyperfine, '[]'],
  [pytestBenchmark, '{"benchmarks":[]}'],
  [pytestBenchmark, '{"machine_info":{},"benchmarks":[{"fullname":"a"}]}'],
  [autocannon, '{"requests":{},"latency":{}}'],
  [autocannon, '[]'],
  [k6, '{"metrics":{}}'],
  [k6, '{"metrics":[],"root_group":{}}'],
  [k6, '{"results":{"metrics":{}}}'],
])('$id: another document is an error', (reader, text) => {
  expect(() => read(reader, text)).toThrow(expect.objectContaining({ name: 'ReportError' }));
});
