/** What is bundled: source file to committed folder. Actions are found by their folders, the rest is named here. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Bundle {
  readonly source: string;
  readonly target: string;
}

const named: readonly Bundle[] = [
  { source: 'local/main.ts', target: 'dist/local' },
  { source: 'local/status.ts', target: 'dist/status' },
  { source: 'local/replay/main.ts', target: 'dist/replay' },
  { source: 'shared/targets/local/supervisor/main.ts', target: 'dist/supervisor' },
  { source: 'examples/brain-api/src/server.ts', target: 'examples/brain-api/dist/server' },
  { source: 'examples/brain-api/src/traffic.ts', target: 'examples/brain-api/dist/traffic' },
  { source: 'examples/brain-api/src/tests.ts', target: 'examples/brain-api/dist/tests' },
];

/** Every bundle of the tree at `root`; an action with a `post.ts` has a second bundle beside its main one. */
export function bundles(root: string): Bundle[] {
  const actions = readdirSync(join(root, 'actions')).filter((name) =>
    existsSync(join(root, 'actions', name, 'main.ts')),
  );
  const ofActions = actions.flatMap((name) => [
    { source: `actions/${name}/main.ts`, target: `dist/${name}` },
    ...(existsSync(join(root, 'actions', name, 'post.ts'))
      ? [{ source: `actions/${name}/post.ts`, target: `dist/${name}/post` }]
      : []),
  ]);
  return [...ofActions, ...named.filter(({ source }) => existsSync(join(root, source)))];
}
