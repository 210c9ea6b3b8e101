/** What is known already: from a file, or by running the same tools on the commit that this one grew from. */
import { mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { InputError, messageOf } from '../../shared/action/errors.ts';
import { assemble, type Material } from '../../shared/findings/assemble.ts';
import { type Baseline, baselineOf, byFingerprint } from '../../shared/findings/baseline.ts';
import { ReportError } from '../../shared/findings/readers/reader.ts';
import { baselineFold, each } from '../../shared/findings/sarif/read-baseline.ts';
import { commitFiles, extract, mergeBase } from '../../shared/tools/git.ts';
import { readJson } from '../../shared/tools/read-report.ts';
import { standing } from '../../shared/tools/standing.ts';
import { baseOf } from './base.ts';
import { linesOf } from './identity.ts';
import { readAll, sourceOfRan } from './read.ts';
import { gitOf } from './site.ts';
import type { Check } from './task.ts';
import { look } from './tools.ts';

type Means = Pick<Material, 'hashes' | 'settings' | 'suppressions'>;

/** Undefined where nothing is known: then all is new. */
export async function baselineFor(task: Check, means: Means): Promise<Baseline | undefined> {
  const { baseline } = task.inputs;
  if (baseline === 'none') return undefined;
  return baseline === 'merge-base' ? ofMergeBase(task, means) : ofFile(baseline, task.workspace);
}

async function ofFile(name: string, workspace: string): Promise<Baseline> {
  const fold = baselineFold();
  try {
    const path = isAbsolute(name) ? name : join(workspace, name);
    const document = await readJson(path, each, (value, pointer) => fold.item(value, pointer));
    return byFingerprint(fold.end(document));
  } catch (error) {
    if (!(error instanceof ReportError || error instanceof InputError)) throw error;
    throw new InputError(
      `input baseline is ${JSON.stringify(name)}: ${error.message}; expected none, merge-base or the findings.sarif of an earlier run`,
    );
  }
}

async function ofMergeBase(task: Check, means: Means): Promise<Baseline | undefined> {
  const { host, raw, workspace } = task;
  const git = gitOf(task, workspace);
  const commit = await baseCommit(task);
  if (commit === undefined) return undefined;
  const folder = join(raw, 'base');
  mkdirSync(folder);
  try {
    await extract(git, commit, folder);
  } catch (error) {
    host.info(`no baseline: ${messageOf(error)}; all is new`);
    return undefined;
  }
  host.info(`baseline: the same tools on ${commit.slice(0, 12)}`);
  const { files } = standing(folder, (await commitFiles(git, commit)) ?? []);
  const ran = await look(task, { git: gitOf(task, folder), workspace: folder, files });
  const reports = await readAll(ran.map(sourceOfRan), folder);
  return baselineOf(assemble({ ...means, reports, lines: linesOf(folder) }).findings);
}

async function baseCommit(task: Check): Promise<string | undefined> {
  const { host, workspace } = task;
  const other = baseOf(host);
  const commit = other === undefined ? undefined : await mergeBase(gitOf(task, workspace), other);
  if (commit !== undefined) return commit;
  const why = other === undefined ? 'the event names no base' : `git knows no merge base with ${other}`;
  host.info(`no baseline: ${why} (fetch-depth: 0 of checkout brings it); all is new`);
  return undefined;
}
