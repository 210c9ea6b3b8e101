/** `npm audit --json`: version 2 as npm writes it since 7; version 1 as npm 6 and pnpm do. */
import type { Draft, Reading } from '../model.ts';
import { foreign } from './guess.ts';
import { chains } from './npm-chains.ts';
import { legacyDrafts } from './npm-legacy.ts';
import { type Fold, type ReadContext, type Reader, ReportError } from './reader.ts';
import { line } from './redact.ts';
import { type Fields, fields, isFields, text, whole } from './shape.ts';

/** Read at once: an advisory is told where it is first met, and its chains run through the whole report. */
export const npmAudit: Reader = { id: 'npm-audit', format: 'json', each: [], begin };

function begin(_context: ReadContext): Fold {
  return {
    item() {
      throw new ReportError('it is not read by entries');
    },
    end(document) {
      const report = fields(document);
      const broken = failureOf(report);
      if (broken !== undefined) return reading([], null, [broken]);
      const { drafts, entries } = draftsOf(document, report);
      const counted = whole(fields(fields(report['metadata'])['vulnerabilities'])['total'], 0);
      const contradicts = entries === 0 && counted !== undefined && counted > 0;
      return reading(drafts, scannedOf(report), contradicts ? [`it counts ${counted} findings and lists none`] : []);
    },
  };
}

function draftsOf(document: unknown, report: Fields): { drafts: readonly Draft[]; entries: number } {
  const { auditReportVersion: version, vulnerabilities, advisories } = report;
  if (version === undefined && isFields(advisories)) {
    return { drafts: legacyDrafts(advisories), entries: Object.keys(advisories).length };
  }
  if (version === undefined || !isFields(vulnerabilities)) throw foreign(document);
  if (version !== 2) throw new ReportError('its auditReportVersion is not 2');
  return { drafts: chains(vulnerabilities), entries: Object.keys(vulnerabilities).length };
}

function reading(drafts: readonly Draft[], scanned: number | null, errors: readonly string[]): Reading {
  const nothing = scanned === 0 && errors.length === 0 ? ['no package was audited'] : [];
  const tool = { name: 'npm audit', version: null };
  return { tool, drafts, scanned, skipped: nothing, errors, notes: [], secrets: [] };
}

/** An error is JSON too: `{error: {code, summary}}`, or `{message, statusCode}` of the registry with an empty `error`. */
function failureOf(report: Fields): string | undefined {
  if (!Object.hasOwn(report, 'error') && !Object.hasOwn(report, 'message')) return undefined;
  const error = fields(report['error']);
  const code = text(error['code']) ?? (text(report['statusCode']) || whole(report['statusCode'])?.toString());
  const said = text(error['summary']) || text(report['message']) || text(report['error']) || text(error['detail']);
  return line([code, said].filter((part) => part).join(': ')) || 'the audit failed without a message';
}

/** npm counts the project itself in `prod` and not in `total`; pnpm has `totalDependencies`. */
function scannedOf(report: Fields): number | null {
  const metadata = fields(report['metadata']);
  const total = fields(metadata['dependencies'])['total'] ?? metadata['totalDependencies'];
  return whole(total, 0) ?? null;
}
