/** Findings for tests: one that says what matters, and any that a reader could make of a hostile report. */
import fc from 'fast-check';
import type { Assembled } from '../../../shared/findings/assemble.ts';
import { type Finding, type Suppression, severities, verdicts } from '../../../shared/findings/model.ts';
import { tallyOf } from '../../../shared/findings/tally.ts';
import type { ToolResult } from '../../../shared/findings/tool-results.ts';

let made = 0;

export function finding(over: Partial<Finding> = {}): Finding {
  made += 1;
  return {
    tool: { name: 'bandit', version: '1.9.4' },
    category: 'sast',
    rule: { id: 'B608' },
    aliases: [],
    severity: { level: 'high', original: 'HIGH' },
    title: 'Possible SQL injection',
    message: 'Possible SQL injection through string formatting',
    location: { path: 'src/store.py', startLine: 12 },
    fingerprints: { 'jarvis/v1': made.toString(16).padStart(64, '0') },
    baselineState: 'new',
    gate: { blocking: true, reason: 'high is at or above fail-on' },
    witnesses: [{ tool: { name: 'bandit', version: '1.9.4' }, report: 'bandit.json', pointer: '/results/0' }],
    ...over,
  };
}

export function toolOutcome(over: Partial<ToolResult> = {}): ToolResult {
  return {
    id: 'bandit',
    waived: false,
    findings: 1,
    blocking: 1,
    tool: { name: 'bandit', version: '1.9.4' },
    verdict: 'findings',
    reason: '1 finding blocks',
    scanned: 12,
    skipped: [],
    errors: [],
    notes: [],
    seconds: 1.5,
    report: 'bandit.json',
    ...over,
  };
}

export function outcome(over: Partial<Assembled> = {}): Assembled {
  return {
    verdict: 'findings',
    reason: '1 finding blocks',
    findings: [],
    counts: tallyOf(over.findings ?? [], '2026-11-29'),
    tools: [toolOutcome()],
    absent: [],
    stale: [],
    ...over,
  };
}

export const accepted: Suppression = {
  kind: 'external',
  status: 'accepted',
  origin: '.gitleaksignore:3',
  justification: 'only in tests',
  owner: 'maya',
  expires: '2027-01-31',
};

/** What text of a report may hold. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  fc.constantFrom(
    '',
    '::error::owned',
    'a\n::set-output name=x::y\r\n##[error]z',
    '| a | b |\n|---|',
    '<script>alert(1)</script><!--',
    '```\n# heading\n[link](https://example.org)',
    '\ud800',
    '\u202eevil\u0085::warning::x\u2028::x',
    '../../etc/passwd',
    '/usr/lib/x.py',
    'C:\\x\\y.py',
    'a%20b:c,d=e?f#g',
    '__proto__',
  ),
  fc.integer({ min: 100, max: 6000 }).map((length) => '&|@'.repeat(length)),
);

const number = fc.option(fc.oneof(fc.nat(5000), fc.integer(), fc.double()), { nil: undefined });
const names = fc.constantFrom('bandit', 'gitleaks', 'npm-audit', 'semgrep');

/** Without the members that are undefined, as exact optional properties ask. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

export const anyFinding = fc
  .record({
    tool: names.map((name) => ({ name, version: null })),
    category: fc.constantFrom(
      'vulnerability' as const,
      'secret' as const,
      'sast' as const,
      'test' as const,
      'slo' as const,
    ),
    rule: fc.record({ id: anyText, name: anyText, help: anyText, tags: fc.array(anyText, { maxLength: 30 }) }),
    severity: fc.record({ level: fc.constantFrom(...severities), original: fc.option(anyText) }),
    title: anyText,
    message: anyText,
    path: fc.option(anyText, { nil: undefined }),
    lines: fc.tuple(number, number, number, number),
    outside: fc.boolean(),
    bundle: fc.option(fc.record({ purl: anyText, name: anyText, fixedIn: fc.array(anyText), path: anyText }), {
      nil: undefined,
    }),
    remediation: fc.option(fc.record({ text: anyText }), { nil: undefined }),
    suppression: fc.option(fc.constant(accepted), { nil: undefined }),
    fingerprint: fc.integer({ min: 0 }),
    baselineState: fc.constantFrom('new' as const, 'unchanged' as const, 'updated' as const, 'absent' as const),
    gate: fc.record({ blocking: fc.boolean(), reason: anyText }),
  })
  .map(({ path, lines, outside, bundle, remediation, suppression, fingerprint, ...rest }): Finding => {
    const [startLine, startColumn, endLine, endColumn] = lines;
    const place = { path: path ?? '', startLine, startColumn, endLine, endColumn, outside: outside || undefined };
    const location = path === undefined ? undefined : defined(place);
    const more = defined({ location, package: bundle, remediation, suppression });
    return finding({ ...rest, ...(more as Partial<Finding>), fingerprints: { 'jarvis/v1': `f${fingerprint}` } });
  });

const texts = fc.array(anyText, { maxLength: 8 });

const anyTool: fc.Arbitrary<ToolResult> = fc
  .record({
    id: fc.constantFrom('bandit' as const, 'sarif' as const),
    waived: fc.boolean(),
    findings: fc.nat(50),
    blocking: fc.nat(50),
    tool: fc.record({ name: fc.oneof(names, anyText), version: fc.option(anyText) }),
    verdict: fc.constantFrom(...verdicts),
    reason: anyText,
    scanned: fc.option(fc.nat()),
    skipped: texts,
    errors: texts,
    notes: texts,
    seconds: fc.option(fc.double({ min: 0, max: 1e4, noNaN: true })),
    report: fc.option(anyText),
  })
  .map((tool) => defined(tool) as ToolResult);

export const anyOutcome: fc.Arbitrary<Assembled> = fc
  .record({
    verdict: fc.constantFrom(...verdicts),
    reason: anyText,
    findings: fc.array(anyFinding, { maxLength: 25 }),
    tools: fc.array(anyTool, { maxLength: 6 }),
    absent: fc.array(
      fc.record({
        fingerprint: anyText,
        rule: anyText,
        level: fc.constantFrom(...severities),
        tool: anyText,
        path: anyText,
      }),
    ),
    stale: fc.array(anyText.map((text) => ({ ...accepted, origin: text, justification: text }))),
  })
  .map((all) => ({ ...all, counts: tallyOf(all.findings, '2026-11-29') }));
