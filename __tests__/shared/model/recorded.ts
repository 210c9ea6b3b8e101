/** Replies that a real Ollama gave. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../fixtures/ollama');

export interface Recorded {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** @param name of a file in the fixtures, without `.txt` */
export function recorded(name: string): Recorded {
  const lines = readFileSync(join(folder, `${name}.txt`), 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith('HTTP/1.1 '));
  const end = lines.findIndex((line, index) => index > start && !/^[A-Z][\w-]*: /.test(line));
  const type = lines.find((line) => line.startsWith('Content-Type: ')) ?? '';
  return {
    status: Number(lines[start]?.split(' ')[1]),
    type: type.slice('Content-Type: '.length),
    body: lines.slice(end).join('\n').trim(),
  };
}

/** Its body as JSON; of a streamed one its lines. */
export function recordedLines(name: string): readonly Record<string, unknown>[] {
  return recorded(name)
    .body.split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

export const tinyDigest = '34fabe0f7ec62c48112d30ca3bb26e9ab968bc644b949a9e1b294bbcd1770f41';
