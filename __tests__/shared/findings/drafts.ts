/** Findings and reports for the tests of the domain. */
import { createHash, createHmac } from 'node:crypto';
import type { Hashes } from '../../../shared/findings/fingerprint.ts';
import type { GateSettings } from '../../../shared/findings/gate.ts';
import type { Draft, Reading } from '../../../shared/findings/model.ts';
import type { ReaderId } from '../../../shared/findings/readers/reader.ts';
import type { Witnessed } from '../../../shared/findings/same-thing.ts';
import type { Report } from '../../../shared/findings/tool-results.ts';

export const plainHashes: Hashes = { sha256: (text) => createHash('sha256').update(text).digest('hex') };
export const keyedHashes: Hashes = {
  ...plainHashes,
  hmac: (text) => createHmac('sha256', 'a key of the tests').update(text).digest('hex'),
};

export const settings: GateSettings = { failOn: 'high', onlyNew: false, optional: [], today: '2026-06-15' };

/** A finding in code: `eval` in line 3 of `app/main.py`, high. */
export function draft(changes: Partial<Draft> = {}): Draft {
  return {
    category: 'sast',
    rule: { id: 'B307' },
    aliases: [],
    severity: { level: 'high', original: 'HIGH' },
    title: 'eval',
    message: 'eval runs what it is given',
    location: { path: 'app/main.py', startLine: 3 },
    pointer: '/results/0',
    ...changes,
  };
}

export function vulnerability(
  rule: string,
  purl: string,
  aliases: readonly string[] = [],
  changes: Partial<Draft> = {},
): Draft {
  const name = purl.replace(/^pkg:\w+\//, '').replace(/@[^@]*$/, '');
  const installed = /@([^@]*)$/.exec(purl)?.[1] ?? '1.0.0';
  return draft({
    category: 'vulnerability',
    rule: { id: rule },
    aliases,
    title: `${rule} in ${name}`,
    message: `${name} has ${rule}`,
    location: { path: 'package-lock.json' },
    package: { purl, name, installed, fixedIn: [], path: 'package-lock.json' },
    ...changes,
  });
}

export function secret(
  rule: string,
  value: string | undefined,
  path: string,
  line?: number,
  changes: Partial<Draft> = {},
): Draft {
  return draft({
    category: 'secret',
    rule: { id: rule },
    title: rule,
    message: 'a secret',
    location: { path, ...(line === undefined ? {} : { startLine: line }) },
    ...(value === undefined ? {} : { secret: value }),
    ...changes,
  });
}

export function reading(drafts: readonly Draft[], changes: Partial<Reading> = {}): Reading {
  return {
    tool: { name: 'bandit', version: '1.9.4' },
    drafts,
    scanned: 10,
    skipped: [],
    errors: [],
    notes: [],
    secrets: [],
    ...changes,
  };
}

/** A report that was read; its tool has the reader's name. */
export function report(
  id: ReaderId,
  drafts: readonly Draft[],
  changes: Partial<Reading> = {},
  path = `out/${id}.json`,
): Report {
  return {
    id,
    path,
    outcome: { kind: 'read', reading: reading(drafts, { tool: { name: id, version: '1' }, ...changes }) },
  };
}

export function said(tool: string, draft: Draft, report = `${tool}.json`): Witnessed {
  return { draft, tool: { name: tool, version: null }, report };
}
