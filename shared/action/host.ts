/** What an action needs of the runner, and its binding to the toolkit: the only importer of @actions/core. */
import {
  type AnnotationProperties,
  error,
  getInput,
  getState,
  info,
  notice,
  setSecret,
  summary,
  warning,
} from '@actions/core';
import type { Problem } from './errors.ts';
import { writeFileCommand } from './file-command.ts';

export interface Host {
  /** The input's text, trimmed; `''` when absent. */
  input(name: string): string;
  output(name: string, value: string): void;
  info(line: string): void;
  /** One annotation, at a place of a file where there is one; so are the two below. */
  warning(problem: string | Problem, title?: string): void;
  error(problem: Problem, title?: string): void;
  notice(problem: Problem, title?: string): void;
  /** Appends Markdown to the step summary; writes nothing where the runner gave no file. */
  summarise(markdown: string): Promise<void>;
  /** From here on the runner blots the value out of every line; outside of one nothing is printed. */
  mask(value: string): void;
  saveState(name: string, value: string): void;
  state(name: string): string;
  env(name: string): string | undefined;
}

/** Control characters but tab and newline, and those that turn the direction of text. */
const unseen = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Untrusted text must not issue workflow commands when it is printed, nor move a terminal's cursor. */
export function inert(text: string): string {
  return text
    .replace(unseen, '')
    .replace(/##\[/g, '#\u200b#[')
    .replace(/^(\s*)::/gm, '$1\u200b::');
}

/** The toolkit escapes what would end a property or the command. */
function propertiesOf({ file, line, column }: Problem, title?: string): AnnotationProperties {
  return {
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  };
}

/** The runner of this process. */
export const runnerHost: Host = {
  input: (name) => getInput(name),
  output: (name, value) => writeFileCommand(process.env.GITHUB_OUTPUT, name, value),
  info: (line) => info(inert(line)),
  warning: (problem, title) => {
    if (typeof problem === 'string') warning(problem);
    else warning(problem.message, propertiesOf(problem, title));
  },
  error: (problem, title) => error(problem.message, propertiesOf(problem, title)),
  notice: (problem, title) => notice(problem.message, propertiesOf(problem, title)),
  summarise: async (markdown) => {
    if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(markdown, true).write();
  },
  mask: (value) => {
    if (process.env.GITHUB_ACTIONS !== 'true') return;
    // The runner looks at one line at a time.
    for (const line of new Set([value, ...value.split(/[\r\n]+/)])) if (line.trim().length > 3) setSecret(line);
  },
  saveState: (name, value) => writeFileCommand(process.env.GITHUB_STATE, name, value),
  state: (name) => getState(name),
  env: (name) => process.env[name] || undefined,
};
