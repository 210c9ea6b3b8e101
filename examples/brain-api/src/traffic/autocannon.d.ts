/** The part of autocannon that the traffic uses; the package brings no types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  export interface Client extends EventEmitter {
    destroy(): void;
  }
  export interface Request {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly onResponse: (
      status: number,
      body: string,
      context: object,
      headers: Readonly<Record<string, string | string[]>>,
    ) => void;
  }
  export interface Options {
    readonly url: string;
    readonly connections: number;
    readonly overallRate: number;
    readonly duration: number;
    readonly timeout: number;
    readonly sampleInt: number;
    readonly ignoreCoordinatedOmission: boolean;
    readonly requests: readonly Request[];
    readonly setupClient: (client: Client) => void;
  }
  export default function autocannon(options: Options): Promise<unknown>;
}
