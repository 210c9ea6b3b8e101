/** The elements of a JUnit report, whatever nesting the test runner gave them. */
import { foreign } from './guess.ts';
import { ReportError } from './reader.ts';
import { type Fields, fields, isList, text } from './shape.ts';

/** A suite or a test case. */
export interface Node {
  readonly element: Fields;
  /** Names from the outermost suite to this element. */
  readonly names: readonly string[];
  /** Its own file, or that of the suite around it. */
  readonly file: string | undefined;
  readonly pointer: string;
}

export interface Suite extends Node {
  /** Itself, and every suite and test case inside of it. */
  readonly within: readonly Node[];
}

export interface Tree {
  readonly suites: readonly Suite[];
  readonly cases: readonly Node[];
  /** pytest counts lines from 0, the others from 1. */
  readonly firstLine: 0 | 1;
}

/** Nobody nests deeper by hand. */
const deepest = 100;

/** @throws ReportError for what is no JUnit report */
export function walk(document: unknown): Tree {
  const top: Node = { element: fields(document), names: [], file: undefined, pointer: '' };
  const root = ['testsuites', 'testsuite'].find((name) => Object.hasOwn(top.element, name));
  if (root === undefined) throw foreign(document);
  const nodes: Node[] = [];
  const cases: Node[] = [];
  const suites: Suite[] = [];
  const visit = (node: Node, depth: number) => {
    if (depth > deepest) throw new ReportError(`its suites are nested more than ${deepest} deep`);
    const first = nodes.push(node) - 1;
    for (const test of children(node, 'testcase')) {
      nodes.push(test);
      cases.push(test);
    }
    for (const suite of children(node, 'testsuite')) visit(suite, depth + 1);
    suites.push({ ...node, within: nodes.slice(first) });
  };
  const roots = children(top, root);
  for (const node of roots) visit(root === 'testsuites' ? { ...node, names: [] } : node, 0);
  const pytest = roots.some(({ element }) => attribute(element, 'name') === 'pytest tests');
  return { suites, cases, firstLine: pytest ? 0 : 1 };
}

/** Elements of a name: none, one, or a list, as the parser makes lists only of several. */
export function elements(parent: Fields, name: string): readonly unknown[] {
  if (!Object.hasOwn(parent, name)) return [];
  const value = parent[name];
  return isList(value) ? value : [value];
}

function children({ element, names, file, pointer }: Node, name: string): readonly Node[] {
  const found = elements(element, name);
  return found.map((value, index) => {
    const child = fields(value);
    const own = attribute(child, 'name');
    return {
      element: child,
      names: own === undefined ? names : [...names, own],
      file: attribute(child, 'file') ?? file,
      pointer: `${pointer}/${name}${found.length > 1 ? `/${index}` : ''}`,
    };
  });
}

/** Without spaces around; undefined where it is empty. */
export const attribute = (element: Fields, name: string): string | undefined =>
  decoded(text(element[`@${name}`]) ?? '').trim() || undefined;

/** No text is looked at beyond this. */
const longest = 10_000;

/** The beginning of a text with its numeric references, such as `&#10;`, which the parser leaves as they are. */
export function decoded(value: string): string {
  return value.slice(0, longest).replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (reference, hex, decimal) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });
}
