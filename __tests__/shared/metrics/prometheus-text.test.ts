import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { parseExposition, type ScrapedSample } from '../../../shared/metrics/prometheus-text.ts';

const sample = (name: string, value: number, labels: Record<string, string> = {}): ScrapedSample => ({
  name,
  labels,
  value,
});

describe('an exposition', () => {
  const cases: [name: string, text: string, expected: ScrapedSample[]][] = [
    ['of nothing', '', []],
    ['of comments', '# HELP a b {c="d"} 1\n# TYPE a counter\n#\n\n', []],
    ['of a bare number', 'a 1\n', [sample('a', 1)]],
    ['without a line end', 'a 1', [sample('a', 1)]],
    ['with line ends of another system', 'a 1\r\nb 2\r\n', [sample('a', 1), sample('b', 2)]],
    ['with spaces and tabs', '\ta { b = "c" , }\t1e3 1395066363000', [sample('a', 1000, { b: 'c' })]],
    ['with escapes', 'a{b="\\"\\\\\\n}{,= #"} 1', [sample('a', 1, { b: '"\\\n}{,= #' })]],
    ['with an unknown escape, kept as it is', 'a{b="\\d"} 1', [sample('a', 1, { b: '\\d' })]],
    [
      'with numbers of all kinds',
      'a -1.5e-3\nb +Inf\nc 0.\nd .5',
      [sample('a', -0.0015), sample('b', Number.POSITIVE_INFINITY), sample('c', 0), sample('d', 0.5)],
    ],
    ['with NaN', 'a NaN', [sample('a', Number.NaN)]],
    [
      'of OpenMetrics, with exemplar and end',
      'a_total{b="c"} 3 1.5 # {trace_id="x"} 0.67 1.2\n# EOF\nnot read any more',
      [sample('a_total', 3, { b: 'c' })],
    ],
  ];
  it.each(cases)('%s', (_name, text, expected) => {
    expect(parseExposition(text)).toEqual(expected);
  });

  const wrong: [name: string, text: string, message: string][] = [
    ['a page', '<html>', 'line 1: expected the name of a metric, found "<html>"'],
    ['no value', 'ok 1\na', 'line 2: expected a value after a, found "a"'],
    ['a word for a value', 'a x', 'line 1: expected a value after a, found "a x"'],
    ['a hexadecimal value', 'a 0x10', 'line 1: expected a value after a'],
    ['a name with a dash', 'a-b 1', 'line 1: expected a value after a, found "a-b 1"'],
    ['an open brace', 'a{b="c" 1', 'line 1: expected labels such as {code="200"}'],
    ['an open quote', 'a{b="c} 1', 'line 1: expected labels such as {code="200"}'],
    ['no comma', 'a{b="c"d="e"} 1', 'line 1: expected labels such as {code="200"}'],
    ['too much', 'a 1 2 3', 'line 1: expected nothing but a timestamp after the value'],
    [
      'a long line, shortened',
      `a{${'x'.repeat(500)}`,
      'line 1: expected labels such as {code="200"}, found "a{xxxxxxx',
    ],
  ];
  it.each(wrong)('of %s is refused with its line', (_name, text, message) => {
    expect(() => parseExposition(text)).toThrow(message);
    expect(() => parseExposition(text)).toThrow(/^.{0,160}$/);
  });

  it('of prom-client is read as it was counted', async () => {
    const registers = [new Registry()];
    const counter = new Counter({ name: 'c_total', help: 'a "quoted"\nhelp', labelNames: ['path'], registers });
    counter.inc({ path: '/a"b\\c\nd' }, 3);
    new Gauge({ name: 'g', help: 'g', registers }).set(-1.5);
    const histogram = new Histogram({ name: 'h', help: 'h', buckets: [0.1, 1], registers });
    for (const value of [0.05, 0.5, 5]) histogram.observe(value);
    const text = (await registers[0]?.metrics()) ?? '';
    expect(parseExposition(text)).toEqual([
      sample('c_total', 3, { path: '/a"b\\c\nd' }),
      sample('g', -1.5),
      sample('h_bucket', 1, { le: '0.1' }),
      sample('h_bucket', 2, { le: '1' }),
      sample('h_bucket', 3, { le: '+Inf' }),
      sample('h_sum', 5.55),
      sample('h_count', 3),
    ]);
  });

  it('is read or refused, whatever stands in it', () => {
    const unit = fc.constantFrom('a', '{', '}', '"', '\\', '=', ',', ' ', '\n', '#', '1', '.', 'e', '+');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        try {
          parseExposition(text);
        } catch (error) {
          expect(String(error)).toMatch(/^ExpositionError: line \d+: expected /);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
