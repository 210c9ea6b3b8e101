/** What was there before: findings that are known are told from new ones. */
import type { Fingerprint } from './fingerprint.ts';
import type { Finding, Severity } from './model.ts';
import { compareSeverity } from './severity.ts';

export interface BaselineEntry {
  /** `jarvis/v1`. */
  readonly fingerprint: string;
  /** `jarvis/v1-keyless`, of a secret that is told apart by a key. */
  readonly keyless?: string;
  readonly rule: string;
  readonly level: Severity;
  /** Its name; as the finding has it. */
  readonly tool: string;
  readonly path?: string;
}

/** By fingerprint. */
export type Baseline = ReadonlyMap<string, BaselineEntry>;

export interface Compared {
  readonly state: 'new' | 'unchanged' | 'updated';
  /** As the baseline has it; undefined for a new one. */
  readonly was?: Severity;
}

export interface Comparison {
  /** In the order of the findings. */
  readonly compared: readonly Compared[];
  /** What the baseline has and nobody found. */
  readonly absent: readonly BaselineEntry[];
}

/** An entry stands for one finding: first for the one of its own name, then for one that was called so. */
export function compare(
  findings: readonly { readonly fingerprint: Fingerprint; readonly level: Severity }[],
  baseline: Baseline,
): Comparison {
  const left = new Map(baseline);
  // Only a run without the key has a name like these for a finding of its own.
  const keyless = new Map([...baseline.values()].map((entry) => [entry.keyless, entry.fingerprint]));
  const entries = findings.map(({ fingerprint: { value } }) => {
    const name = left.has(value) ? value : (keyless.get(value) ?? value);
    const entry = left.get(name);
    left.delete(name);
    return entry;
  });
  findings.forEach(({ fingerprint: { others } }, index) => {
    if (entries[index] !== undefined) return;
    const other = others.find((one) => left.has(one));
    if (other === undefined) return;
    entries[index] = left.get(other);
    left.delete(other);
  });
  const compared = findings.map(({ level }, index) => comparedWith(entries[index], level));
  return { compared, absent: [...left.values()] };
}

function comparedWith(entry: BaselineEntry | undefined, level: Severity): Compared {
  if (entry === undefined) return { state: 'new' };
  return { state: entry.level === level ? 'unchanged' : 'updated', was: entry.level };
}

/** Whether a finding that was accepted at `was` is more than that now; what nobody knew might have been anything. */
export function isWorse(now: Severity, was: Severity): boolean {
  if (now === 'unknown') return was !== 'unknown';
  return was !== 'unknown' && compareSeverity(now, was) < 0;
}

/** Of entries as a file has them. */
export function byFingerprint(entries: readonly BaselineEntry[]): Baseline {
  return new Map(entries.map((entry) => [entry.fingerprint, entry]));
}

/** Of the findings of another run, such as one of the merge base. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  return byFingerprint(
    findings.map(({ fingerprints, rule, severity, location, tool }) => {
      const path = location === undefined ? {} : { path: location.path };
      const keyless = fingerprints['jarvis/v1-keyless'];
      return {
        fingerprint: fingerprints['jarvis/v1'],
        ...(keyless === undefined ? {} : { keyless }),
        rule: rule.id,
        level: severity.level,
        tool: tool.name,
        ...path,
      };
    }),
  );
}
