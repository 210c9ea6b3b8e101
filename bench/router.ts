/** `npm run bench -- router`: the router of target `local` beside its service addressed directly, round by round. */
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ticket } from '../shared/release/target.ts';
import { LocalTarget } from '../shared/targets/local/client.ts';
import { startSupervisor } from '../shared/targets/local/start.ts';
import { median, table } from './measure.ts';
import { saturate, steady } from './router-load.ts';

const rounds = 5;
const changes = 1000;
const holder = { actor: 'bench', run: 'local', attempt: 1 };
/** An answer of the size of a health check. */
const service = `require('node:http').createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status: 'ok', version: process.env.VERSION }));
}).listen(Number(process.env.PORT), '127.0.0.1');`;

interface Rig {
  readonly target: LocalTarget;
  readonly router: string;
  readonly direct: string;
  readonly close: () => Promise<void>;
}

/** Prints each figure beside its target; generator, router and service share the machine's cores. */
export async function benchRouter(): Promise<void> {
  const rig = await setUp();
  try {
    const throughput = await compareThroughput(rig);
    const latency = await compareLatency(rig);
    const lost = await changeUnderLoad(rig);
    const row = (what: string, value: string, wanted: string, good: boolean) => [
      what,
      value,
      wanted,
      good ? 'met' : 'MISSED',
    ];
    table([
      ['router', 'measured', 'wanted', ''],
      row(
        'throughput, over direct',
        `${throughput.ratio.toFixed(2)}x (${throughput.router.toFixed(0)} of ${throughput.direct.toFixed(0)}/s)`,
        '>= 0.15x',
        throughput.ratio >= 0.15,
      ),
      row('added median at 1,000/s', `${latency.added.toFixed(2)} ms`, '< 1 ms', latency.added < 1),
      row(
        'p99 at 1,000/s',
        `${latency.p99.toFixed(2)} ms (direct ${latency.directP99.toFixed(2)} ms)`,
        '< 10 ms',
        latency.p99 < 10,
      ),
      row(`failed over ${changes} weight changes`, `${lost.failed} of ${lost.sent}`, '0', lost.failed === 0),
    ]);
  } finally {
    await rig.close();
  }
}

async function compareThroughput({ router, direct }: Rig) {
  const runs: { direct: number; router: number }[] = [];
  await saturate(direct, 2);
  await saturate(router, 2);
  for (let round = 0; round < rounds; round += 1) {
    runs.push({ direct: await saturate(direct, 2), router: await saturate(router, 2) });
  }
  return {
    ratio: median(runs.map((run) => run.router / run.direct)),
    direct: median(runs.map((run) => run.direct)),
    router: median(runs.map((run) => run.router)),
  };
}

async function compareLatency({ router, direct }: Rig) {
  const runs: { direct: number[]; router: number[] }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push({ direct: (await steady(direct, 1000, 3)).latencies, router: (await steady(router, 1000, 3)).latencies });
  }
  return {
    added: median(runs.map((run) => at(run.router, 0.5) - at(run.direct, 0.5))),
    p99: median(runs.map((run) => at(run.router, 0.99))),
    directP99: median(runs.map((run) => at(run.direct, 0.99))),
  };
}

function at(values: readonly number[], quantile: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * quantile)] ?? Number.NaN;
}

async function changeUnderLoad({ target, router }: Rig): Promise<{ failed: number; sent: number }> {
  let ticket = after(await target.acquire({ version: 'v2', create: true, holder, lease: 600, nonce: 'v2' }));
  await target.stage(ticket);
  const stop = new AbortController();
  const load = steady(router, 1000, 600, stop.signal);
  for (let change = 0; change < changes; change += 1) {
    const weight = [5, 25, 50, 100, 0][change % 5] ?? 0;
    ticket = after(ticket);
    await target.setWeight(ticket, { weight, step: change % 5, reason: 'bench' });
  }
  stop.abort();
  const { failed, latencies } = await load;
  await target.discard(after(ticket), 'rolled-back', 'bench');
  return { failed, sent: latencies.length + failed };
}

function after(ticket: Ticket): Ticket {
  return { ...ticket, sequence: ticket.sequence + 1 };
}

async function setUp(): Promise<Rig> {
  const folder = mkdtempSync('/tmp/jarvis-bench-');
  const port = await freePort();
  const health = { path: '/', timeout: 5, every: 1, start: 10 };
  const traffic = { bounds: [0.01, 0.1, 1], affinity: 'none' } as const;
  const spec = (version: string) => ({
    version,
    command: [process.execPath, '-e', service],
    cwd: '/',
    env: {},
    health,
    drain: 2,
  });
  const target = new LocalTarget({ folder, traffic, spec, check: 5, drain: 2 });
  const config = {
    service: 'bench',
    listen: { host: '127.0.0.1', port },
    folder,
    owner: { pid: process.pid, linger: 0 },
  };
  const entry = join(import.meta.dirname, '../shared/targets/local/supervisor/main.ts');
  await startSupervisor({ entry, node: process.execPath, config, startTimeout: 15 });
  const ticket = await target.acquire({ version: 'v1', create: true, holder, lease: 60, nonce: 'v1' });
  const { url } = await target.stage(after(ticket));
  await target.promote(after(after(ticket)));
  const close = async () => {
    await target.end(0);
    while (
      await target.inspect().then(
        () => true,
        () => false,
      )
    )
      await sleep(50);
    await sleep(500);
    rmSync(folder, { recursive: true, force: true });
  };
  return { target, router: `http://127.0.0.1:${port}`, direct: url ?? '', close };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
