/** Readers by their ids. */
import { bandit } from './bandit.ts';
import { hadolint } from './hadolint.ts';
import { npmAudit } from './npm-audit.ts';
import { pipAudit } from './pip-audit.ts';
import type { Reader, ReaderId } from './reader.ts';
import { safety } from './safety.ts';
import { sarif } from './sarif.ts';
import { semgrep } from './semgrep.ts';

export const readers = {
  bandit,
  semgrep,
  'pip-audit': pipAudit,
  safety,
  hadolint,
  'npm-audit': npmAudit,
  sarif,
} satisfies Partial<Record<ReaderId, Reader>>;
