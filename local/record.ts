/** What a run leaves in its folder beside logs and artifacts. */
import { appendFileSync, closeSync, openSync, writeSync } from 'node:fs';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Annotation, NewEvent, RunEvent } from './events.ts';
import { type Final, jobWord } from './outcome.ts';
import type { RunResult } from './runner/run-state.ts';

export interface Recorder {
  /** Dates the event and keeps it. */
  record(event: NewEvent): RunEvent;
  readonly annotations: readonly Annotation[];
}

/** Writes every event to `events.ndjson` as it happens. */
export function createRecorder(folder: string): Recorder {
  const path = join(folder, 'events.ndjson');
  closeSync(openSync(path, 'w', 0o600));
  const annotations: Annotation[] = [];
  return {
    annotations,
    record: (event) => {
      const { event: kind, ...rest } = event;
      const dated = { event: kind, at: new Date().toISOString(), ...rest } as RunEvent;
      if (dated.event === 'annotation') annotations.push(dated);
      appendFileSync(path, `${JSON.stringify(dated)}\n`);
      return dated;
    },
  };
}

/** All step summaries in one page, the verdict first. Pure. */
export function renderSummary(result: RunResult, final: Final): string {
  const heading = `# ${final.verdict}: ${final.conclusion}, weight ${final.weight} %`;
  const jobs = result.jobs.map(({ name, conclusion }) => `- ${name}: ${jobWord(conclusion)}`);
  const parts = result.jobs.flatMap(({ name, summaries }) =>
    summaries.length > 0 ? [`## ${name}`, ...summaries] : [],
  );
  return `${[heading, jobs.join('\n'), ...parts].join('\n\n')}\n`;
}

/** Writes the files that are only known at the end. */
export async function writeRecords(
  folder: string,
  result: RunResult,
  final: Final,
  annotations: readonly Annotation[],
): Promise<void> {
  const outputs = Object.fromEntries(
    result.jobs.map(({ id, conclusion, outputs: values }) => [id, { conclusion, outputs: values }]),
  );
  await Promise.all([
    writeFile(join(folder, 'summary.md'), renderSummary(result, final)),
    writeFile(join(folder, 'outputs.json'), `${JSON.stringify(outputs, null, 2)}\n`),
    writeFile(join(folder, 'annotations.json'), `${JSON.stringify(annotations, null, 2)}\n`),
    copyEvidence(folder, result.artifacts),
  ]);
}

async function copyEvidence(folder: string, artifacts: readonly string[]): Promise<void> {
  for (const name of artifacts) {
    const files = await readdir(join(folder, 'artifacts', name), { recursive: true });
    const found = files.find((file) => file.split('/').at(-1) === 'evidence.ndjson');
    if (found === undefined) continue;
    return copyFile(join(folder, 'artifacts', name, found), join(folder, 'evidence.ndjson'));
  }
}

/**
 * Writes at once, so that nothing is lost when the process ends; a reader that has left does not end the run: `false`
 * says that there is none.
 */
export function writeNow(descriptor: number, text: string): boolean {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['EPIPE', 'EIO'].includes(code)) return false;
      if (code !== 'EAGAIN') throw error;
    }
  }
  return true;
}
