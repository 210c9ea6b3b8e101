/** Rules that look for secrets in the code: their messages are made of what they found. */
import type { Rule } from '../model.ts';

const found = new Set(['CWE-321', 'CWE-798']);
const named =
  /(^|[^a-z])secrets?([^a-z]|$)|hard-?coded[-_.]?(passw(or)?d|credential|secret|token|([a-z]+[-_.])?key)|(detected|leaked|exposed)[-_.].{0,60}(key|token|passw(or)?d|credential)/i;

/** It says that a secret was found, so it is one of the category `secret`. */
export function findsSecrets(rule: Rule): boolean {
  if (rule.cwe?.some((weakness) => found.has(weakness))) return true;
  return named.test(rule.id) || (rule.tags?.some((tag) => /^secrets?$/i.test(tag)) ?? false);
}

/** Also where it only takes a name for that of a password (CWE-259, as Bandit does): a guess, with the tool's own weight. */
export const quotesSecrets = (rule: Rule) => findsSecrets(rule) || (rule.cwe?.includes('CWE-259') ?? false);

/** Said in place of the tool's message. */
export const secretMessage = 'A secret seems to stand in the code. Take it out, and replace it where it is in use.';
