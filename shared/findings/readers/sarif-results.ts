/** What is kept of a result until the rules are known; the rest of it, such as code flows, may be large. */
import type { Suppression } from '../model.ts';
import { wordOf } from './rating.ts';
import { line } from './redact.ts';
import { type Fields, fields, given, list, number, text, texts, whole } from './shape.ts';

export interface Result {
  readonly run: number;
  readonly pointer: string;
  readonly ruleId?: string;
  readonly ruleIndex?: number;
  /** Where its rule is not the driver's. */
  readonly component?: { readonly index?: number; readonly name?: string };
  readonly level?: string;
  readonly kind: string;
  readonly message: Message;
  readonly score?: number;
  readonly artifact?: Artifact;
  readonly region: Region;
  readonly logical?: string;
  readonly snippet?: string;
  readonly suppression?: Suppression;
}

export interface Message {
  readonly text?: string;
  readonly id?: string;
  readonly arguments: readonly string[];
}

export interface Artifact {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

interface Region {
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** Whoever says `pass` and `error` at once is not believed the better half. */
export function isFinding(result: Fields): boolean {
  const passed = ['pass', 'notApplicable', 'informational'].includes(String(result['kind']));
  return !passed || result['level'] === 'error' || result['level'] === 'warning';
}

export function resultOf(result: Fields, run: number, pointer: string): Result {
  const reference = fields(result['rule']);
  const location = fields(list(result['locations'])[0]);
  const physical = fields(location['physicalLocation']);
  const region = fields(physical['region']);
  const logical = fields(list(location['logicalLocations'])[0]);
  return given({
    run,
    pointer,
    ruleId: text(result['ruleId']) ?? text(reference['id']),
    ruleIndex: whole(result['ruleIndex'], 0) ?? whole(reference['index'], 0),
    component: componentOf(reference['toolComponent']),
    level: wordOf(result['level']) ?? undefined,
    kind: text(result['kind']) ?? 'fail',
    message: messageOf(result['message']),
    score: scoreOf(result['properties']),
    artifact: artifactOf(physical['artifactLocation']),
    region: given({
      startLine: whole(region['startLine']),
      startColumn: whole(region['startColumn']),
      endLine: whole(region['endLine']),
      endColumn: whole(region['endColumn']),
    }),
    logical: text(logical['fullyQualifiedName']) ?? text(logical['name']),
    snippet: text(fields(region['snippet'])['text']),
    suppression: suppressionOf(list(result['suppressions']).map(fields)),
  });
}

function componentOf(value: unknown): Result['component'] {
  const component = fields(value);
  const index = whole(component['index'], 0);
  const name = text(component['name']);
  return index === undefined && name === undefined ? undefined : given({ index, name });
}

export function messageOf(value: unknown): Message {
  const message = fields(value);
  return given({ text: text(message['text']), id: text(message['id']), arguments: texts(message['arguments']) });
}

export function artifactOf(value: unknown): Artifact | undefined {
  const artifact = fields(value);
  const uri = text(artifact['uri']);
  const index = whole(artifact['index'], 0);
  if (uri === undefined && index === undefined) return undefined;
  return given({ uri, uriBaseId: text(artifact['uriBaseId']), index });
}

/** GitHub's `security-severity` is a number in quotes; 0 is how tools say that they know none. */
export function scoreOf(properties: unknown): number | undefined {
  const said = fields(properties)['security-severity'];
  const score = number(typeof said === 'string' && said.trim() !== '' ? Number(said) : said);
  return score !== undefined && score > 0 && score <= 10 ? score : undefined;
}

/** It counts only where nobody objects: one that is rejected or under review outweighs the others. */
function suppressionOf(suppressions: readonly Fields[]): Suppression | undefined {
  const open = suppressions.find((one) => one['status'] === 'rejected' || one['status'] === 'underReview');
  const chosen = open ?? suppressions[0];
  if (chosen === undefined) return undefined;
  const status = chosen['status'];
  const kind = chosen['kind'] === 'inSource' ? 'inSource' : 'external';
  return {
    kind,
    status: status === 'rejected' || status === 'underReview' ? status : 'accepted',
    origin: kind === 'inSource' ? 'a comment in the source' : 'the report',
    justification: line(text(chosen['justification']) ?? ''),
  };
}
