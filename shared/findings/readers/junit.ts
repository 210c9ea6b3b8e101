/** JUnit XML of any test runner, as fast-xml-parser gives it: attributes with `@`, an element of text alone as a text. */
import type { Draft, Location, Reading } from '../model.ts';
import { attribute, decoded, elements, type Node, type Suite, type Tree, walk } from './junit-tree.ts';
import { place } from './place.ts';
import { type ReadContext, type Reader, ReportError } from './reader.ts';
import { line } from './redact.ts';
import { fields, given, text, whole } from './shape.ts';

export const junit: Reader = {
  id: 'junit',
  format: 'xml',
  each: [],
  begin(context) {
    return {
      item() {
        throw new ReportError('a JUnit report comes whole');
      },
      end: (document) => read(walk(document), context),
    };
  },
};

function read(tree: Tree, context: ReadContext): Reading {
  const { suites, cases } = tree;
  // What a suite itself failed with, such as its set-up, belongs to no test case.
  const failed = [...suites, ...cases].filter((node) => problemsOf(node).length > 0);
  const skipped = cases.filter((test) => isSkipped(test) && problemsOf(test).length === 0).length;
  const ran = cases.length - skipped;
  return {
    tool: { name: 'JUnit', version: null },
    drafts: failed.map((node) => draftOf(node, tree, context)),
    scanned: ran,
    skipped: ran > 0 ? [] : [cases.length === 0 ? 'the report has no test' : 'every test was skipped'],
    errors: unnamed(suites),
    notes: notesOf(cases, skipped),
    secrets: [],
  };
}

const problemsOf = ({ element }: Node): readonly (readonly [kind: 'failure' | 'error', problem: unknown])[] => [
  ...elements(element, 'failure').map((problem) => ['failure', problem] as const),
  ...elements(element, 'error').map((problem) => ['error', problem] as const),
];

/** By an element, or by the words of GoogleTest and its kin. */
function isSkipped({ element }: Node): boolean {
  const words = [attribute(element, 'status'), attribute(element, 'result')];
  return (
    elements(element, 'skipped').length > 0 ||
    words.some((word) => word !== undefined && /^(notrun|skipped|disabled|ignored|suppressed)$/i.test(word))
  );
}

/** A suite that counts more failures than it names was cut off, or tells them in a way that is not understood. */
function unnamed(suites: readonly Suite[]): readonly string[] {
  for (const { element, within } of suites) {
    const counted = count(attribute(element, 'failures')) + count(attribute(element, 'errors'));
    const named = within.reduce((sum, node) => sum + problemsOf(node).length, 0);
    if (counted > named) return [`the report counts ${counted} failed tests and names ${named}`];
  }
  return [];
}

const count = (value: string | undefined) => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : 0);

function notesOf(cases: readonly Node[], skipped: number): readonly string[] {
  const flaky = cases.filter(({ element }) =>
    ['flakyFailure', 'flakyError'].some((name) => elements(element, name).length > 0),
  ).length;
  return [
    ...(skipped > 0 ? [`${skipped} of ${cases.length} tests were skipped`] : []),
    ...(flaky > 0 ? [`${flaky} of ${cases.length} tests passed only when they were run again`] : []),
  ];
}

function draftOf(node: Node, { firstLine }: Tree, context: ReadContext): Draft {
  const [kind, problem] = problemsOf(node)[0] ?? ['failure', undefined];
  const id = nameOf(node);
  const said = kind === 'error' ? 'The test did not come to its end' : 'The test failed';
  return {
    category: 'test',
    rule: { id },
    aliases: [],
    severity: { level: 'high', original: null },
    title: reasonOf(problem) || said,
    message: `${said}: ${id}`,
    pointer: node.pointer,
    ...given({ location: locationOf(node, firstLine, context) }),
  };
}

/** The same from run to run: class and name, or all suites and the name where the class says nothing. */
function nameOf({ element, names }: Node): string {
  const type = attribute(element, 'classname');
  const name = names.at(-1) ?? 'a test without a name';
  const parts = type === undefined || type === 'test' ? names : type === name ? [name] : [type, name];
  return line(parts.join(' > ') || name, 300);
}

/** The first line of the message alone: the rest is output and source, which may hold anything. */
function reasonOf(problem: unknown): string {
  const body = text(problem) ?? text(fields(problem)['#text']) ?? '';
  const message = attribute(fields(problem), 'message') ?? decoded(body);
  const first = /\S.*/.exec(message)?.[0] ?? attribute(fields(problem), 'type') ?? '';
  return line(first, 200);
}

function locationOf({ element, file }: Node, firstLine: 0 | 1, { workspace }: ReadContext): Location | undefined {
  if (file === undefined) return undefined;
  const at = attribute(element, 'line');
  const number = at !== undefined && /^\d{1,9}$/.test(at) ? Number(at) + 1 - firstLine : undefined;
  return { ...place(file, workspace), ...given({ startLine: whole(number) }) };
}
