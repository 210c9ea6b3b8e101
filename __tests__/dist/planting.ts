/** Recorded reports with a secret of its own in each of their texts, and the search for any of them in what came out. */
import { createHash } from 'node:crypto';
import type { ReaderId } from '../../shared/findings/readers/reader.ts';
import { fixture } from '../shared/findings/readers/recorded.ts';

/** Looks random, is the same at each run, and no two are alike. */
function random(seed: string, length: number): string {
  const text = Array.from({ length: Math.ceil(length / 32) }, (_, part) =>
    createHash('sha256').update(`${seed}/${part}`).digest('base64').replace(/\W/g, 'x'),
  );
  return text.join('').slice(0, length);
}

const dashes = '-'.repeat(5);
const forms = {
  token: (seed: string) => `${['g', 'h', 'p'].join('')}_${random(seed, 36)}`,
  pem: (seed: string) => {
    const body = ['a', 'b', 'c'].map((part) => random(seed + part, 64)).join('\n');
    return `${dashes}BEGIN PRIVATE KEY${dashes}\n${body}\n${dashes}END PRIVATE KEY${dashes}`;
  },
  base64: (seed: string) => Buffer.from(`user:${random(seed, 30)}`).toString('base64'),
  'url-encoded': (seed: string) => encodeURIComponent(`${random(seed, 14)}+/${random(`${seed}z`, 14)}=`),
};
export type Form = keyof typeof forms;
export const formNames = Object.keys(forms) as readonly Form[];
export const plant = (form: Form, seed: string): string => forms[form](`${form} ${seed}`);

/** Where things are found again by; they are shown as they are, but for a token that says whose it is. */
const names: Readonly<Partial<Record<ReaderId, RegExp>>> = {
  bandit: /\/(filename|test_id|test_name)$/,
  semgrep: /\/(check_id|path|rule_id|scanned\/\d+)$|^\/version$/,
  'pip-audit': /\/(name|version|id|aliases\/\d+|fix_versions\/\d+)$/,
  safety:
    /\/(id|name|location|recommended|raw|vulnerability_id|package_name|analyzed_version|CVE|fixed_versions\/\d+|safety_version)$/,
  hadolint: /\/(code|file)$/,
  'npm-audit': /\/(name|via\/\d+|effects\/\d+|range)$/,
  sarif: /\/(id|ruleId|uri|semanticVersion|version)$/,
  gitleaks: /\/(File|SymlinkFile)$/,
  trufflehog: /\/file$/,
  secretlint: /\/filePath$/,
  junit: /\/file$/,
};

export const reports: Readonly<Record<ReaderId, readonly string[]>> = {
  bandit: ['bandit-1.9.4.json', 'bandit-1.9.4-unparsable.json'],
  semgrep: ['semgrep-1.182.0.json', 'semgrep-1.182.0-unparsable.json', 'semgrep-1.182.0-no-config.json'],
  'pip-audit': ['pip-audit-2.10.1.json', 'pip-audit-2.10.1-offline.json'],
  safety: ['safety-3.8.1-scan.json', 'safety-3.8.1-check.json'],
  trufflehog: ['trufflehog-3.97.0.jsonl', 'trufflehog-3.97.0-git.jsonl', 'trufflehog-3.97.0-verify-offline.jsonl'],
  gitleaks: ['gitleaks-8.30.1.json', 'gitleaks-8.30.1-git.json', 'gitleaks-8.30.1-half-redacted.json'],
  hadolint: ['hadolint-2.15.1.json', 'hadolint-2.15.1-unparsable.json'],
  'npm-audit': ['npm-audit-11.19.1.json', 'npm-audit-11.19.1-405.json', 'npm-audit-11.19.1-no-lock.json'],
  secretlint: ['secretlint-13.0.6.json', 'secretlint-13.0.6-unmasked.json', 'secretlint-core-13.1.0.json'],
  sarif: [
    'bandit-1.9.4-sarif.json',
    'semgrep-1.182.0-sarif.json',
    'zizmor-1.32.0-sarif.json',
    'gitleaks-8.30.1-sarif.json',
  ],
  junit: ['junit-pytest-9.2.0-xunit1.xml', 'junit-node-24.21.0.xml', 'junit-jest-17.0.0-suite-errors.xml'],
  hyperfine: ['hyperfine-1.20.0.json'],
  k6: ['k6-1.8.1-export.json', 'k6-1.8.1-handle-summary.json', 'k6-1.8.1-machine-readable.json'],
  autocannon: ['autocannon-9.0.0.json'],
  'pytest-benchmark': ['pytest-benchmark-5.3.1.json'],
};

