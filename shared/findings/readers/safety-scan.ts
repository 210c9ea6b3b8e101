/** Schema 3.0: projects, their files, their requirements, and for each the numbers of advisories without a word of them. */
import type { Draft } from '../model.ts';
import { named, pypi } from './packages.ts';
import { place } from './place.ts';
import { type ReadContext, ReportError } from './reader.ts';
import { line } from './redact.ts';
import { type Fields, fields, given, isList, list, need, needText, text } from './shape.ts';

type Workspace = ReadContext['workspace'];

export interface Scanned {
  readonly drafts: readonly Draft[];
  /** Packages or requirements that were looked at. */
  readonly scanned: number;
  /** What the report names and has no results of. */
  readonly unread: readonly string[];
}

export function scanDrafts(results: Fields, workspace: Workspace): Scanned {
  const drafts: Draft[] = [];
  const unread: string[] = [];
  let scanned = 0;
  const files = (value: unknown, pointer: string) => {
    for (const [index, file] of list(value).entries()) {
      scanned += fileDrafts(need(file), `${pointer}/${index}`, workspace, drafts);
    }
  };
  files(results['files'], '/scan_results/files');
  for (const [index, value] of list(results['projects']).entries()) {
    const project = need(value);
    if (isList(project['files'])) files(project['files'], `/scan_results/projects/${index}/files`);
    else unread.push(`project ${index + 1} has no files in the report`);
  }
  return { drafts, scanned, unread };
}

/** The number of requirements in it. */
function fileDrafts(file: Fields, pointer: string, workspace: Workspace, drafts: Draft[]): number {
  const { path } = place(needText(file['location'], 'location'), workspace);
  const dependencies = fields(file['results'])['dependencies'];
  if (!isList(dependencies)) throw new ReportError('a file of the report has no dependencies');
  let scanned = 0;
  for (const [index, value] of dependencies.entries()) {
    const dependency = need(value);
    const name = needText(dependency['name'], 'package name');
    const specifications = dependency['specifications'];
    if (!isList(specifications)) throw new ReportError('a package of the report has no specifications');
    for (const [nth, specification] of specifications.entries()) {
      scanned += 1;
      const at = `${pointer}/results/dependencies/${index}/specifications/${nth}`;
      drafts.push(...specificationDrafts(need(specification), { name, path, pointer: at }));
    }
  }
  return scanned;
}

/** `jinja2==3.1.2 --hash=...` has one version, `jinja2==3.*` and `jinja2>=3` have not. */
const pinned = /[^=<>!~]===?\s*([^\s;,*#\\]+)(?![*\w.])/;

interface Named {
  readonly name: string;
  readonly path: string;
  readonly pointer: string;
}

function specificationDrafts(specification: Fields, { name, path, pointer }: Named): readonly Draft[] {
  const found = fields(specification['vulnerabilities']);
  const known = found['known_vulnerabilities'];
  if (!isList(known)) throw new ReportError('a requirement of the report has no list of advisories');
  const installed = pinned.exec(text(specification['raw']) ?? '')?.[1];
  const fixVersion = text(fields(found['remediation'])['recommended']);
  return known.map((value, index) => {
    const advisory = need(value);
    const id = needText(advisory['id'], 'advisory id');
    return given({
      category: 'vulnerability' as const,
      rule: { id },
      aliases: [],
      // This schema never says how bad.
      severity: { level: 'unknown' as const, original: null },
      title: `Safety advisory ${id} in ${named(name, installed)}`,
      message: `${named(name, installed)} is in the range ${line(text(advisory['vulnerable_spec']) ?? '?')}.`,
      location: { path },
      package: given({
        purl: pypi(name, installed),
        name,
        installed,
        fixedIn: fixVersion === undefined ? [] : [fixVersion],
        path,
      }),
      remediation: fixVersion === undefined ? undefined : { text: `Upgrade ${name} to ${fixVersion}.`, fixVersion },
      suppression: ignoredBy(advisory['ignored']),
      pointer: `${pointer}/vulnerabilities/known_vulnerabilities/${index}`,
    });
  });
}

function ignoredBy(value: unknown): Draft['suppression'] {
  if (value === null || value === undefined) return undefined;
  const ignored = need(value);
  return suppression(text(ignored['reason']) ?? text(ignored['code']), text(ignored['expires']));
}

/** What Safety's policy file leaves out. */
export function suppression(justification: string | undefined, expires: string | undefined): Draft['suppression'] {
  return given({
    kind: 'external' as const,
    status: 'accepted' as const,
    origin: 'Safety policy',
    justification: line(justification ?? ''),
    expires: /^\d{4}-\d{2}-\d{2}/.exec(expires ?? '')?.[0],
  });
}
