/** What a run says once for all of its results: the tool, its rules, and where files lie. */
import type { Rule } from '../model.ts';
import { decode, type Place, place } from './place.ts';
import { wordOf } from './rating.ts';
import { ReportError } from './reader.ts';
import { line, link } from './redact.ts';
import { type Artifact, artifactOf, type Result, scoreOf } from './sarif-results.ts';
import { cwes, type Fields, fields, given, isList, list, text, texts } from './shape.ts';

export interface Run {
  readonly name: string;
  readonly version: string | null;
  /** The driver, then its extensions. */
  readonly components: readonly Component[];
  readonly evaluated: boolean;
  readonly invocations: readonly Fields[];
  /** Undefined where no file is named. */
  placeOf(artifact: Artifact | undefined): Place | undefined;
}

interface Component {
  readonly name: string | undefined;
  readonly rules: readonly Described[];
  readonly byId: ReadonlyMap<string, Described>;
  /** Messages for all of its rules. */
  readonly messages: Fields;
}

export interface Described {
  readonly rule: Rule;
  /** What the rule is about, in a line. */
  readonly summary: string | undefined;
  readonly level: string | undefined;
  readonly score: number | undefined;
  readonly precision: string | undefined;
  readonly messages: Fields;
}

export function runOf(run: Fields, workspace: string): Run {
  const tool = fields(run['tool']);
  const driver = fields(tool['driver']);
  const name = text(driver['name']);
  if (name === undefined || name === '') throw new ReportError('a run of the report does not name its tool');
  const bases = fields(run['originalUriBaseIds']);
  const artifacts = list(run['artifacts']).map((artifact) => artifactOf(fields(artifact)['location']));
  return {
    name: line(name, 100),
    version: text(driver['semanticVersion']) ?? text(driver['version']) ?? null,
    components: [driver, ...list(tool['extensions']).map(fields)].map(componentOf),
    evaluated: isList(run['results']),
    invocations: list(run['invocations']).map(fields),
    placeOf(artifact) {
      const known = artifact?.uri === undefined ? artifacts[artifact?.index ?? -1] : artifact;
      return known?.uri === undefined ? undefined : place(resolve(known.uri, known.uriBaseId, bases, 0), workspace);
    },
  };
}

/** Bases may stand on bases; one without an address, such as `%SRCROOT%`, is the workspace. */
function resolve(uri: string, base: string | undefined, bases: Fields, depth: number): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(uri)) return uri;
  const below = base === undefined ? undefined : artifactOf(bases[base]);
  if (below?.uri === undefined || depth > 8) return decode(uri);
  const folder = below.uri.endsWith('/') ? below.uri : `${below.uri}/`;
  return resolve(`${folder}${uri}`, below.uriBaseId, bases, depth + 1);
}

function componentOf(component: Fields): Component {
  const rules = list(component['rules']).map((rule) => describedOf(fields(rule)));
  const byId = new Map<string, Described>();
  for (const described of rules) if (!byId.has(described.rule.id)) byId.set(described.rule.id, described);
  return { name: text(component['name']), rules, byId, messages: fields(component['globalMessageStrings']) };
}

function describedOf(rule: Fields): Described {
  const properties = fields(rule['properties']);
  const tags = texts(properties['tags']).slice(0, 20);
  const cwe = cwes([...tags, ...texts(properties['cwe']), ...taxa(list(rule['relationships']))]);
  const name = text(rule['name']);
  const help = link(rule['helpUri']);
  return {
    rule: given({
      id: text(rule['id']) ?? '',
      name: name === undefined ? undefined : line(name, 200),
      help,
      cwe: cwe.length === 0 ? undefined : cwe,
      tags: tags.length === 0 ? undefined : tags.map((tag) => line(tag, 100)),
    }),
    summary: text(fields(rule['shortDescription'])['text']) ?? text(fields(rule['fullDescription'])['text']),
    level: wordOf(fields(rule['defaultConfiguration'])['level']) ?? undefined,
    score: scoreOf(properties),
    precision: text(properties['precision']),
    messages: fields(rule['messageStrings']),
  };
}

function taxa(relationships: readonly unknown[]): readonly string[] {
  return relationships.flatMap((relationship) => {
    const target = fields(fields(relationship)['target']);
    const id = text(target['id']);
    return id !== undefined && text(fields(target['toolComponent'])['name']) === 'CWE' ? [`CWE-${id}`, id] : [];
  });
}

/** By index where it fits the id, by id, by the id's parent (`CA1000/1` is of `CA1000`), then in all extensions. */
export function ruleFor(result: Result, run: Run): Described | undefined {
  const { ruleId, ruleIndex, component } = result;
  const extension = component?.index === undefined ? undefined : run.components[component.index + 1];
  const byName = run.components.find((one) => one.name !== undefined && one.name === component?.name);
  const own = extension ?? byName ?? run.components[0];
  const indexed = own?.rules[ruleIndex ?? -1];
  if (indexed && (ruleId === undefined || ruleId === indexed.rule.id || ruleId.startsWith(`${indexed.rule.id}/`))) {
    return indexed;
  }
  if (ruleId === undefined) return undefined;
  for (const one of own ? [own, ...run.components] : run.components) {
    const found = one.byId.get(ruleId) ?? one.byId.get(ruleId.replace(/\/[^/]*$/, ''));
    if (found) return found;
  }
  return undefined;
}

export function messageString(id: string, described: Described | undefined, run: Run): string | undefined {
  const found = described?.messages[id] ?? run.components.find((one) => Object.hasOwn(one.messages, id))?.messages[id];
  return text(fields(found)['text']);
}
