import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemExec } from '../../../shared/action/exec.ts';
import { scannerEnvironment } from '../../../shared/tools/environment.ts';

const of = (variables: Record<string, string>) => (name: string) => variables[name];

const harmless = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NO_COLOR', 'PYTHONDONTWRITEBYTECODE', 'PYTHONSAFEPATH'];

it('a scanner that is really run sees no token and no credentials', async () => {
  const secrets = {
    GITHUB_TOKEN: 't',
    ACTIONS_RUNTIME_TOKEN: 't',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
    ACTIONS_RESULTS_URL: 'u',
    AWS_ACCESS_KEY_ID: 'k',
    AWS_SECRET_ACCESS_KEY: 'k',
    GOOGLE_APPLICATION_CREDENTIALS: 'f',
    NODE_AUTH_TOKEN: 't',
    INPUT_TOKEN: 't',
    HTTPS_PROXY: 'http://u:p@proxy.example',
    NODE_OPTIONS: '--require ./evil.js',
  };
  const env = scannerEnvironment(of({ ...secrets, PATH: process.env.PATH ?? '' }), '/tmp');
  const args = ['-p', 'JSON.stringify(process.env)'];
  const command = { program: process.execPath, args, cwd: '/tmp', env, limit: 10 };
  const { stdout } = await systemExec.run(command, new AbortController().signal);
  expect(Object.keys(JSON.parse(stdout)).sort()).toEqual([...harmless].sort());
});

it('whatever variables there are, only those on the list go on', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (variables) => {
      expect(Object.keys(scannerEnvironment(of(variables), '/h')).sort()).toEqual([...harmless].sort());
    }),
  );
});

it('the home is the run’s own, so that files of the user’s are not read', () => {
  expect(scannerEnvironment(of({ HOME: '/home/me', TMPDIR: '/t' }), '/run/home')).toMatchObject({
    HOME: '/run/home',
    TMPDIR: '/run/home',
  });
});

it.each([
  ['/usr/bin:.:/bin', '/usr/bin:/bin'],
  ['node_modules/.bin::/bin', '/bin'],
  [undefined, '/usr/local/bin:/usr/bin:/bin'],
])('relative entries of PATH are left out: %s', (PATH, kept) => {
  expect(scannerEnvironment(of(PATH === undefined ? {} : { PATH }), '/h').PATH).toBe(kept);
});

it('proxies and certificates are for a tool that needs the network, and its own variables are given as they are', () => {
  const env = of({ HTTPS_PROXY: 'http://p', no_proxy: 'local', SSL_CERT_FILE: '/ca', GITHUB_TOKEN: 't' });
  const { PATH: _, ...rest } = scannerEnvironment(env, '/h', { network: true, own: { SAFETY_API_KEY: 'k' } });
  expect(rest).toEqual({
    HOME: '/h',
    TMPDIR: '/h',
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONSAFEPATH: '1',
    HTTPS_PROXY: 'http://p',
    no_proxy: 'local',
    SSL_CERT_FILE: '/ca',
    SAFETY_API_KEY: 'k',
  });
});
