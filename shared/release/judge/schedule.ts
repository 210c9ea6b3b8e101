/** When stakes fall due: most at the start, the rest over time, for a fault that comes late costs no earlier wealth. */

const atStart = 0.8;
const overMinutes = 0.12;
const atRaises = 0.08;
const raisesWithStake = 3;

/**
 * The share of all stakes due at `t` seconds: a part at once, a part in every full minute up to the deadline, and a part
 * at each of the first raises, since new load may show a new fault.
 */
export function dueStake(t: number, deadline: number, raises: number): number {
  const minutes = Math.max(1, Math.floor(deadline / 60));
  const elapsed = Math.min(minutes, Math.max(0, Math.floor(t / 60)));
  const raised = Math.min(raisesWithStake, raises);
  return atStart + (overMinutes * elapsed) / minutes + (atRaises * raised) / raisesWithStake;
}
