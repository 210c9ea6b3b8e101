/** The real local target: a supervisor and processes of its own for each topic. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConformanceBed, Lingering } from '../conformance/bed.ts';
import { conformance } from '../conformance/conformance.ts';
import { alive, type Bed, makeBed, until } from './bed.ts';

/** Users that ask at the same time. */
const users = 8;

class LocalBed implements ConformanceBed {
  readonly target;
  private readonly bed: Bed;
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: users });
  private lingering = 0;

  constructor(bed: Bed) {
    this.bed = bed;
    this.target = bed.target;
    writeFileSync(this.file('sick-dead'), '');
  }

  sleep(seconds: number): Promise<void> {
    return sleep(seconds * 1000);
  }

  other() {
    return this.bed.client();
  }

  async sicken(version: string): Promise<void> {
    writeFileSync(this.file(`sick-${version}`), '');
  }

  async cure(version: string): Promise<void> {
    rmSync(this.file(`sick-${version}`), { force: true });
  }

  async crash(version: string): Promise<void> {
    const { versions } = await this.target.inspect();
    const url = versions.find((each) => each.version === version)?.url;
    if (!url) throw new Error(`${version} does not run`);
    await fetch(`${url}/crash`).catch(() => undefined);
  }

  async restart(): Promise<void> {
    const { pid } = this.bed;
    process.kill(pid, 'SIGKILL');
    await until(() => !alive(pid));
    // Connections to the killed one are of no more use.
    this.agent.destroy();
    await this.bed.start();
  }

  async send(count: number): Promise<Record<string, number>> {
    const seen: Record<string, number> = {};
    let left = count;
    const user = async () => {
      for (; left > 0; ) {
        left -= 1;
        const version = await this.ask('/');
        seen[version] = (seen[version] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: users }, user));
    return seen;
  }

  async linger(version: string): Promise<Lingering> {
    this.lingering += 1;
    const mark = `end-${this.lingering}`;
    const answer = this.ask(`/linger?until=${mark}`, { 'x-jarvis-version': version });
    await until(() => existsSync(this.file(`${mark}.begun`)));
    const end = async () => {
      writeFileSync(this.file(mark), '');
      return (await answer) === version ? 'answered' : 'failed';
    };
    return { end };
  }

  async close(): Promise<void> {
    this.agent.destroy();
    await this.bed.close();
  }

  private file(name: string): string {
    return join(this.bed.folder, name);
  }

  /** The version that answered as it should, or `failed`. */
  private ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    return new Promise((resolve) => {
      const request = http.get(`${this.bed.url}${path}`, { agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve('failed'));
        response.on('end', () => resolve(response.statusCode === 200 ? Buffer.concat(chunks).toString() : 'failed'));
      });
      request.on('error', () => resolve('failed'));
    });
  }
}

conformance({ name: 'local', lease: 1, make: async () => new LocalBed(await makeBed({ drain: 0.3, every: 0.1 })) });
