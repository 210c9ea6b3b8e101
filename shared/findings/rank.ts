/** Which finding a reader should see first. */
import type { Finding, Severity } from './model.ts';
import { compareText } from './packages.ts';

/** Smaller is worse; `unknown` stands next to what blocks by default. */
const order: Readonly<Record<Severity, number>> = { critical: 0, high: 1, unknown: 2, medium: 3, low: 4, info: 5 };

export function bySeverity(one: Severity, other: Severity): number {
  return order[one] - order[other];
}

/** Without weight: somebody accepted it, and nothing took that back. */
export function isSuppressed({ suppression, gate }: Finding): boolean {
  return suppression?.status === 'accepted' && !gate.blocking;
}

/** What blocks first, then what nobody accepted, what is new, how bad it is; the rest only keeps the order stable. */
export function byRank(one: Finding, other: Finding): number {
  return (
    Number(other.gate.blocking) - Number(one.gate.blocking) ||
    Number(isSuppressed(one)) - Number(isSuppressed(other)) ||
    Number(other.baselineState === 'new') - Number(one.baselineState === 'new') ||
    bySeverity(one.severity.level, other.severity.level) ||
    byPlace(one, other)
  );
}

/** By path, line, rule and fingerprint. */
export function byPlace(one: Finding, other: Finding): number {
  return (
    compareText(pathOf(one), pathOf(other)) ||
    (one.location?.startLine ?? 0) - (other.location?.startLine ?? 0) ||
    compareText(one.rule.id, other.rule.id) ||
    compareText(one.fingerprints['jarvis/v1'], other.fingerprints['jarvis/v1'])
  );
}

/** Where it is, or where the package comes from; empty where nobody said. */
export function pathOf({ location, package: bundle }: Finding): string {
  return location?.path ?? bundle?.path ?? '';
}
