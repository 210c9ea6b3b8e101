/** All running versions: one current process a label, and those that only finish their last requests. */
import type { ProcessSpec } from '../spec.ts';
import type { Identity } from './identity.ts';
import { RunningVersion, type Surroundings } from './version.ts';

export class Fleet {
  private readonly current = new Map<string, RunningVersion>();
  private readonly leaving = new Set<RunningVersion>();
  private readonly surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  find(version: string): RunningVersion | undefined {
    return this.current.get(version);
  }

  retired(): readonly RunningVersion[] {
    return [...this.leaving];
  }

  /** The processes to be ended by whoever comes after a kill. */
  identities(): Identity[] {
    return [...this.current.values(), ...this.leaving].flatMap(({ child }) =>
      child === null || child.ending !== null ? [] : [child.identity],
    );
  }

  /** Starts a version, unless it runs already. `kept` has it restarted when it dies. */
  async start(spec: ProcessSpec, kept: boolean): Promise<RunningVersion> {
    const known = this.current.get(spec.version);
    if (known && known.state !== 'stopped') return known;
    const version = new RunningVersion(spec, kept, this.surroundings);
    this.current.set(spec.version, version);
    await version.start();
    return version;
  }

  /** Drains a version; the promise is of its end, however long its last request takes. */
  async retire(label: string): Promise<void> {
    const version = this.current.get(label);
    if (version === undefined) return;
    this.current.delete(label);
    this.leaving.add(version);
    await version.retire();
    this.leaving.delete(version);
  }

  /** Ends everything, with at most `limit` seconds for what is in flight. */
  async end(limit: number): Promise<void> {
    const versions = [...this.current.values(), ...this.leaving];
    const drained = Promise.all(versions.map(({ backend }) => backend.idle()));
    await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, limit * 1000))]);
    await Promise.all(versions.map((version) => version.stop()));
  }
}