/** A text of a report, by where it stands, and the report with another one there. */
export interface Spot {
  readonly pointer: string;
  with(change: (old: string) => string): string;
}

export function spotsIn(name: string): readonly Spot[] {
  const text = fixture(name);
  if (name.endsWith('.xml')) return spotsInXml(text);
  if (!name.endsWith('.jsonl')) return spotsInJson(JSON.parse(text), JSON.stringify);
  const lines = text.split('\n').filter((line) => line !== '');
  const document = lines.map((line): unknown => JSON.parse(line));
  return spotsInJson(document, (all) => (all as unknown[]).map((line) => JSON.stringify(line)).join('\n'));
}

function spotsInJson(document: unknown, write: (value: unknown) => string): readonly Spot[] {
  return pointersIn(document).map((steps) => ({
    pointer: `/${steps.join('/')}`,
    with: (change) => write(withText(document, steps, change)),
  }));
}

function pointersIn(value: unknown, steps: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [steps];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => pointersIn(inner, [...steps, key]));
}

function withText(value: unknown, [step, ...rest]: readonly string[], change: (old: string) => string): unknown {
  if (step === undefined) return change(String(value));
  const copy: object = Array.isArray(value) ? [...value] : { ...(value as object) };
  return Object.assign(copy, { [step]: withText((value as Record<string, unknown>)[step], rest, change) });
}

/** Attributes and what stands between tags. */
function spotsInXml(text: string): readonly Spot[] {
  const escaped = (raw: string) =>
    raw.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\n/g, '&#10;');
  return [...text.matchAll(/(?<= ([\w-]+)=")[^"]*(?=")|(?<=<(\w+)[^<>]*>)[^<]*\S[^<]*(?=<)/g)].map((match) => ({
    pointer: `/${match[1] ?? match[2] ?? ''}`,
    with: (change) =>
      text.slice(0, match.index) + escaped(change(match[0])) + text.slice(match.index + match[0].length),
  }));
}

export interface Planted {
  readonly pointer: string;
  readonly secret: string;
  readonly text: string;
}

/** Of the same place in a list's entries, the first two are enough. */
export function plantedIn(id: ReaderId, name: string): readonly Planted[] {
  const kinds = Map.groupBy(spotsIn(name), ({ pointer }) => pointer.replace(/\/\d+(?=\/|$)/g, '/*'));
  const spots = [...kinds.values()].flatMap((alike) => alike.slice(0, 2));
  return spots.flatMap((spot, index) => {
    const wanted = names[id]?.test(spot.pointer) ? (['token'] as const) : formNames;
    return wanted.map((form, turn) => {
      const secret = plant(form, `${name} ${spot.pointer} ${index}`);
      const whole = (index + turn) % 2 === 0;
      return {
        pointer: `${name}${spot.pointer} (${form})`,
        secret,
        text: spot.with((old) => (whole ? secret : `${old} '${secret}' ${old}`)),
      };
    });
  });
}

/** So many letters and digits of a secret in a row give it away. */
const telling = 12;

/** Pointers of all secrets of which a part stands in the text. */
export function leaksIn(text: string, planted: readonly Pick<Planted, 'pointer' | 'secret'>[]): readonly string[] {
  const parts = new Map(
    planted.flatMap(({ pointer, secret }) => partsOf(secret).map((part) => [part, pointer] as const)),
  );
  const seen = new Set<string>();
  for (const part of partsOf(text)) {
    const pointer = parts.get(part);
    if (pointer !== undefined) seen.add(pointer);
  }
  return [...seen];
}

function partsOf(text: string): readonly string[] {
  const runs = text.match(/[A-Za-z0-9]{12,}/g) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: run.length - telling + 1 }, (_, at) => run.slice(at, at + telling)),
  );
}
