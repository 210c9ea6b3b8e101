/** A replay as a person reads it: a line a decision, columns below each other, and the verdict at the end. */
import type { Problem } from '../../shared/action/errors.ts';
import type { Decision, EvidenceHeader, Observation, Side } from '../../shared/release/evidence.ts';
import { printable } from './printable.ts';
import type { Replayed } from './reader.ts';

const name = (value: unknown) => printable(typeof value === 'string' && value !== '' ? value : '?', 63);

/** Whose evidence it is. */
export function titleLine(file: string, { service, canary, baseline, judge }: EvidenceHeader): string {
  const by = judge?.['version'] === undefined ? '' : `, recorded by ${name(judge['version'])}`;
  return `${printable(file)}: ${name(service)}, ${name(canary)} over ${name(baseline)}${by}`;
}

function counts(side: Side | null): string {
  if (side === null) return 'unreadable'.padEnd(17);
  return `${String(side.requests).padStart(6)} req ${String(side.errors).padStart(4)} err`.padEnd(17);
}

/** One decision; `recorded` is what was recorded instead. */
export function decisionLine(
  { weight, canary, baseline }: Observation,
  { t, decision, reason }: Decision,
  recorded?: string,
): string {
  const at = `${t.toFixed(1).padStart(8)} s ${String(weight).padStart(4)} %`;
  const other = recorded === undefined ? '' : `  [recorded: ${printable(recorded)}]`;
  return `${at}  canary ${counts(canary)} | stable ${counts(baseline)}  ${decision.padEnd(19)} ${printable(reason)}${other}`;
}

/** A recorded decision that nothing stands before. */
export function strayLine({ t, decision, reason }: Decision): string {
  return `${t.toFixed(1).padStart(8)} s  [recorded: ${decision}: ${printable(reason)}; no observation belongs to it]`;
}

/** The last line of a file. */
export function verdictLine(file: string, replayed: Replayed): string {
  const { verdict, t, reason, odds, canaryRequests, compared, different } = replayed;
  const against = `odds ${Number(odds.toPrecision(3))} : 1`;
  const record =
    compared === 0 ? 'no decision was recorded' : `${different} of ${compared} decisions differ from what was recorded`;
  return `${printable(file)}: ${verdict} at ${Number(t.toFixed(3))} s: ${printable(reason)}; ${against}, ${canaryRequests} requests of the canary; ${record}`;
}

/** The one line a file of `--json`. */
export function jsonLine(file: string, { verdict, t, reason, odds, canaryRequests }: Replayed): string {
  // Of a text that a log could take for a command, the same text in other characters.
  return JSON.stringify({ file, verdict, t, reason, odds, canaryRequests }).replaceAll('##[', '##\\u005b');
}

/** `file:line:column: message` */
export function problemLine({ file = '', line, column, message }: Problem): string {
  const place = [line, column].filter((part) => part !== undefined).map((part) => `:${part}`);
  return `${printable(file)}${place.join('')}: ${printable(message, 600)}`;
}
