/** Generated from action.yml by `npm run docs` (scripts/docs.ts): change action.yml, never this file. */

/** The action's name, as its folder and its users spell it. */
export const action = 'warm-model';

/** The inputs that action.yml declares. */
export type Input =
  | 'url'
  | 'kind'
  | 'mode'
  | 'model'
  | 'digest'
  | 'options'
  | 'keep-alive'
  | 'p95'
  | 'cold-budget'
  | 'residency'
  | 'runs'
  | 'concurrency'
  | 'pull'
  | 'prompts'
  | 'token-env'
  | 'min-version'
  | 'require-no-cloud'
  | 'quantization'
  | 'alias'
  | 'roll-back'
  | 'remove-unused'
  | 'bind'
  | 'gpu-limit'
  | 'free-disk'
  | 'require-seen';

/** The outputs that action.yml declares. */
export type Output =
  | 'verdict'
  | 'digest'
  | 'p95-seconds'
  | 'first-token-seconds'
  | 'tokens-per-second'
  | 'cold-seconds'
  | 'residency'
  | 'evidence'
  | 'derived-model'
  | 'kept-model';

/** What an absent or empty input means; `''` where action.yml gives no default. */
export const defaults: Readonly<Record<Input, string>> = {
  url: 'http://127.0.0.1:11434',
  kind: 'ollama',
  mode: 'warm',
  model: '',
  digest: '',
  options: '',
  'keep-alive': '-1',
  p95: '10s',
  'cold-budget': '5m',
  residency: 'any',
  runs: '5',
  concurrency: '1',
  pull: 'never',
  prompts: '',
  'token-env': '',
  'min-version': '',
  'require-no-cloud': 'false',
  quantization: '',
  alias: '',
  'roll-back': '',
  'remove-unused': 'false',
  bind: 'loopback',
  'gpu-limit': '90%',
  'free-disk': '20GB',
  'require-seen': 'false',
};
