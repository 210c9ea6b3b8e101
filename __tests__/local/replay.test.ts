/** `npm run replay` as a child process: what it prints, where, and with which exit code; hostile files above all. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bounds, header, line, ndjson, observations, record, settings, side } from './recordings.ts';

const main = join(import.meta.dirname, '../../local/replay/main.ts');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-replay-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, stdout, stderr, lines: stdout.split('\n').filter((each) => each !== '') };
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const good = () => file('good.ndjson', ndjson(record(observations(60)).lines));
const bad = () => file('bad.ndjson', ndjson(record(observations(60, 30)).lines));

describe('a replay', () => {
  test('prints a line a decision, and the verdict', () => {
    const { code, lines, stderr } = run(bad());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines).toHaveLength(record(observations(60, 30)).decisions.length + 2);
    expect(lines[0]).toBe('bad.ndjson: shop, v2 over v1, recorded by e-process/1');
    expect(lines[1]).toMatch(
      /^ {5}5\.0 s {3}25 % {2}canary {4}100 req {3}30 err \| stable {4}300 req {4}1 err {2}[a-z]/,
    );
    expect(lines.at(-1)).toMatch(
      /^bad\.ndjson: rollback at \d+ s: .*; odds [\d.]+ : 1, \d+ requests of the canary; 0 of \d+ decisions differ from what was recorded$/,
    );
  });

  test('prints one line a file with --json, in the order that was asked for', () => {
    const { code, lines } = run(
      '--json',
      good(),
      bad(),
      file('empty-canary.ndjson', ndjson([{ ...header, buckets: [] }])),
    );
    expect(code).toBe(0);
    const found = lines.map((each) => JSON.parse(each) as Record<string, unknown>);
    for (const each of found) {
      expect(Object.keys(each)).toEqual(['file', 'verdict', 't', 'reason', 'odds', 'canaryRequests']);
      expect(each).toMatchObject({ reason: expect.any(String), odds: expect.any(Number) });
    }
    expect(found).toMatchObject([
      { file: 'good.ndjson', verdict: 'promote', t: 600, canaryRequests: 18000 },
      { file: 'bad.ndjson', verdict: 'rollback' },
      { file: 'empty-canary.ndjson', verdict: 'inconclusive', t: 0, odds: 1, canaryRequests: 0 },
    ]);
  });

  test('marks what differs from the record', () => {
    const lines = record(observations(10)).lines.map((each) =>
      'decision' in each && each.t === 10
        ? { ...each, decision: 'rollback', reason: 'a\u001b[31m\n::error::b ##[c]' }
        : each,
    );
    const { stdout } = run(file('other.ndjson', ndjson(lines)));
    expect(stdout.match(/\[recorded: .*\]/g)).toEqual([
      '[recorded: rollback: a\\u001b[31m\\u000a::error::b #\u200b#[c]]',
    ]);
    expect(stdout).toContain('1 of 20 decisions differ');
  });

  test('judges by the plan that is given', () => {
    file('strict.yml', 'service: shop\ntarget: { kind: local, command: [x] }\nobjectives: { error-rate: 0.1% }\n');
    const { code, stdout } = run('--json', '--plan', 'strict.yml', good());
    expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, verdict: 'inconclusive' });
  });

  test('goes on after a broken file, and says so in its exit code', () => {
    const { code, lines, stderr } = run('--json', file('broken.ndjson', '{'), good(), 'nowhere.ndjson');
    expect({ code, files: lines.length }).toEqual({ code: 1, files: 1 });
    expect(stderr.split('\n')).toEqual([
      'broken.ndjson:1:2: not a whole JSON object: the line ends too early; was the file cut off?',
      'nowhere.ndjson: does not exist; expected a file of evidence',
      '',
    ]);
  });

  test('ends when nobody reads any more', async () => {
    const files = Array.from({ length: 400 }, good);
    const child = spawn(process.execPath, [main, ...files], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const began = performance.now();
    const code = await new Promise((resolve) => {
      child.once('exit', resolve);
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test.each<[string, string[], string]>([
    ['no file', [], 'no file to replay'],
    ['an unknown option', ['--jsn', 'x'], 'did you mean --json?'],
    ['two plans', ['--plan', 'a', '--plan', 'b', 'x'], 'more than once'],
    ['a plan that is not there', ['--plan', 'no.yml', 'x'], '--plan no.yml cannot be read'],
    ['a broken plan', ['--plan', 'broken.yml', 'x'], 'broken.yml:1:1: '],
  ])('refuses %s as wrong usage', (_, args, message) => {
    file('broken.yml', 'service: shop\n');
    const { code, stdout, stderr } = run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('explains itself', () => expect(run('--help')).toMatchObject({ code: 0, stderr: '' }));
});

const first = { ...header, buckets: bounds, judge: settings };
const firstText = JSON.stringify(first);
const sound = ndjson([first, line(5, 25), line(10, 25)]);
/** A file whose second line is this text. */
const second = (text: string) => `${firstText}\n${text}\n`;
const wrong = (more: Parameters<typeof line>[3]) => second(JSON.stringify(line(5, 25, 0, more)));
const canary = (more: object) => wrong({ canary: { ...side(100), ...more } });

