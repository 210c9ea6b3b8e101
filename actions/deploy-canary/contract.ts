/** Generated from action.yml by `npm run docs` (scripts/docs.ts): change action.yml, never this file. */

/** The action's name, as its folder and its users spell it. */
export const action = 'deploy-canary';

/** The inputs that action.yml declares. */
export type Input = 'plan' | 'version' | 'until' | 'dry-run' | 'wait';

/** The outputs that action.yml declares. */
export type Output = 'verdict' | 'release' | 'weight' | 'evidence' | 'report';

/** What an absent or empty input means; `''` where action.yml gives no default. */
export const defaults: Readonly<Record<Input, string>> = {
  plan: 'jarvis.yml',
  version: '',
  until: '100%',
  'dry-run': 'false',
  wait: '0s',
};
