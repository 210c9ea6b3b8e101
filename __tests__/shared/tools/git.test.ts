import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { systemExec } from '../../../shared/action/exec.ts';
import { commitFiles, folderFiles, type GitMeans, workspaceFiles } from '../../../shared/tools/git.ts';
import { standing } from '../../../shared/tools/standing.ts';

let folder = '';
let workspace = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jarvis-git-')));
  workspace = join(folder, 'workspace');
  mkdirSync(workspace);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const means = (): GitMeans => ({
  exec: systemExec,
  workspace,
  folder,
  env: { PATH: process.env.PATH ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  signal: new AbortController().signal,
});
const put = (name: string, text = 'x') => writeFileSync(join(workspace, name), text);

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=tester', '-c', 'user.email=tester@example.com', '-c', 'safe.directory=*'];
  return execFileSync('git', [...identity, ...args], { cwd, env: means().env, encoding: 'utf8' });
}

it('the files of a workspace are those that git knows or could take, sorted', async () => {
  git(workspace, 'init', '-q');
  for (const name of ['b.txt', 'a é\n.txt', 'ignored.log']) put(name);
  put('.gitignore', '*.log\n');
  git(workspace, 'add', 'b.txt');
  expect(await workspaceFiles(means())).toEqual(['.gitignore', 'a é\n.txt', 'b.txt']);
});

it('a repository of another user is one, as the workspace in a container is', async () => {
  git(workspace, 'init', '-q');
  put('a.txt');
  if (process.getuid?.() !== 0) return expect(await workspaceFiles(means())).toEqual(['a.txt']);
  execFileSync('chown', ['-R', '4321', workspace]);
  expect(await workspaceFiles(means())).toEqual(['a.txt']);
});

it('where there is no repository git lists nothing, and all of the folder counts but node_modules', async () => {
  put('a.txt');
  mkdirSync(join(workspace, 'node_modules/x'), { recursive: true });
  put('node_modules/x/b.txt');
  expect(await workspaceFiles(means())).toBeUndefined();
  expect(await folderFiles(workspace)).toEqual(['a.txt']);
});

it('links, repositories within and what was deleted are listed, and are no files', async () => {
  mkdirSync(join(workspace, 'nested'));
  git(join(workspace, 'nested'), 'init', '-q');
  put('nested/inner.txt');
  put('a.txt');
  put('deleted.txt');
  writeFileSync(join(folder, 'outside.txt'), 'x');
  const links: readonly (readonly [string, string])[] = [
    ['out', join(folder, 'outside.txt')],
    ['zero', '/dev/zero'],
    ['in', 'a.txt'],
    ['loop', 'loop'],
    ['dangling', 'nowhere'],
  ];
  for (const [name, target] of links) symlinkSync(target, join(workspace, name));
  git(workspace, 'init', '-q');
  git(workspace, 'add', 'deleted.txt');
  rmSync(join(workspace, 'deleted.txt'));
  const found = standing(workspace, (await workspaceFiles(means())) ?? []);
  expect(found).toEqual({
    files: ['a.txt'],
    leading: ['out', 'zero'],
    nested: ['nested/'],
    gone: ['deleted.txt'],
    unnamed: [],
  });
});

it('of a commit, too, links and submodules are no files', async () => {
  put('a.txt');
  symlinkSync('/etc/hostname', join(workspace, 'out'));
  git(workspace, 'init', '-q');
  git(workspace, 'add', '.');
  git(workspace, 'commit', '-qm', 'all');
  const names = await commitFiles(means(), 'HEAD');
  expect(names).toEqual(['a.txt', 'out']);
  expect(standing(workspace, names ?? [])).toMatchObject({ files: ['a.txt'], leading: ['out'] });
});

const onLinux = process.platform === 'linux' ? it : it.skip;
onLinux('a file whose name is not UTF-8 is told apart from one that is gone', async () => {
  git(workspace, 'init', '-q');
  writeFileSync(Buffer.concat([Buffer.from(`${workspace}/caf`), Buffer.from([0xe9]), Buffer.from('.env')]), 'x');
  put('\ufffd.txt');
  const names = (await workspaceFiles(means())) ?? [];
  expect(standing(workspace, names)).toMatchObject({ files: ['\ufffd.txt'], unnamed: ['caf\ufffd.env'], gone: [] });
  expect(standing(workspace, await folderFiles(workspace))).toMatchObject({ unnamed: ['caf\ufffd.env'] });
});
