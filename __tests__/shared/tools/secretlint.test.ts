import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ToolError } from '../../../shared/action/errors.ts';
import { secretlint as reader } from '../../../shared/findings/readers/secretlint.ts';
import { secretlint, secretlintVersion } from '../../../shared/tools/secretlint.ts';
import { rulesOf } from '../../../shared/tools/secretlint-config.ts';
import type { ToolMeans } from '../../../shared/tools/tool.ts';
import { read } from '../findings/readers/read.ts';
import { type Stage, stage } from './stage.ts';

/** Put together here, so that no file of the repository holds what looks like a key. */
const token = ['gh', 'p_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO2', '0HSbf'].join('');
const url = `https://user:${'secret'}pw@example.com/`;

let open: Stage | undefined;
afterEach(() => open?.remove());

async function ran(files: Record<string, string | Buffer>, more: Partial<ToolMeans> = {}) {
  open = stage(files, more);
  const outcome = await secretlint.run(open.means);
  const report = outcome.report === null ? undefined : JSON.parse(readFileSync(outcome.report, 'utf8'));
  return { outcome, report, workspace: open.means.workspace };
}

it('every file has its place in the report, with no more of its source than messages are about', async () => {
  const { outcome, report, workspace } = await ran({
    'a.txt': 'nothing',
    'b.env': `# ${'x'}\nTOKEN=${token}\n${url}\n`,
  });
  expect(outcome).toMatchObject({ id: 'secretlint', version: secretlintVersion, beside: {}, notes: [] });
  expect(report).toEqual([
    { filePath: `${workspace}/a.txt`, sourceContent: '', messages: [] },
    {
      filePath: `${workspace}/b.env`,
      sourceContent: `${token}\n${url.slice(0, -1)}`,
      messages: [
        expect.objectContaining({
          type: 'message',
          ruleId: '@secretlint/secretlint-rule-github',
          messageId: 'GITHUB_TOKEN',
          severity: 'error',
          range: [0, token.length],
          loc: { start: { line: 2, column: 6 }, end: { line: 2, column: 46 } },
        }),
        expect.objectContaining({ messageId: 'BasicAuth', range: [token.length + 1, token.length + url.length] }),
      ],
    },
  ]);
});

it('a range is the place of its text in what is left of the source', () => {
  const lines = fc.array(fc.constantFrom(token, url, 'nothing', '# ü', ''), { maxLength: 8 });
  return fc.assert(
    fc.asyncProperty(lines, async (texts) => {
      const { report } = await ran({ a: texts.join('\n') });
      open?.remove();
      for (const { range } of report[0].messages)
        expect([token, url.slice(0, -1)]).toContain(report[0].sourceContent.slice(...range));
      expect(report[0].messages).toHaveLength(texts.filter((text) => text === token || text === url).length);
    }),
    { numRuns: 30 },
  );
});

it('only we may read the report', async () => {
  const { outcome } = await ran({ a: token });
  expect(statSync(outcome.report ?? '').mode & 0o777).toBe(0o600);
});

it('the version is that of the package', () => {
  expect(createRequire(import.meta.url)('@secretlint/core/package.json').version).toBe(secretlintVersion);
});

it('text of Windows’ tools is read', async () => {
  const { report } = await ran({ 'a.reg': Buffer.from(`\ufeff${token}`, 'utf16le') });
  expect(report[0].messages).toHaveLength(1);
});

it('what was not read is told', async () => {
  const { outcome, report } = await ran({
    'a.png': Buffer.from([0x89, 0x50, 0, 0]),
    'b.bin': Buffer.from([0]),
    'big.txt': Buffer.alloc(50_000_001, 'a'),
    'docs/c.md': token,
    '.secretlintignore': 'docs/\n',
  });
  expect(report.map(({ messages }: { messages: unknown[] }) => messages)).toEqual([[]]);
  expect(outcome.notes).toEqual(['2 files not read: binary', '1 file not read: in .secretlintignore']);
  expect(outcome.skipped).toEqual([
    '1 file not read: over 50 MB; name it in .secretlintignore where it may stay unread',
  ]);
});

