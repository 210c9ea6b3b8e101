/** What a main step leaves for its `post`, in case it is cut short. */
import type { Host } from './host.ts';

/** Written before main touches the release. */
export interface Unfinished {
  readonly release: string;
  readonly fence: number;
  /** What becomes of the canary: `hold` keeps its weight under the plan's deadline. */
  readonly onCancel: 'rollback' | 'hold';
}

const name = 'release';

export function remember(host: Host, unfinished: Unfinished): void {
  host.saveState(name, JSON.stringify(unfinished));
}

/** Undefined when main had not begun. */
export function remembered(host: Host): Unfinished | undefined {
  const saved = host.state(name);
  return saved === '' ? undefined : (JSON.parse(saved) as Unfinished);
}
