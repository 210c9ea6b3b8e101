/**
 * Checks every workflow and action of a tree: `node scripts/check-workflows.ts [ROOT]`. GitHub's parser first, then our
 * own rules; exits 1 when anything is wrong.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { syntaxErrors } from './github-parser.ts';
import { actionBreaches, workflowBreaches } from './workflows.ts';

const root = process.argv[2] ?? join(import.meta.dirname, '..');
const find = (...patterns: readonly string[]) => globSync([...patterns], { cwd: root }).sort();
const workflows = find('.github/workflows/*.{yml,yaml}');
const actions = find('actions/*/action.{yml,yaml}', '.github/actions/*/action.{yml,yaml}');

const wrong: string[] = [];
for (const file of [...workflows, ...actions]) {
  const text = readFileSync(join(root, file), 'utf8');
  const kind = workflows.includes(file) ? 'workflow' : 'action';
  const refused = await syntaxErrors(kind, file, text);
  const ours = kind === 'workflow' ? workflowBreaches : actionBreaches;
  wrong.push(...(refused.length > 0 ? refused : ours(file, text)));
}
for (const line of wrong) console.error(line);
console.log(`${workflows.length} workflows, ${actions.length} actions, ${wrong.length} problems`);
process.exitCode = wrong.length > 0 ? 1 : 0;
