/** The supervisor of target `local`: configuration as JSON on stdin, ends by itself or on SIGTERM. */
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { isAlive, startedAt } from '../fleet/identity.ts';
import { ownFolder } from '../folder.ts';
import { portTaken, type SupervisorConfig } from '../spec.ts';
import { openAdmin } from './admin.ts';
import { Desk } from './desk.ts';
import { Engine } from './engine.ts';
import { readConfig } from './schema.ts';

/** Seconds: between two looks at leases, at the owner, and between two samples of the history. */
const [leasePace, ownerPace, historyPace] = [0.2, 1, 15] as const;

function log(line: string): void {
  console.log(`${new Date().toISOString()} ${line}`);
}

function every(seconds: number, work: () => unknown): void {
  setInterval(work, seconds * 1000);
}

/** Calls `end` once, `linger` seconds after the owner was last seen. */
function watchOwner({ pid, linger }: NonNullable<SupervisorConfig['owner']>, end: (after: number) => void): void {
  const owner = { pid, startedAt: startedAt(pid) };
  const timer = setInterval(() => {
    if (isAlive(owner)) return;
    clearInterval(timer);
    log(`the owner, process ${pid}, is gone`);
    end(linger);
  }, ownerPace * 1000);
}

async function run(config: SupervisorConfig): Promise<void> {
  const engine = new Engine(config, log);
  const desk = new Desk(engine, log);
  const { host, port } = config.listen;
  // The port is also the lock: of two supervisors of one service, the second one ends here.
  await engine.router.listen(host, port);
  const closers: (() => void)[] = [];
  const end = ender(engine, closers, config);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0));
  await engine.begin();
  const admin = await openAdmin(config.folder, { engine, desk, end });
  closers.push(() => admin.close());
  log(`serving ${config.service} at http://${host}:${port}`);
  engine.remember();
  every(leasePace, () => desk.sweep().catch((error: unknown) => log(`sweep: ${String(error)}`)));
  every(historyPace, () => engine.remember());
  if (config.owner) watchOwner(config.owner, end);
}

/** The last call decides when the supervisor ends; once it has begun to, nothing stops it. */
function ender(
  engine: Engine,
  closers: readonly (() => void)[],
  { folder, owner }: SupervisorConfig,
): (after: number) => void {
  const owned = owner !== null;
  let timer: NodeJS.Timeout | undefined;
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    log('ending');
    for (const close of closers) close();
    await engine.end(engine.ledger.stable?.drain ?? 10);
    log('ended');
    // What a run started for itself leaves nothing behind; a kept target's journal stays.
    if (owned) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  return (after) => {
    clearTimeout(timer);
    timer = setTimeout(() => void end(), after * 1000);
  };
}

process.umask(0o077);
// Users' requests go on being served; what failed is in the log.
process.on('uncaughtException', (error) => log(`unexpected: ${error.stack ?? error.message}`));
try {
  const config = readConfig(JSON.parse(await text(process.stdin)));
  ownFolder(config.folder);
  await run(config);
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? portTaken : 1);
}
