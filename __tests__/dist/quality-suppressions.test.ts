/** What is accepted: by our own file and by those of the tools, until its last day; a broken file is one error. */
import { describe, expect, it } from '@jest/globals';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { plant } from './planting.ts';
import { check, siteOf, write } from './quality.ts';

const found = { line: 2, column: 1, file: 'app/Dockerfile', code: 'DL3008', message: 'Pin versions', level: 'error' };
const report = { 'h.json': JSON.stringify([found]) };
const reports = { reports: 'hadolint=h.json' };
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const rule = (...more: readonly string[]) =>
  ['- rule: DL3008', 'reason: the base image pins them', ...more].join('\n  ');

describe('.jarvis-ignore.yml', () => {
  it.each([
    ['by its rule', rule()],
    ['by its rule, in a path that fits', rule('paths: [app/**]')],
    ['until a day to come', rule(`expires: ${day(30)}`)],
    ['on its last day', rule(`expires: ${day(0)}`)],
    ['under ignore', `ignore:\n${rule()}`],
  ])('accepts a finding %s, and it is shown as such', async (_name, text) => {
    const ran = await check(siteOf({ ...report, '.jarvis-ignore.yml': `${text}\n  owner: platform\n` }), reports);
    expect(ran).toMatchObject({ code: 0, verdict: 'passed', outputs: { blocking: '0' } });
    const suppression = { justification: 'the base image pins them', owner: 'platform', status: 'accepted' };
    expect(ran.found).toMatchObject([{ suppression, gate: { blocking: false } }]);
    expect(ran.summary).toContain('**1** suppressed');
    expect(ran.summary).toMatch(/suppressed by .*jarvis-ignore\.yml:[12], platform.*: the base image pins them/);
    expect(ran.commands).toEqual([]);
  });

  it.each([
    ['of another rule', rule().replace('DL3008', 'DL3009'), 'high is what fail-on names; new'],
    ['in another path', rule('paths: [lib/**]'), 'high is what fail-on names; new'],
    ['after its last day', rule(`expires: ${day(-1)}`), `by .jarvis-ignore.yml:1 expired on ${day(-1)}`],
  ])('does not accept one %s', async (_name, text, reason) => {
    const ran = await check(siteOf({ ...report, '.jarvis-ignore.yml': text }), reports);
    expect(ran).toMatchObject({ code: 1, verdict: 'findings' });
    expect(ran.found[0]?.gate).toEqual({ blocking: true, reason: expect.stringContaining(reason) });
    expect(ran.summary).toContain('Suppressions that are over: to be taken out or renewed');
  });

  it('accepts one by its fingerprint, and that one alone', async () => {
    const site = siteOf({ 'h.json': JSON.stringify([found, { ...found, code: 'DL3006', line: 1 }]) });
    const first = await check(site, reports);
    const print = first.found.find((one) => one.rule.id === 'DL3006')?.fingerprints['jarvis/v1'];
    write(site, { 'own.yml': `- fingerprint: ${print}\n  reason: known\n` });
    const ran = await check(site, { ...reports, suppressions: 'own.yml' });
    expect(ran.found.map(({ rule: { id }, gate }) => [id, gate.blocking])).toEqual([
      ['DL3008', true],
      ['DL3006', false],
    ]);
  });

  it.each([
    [
      'no YAML',
      '- rule: [a\n  reason: x\n',
      /^::error file=\.jarvis-ignore\.yml,line=2,col=\d+::\.jarvis-ignore\.yml: /,
    ],
    ['a tab', 'ignore:\n\t- rule: a\n', /^::error file=\.jarvis-ignore\.yml,line=2,col=\d+::/],
    ['no list', 'ignore: all\n', /^::error::\.jarvis-ignore\.yml: ignore must be a list of entries$/],
    ['a key that is none', 'allow: []\n', /^::error::\.jarvis-ignore\.yml: allow is not known here/],
    [
      'no reason',
      '- rule: a\n',
      /^::error file=\.jarvis-ignore\.yml,line=1,col=3::entry 1: reason is missing: say why this may stay$/,
    ],
    [
      'no rule',
      '- reason: a\n',
      /^::error file=\.jarvis-ignore\.yml,line=1,col=3::entry 1: rule or fingerprint is missing$/,
    ],
    ['no day', '- rule: a\n  reason: b\n  expires: soon\n', /::entry 1: expires must be a day, such as 2027-01-31$/],
    ['a day that is none', '- rule: a\n  reason: b\n  expires: 2027-02-30\n', /::entry 1: expires must be a day/],
    [
      'a mistyped key',
      '- rule: a\n  reason: b\n  expire: 2027-01-01\n',
      /::entry 1: expire is not known; there are rule, /,
    ],
  ])('with %s is one error', async (_name, text, says) => {
    const ran = await check(siteOf({ ...report, '.jarvis-ignore.yml': text }), reports);
    expect(ran).toMatchObject({ code: 1, verdict: 'error', stderr: '' });
    expect(ran.errors).toEqual([expect.stringMatching(says)]);
  });
});

