/** The generated parts of an action's README, between its markers. */
import type { Action, Field } from './action.ts';

/** What may stand between `<!-- name -->` and `<!-- /name -->`. */
const blocks = { inputs: inputTable, outputs: outputTable, usage } as const;
const demanded = ['inputs', 'outputs'] as const;

/** The README with its blocks filled in; whatever is outside of the markers is the author's. */
export function filled(readme: string, action: Action): string {
  return Object.entries(blocks).reduce((text, [name, render]) => {
    const block = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
    return text.replace(block, (_, open: string, close: string) => `${open}\n${render(action)}\n${close}`);
  }, readme);
}

/** The blocks that a README has no place for. */
export function missingBlocks(readme: string): string[] {
  return demanded.filter((name) => !new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`).test(readme));
}

/** The text of the section `## title`, without its heading; undefined where there is none. */
export function section(readme: string, title: string): string | undefined {
  return new RegExp(`^## ${title}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(readme)?.[1]?.trim();
}

/** The inputs as a Markdown table. */
export function inputTable({ inputs }: Action): string {
  if (inputs.length === 0) return 'None.';
  return table(
    ['input', 'default', 'what it is'],
    inputs.map((input) => [`\`${input.name}\``, meaning(input), cell(input.description)]),
  );
}

/** The outputs as a Markdown table. */
export function outputTable({ outputs }: Action): string {
  if (outputs.length === 0) return 'None.';
  return table(
    ['output', 'what it is'],
    outputs.map(({ name, description }) => [`\`${name}\``, cell(description)]),
  );
}

/** A step that names every input, ready to be copied; what is required first. */
export function usage({ name, inputs }: Action): string {
  const sorted = [...inputs].sort((a, b) => Number(b.required) - Number(a.required));
  const lines = sorted.flatMap((input) => [`    # ${oneLine(input.description)}`, `    ${assignment(input)}`]);
  return ['```yaml', `- uses: jarvis/${name}@v1`, ...(lines.length > 0 ? ['  with:', ...lines] : []), '```'].join('\n');
}

function assignment({ name, required, fallback }: Field): string {
  if (required) return `${name}:`;
  return /^[\w./%-]*$/.test(fallback) && fallback !== ''
    ? `${name}: ${fallback}`
    : `${name}: ${JSON.stringify(fallback)}`;
}

function meaning({ required, fallback }: Field): string {
  if (fallback !== '') return `\`${cell(fallback)}\``;
  return required ? 'required' : '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/\| {2}\|/g, '| |');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return oneLine(text).replace(/\|/g, '\\|');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
