/** The source that needs nothing: what the target's own router counted of its users' requests. */
import type { MetricSource } from '../release/source.ts';
import type { Sample, Target } from '../release/target.ts';

export class RouterSource implements MetricSource {
  readonly beside = false;
  private readonly target: Target;

  constructor(target: Target) {
    this.target = target;
  }

  observe(): Promise<Sample> {
    return this.target.observe();
  }

  history(): Promise<readonly Sample[]> {
    return this.target.history();
  }

  /** The answer has the counters at the very instant of the change. */
  afterChange(answer: Sample): Promise<Sample> {
    return Promise.resolve(answer);
  }
}
