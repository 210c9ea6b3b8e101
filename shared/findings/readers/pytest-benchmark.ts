/** pytest-benchmark's JSON: the time of a call in seconds, a sample a round where the data was saved. */
import type { Benchmark } from '../model.ts';
import { foreign } from './guess.ts';
import type { Reader } from './reader.ts';
import { line } from './redact.ts';
import { figures, needMeasure, samplesOf } from './samples.ts';
import { type Fields, fields, isList, need, needText, text } from './shape.ts';

export const pytestBenchmark: Reader = {
  id: 'pytest-benchmark',
  format: 'json',
  each: ['$.benchmarks.*'],
  begin() {
    const benchmarks: Benchmark[] = [];
    return {
      item(value) {
        benchmarks.push(benchmarkOf(need(value)));
      },
      end(document) {
        const report = fields(document);
        if (!isList(report['benchmarks']) || !Object.hasOwn(report, 'machine_info')) throw foreign(document);
        const version = text(report['version']);
        return figures({ name: 'pytest-benchmark', version: version ? line(version, 40) : null }, benchmarks);
      },
    };
  },
};

function benchmarkOf(benchmark: Fields): Benchmark {
  const stats = need(benchmark['stats']);
  return {
    name: line(needText(benchmark['fullname'] ?? benchmark['name'], 'fullname')),
    unit: 's',
    higherIsBetter: false,
    samples: samplesOf(stats['data'], 'time of a round'),
    value: needMeasure(stats['median'] ?? stats['mean'], 'median'),
  };
}
