/** How the house runs another program: no shell, a time limit, an environment of its own, ended with all its children. */

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly limit: number;
  /** Standard input; closed where there is none. */
  readonly input?: string;
  /** A file that gets the standard output instead of `stdout`; 0600. */
  readonly stdout?: string;
}

export interface Done {
  /** Null when it was ended by a signal. */
  readonly code: number | null;
  /** The beginning, cut at a megabyte; empty where a file got it. */
  readonly stdout: string;
  /** The end, cut at 64 kB. */
  readonly stderr: string;
  readonly seconds: number;
  readonly ended: 'by itself' | 'timed-out' | 'cancelled';
}

export interface Exec {
  /** @throws ToolError when the program is not there or may not be run */
  run(command: Command, signal: AbortSignal): Promise<Done>;
}
