/** Findings without secrets and without end: what leaves the domain has gone through here. */
import type { BaselineEntry } from './baseline.ts';
import type { Merged } from './merge.ts';
import type { Draft, Finding, Location, Package, Rule, Suppression, Tool } from './model.ts';
import type { Place, Redact } from './redact.ts';
import { scrub } from './scrub.ts';

export type Clean = (text: string, place?: Place) => string;

/** Longer texts are cut: no reader gets to their end. */
const limit = 8_192;
/** Rules say the same again and again; so many of their texts are remembered. */
const remembered = 20_000;

/** Known secrets first, then what looks like one. Texts that come often are looked at once. */
export function cleaner(redact: Redact): Clean {
  const known = new Map<string, string>();
  return (text, place = 'prose') => {
    if (text === '') return text;
    const key = `${place} ${text}`;
    const before = text.length <= 512 ? known.get(key) : undefined;
    if (before !== undefined) return before;
    const cleaned = cut(scrub(redact(text, place), place));
    if (text.length <= 512 && known.size < remembered) known.set(key, cleaned);
    return cleaned;
  };
}

function cut(text: string): string {
  return text.length <= limit ? text : `${text.slice(0, limit)} [...]`;
}

type Cleaned = Omit<Finding, 'fingerprints' | 'baselineState' | 'gate'>;

/** Without the secret itself and the text that was only for the hash. */
export function cleanFinding({ draft, tool, witnesses }: Merged, clean: Clean): Cleaned {
  const place: Place = draft.category === 'secret' || draft.secret !== undefined ? 'secret' : 'prose';
  const name = (text: string) => clean(text, 'name');
  const { original, ...rating } = draft.severity;
  const { location, package: pack, remediation, suppression } = draft;
  return {
    category: draft.category,
    tool: cleanTool(tool, clean),
    rule: cleanRule(draft.rule, clean),
    aliases: draft.aliases.map(name),
    severity: { ...rating, original: original === null ? null : name(original) },
    ...optional('confidence', draft.confidence),
    ...optional('verification', draft.verification),
    title: clean(draft.title, place),
    message: clean(draft.message, place),
    ...(location === undefined ? {} : { location: cleanLocation(location, name) }),
    ...(pack === undefined ? {} : { package: cleanPackage(pack, name) }),
    ...(remediation === undefined ? {} : { remediation: { ...remediation, text: clean(remediation.text, place) } }),
    ...(suppression === undefined ? {} : { suppression: cleanSuppression(suppression, clean) }),
    witnesses: witnesses.map((one) => ({
      tool: cleanTool(one.tool, clean),
      report: name(one.report),
      pointer: name(one.pointer),
    })),
  };
}

function optional<K extends keyof Draft>(key: K, value: Draft[K] | undefined): { [P in K]?: Draft[K] } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: Draft[K] });
}

export function cleanTool({ name, version }: Tool, clean: Clean): Tool {
  return { name: clean(name, 'name'), version: version === null ? null : clean(version, 'name') };
}

function cleanRule(rule: Rule, clean: Clean): Rule {
  return {
    ...rule,
    id: clean(rule.id, 'name'),
    ...(rule.name === undefined ? {} : { name: clean(rule.name, 'name') }),
    ...(rule.help === undefined ? {} : { help: clean(rule.help) }),
    ...(rule.tags === undefined ? {} : { tags: rule.tags.map((tag) => clean(tag, 'name')) }),
  };
}

function cleanLocation(location: Location, name: (text: string) => string): Location {
  const logical = location.logical === undefined ? {} : { logical: name(location.logical) };
  return { ...location, path: name(location.path), ...logical };
}

function cleanPackage(pack: Package, name: (text: string) => string): Package {
  const path = pack.path === undefined ? {} : { path: name(pack.path) };
  return { ...pack, purl: name(pack.purl), name: name(pack.name), fixedIn: pack.fixedIn.map(name), ...path };
}

function cleanSuppression(suppression: Suppression, clean: Clean): Suppression {
  const owner = suppression.owner === undefined ? {} : { owner: clean(suppression.owner, 'name') };
  const justification = clean(suppression.justification);
  return { ...suppression, origin: clean(suppression.origin, 'name'), justification, ...owner };
}

export function cleanEntry(entry: BaselineEntry, clean: Clean): BaselineEntry {
  return {
    ...entry,
    rule: clean(entry.rule, 'name'),
    ...(entry.title === undefined ? {} : { title: clean(entry.title) }),
    ...(entry.path === undefined ? {} : { path: clean(entry.path, 'name') }),
  };
}
