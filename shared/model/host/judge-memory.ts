/** What is in the memory of a server: its context length, how long it stays, how much of it is in a GPU. */
import { findInstalled } from '../check/identity.ts';
import { findLoaded, judgeContext, judgeExpiry, judgeShare } from '../check/memory.ts';
import { differing } from '../check/parameters.ts';
import { shareOf, shareText } from '../check/residency.ts';
import { type Judged, passed, together } from '../check/step.ts';
import type { Loaded } from '../check/wish.ts';
import { type CheckName, checkOf, type HostCheck, unknownCheck } from './check.ts';
import type { HostFacts } from './facts.ts';
import { type Fix, setVariable } from './fix.ts';
import type { SettingName } from './settings.ts';
import type { HostWish } from './wish.ts';

/** The checks `context`, `keep-alive` and `residency`. */
export function judgeMemory(facts: HostFacts, wish: HostWish): readonly HostCheck[] {
  const rows = rowsOf(facts, wish);
  const judged = (name: CheckName, one: (row: Loaded) => Judged, settings: string, fix?: Fix): HostCheck => {
    if (rows.length === 0) return unknownCheck(name, `${absence(facts, wish)}${settings}`);
    return checkOf(name, together(rows.map((row) => withName(row.name, one(row)))), fix);
  };
  const wanted = wish.context === undefined ? {} : { options: { num_ctx: wish.context } };
  return [
    judged('context', (row) => judgeContext(row, wanted), contextToCome(facts, wish), contextFix(wish)),
    judged('keep-alive', (row) => judgeExpiry(row, facts.memory.at, wish), stayToCome(facts), keepAliveFix(wish)),
    judged('residency', (row) => judgePlace(row, wish), ''),
  ];
}

/** The least share in a GPU of what was looked at; undefined where nothing is in memory or a server does not say. */
export function leastShare(facts: HostFacts, wish: HostWish): number | undefined {
  const shares = rowsOf(facts, wish).map(shareOf);
  const known = shares.filter((share) => share !== undefined);
  return known.length === 0 || known.length < shares.length ? undefined : Math.min(...known);
}

/** The wanted model, by whatever name its weights were loaded; without one all that is there. */
function rowsOf({ memory, installed }: HostFacts, { model }: HostWish): readonly Loaded[] {
  if (model === undefined) return memory.models;
  const digest = findInstalled(installed, model)?.digest;
  const row = digest === undefined ? undefined : findLoaded(memory, digest);
  return row === undefined ? [] : [row];
}

function absence({ memory, installed }: HostFacts, { model }: HostWish): string {
  if (model === undefined) return 'no model is in memory';
  if (findInstalled(installed, model) === undefined) return `${model} is not there`;
  const others = memory.models.map(({ name }) => name);
  return `${model} is not in memory${others.length === 0 ? '' : `, but ${others.slice(0, 5).join(', ')}`}`;
}

function withName(name: string, judged: Judged): Judged {
  return { ...judged, words: `${name}: ${judged.words}`, evidence: { [name]: judged.evidence } };
}

/** Nothing is proved by a setting, since every client may ask otherwise; but it tells what comes next. */
function contextToCome(facts: HostFacts, { context }: HostWish): string {
  const { parameters } = facts;
  if (context !== undefined && parameters !== undefined && differing(parameters, { num_ctx: context }).length === 0)
    return `; it has num_ctx ${context} of its own`;
  return settingToCome(facts, 'OLLAMA_CONTEXT_LENGTH');
}

const stayToCome = (facts: HostFacts) => settingToCome(facts, 'OLLAMA_KEEP_ALIVE');

function settingToCome({ settings }: HostFacts, name: SettingName): string {
  if ('unknown' in settings) return '';
  const value = settings.value.values[name];
  return `; ${name} is ${value ?? 'not set'}`;
}

function contextFix({ context }: HostWish): Fix | undefined {
  if (context === undefined) return undefined;
  return setVariable('OLLAMA_CONTEXT_LENGTH', context, 'or let all clients use the derived model of mode warm');
}

function keepAliveFix({ keepAlive }: HostWish): Fix {
  const value = keepAlive === 'forever' ? '-1' : `${keepAlive}s`;
  return setVariable('OLLAMA_KEEP_ALIVE', value, 'and take keep_alive out of the clients that send one of their own');
}

function judgePlace(row: Loaded, { residency }: HostWish): Judged {
  const share = shareOf(row);
  return together([
    passed(`${shareText(share)} of it in the memory of a GPU`, {
      size: row.size,
      vram: row.vram,
      share: share ?? null,
    }),
    ...(residency.kind === 'any' ? [] : [judgeShare(share, residency.least)]),
  ]);
}
