/** Generated from action.yml by `npm run docs` (scripts/docs.ts): change action.yml, never this file. */

/** The action's name, as its folder and its users spell it. */
export const action = 'rollback';

/** The inputs that action.yml declares. */
export type Input = 'plan' | 'release' | 'to-version' | 'reason' | 'wait';

/** The outputs that action.yml declares. */
export type Output = 'verdict' | 'version';

/** What an absent or empty input means; `''` where action.yml gives no default. */
export const defaults: Readonly<Record<Input, string>> = {
  plan: 'jarvis.yml',
  release: '',
  'to-version': '',
  reason: 'asked for',
  wait: '0s',
};
