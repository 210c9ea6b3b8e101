/** Rules that look for secrets in the code: their messages are made of what they found. */
import type { Rule } from '../model.ts';

const weaknesses = new Set(['CWE-259', 'CWE-321', 'CWE-798']);
const named =
  /(^|[^a-z])secrets?([^a-z]|$)|hard-?coded[-_.]?(passw(or)?d|credential|secret|token|([a-z]+[-_.])?key)|(detected|leaked|exposed)[-_.].{0,60}(key|token|passw(or)?d|credential)/i;

export function aboutSecrets(rule: Rule): boolean {
  if (rule.cwe?.some((weakness) => weaknesses.has(weakness))) return true;
  return named.test(rule.id) || (rule.tags?.some((tag) => /^secrets?$/i.test(tag)) ?? false);
}

/** Said in place of the tool's message. */
export const secretMessage = 'A secret seems to stand in the code. Take it out, and replace it where it is in use.';
