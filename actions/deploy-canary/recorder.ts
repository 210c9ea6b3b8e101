/** Writes evidence as it happens: a killed job leaves every line it saw. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EvidenceLine } from '../../shared/release/evidence.ts';

export class Recorder {
  readonly file: string;
  /** What was written, for the report. */
  readonly lines: EvidenceLine[] = [];

  constructor(file: string) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  write(...lines: readonly EvidenceLine[]): void {
    this.lines.push(...lines);
    appendFileSync(this.file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
  }
}
