/** pip-audit, once for every requirements file, since several need not fit together. It asks PyPI. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dirname, isAbsolute, normalize } from 'node:path/posix';
import { ToolError } from '../action/errors.ts';
import { toolOf } from './recipe.ts';
import { askedOf, isPinned, isRequirements } from './requirements.ts';
import type { Tool, ToolMeans } from './tool.ts';

/** @param pinned with all versions given, pip is not asked to resolve anything */
export function pipAuditArgs(file: string, report: string, pinned: boolean): string[] {
  const resolve = pinned ? ['--no-deps', '--disable-pip'] : [];
  return ['-r', file, '-f', 'json', '-o', report, '--progress-spinner', 'off', ...resolve];
}

/**
 * pip builds what a line names by its place, which runs its code, and quotes a file of the machine that it cannot parse:
 * neither is for a pull request to ask for.
 * @throws ToolError
 */
async function refuseForeign(
  { workspace, files }: Pick<ToolMeans, 'workspace' | 'files'>,
  first: string,
): Promise<void> {
  const names = new Set([first]);
  for (const name of names) {
    const { includes, others } = askedOf(await readFile(join(workspace, name), 'utf8'));
    const inner = includes.map((path) => normalize(join(dirname(name), path)));
    const outside = includes.some(isAbsolute) || inner.some((path) => !files.includes(path));
    if (outside) throw new ToolError(`${name} includes a file that is none of the workspace: ${instead}`, 'failed');
    if (others > 0) throw new ToolError(`${name} ${foreign}: ${instead}`, 'failed');
    for (const path of inner) names.add(path);
  }
}

const foreign = 'names more than packages of an index, which pip would build, and so run code of';
const instead = 'run pip-audit yourself and give its report as an input: reports: pip-audit=PATH';

export function pipAudits(files: readonly string[]): Tool[] {
  return files.filter(isRequirements).map((file) =>
    toolOf({
      id: 'pip-audit',
      program: 'pip-audit',
      target: file,
      // 1 is both findings and failure; after a failure there is no report.
      codes: [0, 1],
      fits: (all) => all.includes(file),
      async prepare(means, { home, report }) {
        const path = join(means.workspace, file);
        await refuseForeign(means, file);
        return {
          args: pipAuditArgs(path, report, isPinned(await readFile(path, 'utf8'))),
          // It starts `python -m pip`, and Python takes a pip.py from the folder that it is started in.
          cwd: home,
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
