/** What the judge's settings mean for one weight. */
import type { JudgeSettings } from './types.ts';

/** How long a weight lasts at least, seconds; one that is not on the ladder as long as the step below it. */
export function dwellOf({ steps }: JudgeSettings, weight: number): number {
  return (steps.findLast((step) => step.weight <= weight) ?? steps[0])?.dwell ?? 0;
}

/** The weight that passing this one would allow; what follows the last step is all traffic. */
export function nextWeight({ steps }: JudgeSettings, weight: number): number {
  return steps.find((step) => step.weight > weight)?.weight ?? 100;
}

/** Every weight that evidence is needed for, rising. */
export function targets({ steps }: JudgeSettings): number[] {
  return [...new Set([...steps.slice(1).map(({ weight }) => weight), 100])];
}

/** The last bucket that keeps the latency objective; one past the last of all where no bound is as high as that. */
export function slowBucket({ bounds, latencyP95 }: JudgeSettings): number {
  const bucket = bounds.findIndex((bound) => bound >= latencyP95);
  return bucket === -1 ? bounds.length : bucket;
}
