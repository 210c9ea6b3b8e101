/** A step's log: what it prints is masked, written, shown, and read for commands to the runner. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type AnnotationPlace, type Effect, type Level, readerStart, readLine } from './command.ts';
import type { JobState } from './job-state.ts';

export interface StepLog {
  /** Opens the file and says that the step starts; a skipped step leaves no log. */
  start(): void;
  /** One raw line of the step's output. */
  line(raw: string): void;
  /** A line for the file alone. */
  detail(text: string): void;
  annotate(level: Level, message: string, at?: AnnotationPlace): void;
  /** Outputs and state that came as commands, and what was wrong with commands. */
  readonly said: { readonly outputs: Record<string, string>; readonly state: Record<string, string>; problems: number };
  close(): void;
}

export interface StepLabel {
  readonly number: number;
  readonly name: string;
  readonly step: string;
  readonly stage: 'pre' | 'main' | 'post';
}

/** GitHub cuts messages here. */
const longestMessage = 4096;

/** A step's name as part of a file name. */
export function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/@[0-9a-f]{40}/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'step';
}

/** The log of one stage; nothing is written before it starts. */
export function openLog(job: JobState, label: StepLabel): StepLog {
  const { run, job: definition } = job.request;
  const { emit, print, folder } = run.request;
  const path = join('logs', definition.id, `${label.number}-${slug(label.name)}.log`);
  const said: StepLog['said'] = { outputs: {}, state: {}, problems: 0 };
  let file: number | undefined;
  let reader = readerStart;
  const detail = (text: string): void => {
    if (file !== undefined) writeSync(file, `${job.masker.hide(text)}\n`);
  };
  const show = (text: string): void => {
    detail(text);
    print({ job: definition.id, number: label.number, text: job.masker.hide(text) });
  };
  const annotate: StepLog['annotate'] = (level, text, at = {}) => {
    const message = job.masker.hide(text).slice(0, longestMessage);
    const place = Object.fromEntries(
      Object.entries(at).map(([key, value]) => [key, typeof value === 'string' ? job.masker.hide(value) : value]),
    );
    detail(`##[${level}]${text}`);
    emit({ event: 'annotation', job: definition.id, number: label.number, step: label.step, level, message, ...place });
  };
  const handlers: { readonly [K in Effect['kind']]: (effect: Extract<Effect, { kind: K }>) => void } = {
    text: ({ text }) => show(text),
    group: ({ text }) => show(text),
    debug: ({ text }) => detail(`##[debug]${text}`),
    mask: ({ text }) => job.masker.add(text),
    warning: ({ text }) => annotate('warning', text),
    annotation: ({ level, text, at }) => annotate(level, text, at),
    problem: ({ text }) => {
      said.problems += 1;
      annotate('error', text);
    },
    output: ({ name, value }) => {
      said.outputs[name] = value;
      annotate('warning', deprecated('set-output'));
    },
    state: ({ name, value }) => {
      said.state[name] = value;
      annotate('warning', deprecated('save-state'));
    },
    none: () => undefined,
  };
  const apply = (effect: Effect): void => {
    const handle = handlers[effect.kind] as (effect: Effect) => void;
    handle(effect);
  };
  return {
    start: () => {
      if (file !== undefined) return;
      file = openSync(join(folder, path), 'w', 0o600);
      emit({ event: 'step-start', job: definition.id, ...label, log: path });
    },
    line: (raw) => {
      const read = readLine(reader, raw);
      reader = read.state;
      for (const effect of read.effects) apply(effect);
    },
    detail,
    annotate,
    said,
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function deprecated(command: string): string {
  return `The \`${command}\` command is deprecated. Please upgrade to using Environment Files.`;
}
