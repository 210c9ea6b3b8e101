/** Whatever a report, a path or a tool says, the runner obeys nothing of it, and the run ends in order. */
import { describe, expect, it } from '@jest/globals';
import { type ReaderId, readerIds } from '../../shared/findings/readers/reader.ts';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { reports, spotsIn } from './planting.ts';
import { type Checked, check, lineOn, siteOf, stub } from './quality.ts';

const esc = '\u001b';
/** Each tries to say something to the runner, to a terminal, or in the Markdown of a summary. */
const hostile = [
  '\n::error file=a.js,line=1::injected',
  '\r::set-output name=verdict::injected',
  '\u0085::stop-commands::token\u2028::warning::injected',
  '##[error]injected ##[add-mask]passed',
  `${esc}[2J${esc}]0;injected\u0007\u0000\b\u202e`,
  '%0A::error::injected%0D',
  '::error::injected',
  '\n## injected\n| a | b |\n|---|---|\n<script>alert(1)</script><img src=x onerror=y>\n```\n',
  '[injected](javascript:alert) ![x](https://evil.test/x.png) </details></summary>',
  '\npassed: injected\nBandit 1.9.4 (out.json): passed (0 findings)',
] as const;
/** XML has no such characters. */
const inXml = (text: string) => text.replace(/[^\P{Cc}\t\n\r\u0085]/gu, '');

