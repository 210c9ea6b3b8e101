/** Whether the server is one to be used, and the model the one that is meant. */
import { isSameName, nearestNames } from './name.ts';
import { finding, type Judged, passed, together } from './step.ts';
import { compareVersions } from './version.ts';
import type { Installed, Wish } from './wish.ts';

export interface ServerSeen {
  /** Undefined where the server shows none. */
  readonly version?: string;
  /** Whether it takes models of Ollama's cloud; undefined where it does not say. */
  readonly cloud?: boolean;
}

export function judgeServer({ version, cloud }: ServerSeen, { minVersion, requireNoCloud }: Wish): Judged {
  const shown = version ?? 'unknown';
  return together([
    passed(version === undefined ? 'it answers; its version is unknown' : `it answers, version ${shown}`, {
      version: shown,
      cloud: cloud === undefined ? 'unknown' : cloud ? 'enabled' : 'disabled',
    }),
    ...(minVersion === undefined ? [] : [judgeVersion(version, minVersion)]),
    ...(requireNoCloud ? [judgeCloud(cloud)] : []),
  ]);
}

export function judgeVersion(version: string | undefined, least: string): Judged {
  const order = version === undefined ? undefined : compareVersions(version, least);
  if (order === undefined)
    return unseen(`its version is ${version ?? 'not shown'}, which cannot be compared with min-version ${least}`);
  if (order < 0)
    return finding(
      `its version ${version} is older than min-version ${least}`,
      `update the server to ${least} or later`,
    );
  return passed(`at least ${least}`);
}

export function judgeCloud(cloud: boolean | undefined): Judged {
  if (cloud === undefined)
    return unseen('it does not say whether it takes models of a cloud, as require-no-cloud asks');
  if (!cloud) return passed('no cloud');
  return finding(
    'it takes models of a cloud',
    'set OLLAMA_NO_CLOUD=1 in the environment of the server and start it again',
  );
}

/** What was asked for and cannot be seen. */
export function unseen(words: string, fix?: string): Judged {
  return { verdict: 'not-run', words, ...(fix === undefined ? {} : { fix }), evidence: {} };
}

export function findInstalled(installed: readonly Installed[], model: string): Installed | undefined {
  return installed.find(({ name }) => isSameName(name, model));
}

type IdentityWish = Pick<Wish, 'model' | 'digest' | 'quantization' | 'requireNoCloud' | 'pull'>;

/** @param found undefined where the model is not installed */
export function judgeIdentity(
  found: Installed | undefined,
  installed: readonly Installed[],
  wish: IdentityWish,
): Judged {
  if (found === undefined)
    return judgeAbsent(
      installed.map(({ name }) => name),
      wish,
    );
  const { digest, quantization, remoteHost, size } = found;
  const evidence = { name: found.name, digest, quantization, size, remote: remoteHost ?? null };
  return together([
    passed(`${found.name} is ${digest.slice(0, 12)}`, evidence),
    ...(wish.digest === undefined ? [] : [judgeDigest(digest, wish.digest)]),
    ...(wish.quantization === undefined ? [] : [judgeQuantization(quantization, wish.quantization)]),
    ...(remoteHost === undefined ? [] : [judgeStub(found.name, remoteHost, wish)]),
  ]);
}

function judgeAbsent(names: readonly string[], { model, pull }: IdentityWish): Judged {
  const near = nearestNames(model, names);
  const there =
    near.length === 0
      ? 'no model is installed'
      : `installed are ${near.join(', ')}${names.length > near.length ? ' and others' : ''}`;
  const fix = pull === 'never' ? `correct the input model, or set pull to missing` : 'correct the input model';
  return finding(`there is no model ${model}; ${there}`, fix, { wanted: model, nearest: near });
}

function judgeDigest(digest: string, wanted: string): Judged {
  if (digest === wanted) return passed('the digest is the pinned one');
  return finding(
    `its digest is ${digest}, and not the pinned ${wanted}`,
    'bring back the pinned model, or pin the new digest once it was tested',
    { wantedDigest: wanted },
  );
}

function judgeQuantization(quantization: string, wanted: string): Judged {
  if (quantization === '') return unseen('the server does not show its quantisation');
  if (quantization.toLowerCase() === wanted.toLowerCase()) return passed(`quantised as ${quantization}`);
  return finding(
    `it is quantised as ${quantization}, and not as ${wanted}`,
    'take the tag with the quantisation that is meant',
  );
}

function judgeStub(name: string, host: string, { requireNoCloud }: IdentityWish): Judged {
  const words = `${name} is only a name for a model at ${host}`;
  return requireNoCloud ? finding(words, 'take a model whose weights are on this server') : passed(words);
}

/** @param capabilities as `/api/show` lists them; empty where the server is too old to */
export function judgeCapabilities(capabilities: readonly string[]): Judged {
  const evidence = { capabilities };
  if (capabilities.length === 0 || capabilities.includes('completion')) return passed('it makes text', evidence);
  return finding(`it makes no text (${capabilities.join(', ')})`, 'take a model for chat or generation', evidence);
}
