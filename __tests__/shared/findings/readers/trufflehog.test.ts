import { describe, expect, it } from '@jest/globals';
import { trufflehog } from '../../../../shared/findings/readers/trufflehog.ts';
import { fixture, planted, printable, read } from './recorded.ts';

const report = (name: string) => fixture(`trufflehog-3.97.0${name}.jsonl`);
const entry = (fields: object) => JSON.stringify({ ts: '2026-11-22T04:24:49Z', logger: 'trufflehog', ...fields });
const finished = (fields: object = {}) =>
  entry({
    level: 'info-0',
    msg: 'finished scanning',
    chunks: 5,
    bytes: 1842,
    verified_secrets: 0,
    unverified_secrets: 0,
    scan_duration: '4.8ms',
    trufflehog_version: '3.97.0',
    ...fields,
  });
const unreadable = entry({
  level: 'error',
  msg: 'encountered errors during scan',
  errors: ['lstat /workspace/missing: no such file or directory'],
});
const withLog = (...lines: string[]) => ({ 'trufflehog-log': lines.join('\n') });

describe('an empty report of TruffleHog', () => {
  it.each([
    ['without its log says nothing', {}, ['an empty report of TruffleHog is what a clean and a missing target give']],
    ['with a log of bytes that were scanned is clean', withLog(finished()), []],
    ['with a log of a banner and bytes is clean', withLog('a banner', '', finished()), []],
    [
      'of a missing target is not clean',
      withLog(unreadable, finished({ chunks: 0, bytes: 0 })),
      ['scanned nothing', '1 errors'],
    ],
    ['of an empty folder is not clean', withLog(finished({ chunks: 0, bytes: 0 })), ['scanned nothing']],
    ['of a run that was ended is not clean', withLog(entry({ level: 'info-0', msg: 'running source' })), ['finished']],
    ['of a target that was partly read is not clean', withLog(unreadable, finished()), ['1 errors in its log']],
    ['with an empty log is not clean', withLog(''), ['finished']],
    [
      'with a log whose figures are missing is not clean',
      withLog(entry({ level: 'info-0', msg: 'finished scanning' })),
      ['scanned nothing'],
    ],
  ])('%s', (_, beside, expected) => {
    const { skipped, errors, drafts } = read(trufflehog, report('-clean'), beside);
    expect(skipped).toEqual(expected.map((part) => expect.stringContaining(part)));
    expect([errors, drafts]).toEqual([[], []]);
  });

  it('of a run that stopped is an error', () => {
    const log = withLog(entry({ level: 'fatal', msg: 'Failed to scan Git.', error: 'secret in here' }));
    expect(read(trufflehog, '', log).errors).toEqual(['TruffleHog stopped: Failed to scan Git.']);
  });

  it('with a log that counts secrets was cut off, or is of another run', () => {
    const { errors } = read(trufflehog, '', withLog(finished({ verified_secrets: 1, unverified_secrets: 2 })));
    expect(errors).toEqual(['TruffleHog counted 3 secrets in its log, its report has 0']);
  });

  it('with its log twice, among the lines and beside them, is counted once', () => {
    const counted = finished({ unverified_secrets: 4 });
    const { errors, scanned } = read(trufflehog, `${report('')}${counted}`, withLog(counted));
    expect({ errors, scanned }).toEqual({ errors: [], scanned: 5 });
  });

  it('takes its log from between the lines where both streams went into one file', () => {
    const { skipped, scanned, tool } = read(trufflehog, finished());
    expect({ skipped, scanned, tool }).toEqual({
      skipped: [],
      scanned: 5,
      tool: { name: 'TruffleHog', version: '3.97.0' },
    });
  });
});

describe('a recorded report of TruffleHog', () => {
  it('has a finding a line, with place and secret', () => {
    const reading = read(trufflehog, report(''), withLog(finished({ unverified_secrets: 4 })));
    expect(reading.errors).toEqual([]);
    expect(reading.drafts[1]).toEqual({
      category: 'secret',
      rule: { id: 'Github' },
      aliases: [],
      severity: { level: 'high', original: null },
      verification: 'unverified',
      title: 'A secret is in the open: Github',
      message: 'TruffleHog did not see it work.',
      location: { path: 'vuln/config.env', startLine: 3 },
      remediation: { text: expect.stringContaining('https://howtorotate.com/docs/tutorials/github/') },
      pointer: '2',
      secret: planted.SECRET,
    });
    expect(reading.drafts.map(({ rule }) => rule.id)).toEqual(['AWS', 'Github', 'Slack', 'PrivateKey']);
    expect(new Set(reading.secrets)).toEqual(
      new Set([
        planted.AWS_ID,
        `${planted.AWS_ID}:${planted.AWS_KEY}`,
        planted.AWS_KEY,
        planted.SECRET,
        planted.SLACK,
        planted.PEM,
        planted.PEM_HEAD,
      ]),
    );
  });

  it('without its log has a note that nobody knows what was read', () => {
    const { skipped, notes, scanned } = read(trufflehog, report(''));
    expect({ skipped, scanned }).toEqual({ skipped: [], scanned: null });
    expect(notes).toEqual([expect.stringContaining('there is no log')]);
  });

  it('of the history names the commit, and never the author', () => {
    const { drafts } = read(trufflehog, report('-git'));
    expect(drafts[0]).toMatchObject({
      location: { path: 'config.env', startLine: 1 },
      message: 'TruffleHog did not see it work. It stands in commit bb6fc16be494.',
    });
    expect(printable(read(trufflehog, report('-git')))).not.toContain('a@a');
  });

  it.each([
    ['tried without a network is unknown', report('-verify-offline'), 'unknown'],
    ['that works is verified', report('').replaceAll('"Verified":false', '"Verified":true'), 'verified'],
  ])('%s', (_, text, expected) => {
    const { drafts } = read(trufflehog, text);
    expect(drafts.map(({ verification }) => verification)).toEqual(Array(4).fill(expected));
  });

  it('of an image keeps its path as text, as the workspace has no such file', () => {
    const text = report('').replaceAll('"Filesystem":{"file":"vuln/', '"Docker":{"image":"a:1","file":"vuln/');
    expect(read(trufflehog, text).drafts[0]?.location).toEqual({
      path: 'vuln/config.env',
      outside: true,
      logical: 'Docker',
      startLine: 1,
    });
  });
});

it.each([
  ['a line that is no object', '"text"'],
  ['the old form of --json-legacy', '{"branch":"main","stringsFound":["x"]}'],
  ['a line of gitleaks', '{"RuleID":"github-pat","File":"a","Secret":"x"}'],
  ['a name without a source', '{"DetectorName":"AWS","Raw":"x"}'],
])('%s is no report of TruffleHog', (_, text) => {
  expect(() => read(trufflehog, text)).toThrow(expect.objectContaining({ name: 'ReportError' }));
});
