import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../../../../shared/findings/model.ts';
import { sarif } from '../../../../shared/findings/readers/sarif.ts';
import { secretMessage } from '../../../../shared/findings/readers/secrecy.ts';
import { read, recorded } from './read.ts';

interface Parts {
  readonly driver?: object;
  readonly extensions?: readonly object[];
  readonly run?: object;
}

const log = (...runs: readonly object[]) => ({ version: '2.1.0', runs });
const run = (results: readonly object[], { driver, extensions, run: rest }: Parts = {}) => ({
  tool: { driver: { name: 'linter', ...driver }, ...(extensions && { extensions }) },
  results,
  ...rest,
});
const result = (rest: object = {}) => ({ ruleId: 'R1', message: { text: 'said' }, ...rest });

function only(results: object, parts: Parts = {}): Draft {
  const { drafts } = read(sarif, log(run([results], parts)));
  expect(drafts).toHaveLength(1);
  return drafts[0] as Draft;
}

describe('the severity', () => {
  const rule = (rest: object): Parts => ({ driver: { rules: [{ id: 'R1', ...rest }] } });
  const scored = (score: unknown) => rule({ properties: { 'security-severity': score } });
  it.each<[string, object, Parts, Draft['severity']]>([
    ['of level error is high', { level: 'error' }, {}, { level: 'high', original: 'error' }],
    ['of level warning is medium', { level: 'warning' }, {}, { level: 'medium', original: 'warning' }],
    ['of level note is low', { level: 'note' }, {}, { level: 'low', original: 'note' }],
    ['of level none is info', { level: 'none' }, {}, { level: 'info', original: 'none' }],
    ['of a level that does not exist is unknown', { level: 'fatal' }, {}, { level: 'unknown', original: 'fatal' }],
    [
      'without a level is that of the rule',
      {},
      rule({ defaultConfiguration: { level: 'error' } }),
      { level: 'high', original: 'error' },
    ],
    ['without a level, and none in the rule, is that of a warning', {}, {}, { level: 'medium', original: null }],
    [
      "follows the rule's score before the level",
      { level: 'note' },
      scored('9.8'),
      { level: 'critical', original: 'note', score: 9.8 },
    ],
    ['follows a score that is a number too', {}, scored(5), { level: 'medium', original: null, score: 5 }],
    [
      "follows the result's own score first",
      { properties: { 'security-severity': '2.0' } },
      scored('9.8'),
      { level: 'low', original: null, score: 2 },
    ],
    [
      'follows the level where the score is 0, as Trivy writes for unknown',
      { level: 'error' },
      scored('0.0'),
      { level: 'high', original: 'error' },
    ],
    [
      'follows the level where the score is no number',
      { level: 'error' },
      scored('high'),
      { level: 'high', original: 'error' },
    ],
    [
      'follows the level where the score is empty',
      { level: 'error' },
      scored(''),
      { level: 'high', original: 'error' },
    ],
    [
      'follows the level where the score is beyond 10',
      { level: 'note' },
      scored('11'),
      { level: 'low', original: 'note' },
    ],
    ['of what the tool could not decide is unknown', { kind: 'open' }, {}, { level: 'unknown', original: 'open' }],
    [
      'of what is left to a person is unknown',
      { kind: 'review', level: 'none' },
      {},
      { level: 'unknown', original: 'review' },
    ],
  ])('%s', (_name, rest, parts, expected) => {
    expect(only(result(rest), parts).severity).toEqual(expected);
  });
});

describe('the kind', () => {
  it.each(['pass', 'notApplicable', 'informational'])('%s is no finding', (kind) => {
    expect(read(sarif, log(run([result({ kind }), result({ kind, level: 'none' })])))).toMatchObject({
      drafts: [],
      notes: ['2 results are no findings'],
    });
  });

  it('pass with the level of an error is a finding', () => {
    expect(only(result({ kind: 'pass', level: 'error' })).severity.level).toBe('high');
  });
});

