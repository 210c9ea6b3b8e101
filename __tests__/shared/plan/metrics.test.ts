import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../../shared/action/errors.ts';
import { readPlan } from '../../../shared/plan/read.ts';

const minimal = 'service: brain-api\ntarget:\n  kind: local\n  command: [node, server.js]\n';
/** The analysis stands in line 6, its keys from column 5. */
const planWith = (analysis: string) => `${minimal}canary:\n  analysis:\n    ${analysis}\n`;

function problems(text: string): string[] {
  try {
    readPlan(text, 'jarvis.yml');
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

describe('where counts come from', () => {
  it('is the router, unless the plan says otherwise', () => {
    const { canary, document } = readPlan(minimal, 'jarvis.yml');
    expect(canary.metrics.from).toBe('router');
    expect(document.canary.analysis).not.toHaveProperty('metrics');
  });

  it('may be the versions themselves, with the names that common exporters use', () => {
    expect(readPlan(planWith('from: scrape'), 'p').canary.metrics).toEqual({
      from: 'scrape',
      url: undefined,
      tokenEnv: undefined,
      versionLabel: 'version',
      instanceLabel: 'instance',
      staleAfter: 60,
      path: '/metrics',
      model: [],
      requests: { name: 'http_request_duration_seconds_count', matchers: [] },
      errors: {
        name: 'http_request_duration_seconds_count',
        matchers: [{ label: 'code', op: '=~', value: '5..' }],
      },
      latency: { name: 'http_request_duration_seconds_bucket', matchers: [] },
    });
  });

  it('may be a metrics server', () => {
    const metrics =
      '{ url: "https://metrics.test/prom", token-env: PROM_TOKEN, version-label: release, instance-label: pod, stale-after: 3m, requests: \'hits{job="api"}\', latency: none }';
    expect(readPlan(planWith(`from: prometheus\n    metrics: ${metrics}`), 'p').canary.metrics).toMatchObject({
      from: 'prometheus',
      url: 'https://metrics.test/prom',
      tokenEnv: 'PROM_TOKEN',
      versionLabel: 'release',
      instanceLabel: 'pod',
      staleAfter: 180,
      errors: { name: 'hits', matchers: [{ label: 'job' }, { label: 'code', op: '=~', value: '5..' }] },
      latency: null,
    });
  });
});

describe('metrics of the model', () => {
  it('are histograms, and failures of what requests selects unless the plan says of what', () => {
    const model = (text: string) =>
      readPlan(planWith(`from: scrape\n    metrics: { model: ${text} }`), 'p').canary.metrics.model;
    expect(model('{ first-token: ttft, tokens-per-second: rate, error-lines: broken }')).toEqual([
      { name: 'first-token', worse: 'higher', histogram: { name: 'ttft_bucket', matchers: [] } },
      { name: 'tokens-per-second', worse: 'lower', histogram: { name: 'rate_bucket', matchers: [] } },
      {
        name: 'error-lines',
        worse: 'higher',
        errors: { name: 'broken', matchers: [] },
        answers: { name: 'http_request_duration_seconds_count', matchers: [] },
      },
    ]);
    expect(model('{ error-lines: broken, answers: all }')).toMatchObject([{ answers: { name: 'all' } }]);
  });
});

describe('metrics that could not be read', () => {
  const cases: [name: string, analysis: string, expected: string[]][] = [
    [
      'a metrics server without its address',
      'from: prometheus',
      [
        '7:5 canary.analysis.metrics.url: is missing; from: prometheus needs the address of the server, such as http://127.0.0.1:9090',
      ],
    ],
    [
      'another source',
      'from: statsd',
      ['7:11 canary.analysis.from: "statsd" is not valid; expected router, scrape or prometheus'],
    ],
    [
      'settings that nobody reads',
      'metrics: { path: /metrics }',
      [
        '7:14 canary.analysis.metrics: is not read with from: router; expected from: scrape or from: prometheus, or no metrics',
      ],
    ],
    [
      'a setting of the other source',
      'from: scrape\n    metrics: { url: "http://127.0.0.1:9090" }',
      ['8:22 canary.analysis.metrics.url: is read with from: prometheus alone, and from is scrape; leave it out'],
    ],
    [
      'a password in the address',
      'from: prometheus\n    metrics: { url: "http://me:secret@metrics.test" }',
      [
        '8:22 canary.analysis.metrics.url: "http://***@metrics.test" is not valid; expected an address without user, password or query, such as http://127.0.0.1:9090',
      ],
    ],
    [
      'a query where a selector belongs',
      'from: scrape\n    metrics: { requests: "rate(hits[5m])" }',
      [
        '8:27 canary.analysis.metrics.requests: "rate(hits[5m])" is no selector: at column 5 expected { or the end, found "(hits[5m])"; a selector is such as http_requests_total{code=~"5.."}',
      ],
    ],
    [
      'the buckets where the histogram belongs',
      'from: scrape\n    metrics: { latency: hits_seconds_bucket }',
      ["8:25 canary.analysis.metrics.latency: expected the histogram's name, hits_seconds"],
    ],
    [
      'one bucket of a histogram',
      'from: scrape\n    metrics: { latency: \'hits_seconds{le="1"}\' }',
      ['8:26 canary.analysis.metrics.latency: all bounds of a histogram are read; leave le out'],
    ],
    [
      'one version of a metrics server',
      'from: prometheus\n    metrics: { url: "http://m.test", requests: \'hits{version="v1"}\' }',
      ['8:49 canary.analysis.metrics.requests: the label version tells the versions apart; leave it out'],
    ],
    [
      'the model at the router',
      'metrics: { model: { first-token: ttft } }',
      [
        '7:14 canary.analysis.metrics: is not read with from: router; expected from: scrape or from: prometheus, or no metrics',
      ],
    ],
    [
      'a model of which nothing is read',
      'from: scrape\n    metrics: { model: {} }',
      ['8:23 canary.analysis.metrics.model: names no metric; expected first-token, tokens-per-second or error-lines'],
    ],
    [
      'answers of which none can fail',
      'from: scrape\n    metrics: { model: { first-token: ttft, answers: a } }',
      ['8:53 canary.analysis.metrics.model.answers: nothing is counted among them; expected error-lines beside it'],
    ],
    [
      'the buckets and no selector of a model',
      'from: scrape\n    metrics: { model: { first-token: ttft_bucket, error-lines: "a b" } }',
      [
        "8:38 canary.analysis.metrics.model.first-token: expected the histogram's name, ttft",
        '8:65 canary.analysis.metrics.model.error-lines: "a b" is no selector: at column 3 expected { or the end, found "b"; a selector is such as http_requests_total{code=~"5.."}',
      ],
    ],
    [
      'an age of nothing',
      'from: prometheus\n    metrics: { url: "http://m.test", stale-after: 0s }',
      ['8:51 canary.analysis.metrics.stale-after: 0 s is no duration; expected one above 0, such as 1m'],
    ],
    [
      'a label that cannot be one',
      'from: prometheus\n    metrics: { url: "http://m.test", version-label: app.kubernetes.io/version }',
      [
        '8:53 canary.analysis.metrics.version-label: "app.kubernetes.io/version" is not valid; expected a name of letters, digits and underscores',
      ],
    ],
  ];
  it.each(cases)('%s', (_name, analysis, expected) => {
    expect(problems(planWith(analysis))).toEqual(expected);
  });
});
