import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import type { Finding } from '../../../../shared/findings/model.ts';
import { type SarifOptions, writeSarif } from '../../../../shared/findings/sarif/write-sarif.ts';
import { accepted, anyOutcome, finding, outcome, toolOutcome } from '../sample.ts';
import { faults } from './schema.ts';

const parsed = (text: Iterable<string>) => JSON.parse([...text].join('')) as Log;

function runsOf(over: Parameters<typeof outcome>[0], options?: SarifOptions): readonly Run[] {
  return parsed(writeSarif(outcome(over), options).text).runs;
}

/** Of one finding. */
function resultOf(over: Partial<Finding>): Result {
  const [result] = runsOf({ findings: [finding(over)] })[0]?.results ?? [];
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('a SARIF file', () => {
  it('says of a finding what GitHub needs, and nothing of its code', () => {
    const one = finding({
      rule: {
        id: 'B608',
        name: 'hardcoded_sql',
        help: 'https://example.org/b608.html',
        cwe: ['CWE-89'],
        tags: ['sql'],
      },
      location: {
        path: 'src/my store.py',
        startLine: 3,
        startColumn: 5,
        endLine: 4,
        endColumn: 2,
        logical: 'Store.find',
      },
      remediation: { text: 'Use parameters.' },
    });
    const [run] = runsOf({ findings: [one] });
    expect(run?.tool.driver).toEqual({
      name: 'bandit',
      version: '1.9.4',
      rules: [
        {
          id: 'B608',
          name: 'hardcoded_sql',
          shortDescription: { text: 'hardcoded_sql' },
          help: { text: 'https://example.org/b608.html' },
          helpUri: 'https://example.org/b608.html',
          defaultConfiguration: { level: 'error' },
          properties: { tags: ['security', 'sast', 'external/cwe/cwe-89', 'sql'], 'security-severity': '8.0' },
        },
      ],
    });
    expect(run?.automationDetails).toEqual({ id: 'jarvis/bandit/' });
    expect(run?.results).toEqual([
      {
        ruleId: 'B608',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'Possible SQL injection through string formatting Fix: Use parameters.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'src/my%20store.py', uriBaseId: '%SRCROOT%' },
              region: { startLine: 3, startColumn: 5, endLine: 4, endColumn: 2 },
            },
            logicalLocations: [{ fullyQualifiedName: 'Store.find' }],
          },
        ],
        partialFingerprints: one.fingerprints,
        baselineState: 'new',
        properties: {
          category: 'sast',
          severity: 'high',
          path: 'src/my store.py',
          blocking: true,
          reason: 'high is at or above fail-on',
        },
      },
    ]);
  });

  it('has one run a tool, each in its own category', () => {
    const gitleaks = { name: 'gitleaks', version: '8.30.1' };
    const runs = runsOf({ findings: [finding(), finding({ tool: gitleaks }), finding()] }, { category: 'quality' });
    expect(runs.map(({ automationDetails, results }) => [automationDetails?.id, results?.length])).toEqual([
      ['quality/bandit/', 2],
      ['quality/gitleaks/', 1],
    ]);
  });

  const verdicts = [
    ['passed', 1],
    ['error', 0],
    ['not-run', 0],
  ] as const;
  it.each(verdicts)(
    'of a tool that is %s and found nothing has %i runs, as one would close its alerts',
    (verdict, runs) => {
      expect(runsOf({ tools: [toolOutcome({ verdict })] })).toHaveLength(runs);
    },
  );

  it('says what a tool left out or got wrong', () => {
    const tools = [toolOutcome({ verdict: 'not-run', errors: ['no rules'], skipped: ['a.py'], notes: ['old'] })];
    expect(runsOf({ findings: [finding()], tools })[0]?.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'no rules' } },
          { level: 'warning', message: { text: 'left out: a.py' } },
          { level: 'note', message: { text: 'old' } },
        ],
      },
    ]);
  });

  it('names who accepted a finding, why and until when', () => {
    const { suppressions } = resultOf({ suppression: accepted });
    const properties = { origin: '.gitleaksignore:3', owner: 'maya', expires: '2027-01-31' };
    expect(suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'only in tests', properties },
    ]);
  });

  it('does not have what is only in the baseline', () => {
    expect(runsOf({ findings: [finding({ baselineState: 'absent' })], tools: [] })).toEqual([]);
  });

  it('makes no link of a message', () => {
    expect(resultOf({ message: 'see [here](https://evil.example)' }).message.text).toBe(
      'see [here] (https://evil.example)',
    );
  });

  const places: [name: string, over: Partial<Finding>, uri: string, line: number | undefined][] = [
    [
      'in a file with odd characters',
      { location: { path: 'a:b/c#d?e%f.py', startLine: 2 } },
      'a%3Ab/c%23d%3Fe%25f.py',
      2,
    ],
    ['in a file without a line', { location: { path: 'a.py' } }, 'a.py', 1],
    ['at line 0', { location: { path: 'a.py', startLine: 0 } }, 'a.py', 1],
    [
      'in a package of a lock file',
      {
        location: undefined,
        package: { purl: 'pkg:npm/a@1', name: 'a', fixedIn: [], path: 'package-lock.json' },
      } as never,
      'package-lock.json',
      1,
    ],
    [
      'outside of the workspace',
      { location: { path: '/usr/lib/x.py', startLine: 7, outside: true } },
      'outside%20of%20the%20workspace/usr/lib/x.py',
      7,
    ],
    [
      'above the workspace',
      { location: { path: '../../lib/x.py', startLine: 7, outside: true } },
      'outside%20of%20the%20workspace/lib/x.py',
      7,
    ],
    ['nowhere', { location: undefined } as never, 'no%20file', 1],
  ];
  it.each(places)('places a finding %s', (_name, over, uri, line) => {
    const { physicalLocation } = resultOf(over).locations?.[0] ?? {};
    expect(physicalLocation?.artifactLocation?.uri).toBe(uri);
    expect(physicalLocation?.region?.startLine).toBe(line);
  });

  it('says in words where a place outside of the workspace is', () => {
    const { message, locations } = resultOf({ message: 'Bad', location: { path: '../x.py', outside: true } });
    expect(message.text).toBe('Bad (in ../x.py, outside of the workspace)');
    expect(locations?.[0]?.logicalLocations).toEqual([{ fullyQualifiedName: '../x.py' }]);
  });

  const severities = [
    ['critical', 'error', '9.5'],
    ['high', 'error', '8.0'],
    ['unknown', 'error', undefined],
    ['medium', 'warning', '5.5'],
    ['low', 'note', '2.0'],
    ['info', 'note', '0.1'],
  ] as const;
  it.each(severities)('makes of %s the level %s and the number %s', (level, expected, score) => {
    const [run] = runsOf({ findings: [finding({ severity: { level, original: null } })] });
    expect(run?.results?.[0]?.level).toBe(expected);
    expect(run?.tool.driver.rules?.[0]?.properties?.['security-severity']).toBe(score);
  });

  it('takes a score where there is one, the worst of a rule, and none for a test', () => {
    const scored = [3.1, 9.8, 7].map((score) => finding({ severity: { level: 'high', original: null, score } }));
    const test = finding({ category: 'test', rule: { id: 'failed' } });
    const rules = runsOf({ findings: [...scored, test] })[0]?.tool.driver.rules;
    expect(rules?.map(({ id, properties }) => [id, properties?.['security-severity']])).toEqual([
      ['B608', '9.8'],
      ['failed', undefined],
    ]);
  });
});

