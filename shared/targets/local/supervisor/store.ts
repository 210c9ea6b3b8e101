/**
 * The state file: written as a whole, durable when `save` resolves. The one before it is kept, for the case that the
 * last one cannot be read.
 */
import { readFileSync, renameSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity } from '../fleet/identity.ts';
import type { Ledger } from '../ledger/ledger.ts';

export interface State {
  readonly ledger: Ledger;
  /** Processes that were running, to be ended by the next supervisor if this one is killed. */
  readonly processes: readonly Identity[];
}

export class Store {
  private readonly folder: string;
  private readonly file: string;
  private readonly previous: string;
  private last: Promise<void> = Promise.resolve();
  /** As it stands in the file. */
  private ledger: Ledger | null = null;

  constructor(folder: string) {
    this.folder = folder;
    this.file = join(folder, 'state.json');
    this.previous = join(folder, 'state.previous.json');
  }

  /** @returns null when there is none; one that cannot be read is set aside, and the one before it is used */
  load(service: string, log: (line: string) => void): State | null {
    for (const file of [this.file, this.previous]) {
      const state = read(file, service, log);
      if (state === null) continue;
      if (file === this.previous) log(`the target goes on from ${file}: what was ordered last may be missing`);
      return state;
    }
    return null;
  }

  /**
   * One write after the other. Without a ledger the one written last is kept: a note about processes must not undo a
   * change that is being made durable.
   * @throws the file system's error when the state is not durable
   */
  save(ledger: Ledger | null, processes: () => readonly Identity[]): Promise<void> {
    const written = this.last.then(async () => {
      const current = ledger ?? this.ledger;
      if (current === null) return;
      await this.write(JSON.stringify({ ledger: current, processes: processes() } satisfies State));
      this.ledger = current;
    });
    this.last = written.catch(() => undefined);
    return written;
  }

  private async write(content: string): Promise<void> {
    const temporary = `${this.file}.tmp`;
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    // A second name for the file that is about to be replaced, so that there is a state file at every moment.
    await rm(this.previous, { force: true });
    await link(this.file, this.previous).catch(unlessAbsent);
    await rename(temporary, this.file);
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

/** Null when there is none that can be used. */
function read(file: string, service: string, log: (line: string) => void): State | null {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as State;
    if (isWhole(state, service)) return state;
    throw new Error('it is not the state of this service');
  } catch (error) {
    if (isAbsent(error)) return null;
    const aside = `${file}.broken-${Date.now()}`;
    renameSync(file, aside);
    log(`the state file could not be used (${String(error)}); it is kept as ${aside}`);
    return null;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function unlessAbsent(error: unknown): void {
  if (!isAbsent(error)) throw error;
}

/** Enough to tell a half-written or foreign file; the ledger was checked when it was made. */
function isWhole(state: State, service: string): boolean {
  const { ledger, processes } = state;
  const lists = [ledger.former, ledger.ended, ledger.journal, ledger.traffic.bounds, processes];
  return (
    ledger.schema === 'jarvis.ledger/1' && ledger.service === service && lists.every((list) => Array.isArray(list))
  );
}
