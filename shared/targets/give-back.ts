/** Leaves a release as it stands when the one who took it could not do what was asked. */
import type { Session } from './session.ts';

/** Gives the lock back, so that whoever comes next (a rollback step, a person) is not told to wait; keeps the error. */
export async function giveBack(session: Session, heldFor: number, error: unknown): Promise<never> {
  const reason = error instanceof Error ? error.message : String(error);
  await session.resync().catch(() => undefined);
  await session.hold(heldFor, reason).catch(() => undefined);
  throw error;
}
