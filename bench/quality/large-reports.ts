/** Reports as large as they come, the same bytes each time: about 2 kB a finding, every text in it its own. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** Bytes of one finding. */
const size = 2000;
const rules = 60;
/** Findings of one file, which stand together. */
const perFile = 20;
const words =
  'the value that a request brings is put into a command without being checked so whoever sends it may run what they like'.split(
    ' ',
  );

export type Form = 'bandit' | 'sarif';

/** Writes a report of `count` findings to `path`. */
export function writeLarge(path: string, form: Form, count: number): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces(form, count)) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

function* pieces(form: Form, count: number): Generator<string> {
  const { head, entry, foot } = forms[form];
  yield head(count);
  let piece = '';
  for (let index = 0; index < count; index += 1) {
    piece += `${index === 0 ? '' : ',\n'}${entry(index)}`;
    if (piece.length < 1_000_000) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n${foot()}`;
}

/** Words of an own order; numbers make it unique. */
function prose(seed: number, length: number): string {
  let text = `finding ${seed}:`;
  for (let at = seed; text.length < length; at += 1) text += ` ${words[(at * 7 + seed) % words.length]}`;
  return text.slice(0, length);
}

/** A line of code that may be as long as `length`. */
function code(seed: number, length: number): string {
  let text = `subprocess.call(['run-${seed}'`;
  for (let at = seed; text.length < length; at += 1) text += `, options.${words[(at * 5 + seed) % words.length]}_${at}`;
  return `${text.slice(0, length)}])`;
}

const fileOf = (file: number) => `services/team-${file % 50}/source/module_${file}.py`;
const pathOf = (index: number) => fileOf(Math.floor(index / perFile));
const lineOf = (index: number) => 1 + (index % perFile) * 7;
const levels = ['LOW', 'MEDIUM', 'HIGH'] as const;

/** An entry that is filled up to `size` by the code around it, which no reader keeps. */
function filled(entry: (filling: string) => object): string {
  const bare = JSON.stringify(entry(''));
  return JSON.stringify(entry('x = compute(y) # '.repeat(size / 16).slice(0, Math.max(0, size - bare.length - 2))));
}

function banditEntry(index: number): string {
  const line = lineOf(index);
  return filled((filling) => ({
    code: `${line} ${code(index, 400)}\n${line + 1} ${filling}\n`,
    col_offset: index % 80,
    end_col_offset: (index % 80) + 40,
    filename: `./${pathOf(index)}`,
    issue_confidence: levels[(index >> 2) % 3],
    issue_cwe: { id: 78, link: 'https://cwe.mitre.org/data/definitions/78.html' },
    issue_severity: levels[index % 3],
    issue_text: prose(index, 500),
    line_number: line,
    line_range: [line],
    more_info: `https://bandit.readthedocs.io/en/1.9.4/plugins/b6${String(index % rules).padStart(2, '0')}.html`,
    test_id: `B6${String(index % rules).padStart(2, '0')}`,
    test_name: `rule_${index % rules}`,
  }));
}

function banditHead(count: number): string {
  const files = Array.from({ length: Math.ceil(count / perFile) }, (_, file) => [`./${fileOf(file)}`, { loc: 100 }]);
  const metrics = { _totals: { nosec: 0, skipped_tests: 0 }, ...Object.fromEntries(files) };
  return `{"errors":[],"generated_at":"2026-01-01T00:00:00Z","metrics":${JSON.stringify(metrics)},"results":[\n`;
}

function sarifEntry(index: number): string {
  const startLine = lineOf(index);
  const place = { uri: pathOf(index), uriBaseId: '%SRCROOT%' };
  return filled((filling) => ({
    ruleId: `python.rule-${index % rules}`,
    ruleIndex: index % rules,
    level: ['note', 'warning', 'error'][index % 3],
    message: { text: prose(index, 500) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: place,
          region: { startLine, startColumn: 5, endColumn: 80, snippet: { text: code(index, 400) } },
          contextRegion: { startLine, snippet: { text: filling } },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: `${index.toString(16).padStart(16, '0')}:1` },
  }));
}

function sarifHead(): string {
  const described = Array.from({ length: rules }, (_, index) => ({
    id: `python.rule-${index}`,
    shortDescription: { text: prose(index, 100) },
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['security', 'external/cwe/cwe-078'], precision: 'high' },
  }));
  const driver = { name: 'LargeScan', version: '1.0.0', rules: described };
  return `{"version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"results":[\n`;
}

const forms = {
  bandit: { head: banditHead, entry: banditEntry, foot: () => ']}\n' },
  sarif: { head: sarifHead, entry: sarifEntry, foot: () => ']}]}\n' },
} satisfies Readonly<Record<Form, object>>;
