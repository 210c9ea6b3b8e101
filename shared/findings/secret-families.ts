/** What kind of secret a rule speaks of, in one word for all tools. */

const families: readonly (readonly [RegExp, string])[] = [
  [/private.?key|rsa.?key|ssh.?key|\bpem\b|privatekey|pkcs/i, 'private-key'],
  [/\baws|amazon/i, 'aws'],
  [/github|\bgh[pousr]\b/i, 'github'],
  [/gitlab/i, 'gitlab'],
  [/slack/i, 'slack'],
  [/\bgcp|google|gcloud|firebase/i, 'google'],
  [/azure/i, 'azure'],
  [/stripe/i, 'stripe'],
  [/sendgrid/i, 'sendgrid'],
  [/twilio/i, 'twilio'],
  [/\bnpm/i, 'npm'],
  [/pypi/i, 'pypi'],
  [/docker/i, 'docker'],
  [/openai/i, 'openai'],
  [/anthropic/i, 'anthropic'],
  [/hugging.?face/i, 'huggingface'],
  [/\bjwt|json.?web.?token/i, 'jwt'],
  [/basic.?auth|\buri\b|database.?connection|postgres|mysql|mongo|redis|connection.?string/i, 'connection'],
  [/^B10[567]$|password|passwd/i, 'password'],
];

/** The rule's own name where no family is known: `generic-api-key`, `@secretlint/secretlint-rule-x` is `x`. */
export function familyOf(rule: string): string {
  const own = rule.replace(/^@?secretlint\/secretlint-rule-/, '');
  const spaced = own.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/[_\s]+/g, '-');
  return families.find(([pattern]) => pattern.test(spaced))?.[1] ?? spaced.toLowerCase();
}
