/** Says what a run came to, whatever its mode: the evidence as a file, the outputs, the summary, the last line. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import { type GateVerdict, verdicts } from '../../shared/findings/model.ts';
import type { Output } from './contract.ts';

export const schema = 'jarvis.warm-model/1';

export interface Said {
  readonly verdict: GateVerdict;
  readonly reason: string;
  /** What a pass means: `the model is warm`. */
  readonly proved: string;
  readonly evidence: unknown;
  readonly outputs: Readonly<Record<Exclude<Output, 'evidence'>, string>>;
  readonly markdown: string;
}

/** @param token that a server may have sent back; it is blotted out of everything */
export async function say(host: Host, token: string | undefined, said: Said): Promise<Ending> {
  const clean = (text: string) => (token === undefined ? text : text.replaceAll(token, '***'));
  const { verdict } = said;
  const path = join(mkdtempSync(join(host.env('RUNNER_TEMP') ?? tmpdir(), 'warm-model-')), 'evidence.json');
  writeFileSync(path, `${clean(JSON.stringify(said.evidence, null, 2))}\n`);
  for (const [name, value] of Object.entries({ ...said.outputs, evidence: path })) host.output(name, clean(value));
  const line = verdict === 'passed' ? `passed: ${said.proved}` : clean(`${verdict}: ${said.reason}`);
  host.info(line);
  await host.summarise(clean(said.markdown));
  return { passed: verdict === 'passed', reason: line };
}

/** What one server came to. */
interface OfServer {
  readonly url: string;
  readonly verdict: GateVerdict;
  readonly reason: string;
}

/** By verdict, then the one that `weight` makes heaviest. */
export function worstOf<T extends OfServer>(results: readonly T[], weight: (one: T) => number): T {
  const [worst] = results.toSorted(
    (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || weight(b) - weight(a),
  );
  if (worst === undefined) throw new Error('no server was checked');
  return worst;
}

/** Of the servers that are as bad as the whole; each by its name where there are several. */
export function reasonOf(results: readonly OfServer[], verdict: GateVerdict): string {
  const worst = results.filter((one) => one.verdict === verdict && one.reason !== '');
  return worst.map(({ url, reason }) => (results.length === 1 ? reason : `${new URL(url).host}: ${reason}`)).join('; ');
}
