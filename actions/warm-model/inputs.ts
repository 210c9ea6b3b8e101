/** The inputs of warm-model as one record, read once; what excludes each other is refused before a server is touched. */
import { InputError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { Inputs } from '../../shared/action/inputs.ts';
import { digestOf } from '../../shared/model/check/digest.ts';
import { isCloudName, withTag } from '../../shared/model/check/name.ts';
import { readOptions } from '../../shared/model/check/options.ts';
import { residencyOf } from '../../shared/model/check/residency.ts';
import { versionPattern } from '../../shared/model/check/version.ts';
import type { UpdateWish, Wish } from '../../shared/model/check/wish.ts';
import { modelPattern } from '../../shared/plan/label.ts';
import { defaults, type Input } from './contract.ts';
import { contradict } from './modes.ts';
import { tokenOf, urlsOf } from './servers.ts';
import { updateOf } from './update-inputs.ts';

export interface WarmInputs {
  readonly mode: 'warm' | 'update';
  readonly kind: 'ollama' | 'openai';
  readonly urls: readonly URL[];
  readonly token: string | undefined;
  /** The path of a file with prompts, as it was given. */
  readonly promptsFile: string | undefined;
  /** All of it but the prompts. */
  readonly wish: Omit<Wish, 'prompts'>;
  /** Undefined in another mode. */
  readonly update: UpdateWish | undefined;
}

export const kinds = ['ollama', 'openai'] as const;

export function readInputs(host: Host, mode: WarmInputs['mode']): WarmInputs {
  const inputs = new Inputs(host, defaults);
  const kind = inputs.oneOf('kind', kinds);
  const urls = urlsOf(inputs.text('url'), kind);
  const wish = wishOf(inputs, kind);
  refuseContradictions(wish, kind);
  const update = mode === 'update' ? updateOf(inputs, kind, wish) : undefined;
  return {
    mode,
    kind,
    urls,
    wish,
    update,
    token: tokenOf(host, tokenName(inputs), urls),
    promptsFile: inputs.optional('prompts'),
  };
}

export function tokenName(inputs: Inputs<Input>): string | undefined {
  return inputs.matching('token-env', /^[A-Za-z_]\w*$/, 'the name of an environment variable');
}

function wishOf(inputs: Inputs<Input>, kind: WarmInputs['kind']): Omit<Wish, 'prompts'> {
  const options = inputs.optional('options');
  return {
    model: modelOf(inputs, kind),
    ...(options === undefined ? {} : { options: readOptions(options) }),
    ...commonWish(inputs),
    p95: positive(inputs, 'p95'),
    coldBudget: positive(inputs, 'cold-budget'),
    runs: whole(inputs, 'runs', 10_000),
    pull: inputs.oneOf('pull', ['never', 'missing', 'always']),
  };
}

type Common = 'digest' | 'quantization' | 'keepAlive' | 'residency' | 'concurrency' | 'minVersion' | 'requireNoCloud';

/** What the modes ask alike. */
export function commonWish(inputs: Inputs<Input>): Pick<Wish, Common> {
  const digest = inputs.optional('digest');
  const minVersion = inputs.matching('min-version', versionPattern, 'a version such as 0.30.11');
  const quantization = inputs.matching('quantization', /^\w{1,40}$/, 'a quantisation such as MXFP4 or Q4_K_M');
  return {
    ...(digest === undefined ? {} : { digest: digestFrom(digest) }),
    keepAlive: keepAliveOf(inputs),
    residency: residencyFrom(inputs.text('residency')),
    concurrency: whole(inputs, 'concurrency', 256),
    ...(minVersion === undefined ? {} : { minVersion }),
    requireNoCloud: inputs.flag('require-no-cloud'),
    ...(quantization === undefined ? {} : { quantization }),
  };
}

/** Only Ollama's names have a form of their own, and tags. */
export function modelOf(inputs: Inputs<Input>, kind: WarmInputs['kind']): string {
  const name = inputs.required('model', 'the name of a model, such as gpt-oss:20b');
  if (kind === 'openai' && /^[^\s\p{Cc}]{1,300}$/u.test(name)) return name;
  if (kind === 'ollama' && modelPattern.test(name)) return withTag(name);
  throw new InputError(`input model is ${JSON.stringify(name)}; expected the name of a model, such as gpt-oss:20b`);
}

function digestFrom(text: string): string {
  const digest = digestOf(text);
  if (digest !== undefined) return digest;
  throw new InputError(
    `input digest is ${JSON.stringify(text)}; expected 64 hexadecimal digits, with or without sha256: before them (ollama list only shows the first 12; /api/tags has all)`,
  );
}

function residencyFrom(text: string): Wish['residency'] {
  const residency = residencyOf(text);
  if (residency !== undefined) return residency;
  throw new InputError(`input residency is ${JSON.stringify(text)}; expected any, gpu or a share such as 90%`);
}

function keepAliveOf(inputs: Inputs<Input>): Wish['keepAlive'] {
  if (inputs.text('keep-alive') === '-1') return 'forever';
  return positive(inputs, 'keep-alive', '-1 or a duration such as 30m; 0 would take the model out of memory');
}

function positive(inputs: Inputs<Input>, name: Input, expected = 'a duration above 0, such as 30s or 10m'): number {
  const text = inputs.text(name);
  const seconds = /^\d+(\.\d+)?(ms|s|m|h)$/.test(text) ? inputs.duration(name) : 0;
  if (seconds > 0) return seconds;
  throw new InputError(`input ${name} is ${JSON.stringify(text)}; expected ${expected}`);
}

function whole(inputs: Inputs<Input>, name: Input, most: number): number {
  const text = inputs.text(name);
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  throw new InputError(`input ${name} is ${JSON.stringify(text)}; expected a whole number from 1 to ${most}`);
}

function refuseContradictions(
  { model, options, residency, pull, concurrency, runs, requireNoCloud }: Omit<Wish, 'prompts'>,
  kind: WarmInputs['kind'],
) {
  if (concurrency > runs)
    contradict(`concurrency (${concurrency}) and runs (${runs})`, 'at least as many runs as are asked for at a time');
  if (options?.['num_gpu'] === 0 && residency.kind === 'share')
    contradict('options (num_gpu 0) and residency', 'one that lets the model into the GPU');
  if (requireNoCloud && isCloudName(model))
    contradict(`model (${JSON.stringify(model)}) and require-no-cloud`, 'a model that is not in a cloud');
  if (kind !== 'openai') return;
  if (options !== undefined)
    contradict(
      'kind (openai) and options',
      'options at the start of such a server, since its interface cannot set them',
    );
  if (pull !== 'never')
    contradict(`kind (openai) and pull (${pull})`, 'pull: never, since such a server cannot bring a model');
}