describe("GitHub's limits", () => {
  const below = { blocking: false, reason: 'below' };

  it('of results a run leave the worst, and the file says that it is not complete', () => {
    const low = Array.from({ length: 5000 }, () =>
      finding({ severity: { level: 'low', original: null }, gate: below }),
    );
    const high = Array.from({ length: 3 }, () => finding());
    const { text, left } = writeSarif(outcome({ findings: [...low, ...high] }));
    const { runs, properties } = parsed(text);
    expect(runs[0]?.results).toHaveLength(5000);
    expect(runs[0]?.results?.slice(0, 4).map(({ level }) => level)).toEqual(['error', 'error', 'error', 'note']);
    expect(left).toBe(3);
    expect(properties).toEqual({ jarvis: 'jarvis.sarif/1', complete: false });
  });

  it('of runs a file leave the tools with the worst findings', () => {
    const findings = Array.from({ length: 25 }, (_, index) =>
      finding({
        tool: { name: `tool-${index}`, version: null },
        gate: index === 24 ? { blocking: true, reason: '' } : below,
      }),
    );
    const { text, left } = writeSarif(outcome({ findings, tools: [] }));
    const { runs } = parsed(text);
    expect(runs).toHaveLength(20);
    expect(runs[0]?.tool.driver.name).toBe('tool-24');
    expect(left).toBe(5);
  });

  it('of tags a rule are kept', () => {
    const tags = Array.from({ length: 40 }, (_, index) => `tag-${index}`);
    const [run] = runsOf({ findings: [finding({ rule: { id: 'x', tags } })] });
    expect(run?.tool.driver.rules?.[0]?.properties?.tags).toHaveLength(20);
  });

  it('of size are kept with 5,000 results that say much', () => {
    let seed = 1;
    const word = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return (seed % 1e6).toString(36);
    };
    const noise = () => Array.from({ length: 100 }, word).join(' ');
    const findings = Array.from({ length: 5000 }, () => finding({ message: noise() }));
    expect(gzipSync([...writeSarif(outcome({ findings })).text].join('')).length).toBeLessThan(10_000_000);
  });
});

describe('the schema', () => {
  it('refuses what is not SARIF', () => {
    const [run] = runsOf({ findings: [finding()] });
    expect(faults({ version: '2.1.0', runs: [run] })).toEqual([]);
    expect(faults({ version: '2.1.0', runs: [{ ...run, results: [{ ruleId: 'x' }] }] })).toEqual([
      "/runs/0/results/0 must have required property 'message'",
    ]);
  });
});

describe('any outcome as SARIF', () => {
  it('is valid by the schema, with a place for every result and no address but of the checkout', () => {
    fc.assert(
      fc.property(anyOutcome, (any) => {
        const log = parsed(writeSarif(any).text);
        expect(faults(log)).toEqual([]);
        for (const { automationDetails, results = [], tool } of log.runs) {
          expect(automationDetails?.id).toMatch(/\/$/);
          for (const { locations, ruleIndex = -1, ruleId } of results) {
            expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
            expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/^(?!.*:)./);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
