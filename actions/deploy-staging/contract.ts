/** Generated from action.yml by `npm run docs` (scripts/docs.ts): change action.yml, never this file. */

/** The action's name, as its folder and its users spell it. */
export const action = 'deploy-staging';

/** The inputs that action.yml declares. */
export type Input = 'plan' | 'version' | 'wait';

/** The outputs that action.yml declares. */
export type Output = 'verdict' | 'version' | 'previous-version' | 'release' | 'url';

/** What an absent or empty input means; `''` where action.yml gives no default. */
export const defaults: Readonly<Record<Input, string>> = {
  plan: 'jarvis.yml',
  version: '',
  wait: '0s',
};
