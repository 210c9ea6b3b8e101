/** The gate itself, once the inputs stand: tools and reports, what is known and accepted, the verdict, its files. */
import { stopIfCancelled } from '../../shared/action/errors.ts';
import type { Ending } from '../../shared/action/start.ts';
import { type Assembled, assemble } from '../../shared/findings/assemble.ts';
import { acceptedIn } from './accepted.ts';
import { withRegressions } from './benchmarks.ts';
import { deliver } from './deliver.ts';
import { givenReports } from './given.ts';
import { hashesOf, linesOf } from './identity.ts';
import { baselineFor } from './known.ts';
import { mask, readAll, sourceOfGiven, sourceOfRan } from './read.ts';
import { survey } from './site.ts';
import type { Check } from './task.ts';
import { look } from './tools.ts';

export async function check(task: Check): Promise<Ending> {
  // What was read is given up before the first file is written: a large report needs its memory only once.
  return deliver(task, await judged(task));
}

async function judged(task: Check): Promise<Assembled> {
  const { host, signal, inputs, workspace } = task;
  // A fault in them should not cost the time that the tools take.
  const suppressions = acceptedIn(workspace, inputs.suppressions);
  const site = await survey(task, workspace);
  const ran = await look(task, site);
  stopIfCancelled(signal);
  const given = givenReports(inputs.reports, workspace);
  const read = await readAll([...ran.map(sourceOfRan), ...given.map(sourceOfGiven)], workspace);
  mask(host, read);
  const reports = await withRegressions(read, inputs, workspace);
  const hashes = hashesOf(host, inputs.keyEnv);
  const settings = {
    failOn: inputs.failOn,
    onlyNew: inputs.onlyNew,
    optional: inputs.optional,
    today: new Date().toISOString().slice(0, 10),
  };
  const baseline = await baselineFor(task, { hashes, settings, suppressions });
  stopIfCancelled(signal);
  const lines = linesOf(workspace);
  const known = baseline === undefined ? {} : { baseline };
  return assemble({ reports, hashes, lines, suppressions, settings, ...known });
}
