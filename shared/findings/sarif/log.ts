/** The frame of a SARIF file of ours, with the mark that it is known by, as text in pieces. */
import type { Result, Run } from 'sarif';
import type { Finding } from '../model.ts';

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

/** A run whose results are made one by one while it is written: there may be 100,000 of them. */
export interface LazyRun {
  readonly run: Run;
  readonly findings: readonly Finding[];
  readonly resultOf: (finding: Finding) => Result;
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A result a line, or, where it is `pretty`, for people who compare two versions of it. */
export function* logText(runs: readonly LazyRun[], complete: boolean, pretty = false): Generator<string> {
  const properties: Mark = { jarvis: mark, complete };
  yield `{"$schema":${JSON.stringify(schema)},\n"version":"2.1.0",\n"properties":${JSON.stringify(properties)},\n"runs":[`;
  let separator = '';
  for (const { run, findings, resultOf } of runs) {
    yield `${separator}\n${JSON.stringify(run).slice(0, -1)},\n"results":[`;
    separator = '';
    for (const finding of findings) {
      yield `${separator}\n${JSON.stringify(resultOf(finding), null, pretty ? 1 : 0)}`;
      separator = ',';
    }
    yield ']}';
    separator = ',';
  }
  yield ']}\n';
}
