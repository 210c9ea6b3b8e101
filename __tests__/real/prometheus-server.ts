/** A real Prometheus server of a test's own: on loopback, one scrape a second, and perhaps with a past. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Scraped {
  /** Host and port. */
  readonly target: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Server {
  readonly url: string;
  end(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const configOf = (scraped: readonly Scraped[]) =>
  JSON.stringify({
    global: { scrape_interval: '1s', scrape_timeout: '900ms' },
    scrape_configs: [
      { job_name: 'api', static_configs: scraped.map(({ target, labels }) => ({ targets: [target], labels })) },
    ],
  });

function body(port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = get({ host: '127.0.0.1', port, path, timeout: 1000 }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => resolve(answer.statusCode === 200 ? text : ''));
    });
    sent.on('error', () => resolve(''));
    sent.on('timeout', () => sent.destroy());
  });
}

/** Ready, and every target scraped once, which is some seconds later. */
async function isReady(port: number, targets: number): Promise<boolean> {
  if ((await body(port, '/-/ready')) === '') return false;
  return targets === 0 || (await body(port, '/api/v1/query?query=count(up)')).includes(`,"${targets}"]`);
}

async function until(ready: () => Promise<boolean>, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) break;
    if (await ready()) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`prometheus is not ready: ${output().slice(-1000)}`);
}

/** `past` is OpenMetrics text with timestamps: what the server has stored before it starts. */
export async function startPrometheus(path: string, scraped: readonly Scraped[], past?: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-prometheus-'));
  const [config, data] = [join(folder, 'prometheus.yml'), join(folder, 'data')];
  writeFileSync(config, configOf(scraped));
  if (past !== undefined) {
    const text = join(folder, 'past.txt');
    writeFileSync(text, past);
    const argv = ['tsdb', 'create-blocks-from', 'openmetrics', text, data];
    await promisify(execFile)(join(dirname(path), 'promtool'), argv, { timeout: 60_000 });
  }
  const port = await freePort();
  const argv = [`--config.file=${config}`, `--storage.tsdb.path=${data}`, `--web.listen-address=127.0.0.1:${port}`];
  const child = spawn(path, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-5000);
  });
  await until(
    () => isReady(port, scraped.length),
    child,
    () => said,
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url: `http://127.0.0.1:${port}`,
    async end() {
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
