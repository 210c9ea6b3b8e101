/** Findings of one report have few rules, ratings and paths: equal ones are kept once, as there may be 100,000 findings. */
import type { Draft } from '../model.ts';

/** Different values that are remembered; a report with more is one whose values do not come again. */
const most = 10_000;

/** For the drafts of one report. @returns the same draft, its parts those of an earlier one where they are equal */
export function sharing(): (draft: Draft) => Draft {
  const rules = memory<Draft['rule']>(JSON.stringify);
  const severities = memory<Draft['severity']>(JSON.stringify);
  const aliases = memory<Draft['aliases']>(JSON.stringify);
  const paths = memory<string>((path) => path);
  return (draft) => {
    const parts = { rule: rules(draft.rule), severity: severities(draft.severity), aliases: aliases(draft.aliases) };
    const { location } = draft;
    if (location === undefined) return { ...draft, ...parts };
    return { ...draft, ...parts, location: { ...location, path: paths(location.path) } };
  };
}

function memory<T>(keyOf: (value: T) => string): (value: T) => T {
  const known = new Map<string, T>();
  return (value) => {
    const key = keyOf(value);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size < most) known.set(key, value);
    return value;
  };
}
