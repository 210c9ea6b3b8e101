/** Safety: `scan --output json` (schema 3.0) and the older `check --json` (1.1). */
import type { Reading } from '../model.ts';
import { foreign } from './guess.ts';
import { type Fold, type ReadContext, type Reader, ReportError } from './reader.ts';
import { checkDrafts } from './safety-check.ts';
import { type Scanned, scanDrafts } from './safety-scan.ts';
import { type Fields, fields, isList, text } from './shape.ts';

export const safety: Reader = { id: 'safety', format: 'json', each: [], begin };

function begin({ workspace }: ReadContext): Fold {
  return {
    item() {
      throw new ReportError('it is not read by entries');
    },
    end(document) {
      const report = fields(document);
      if (isScan(report)) return scan(report, workspace);
      if (isCheck(report)) {
        const meta = fields(report['report_meta']);
        return reading(checkDrafts(report), text(meta['safety_version']));
      }
      if (isList(document)) throw new ReportError('it is a list alone, which does not say what was scanned');
      throw foreign(document);
    },
  };
}

function scan(report: Fields, workspace: string): Reading {
  const meta = fields(report['meta']);
  if (!/^3\.\d+$/.test(text(meta['schema_version']) ?? '')) throw new ReportError('its schema version is not 3');
  const version = text(fields(meta['telemetry'])['safety_version']);
  return reading(scanDrafts(fields(report['scan_results']), workspace), version);
}

const isScan = (report: Fields) => Object.hasOwn(report, 'meta') && isList(fields(report['scan_results'])['projects']);

const isCheck = (report: Fields) =>
  isList(report['vulnerabilities']) &&
  Object.hasOwn(report, 'report_meta') &&
  typeof report['scanned_packages'] === 'object';

function reading({ drafts, scanned, unread }: Scanned, version: string | undefined): Reading {
  const tool = { name: 'Safety', version: version ?? null };
  const skipped = scanned === 0 && unread.length === 0 ? ['no package was scanned'] : unread;
  return { tool, drafts, scanned, skipped, errors: [], notes: [], secrets: [] };
}
