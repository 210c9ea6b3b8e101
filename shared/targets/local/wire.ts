/** Calls over the supervisor's unix socket. */
import { TargetError } from '../../action/errors.ts';
import { type Refusal, refusals } from '../../release/target.ts';
import { checkFolder, socketPath } from './folder.ts';

/** Tries of a call that could not reach the supervisor, and the seconds before each further one. */
const pauses = [0.1, 0.3] as const;

export interface WireCall {
  readonly path: string;
  readonly body: unknown;
  /** Seconds for one try. */
  readonly limit: number;
  /** False for one try only. */
  readonly patient?: boolean;
}

/**
 * Sends a call, and sends it again when the connection fails: every call may arrive twice.
 * @throws TargetError with the supervisor's refusal, `absent` when nobody listens, none when no answer came
 */
export async function callSupervisor(folder: string, call: WireCall): Promise<unknown> {
  const path = socketPath(folder);
  checkFolder(folder);
  for (const pause of call.patient === false ? [null] : [...pauses, null]) {
    try {
      return await once(path, call);
    } catch (error) {
      if (error instanceof TargetError) throw error;
      if (pause === null) throw unreachable(folder, error);
      await new Promise((resolve) => setTimeout(resolve, pause * 1000));
    }
  }
  throw new TargetError('unreachable');
}

async function once(socketPath: string, { path, body, limit }: WireCall): Promise<unknown> {
  const { request } = await import('node:http');
  return await new Promise((resolve, reject) => {
    const content = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
    const timer = setTimeout(
      () => sent.destroy(new TargetError(`the target did not answer within ${limit} s`)),
      limit * 1000,
    );
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    const sent = request({ socketPath, path, method: 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(timer);
        try {
          resolve(read(response.statusCode, Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on('error', fail);
    sent.end(content);
  });
}

interface Body {
  readonly answer?: unknown;
  readonly refusal?: Refusal;
  readonly message?: string;
}

function read(status: number | undefined, text: string): unknown {
  const { answer, refusal, message } = JSON.parse(text) as Body;
  if (status === 200) return answer;
  throw new TargetError(message ?? 'the target failed', refusal && refusals.includes(refusal) ? refusal : undefined);
}

function unreachable(folder: string, cause: unknown): TargetError {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code !== 'ENOENT' && code !== 'ECONNREFUSED') {
    return new TargetError(`the connection to the target at ${folder} broke: ${String(cause)}`, undefined, { cause });
  }
  const message = `the target is not running: nobody answers at ${folder}/admin.sock; deploy-staging starts it`;
  return new TargetError(message, 'absent', { cause });
}
