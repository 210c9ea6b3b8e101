/** What git knows about the repository, for the `github` context. */
import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { promisify } from 'node:util';

export interface Repository {
  readonly name: string;
  readonly sha: string;
  readonly ref: string;
  readonly actor: string;
}

/** Reads commit and branch; a folder without history has a commit of zeros on main. */
export async function readRepository(root: string): Promise<Repository> {
  const base = { name: `local/${basename(root)}`, actor: readActor() };
  try {
    const argv = ['-C', root, 'rev-parse', 'HEAD', '--symbolic-full-name', 'HEAD'];
    const { stdout } = await promisify(execFile)('git', argv);
    const [sha = '', ref = ''] = stdout.trim().split('\n');
    return { ...base, sha, ref: ref.startsWith('refs/') ? ref : 'refs/heads/main' };
  } catch {
    return { ...base, sha: '0'.repeat(40), ref: 'refs/heads/main' };
  }
}

function readActor(): string {
  try {
    return userInfo().username;
  } catch {
    return 'local';
  }
}
