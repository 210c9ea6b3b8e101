/** What tools keep of their own: `.trivyignore`, `.gitleaksignore`, `.secretlintignore`, `.hadolint.yaml`. */
import { InputError, type Problem } from '../../action/errors.ts';
import type { Suppression } from '../model.ts';
import { tidyPath } from '../packages.ts';
import type { IgnoreRule } from '../suppress.ts';
import { isDay } from './dates.ts';
import { decides, linesOf, readPatterns } from './globs.ts';

const accepted = (origin: string, justification: string): Suppression => ({
  kind: 'external',
  status: 'accepted',
  origin,
  justification,
});

/** The comment right above a line, which is where these files say why. */
function reasonAbove(text: string, line: number): string {
  const above = text.split(/\r?\n/)[line - 2]?.trim() ?? '';
  const reason = above.startsWith('#') ? above.replace(/^[#\s]+/, '') : '';
  return reason === '' ? 'no reason is given' : reason;
}

/** `ID`, or `ID exp:YYYY-MM-DD`. @throws InputError for a date that is none, which would else never end */
export function readTrivyIgnore(text: string, file: string): IgnoreRule[] {
  const problems: Problem[] = [];
  const rules = linesOf(text).map(({ text: entry, line }): IgnoreRule => {
    const [id = '', ...fields] = entry.replace(/\s#.*$/, '').split(/\s+/);
    const expires = fields.find((field) => field.startsWith('exp:'))?.slice(4);
    if (expires !== undefined && !isDay(expires))
      problems.push({ message: 'exp: takes a day, such as exp:2027-01-31', file, line });
    const suppression = accepted(`${file}:${line}`, reasonAbove(text, line));
    return {
      tool: 'trivy',
      names: [id],
      suppression: expires === undefined ? suppression : { ...suppression, expires },
    };
  });
  return without(problems, file, rules);
}

/** `file:rule:line` or `commit:file:rule:line`. @throws InputError for anything else */
export function readGitleaksIgnore(text: string, file: string): IgnoreRule[] {
  const problems: Problem[] = [];
  const rules = linesOf(text).flatMap(({ text: entry, line }): IgnoreRule[] => {
    const [, commit, path = '', rule = '', at = ''] = /^(?:([0-9a-f]{7,64}):)?(.+):([^:]+):(\d+)$/.exec(entry) ?? [];
    if (path === '') {
      problems.push({ message: 'expected file:rule:line or commit:file:rule:line', file, line });
      return [];
    }
    const reason =
      commit === undefined ? reasonAbove(text, line) : `${reasonAbove(text, line)} (of commit ${commit.slice(0, 12)})`;
    const wanted = tidyPath(path);
    const suppression = accepted(`${file}:${line}`, reason);
    return [{ tool: 'gitleaks', names: [rule], path: (one) => one === wanted, line: Number(at), suppression }];
  });
  return without(problems, file, rules);
}

/** Paths as in `.gitignore`. */
export function readSecretlintIgnore(text: string, file: string): IgnoreRule[] {
  const patterns = readPatterns(text);
  return patterns
    .filter(({ negated }) => !negated)
    .map((pattern) => ({
      tool: 'secretlint',
      path: (path) => decides(patterns, path) === pattern,
      suppression: accepted(`${file}:${pattern.line}`, reasonAbove(text, pattern.line)),
    }));
}

/** @param parsed the YAML of `.hadolint.yaml`; its list `ignored`. @throws InputError where that is no list of rules */
export function readHadolintIgnored(parsed: unknown, file: string): IgnoreRule[] {
  const ignored = typeof parsed === 'object' && parsed !== null && 'ignored' in parsed ? parsed.ignored : undefined;
  if (ignored === undefined || ignored === null) return [];
  if (!Array.isArray(ignored)) throw new InputError(`${file}: ignored must be a list of rules`);
  return ignored.map((id: unknown, index) => {
    if (typeof id !== 'string' || id.trim() === '') {
      throw new InputError(`${file}: entry ${index + 1} of ignored is no rule, such as DL3008`);
    }
    return { tool: 'hadolint', names: [id], suppression: accepted(`${file} (ignored)`, 'no reason is given') };
  });
}

function without(problems: readonly Problem[], file: string, rules: IgnoreRule[]): IgnoreRule[] {
  if (problems.length === 0) return rules;
  const [first] = problems;
  throw new InputError(`${file}:${first?.line ?? 1}: ${first?.message ?? 'cannot be read'}`, problems);
}
