/** Virtual time: one timeline, and the processes on it with clocks of their own. Seconds throughout. */
import type { Clock } from '../shared/release/clock.ts';

export interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

const earlier = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order);

export class Timeline {
  now = 0;
  /** A binary heap, the next timer first. */
  private readonly heap: Timer[] = [];
  private order = 0;

  after(seconds: number, run: () => void): Timer {
    this.order += 1;
    const timer = { at: this.now + Math.max(0, seconds), order: this.order, run, cancelled: false };
    this.push(timer);
    return timer;
  }

  wait(seconds: number): Promise<void> {
    return new Promise((resolve) => this.after(seconds, resolve));
  }

  /** Lets time pass until `over` says so, nothing is left to happen, or the time `limit` has come. */
  async advance(over: () => boolean, limit: number): Promise<void> {
    for (;;) {
      // Everything that follows from the last event by promises alone happens before the next one.
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (over()) return;
      const next = this.pop();
      if (next === undefined || next.at > limit) {
        if (next) this.push(next);
        this.now = next ? limit : this.now;
        return;
      }
      this.now = next.at;
      next.run();
    }
  }

  private push(timer: Timer): void {
    const { heap } = this;
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above] as Timer;
      if (!earlier(timer, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = timer;
  }

  private pop(): Timer | undefined {
    for (;;) {
      const { heap } = this;
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) this.sink(last);
      if (!first.cancelled) return first;
    }
  }

  private sink(timer: Timer): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= heap.length) break;
      const right = heap[below + 1];
      if (right !== undefined && earlier(right, heap[below] as Timer)) below += 1;
      const child = heap[below] as Timer;
      if (!earlier(child, timer)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = timer;
  }
}

/** A clock that runs at a rate of its own, and may leap. */
export class OwnClock {
  readonly rate: number;
  private readonly timeline: Timeline;
  private leapt = 0;

  constructor(timeline: Timeline, rate: number) {
    this.timeline = timeline;
    this.rate = rate;
  }

  now(): number {
    return 1000 + this.leapt + this.timeline.now * this.rate;
  }

  /** By so many seconds; the next moment it is there. */
  leap(seconds: number): number {
    this.leapt += seconds;
    return 0;
  }
}

/** A process of a job: it can be paused, killed and sent a signal, and then nothing reaches it any more. */
export class Process {
  alive = true;
  readonly stop = new AbortController();
  readonly own: OwnClock;
  readonly clock: Clock;
  /** Resolves when it was killed. */
  readonly killed: Promise<void>;
  private readonly timeline: Timeline;
  private frozenUntil = 0;
  private die: () => void = () => undefined;

  constructor(timeline: Timeline, rate: number) {
    this.timeline = timeline;
    this.own = new OwnClock(timeline, rate);
    this.killed = new Promise((resolve) => (this.die = resolve));
    this.clock = {
      now: () => this.own.now(),
      sleep: (seconds, signal) => this.sleep(seconds, signal),
      after: (seconds, run) => {
        const timer = this.deliver(seconds / this.own.rate, run);
        return () => {
          timer.cancelled = true;
        };
      },
    };
  }

  /** Runs it in the process, which may be paused meanwhile or dead by then. */
  deliver(seconds: number, run: () => void): Timer {
    return this.timeline.after(seconds, () => this.receive(run));
  }

  /** For so many seconds, which it answers. */
  pause(seconds: number): number {
    this.frozenUntil = Math.max(this.frozenUntil, this.timeline.now + seconds);
    return seconds;
  }

  /** At once: it lasts no time. */
  kill(): number {
    this.alive = false;
    this.die();
    return 0;
  }

  /** Delivered at once, or when it goes on. */
  signal(name: string): number {
    this.receive(() => this.stop.abort(name));
    return 0;
  }

  private receive(run: () => void): void {
    if (!this.alive) return;
    const left = this.frozenUntil - this.timeline.now;
    if (left <= 0) run();
    else this.timeline.after(left, () => this.receive(run));
  }

  private sleep(seconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const end = () => {
        timer.cancelled = true;
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = this.deliver(seconds / this.own.rate, end);
      signal?.addEventListener('abort', end, { once: true });
    });
  }
}
