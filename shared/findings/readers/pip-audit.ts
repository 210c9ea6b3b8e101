/** pip-audit's JSON; the versions before 2.4 wrote the list of packages alone. */
import type { Draft } from '../model.ts';
import { foreign } from './guess.ts';
import { named, pypi, smallestFix } from './packages.ts';
import { type Fold, type ReadContext, type Reader, ReportError } from './reader.ts';
import { line, redact } from './redact.ts';
import { type Fields, fields, given, isList, need, needText, text, texts } from './shape.ts';

export const pipAudit: Reader = { id: 'pip-audit', format: 'json', each: ['$.dependencies.*'], begin };

function begin(_context: ReadContext): Fold {
  const drafts: Draft[] = [];
  const skipped: string[] = [];
  let scanned = 0;
  function item(value: unknown, pointer: string): void {
    const dependency = need(value);
    const name = needText(dependency['name'], 'package name');
    const reason = text(dependency['skip_reason']);
    const found = dependency['vulns'];
    if (reason !== undefined) skipped.push(`${name}: ${line(reason)}`);
    else if (!isList(found)) throw new ReportError('a package of the report has no list of advisories');
    else {
      scanned += 1;
      const installed = text(dependency['version']);
      found.forEach((advisory, index) => {
        drafts.push(toDraft(need(advisory), name, installed, `${pointer}/vulns/${index}`));
      });
    }
  }
  return {
    item,
    end(document) {
      if (isList(document)) for (const [index, dependency] of document.entries()) item(dependency, `/${index}`);
      else if (!isList(fields(document)['dependencies'])) throw foreign(document);
      if (scanned === 0 && skipped.length === 0) skipped.push('no package was audited');
      const tool = { name: 'pip-audit', version: null };
      return { tool, drafts, scanned, skipped, errors: [], notes: [], secrets: [] };
    },
  };
}

function toDraft(advisory: Fields, name: string, installed: string | undefined, pointer: string): Draft {
  const id = needText(advisory['id'], 'advisory id');
  const fixedIn = texts(advisory['fix_versions']);
  const fixVersion = smallestFix(installed, fixedIn);
  return given({
    category: 'vulnerability' as const,
    rule: { id },
    aliases: texts(advisory['aliases']).filter((alias) => alias !== id),
    // It never says how bad.
    severity: { level: 'unknown' as const, original: null },
    title: `${id} in ${named(name, installed)}`,
    message: redact(text(advisory['description']) ?? '') || `${named(name, installed)} is affected by ${id}.`,
    package: given({ purl: pypi(name, installed), name, installed, fixedIn }),
    remediation: fixVersion === undefined ? undefined : { text: `Upgrade ${name} to ${fixVersion}.`, fixVersion },
    pointer,
  });
}
