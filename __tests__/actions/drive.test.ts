import { describe, expect, it } from '@jest/globals';
import { conduct, prepare } from '../../actions/deploy-canary/conduct.ts';
import { bringUp } from '../../actions/deploy-staging/bring-up.ts';
import { RouterSource } from '../../shared/metrics/router.ts';
import { take } from '../../shared/targets/take.ts';
import type { Mishap } from '../../simulation/target/wire.ts';
import { Bed } from '../shared/targets/world.ts';

const never: Mishap = { delay: Number.POSITIVE_INFINITY };
/** Seconds: the plan's lease, what two looks are apart, and what an order takes to arrive. */
const [lease, every, way] = [60, 2, 0.1] as const;

/** A canary under way; what follows happens to it. */
async function running() {
  const bed = await new Bed().begin();
  await bed.during(bringUp(bed.work, 'v2', 'v1', () => bed.work.clock.sleep(0.1)));
  const { session } = await bed.during(take(bed.work, { version: 'v2' }, 'rollback'));
  const source = new RouterSource(bed.work.target);
  const [reference, status] = [await bed.during(source.observe()), await bed.during(bed.work.target.inspect())];
  const run = { ...bed.work, session, source, reference, status, version: 'v2', until: 100 };
  const end = conduct(
    run,
    prepare(run, () => undefined),
    () => undefined,
  );
  let lowered = 0;
  bed.daemon.parts.observer.journalled = ({ command }) => {
    if (command === 'discard') lowered = bed.timeline.now;
  };
  return { bed, end, lowered: () => lowered };
}

describe('a controller that cannot renew', () => {
  it.each([
    ['is not answered', never],
    ['is refused on the way', { refused: true } as const],
    ['is answered with an error', { delay: Number.POSITIVE_INFINITY, answer: 'error' } as const],
  ])('takes the canary back when half the lease is over, where the call %s', async (_name, mishap) => {
    const { bed, end, lowered } = await running();
    await bed.pass(3);
    const renewed = bed.timeline.now;
    for (let count = 0; count < 200; count += 1) bed.mishaps.push(['renew', mishap], ['set-weight', mishap]);
    const { outcome } = await bed.during(end);
    expect(outcome).toMatchObject({ verdict: 'rolled-back', reason: 'the lease could not be renewed for 30 s' });
    expect(lowered() - renewed).toBeLessThan(lease / 2 + way);
    expect(lowered() - renewed).toBeGreaterThan(lease / 2 - every - way);
  });

  it('tries again after a second, and goes on', async () => {
    const { bed, end } = await running();
    await bed.pass(3);
    const before = bed.calls.filter((name) => name === 'renew').length;
    bed.mishaps.push(['renew', { refused: true }]);
    await bed.pass(every + 1 + way);
    expect(bed.calls.filter((name) => name === 'renew').length - before).toBeGreaterThanOrEqual(2);
    expect((await bed.during(end)).outcome.verdict).toBe('held');
  });
});
