/** What a comment in the source accepts, for tools that find it all the same when they are asked to. */
import type { Lines } from '../fingerprint.ts';
import type { Draft, Suppression } from '../model.ts';
import type { Witnessed } from '../same-thing.ts';

/** The comment that accepts a finding, in the text of its lines and the one above. */
type Find = (source: { readonly own: string; readonly above: string }, rule: string) => string | undefined;

/** By the tool's name in small letters. */
const comments: Readonly<Record<string, Find>> = {
  gitleaks: ({ own }) => (own.includes('gitleaks:allow') ? 'gitleaks:allow' : undefined),
  semgrep: ({ own, above }, rule) => {
    const alone = /^\s*(?:#|\/\/|\/\*|--|<!--|;)/.test(above) ? above : '';
    return [own, alone].some((text) => isNosem(text, rule)) ? 'nosemgrep' : undefined;
  },
};

/** `nosemgrep` alone is for every rule, `nosemgrep: a, b` for those that end so. */
function isNosem(text: string, rule: string): boolean {
  return [...text.matchAll(/\bnosem(?:grep)?\b(?:[:=]\s*([\w.,\t -]*[\w.-]))?/gi)].some(([, named]) => {
    const ids = (named ?? '').split(/[,\s]+/).filter((id) => id !== '');
    return ids.length === 0 || ids.some((id) => rule === id || rule.endsWith(`.${id}`));
  });
}

/** The same drafts, those at whose lines such a comment stands with their suppression. */
export function allowByComment(all: readonly Witnessed[], lines: Lines): readonly Witnessed[] {
  return all.map((one) => {
    const { draft, tool } = one;
    const find = comments[tool.name.toLowerCase()];
    if (find === undefined || draft.suppression !== undefined) return one;
    const source = sourceOf(draft, lines);
    const comment = source && find(source, draft.rule.id);
    return comment === undefined ? one : { ...one, draft: { ...draft, suppression: suppressionOf(comment) } };
  });
}

function sourceOf({ location }: Draft, lines: Lines): Parameters<Find>[0] | undefined {
  const { path, startLine, endLine, outside } = location ?? {};
  if (path === undefined || startLine === undefined || outside) return undefined;
  const own = lines(path, startLine, Math.max(startLine, endLine ?? startLine));
  if (own === undefined) return undefined;
  return { own, above: startLine > 1 ? (lines(path, startLine - 1, startLine - 1) ?? '') : '' };
}

const suppressionOf = (comment: string): Suppression => ({
  kind: 'inSource',
  status: 'accepted',
  origin: `a ${comment} comment`,
  justification: '',
});
