/** `actions/download-artifact`: one artifact by name, or all of them, or those of a pattern. */
import { join, matchesGlob, resolve } from 'node:path';
import { copyArtifact } from './artifact-store.ts';
import type { Builtin } from './contract.ts';

/** Copies artifacts of this run into the workspace. */
export const downloadArtifact: Builtin = async ({ inputs, workspace, artifacts, print }) => {
  const target = resolve(workspace, inputs['path'] || '.');
  const wanted = inputs['name'] ?? '';
  if (wanted !== '') {
    if (!artifacts.names().includes(wanted)) {
      const known = artifacts.names().join(', ') || 'none';
      throw new Error(
        `Unable to download artifact(s): Artifact not found for name: ${wanted} (this run has: ${known})`,
      );
    }
    await copyArtifact(artifacts, wanted, target);
  } else {
    const names = artifacts.names().filter((name) => matchesGlob(name, inputs['pattern'] || '*'));
    const merged = inputs['merge-multiple'] === 'true';
    for (const name of names) await copyArtifact(artifacts, name, merged ? target : join(target, name));
    print(`${names.length} artifacts: ${names.join(', ')}`);
  }
  print(`downloaded to ${target}`);
  return { 'download-path': target };
};