describe('the rule is found', () => {
  const rules = [
    { id: 'A', name: 'first' },
    { id: 'B', name: 'second' },
  ];
  const extensions = [{ name: 'pack', rules: [{ id: 'C', name: 'third' }] }];
  it.each([
    ['by its id', { ruleId: 'B' }, 'B', 'second'],
    ['by its index', { ruleId: undefined, ruleIndex: 1 }, 'B', 'second'],
    ['by its id where the index is another', { ruleId: 'A', ruleIndex: 1 }, 'A', 'first'],
    ['by its id where the index leads nowhere', { ruleId: 'B', ruleIndex: 7 }, 'B', 'second'],
    ['by its id where the index is -1', { ruleId: 'B', ruleIndex: -1 }, 'B', 'second'],
    ['by the id of its parent', { ruleId: 'B/1' }, 'B/1', 'second'],
    ['by a reference with an id', { ruleId: undefined, rule: { id: 'A' } }, 'A', 'first'],
    ['in an extension by its index', { ruleId: 'C', rule: { index: 0, toolComponent: { index: 0 } } }, 'C', 'third'],
    ['in an extension by its name', { ruleId: 'C', rule: { toolComponent: { name: 'pack' } } }, 'C', 'third'],
    ['in an extension that nobody names', { ruleId: 'C' }, 'C', 'third'],
    ['nowhere, and its id is enough', { ruleId: 'D' }, 'D', undefined],
    ['nowhere, and it has no id', { ruleId: undefined }, 'unnamed', undefined],
  ])('%s', (_name, rest, id, name) => {
    expect(only(result(rest), { driver: { rules }, extensions }).rule).toMatchObject(name ? { id, name } : { id });
  });

  it('with its weaknesses, from tags and from relationships', () => {
    const relationships = [{ target: { id: '79', toolComponent: { name: 'CWE' } } }, { target: { id: 'x' } }];
    const properties = { tags: ['external/cwe/cwe-089', 'CWE-79: Scripting', 'other'] };
    const rule = { id: 'R1', helpUri: 'https://example.com/R1', properties, relationships };
    expect(only(result(), { driver: { rules: [rule] } }).rule).toEqual({
      id: 'R1',
      help: 'https://example.com/R1',
      cwe: ['CWE-89', 'CWE-79'],
      tags: properties.tags,
    });
  });
});

describe('the message', () => {
  const rules = [
    { id: 'R1', messageStrings: { used: { text: '{0} is used in {1}{2}' } }, fullDescription: { text: 'About.' } },
  ];
  it.each<[string, object, string]>([
    ['of an id is filled with its arguments', { id: 'used', arguments: ['eval', 'a.js'] }, 'eval is used in a.js{2}'],
    ['of an id for all rules is found', { id: 'general' }, 'In general.'],
    ["of an id that is not there is the rule's description", { id: 'gone' }, 'About.'],
    ["that is missing is the rule's description", {}, 'About.'],
  ])('%s', (_name, message, expected) => {
    const driver = { rules, globalMessageStrings: { general: { text: 'In general.' } } };
    expect(only(result({ message }), { driver }).message).toBe(expected);
  });
});

describe('the place', () => {
  const at = (artifactLocation: object, region?: object) => ({
    locations: [{ physicalLocation: { artifactLocation, region } }],
  });
  const bases = {
    ROOT: { uri: 'file:///workspace' },
    SRC: { uri: 'src/', uriBaseId: 'ROOT' },
    ELSEWHERE: { uri: 'file:///usr/lib/' },
    LOOP: { uri: 'a/', uriBaseId: 'LOOP' },
    '%SRCROOT%': {},
  };
  it.each<[string, object, object | undefined]>([
    ['is relative', { uri: 'src/a.ts' }, { path: 'src/a.ts' }],
    ['has its percent signs resolved', { uri: 'src/a%20b.ts' }, { path: 'src/a b.ts' }],
    ['keeps percent signs that are none', { uri: 'src/50%.ts' }, { path: 'src/50%.ts' }],
    ['is absolute within the workspace', { uri: 'file:///workspace/src/a.ts' }, { path: 'src/a.ts' }],
    ['stands on a base', { uri: 'a.ts', uriBaseId: 'ROOT' }, { path: 'a.ts' }],
    ['stands on a base that stands on another', { uri: 'a.ts', uriBaseId: 'SRC' }, { path: 'src/a.ts' }],
    ['stands on a base that is not given', { uri: 'a.ts', uriBaseId: 'SRCROOT' }, { path: 'a.ts' }],
    ['stands on a base without an address', { uri: 'a.ts', uriBaseId: '%SRCROOT%' }, { path: 'a.ts' }],
    [
      'stands on a base outside',
      { uri: 'a.ts', uriBaseId: 'ELSEWHERE' },
      { path: 'file:///usr/lib/a.ts', outside: true },
    ],
    ['is in the list of artifacts', { index: 1 }, { path: 'listed.ts' }],
    ['is no file', { uri: 'https://example.com/a.ts' }, { path: 'https://example.com/a.ts', outside: true }],
    ['is not given', {}, undefined],
    ['is in a list that is too short', { index: 5 }, undefined],
  ])('%s', (_name, artifact, expected) => {
    const artifacts = [{}, { location: { uri: 'listed.ts' } }];
    const rest = { originalUriBaseIds: bases, artifacts };
    expect(only(result(at(artifact)), { run: rest }).location).toEqual(expected);
  });

  it('on a base that stands on itself is found nevertheless', () => {
    const draft = only(result(at({ uri: 'a.ts', uriBaseId: 'LOOP' })), { run: { originalUriBaseIds: bases } });
    expect(draft.location?.path).toMatch(/a\.ts$/);
  });

  it('has its region, its logical name, and the snippet as text that is hashed', () => {
    const region = { startLine: 3, startColumn: 5, endLine: 4, endColumn: 1, snippet: { text: '  call()\n' } };
    const [location] = at({ uri: 'a.ts' }, region).locations;
    const logicalLocations = [{ name: 'f', fullyQualifiedName: 'm.f' }];
    expect(only(result({ locations: [{ ...location, logicalLocations }] }))).toMatchObject({
      location: { path: 'a.ts', startLine: 3, startColumn: 5, endLine: 4, endColumn: 1, logical: 'm.f' },
      text: 'call()',
    });
  });
});

