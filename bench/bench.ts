/** `npm run bench -- start | router | runner | judge | quality | warm`: figures beside their targets. A benchmark is not a test. */

import { argv } from 'node:process';

const names = ['start', 'router', 'runner', 'judge', 'quality', 'warm'] as const;
type Name = (typeof names)[number];
type Bench = (args: readonly string[]) => Promise<void>;

function isName(text: string | undefined): text is Name {
  return names.some((name) => name === text);
}

/** `start` has its bench in start.ts as `benchStart`, and so on; only the one that was asked for is loaded. */
async function load(name: Name): Promise<Bench> {
  const module = (await import(`./${name}.ts`)) as Readonly<Record<string, Bench | undefined>>;
  const bench = module[`bench${name.replace(/^./, (letter) => letter.toUpperCase())}`];
  if (bench === undefined) throw new Error(`bench/${name}.ts exports no bench`);
  return bench;
}

const [name, ...args] = argv.slice(2);
if (isName(name)) await (await load(name))(args);
else {
  console.error(`usage: npm run bench -- ${names.join(' | ')}`);
  process.exitCode = 2;
}
