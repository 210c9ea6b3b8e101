/** What blocks, and why; the verdicts of each report and of the whole. */
import { type Compared, isWorse } from './baseline.ts';
import type { Merged } from './merge.ts';
import { type Gate, type GateVerdict, type Reading, type Severity, type Suppression, verdicts } from './model.ts';
import type { ReaderId } from './readers/reader.ts';
import { compareSeverity } from './severity.ts';

/** The least severity that blocks; `none` only reports. */
export type FailOn = 'critical' | 'high' | 'medium' | 'low' | 'none';

export interface GateSettings {
  readonly failOn: FailOn;
  /** What the baseline has does not block, unless it got worse. */
  readonly onlyNew: boolean;
  /** Those that may be missing. */
  readonly optional: readonly ReaderId[];
  /** YYYY-MM-DD: suppressions that ended before it do not count. */
  readonly today: string;
}

/** Why one finding blocks, or why it does not. */
export function judgeFinding({ draft, partly }: Merged, { state, was }: Compared, settings: GateSettings): Gate {
  const { failOn, onlyNew, today } = settings;
  const { level } = draft.severity;
  if (failOn === 'none') return { blocking: false, reason: 'only reported, as fail-on is none' };
  const lapsed = notCounting(draft.suppression ?? partly, draft.suppression === undefined, today);
  if (draft.suppression !== undefined && lapsed === undefined) {
    return { blocking: false, reason: suppressedBy(draft.suppression) };
  }
  if (level !== 'unknown' && compareSeverity(level, failOn) > 0) {
    return { blocking: false, reason: sentence([`${level} is below fail-on ${failOn}`, lapsed]) };
  }
  if (onlyNew && was !== undefined && !isWorse(level, was)) {
    return { blocking: false, reason: sentence(['in the baseline', lapsed]) };
  }
  return {
    blocking: true,
    reason: sentence([tooBad(level, failOn), history(state, was, level), lapsed]),
  };
}

const sentence = (parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join('; ');

function tooBad(level: Severity, failOn: FailOn): string {
  if (level === 'unknown') return 'its severity is unknown, so nobody knows that it may pass';
  return level === failOn ? `${level} is what fail-on names` : `${level} is above fail-on ${failOn}`;
}

function history(state: Compared['state'], was: Severity | undefined, level: Severity): string {
  if (state === 'updated') return `it was ${was} in the baseline and is ${level} now`;
  return state === 'new' ? 'new' : 'in the baseline already, which only counts with only-new';
}

function suppressedBy({ origin, justification, expires, owner }: Suppression): string {
  const details = [justification, owner && `accepted by ${owner}`, expires && `until ${expires}`];
  return sentence([`suppressed by ${origin}`, ...details]);
}

/** Why a suppression does not count; undefined where it does, or where there is none. */
function notCounting(suppression: Suppression | undefined, isPartial: boolean, today: string): string | undefined {
  if (suppression === undefined) return undefined;
  const { origin, status, expires } = suppression;
  if (hasExpired(suppression, today)) return `its suppression by ${origin} expired on ${expires}`;
  if (status === 'underReview') return `its suppression by ${origin} is under review`;
  if (status === 'rejected') return `its suppression by ${origin} was rejected`;
  return isPartial ? `suppressed by ${origin} for one tool, but another reports it too` : undefined;
}

/** After its last day. */
export function hasExpired({ expires }: Suppression, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** What became of one report, or of a tool that should have made one. */
export type Outcome =
  | { readonly kind: 'read'; readonly reading: Reading }
  | {
      readonly kind: 'absent' | 'denied' | 'timed-out' | 'cancelled' | 'failed' | 'unreadable';
      readonly message: string;
    };

export interface Judged {
  readonly verdict: GateVerdict;
  /** In words, as a part of a sentence; empty where it passed. */
  readonly reason: string;
  /** It saw nothing, and it need not. */
  readonly waived: boolean;
}

/** @param blocking how many findings of this report block */
export function judgeReport(outcome: Outcome, blocking: number, isOptional: boolean): Judged {
  const judged = judgeOutcome(outcome, blocking);
  const failed = judged.verdict === 'not-run' || judged.verdict === 'error';
  return { ...judged, waived: isOptional && failed && sawNothing(outcome) };
}

/** It could not be run, or said so itself; a report that is broken, or a version that nothing may run, is no such thing. */
function sawNothing(outcome: Outcome): boolean {
  if (outcome.kind !== 'read') return outcome.kind !== 'unreadable' && outcome.kind !== 'denied';
  const { scanned, drafts, errors } = outcome.reading;
  // A tool that does not count what it reads may have read the half of it.
  return (scanned === null ? errors.length > 0 : scanned === 0) && drafts.length === 0;
}

function judgeOutcome(outcome: Outcome, blocking: number): Omit<Judged, 'waived'> {
  if (outcome.kind === 'absent' || outcome.kind === 'cancelled') return { verdict: 'not-run', reason: outcome.message };
  if (outcome.kind !== 'read') return { verdict: 'error', reason: outcome.message };
  const { errors, skipped, scanned } = outcome.reading;
  if (errors.length > 0) return { verdict: 'error', reason: some(errors) };
  if (blocking > 0)
    return { verdict: 'findings', reason: `${blocking} of its findings ${blocking === 1 ? 'blocks' : 'block'}` };
  if (skipped.length > 0) return { verdict: 'not-run', reason: `not all was looked at: ${some(skipped)}` };
  if (scanned === 0) return { verdict: 'not-run', reason: 'nothing was looked at' };
  return { verdict: 'passed', reason: '' };
}

function some(texts: readonly string[]): string {
  const more = texts.length > 3 ? ` and ${texts.length - 3} more` : '';
  return `${texts.slice(0, 3).join('; ')}${more}`;
}

/** The worst of all that must run. Where nothing ran there is nothing that passed. */
export function judge(reports: readonly Judged[]): GateVerdict {
  const counted = reports.filter(({ waived }) => !waived).map(({ verdict }) => verdict);
  return verdicts.find((verdict) => counted.includes(verdict)) ?? 'not-run';
}
