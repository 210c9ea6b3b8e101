/** The inputs that only an update has. */
import type { Inputs } from '../../shared/action/inputs.ts';
import { isSameName, withTag } from '../../shared/model/check/name.ts';
import type { UpdateWish, Wish } from '../../shared/model/check/wish.ts';
import { modelPattern } from '../../shared/plan/label.ts';
import type { Input } from './contract.ts';
import { contradict } from './modes.ts';

export function updateOf(inputs: Inputs<Input>, kind: string, wish: Omit<Wish, 'prompts'>): UpdateWish {
  const [alias, rollBack] = [otherModel(inputs, 'alias'), otherModel(inputs, 'roll-back')];
  const update = {
    ...(alias === undefined ? {} : { alias }),
    ...(rollBack === undefined ? {} : { rollBack }),
    removeUnused: inputs.flag('remove-unused'),
  };
  refuseUpdate(update, kind, wish);
  return update;
}

/** With its tag, as it is listed. */
function otherModel(inputs: Inputs<Input>, name: 'alias' | 'roll-back'): string | undefined {
  const given = inputs.matching(name, modelPattern, 'the name of a model, such as gpt-oss:20b');
  return given === undefined ? undefined : withTag(given);
}

function refuseUpdate(
  { alias, rollBack, removeUnused }: UpdateWish,
  kind: string,
  { model, pull, digest }: Omit<Wish, 'prompts'>,
): void {
  if (kind !== 'ollama') contradict(`mode (update) and kind (${kind})`, 'kind: ollama, since only that one is told to');
  if (pull === 'missing')
    contradict('mode (update) and pull (missing)', 'no pull, since an update always asks the registry');
  if (alias !== undefined && isSameName(alias, model))
    contradict(`alias (${alias}) and model (${model})`, 'another name for clients, or no alias');
  if (rollBack === undefined) return;
  if (isSameName(rollBack, alias ?? model))
    contradict(`roll-back (${rollBack}) and ${alias === undefined ? 'model' : 'alias'}`, 'the name of a kept model');
  if (pull !== 'never') contradict(`roll-back and pull (${pull})`, 'one of them, since a roll back pulls nothing');
  if (removeUnused) contradict('roll-back and remove-unused', 'one of them, since nothing is removed in an emergency');
  if (digest !== undefined)
    contradict('roll-back and digest', 'one of them: a kept model has the beginning of its digest in its name');
}
