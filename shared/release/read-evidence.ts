/**
 * Checks a line of evidence before it is judged: written out by hand, since a schema's parser takes longer than the
 * judge. A replay needs the bounds and the counts; names, reasons and keys that it does not know are left alone.
 */
import { InputError } from '../action/errors.ts';
import { type Decision, decisions, type EvidenceHeader, evidenceSchemaId, type Observation } from './evidence.ts';
import { found } from './found.ts';

type Bounds = Readonly<Record<string, readonly number[]>>;
type Fields = Readonly<Record<string, unknown>>;

const wrong = (path: string, value: unknown, expected: string) =>
  new InputError(`${path} ${found(value)}; expected ${expected}`);

function demand(holds: boolean, path: string, value: unknown, expected: string): asserts holds {
  if (!holds) throw wrong(path, value, expected);
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const aCount = `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`;
const rising = 'a list of upper bounds in seconds, above 0 and rising';

/**
 * The header, which stands first and once.
 * @throws InputError what is wrong, and what was expected.
 */
export function readHeader(value: unknown): EvidenceHeader {
  const example = `{"schema":"${evidenceSchemaId}","buckets":[...]}`;
  demand(isFields(value), 'the first line', value, `the header, such as ${example}`);
  if (!('schema' in value)) throw new InputError(`there is no header; expected the first line to be one: ${example}`);
  demand(value['schema'] === evidenceSchemaId, 'schema', value['schema'], `"${evidenceSchemaId}"`);
  const { buckets } = value;
  demand(Array.isArray(buckets), 'buckets', buckets, rising);
  for (const [index, bound] of buckets.entries()) {
    const before: unknown = index === 0 ? 0 : buckets[index - 1];
    const rises = typeof bound === 'number' && Number.isFinite(bound) && bound > Number(before);
    demand(rises, `buckets[${index}]`, bound, rising);
  }
  const header: Record<string, unknown> = { ...value };
  for (const key of ['plan', 'judge', 'resumed']) {
    header[key] ??= undefined;
    demand(header[key] === undefined || isFields(header[key]), key, header[key], 'an object, or nothing');
  }
  return header as unknown as EvidenceHeader;
}

/**
 * A line after the header: an observation or a decision.
 * @param model bounds of each metric of a model, where the header has them
 * @throws InputError what is wrong, and what was expected.
 */
export function readEntry(value: unknown, bounds: readonly number[], model: Bounds = {}): Observation | Decision {
  demand(isFields(value), 'the line', value, 'an observation or a decision, a JSON object');
  if ('schema' in value)
    throw new InputError('this is a second header; expected one file a run, its bounds never change');
  if ('decision' in value) return readDecision(value);
  if ('from' in value || 'canary' in value) return readObservation(value, bounds, model);
  throw new InputError('the line has neither "from" nor "decision"; expected an observation or a decision');
}

function readDecision(value: Fields): Decision {
  const { t, decision, reason, detail } = value;
  demand(Number.isFinite(t), 't', t, 'seconds');
  const known: readonly unknown[] = decisions;
  demand(known.includes(decision), 'decision', decision, `one of ${decisions.join(', ')}`);
  demand(typeof reason === 'string', 'reason', reason, 'text');
  demand(isFields(detail), 'detail', detail, 'an object');
  for (const [key, inner] of Object.entries(detail)) {
    const plain = inner === null || typeof inner !== 'object';
    demand(plain, `detail[${JSON.stringify(key.slice(0, 60))}]`, inner, 'a number, text, true, false or null');
  }
  return value as unknown as Decision;
}

function readObservation(value: Fields, bounds: readonly number[], model: Bounds): Observation {
  const { from, t, weight, canary, baseline, transition } = value;
  demand(Number.isFinite(from), 'from', from, 'seconds');
  demand(Number.isFinite(t), 't', t, 'seconds');
  if (Number(t) < Number(from))
    throw new InputError(`t ${found(t)}, before from, which ${found(from)}; expected from <= t`);
  demand(typeof weight === 'number' && weight >= 0 && weight <= 100, 'weight', weight, 'percent, 0 to 100');
  demand(transition === undefined || typeof transition === 'boolean', 'transition', transition, 'true, or nothing');
  readSide(canary, 'canary', bounds, model);
  readSide(baseline, 'baseline', bounds, model);
  return value as unknown as Observation;
}

function readSide(side: unknown, name: string, bounds: readonly number[], known: Bounds): void {
  if (side === null) return;
  demand(isFields(side), name, side, 'counts, or null where nothing could be read');
  demand(Array.isArray(side['buckets']), `${name}.buckets`, side['buckets'], lengthFor(bounds));
  readTally(side, name, undefined, bounds);
  readInstances(side, name, bounds);
  const { model } = side;
  if (model === undefined) return;
  demand(isFields(model), `${name}.model`, model, 'counts by the name of the metric');
  for (const metric of Object.keys(model)) {
    const at = `${name}.model[${JSON.stringify(metric.slice(0, 60))}]`;
    readMetric(model[metric], at, Object.hasOwn(known, metric) ? known[metric] : undefined);
  }
}

/** @param known its bounds; where the header has none, its buckets are as many as they are, and are not judged */
function readMetric(side: unknown, name: string, known: readonly number[] | undefined): void {
  demand(isFields(side), name, side, 'counts');
  const { buckets } = side;
  demand(Array.isArray(buckets), `${name}.buckets`, buckets, 'a list of counts');
  const bounds = known ?? buckets.slice(1);
  readTally(side, name, undefined, bounds);
  readInstances(side, name, bounds);
}

function readInstances(side: Fields, name: string, bounds: readonly number[]): void {
  const { instances } = side;
  if (instances === undefined) return;
  demand(isFields(instances), `${name}.instances`, instances, 'counts by the name of the instance');
  for (const instance of Object.keys(instances)) readTally(instances[instance], name, instance, bounds);
}

function readTally(tally: unknown, side: string, instance: string | undefined, bounds: readonly number[]): void {
  const at = () => (instance === undefined ? side : `${side}.instances[${JSON.stringify(instance.slice(0, 60))}]`);
  if (!isFields(tally)) throw new InputError(`${at()} ${found(tally)}; expected counts`);
  const { requests, errors, buckets } = tally;
  if (!isCount(requests)) throw wrong(`${at()}.requests`, requests, aCount);
  if (!isCount(errors)) throw wrong(`${at()}.errors`, errors, aCount);
  // An instance's two counters may be read an instant apart; what the judge weighs are the sums.
  if (errors > requests && instance === undefined) {
    throw wrong(`${at()}.errors`, errors, `at most its requests, ${requests}`);
  }
  if (buckets !== undefined) readBuckets(buckets, at, bounds);
}

const lengthFor = ({ length }: readonly number[]) =>
  `${length + 1} counts: one for each of the header's ${length} bounds, and one above them`;

function readBuckets(buckets: unknown, at: () => string, bounds: readonly number[]): void {
  if (!Array.isArray(buckets)) throw wrong(`${at()}.buckets`, buckets, lengthFor(bounds));
  const fits = buckets.length === bounds.length + 1 || (buckets.length === 0 && bounds.length === 0);
  if (!fits) throw new InputError(`${at()}.buckets has ${buckets.length} counts; expected ${lengthFor(bounds)}`);
  for (let index = 0; index < buckets.length; index += 1) {
    const count: unknown = buckets[index];
    if (!isCount(count)) throw wrong(`${at()}.buckets[${index}]`, count, aCount);
  }
}

/**
 * What is odd about a side and no proof of a fault: a source may time more requests than it counts, health checks among
 * them, but many more are what cumulative buckets look like.
 */
export function doubtOf({ canary, baseline }: Observation): string | undefined {
  for (const [name, side] of Object.entries({ canary, baseline })) {
    const sum = side?.buckets.reduce((all, count) => all + count, 0) ?? 0;
    if (side && sum > 2 * side.requests + 10) {
      return `${name}.buckets add up to ${sum} with ${side.requests} requests; expected counts that are not cumulative`;
    }
  }
  return undefined;
}
