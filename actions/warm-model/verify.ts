/** Mode verify: checks the host of every server beside the others, and says what it came to. */
import type { Context, Ending } from '../../shared/action/start.ts';
import { shareText } from '../../shared/model/check/residency.ts';
import { localFacts } from '../../shared/model/local-facts.ts';
import { thisMachine } from '../../shared/model/machine.ts';
import { sayTo } from '../../shared/model/task.ts';
import { type HostResult, verifyHost } from '../../shared/model/verify-host.ts';
import { hostMarkdown } from '../../shared/report/host.ts';
import { action } from './contract.ts';
import { roomForModels } from './disk.ts';
import { reasonOf, type Said, say, schema, worstOf } from './say.ts';
import { nameIn } from './servers.ts';
import { readVerifyInputs, type VerifyInputs } from './verify-inputs.ts';

/** @throws InputError */
export async function verify({ host, signal }: Context): Promise<Ending> {
  const inputs = readVerifyInputs(host);
  const { urls, token, wish } = inputs;
  const machine = thisMachine({ env: (name) => host.env(name), signal, room: roomForModels });
  const results = await Promise.all(
    urls.map((url) =>
      verifyHost({
        server: { url, signal, ...(token === undefined ? {} : { token }) },
        wish,
        say: sayTo(host, nameIn(urls, url)),
        now: () => performance.now() / 1000,
        clock: () => Date.now() / 1000,
        local: (at) => localFacts(machine, at),
      }),
    ),
  );
  const worst = worstOf(results, ({ checks }) => checks.filter(({ verdict }) => verdict !== 'passed').length);
  const { verdict } = worst;
  const reason = reasonOf(results, verdict);
  return say(host, token, {
    ...{ verdict, reason, proved: provedBy(results) },
    evidence: evidenceOf(inputs, results, verdict, reason),
    outputs: outputsOf(worst),
    markdown: hostMarkdown(action, { verdict, reason }, results),
  });
}

function provedBy(results: readonly HostResult[]): string {
  const unseen = results.flatMap(({ checks }) => checks.filter(({ verdict }) => verdict === 'unknown')).length;
  return `the host is as it is meant to be${unseen === 0 ? '' : `; not seen: ${unseen} of its checks`}`;
}

function outputsOf({ verdict, digest, share }: HostResult): Said['outputs'] {
  const unmeasured = 'unknown';
  return {
    verdict,
    digest: digest ?? 'unknown',
    'p95-seconds': unmeasured,
    'first-token-seconds': unmeasured,
    'tokens-per-second': unmeasured,
    'cold-seconds': unmeasured,
    residency: shareText(share),
    'derived-model': '',
    'kept-model': '',
  };
}

function evidenceOf({ wish }: VerifyInputs, results: readonly HostResult[], verdict: string, reason: string) {
  const servers = results.map((one) => ({
    ...{ url: one.url, verdict: one.verdict, reason: one.reason },
    ...{ digest: one.digest ?? null, residency: one.share ?? null, checks: one.checks },
  }));
  return { schema, verdict, reason, mode: 'verify', kind: 'ollama', asked: wish, servers };
}
