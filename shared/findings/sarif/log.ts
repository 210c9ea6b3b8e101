/** The frame of a SARIF file of ours, with the mark that it is known by, as text in pieces. */
import type { Run } from 'sarif';

/** In the log's properties; `complete` is false where results were left out. */
export interface Mark {
  readonly jarvis: typeof mark;
  readonly complete: boolean;
}

export const mark = 'jarvis.sarif/1';

export interface Written {
  /** To be written one after the other. */
  readonly text: Iterable<string>;
  /** Results that have no room in it. */
  readonly left: number;
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A result a line, or, where it is `pretty`, for people who compare two versions of it. */
export function* logText(runs: readonly Run[], complete: boolean, pretty = false): Generator<string> {
  const properties: Mark = { jarvis: mark, complete };
  yield `{"$schema":${JSON.stringify(schema)},\n"version":"2.1.0",\n"properties":${JSON.stringify(properties)},\n"runs":[`;
  let separator = '';
  for (const { results = [], ...run } of runs) {
    yield `${separator}\n${JSON.stringify(run).slice(0, -1)},\n"results":[`;
    separator = '';
    for (const result of results) {
      yield `${separator}\n${JSON.stringify(result, null, pretty ? 1 : 0)}`;
      separator = ',';
    }
    yield ']}';
    separator = ',';
  }
  yield ']}\n';
}
