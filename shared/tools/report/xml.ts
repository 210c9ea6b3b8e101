/** An XML report as an object: attributes as `@name`, text as `#text`, all of it strings; nothing is expanded. */
import { type X2jOptions, XMLParser, XMLValidator } from 'fast-xml-parser';
import { ReportError } from '../../findings/readers/reader.ts';
import { placed, start, textOf } from './text.ts';

/** Bytes; as an object in memory it is about nine times as large. */
export const largestXml = 32 * 1024 * 1024;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const references = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

/** With the five names and the numbers that XML itself knows; others stay as they are written. */
function resolve(text: string): string {
  return text.replace(references, (all, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named[name] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0x10ffff ? all : String.fromCodePoint(code);
  });
}

const options: X2jOptions = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  tagValueProcessor: (_name, value) => resolve(value),
  attributeValueProcessor: (_name, value) => resolve(value),
};

/** @throws ReportError */
export function parseXml(bytes: Uint8Array): unknown {
  const text = textOf(bytes, start);
  if (text.trim() === '') throw new ReportError('the report is empty');
  // Nobody writes one into a report, and whoever does may want entities expanded.
  if (declaresType(text))
    throw new ReportError('the report declares a document type, as HTML does; expected plain XML');
  const checked = XMLValidator.validate(text);
  // Its message quotes names of the report.
  if (checked !== true) {
    throw placed('the report is not valid XML', { line: checked.err.line, column: checked.err.col || 1 });
  }
  try {
    return new XMLParser(options).parse(literal(text));
  } catch {
    throw new ReportError('the report is not valid XML, or nests deeper than 100 levels');
  }
}

/** Whether a DOCTYPE stands before the first element, behind any declarations and comments. */
function declaresType(text: string): boolean {
  let at = 0;
  while (at >= 0) {
    at += text.slice(at).search(/\S|$/);
    const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (closing === undefined) return /^<!doctype/i.test(text.slice(at, at + 9));
    at = text.indexOf(closing, at);
    if (at >= 0) at += closing.length;
  }
  return false;
}

/** What stands in CDATA is text already; the parser does not tell it from other text afterwards. */
function literal(text: string): string {
  const [before = '', ...sections] = text.split('<![CDATA[');
  const escaped = sections.map((section) => {
    const end = section.indexOf(']]>');
    const length = end < 0 ? section.length : end;
    return section.slice(0, length).replaceAll('&', '&amp;') + section.slice(length);
  });
  return [before, ...escaped].join('<![CDATA[');
}