/** Only masks and annotations of ours, of which a report's text is a part and never the whole. */
function expectTame(ran: Checked): void {
  expect(ran.stderr).toBe('');
  const shown = ran.commands.filter(({ name }) => name !== 'add-mask');
  expect(shown.filter(({ name }) => !['error', 'warning', 'notice'].includes(name))).toEqual([]);
  for (const level of ['error', 'warning', 'notice']) {
    const all = shown.filter(({ name }) => name === level);
    expect(all.length).toBeLessThanOrEqual(10);
    // Ours have a title, but for the one that says how it ended.
    expect(all.filter(({ properties }) => !properties.startsWith('title=')).length).toBeLessThanOrEqual(1);
  }
  const told = ran.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect(told.join('\n').match(/[^\P{Cc}\t\n]|[\u202a-\u202e]/gu)).toBeNull();
  expect(told.filter((line) => /^(passed: injected|Bandit 1\.9\.4 \(out\.json\))/.test(line))).toEqual([]);
  expect(ran.summary).not.toMatch(/^## injected|<script|<img|^::|(?<!\\)\]\(javascript:|!\[x\]/m);
  expect(ran.stdout).not.toContain('bug of ours');
}

/** Every kind of place of every report, each with one of the texts. */
function hostileReports(id: ReaderId): readonly string[] {
  const spots = reports[id].flatMap((name) => [
    ...Map.groupBy(spotsIn(name), ({ pointer }) => pointer.replace(/\/\d+(?=\/|$)/g, '/*')).values(),
  ]);
  return spots.flatMap(([spot], index) =>
    [0, 3, 7].map((step) => {
      const text = hostile[(index + step) % hostile.length] ?? '';
      return spot?.with((old) => (id === 'junit' ? inXml(`${text}${old}`) : `${text}${old}`)) ?? '';
    }),
  );
}

describe.each(readerIds)('%s', (id) => {
  it('with hostile text in every place tells the runner nothing', async () => {
    const texts = hostileReports(id);
    const site = siteOf(Object.fromEntries(texts.map((text, index) => [`${index}.report`, text])));
    const ran = await check(site, { reports: `${id}=*.report\n${id}=gone`, 'fail-on': 'low' });
    expect(ran).toMatchObject({ code: 1, verdict: 'error' });
    expectTame(ran);
  });
});

describe('names', () => {
  const names = [
    'a\n::error::injected.xml',
    'b\u001b[2J.xml',
    ' ##[error]injected.xml',
    '`|<script>.xml',
    '::warning::x.xml',
  ];

  it('of reports are untrusted too', async () => {
    const site = siteOf(Object.fromEntries(names.map((name) => [name, fixture('junit-node-24.21.0.xml')])));
    const ran = await check(site, { reports: 'junit=*.xml' });
    expect(ran).toMatchObject({ code: 1, verdict: 'findings' });
    expect(ran.outputs['blocking']).toBe('2');
    expectTame(ran);
  });

  it.each(['a\n::set-output name=verdict::passed', '::error::injected', `x${esc}[2J`, '##[error]injected'])(
    'that an input has are no command either: %j',
    async (value) => {
      for (const input of ['tools', 'reports', 'baseline', 'suppressions', 'fail-on', 'time-limit'])
        expectTame(await check(siteOf(), { [input]: value }));
    },
  );

  it('of files with a newline are looked at by the tools, and are no command', async () => {
    const token = `${['g', 'h', 'p'].join('')}_${'x7Kq2Rw9'.repeat(5).slice(0, 36)}`;
    const site = siteOf({
      'a\n::error::injected/b\n.env': `t = "${token}"\n`,
      [`${esc}[2J.env`]: `t = "${token}"\n`,
    });
    const ran = await check(site, { tools: 'secretlint' });
    expect(ran).toMatchObject({ code: 1, verdict: 'findings', outputs: { blocking: '2' } });
    expectTame(ran);
  });
});

describe('places', () => {
  it.each(['/etc/passwd', '../../outside.js', '/workspace/../etc/x', 'C:\\windows\\x.py', 'file:///etc/passwd'])(
    'outside of the workspace are kept as text, without an annotation there: %j',
    async (path) => {
      const [first] = JSON.parse(fixture('hadolint-2.15.1.json')) as object[];
      const site = siteOf({ 'a.json': JSON.stringify([{ ...first, file: path, level: 'error' }]) });
      const ran = await check(site, { reports: 'hadolint=a.json' });
      expect(ran).toMatchObject({ verdict: 'findings', found: [{ location: { outside: true } }] });
      const shown = ran.commands.filter(({ properties }) => properties.includes('file='));
      expect(shown).toEqual([]);
    },
  );
});

describe('size', () => {
  const long = 'A1b2 '.repeat(2_000_000);
  const [first] = JSON.parse(fixture('hadolint-2.15.1.json')) as object[];

  it.each([
    [
      'a message of 10 MB',
      'hadolint',
      JSON.stringify([{ ...first, message: long }]),
      'passed',
      /hadolint \(r\): passed/,
    ],
    [
      'a line of 10 MB',
      'trufflehog',
      `${JSON.stringify({ DetectorName: 'a', Raw: 'abcdefgh', ExtraData: { x: long }, SourceMetadata: { Data: { Filesystem: { file: 'a.env', line: 1 } } } })}\n`,
      'findings',
      /findings/,
    ],
    ['10 MB that are no JSON', 'bandit', long, 'error', /the report is not valid JSON at line 1, column 1/],
    ['a rule of 10 MB', 'hadolint', JSON.stringify([{ ...first, code: long, level: 'error' }]), 'findings', /blocks/],
    ['a path of 10 MB', 'hadolint', JSON.stringify([{ ...first, file: long, level: 'error' }]), 'findings', /blocks/],
  ])('%s is read, and what is said stays short', async (_name, id, text, verdict, says) => {
    const ran = await check(siteOf({ r: text }), { reports: `${id}=r` });
    expect([ran.verdict, ran.stderr]).toEqual([verdict, '']);
    expect(lineOn(ran, 'r')).toMatch(says);
    expect(ran.stdout.length).toBeLessThan(20_000);
    expect(ran.summary.length).toBeLessThan(20_000);
    for (const file of Object.values(ran.left)) expect(file.length).toBeLessThan(100_000);
  });

  it('of what a tool prints does not matter', async () => {
    const site = siteOf({ 'a.py': 'x = 1\n' });
    const flood = `const line = 'A1b2 '.repeat(2_000_000);`;
    stub(site, 'bandit', `${flood} process.stderr.write(line + '\\n::error::injected\\n', () => process.exit(3));`);
    stub(site, 'trufflehog', `${flood} process.stdout.write(line, () => process.exit(0));`);
    const ran = await check(site, { tools: 'bandit trufflehog' });
    expect(ran).toMatchObject({ code: 1, verdict: 'error' });
    expect(ran.log).toMatch(/bandit: error: bandit ended with exit code 3: .*injected/);
    expect(ran.stdout.length).toBeLessThan(20_000);
    expectTame(ran);
  });

  it('of a finding list is cut on a row in the summary, and whole in findings.json', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({
      ...first,
      line: at + 1,
      message: `m ${at} ${'x '.repeat(100)}`,
    }));
    const site = siteOf({ 'many.json': JSON.stringify(many) });
    const ran = await check(site, { reports: 'hadolint=many.json', 'fail-on': 'low' });
    expect(ran).toMatchObject({ verdict: 'findings', outputs: { blocking: '20000' } });
    expect(Buffer.byteLength(ran.summary)).toBeLessThan(1_048_576);
    expect(ran.summary).toMatch(/and [\d,]+ more: the output `findings` names a file with all of them/);
    expect(ran.found).toHaveLength(20_000);
    expect(ran.log).toMatch(/findings\.sarif leaves \d+ findings out, as GitHub would; findings\.json has all/);
  });
});
