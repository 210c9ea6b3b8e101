import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseXml } from '../../../../shared/tools/report/xml.ts';
import { complaint } from './pieces.ts';

const parse = (text: string) => parseXml(Buffer.from(text));

const report = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by a runner -->
<testsuites tests="2" time="0.10">
  <testsuite name="a &amp; b">
    <testcase name="line&#10;feed"><failure message="1 &lt; 2">was <![CDATA[<!DOCTYPE html> &lt;]]></failure></testcase>
    <testcase name="007"/>
  </testsuite>
</testsuites>
`;

describe('an XML report', () => {
  it('keeps attributes and text as strings', () => {
    const failure = { '@message': '1 < 2', '#text': 'was<!DOCTYPE html> &lt;' };
    const testcase = [{ '@name': 'line\nfeed', failure }, { '@name': '007' }];
    const testsuite = { '@name': 'a & b', testcase };
    expect(parse(report)).toEqual({ testsuites: { '@tests': '2', '@time': '0.10', testsuite } });
  });

  it.each(['__proto__', 'constructor', 'toString'])('with an attribute %s changes no prototype', (name) => {
    const { a } = parse(`<a ${name}="x" b="1"/>`) as { a: object };
    expect(Object.getPrototypeOf(a)).toBe(Object.prototype);
    expect(a).toMatchObject({ '@b': '1' });
  });

  it('has only the references that XML knows by itself', () => {
    expect(parse('<a b="&nbsp;&x;&#x41;&#0065;&#x110000;">&quot;&apos;</a>')).toEqual({
      a: { '@b': '&nbsp;&x;AA&#x110000;', '#text': '"\'' },
    });
  });

  const broken: [name: string, text: string, message: string | RegExp][] = [
    ['empty', ' \n', 'the report is empty'],
    ['cut', report.slice(0, 200), /^the report is not valid XML at line \d+, column \d+$/],
    ['with the wrong end', '<a><b></a>', /^the report is not valid XML at line 1, column \d+$/],
    ['no markup', 'all tests passed', 'the report is not valid XML at line 1, column 1'],
    ['HTML', ' <!DOCTYPE html><html></html>', /declares a document type, as HTML does/],
    [
      'with entities',
      '<?xml version="1.0"?><!-- --><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
      /declares a document type/,
    ],
    ['nested too deep', '<a>'.repeat(200) + '</a>'.repeat(200), /nests deeper than 100 levels/],
  ];
  it.each(broken)('that is %s is an error', (_name, text, message) => {
    expect(complaint(() => parse(text))).toMatch(message);
  });

  it('is an error where it is not UTF-8', () => {
    expect(complaint(() => parseXml(Buffer.from([0x3c, 0x61, 0xe9, 0x2f, 0x3e])))).toContain('not valid UTF-8');
  });

  it('is an error wherever it is cut, and the error quotes nothing', () => {
    const end = report.trimEnd().length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end - 1 }), (at) => {
        expect(complaint(() => parse(report.slice(0, at)))).toMatch(/^the report is (empty|not valid XML)(,| at|$)/);
      }),
      { numRuns: 300 },
    );
  });

  it('is read in a time that grows with its size, however odd it is', () => {
    const odd = ['<!---->', '<![CDATA[', '<?a?>', ' ', '&#', '<a ', '<a>'];
    for (const piece of odd) complaint(() => parse(`${piece.repeat(100_000)}<x/>`));
  }, 10_000);
});
