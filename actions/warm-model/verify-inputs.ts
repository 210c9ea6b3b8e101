/** The inputs of mode verify as one record, read once; what excludes each other is refused before a server is touched. */
import { InputError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { Inputs } from '../../shared/action/inputs.ts';
import { bytesIn } from '../../shared/model/bytes.ts';
import { isCloudName } from '../../shared/model/check/name.ts';
import { readOptions } from '../../shared/model/check/options.ts';
import type { HostWish } from '../../shared/model/host/wish.ts';
import { percent, percentPattern } from '../../shared/plan/units.ts';
import { defaults, type Input } from './contract.ts';
import { commonWish, kinds, modelOf, tokenName } from './inputs.ts';
import { contradict } from './modes.ts';
import { tokenOf, urlsOf } from './servers.ts';

export interface VerifyInputs {
  readonly urls: readonly URL[];
  readonly token: string | undefined;
  readonly wish: HostWish;
}

export function readVerifyInputs(host: Host): VerifyInputs {
  const inputs = new Inputs(host, defaults);
  if (inputs.oneOf('kind', kinds) === 'openai')
    contradict('mode (verify) and kind (openai)', 'kind ollama, since no other server shows its host');
  const urls = urlsOf(inputs.text('url'), 'ollama');
  const wish = wishOf(inputs);
  refuseContradictions(wish);
  return { urls, wish, token: tokenOf(host, tokenName(inputs), urls) };
}

function wishOf(inputs: Inputs<Input>): HostWish {
  const options = inputs.optional('options');
  const context = options === undefined ? undefined : readOptions(options)['num_ctx'];
  return {
    ...(inputs.optional('model') === undefined ? {} : { model: modelOf(inputs, 'ollama') }),
    ...(typeof context === 'number' ? { context } : {}),
    ...commonWish(inputs),
    bind: inputs.oneOf('bind', ['loopback', 'any']),
    gpuLimit: limitOf(inputs),
    freeDisk: sizeOf(inputs),
    requireSeen: inputs.flag('require-seen'),
  };
}

function limitOf(inputs: Inputs<Input>): number {
  const text = inputs.text('gpu-limit');
  const share = percentPattern.test(text) ? percent(text) / 100 : 0;
  if (share > 0) return share;
  throw new InputError(`input gpu-limit is ${JSON.stringify(text)}; expected a share above 0%, such as 90%`);
}

function sizeOf(inputs: Inputs<Input>): number {
  const text = inputs.text('free-disk');
  const bytes = bytesIn(text);
  if (bytes !== undefined) return bytes;
  throw new InputError(
    `input free-disk is ${JSON.stringify(text)}; expected a size with its unit, such as 20GB or 500MiB`,
  );
}

function refuseContradictions({ model, digest, quantization, requireNoCloud }: HostWish): void {
  if (model === undefined) {
    if (digest !== undefined) contradict('digest and no model', 'the model that has the digest');
    if (quantization !== undefined) contradict('quantization and no model', 'the model that is quantised so');
  } else if (requireNoCloud && isCloudName(model))
    contradict(`model (${JSON.stringify(model)}) and require-no-cloud`, 'a model that is not in a cloud');
}
