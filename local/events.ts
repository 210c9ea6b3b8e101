/** The events of a run, one JSON object a line: what a view, a report or a test reads. */
import { z } from 'zod';
import { verdicts } from '../shared/release/verdict.ts';

const at = z.iso.datetime().describe('When it happened, ISO 8601');
const conclusion = z.enum(['success', 'failure', 'cancelled', 'skipped']).describe("GitHub's word for how it ended");
const milliseconds = z.number().int().nonnegative();
const job = z.string().describe("The job's id in the workflow");
const stage = z.enum(['pre', 'main', 'post']);
const step = { job, number: z.number().int().positive().describe('Place in the job, from 1'), step: z.string(), stage };
const verdict = z.enum(verdicts);

const run = z.object({
  event: z.literal('run'),
  at,
  folder: z.string().describe("The run's folder, absolute"),
  service: z.string().describe('Where the released service answers'),
  pid: z.number().int().describe("The runner's own process, the one to signal"),
  workflow: z.string(),
  scenario: z.string().optional(),
});

const note = z.object({
  event: z.literal('note'),
  at,
  message: z.string().describe('What means less here than on GitHub'),
  places: z.array(z.string()),
});

const cancel = z.object({ event: z.literal('cancel'), at, reason: z.string() });

const jobStart = z.object({ event: z.literal('job-start'), at, job, name: z.string() });

const jobEnd = z.object({ event: z.literal('job-end'), at, job, name: z.string(), conclusion, milliseconds });

const stepStart = z.object({
  event: z.literal('step-start'),
  at,
  ...step,
  name: z.string(),
  log: z.string().describe("The step's log, relative to the run's folder"),
});

const stepEnd = z.object({
  event: z.literal('step-end'),
  at,
  ...step,
  name: z.string(),
  outcome: conclusion.describe('Before continue-on-error'),
  conclusion,
  milliseconds,
});

const annotation = z.object({
  event: z.literal('annotation'),
  at,
  job,
  number: z.number().int().nonnegative(),
  step: z.string(),
  level: z.enum(['notice', 'warning', 'error']),
  message: z.string(),
  title: z.string().optional(),
  file: z.string().optional(),
  line: z.number().int().optional(),
  endLine: z.number().int().optional(),
  column: z.number().int().optional(),
  endColumn: z.number().int().optional(),
});

const outputs = z.object({
  event: z.literal('outputs'),
  at,
  job,
  step: z.string().optional().describe('The id of the step; absent for the outputs of the job'),
  outputs: z.record(z.string(), z.string()),
});

const end = z.object({
  event: z.literal('end'),
  at,
  conclusion,
  verdict,
  weight: z.number().min(0).max(100).describe("The new version's final share in percent"),
  expected: z.boolean().describe('Whether what the scenario expects is what happened'),
  milliseconds,
});

/** One event of a run; the first is `run`, the last is `end`. */
export const eventSchema = z.discriminatedUnion('event', [
  run,
  note,
  cancel,
  jobStart,
  jobEnd,
  stepStart,
  stepEnd,
  annotation,
  outputs,
  end,
]);

export type RunEvent = z.infer<typeof eventSchema>;
type Undated<E> = E extends RunEvent ? Omit<E, 'at'> : never;
/** An event before it gets its time. */
export type NewEvent = Undated<RunEvent>;
export type Annotation = z.infer<typeof annotation>;
