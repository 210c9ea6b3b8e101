/** Secretlint as a library: secrets are looked for on every machine, with no program to install. No history, no entropy. */
import { mkdtemp, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { codeOf } from '../action/errors.ts';
import { failureOfThrown } from './failure.ts';
import { ignorer } from './ignore.ts';
import { presetId, type RuleSetting, secretlintRules } from './secretlint-config.ts';
import type { Ran, Tool, ToolMeans } from './tool.ts';

/** Of the packages that are built in. */
export const secretlintVersion = '13.1.0';
/** Bytes, which take about a second; what is longer would hold everything else up. */
const largest = 50_000_000;
const ignoreFile = '.secretlintignore';
/** What a comment begins with that makes the library keep silent; the other one has its length, so that places stay. */
const [hush, hushed] = ['secretlint-disable', 'secretlint_disable'] as const;

/**
 * As secretlint's own JSON has it, but of the source only the texts that messages are about are there, one a line; a
 * message's `range` is its place among them, `loc` that in the file. A message that a comment hides is there too, with
 * `hidden`: whoever writes a secret could write the comment.
 */
interface Result {
  readonly filePath: string;
  readonly sourceContent: string;
  readonly messages: readonly object[];
}
type Lint = (filePath: string, content: string) => Promise<Result>;

export const secretlint: Tool = {
  id: 'secretlint',
  fits: (files) => files.length > 0,
  async run(means) {
    const began = performance.now();
    const outcome = (more: Pick<Ran, 'report'> & Partial<Ran>): Ran => {
      const seconds = (performance.now() - began) / 1000;
      return { id: 'secretlint', version: secretlintVersion, beside: {}, seconds, ...more };
    };
    try {
      const late = () => (performance.now() - began) / 1000 > means.limit;
      const { results, notes, skipped, failure } = await lintAll(means, late);
      if (failure !== undefined) return outcome({ report: null, failure });
      const report = join(await mkdtemp(join(means.folder, 'secretlint-')), 'report');
      await writeFile(report, JSON.stringify(results), { mode: 0o600 });
      return outcome({ report, notes, skipped });
    } catch (error) {
      return outcome({ report: null, failure: failureOfThrown(error) });
    }
  },
};

async function lintAll(means: ToolMeans, late: () => boolean) {
  const { workspace, files, limit, signal } = means;
  const rules = await secretlintRules(workspace, files);
  const lint = await linter(rules);
  const ignored = files.includes(ignoreFile) ? ignorer(await textOf(join(workspace, ignoreFile))) : () => false;
  const results: Result[] = [];
  const left = { ignored: 0, binary: 0, large: 0 };
  let failure: Ran['failure'];
  for (const file of files) {
    // Linting is one long computation; others of our process want their turn.
    await breathe();
    if (signal.aborted) failure = { kind: 'cancelled', message: 'secretlint was ended by a cancel' };
    else if (late())
      failure = { kind: 'timed-out', message: `secretlint was ended because it took longer than ${limit} s` };
    if (failure !== undefined) break;
    const content = ignored(file) ? 'ignored' : await contentOf(join(workspace, file));
    if (typeof content === 'object') results.push(await lint(join(workspace, file), content.text));
    else if (content !== 'gone') left[content]++;
  }
  return { results, notes: [...notesOn(left), ...notesOnRules(rules)], skipped: skippedOf(left), failure };
}

async function linter(rules: readonly RuleSetting[]): Promise<Lint> {
  const { lintSource } = await import('@secretlint/core');
  const { creator } = await import('@secretlint/secretlint-rule-preset-recommend');
  const config = { rules: [{ id: presetId, rule: creator, rules: [...rules] }] };
  // The library keeps to `disabled` for whole presets only.
  const off = new Set(rules.filter(({ disabled }) => disabled).map(({ id }) => id));
  const messagesOf = async (filePath: string, content: string) => {
    const ext = /\.[^./]*$/.exec(filePath)?.[0] ?? '';
    const source = { filePath, content, ext, contentType: 'text' } as const;
    const { messages } = await lintSource({ source, options: { config } });
    return messages.filter(({ ruleId }) => !off.has(ruleId));
  };
  return async (filePath, content) => {
    const messages = await messagesOf(filePath, content);
    if (!content.includes(hush)) return { filePath, ...cutOut(content, messages) };
    const known = new Set(messages.map(sameness));
    const all = await messagesOf(filePath, content.replaceAll(hush, hushed));
    const told = all.map((message) => (known.has(sameness(message)) ? message : { ...message, hidden: true }));
    return { filePath, ...cutOut(content, told) };
  };
}

const sameness = (message: {
  readonly ruleId: string;
  readonly messageId: string;
  readonly range: readonly number[];
}) => JSON.stringify([message.ruleId, message.messageId, message.range]);

function cutOut<T extends { readonly range: readonly [number, number] }>(content: string, found: readonly T[]) {
  let end = -1;
  const texts = found.map(({ range }) => content.slice(...range));
  const messages = found.map((message, index) => {
    const start = end + 1;
    end = start + (texts[index]?.length ?? 0);
    return { ...message, range: [start, end] };
  });
  return { sourceContent: texts.join('\n'), messages };
}

type Content = { readonly text: string } | 'binary' | 'large' | 'gone';

async function contentOf(path: string): Promise<Content> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > largest) return 'large';
      return decoded(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    // A file that is listed but was deleted, or a link to a folder.
    if (['ENOENT', 'EISDIR'].includes(codeOf(error) ?? '')) return 'gone';
    throw error;
  }
}

/** Text has no zero byte, but for that of Windows' tools, which begins with a mark. */
function decoded(bytes: Buffer): Content {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString('utf16le') };
  return bytes.subarray(0, 8000).includes(0) ? 'binary' : { text: bytes.toString('utf8') };
}

async function textOf(path: string): Promise<string> {
  const content = await contentOf(path);
  return typeof content === 'object' ? content.text : '';
}

type Left = Readonly<Record<'ignored' | 'binary' | 'large', number>>;

const notRead = (count: number, what: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'file' : 'files'} not read: ${what}`];

function notesOn({ ignored, binary }: Left): string[] {
  return [...notRead(binary, 'binary'), ...notRead(ignored, `in ${ignoreFile}`)];
}

/** Text that nobody looked at, and that nobody said may stay so. */
function skippedOf({ large }: Left): string[] {
  return notRead(large, `over 50 MB; name it in ${ignoreFile} where it may stay unread`);
}

/** Of a repository's settings all that takes away; its own words for it are in its file. */
function notesOnRules(rules: readonly RuleSetting[]): string[] {
  const name = ({ id }: RuleSetting) => id.replace(/^.*secretlint-rule-/, '');
  const off = rules.filter(({ disabled }) => disabled).map(name);
  const less = rules.filter((rule) => !rule.disabled && (rule.options || rule.allowMessageIds)).map(name);
  return [
    ...(off.length === 0 ? [] : [`rules that .secretlintrc.json turns off: ${off.join(', ')}`]),
    ...(less.length === 0 ? [] : [`rules that .secretlintrc.json may let pass more by: ${less.join(', ')}`]),
  ];
}
