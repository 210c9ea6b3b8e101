/** What a test compares: why a call was refused, what stands there, and whether a split is the one that was ordered. */
import { TargetError } from '../../../../shared/action/errors.ts';
import type { TargetStatus } from '../../../../shared/release/target.ts';

/** The refusal of a call that must be refused. */
export async function refusal(call: Promise<unknown>): Promise<{ readonly why: string; readonly message: string }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof TargetError) return { why: error.refusal ?? 'no answer', message: error.message };
    throw error;
  }
  throw new Error('the call was not refused');
}

export async function why(call: Promise<unknown>): Promise<string> {
  return (await refusal(call)).why;
}

/** All that must stay as it is when a call changes nothing. */
export function standing({ release, versions, ...rest }: TargetStatus): unknown {
  const settled = versions.map(({ inFlight, ...each }) => each);
  return { ...rest, versions: settled, release: release && { ...release, expiresIn: null } };
}

/** Whether `hits` of `count` requests are what a share in percent gives, within 5 sigma of the binomial. */
export function fits(hits: number, count: number, weight: number): boolean {
  const share = weight / 100;
  return Math.abs(hits - count * share) <= 5 * Math.sqrt(count * share * (1 - share));
}
