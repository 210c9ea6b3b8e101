/** What the local supervisor is told: plain JSON over its admin socket. Durations are seconds. */
export interface ProcessSpec {
  readonly version: string;
  /** Argument vector; no shell. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** Added to a minimal environment; PORT and VERSION are set by the supervisor. */
  readonly env: Readonly<Record<string, string>>;
  readonly health: {
    readonly path: string;
    /** Limit of one probe. */
    readonly timeout: number;
    readonly every: number;
    /** How long a version may take to become healthy. */
    readonly start: number;
  };
  readonly drain: number;
}

/** What a supervisor is started with. */
export interface SupervisorConfig {
  readonly service: string;
  readonly listen: { readonly host: string; readonly port: number };
  /** Folder of the socket, the state file and the logs; mode 0700. */
  readonly folder: string;
  /** Ends by itself `linger` seconds after this process is gone; null keeps it until it is stopped. */
  readonly owner: { readonly pid: number; readonly linger: number } | null;
}

/** Exit code of a supervisor whose port is taken, perhaps by another one of the same service. */
export const portTaken = 98;

/** How the traffic of a service is counted and split; sent with each stage. */
export interface TrafficSpec {
  /** Upper bounds of the latency histogram in seconds, rising; includes the objective. */
  readonly bounds: readonly number[];
  readonly affinity: 'none' | 'cookie' | 'header';
  /** Seconds after which a client that gives up without a first byte counts as a timeout; absent: never. */
  readonly patience?: number | undefined;
}
