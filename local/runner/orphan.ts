/** Processes that a job left behind: all that still carry its tracking id are killed when it ends. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The variable that marks every process of a job; one that clears it outlives the job. */
export const trackingVariable = 'RUNNER_TRACKING_ID';

/** One may start another while it is killed, so a few looks are taken. */
const looks = 3;

/** Kills a job's orphans; answers with the ids of what it killed. */
export async function killOrphans(trackingId: string): Promise<number[]> {
  const killed = new Set<number>();
  for (let look = 0; look < looks; look += 1) {
    const found = (await findProcesses(`${trackingVariable}=${trackingId}`)).filter((pid) => !killed.has(pid));
    if (found.length === 0) break;
    for (const pid of found) if (kill(pid)) killed.add(pid);
  }
  return [...killed];
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between being seen and being killed.
    return false;
  }
}

async function findProcesses(variable: string): Promise<number[]> {
  const pids = process.platform === 'linux' ? await fromProc(variable) : await fromPs(variable);
  return pids.filter((pid) => pid !== process.pid);
}

async function fromProc(variable: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return environment.split('\0').includes(variable) ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}

async function fromPs(variable: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['eww', '-ax', '-o', 'pid=,command='], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split('\n').flatMap((line) => (line.includes(variable) ? [Number.parseInt(line, 10)] : []));
}
