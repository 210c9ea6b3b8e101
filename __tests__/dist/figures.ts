/** What a suite that kills has measured. */
import type { Asked } from './users.ts';

export interface Killed {
  /** The last entry of the journal when it died, such as `set-weight 20 %`. */
  readonly entry: string;
  readonly recovery: string;
  /** From the kill to all traffic on one healthy version; seconds. */
  readonly seconds: number;
  readonly asked: readonly Asked[];
}

export const lostOf = (asked: readonly Asked[]): readonly Asked[] => asked.filter(({ version }) => version === null);

/** Seconds from the kill to the last answer that was lost, or came from another version than the one settled on. */
export function timeToRecovery(asked: readonly Asked[], at: number, settledOn: string): number {
  const other = asked.filter(({ done, version }) => done > at && version !== settledOn);
  return ((other.at(-1)?.done ?? at) - at) / 1000;
}

/** One line for each figure. */
export function figures(killed: readonly Killed[], firstAnswer: number): readonly string[] {
  const by = Object.entries(Object.groupBy(killed, ({ recovery }) => recovery)).map(([name, all = []]) => ({
    name,
    count: all.length,
    lost: all.reduce((sum, { asked }) => sum + lostOf(asked).length, 0),
    worst: Math.max(...all.map(({ seconds }) => seconds)),
  }));
  const list = (text: (each: (typeof by)[number]) => string) => by.map(text).join(', ');
  const worst = Math.max(0, ...by.map((each) => each.worst));
  return [
    `killed at ${killed.length} entries: ${killed.map(({ entry }) => entry).join(', ')}`,
    `recoveries: ${list(({ name, count }) => `${count} by ${name}`)}`,
    `worst time to recovery: ${worst.toFixed(1)} s (${list((each) => `${each.name} ${each.worst.toFixed(1)} s`)}); ` +
      `first good answer after a new target's start: ${firstAnswer.toFixed(1)} s at worst`,
    `requests sent: ${killed.reduce((sum, { asked }) => sum + asked.length, 0)}`,
    `requests lost: ${list(({ name, lost }) => `${lost} (${name})`)}`,
  ];
}
