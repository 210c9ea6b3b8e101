/** What a controller leaves with the target, so that the next one continues exactly where it stood. */
import { isDeepStrictEqual } from 'node:util';
import type { Earlier } from '../../shared/metrics/open.ts';
import { valueAt } from '../../shared/plan/problems.ts';
import type { ControllerState } from '../../shared/release/control.ts';
import type { JudgeSettings } from '../../shared/release/judge/judge.ts';

export interface Memo {
  readonly version: 1;
  readonly controller: ControllerState;
  /** Evidence time reached, seconds; null before the first raise. It stands still while nobody judges. */
  readonly t: number | null;
  /** Another epoch is other counters, or the same after a restart: then there is nothing to continue from. */
  readonly epoch: string;
}

export function memoOf(
  controller: ControllerState,
  at: { readonly reached: number | null; readonly epoch: string },
): Memo {
  return { version: 1, controller, t: at.reached, epoch: at.epoch };
}

/** What an earlier controller counted and told its values apart by, where it left any. */
export function countedBy(memo: unknown): Earlier | undefined {
  const [epoch, settings] = [valueAt(memo, ['epoch']), valueAt(memo, ['controller', 'judge', 'settings'])];
  const [bounds, metrics] = [numbersIn(valueAt(settings, ['bounds'])), valueAt(settings, ['model'])];
  if (typeof epoch !== 'string' || bounds === undefined) return undefined;
  if (!Array.isArray(metrics)) return { epoch, bounds };
  const model = metrics.map((metric: unknown) => {
    return [String(valueAt(metric, ['name'])), numbersIn(valueAt(metric, ['bounds'])) ?? []] as const;
  });
  return { epoch, bounds, model: Object.fromEntries(model) };
}

function numbersIn(value: unknown): readonly number[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : undefined;
}

/**
 * The memo of an earlier controller, where it is one of ours and still about these counters. With another plan, or by
 * another judge, it is not gone on with: odds that were won under other settings are not odds under these.
 */
export function readMemo(memo: unknown, now: { readonly epoch: string }, settings: JudgeSettings): Memo | undefined {
  if (typeof memo !== 'object' || memo === null) return undefined;
  const known = memo as Partial<Memo>;
  if (known.version !== 1 || known.controller === undefined || typeof known.t !== 'number') return undefined;
  if (!isDeepStrictEqual(known.controller.judge?.settings, settings)) return undefined;
  return known.epoch === now.epoch ? (known as Memo) : undefined;
}
