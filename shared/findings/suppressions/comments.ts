/** What a comment in the source accepts, for tools that find it all the same when they are asked to. */
import type { Lines } from '../fingerprint.ts';
import type { Suppression } from '../model.ts';
import type { Witnessed } from '../same-thing.ts';

/** By the tool's name in small letters: what its comments have in them. */
const comments: Readonly<Record<string, string>> = { gitleaks: 'gitleaks:allow' };

/** The same drafts, those on whose lines such a comment stands with their suppression. */
export function allowByComment(all: readonly Witnessed[], lines: Lines): readonly Witnessed[] {
  return all.map((one) => {
    const { draft, tool } = one;
    const comment = comments[tool.name.toLowerCase()];
    const { path, startLine, endLine, outside } = draft.location ?? {};
    if (comment === undefined || draft.suppression !== undefined || path === undefined || outside) return one;
    if (startLine === undefined) return one;
    const source = lines(path, startLine, Math.max(startLine, endLine ?? startLine));
    return source?.includes(comment) ? { ...one, draft: { ...draft, suppression: suppressionOf(comment) } } : one;
  });
}

const suppressionOf = (comment: string): Suppression => ({
  kind: 'inSource',
  status: 'accepted',
  origin: `a ${comment} comment`,
  justification: '',
});
