/** `action-catalog.md`: every action on one page, and what each hands to the next. */
import type { Action } from './action.ts';
import { inputTable, outputTable, section } from './tables.ts';

/** An action with its README; undefined where it has none yet. */
export interface Described {
  readonly action: Action;
  readonly readme: string | undefined;
}

const head = `<!-- Generated from actions/*/action.yml and their READMEs by \`npm run docs\`: change those, never this file. -->

# Action catalog
`;

/** The whole page. */
export function catalog(described: readonly Described[]): string {
  const actions = described.map(({ action }) => action);
  const index = actions.map(({ name, description }) => `| [${name}](#${name}) | ${description} |`);
  const list = ['| action | purpose |', '| --- | --- |', ...index].join('\n');
  const entries = described.map((one) => entry(one, actions));
  return [head, `${list}\n`, ...entries].join('\n');
}

function entry({ action, readme }: Described, all: readonly Action[]): string {
  const written = (title: string) => (readme === undefined ? undefined : section(readme, title));
  return `## ${action.name}

${action.description}. [README](actions/${action.name}/README.md)

### Inputs of ${action.name}

${inputTable(action)}

### Outputs of ${action.name}

${outputTable(action)}

### Permissions of ${action.name}

${written('Permissions') ?? 'Not written down yet.'}

### Composition of ${action.name}

${written('Composition') ?? composition(action, all)}
`;
}

/** What follows from the names, where the README does not say it: an output fits the input of its own name. */
function composition(action: Action, all: readonly Action[]): string {
  const others = all.filter(({ name }) => name !== action.name);
  const gives = others.flatMap((to) => link(action, to, `gives {} to \`${to.name}\``));
  const takes = others.flatMap((from) => link(from, action, `takes {} from \`${from.name}\``));
  return [...takes, ...gives].join('\n') || 'Stands alone.';
}

function link(from: Action, to: Action, phrase: string): string[] {
  const taken = new Set(to.inputs.map(({ name }) => name));
  const shared = from.outputs.map(({ name }) => name).filter((name) => taken.has(name));
  return shared.length === 0 ? [] : [`- ${phrase.replace('{}', shared.map((name) => `\`${name}\``).join(', '))}`];
}
