/** `actions/setup-node`: installs nothing here; it makes sure that the running Node is the one asked for. */
import type { Builtin } from './contract.ts';

/** Whether a version as written in a workflow is satisfied by what runs. */
export function matchesNode(wanted: string, running: string): boolean {
  const parts = wanted.trim().replace(/^v/, '').split('.');
  const actual = running.replace(/^v/, '').split('.');
  return parts.every((part, index) => ['x', '*'].includes(part) || part === actual[index]);
}

/** Fails unless the running version fits `node-version`. */
export const setupNode: Builtin = async ({ inputs, print }) => {
  const wanted = inputs['node-version'] ?? '';
  if (wanted !== '' && !matchesNode(wanted, process.version)) {
    throw new Error(
      `node-version ${wanted} is asked for, but ${process.version} runs here: start the pipeline with that Node`,
    );
  }
  print(`node ${process.version} of this machine is used`);
  return { 'node-version': process.version };
};
