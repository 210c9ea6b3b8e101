/** What every workflow of ours must be beyond what GitHub itself demands; pure, over a file's text. */
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

type Mapping = Readonly<Record<string, unknown>>;

interface Step {
  readonly place: string;
  readonly step: Mapping;
}

/** Everything that is wrong with a workflow, as `file: what, and what to do`. */
export function workflowBreaches(file: string, text: string): string[] {
  const workflow = mapping(load(text, { schema: FAILSAFE_SCHEMA }));
  const jobs = Object.entries(mapping(workflow.jobs)).map(([name, job]) => ({ name, job: mapping(job) }));
  const steps = jobs.flatMap(({ name, job }) => stepsOf(`job ${name}`, job.steps));
  const called = jobs.map(({ name, job }) => ({ place: `job ${name}`, step: job }));
  return [
    ...triggers(workflow.on),
    ...topPermissions(workflow),
    ...jobs.flatMap(({ name, job }) => jobBreaches(name, job)),
    ...[...called, ...steps].flatMap((step) => pins(step, text)),
    ...steps.flatMap(interpolations),
    ...steps.flatMap(credentials),
  ].map((breach) => `${file}: ${breach}`);
}

/** The same of an `action.yml`: only composite ones have steps of their own. */
export function actionBreaches(file: string, text: string): string[] {
  const { steps } = mapping(mapping(load(text, { schema: FAILSAFE_SCHEMA })).runs);
  const all = stepsOf('runs', steps);
  const breaches = all.flatMap((step) => [...pins(step, text), ...interpolations(step), ...credentials(step)]);
  return breaches.map((breach) => `${file}: ${breach}`);
}

/** These run with the repository's secrets on code that a stranger may have written. */
function triggers(on: unknown): string[] {
  const names = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(mapping(on));
  const dangerous = ['pull_request_target', 'workflow_run'].filter((name) => names.includes(name));
  return dangerous.map((name) => `trigger ${name} gives secrets to foreign code; use pull_request`);
}

function topPermissions({ permissions }: Mapping): string[] {
  const none = permissions !== undefined && permissions !== '' && Object.keys(mapping(permissions)).length === 0;
  return none && typeof permissions === 'object'
    ? []
    : ['top level needs `permissions: {}`; each job asks for its own'];
}

function jobBreaches(name: string, job: Mapping): string[] {
  const own = job.uses === undefined;
  return [
    ...(job.permissions === undefined ? [`job ${name} names no permissions`] : []),
    ...(own && job['timeout-minutes'] === undefined ? [`job ${name} has no timeout-minutes`] : []),
  ];
}

function pins({ place, step: { uses } }: Step, text: string): string[] {
  if (typeof uses !== 'string' || uses.startsWith('$/')) return [];
  if (uses.startsWith('.')) return [`${place} uses ${uses}; our own are used by $/`];
  if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses)) return [`${place} uses ${uses}; pin it to a full commit SHA`];
  const lines = text.split('\n').filter((line) => line.includes(uses));
  const told = lines.every((line) => /@[0-9a-f]{40}['"]? +# v\d+\.\d+\.\d+\s*$/.test(line));
  return told ? [] : [`${place} uses ${uses}; say its version behind it, as # v1.2.3`];
}

/** An expression inside a script is code that whoever names a branch may write. */
function interpolations({ place, step }: Step): string[] {
  const scripts = [step.run, mapping(step.with).script].filter((script) => typeof script === 'string');
  return scripts.some((script) => script.includes('${{'))
    ? [`${place} has an expression in its script; pass the value by env`]
    : [];
}

function credentials({ place, step }: Step): string[] {
  if (typeof step.uses !== 'string' || !step.uses.startsWith('actions/checkout@')) return [];
  const kept = mapping(step.with)['persist-credentials'] !== 'false';
  return kept ? [`${place} keeps its token on disk; checkout needs persist-credentials: false`] : [];
}

function stepsOf(owner: string, steps: unknown): Step[] {
  if (!Array.isArray(steps)) return [];
  return steps.map((given: unknown, index) => {
    const step = mapping(given);
    const name = [step.name, step.id, step.uses].find((text) => typeof text === 'string');
    return { place: `${owner}, step ${index + 1}${name === undefined ? '' : ` (${String(name)})`}`, step };
  });
}

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
