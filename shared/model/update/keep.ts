/** The first steps of an update: what the names stand for, and a copy of it by a name of its own. */
import type { Outcome } from '../book.ts';
import { findInstalled } from '../check/identity.ts';
import { isKeptCopy, type Kept, keptEnd, type Standing, toKeep } from '../check/kept.ts';
import { nearestNames } from '../check/name.ts';
import { finding, type Judged, passed } from '../check/step.ts';
import type { Installed } from '../check/wish.ts';
import { ModelError } from '../failure.ts';
import { copy, ps } from '../ollama.ts';
import { type Ledger, look, type UpdateTask } from './ledger.ts';

/** @param names that the run may write */
export async function survey(task: UpdateTask, ledger: Ledger, names: readonly string[]): Promise<Outcome<true>> {
  const { server, clock } = task;
  const installed = await look(server, ledger);
  ledger.standings = names.map((name) => ({ name, was: findInstalled(installed, name) }));
  ledger.resident = (await ps(server, clock)).models;
  const words = ledger.standings.map(({ name, was }) => `${name} is ${was?.digest.slice(0, 12) ?? 'not there'}`);
  const digests = Object.fromEntries(ledger.standings.map(({ name, was }) => [name, was?.digest ?? null]));
  return { ...passed(words.join('; '), { names: digests }), value: true };
}

/** As `survey`; a finding where the model that is to come back is not there. The value is that model. */
export async function surveyFor(
  task: UpdateTask,
  ledger: Ledger,
  name: string,
  wanted: string,
): Promise<Outcome<Installed>> {
  const judged = await survey(task, ledger, [name]);
  const there = findInstalled(ledger.seen, wanted);
  if (there === undefined) return absent(wanted, ledger.seen);
  if (!isKeptCopy(there)) return foreign(there);
  const words = `${judged.words}; ${there.name} is ${there.digest.slice(0, 12)}`;
  return { ...passed(words, { ...judged.evidence, rollBack: there.digest }), value: there };
}

/** Whoever names another model by mistake would give it to all clients, unmeasured. */
function foreign({ name, digest }: Installed): Judged {
  return finding(
    `${name} is no copy that an update kept: the name of one ends in ${keptEnd(digest)}`,
    `give the output kept-model of the update as roll-back, or keep it as such: ollama cp ${name} NAME:${keptEnd(digest)}`,
    { wanted: name },
  );
}

function absent(wanted: string, installed: readonly Installed[]): Judged {
  const near = nearestNames(
    wanted,
    installed.map(({ name }) => name),
  );
  const there = near.length === 0 ? 'no model is installed' : `installed are ${near.join(', ')}`;
  return finding(`there is no model ${wanted}; ${there}`, 'correct the input roll-back', { wanted, nearest: near });
}

/** Ollama overwrites a name, and drops weights that no name uses: so they get another name before. */
export async function keep(
  { server }: UpdateTask,
  ledger: Ledger,
  standings: readonly Standing[],
): Promise<Outcome<true>> {
  const { kept, missing, foreign } = toKeep(standings, ledger.seen);
  if (foreign !== undefined) {
    return finding(
      `${foreign.name} is there already, and is another model (${foreign.digest.slice(0, 12)})`,
      `give it another name: ollama cp ${foreign.name} NAME, then ollama rm ${foreign.name}`,
    );
  }
  for (const one of missing) await copyChecked(server, ledger, one);
  ledger.kept = kept;
  const evidence = { kept: kept.map(({ name, digest, of }) => ({ name, digest, of, made: ledger.made.has(name) })) };
  if (kept.length === 0) return { verdict: 'not-asked', words: 'nothing is there to keep', evidence, value: true };
  const words = kept.map(({ name, of }) => `${of} as ${name}${ledger.made.has(name) ? '' : ', which was there'}`);
  return { ...passed(`kept ${words.join('; ')}`, evidence), value: true };
}

async function copyChecked(server: UpdateTask['server'], ledger: Ledger, { name, of, digest }: Kept): Promise<void> {
  ledger.made.set(name, false);
  await copy(server, of, name);
  ledger.made.set(name, true);
  const now = findInstalled(await look(server, ledger), name)?.digest;
  if (now === digest) return;
  throw new ModelError('broken', `POST /api/copy: ${name} is ${now ?? 'not there'}, and not ${digest} as ${of} is`);
}