describe('a suppression', () => {
  it.each<[string, readonly object[], object | undefined]>([
    ['in the source is accepted', [{ kind: 'inSource' }], { kind: 'inSource', status: 'accepted' }],
    [
      'outside is accepted, with its reason',
      [{ kind: 'external', justification: 'known' }],
      { kind: 'external', status: 'accepted', justification: 'known' },
    ],
    [
      'under review outweighs one that is accepted',
      [{ kind: 'inSource' }, { kind: 'external', status: 'underReview' }],
      { status: 'underReview' },
    ],
    ['that is rejected stays so', [{ kind: 'external', status: 'rejected' }], { status: 'rejected' }],
    ['is none where the list is empty', [], undefined],
  ])('%s', (_name, suppressions, expected) => {
    const { suppression } = only(result({ suppressions }));
    if (expected === undefined) expect(suppression).toBeUndefined();
    else expect(suppression).toMatchObject(expected);
  });
});

describe('what is gone since the baseline', () => {
  it.each([
    ['absent', 0],
    ['new', 1],
    ['unchanged', 1],
    ['updated', 1],
  ])('%s leaves %d finding', (baselineState, count) => {
    expect(read(sarif, log(run([result({ baselineState })]))).drafts).toHaveLength(count);
  });
});

describe('a run says of itself', () => {
  const notification = (rest: object) => ({ message: { text: 'said' }, ...rest });
  const inFile = { locations: [{ physicalLocation: { artifactLocation: { uri: 'a.py' } } }] };
  it.each<[string, object, { errors?: string[]; skipped?: string[]; notes?: string[] }]>([
    [
      'that it failed',
      { executionSuccessful: false, exitCode: 2 },
      { errors: ['the run did not succeed (exit code 2)'] },
    ],
    ['that it failed, without a code', { executionSuccessful: false }, { errors: ['the run did not succeed'] }],
    ['that all went well', { executionSuccessful: true }, {}],
    [
      'that something went wrong',
      { toolExecutionNotifications: [notification({ level: 'error' })] },
      { errors: ['said'] },
    ],
    [
      'that its configuration is wrong',
      { toolConfigurationNotifications: [notification({ level: 'error' })] },
      { errors: ['said'] },
    ],
    [
      'that a file could not be read',
      { toolExecutionNotifications: [notification({ level: 'error', ...inFile })] },
      { skipped: ['a.py: not read'] },
    ],
    [
      'that a file timed out',
      { toolExecutionNotifications: [notification({ descriptor: { id: 'Timeout' }, ...inFile })] },
      { skipped: ['a.py: Timeout'] },
    ],
    ['a warning', { toolExecutionNotifications: [notification({})] }, { notes: ['said'] }],
    ['something in passing', { toolExecutionNotifications: [notification({ level: 'note' })] }, {}],
  ])('%s', (_name, invocation, expected) => {
    const { errors, skipped, notes } = read(sarif, log(run([], { run: { invocations: [invocation] } })));
    expect({ errors, skipped, notes }).toEqual({ errors: [], skipped: [], notes: [], ...expected });
  });
});

