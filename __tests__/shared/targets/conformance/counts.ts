/** What is counted, for whom, and that no count is ever lost within an epoch. */
import { expect, it } from '@jest/globals';
import type { Sample } from '../../../../shared/release/target.ts';
import { label, type Scene, topic } from './scene.ts';

const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
const countOf = ({ versions }: Sample, version: string) => versions[version]?.requests ?? 0;

/** No count of a later sample is below an earlier one's, as long as both are of one epoch. */
function expectRising(samples: readonly Sample[]): void {
  samples.slice(1).forEach((sample, index) => {
    const before = samples[index];
    if (before === undefined) return;
    if (sample.epoch !== before.epoch) return;
    expect(sample.at).toBeGreaterThanOrEqual(before.at);
    for (const [version, counts] of Object.entries(sample.versions)) {
      const earlier = before.versions[version];
      expect([version, counts.requests >= (earlier?.requests ?? 0)]).toEqual([version, true]);
      expect([version, counts.errors >= (earlier?.errors ?? 0)]).toEqual([version, true]);
      for (const [bucket, count] of counts.buckets.entries()) {
        expect(count).toBeGreaterThanOrEqual(earlier?.buckets[bucket] ?? 0);
      }
    }
  });
}

/** All requests that were sent are in the counts; a source may be a moment behind. */
async function counted(scene: Scene, before: Sample, seen: Readonly<Record<string, number>>): Promise<void> {
  const since = async (version: string) => countOf(await scene.target.observe(), version) - countOf(before, version);
  for (const [version, count] of Object.entries(seen)) {
    await scene.until(async () => (await since(version)) >= count);
    expect([version, await since(version)]).toEqual([version, count]);
  }
}

export function requests(scene: Scene): void {
  topic('a request', scene, () => {
    it('is counted once, for the version that answered', async () => {
      await scene.begin(50);
      const before = await scene.target.observe();
      const seen = await scene.bed.send(300);
      expect(Object.keys(seen).toSorted()).toEqual([scene.stable, scene.canary].toSorted());
      await counted(scene, before, seen);
    });

    it('is in one bucket of each histogram, which has one more of them than bounds', async () => {
      await scene.begin(50);
      await scene.bed.send(100);
      const { bounds, versions } = await scene.target.observe();
      expect(bounds).toEqual([...new Set(bounds)].toSorted((a, b) => a - b));
      for (const { requests: all, buckets, firstByte, errors } of Object.values(versions)) {
        expect([buckets.length, firstByte.length]).toEqual([bounds.length + 1, bounds.length + 1]);
        expect([sum(buckets), sum(firstByte), errors]).toEqual([all, all, 0]);
      }
    });

    it('of a health check is none', async () => {
      await scene.begin(50);
      const { at, ...before } = await scene.target.observe();
      await scene.bed.sleep(scene.lease);
      const { at: later, ...after } = await scene.target.observe();
      expect(after).toEqual(before);
      expect(later - at).toBeGreaterThanOrEqual(scene.lease - 0.01);
    });
  });
}

export function counters(scene: Scene): void {
  topic('the counters', scene, () => {
    it('never fall within an epoch, whatever becomes of the versions', async () => {
      const samples: Sample[] = [];
      const look = async () => {
        await scene.bed.send(20);
        samples.push(await scene.target.observe());
      };
      await scene.begin();
      await look();
      samples.push(await scene.weigh(50));
      await look();
      await scene.bed.crash(scene.canary);
      await look();
      await scene.target.stage(scene.next());
      await look();
      await scene.discard();
      await look();
      await scene.begin(50, scene.canary);
      await look();
      await scene.target.promote(scene.next());
      await look();
      await scene.bed.restart();
      await look();
      expectRising(samples);
    });

    it('of the stable version outlast many releases', async () => {
      const { stable } = await scene.target.inspect();
      await scene.bed.send(30);
      const before = await scene.target.observe();
      for (let round = 0; round < 30; round += 1) {
        await scene.acquire({ version: label(), create: true });
        await scene.discard();
      }
      const after = await scene.target.observe();
      expectRising([before, after]);
      expect(countOf(after, stable ?? '')).toBe(countOf(before, stable ?? ''));
    });

    it('of the past are told from the oldest on, and none is ahead of the present', async () => {
      await scene.begin(50);
      await scene.bed.send(50);
      const past = await scene.target.history();
      expectRising([...past, await scene.target.observe()]);
    });
  });
}
