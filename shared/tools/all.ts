/** The tools that `check-quality` can run by itself, and which of them a workspace calls for. */
import type { ReaderId } from '../findings/readers/reader.ts';
import { bandit } from './bandit.ts';
import { gitleaks } from './gitleaks.ts';
import { hadolint } from './hadolint.ts';
import { npmAudits } from './npm-audit.ts';
import { pipAudits } from './pip-audit.ts';
import { safety } from './safety.ts';
import { secretlint } from './secretlint.ts';
import { semgrep } from './semgrep.ts';
import type { Tool } from './tool.ts';
import { trufflehog } from './trufflehog.ts';

/** A tool, or one for every file of its kind. */
const tools = {
  bandit: () => [bandit],
  semgrep: () => [semgrep],
  'pip-audit': pipAudits,
  safety: () => [safety],
  trufflehog: () => [trufflehog],
  gitleaks: () => [gitleaks],
  hadolint: () => [hadolint],
  'npm-audit': npmAudits,
  secretlint: () => [secretlint],
} satisfies Partial<Record<ReaderId, (files: readonly string[]) => readonly Tool[]>>;

export type ToolId = keyof typeof tools;
export const toolIds = Object.keys(tools) as readonly ToolId[];

/** Needs no program beside Node and npm. */
export const embedded: readonly ToolId[] = ['secretlint', 'npm-audit'];
/** Needs an account: only where it is named. */
export const optIn: readonly ToolId[] = ['safety'];

/** Those of `ids` that have something to look at; the same id comes again for every lock or requirements file. */
export function fitting(
  files: readonly string[],
  ids: readonly ToolId[] = toolIds.filter((id) => !optIn.includes(id)),
): readonly Tool[] {
  return ids.flatMap((id) => tools[id](files)).filter((tool) => tool.fits(files));
}
