/** Semgrep's JSON. Without a login it says `requires login` in place of the lines. */
import type { Reading } from '../model.ts';
import { foreign } from './guess.ts';
import type { Fold, ReadContext, Reader } from './reader.ts';
import { troubleOf } from './semgrep-errors.ts';
import { toDraft } from './semgrep-results.ts';
import { fields, isList, list, need, text } from './shape.ts';
import { sharing } from './sharing.ts';

export const semgrep: Reader = { id: 'semgrep', format: 'json', each: ['$.results.*'], begin };

function begin({ workspace }: ReadContext): Fold {
  const drafts: Reading['drafts'][number][] = [];
  const share = sharing();
  const secrets = new Set<string>();
  return {
    item(value, pointer) {
      const result = need(value);
      if (text(result['check_id']) === undefined) throw foreign([result]);
      const draft = toDraft(result, workspace, pointer);
      if (draft.secret !== undefined) secrets.add(draft.secret);
      drafts.push(share(draft));
    },
    end(document) {
      const { results, errors, paths, version, skipped_rules } = fields(document);
      const scannedPaths = fields(paths)['scanned'];
      if (!isList(results) || !isList(errors) || !isList(scannedPaths)) throw foreign(document);
      const trouble = troubleOf(errors, fields(paths), list(skipped_rules), workspace);
      const scanned = Math.max(0, scannedPaths.length - trouble.unread);
      const nothing = scanned === 0 && trouble.skipped.length === 0 ? ['no file was scanned'] : [];
      return {
        tool: { name: 'Semgrep', version: text(version) ?? null },
        drafts,
        scanned,
        skipped: [...trouble.skipped, ...nothing],
        errors: trouble.errors,
        notes: trouble.notes,
        secrets: [...secrets],
      };
    },
  };
}
