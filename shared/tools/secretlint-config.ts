/** The settings that a repository may have for secretlint, as far as they hold for the rules that come with us. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ToolError } from '../action/errors.ts';

export const presetId = '@secretlint/secretlint-rule-preset-recommend';
const names = [presetId, '@secretlint/preset-recommend', 'preset-recommend'];
const elsewhere = 'run secretlint yourself and give its report as an input: reports: secretlint=PATH';

const ruleSchema = v.object({
  id: v.string(),
  options: v.exactOptional(v.record(v.string(), v.unknown())),
  severity: v.exactOptional(v.picklist(['info', 'warning', 'error'])),
  disabled: v.exactOptional(v.boolean()),
  allowMessageIds: v.exactOptional(v.array(v.string())),
});
const configSchema = v.object({
  rules: v.array(
    v.looseObject({
      id: v.string(),
      disabled: v.exactOptional(v.boolean()),
      rules: v.exactOptional(v.array(ruleSchema)),
    }),
  ),
});

export type RuleSetting = v.InferOutput<typeof ruleSchema>;

/** Settings for single rules of the preset. @throws ToolError for what we cannot do as it is written */
export async function secretlintRules(workspace: string, files: readonly string[]): Promise<readonly RuleSetting[]> {
  const other = files.find((file) => /^\.secretlintrc\.(ya?ml|[cm]?js)$/.test(file));
  if (other !== undefined) throw new ToolError(`only .secretlintrc.json is read, not ${other}: ${elsewhere}`, 'failed');
  const file = ['.secretlintrc.json', '.secretlintrc'].find((name) => files.includes(name));
  return file === undefined ? [] : rulesOf(await readFile(join(workspace, file), 'utf8'), file);
}

/** @throws ToolError which quotes nothing but ids of rules */
export function rulesOf(text: string, file: string): readonly RuleSetting[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new ToolError(`${file} is not valid JSON`, 'failed');
  }
  const result = v.safeParse(configSchema, document);
  if (!result.success) {
    const place = v.getDotPath(result.issues[0]);
    throw new ToolError(`${file} is not as secretlint has it${place === null ? '' : `, at ${place}`}`, 'failed');
  }
  const { rules } = result.output;
  const foreign = rules.find(({ id, disabled }) => !names.includes(id) && disabled !== true);
  if (foreign !== undefined)
    throw new ToolError(
      `${file} has ${JSON.stringify(foreign.id)}, but only ${presetId} comes with us: ${elsewhere}`,
      'failed',
    );
  const preset = rules.find(({ id, disabled }) => names.includes(id) && disabled !== true);
  if (preset === undefined) throw new ToolError(`${file} leaves no rule to apply`, 'failed');
  return preset.rules ?? [];
}
