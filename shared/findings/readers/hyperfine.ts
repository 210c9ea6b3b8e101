/** hyperfine's `--export-json`: the time of every single run of a command, in seconds. */
import type { Benchmark } from '../model.ts';
import { foreign } from './guess.ts';
import type { Reader } from './reader.ts';
import { line } from './redact.ts';
import { figures, needMeasure, samplesOf } from './samples.ts';
import { type Fields, fields, isList, list, need, needText } from './shape.ts';

export const hyperfine: Reader = {
  id: 'hyperfine',
  format: 'json',
  each: ['$.results.*'],
  begin() {
    const benchmarks: Benchmark[] = [];
    const notes: string[] = [];
    return {
      item(value) {
        const result = need(value);
        const benchmark = benchmarkOf(result);
        benchmarks.push(benchmark);
        notes.push(...failedRuns(benchmark.name, list(result['exit_codes'])));
      },
      end(document) {
        if (!isList(fields(document)['results'])) throw foreign(document);
        return figures({ name: 'hyperfine', version: null }, benchmarks, { notes });
      },
    };
  },
};

/** A command may carry a token, so its name is shown as every other message is. */
function benchmarkOf(result: Fields): Benchmark {
  const samples = samplesOf(result['times'], 'time of a run');
  return {
    name: line(needText(result['command'], 'command')),
    unit: 's',
    higherIsBetter: false,
    samples,
    value: needMeasure(result['median'] ?? result['mean'], 'median'),
  };
}

/** `--ignore-failure` measures them too, and a command that fails at once looks fast. */
function failedRuns(name: string, codes: readonly unknown[]): readonly string[] {
  const failed = codes.filter((code) => code !== 0).length;
  return failed > 0 ? [`${name}: ${failed} of ${codes.length} runs ended with a failure`] : [];
}
