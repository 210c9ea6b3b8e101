/** Secretlint by hand: its own library in a bare process, over the files whose names stand in the file that is named. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

const [workspace = '.', list = '', report = ''] = argv.slice(2);
const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, rules: [] }] };
const results: unknown[] = [];
for (const file of readFileSync(list, 'utf8').split('\n')) {
  const content = readFileSync(join(workspace, file), 'utf8');
  const source = { filePath: file, content, ext: /\.[^./]*$/.exec(file)?.[0] ?? '', contentType: 'text' as const };
  results.push(await lintSource({ source, options: { config } }));
}
writeFileSync(report, JSON.stringify(results));
