/** The run as plain lines for a person: jobs and steps as they happen, their output below them, the verdict last. */
import { join, relative } from 'node:path';
import { styleText } from 'node:util';
import type { RunEvent } from './events.ts';
import { jobWord } from './outcome.ts';
import type { Conclusion } from './runner/graph.ts';
import type { OutputLine } from './runner/run-state.ts';

export interface View {
  /** The lines that an event adds. */
  event(event: RunEvent): readonly string[];
  /** The lines that a line of a step's output adds. */
  line(line: OutputLine): readonly string[];
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;
type Of<K extends RunEvent['event']> = Extract<RunEvent, { event: K }>;

const marks: Readonly<Record<Conclusion, readonly [string, Style]>> = {
  success: ['✓', 'green'],
  failure: ['✗', 'red'],
  cancelled: ['■', 'yellow'],
  skipped: ['·', 'gray'],
};

const levels: Readonly<Record<string, Style>> = { error: 'red', warning: 'yellow', notice: 'blue' };

/** Seconds or minutes, as short as it can be read. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * A view that remembers which job and step the last line belonged to, so that parallel jobs stay readable. `after` says
 * what becomes of the service at that address when the run is over.
 */
export function createView(colours: boolean, after: (service: string) => string): View {
  const paint: Paint = (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text);
  const names = new Map<string, string>();
  const seen = new Set<string>();
  let place = '';
  let run: Of<'run'> | undefined;
  const enter = (job: string, number = 0): string[] => {
    const step = `${job}/${number}`;
    const [lastJob] = place.split('/');
    const heading = lastJob === job ? [] : ['', paint('bold', `${job}${seen.has(job) ? ' (goes on)' : ''}`)];
    const name = names.get(step);
    const title = name === undefined || place === step ? [] : [`  ${paint('cyan', '▸')} ${name}`];
    seen.add(job);
    place = name === undefined ? `${job}/0` : step;
    return [...heading, ...title];
  };
  return {
    line: ({ job, number, text }) => [...enter(job, number), `    ${text}`],
    event: (event) => {
      switch (event.event) {
        case 'run':
          run = event;
          return renderRun(event, paint);
        case 'note':
          return [paint('gray', `  ${event.message}`)];
        case 'job-end':
          return [...enter(event.job), renderEnd(event.conclusion, event.name, jobTail(event), paint)];
        case 'step-start':
          names.set(`${event.job}/${event.number}`, shorten(event.name));
          return [];
        case 'step-end':
          return renderStep(event, place === `${event.job}/${event.number}`, enter, paint);
        case 'annotation':
          return [...enter(event.job, event.number), ...renderAnnotation(event, paint)];
        case 'end':
          return renderFinal(event, run, after, paint);
        default:
          return [];
      }
    },
  };
}

/** A commit as people write it. */
function shorten(name: string): string {
  return name.replace(/@([0-9a-f]{7})[0-9a-f]{33}\b/g, '@$1');
}

/** A step whose output stands right above needs no second mention of its name. */
function renderStep(event: Of<'step-end'>, open: boolean, enter: (job: string) => string[], paint: Paint): string[] {
  if (event.conclusion === 'skipped' && event.stage !== 'main') return [];
  const above = open ? [] : enter(event.job);
  return [...above, `  ${renderEnd(event.outcome, open ? '' : shorten(event.name), tail(event), paint)}`];
}

function renderRun(event: Of<'run'>, paint: Paint): string[] {
  const scenario = event.scenario === undefined ? '' : ` · scenario ${event.scenario}`;
  return [
    paint('bold', `${event.workflow}${scenario}`),
    `  service  ${event.service}`,
    `  folder   ${shortFolder(event.folder)}`,
  ];
}

function renderEnd(conclusion: Conclusion, name: string, after: string, paint: Paint): string {
  const [mark, style] = marks[conclusion];
  return `${paint(style, mark)} ${name === '' ? '' : `${name} `}${paint('gray', after)}`;
}

function jobTail({ conclusion, milliseconds }: Of<'job-end'>): string {
  return conclusion === 'skipped' ? jobWord(conclusion) : duration(milliseconds);
}

function tail(event: Of<'step-end'>): string {
  if (event.outcome === 'skipped') return 'skipped';
  return `${duration(event.milliseconds)}${event.outcome === event.conclusion ? '' : ', the job goes on'}`;
}

function renderAnnotation(event: Of<'annotation'>, paint: Paint): string[] {
  const title = event.title === undefined ? '' : `${event.title}: `;
  const at = event.file === undefined ? '' : `${event.file}${event.line === undefined ? '' : `:${event.line}`}: `;
  const [first = '', ...rest] = `${at}${title}${event.message}`.split('\n');
  const label = paint(levels[event.level] ?? 'red', `${event.level}:`);
  return [`    ${label} ${first}`, ...rest.map((line) => `    ${line}`)];
}

function renderFinal(
  event: Of<'end'>,
  run: Of<'run'> | undefined,
  after: (service: string) => string,
  paint: Paint,
): string[] {
  const sign = event.expected ? paint('green', 'as expected') : paint('red', 'not as expected');
  const released = run?.scenario !== undefined;
  const verdict = released ? `${event.verdict}: ${event.conclusion}, weight ${event.weight} %` : event.conclusion;
  const summary = run === undefined ? [] : [`  summary  ${join(shortFolder(run.folder), 'summary.md')}`];
  const service = run !== undefined && released ? [`  service  ${run.service} ${after(run.service)}`] : [];
  return ['', `${paint('bold', verdict)} · ${sign} · ${duration(event.milliseconds)}`, ...summary, ...service];
}

function shortFolder(folder: string): string {
  return relative(process.cwd(), folder) || folder;
}
