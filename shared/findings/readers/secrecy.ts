/** Rules that look for secrets in the code: their messages are made of what they found. */
import type { Rule } from '../model.ts';
import { literals } from './redact.ts';

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

/** Written by tools in place of a secret. */
export const isRedacted = (value: string) => /^\s*(\W*redacted\W*|[*.•x]*)\s*$/i.test(value);

/** The longest literal in the lines of a finding: most likely the one that it is about. */
export function secretIn(code: string): string | undefined {
  const candidates = literals(code).filter((literal) => !isRedacted(literal));
  return candidates.sort((a, b) => b.length - a.length)[0];
}
