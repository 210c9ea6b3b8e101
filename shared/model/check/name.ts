/** Names of models, as Ollama writes them: `host/namespace/model:tag`, of which only the model must be there. */
import { distance } from '../../plan/nearest.ts';

/** As Ollama lists it: with its tag, which is `latest` where there is none, and without the host and the namespace that it takes where none is given. */
export function withTag(name: string): string {
  const short = name.replace(/^registry\.ollama\.ai\/(?=[^/]+\/[^/]+$)/i, '').replace(/^library\/(?=[^/]+$)/i, '');
  return hasTag(short) ? short : `${short}:latest`;
}

function hasTag(name: string): boolean {
  return name.lastIndexOf(':') > name.lastIndexOf('/');
}

/** Ollama compares names without regard to case. */
export function isSameName(a: string, b: string): boolean {
  return withTag(a).toLowerCase() === withTag(b).toLowerCase();
}

/** Names of Ollama's own cloud: `gpt-oss:20b-cloud`, `kimi-k2:cloud`. */
export function isCloudName(name: string): boolean {
  return /[:-]cloud$/i.test(name);
}

/**
 * The name of a model made of another one's weights and options of its own, such as `gpt-oss-20b-jarvis-1f2e3d4c5b6a`:
 * the same weights and options give the same name, any others another one.
 * @param hash of the model's digest and the options, hexadecimal
 */
export function derivedName(model: string, hash: string): string {
  return `${derivedPrefix(model)}${hash.slice(0, hashLength)}`;
}

/** Whether it has the form of a name that `derivedName` gives for this model. */
export function isDerivedName(name: string, model: string): boolean {
  const [prefix, short] = [derivedPrefix(model).toLowerCase(), name.replace(/:latest$/i, '').toLowerCase()];
  return short.startsWith(prefix) && /^[0-9a-f]{12}$/.test(short.slice(prefix.length));
}

const hashLength = 12;
/** Of the part of a name after its last slash. */
const longest = 80;

function derivedPrefix(model: string): string {
  const [head, tail] = [model.slice(0, model.lastIndexOf('/') + 1), model.slice(model.lastIndexOf('/') + 1)];
  const flat = tail.replace(/:latest$/i, '').replace(':', '-');
  return `${head}${flat.slice(0, longest - hashLength - '-jarvis-'.length)}-jarvis-`;
}

const shown = 5;

/** Up to five of the installed names, the nearest first. */
export function nearestNames(wanted: string, installed: readonly string[]): readonly string[] {
  const far = new Map(installed.map((name) => [name, farness(withTag(wanted), withTag(name))]));
  return [...new Set(installed)].toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0)).slice(0, shown);
}

/** What comes from a server may be long, and needs no exact answer then. */
function farness(one: string, other: string): number {
  return distance(one.slice(0, 80).toLowerCase(), other.slice(0, 80).toLowerCase());
}
