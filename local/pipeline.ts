/** One run of a workflow on this machine: scenario, port, folder, runner, records. */
import { join, relative, resolve } from 'node:path';
import { InputError } from '../shared/action/errors.ts';
import { watchCancel } from './cancel.ts';
import type { NewEvent, RunEvent } from './events.ts';
import { cleanRuns, createRunFolder } from './folder.ts';
import { resolveInputs } from './inputs.ts';
import type { Options } from './options.ts';
import { compare, type Final, readFinal } from './outcome.ts';
import { lockFolder, reservePort } from './port.ts';
import { createRecorder, writeRecords } from './record.ts';
import { looksSecret } from './runner/environment.ts';
import { loadWorkflow } from './runner/load.ts';
import { readRepository } from './runner/repository.ts';
import { runWorkflow } from './runner/run.ts';
import type { OutputLine } from './runner/run-state.ts';
import type { Workflow } from './runner/workflow.ts';
import type { Scenario } from './scenario.ts';

export interface PipelineRequest {
  readonly options: Options;
  /** The repository that this runner belongs to. */
  readonly root: string;
  readonly onEvent: (event: RunEvent) => void;
  readonly onLine: (line: OutputLine) => void;
  /** Says something to the person, beside the events. */
  readonly warn: (message: string) => void;
  /** Asks the target itself for the weight at the end; given the service's address. */
  readonly finalState?: (service: string) => Promise<{ readonly weight: number } | undefined>;
}

/** Seconds for which the service outlives the run. */
export const linger = 60;

/** Runs the pipeline; answers whether the expected happened. */
export async function runPipeline(request: PipelineRequest): Promise<boolean> {
  const { options, warn } = request;
  const started = performance.now();
  const root = options.root === undefined ? request.root : resolve(options.root);
  const repository = readRepository(root);
  const scenario = await findScenario(request);
  const file = resolve(options.workflow ?? join(root, '.github/workflows/pipeline.yml'));
  const workflow = await loadWorkflow({ file, label: labelOf(root, file), root });
  checkEvent(workflow, options.event);
  const reservation = await reservePort(lockFolder());
  process.once('exit', reservation.release);
  const service = `http://127.0.0.1:${reservation.port}`;
  const given = inputsOf(workflow, options, scenario, `127.0.0.1:${reservation.port}`);
  if (options.event === 'push')
    warn('A push has no inputs: neither the scenario nor the reserved address reaches the jobs');
  const inputs = options.event === 'push' ? {} : resolveInputs(workflow.inputs, given);
  const passed = passedVariables(options, warn);
  const folder = createRunFolder(root);
  const cleaning = cleanRuns(root, folder.name).catch((error: Error) =>
    warn(`old runs were not removed: ${error.message}`),
  );
  const recorder = createRecorder(folder.path);
  const canceller = watchCancel(scenario?.cancel, (reason) => {
    emit({ event: 'cancel', reason });
    warn(`Cancelled by ${reason}: running steps are told to end, once more hurries them`);
  });
  const emit = (event: NewEvent): void => {
    request.onEvent(recorder.record(event));
    canceller.see(event);
  };
  emit({
    event: 'run',
    folder: folder.path,
    service,
    pid: process.pid,
    workflow: workflow.name,
    ...(scenario === undefined ? {} : { scenario: options.scenario ?? 'good' }),
  });
  for (const { message, places } of workflow.notes) {
    emit({ event: 'note', message, places: places.map(({ file: name, line }) => `${name}:${line}`) });
  }
  const result = await runWorkflow({
    workflow,
    root,
    repository: await repository,
    event: options.event,
    inputs,
    folder: folder.path,
    work: folder.work,
    env: { ...ownerVariables(options), ...passed },
    vars: publicVariables(passed),
    secrets: {},
    masks: Object.entries(passed).flatMap(([name, value]) => (looksSecret(name) ? [value] : [])),
    emit,
    print: request.onLine,
    cancel: canceller.cancel,
    hurry: canceller.hurry,
  });
  canceller.end();
  const reported = readFinal(result);
  const final: Final = { ...reported, ...(await request.finalState?.(service)) };
  const differences = compare(final, scenario?.expect);
  await Promise.all([writeRecords(folder.path, result, final, recorder.annotations), cleaning]);
  const expected = differences.length === 0;
  emit({
    event: 'end',
    ...final,
    conclusion: result.conclusion,
    expected,
    milliseconds: Math.round(performance.now() - started),
  });
  if (!expected)
    warn(`Not what ${scenario === undefined ? 'was' : 'the scenario'} expected: ${differences.join('; ')}`);
  return expected;
}

/** Files of the repository are called by their path in it. */
function labelOf(root: string, file: string): string {
  const inside = relative(root, file);
  return inside.startsWith('..') ? relative(process.cwd(), file) : inside;
}

/** Schemas and YAML are loaded for a scenario only: they are half of what the runner would have to read at its start. */
async function findScenario({ options, root }: PipelineRequest): Promise<Scenario | undefined> {
  if (options.scenario === undefined && options.workflow !== undefined) return undefined;
  const { loadScenario } = await import('./scenario.ts');
  return loadScenario(join(root, 'local/scenarios'), options.scenario ?? 'good');
}

function checkEvent(workflow: Workflow, event: string): void {
  if (workflow.events.includes(event)) return;
  throw new InputError(`${workflow.file} is not started by ${event}; it is by ${workflow.events.join(', ')}`);
}

function inputsOf(
  workflow: Workflow,
  options: Options,
  scenario: Scenario | undefined,
  listen: string,
): Record<string, string> {
  const reserved = workflow.inputs.some(({ name }) => name === 'listen') ? { listen } : {};
  return { ...reserved, ...scenario?.inputs, ...options.inputs };
}

/** Tells the service who started it and how long it may outlive that one. */
function ownerVariables(options: Options): Record<string, string> {
  if (options.keep) return {};
  return { JARVIS_OWNER_PID: String(process.pid), JARVIS_LINGER: options.stop ? '0' : String(linger) };
}

/** What `--env` lets in stands for the repository's variables too; a secret is none of them. */
function publicVariables(passed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(passed).filter(([name]) => !looksSecret(name)));
}

function passedVariables(options: Options, warn: (message: string) => void): Record<string, string> {
  return Object.fromEntries(
    options.env.flatMap((name): [string, string][] => {
      const value = process.env[name];
      if (value === undefined) warn(`--env ${name}: there is no such variable here`);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
