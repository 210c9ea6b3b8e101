/** Hands a SARIF file to GitHub's code scanning. Loaded only when it is asked for. */
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface Upload {
  /** As GITHUB_API_URL has it. */
  readonly api: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly commit: string;
  readonly ref: string;
  /** `file://` address of the checkout, which absolute paths in the file are made relative to. */
  readonly checkout: string;
}

/** Seconds for an answer, and before a try that failed is made again. */
const [limit, pauses] = [30, [1, 4]] as const;
/** Bytes that GitHub takes, compressed. */
const largest = 10_000_000;

/** Undefined when it was taken; else why not, in words that hold nothing of the answer but its status. */
export async function uploadSarif(upload: Upload, sarif: string, signal: AbortSignal): Promise<string | undefined> {
  const packed = await promisify(gzip)(sarif);
  if (packed.length > largest) return `it has ${packed.length} bytes compressed, and GitHub takes ${largest}`;
  const { Octokit } = await import('@octokit/rest');
  const client = new Octokit({ auth: upload.token, baseUrl: upload.api, log: silent });
  const [owner = '', repo = ''] = upload.repository.split('/');
  const body = { commit_sha: upload.commit, ref: upload.ref, checkout_uri: upload.checkout };
  const send = () =>
    client.rest.codeScanning.uploadSarif({
      owner,
      repo,
      ...body,
      sarif: packed.toString('base64'),
      request: { signal: AbortSignal.any([signal, AbortSignal.timeout(1000 * limit)]) },
    });
  for (let attempt = 0; ; attempt += 1) {
    try {
      await send();
      return undefined;
    } catch (error) {
      const status = statusOf(error);
      const pause = pauses[attempt];
      const final = (status !== undefined && status < 500) || signal.aborted || pause === undefined;
      if (final)
        return status === undefined ? 'GitHub did not answer' : (meaning[status] ?? `GitHub answered ${status}`);
      await sleep(1000 * pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

const meaning: Readonly<Record<number, string>> = {
  401: 'the token was not accepted',
  403: 'the token may not write security events (a fork has a read-only one), or code scanning is not enabled',
  404: 'the repository is not there for this token, or has no code scanning',
  413: 'GitHub found it too large',
};

const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {
  return;
}

function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  // The client words a connection that failed as a 500 of its own, without a response.
  const answered = typeof error === 'object' && error !== null && 'response' in error && error.response !== undefined;
  return answered && typeof status === 'number' ? status : undefined;
}
