/** npm audit as the built action runs it: the real one, against a registry of our own. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { check, type Site, siteOf } from './quality.ts';

describe('npm audit, the real one', () => {
  const entry = { version: '4.17.20', resolved: 'https://registry.npmjs.org/lodash/-/lodash-4.17.20.tgz' };
  const names = { name: 'a', version: '1.0.0', dependencies: { lodash: '4.17.20' } };
  const lock = { ...names, lockfileVersion: 3, requires: true, packages: { '': names, 'node_modules/lodash': entry } };
  const files = { 'package.json': JSON.stringify(names), 'package-lock.json': JSON.stringify(lock) };
  const advisory = {
    id: 9,
    url: 'https://github.com/advisories/GHSA-xxxx-yyyy-0001',
    title: 'Invented',
    severity: 'high',
    vulnerable_versions: '<4.17.21',
    cwe: [],
    cvss: { score: 7.4, vectorString: null },
  };
  let server: Server;
  let registry = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify(
            request.url?.includes('advisories') ? { lodash: [advisory] } : { name: 'lodash', versions: {} },
          ),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => void server.close());

  const audit = (site: Site, url: string, inputs = {}) =>
    check(site, { tools: 'npm-audit secretlint', ...inputs }, { env: { NPM_CONFIG_REGISTRY: url } });

  it('finds what its registry says, and names the lock file', async () => {
    const ran = await audit(siteOf(files), registry);
    expect(ran).toMatchObject({ code: 1, verdict: 'findings' });
    expect(ran.log).toMatch(/^npm audit \d+\.\d+\.\d+ \(package-lock\.json\): findings: 1 of its findings blocks/m);
    expect(ran.found).toMatchObject([{ package: { name: 'lodash' }, gate: { blocking: true } }]);
  });

  it('is an error where the registry does not answer, and passes there as an optional one', async () => {
    const dead = 'http://127.0.0.1:9/';
    const [must, may] = await Promise.all([
      audit(siteOf(files), dead),
      audit(siteOf(files), dead, { optional: 'npm-audit' }),
    ]);
    expect(must).toMatchObject({ code: 1, verdict: 'error' });
    expect(must.errors).toEqual([expect.stringMatching(/^::error::error: npm.audit \(package-lock\.json\): /)]);
    expect(may).toMatchObject({ code: 0, verdict: 'passed' });
  });
});
