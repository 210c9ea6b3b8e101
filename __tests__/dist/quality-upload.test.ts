/** The SARIF for code scanning, against a server of our own: what it says changes no verdict, and the token is in no line. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { plant } from './planting.ts';
import { check, leftover, siteOf, visible } from './quality.ts';

interface Asked {
  readonly path: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, string>>;
}
let asked: Asked[] = [];
let answers: number[] = [];
let server: Server;
let api = '';
const token = plant('token', 'upload');
const site = siteOf({
  'passes.xml': '<testsuites><testsuite name="s" tests="1"><testcase name="t" classname="c"/></testsuite></testsuites>',
  'leaks.json': fixture('gitleaks-8.30.1.json'),
});

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as Asked['body'];
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
      response.writeHead(answers.shift() ?? 202, { 'content-type': 'application/json' });
      // A server may say back what it was sent.
      response.end(JSON.stringify({ id: 'x', message: `::error::no right, ${request.headers.authorization}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

function upload(report: string, status: readonly number[], url = api) {
  [asked, answers] = [[], [...status]];
  const env = { GITHUB_API_URL: url, GITHUB_SHA: 'a'.repeat(40), GITHUB_REF: 'refs/heads/main' };
  return check(site, { reports: report, 'upload-token': token }, { env });
}
const [passes, leaks] = ['junit=passes.xml', 'gitleaks=leaks.json'];
const about = /^code scanning .*$/gm;

describe('with a token', () => {
  it('the file goes to the repository of the run, with its commit and branch', async () => {
    const ran = await upload(leaks, [202]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      path: '/repos/jarvis/actions/code-scanning/sarifs',
      authorization: `token ${token}`,
      body: { commit_sha: 'a'.repeat(40), ref: 'refs/heads/main', checkout_uri: `file://${site.folder}` },
    });
    const sent = gunzipSync(Buffer.from(asked[0]?.body['sarif'] ?? '', 'base64')).toString();
    expect(sent).toBe(leftover(ran, 'findings.sarif'));
    expect(ran.log.match(about)).toEqual(['code scanning has the SARIF']);
  });

  it.each([
    [passes, 'passed', 202, 'code scanning has the SARIF'],
    [leaks, 'findings', 202, 'code scanning has the SARIF'],
    [passes, 'passed', 403, 'the token may not write security events (a fork has a read-only one), or code scanning'],
    [leaks, 'findings', 403, 'the token may not write security events'],
    [passes, 'passed', 401, 'the token was not accepted'],
    [passes, 'passed', 404, 'the repository is not there for this token, or has no code scanning'],
    [passes, 'passed', 413, 'GitHub found it too large'],
    [passes, 'passed', 422, 'GitHub answered 422'],
  ])('%s stays %s after %d: one line says what became of it', async (report, verdict, status, says) => {
    const ran = await upload(report, [status]);
    expect(ran).toMatchObject({ verdict, code: verdict === 'passed' ? 0 : 1, stderr: '' });
    expect(ran.log.match(about)).toEqual([expect.stringContaining(says)]);
    if (status !== 202) expect(ran.log).toContain('; it is the file of the output sarif, for an artifact');
    expect(asked).toHaveLength(1);
    expect(visible(ran)).not.toContain(token);
    expect(ran.stdout).not.toMatch(/no right|^::error::no/m);
  });

  it('a server that fails for a moment is asked again', async () => {
    const ran = await upload(passes, [503, 202]);
    expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
    expect(asked).toHaveLength(2);
    expect(ran.log.match(about)).toEqual(['code scanning has the SARIF']);
  });

  it('a server that is not there changes no verdict, and one line says so', async () => {
    const ran = await upload(passes, [], 'http://127.0.0.1:9');
    expect(ran).toMatchObject({ code: 0, verdict: 'passed', stderr: '' });
    expect(ran.log.match(about)).toEqual([expect.stringContaining('GitHub did not answer')]);
    expect(visible(ran)).not.toContain(token);
  });
});

it('without a token nobody is asked', async () => {
  asked = [];
  const ran = await check(site, { reports: passes }, { env: { GITHUB_API_URL: api, GITHUB_TOKEN: token } });
  expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
  expect(asked).toEqual([]);
  expect(ran.log).not.toContain('code scanning');
});
