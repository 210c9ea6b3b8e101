/** What the server's interface says of itself and of the models on its disk. */
import { findInstalled, judgeCloud, judgeIdentity, judgeVersion } from '../check/identity.ts';
import { nearestNames } from '../check/name.ts';
import { finding, passed } from '../check/step.ts';
import { checkOf, type HostCheck, unknownCheck } from './check.ts';
import type { HostFacts } from './facts.ts';
import { setVariable } from './fix.ts';
import type { HostWish } from './wish.ts';

/** Any version passes where no oldest one is asked for. */
export function judgeServerVersion({ version }: Pick<HostFacts, 'version'>, { minVersion }: HostWish): HostCheck {
  const evidence = { version, minVersion: minVersion ?? null };
  if (minVersion === undefined) return checkOf('version', passed(`version ${version}`, evidence));
  const judged = judgeVersion(version, minVersion);
  return checkOf('version', {
    ...judged,
    words: judged.verdict === 'passed' ? `version ${version}, ${judged.words}` : judged.words,
    evidence,
  });
}

export function judgeCloudTaken({ cloud }: Pick<HostFacts, 'cloud'>, { requireNoCloud }: HostWish): HostCheck {
  if ('unknown' in cloud) return unknownCheck('cloud', cloud.unknown, { cloud: 'unknown' });
  const evidence = { cloud: cloud.value ? 'enabled' : 'disabled' };
  if (!requireNoCloud)
    return checkOf(
      'cloud',
      passed(cloud.value ? 'it takes models of a cloud' : 'it takes no models of a cloud', evidence),
    );
  return checkOf('cloud', { ...judgeCloud(cloud.value), evidence }, setVariable('OLLAMA_NO_CLOUD', 1));
}

/** As many names as a reader takes in. */
const shown = 20;

/** Without a wanted model it only says which are there. */
export function judgeModel({ installed }: Pick<HostFacts, 'installed'>, wish: HostWish): HostCheck {
  const names = installed.map(({ name }) => name);
  const { model } = wish;
  if (model === undefined) {
    const words =
      names.length === 0
        ? 'no model is on its disk'
        : `on its disk: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
    return checkOf('model', passed(words, { wanted: null, installed: names.slice(0, shown) }));
  }
  const found = findInstalled(installed, model);
  if (found !== undefined) return checkOf('model', judgeIdentity(found, installed, { ...wish, model, pull: 'never' }));
  const near = nearestNames(model, names);
  const there =
    near.length === 0
      ? 'no model is'
      : `there are ${near.join(', ')}${names.length > near.length ? ' and others' : ''}`;
  const fix = `bring it with ollama pull ${model}, or correct the input model`;
  return checkOf('model', finding(`${model} is not on its disk; ${there}`, fix, { wanted: model, nearest: near }));
}
