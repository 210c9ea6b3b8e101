/** The inputs of check-quality as one record, read once. */
import { InputError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { Inputs } from '../../shared/action/inputs.ts';
import { type ReaderId, readerIds } from '../../shared/findings/readers/reader.ts';
import { type ToolSource, toolSources } from '../../shared/tools/tool.ts';
import { defaults, type Input } from './contract.ts';

const levels = ['critical', 'high', 'medium', 'low', 'none'] as const;
/** Tools of which a log belongs to the report: `trufflehog-log=PATH`. */
const logs: readonly string[] = (['trufflehog', 'gitleaks'] satisfies ReaderId[]).map((id) => `${id}-log`);

/** One line of `reports`. */
export interface ReportLine {
  readonly id: ReaderId;
  /** Whether it is the tool's log, which belongs to its report. */
  readonly log: boolean;
  /** As it was given: relative to the workspace, perhaps with wildcards. */
  readonly pattern: string;
}

export interface QualityInputs {
  readonly tools: 'auto' | readonly ReaderId[];
  readonly reports: readonly ReportLine[];
  readonly optional: readonly ReaderId[];
  readonly failOn: (typeof levels)[number];
  /** `none`, `merge-base` or the path of a SARIF file. */
  readonly baseline: string;
  readonly onlyNew: boolean;
  readonly suppressions: { readonly path: string; readonly asked: boolean };
  /** The variable's name. */
  readonly keyEnv: string | undefined;
  /** Seconds. */
  readonly limit: number;
  readonly from: ToolSource;
  readonly mirror: string | undefined;
  readonly offline: string | undefined;
  readonly benchBase: readonly ReportLine[];
  readonly maxRatio: number;
  readonly uploadToken: string | undefined;
}

export function readInputs(host: Host): QualityInputs {
  const inputs = new Inputs(host, defaults);
  const suppressions = inputs.text('suppressions');
  const ratio = inputs.matching('bench-max-ratio', /^\d+(\.\d+)?$/, 'a ratio such as 1.10') ?? '';
  if (Number(ratio) < 1) throw new InputError(`input bench-max-ratio is "${ratio}"; expected a ratio of at least 1`);
  return {
    tools: toolsOf(inputs),
    reports: lines(inputs, 'reports'),
    optional: names('optional', words(inputs.text('optional'))),
    failOn: inputs.oneOf('fail-on', levels),
    baseline: inputs.text('baseline'),
    onlyNew: inputs.flag('only-new'),
    suppressions: { path: suppressions, asked: suppressions !== defaults.suppressions },
    keyEnv: inputs.matching('fingerprint-key-env', /^[A-Za-z_]\w*$/, 'the name of an environment variable'),
    limit: inputs.duration('time-limit'),
    from: inputs.oneOf('tools-from', toolSources),
    mirror: inputs.matching('tools-mirror', /^https?:\/\/\S+$/, 'an address that begins with https://'),
    offline: inputs.optional('tools-offline'),
    benchBase: lines(inputs, 'bench-base'),
    maxRatio: Number(ratio),
    uploadToken: inputs.optional('upload-token'),
  };
}

function toolsOf(inputs: Inputs<Input>): QualityInputs['tools'] {
  const given = words(inputs.text('tools'));
  if (given.length === 1 && given[0] === 'auto') return 'auto';
  return given.length === 1 && given[0] === 'none' ? [] : names('tools', given);
}

function words(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function names(input: Input, given: readonly string[]): readonly ReaderId[] {
  return [...new Set(given.map((name) => idOf(input, name)))];
}

function idOf(input: Input, name: string): ReaderId {
  const known = readerIds.find((id) => id === name);
  if (known) return known;
  const more = input === 'tools' ? ', auto or none' : '';
  throw new InputError(`input ${input} has ${JSON.stringify(name)}; expected ${readerIds.join(', ')}${more}`);
}

/** Lines of `tool=path`; empty ones and comments are left out. */
function lines(inputs: Inputs<Input>, input: Input): readonly ReportLine[] {
  return inputs
    .text(input)
    .split('\n')
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .map(({ text, number }) => reportLine(input, text, number));
}

function reportLine(input: Input, text: string, number: number): ReportLine {
  const equals = text.indexOf('=');
  const [name, pattern] = [text.slice(0, Math.max(0, equals)).trim(), text.slice(equals + 1).trim()];
  if (equals < 1 || pattern === '') {
    throw new InputError(
      `input ${input}, line ${number}: ${JSON.stringify(text)}; expected tool=path, such as bandit=out/bandit.json`,
    );
  }
  const log = logs.includes(name);
  return { id: idOf(input, log ? name.slice(0, -'-log'.length) : name), log, pattern };
}
