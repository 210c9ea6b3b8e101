/** Says what the check came to: the evidence, the outputs, the summary. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import { verdicts } from '../../shared/findings/model.ts';
import { shareText } from '../../shared/model/check/residency.ts';
import type { Updated, WarmResult } from '../../shared/model/warm.ts';
import { warmMarkdown } from '../../shared/report/warm.ts';
import { action, type Output } from './contract.ts';
import type { WarmInputs } from './inputs.ts';

export const schema = 'jarvis.warm-model/1';

export async function deliver(host: Host, inputs: WarmInputs, results: readonly WarmResult[]): Promise<Ending> {
  const clean = cleaner(inputs.token);
  const worst = worstOf(results);
  if (worst === undefined) throw new Error('no server was checked');
  const { verdict } = worst;
  const reason = clean(reasonOf(results, verdict));
  const path = join(mkdtempSync(join(host.env('RUNNER_TEMP') ?? tmpdir(), 'warm-model-')), 'evidence.json');
  writeFileSync(path, `${clean(JSON.stringify(evidenceOf(inputs, results, verdict, reason), null, 2))}\n`);
  for (const [name, value] of Object.entries(outputsOf(worst, path))) host.output(name, clean(value));
  const said =
    verdict === 'passed' ? `passed: ${goodWords[inputs.mode]}` : `${verdict}: ${reason}${unreached(results)}`;
  host.info(said);
  await host.summarise(
    clean(warmMarkdown(action, { verdict, reason, model: inputs.wish.model, p95: inputs.wish.p95 }, results)),
  );
  return { passed: verdict === 'passed', reason: said };
}

const goodWords: Readonly<Record<WarmInputs['mode'], string>> = {
  warm: 'the model is warm',
  update: 'clients have the model that was asked for',
};

function unreached(results: readonly WarmResult[]): string {
  const hosts = results.filter(({ update }) => update?.untouched).map(({ url }) => new URL(url).host);
  return hosts.length === 0 ? '' : `; not touched: ${hosts.join(', ')}`;
}

/** A server may have sent the token back. */
function cleaner(token: string | undefined): (text: string) => string {
  return (text) => (token === undefined ? text : text.replaceAll(token, '***'));
}

/** By verdict, then the slowest. */
function worstOf(results: readonly WarmResult[]): WarmResult | undefined {
  const slowness = ({ numbers }: WarmResult) => numbers?.p95 ?? Infinity;
  return results.toSorted(
    (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || slowness(b) - slowness(a),
  )[0];
}

function reasonOf(results: readonly WarmResult[], verdict: WarmResult['verdict']): string {
  const worst = results.filter((one) => one.verdict === verdict && one.reason !== '');
  return worst.map(({ url, reason }) => (results.length === 1 ? reason : `${new URL(url).host}: ${reason}`)).join('; ');
}

function outputsOf(
  { verdict, digest, numbers, cold, share, derived, update }: WarmResult,
  evidence: string,
): Readonly<Record<Output, string>> {
  const number = (value: number | undefined) => (value === undefined ? 'unknown' : String(Number(value.toFixed(6))));
  return {
    verdict,
    digest: digest ?? 'unknown',
    'p95-seconds': number(numbers?.p95),
    'first-token-seconds': number(numbers?.firstTokenP50),
    'tokens-per-second': number(numbers?.tokensPerSecond),
    'cold-seconds': number(cold),
    residency: shareText(share),
    evidence,
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