describe('files of the tools', () => {
  const leaks = JSON.parse(fixture('gitleaks-8.30.1.json')) as readonly {
    RuleID: string;
    File: string;
    StartLine: number;
  }[];
  const entries = leaks.map(({ RuleID, File, StartLine }) => `${File}:${RuleID}:${StartLine}`);
  const gitleaks = { 'g.json': fixture('gitleaks-8.30.1.json') };

  it('.gitleaksignore accepts what it names, with the comment above as the reason', async () => {
    const text = `# made for the tests\n${entries[0]}\n`;
    const ran = await check(siteOf({ ...gitleaks, '.gitleaksignore': text }), { reports: 'gitleaks=g.json' });
    const accepted = ran.found.filter(({ suppression }) => suppression !== undefined);
    expect(accepted).toMatchObject([
      { suppression: { origin: '.gitleaksignore:2', justification: 'made for the tests' }, gate: { blocking: false } },
    ]);
    expect(ran).toMatchObject({ code: 1, outputs: { blocking: String(leaks.length - 1) } });
  });

  it('.gitleaksignore with all of them passes', async () => {
    const ignored = siteOf({ ...gitleaks, '.gitleaksignore': entries.join('\n') });
    expect(await check(ignored, { reports: 'gitleaks=g.json' })).toMatchObject({ code: 0, verdict: 'passed' });
  });

  it('.hadolint.yaml accepts the rules that it ignores', async () => {
    const ran = await check(siteOf({ ...report, '.hadolint.yaml': 'ignored: [DL3008]\n' }), reports);
    expect(ran).toMatchObject({
      code: 0,
      verdict: 'passed',
      found: [{ suppression: { origin: '.hadolint.yaml (ignored)' } }],
    });
  });

  it('.secretlintignore keeps secretlint away from a file, and the summary says so', async () => {
    const secret = `t = "${plant('token', 'ignored')}"\n`;
    const site = siteOf({ 'a/b.env': secret, 'c.js': 'export const c = 1;\n' });
    expect(await check(site, { tools: 'secretlint' })).toMatchObject({ code: 1, verdict: 'findings' });
    write(site, { '.secretlintignore': 'a/**\n' });
    const ran = await check(site, { tools: 'secretlint' });
    expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
    expect(ran.summary).toContain('secretlint: 1 file not read: in .secretlintignore');
  });

  it.each([
    [
      '.gitleaksignore',
      '# fine\nnothing that fits\n',
      /^::error file=\.gitleaksignore,line=2::expected file:rule:line or/,
    ],
    [
      '.trivyignore',
      'CVE-1 exp:soon\n',
      /^::error file=\.trivyignore,line=1::exp: takes a day, such as exp:2027-01-31$/,
    ],
    ['.hadolint.yaml', 'ignored:\n - [\n', /^::error file=\.hadolint\.yaml,line=\d+,col=\d+::\.hadolint\.yaml: /],
    ['.hadolint.yml', 'ignored: DL3008\n', /^::error::\.hadolint\.yml: ignored must be a list of rules$/],
  ])('%s that is broken is one error with its line', async (name, text, says) => {
    const ran = await check(siteOf({ ...report, [name]: text }), reports);
    expect(ran).toMatchObject({ code: 1, verdict: 'error', stderr: '', errors: [expect.stringMatching(says)] });
  });
});
