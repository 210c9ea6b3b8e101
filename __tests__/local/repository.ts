/** A throw-away repository with the fixture actions, and the built runner started in it as a user would. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RunEvent } from '../../local/events.ts';

const root = join(import.meta.dirname, '../..');
const runner = join(root, 'dist/local/index.js');

export interface Ran {
  readonly code: number | null;
  readonly events: readonly RunEvent[];
  readonly stdout: string;
  readonly stderr: string;
  /** All logs of a job, one after the other. */
  readonly log: (job: string) => string;
  readonly file: (name: string) => string;
}

export interface Started {
  readonly child: ChildProcess;
  /** Resolves with the first event that fits. */
  readonly seen: (fits: (event: RunEvent) => boolean) => Promise<RunEvent>;
  readonly ended: Promise<Ran>;
}

export interface Repository {
  readonly folder: string;
  readonly write: (path: string, content: string) => void;
  readonly start: (workflow: string, argv?: readonly string[], env?: Record<string, string>) => Started;
  readonly run: (workflow: string, argv?: readonly string[], env?: Record<string, string>) => Promise<Ran>;
  readonly remove: () => void;
}

/** Makes the repository; fails with what to do when the runner is not built. */
export function createRepository(): Repository {
  if (!existsSync(runner)) throw new Error('dist/local is missing: npm run build');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jarvis-test-')));
  cpSync(join(import.meta.dirname, 'fixtures/actions'), join(folder, 'actions'), { recursive: true });
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const begin: Repository['start'] = (workflow, argv = ['--json'], env = {}) => {
    write('.github/workflows/test.yml', workflow);
    const args = [runner, '--root', folder, '--workflow', '.github/workflows/test.yml', ...argv];
    return watch(spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } }));
  };
  return {
    folder,
    write,
    start: begin,
    run: (workflow, argv, env) => begin(workflow, argv, env).ended,
    remove: () => {
      for (const work of workFolders(folder)) rmSync(work, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The jobs' folders lie outside of the repository; the runs link to them. */
function workFolders(folder: string): string[] {
  const runs = join(folder, '.pipeline');
  if (!existsSync(runs)) return [];
  const links = readdirSync(runs).map((run) => join(runs, run, 'work'));
  return links.flatMap((link) => (existsSync(link) ? [realpathSync(link)] : []));
}

function watch(child: ChildProcess): Started {
  let [stdout, stderr] = ['', ''];
  const waiting: { fits: (event: RunEvent) => boolean; resolve: (event: RunEvent) => void }[] = [];
  const parse = (): RunEvent[] =>
    stdout
      .split('\n')
      .slice(0, -1)
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as RunEvent] : []));
  const notify = (): void => {
    for (const { fits, resolve } of waiting) {
      const event = parse().find(fits);
      if (event !== undefined) resolve(event);
    }
  };
  child.stdout?.on('data', (chunk) => {
    stdout += String(chunk);
    notify();
  });
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const { promise, resolve } = Promise.withResolvers<Ran>();
  child.once('close', (code) => resolve(collect(code, stdout, stderr, parse())));
  return {
    child,
    ended: promise,
    seen: (fits) => {
      const found = Promise.withResolvers<RunEvent>();
      waiting.push({ fits, resolve: found.resolve });
      notify();
      return found.promise;
    },
  };
}

function collect(code: number | null, stdout: string, stderr: string, events: readonly RunEvent[]): Ran {
  const folder = events.flatMap((event) => (event.event === 'run' ? [event.folder] : []))[0] ?? '';
  const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const logs = (job: string): string[] =>
    events.flatMap((event) => (event.event === 'step-start' && event.job === job ? [file(event.log)] : []));
  return { code, stdout, stderr, events, file, log: (job) => logs(job).join('') };
}

/** The events of one kind. */
export function of<K extends RunEvent['event']>(ran: Ran, kind: K): Extract<RunEvent, { event: K }>[] {
  return ran.events.filter((event): event is Extract<RunEvent, { event: K }> => event.event === kind);
}

/** How each job ended. */
export function jobs(ran: Ran): Record<string, string> {
  return Object.fromEntries(of(ran, 'job-end').map(({ job, conclusion }) => [job, conclusion]));
}

/** How each main step with an id ended. */
export function steps(ran: Ran): Record<string, string> {
  const named = of(ran, 'step-end').filter(({ step, stage }) => step !== '' && stage === 'main');
  return Object.fromEntries(named.map(({ step, conclusion }) => [step, conclusion]));
}
