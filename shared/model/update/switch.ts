/** Makes a name stand for another model. */
import type { Outcome } from '../book.ts';
import { findInstalled } from '../check/identity.ts';
import { finding, passed } from '../check/step.ts';
import type { Chosen } from '../derive.ts';
import { ModelError } from '../failure.ts';
import { copy } from '../ollama.ts';
import { type Ledger, look, type UpdateTask } from './ledger.ts';

/** The value is the model by the name that was switched. */
export async function switchTo(
  { server }: UpdateTask,
  ledger: Ledger,
  source: Chosen,
  name: string,
): Promise<Outcome<Chosen>> {
  const was = ledger.standings.find((one) => one.name === name)?.was?.digest;
  const now = findInstalled(await look(server, ledger), name)?.digest;
  const value: Chosen = { name, digest: source.digest };
  const evidence = { name, from: was ?? null, to: source.digest };
  if (now !== was) {
    return finding(
      `${name} was ${was?.slice(0, 12) ?? 'not there'} and is ${now?.slice(0, 12) ?? 'gone'}: somebody else changed it meanwhile`,
      'let one run at a time work on a server (concurrency in the workflow), and start again',
      { ...evidence, now: now ?? null },
    );
  }
  if (now === source.digest)
    return { ...passed(`${name} is ${source.digest.slice(0, 12)} already`, { ...evidence, switched: false }), value };
  ledger.touched.add(name);
  await copy(server, source.name, name);
  const after = findInstalled(await look(server, ledger), name)?.digest;
  if (after !== source.digest)
    throw new ModelError('broken', `POST /api/copy: ${name} is ${after ?? 'gone'}, and not ${source.digest}`);
  const words = `${name} was ${was?.slice(0, 12) ?? 'not there'} and is ${source.digest.slice(0, 12)}`;
  return { ...passed(words, { ...evidence, switched: true }), value };
}