/** What is wrong, the file, and what is said of it after its name. */
const hostile: readonly (readonly [name: string, content: string | Buffer, message: string])[] = [
  ['when it is empty', '', ':1: the first line is missing; expected the header'],
  ['when it has no header', ndjson([line(5, 25)]), ':1: there is no header; expected the first line to be one'],
  [
    'when it is of another format',
    '{"schema":"other/1","buckets":[]}',
    ':1: schema is "other/1"; expected "jarvis.evidence/1"',
  ],
  [
    'when its bounds fall',
    ndjson([{ ...header, buckets: [1, 0.5] }]),
    ':1: buckets[1] is 0.5; expected a list of upper bounds',
  ],
  ['when it has no bounds', ndjson([header]), ':1: buckets is missing; expected a list of upper bounds'],
  ['when its plan is a list', ndjson([{ ...first, plan: [] }]), ':1: plan is a list; expected an object, or nothing'],
  ['when its last line is cut off', sound.slice(0, -20), ':3:'],
  ['when a line is no JSON', second("{'from':1}"), ':2:2: not JSON at "\'from\':1}"'],
  ['when a count is NaN', canary({}).replace('"errors":0', '"errors":NaN'), ':2:63: not JSON at "NaN,'],
  ['when a count is Infinity', canary({}).replace('"errors":0', '"errors":Infinity'), ':2:63: not JSON at "Infinity,'],
  ['when a time is beyond all numbers', second('{"from":0,"t":1e999}'), ':2: t is Infinity; expected seconds'],
  ['when it is binary', Buffer.from([0x1f, 0x8b, 8, 0, 0xff, 0x1b, 0x5b, 0x32, 0x4a]), ':1:1: not JSON'],
  ['when a count is negative', canary({ requests: -3 }), ':2: canary.requests is -3; expected a whole number from 0'],
  ['when a count is no whole number', canary({ errors: 0.5 }), ':2: canary.errors is 0.5; expected a whole number'],
  ['when a count is text', canary({ requests: '100' }), ':2: canary.requests is "100"; expected a whole number'],
  ['when a count is beyond 2^53', canary({ requests: 2 ** 53 }), ':2: canary.requests is 9007199254740992; expected'],
  [
    'when more fails than is asked',
    canary({ errors: 101 }),
    ':2: canary.errors is 101; expected at most its requests, 100',
  ],
  [
    'when a bucket is negative',
    canary({ buckets: [0, 1, 0, 0, -1] }),
    ':2: canary.buckets[4] is -1; expected a whole number',
  ],
  [
    'when buckets do not fit the bounds',
    canary({ buckets: [1, 2] }),
    ':2: canary.buckets has 2 counts; expected 5 counts',
  ],
  ['when buckets are missing', canary({ buckets: undefined }), ':2: canary.buckets is missing; expected 5 counts'],
  [
    'when an instance is no counts',
    canary({ instances: { 'a\u0007': 7 } }),
    ':2: canary.instances["a\\u0007"] is 7; expected counts',
  ],
  ['when a side is missing', wrong({ canary: undefined as never }), ':2: canary is missing; expected counts, or null'],
  ['when a weight is above 100', wrong({ weight: 101 }), ':2: weight is 101; expected percent, 0 to 100'],
  ['when a line ends before it begins', wrong({ from: 6 }), ':2: t is 5, before from, which is 6; expected from <= t'],
  [
    'when time runs back',
    ndjson([first, line(10, 25), line(5, 25)]),
    ':3: time runs back: from 0 to 5 s after a line to 10 s',
  ],
  [
    'when lines overlap',
    ndjson([first, line(5, 25), line(9, 25)]),
    ':3: lines overlap: from 4 to 9 s after a line to 5 s',
  ],
  [
    'when it has a second header',
    ndjson([first, line(5, 25), first]),
    ':3: this is a second header; expected one file a run',
  ],
  ['when a line is nothing known', second('{"hello":1}'), ':2: the line has neither "from" nor "decision"'],
  ['when a line is no object', second('[]'), ':2: the line is a list; expected an observation or a decision'],
  [
    'when a decision is unknown',
    second('{"t":1,"decision":"maybe","reason":"","detail":{}}'),
    ':2: decision is "maybe"; expected one of rollback,',
  ],
  ['when it nests deeply', second('['.repeat(1e6)), ':2:1000001: not a whole JSON object'],
  ['when a line is endless', Buffer.alloc(17 * 2 ** 20, 'x'), ':1: the line is longer than 16777216 bytes'],
];

