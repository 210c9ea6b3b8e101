/** Format 1.1 of `safety check --json`: one environment, with advisories in full. */
import type { Draft } from '../model.ts';
import { severityOfScore } from '../severity.ts';
import { named, pypi, smallestFix } from './packages.ts';
import { rate } from './rating.ts';
import { link, redact } from './redact.ts';
import { type Scanned, suppression } from './safety-scan.ts';
import { type Fields, fields, given, list, need, needText, number, text, texts } from './shape.ts';

export function checkDrafts(report: Fields): Scanned {
  const drafts = ['vulnerabilities', 'ignored_vulnerabilities'].flatMap((key) =>
    list(report[key]).map((value, index) => toDraft(need(value), `/${key}/${index}`)),
  );
  return { drafts, scanned: Object.keys(fields(report['scanned_packages'])).length, unread: [] };
}

function toDraft(advisory: Fields, pointer: string): Draft {
  const id = needText(advisory['vulnerability_id'], 'advisory id');
  const name = needText(advisory['package_name'], 'package name');
  const installed = text(advisory['analyzed_version']);
  const fixedIn = texts(advisory['fixed_versions']);
  const fixVersion = smallestFix(installed, fixedIn);
  const help = link(advisory['more_info_url']);
  return given({
    category: 'vulnerability' as const,
    rule: given({ id, help }),
    aliases: texts(advisory['CVE']),
    severity: ratingOf(fields(advisory['severity'])),
    title: `Safety advisory ${id} in ${named(name, installed)}`,
    message: redact(text(advisory['advisory']) ?? '') || `${named(name, installed)} is affected by ${id}.`,
    package: given({ purl: pypi(name, installed), name, installed, fixedIn }),
    remediation: fixVersion === undefined ? undefined : { text: `Upgrade ${name} to ${fixVersion}.`, fixVersion },
    suppression:
      advisory['ignored'] === true
        ? suppression(text(advisory['ignored_reason']), text(advisory['ignored_expires']))
        : undefined,
    pointer,
  });
}

function ratingOf(severity: Fields): Draft['severity'] {
  const cvss = fields(severity['cvssv3']);
  const score = number(cvss['base_score']) ?? number(fields(severity['cvssv2'])['base_score']);
  const rated = rate(cvss['base_severity'], score);
  return rated.original === null && score !== undefined ? { ...rated, level: severityOfScore(score) } : rated;
}
