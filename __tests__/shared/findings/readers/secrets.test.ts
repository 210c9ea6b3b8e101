/** A secret may stand in any text of a report. It comes out in `secret`, `secrets` and `text` alone. */
import { describe, expect, it } from '@jest/globals';
import { readers } from '../../../../shared/findings/readers/all.ts';
import { type ReaderId, ReportError } from '../../../../shared/findings/readers/reader.ts';
import { partsOf, planted } from './planted.ts';
import { attempt, recorded } from './read.ts';

/** Names, by which things are found again: they are shown as they are, and no tool puts a secret there. */
const names = {
  bandit: /\/(filename|test_id|test_name)$/,
  semgrep: /\/(check_id|path|rule_id|scanned\/\d+)$|^\/version$/,
  'pip-audit': /\/(name|version|id|aliases\/\d+|fix_versions\/\d+)$/,
  safety:
    /\/(id|name|location|recommended|raw|vulnerability_id|package_name|analyzed_version|CVE|fixed_versions\/\d+|safety_version)$/,
  hadolint: /\/(code|file)$/,
  'npm-audit': /\/(name|via\/\d+|effects\/\d+|range)$/,
  sarif: /\/(id|ruleId|uri|semanticVersion|version)$/,
} satisfies Partial<Record<ReaderId, RegExp>>;
type Id = keyof typeof names;

/** Pointers to all texts in a document. */
function textsIn(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${pointer}/${key.replaceAll('/', '~1')}`));
}

/** The document with another text at the pointer, made of the one that was there. */
function withText(value: unknown, steps: readonly string[], change: (old: string) => string): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return change(String(value));
  const key = step.replaceAll('~1', '/');
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.assign(copy, { [key]: withText((value as Record<string, unknown>)[key], rest, change) });
  return copy;
}

/** Everything of a reading that somebody may print, or the message of the refusal. */
function printable(id: Id, document: unknown): string {
  const reading = attempt(readers[id], document);
  if (reading instanceof ReportError) return reading.message;
  const { secrets: _secrets, drafts, ...rest } = reading;
  return JSON.stringify([rest, drafts.map(({ text: _text, secret: _secret, ...draft }) => draft)]);
}

const reports: readonly (readonly [Id, string])[] = [
  ['bandit', 'bandit-1.9.4'],
  ['bandit', 'bandit-1.9.4-unparsable'],
  ['semgrep', 'semgrep-1.182.0'],
  ['semgrep', 'semgrep-1.182.0-unparsable'],
  ['semgrep', 'semgrep-1.182.0-no-config'],
  ['pip-audit', 'pip-audit-2.10.1'],
  ['pip-audit', 'pip-audit-2.10.1-offline'],
  ['safety', 'safety-3.8.1-scan'],
  ['safety', 'safety-3.8.1-check'],
  ['hadolint', 'hadolint-2.15.1'],
  ['hadolint', 'hadolint-2.15.1-unparsable'],
  ['npm-audit', 'npm-audit-11.19.1'],
  ['npm-audit', 'npm-audit-11.19.1-405'],
  ['npm-audit', 'npm-audit-11.19.1-no-lock'],
  ['sarif', 'bandit-1.9.4-sarif'],
  ['sarif', 'semgrep-1.182.0-sarif'],
  ['sarif', 'semgrep-1.182.0-sarif-unparsable'],
  ['sarif', 'hadolint-2.15.1-sarif'],
  ['sarif', 'zizmor-1.32.0-sarif'],
  ['sarif', 'gitleaks-8.30.1-sarif'],
];

describe.each(Object.entries(planted))('a planted secret (%s)', (_kind, secret) => {
  it.each(reports)('%s: in any text of %s it does not come out', (id, name) => {
    const report = recorded(name);
    const pointers = textsIn(report).filter((pointer) => !names[id].test(pointer));
    expect(pointers.length).toBeGreaterThan(0);
    const given: string[] = [];
    for (const pointer of pointers) {
      for (const change of [() => secret, (old: string) => `${old} '${secret}' ${old}`]) {
        const shown = printable(id, withText(report, pointer.split('/').slice(1), change));
        if (partsOf(secret).some((part) => shown.includes(part))) given.push(pointer);
      }
    }
    expect(given).toEqual([]);
  });
});

describe('a short secret, which looks like any word, does not come out where it stands in source text', () => {
  const secret = 'hunter2';
  const source = `password = "${secret}"`;

  it.each<[string, Id, string, readonly string[], string]>([
    [
      "Bandit's text on a password",
      'bandit',
      'bandit-1.9.4',
      ['results', '2', 'issue_text'],
      `Possible hardcoded password: '${secret}'`,
    ],
    ["Bandit's code", 'bandit', 'bandit-1.9.4', ['results', '5', 'code'], `9 ${source}`],
    [
      "a message of Semgrep's rule on secrets",
      'semgrep',
      'semgrep-1.182.0',
      ['results', '0', 'extra', 'message'],
      `Password ${secret} is in the code`,
    ],
    ["Semgrep's lines", 'semgrep', 'semgrep-1.182.0', ['results', '1', 'extra', 'lines'], source],
    ["Semgrep's message on a file", 'semgrep', 'semgrep-1.182.0-unparsable', ['errors', '1', 'message'], source],
    ["hadolint's message on a file", 'hadolint', 'hadolint-2.15.1-unparsable', ['0', 'message'], source],
    [
      'a snippet',
      'sarif',
      'gitleaks-8.30.1-sarif',
      ['runs', '0', 'results', '0', 'locations', '0', 'physicalLocation', 'region', 'snippet', 'text'],
      secret,
    ],
    [
      'a message of a secret scanner',
      'sarif',
      'gitleaks-8.30.1-sarif',
      ['runs', '0', 'results', '0', 'message', 'text'],
      `found ${secret}`,
    ],
    [
      'a notification on a file',
      'sarif',
      'semgrep-1.182.0-sarif-unparsable',
      ['runs', '0', 'invocations', '0', 'toolExecutionNotifications', '0', 'message', 'text'],
      source,
    ],
  ])('%s', (_where, id, name, steps, text) => {
    const report = withText(recorded(name), steps, () => text);
    expect(JSON.stringify(report)).toContain(secret);
    expect(printable(id, report)).not.toContain(secret);
  });

  it('metavariables that Semgrep put into its message', () => {
    const report = withText(
      recorded('semgrep-1.182.0'),
      ['results', '1', 'extra', 'message'],
      () => `${secret} is run`,
    );
    const metavars = { $FUNC: { abstract_content: secret, start: {}, end: {} } };
    const [first, second] = (report as { results: { extra: object }[] }).results;
    const logged = { ...(report as object), results: [first, { ...second, extra: { ...second?.extra, metavars } }] };
    expect(printable('semgrep', logged)).not.toContain(secret);
  });
});