describe('a file is broken', () => {
  let ran: ReturnType<typeof run>;
  beforeAll(() => {
    const files = hostile.map(([, content], index) => file(`hostile-${index}.ndjson`, content));
    ran = run('--json', ...files, good());
  });

  test('and the others are read', () => {
    expect(ran).toMatchObject({ code: 1, lines: [expect.stringContaining('{"file":"good.ndjson"')] });
    expect(ran.stderr.split('\n')).toHaveLength(hostile.length + 1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(ran.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test.each(hostile.map(([name, , message], index) => [name, index, message] as const))('%s', (_, index, message) => {
    expect(ran.stderr.split('\n')[index]).toContain(`hostile-${index}.ndjson${message}`);
  });

  test('also after the line that ended the canary', () => {
    const { code, stderr } = run('--json', file('after.ndjson', `${ndjson(record(observations(60, 30)).lines)}{`));
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('the line ends too early') });
  });

  test('when it is a folder, or may not be read', () => {
    mkdirSync(join(folder, 'sub'), { recursive: true });
    chmodSync(join(folder, file('secret.ndjson', sound)), 0);
    const { code, stderr } = run('sub', ...(process.getuid?.() === 0 ? [] : ['secret.ndjson']));
    expect(code).toBe(1);
    expect(stderr).toContain('sub: is a folder; expected a file of evidence\n');
    if (process.getuid?.() !== 0) expect(stderr).toContain('secret.ndjson: may not be read');
  });
});

describe('a file is read', () => {
  const reference = () => run('--json', file('tolerated.ndjson', sound)).stdout;
  const withNames = (one: string, other: string) =>
    ndjson([first, line(5, 25)]).replace(
      '"baseline":{',
      `"baseline":{"instances":{"${one}":{"requests":150,"errors":1},"${other}":{"requests":150,"errors":0}},`,
    );

  test.each<[string, string]>([
    ['with a byte order mark', `\uFEFF${sound}`],
    ['with Windows line ends', sound.replaceAll('\n', '\r\n')],
    ['without its last line end', sound.trimEnd()],
    ['with blank lines', sound.replaceAll('\n', '\n \n\n')],
    ['with keys that nobody knows', sound.replaceAll('{"from"', '{"by":"me","from"')],
    ['with a duplicate key, of which the last counts', sound.replaceAll('"errors":0', '"errors":9,"errors":0')],
    ['with a gap that no line covers, but its own', sound.replaceAll('"from":5,', '"from":6,')],
    ['with times that overlap by their rounding', sound.replaceAll('"from":5,', '"from":4.9995,')],
    ['with transition false', sound.replaceAll('{"from"', '{"transition":false,"from"')],
    ['with null for what it lacks', sound.replace('"judge":', '"plan":null,"resumed":null,"judge":')],
    ['without names', sound.replace('"service":"shop","canary":"v2","baseline":"v1",', '')],
  ])('%s', (_, content) => {
    const expected = reference();
    expect(run('--json', file('tolerated.ndjson', content))).toMatchObject({ code: 0, stderr: '', stdout: expected });
  });

  test('with the names of prototypes as names of instances', () => {
    const expected = run('--json', file('names.ndjson', withNames('a', 'b')));
    expect(expected).toMatchObject({ code: 0, stderr: '' });
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(run('--json', file('names.ndjson', withNames(name, 'b'))).stdout).toBe(expected.stdout);
    }
  });

  test('with 1e15 requests a line', () => {
    const huge = (bad: number) => ({ requests: 1e15, errors: bad, buckets: [0, 1e15, 0, 0, 0] });
    for (const [errors, verdict] of [
      [0, 'promote'],
      [9e14, 'rollback'],
    ] as const) {
      const lines = observations(20).map((each) => ({
        ...each,
        canary: each.weight ? huge(errors) : side(0),
        baseline: huge(1e9),
      }));
      const { code, stdout } = run('--json', file('huge.ndjson', ndjson([first, ...lines])));
      expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, verdict, odds: expect.any(Number) });
    }
  });

  test('with a word where its buckets look cumulative', () => {
    const { code, stderr } = run('--json', file('sums.ndjson', canary({ buckets: [90, 95, 99, 100, 100] })));
    expect(code).toBe(0);
    expect(stderr).toBe(
      'warning: sums.ndjson:2: canary.buckets add up to 484 with 100 requests; expected counts that are not cumulative\n',
    );
  });

  test('with a word where its header holds what cannot be used', () => {
    const odd = { ...first, judge: { ...settings, alpha: 'low' }, plan: { canary: { steps: ['5'] } } };
    const { code, stderr } = run('--json', file('odd.ndjson', ndjson([odd, line(5, 25)])));
    expect(code).toBe(0);
    expect(stderr).toContain(
      'warning: odd.ndjson:1: judge.alpha is "low"; expected a number above 0 and below 1; took 0.01',
    );
    expect(stderr).toContain('warning: odd.ndjson:1: plan: canary.steps[0]: "5" is not valid');
  });
});
