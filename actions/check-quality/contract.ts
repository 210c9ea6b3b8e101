/** Generated from action.yml by `npm run docs` (scripts/docs.ts): change action.yml, never this file. */

/** The action's name, as its folder and its users spell it. */
export const action = 'check-quality';

/** The inputs that action.yml declares. */
export type Input =
  | 'tools'
  | 'reports'
  | 'optional'
  | 'fail-on'
  | 'baseline'
  | 'only-new'
  | 'suppressions'
  | 'fingerprint-key-env'
  | 'time-limit'
  | 'tools-from'
  | 'tools-mirror'
  | 'tools-offline'
  | 'bench-base'
  | 'bench-max-ratio'
  | 'upload-token';

/** The outputs that action.yml declares. */
export type Output = 'verdict' | 'new' | 'blocking' | 'findings' | 'sarif' | 'report';

/** What an absent or empty input means; `''` where action.yml gives no default. */
export const defaults: Readonly<Record<Input, string>> = {
  tools: 'auto',
  reports: '',
  optional: '',
  'fail-on': 'high',
  baseline: 'none',
  'only-new': 'true',
  suppressions: '.jarvis-ignore.yml',
  'fingerprint-key-env': '',
  'time-limit': '5m',
  'tools-from': 'path',
  'tools-mirror': '',
  'tools-offline': '',
  'bench-base': '',
  'bench-max-ratio': '1.10',
  'upload-token': '',
};
