/** Readers by their ids. */
import { autocannon } from './autocannon.ts';
import { bandit } from './bandit.ts';
import { gitleaks } from './gitleaks.ts';
import { hadolint } from './hadolint.ts';
import { hyperfine } from './hyperfine.ts';
import { junit } from './junit.ts';
import { k6 } from './k6.ts';
import { npmAudit } from './npm-audit.ts';
import { pipAudit } from './pip-audit.ts';
import { pytestBenchmark } from './pytest-benchmark.ts';
import type { Reader, ReaderId } from './reader.ts';
import { safety } from './safety.ts';
import { sarif } from './sarif.ts';
import { secretlint } from './secretlint.ts';
import { semgrep } from './semgrep.ts';
import { trufflehog } from './trufflehog.ts';

export const readers: Readonly<Record<ReaderId, Reader>> = {
  bandit,
  semgrep,
  'pip-audit': pipAudit,
  safety,
  trufflehog,
  gitleaks,
  hadolint,
  'npm-audit': npmAudit,
  secretlint,
  sarif,
  junit,
  hyperfine,
  k6,
  autocannon,
  'pytest-benchmark': pytestBenchmark,
};
