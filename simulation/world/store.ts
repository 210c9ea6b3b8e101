/** The disk of a target's controller: what was saved can be read again, unless something happened to it. */
import type { Timeline } from '../time.ts';

/** Seconds for a save. */
const pace = 0.01;

/** A save that did not happen. */
export class StoreError extends Error {}

export class Store<T> {
  private readonly timeline: Timeline;
  /** What is durable, oldest first; only the last two are ever read. */
  private kept: T[] = [];
  /** Until then every save fails. */
  private refusing = 0;
  private broken = false;
  /** Saves that will be acknowledged and lost. */
  private lying = 0;
  /** Told once that a save really met the trouble. */
  private told: (() => void) | undefined;

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  /** @throws StoreError when the disk is full or away */
  async save(state: T): Promise<void> {
    await this.timeline.wait(pace);
    if (this.timeline.now < this.refusing) {
      this.tell();
      throw new StoreError('no space left on the device');
    }
    if (this.lying > 0) {
      this.lying -= 1;
      this.tell();
      return;
    }
    this.kept = [...this.kept.slice(-1), state];
    this.broken = false;
  }

  /** What a restart finds; the last save may be torn, then it is the one before. */
  load(): T | undefined {
    if (this.broken && this.kept.length > 1) this.kept = this.kept.slice(0, -1);
    this.broken = false;
    this.lying = 0;
    return this.kept.at(-1);
  }

  /** For so many seconds. */
  refuse(seconds: number, told: () => void): void {
    this.refusing = Math.max(this.refusing, this.timeline.now + seconds);
    this.told = told;
  }

  tear(): void {
    this.broken = true;
  }

  lie(saves: number, told: () => void): void {
    this.lying = saves;
    this.told = told;
  }

  private tell(): void {
    this.told?.();
    this.told = undefined;
  }
}
