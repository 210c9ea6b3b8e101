/** A host judged by what was seen of it: all twelve checks, whatever is unknown. */
import type { HostCheck } from './check.ts';
import type { HostFacts } from './facts.ts';
import { judgeDisk, judgeGpus, judgeListeners, judgeLogging, judgeParallelism } from './judge-local.ts';
import { judgeMemory } from './judge-memory.ts';
import { judgeCloudTaken, judgeModel, judgeServerVersion } from './judge-server.ts';
import type { HostWish } from './wish.ts';

export function judgeHost(facts: HostFacts, wish: HostWish): readonly HostCheck[] {
  return [
    judgeServerVersion(facts, wish),
    judgeCloudTaken(facts, wish),
    judgeModel(facts, wish),
    ...judgeMemory(facts, wish),
    judgeListeners(facts, wish),
    judgeLogging(facts),
    judgeParallelism(facts, wish),
    ...judgeGpus(facts, wish),
    judgeDisk(facts, wish),
  ];
}
