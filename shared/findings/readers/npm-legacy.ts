/** Version 1: advisories by number, each with the places where its package is installed. */
import type { Draft } from '../model.ts';
import { idOf } from './npm-chains.ts';
import { named, npm } from './packages.ts';
import { rate } from './rating.ts';
import { line, link } from './redact.ts';
import { cwes, type Fields, fields, given, list, need, needText, number, text, texts } from './shape.ts';

export function legacyDrafts(advisories: Fields): readonly Draft[] {
  return Object.entries(advisories).map(([key, value]) => toDraft(need(value), `/advisories/${key}`));
}

function toDraft(advisory: Fields, pointer: string): Draft {
  const name = needText(advisory['module_name'], 'package name');
  const found = list(advisory['findings']).map(fields);
  const installed = text(found[0]?.['version']);
  const paths = found.flatMap((finding) => texts(finding['paths']));
  const score = number(fields(advisory['cvss'])['score']);
  const cwe = cwes(texts(advisory['cwe']));
  const fixed = /^>=\s*(\S+)$/.exec(text(advisory['patched_versions']) ?? '')?.[1];
  return given({
    category: 'vulnerability' as const,
    rule: given({ id: idOf(advisory), help: link(advisory['url']), cwe: cwe.length === 0 ? undefined : cwe }),
    aliases: texts(advisory['cves']),
    severity: rate(advisory['severity'], score === 0 ? undefined : score),
    title: `${line(text(advisory['title']) ?? `${name} is vulnerable`, 200)} in ${named(name, installed)}`,
    message: [`${name} ${line(text(advisory['vulnerable_versions']) ?? '')}`.trim(), ...paths.slice(0, 10)].join('; '),
    package: given({ purl: npm(name, installed), name, installed, fixedIn: fixed === undefined ? [] : [fixed] }),
    remediation: fixed === undefined ? undefined : { text: `Upgrade ${name} to ${fixed} or later.`, fixVersion: fixed },
    pointer,
  });
}
