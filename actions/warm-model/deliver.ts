/** Says what the warm check came to. */
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import { shareText } from '../../shared/model/check/residency.ts';
import type { Updated, WarmResult } from '../../shared/model/warm.ts';
import { warmMarkdown } from '../../shared/report/warm.ts';
import { action } from './contract.ts';
import type { WarmInputs } from './inputs.ts';
import { reasonOf, type Said, say, schema, worstOf } from './say.ts';

/** The outputs are those of the worst server, and of the slowest where several are as bad. */
export async function deliver(host: Host, inputs: WarmInputs, results: readonly WarmResult[]): Promise<Ending> {
  const worst = worstOf(results, ({ numbers }) => numbers?.p95 ?? Infinity);
  const { verdict } = worst;
  const reason = reasonOf(results, verdict) + unreached(results);
  return say(host, inputs.token, {
    ...{ verdict, reason, proved: goodWords[inputs.mode] },
    evidence: evidenceOf(inputs, results, verdict, reason),
    outputs: outputsOf(worst),
    markdown: warmMarkdown(action, { verdict, reason, model: inputs.wish.model, p95: inputs.wish.p95 }, results),
  });
}

const goodWords: Readonly<Record<WarmInputs['mode'], string>> = {
  warm: 'the model is warm',
  update: 'clients have the model that was asked for',
};

function unreached(results: readonly WarmResult[]): string {
  const hosts = results.filter(({ update }) => update?.untouched).map(({ url }) => new URL(url).host);
  return hosts.length === 0 ? '' : `; not touched: ${hosts.join(', ')}`;
}

function outputsOf({ verdict, digest, numbers, cold, share, derived, update }: WarmResult): Said['outputs'] {
  const number = (value: number | undefined) => (value === undefined ? 'unknown' : String(Number(value.toFixed(6))));
  return {
    verdict,
    digest: digest ?? 'unknown',
    'p95-seconds': number(numbers?.p95),
    'first-token-seconds': number(numbers?.firstTokenP50),
    'tokens-per-second': number(numbers?.tokensPerSecond),
    'cold-seconds': number(cold),
    residency: shareText(share),
    'derived-model': derived ?? '',
    'kept-model': update?.kept ?? '',
  };
}

function evidenceOf({ mode, kind, wish }: WarmInputs, results: readonly WarmResult[], verdict: string, reason: string) {
  return { schema, verdict, reason, mode, kind, asked: wish, servers: results.map(serverOf) };
}

/** Seconds and names; what is not known is null, so that no reader takes a gap for a zero. */
function serverOf({ url, verdict, reason, steps, digest, derived, cold, share, numbers, answers, update }: WarmResult) {
  return {
    ...{ url, verdict, reason, steps },
    ...{ digest: digest ?? null, derivedModel: derived ?? null, coldSeconds: cold ?? null, residency: share ?? null },
    numbers: numbers ?? null,
    ...(update === undefined ? {} : updateOf(update)),
    answers: answers.map(({ from, to, first, done, tokens, load, decoding }) => ({
      seconds: to - from,
      firstTokenSeconds: first === undefined ? null : first - from,
      ...{ done, tokens: tokens ?? null, loadSeconds: load ?? null, decodingSeconds: decoding ?? null },
    })),
  };
}

/** Digests; `alias` is the name that clients use, the model's own where it has no other. */
function updateOf({ name, from, to, kept, untouched = false }: Updated) {
  return { alias: name, from: from ?? null, to: to ?? null, kept: kept ?? null, untouched };
}
