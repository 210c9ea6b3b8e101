/** pip-audit, once for every requirements file, since several need not fit together. It asks PyPI. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toolOf } from './recipe.ts';
import { isPinned, isRequirements } from './requirements.ts';
import type { Tool } from './tool.ts';

/** @param pinned with all versions given, pip is not asked to resolve anything */
export function pipAuditArgs(file: string, report: string, pinned: boolean): string[] {
  const resolve = pinned ? ['--no-deps', '--disable-pip'] : [];
  return ['-r', file, '-f', 'json', '-o', report, '--progress-spinner', 'off', ...resolve];
}

export function pipAudits(files: readonly string[]): Tool[] {
  return files.filter(isRequirements).map((file) =>
    toolOf({
      id: 'pip-audit',
      program: 'pip-audit',
      target: file,
      // 1 is both findings and failure; after a failure there is no report.
      codes: [0, 1],
      fits: (all) => all.includes(file),
      async prepare({ workspace }, { report }) {
        const path = join(workspace, file);
        return {
          args: pipAuditArgs(path, report, isPinned(await readFile(path, 'utf8'))),
          // Building a source distribution would run code of whoever is named in the file.
          needs: {
            network: true,
            own: { PIP_ONLY_BINARY: ':all:', PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' },
          },
        };
      },
    }),
  );
}