describe('a report', () => {
  it('with no run has scanned nothing', () => {
    expect(read(sarif, log()).skipped).toEqual(['the report has no run']);
  });

  it.each([undefined, null])('with results that are %j was not evaluated', (results) => {
    expect(read(sarif, log({ ...run([]), results })).skipped).toEqual(['there are no results in the report']);
  });

  it('of TruffleHog that is empty does not say that anything was scanned', () => {
    const driver = { name: 'trufflehog' };
    const words = 'an empty report does not say that anything was scanned';
    expect(read(sarif, log(run([], { driver }))).skipped).toEqual([words]);
    expect(read(sarif, log(run([result()], { driver }))).skipped).toEqual([]);
  });

  it('with several runs is named by all drivers, and its trouble says whose it is', () => {
    const failed = { run: { invocations: [{ executionSuccessful: false }] } };
    const second = run([result()], { driver: { name: 'other', version: '2' }, ...failed });
    const reading = read(sarif, log(run([result()], { driver: { version: '1' } }), second));
    expect(reading.tool).toEqual({ name: 'linter, other', version: null });
    expect(reading.drafts.map((draft) => draft.pointer)).toEqual(['/runs/0/results/0', '/runs/1/results/0']);
    expect(reading.errors).toEqual(['other: the run did not succeed']);
  });

  it.each(['2.0.0', '1.0.0', '2.1', undefined])('of version %s is not read', (version) => {
    expect(() => read(sarif, { ...log(run([])), version })).toThrow('its SARIF version is not 2.1.0');
  });

  it('whose run names no tool is not read', () => {
    expect(() => read(sarif, log({ results: [] }))).toThrow('does not name its tool');
  });
});

describe('the category', () => {
  const tagged = (tag: string): Parts => ({ driver: { rules: [{ id: 'R1', properties: { tags: [tag] } }] } });
  it.each<[string, Parts, object]>([
    ['is sast by default', {}, {}],
    ['is vulnerability by its tag', tagged('vulnerability'), {}],
    ['is misconfiguration by its tag', tagged('misconfiguration'), {}],
    ['is license by its tag', tagged('license'), {}],
    ['is secret by its tag', tagged('secret'), {}],
    ['is vulnerability by the name of the rule', {}, { ruleId: 'CVE-2099-0001' }],
    ['is misconfiguration by the driver', { driver: { name: 'Hadolint' } }, {}],
    ['is vulnerability by the driver', { driver: { name: 'grype' } }, {}],
    ['is policy by the driver', { driver: { name: 'conftest' } }, {}],
    ['is secret by the driver', { driver: { name: 'gitleaks' } }, {}],
  ])('%s', (name, parts, rest) => {
    expect(only(result(rest), parts).category).toBe(name.split(' ')[1]);
  });
});

describe('a secret scanner', () => {
  const found = (snippet: string) => ({
    ...result({
      message: { text: `found ${snippet}` },
      partialFingerprints: { email: 'ada@example.com', author: 'Ada' },
    }),
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'a' }, region: { startLine: 1, snippet: { text: snippet } } } },
    ],
  });

  it.each(['gitleaks', 'trufflehog', 'secretlint', 'detect-secrets'])('%s has the secret in its snippet', (name) => {
    const reading = read(sarif, log(run([found('hunter2')], { driver: { name } })));
    expect(reading.secrets).toEqual(['hunter2']);
    expect(reading.drafts).toEqual([
      {
        category: 'secret',
        rule: { id: 'R1' },
        aliases: [],
        severity: { level: 'high', original: null },
        title: 'R1',
        message: secretMessage,
        location: { path: 'a', startLine: 1 },
        pointer: '/runs/0/results/0',
        secret: 'hunter2',
      },
    ]);
  });

  it.each(['REDACTED', '***', '[redacted]', ''])('that redacts with %j has no secret', (snippet) => {
    expect(read(sarif, log(run([found(snippet)], { driver: { name: 'gitleaks' } }))).secrets).toEqual([]);
  });

  it('leaves no name and no address of an author', () => {
    expect(JSON.stringify(read(sarif, recorded('gitleaks-8.30.1-sarif')))).not.toMatch(/ada/i);
  });
});

it.each([
  ['TOKEN=hunter2', 'hunter2'],
  ['connect("db", "hunter2-long")', 'hunter2-long'],
  ['TOKEN=*******', undefined],
  ['token: "REDACTED"', undefined],
])('another scanner shows the line: in %s the secret is %s', (line, secret) => {
  const region = { startLine: 1, snippet: { text: line } };
  const locations = [{ physicalLocation: { artifactLocation: { uri: 'a' }, region } }];
  const draft = only(result({ ruleId: 'aws-secret', locations }));
  expect(draft.category).toBe('secret');
  expect(draft.secret).toBe(secret);
});

it("Bandit's passwords are told apart from secrets that were found, as in its JSON", () => {
  const found = read(sarif, recorded('bandit-1.9.4-sarif')).drafts.filter((draft) => draft.rule.id === 'B105');
  expect(found).toMatchObject([
    { category: 'sast', severity: { level: 'low' }, message: secretMessage, secret: 'not-a-real-one' },
  ]);
});

it('a comment in the source suppresses, as Semgrep says it', () => {
  const { drafts } = read(sarif, recorded('semgrep-1.182.0-sarif'));
  expect(drafts.map((draft) => draft.suppression?.kind)).toEqual([undefined, undefined, 'inSource']);
});
