/** SARIF 2.1.0 of any tool, with any number of runs. Rules may stand behind the results, so these wait for the end. */
import type { Draft, Reading } from '../model.ts';
import { foreign } from './guess.ts';
import { type Fold, type ReadContext, type Reader, ReportError } from './reader.ts';
import { toDraft } from './sarif-drafts.ts';
import { notices } from './sarif-notices.ts';
import { isFinding, type Result, resultOf } from './sarif-results.ts';
import { type Run, runOf } from './sarif-runs.ts';
import { fields, isList, need, text } from './shape.ts';
import { sharing } from './sharing.ts';

export const sarif: Reader = { id: 'sarif', format: 'json', each: ['$.runs.*.results.*'], begin };

function begin({ workspace }: ReadContext): Fold {
  const results: (Result | undefined)[] = [];
  const seen = new Set<number>();
  let passed = 0;
  return {
    item(value, pointer) {
      const run = /^\/runs\/(\d+)\/results\/\d+$/.exec(pointer)?.[1];
      if (run === undefined) throw new ReportError('a result stands outside of a run');
      const result = need(value);
      seen.add(Number(run));
      // What is gone since the baseline was made is no finding.
      if (result['baselineState'] === 'absent') return;
      if (isFinding(result)) results.push(resultOf(result, Number(run), pointer));
      else passed += 1;
    },
    end(document) {
      const { version, runs } = fields(document);
      if (!isList(runs)) throw foreign(document);
      if (!text(version)?.startsWith('2.1.0')) throw new ReportError('its SARIF version is not 2.1.0');
      const read = runs.map((run) => runOf(need(run), workspace));
      const share = sharing();
      const drafts = results.flatMap((result, index) => {
        // Given up one by one, as there may be 100,000.
        results[index] = undefined;
        return result === undefined ? [] : share(draftIn(read, result));
      });
      return reading(read, drafts, { seen, passed });
    },
  };
}

function draftIn(runs: readonly Run[], result: Result): Draft {
  const run = runs[result.run];
  if (run === undefined) throw new ReportError('a result stands outside of a run');
  return toDraft(result, run);
}

interface Counted {
  /** Runs with a result of whatever kind. */
  readonly seen: ReadonlySet<number>;
  readonly passed: number;
}

function reading(runs: readonly Run[], drafts: readonly Draft[], { seen, passed }: Counted): Reading {
  const told = runs.map((run, index) => notices(run, runs.length > 1, seen.has(index)));
  const names = [...new Set(runs.map((run) => run.name))];
  const versions = new Set(runs.map((run) => run.version));
  const secrets = new Set(drafts.flatMap((draft) => draft.secret ?? []));
  return {
    tool: { name: names.join(', ') || 'SARIF', version: versions.size === 1 ? (runs[0]?.version ?? null) : null },
    drafts,
    scanned: null,
    skipped: runs.length === 0 ? ['the report has no run'] : told.flatMap((one) => one.skipped),
    errors: told.flatMap((one) => one.errors),
    notes: [...told.flatMap((one) => one.notes), ...(passed > 0 ? [`${passed} results are no findings`] : [])],
    secrets: [...secrets],
  };
}
