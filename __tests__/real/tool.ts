/** Suites on a real tool: skipped with the reason where the pinned tool is missing, failed where it must be there. */
import { describe, it } from '@jest/globals';
import { findTool } from '../../scripts/tools/lock.ts';

/** Whether a missing part is a failure: so it is in CI. */
const required = process.env.JARVIS_REAL === 'required';

/** `suite` gets the tool's path. Only the one of the lock counts, whatever else the machine has installed. */
export function withTool(name: string, title: string, suite: (path: string) => void): void {
  const found = findTool(name);
  if ('path' in found) describe(title, () => suite(found.path));
  else if (required) describe(title, () => it('needs its tool', () => Promise.reject(new Error(found.reason))));
  else {
    console.warn(`skipped: ${title}: ${found.reason}`);
    describe.skip(title, () => it(`needs ${name}`, () => undefined));
  }
}
