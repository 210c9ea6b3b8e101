/** Says what the gate came to: files, outputs, annotations, the summary; and hands the SARIF on where that is asked for. */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '../../shared/action/host.ts';
import type { Ending } from '../../shared/action/start.ts';
import { annotationsOf } from '../../shared/findings/annotations.ts';
import type { Assembled } from '../../shared/findings/assemble.ts';
import { findingsDocument } from '../../shared/findings/document.ts';
import { writeBaseline } from '../../shared/findings/sarif/write-baseline.ts';
import { writeSarif } from '../../shared/findings/sarif/write-sarif.ts';
import type { ToolResult } from '../../shared/findings/tool-results.ts';
import { clip } from '../../shared/report/clip.ts';
import { findingsMarkdown } from '../../shared/report/findings.ts';
import { action } from './contract.ts';
import type { Check } from './task.ts';

/** The gate's own verdict is one annotation of a step's ten errors. */
const room = 9;
/** Characters of the reason, which ends with the cause. */
const longest = 600;

export async function deliver(task: Check, assembled: Assembled): Promise<Ending> {
  const { host, out } = task;
  const { verdict, counts } = assembled;
  const path = (name: string) => join(out, name);
  const sarif = writeSarif(assembled);
  write(path('findings.json'), findingsDocument(assembled));
  write(path('findings.sarif'), sarif.text);
  write(path('baseline.sarif'), writeBaseline(assembled.findings));
  const report = findingsMarkdown(action, assembled);
  writeFileSync(path('report.md'), report);
  host.output('verdict', verdict);
  host.output('new', String(counts.new));
  host.output('blocking', String(counts.blocking));
  host.output('findings', path('findings.json'));
  host.output('sarif', path('findings.sarif'));
  host.output('report', path('report.md'));
  say(host, assembled);
  if (sarif.left > 0)
    host.info(`findings.sarif leaves ${sarif.left} findings out, as GitHub would; findings.json has all`);
  await upload(task, path('findings.sarif'));
  await host.summarise(report);
  return { passed: verdict === 'passed', reason: endOf(assembled) };
}

function write(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** A line a tool, then the findings beside the code. */
function say(host: Host, assembled: Assembled): void {
  for (const tool of assembled.tools) host.info(oneLine(lineOf(tool)));
  const { shown, more } = annotationsOf(assembled.findings, room);
  for (const { level, problem, title } of shown) host[level](problem, title);
  if (more !== '') host.info(`and ${more}: see the summary`);
  host.info(endOf(assembled));
}

/** `Bandit 1.9.4 (out/bandit.json): findings: 1 of its findings blocks (4 findings, looked at 12)`. */
export function lineOf({ tool, report, verdict, reason, scanned, skipped, findings }: ToolResult): string {
  const name = [tool.name, tool.version].filter((part) => part !== null).join(' ');
  const where = report === null || report === tool.name ? '' : ` (${report})`;
  const looked = scanned === null ? '' : `, looked at ${scanned}`;
  const left = skipped.length === 0 ? '' : `, left out ${skipped.length}`;
  const why = reason === '' ? '' : `: ${reason}`;
  return `${name}${where}: ${verdict}${why} (${findings} ${findings === 1 ? 'finding' : 'findings'}${looked}${left})`;
}

/** On one line, and not the whole of what a program said: that stands above it already. */
export function endOf({ verdict, reason }: Pick<Assembled, 'verdict' | 'reason'>): string {
  return `${verdict}: ${clip(oneLine(reason), longest)}`;
}

/** So that no report can add lines that look like those of another one. */
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

async function upload({ host, signal, inputs, workspace }: Check, path: string): Promise<void> {
  const token = inputs.uploadToken;
  if (token === undefined) return;
  const { uploadSarif } = await import('../../shared/github/code-scanning.ts');
  const target = {
    api: host.env('GITHUB_API_URL') ?? 'https://api.github.com',
    token,
    repository: host.env('GITHUB_REPOSITORY') ?? '',
    commit: host.env('GITHUB_SHA') ?? '',
    ref: host.env('GITHUB_REF') ?? '',
    checkout: pathToFileURL(workspace).href,
  };
  const problem = await uploadSarif(target, readFileSync(path, 'utf8'), signal);
  const said =
    problem === undefined
      ? 'code scanning has the SARIF'
      : `code scanning did not take the SARIF: ${problem}; it is the file of the output sarif, for an artifact`;
  host.info(said);
}