it('a file that is gone does not hold up the others', async () => {
  const { report } = await ran({ a: token }, { files: ['gone', 'a'] });
  expect(report).toHaveLength(1);
});

it.each([
  ['the rest of a file', ['# secretlint-disable', token, url], [true, true]],
  ['a line', [`${token} # secretlint-disable-line`, url], [true, undefined]],
  ['the next line', ['# secretlint-disable-next-line', token, url], [true, undefined]],
  ['nothing', [`# secretlint-enable`, token, url], [undefined, undefined]],
])('a comment that hides %s is shown to have done so', async (_, lines, hidden) => {
  const { report, workspace } = await ran({ a: lines.join('\n') });
  expect(report[0].messages.map((message: { hidden?: true }) => message.hidden)).toEqual(hidden);
  const reading = read(reader, report, workspace);
  expect(reading.drafts.map(({ suppression }) => suppression?.origin)).toEqual(
    hidden.map((is) => is && 'a secretlint-disable comment'),
  );
  expect(reading.drafts[0]).toMatchObject({
    secret: token,
    location: { startLine: lines.findIndex((one) => one.includes(token)) + 1 },
  });
});

it('rules that are off, and those that may allow more, are told', async () => {
  const rules = [
    { id: '@secretlint/secretlint-rule-github', disabled: true },
    { id: '@secretlint/secretlint-rule-basicauth', allowMessageIds: ['BasicAuth'] },
  ];
  const { outcome } = await ran({ a: token, '.secretlintrc.json': preset(rules) });
  expect(outcome.notes).toEqual([
    'rules that .secretlintrc.json turns off: github',
    'rules that .secretlintrc.json may let pass more by: basicauth',
  ]);
});

const preset = (rules: unknown) =>
  JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rules }] });

it.each([
  ['a rule that is off', [{ id: '@secretlint/secretlint-rule-github', disabled: true }], 1],
  ['a text that is allowed', [{ id: '@secretlint/secretlint-rule-github', options: { allows: [token] } }], 1],
  ['a message that is allowed', [{ id: '@secretlint/secretlint-rule-basicauth', allowMessageIds: ['BasicAuth'] }], 1],
  ['nothing of the kind', [], 2],
])('settings of the repository with %s are kept to', async (_, rules, found) => {
  const { report } = await ran(
    { a: `${token}\n${url}\n`, '.secretlintrc.json': preset(rules) },
    { files: ['.secretlintrc.json', 'a'] },
  );
  expect(report[1].messages).toHaveLength(found);
});

it.each([
  [
    'another rule',
    JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-pattern' }] }),
    /has "@secretlint\/secretlint-rule-pattern", but only/,
  ],
  ['no JSON', `{ "${token}`, /^\.secretlintrc\.json is not valid JSON$/],
  [
    'another shape',
    '{ "rules": [{ "id": 3 }] }',
    /^\.secretlintrc\.json is not as secretlint has it, at rules\.0\.id$/,
  ],
  ['no rule', '{ "rules": [] }', /leaves no rule to apply/],
])('settings with %s are a failure that says so', async (_, text, message) => {
  const { outcome } = await ran({ '.secretlintrc.json': text });
  expect(outcome).toMatchObject({ report: null, failure: { kind: 'failed', message: expect.stringMatching(message) } });
  expect(outcome.failure?.message).not.toContain(token);
});

it('settings in a form that we cannot read are a failure, not passed over', async () => {
  const { outcome } = await ran({ '.secretlintrc.yml': 'rules: []' });
  expect(outcome.failure?.message).toMatch(/only \.secretlintrc\.json is read, not \.secretlintrc\.yml/);
});

it('any settings are read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      try {
        return Array.isArray(rulesOf(text, 'f'));
      } catch (error) {
        return error instanceof ToolError;
      }
    }),
  );
});

it('it ends at a cancel and at its limit', async () => {
  const signal = AbortSignal.abort();
  expect((await ran({ a: '' }, { signal })).outcome.failure).toMatchObject({ kind: 'cancelled' });
  expect((await ran({ a: '' }, { limit: 0 })).outcome.failure).toMatchObject({ kind: 'timed-out' });
});

it('others of the process have their turn while it works', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await ran(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, `${token}\n`.repeat(200)])));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});
