/** What a process writes: kept in a file that cannot grow without end, and the end of its stderr for errors. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';

const fileLimit = 5_000_000;
const tailLimit = 4096;

export class Output {
  private readonly file: string;
  private size: number;
  private tail = Buffer.alloc(0);

  /** @param file its predecessor is kept beside it as `.1` */
  constructor(file: string) {
    this.file = file;
    this.size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  capture(stdout: Readable, stderr: Readable): void {
    stdout.on('data', (chunk: Buffer) => this.write(chunk));
    stderr.on('data', (chunk: Buffer) => {
      this.tail = Buffer.concat([this.tail, chunk]).subarray(-tailLimit);
      this.write(chunk);
    });
  }

  /** The last 4 kB of stderr. */
  end(): string {
    return this.tail.toString().trim();
  }

  /** A full disk must not take the service down with it. */
  private write(chunk: Buffer): void {
    try {
      if (this.size > fileLimit) {
        renameSync(this.file, `${this.file}.1`);
        this.size = 0;
      }
      appendFileSync(this.file, chunk, { mode: 0o600 });
      this.size += chunk.length;
    } catch {
      this.size = 0;
    }
  }
}
