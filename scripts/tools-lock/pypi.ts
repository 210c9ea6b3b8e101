/** The packages of a Python tool, resolved once, and the digests of their wheels for every platform and Python. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PypiEntry } from '../../shared/tools/lock/entry.ts';
import { pythons, type WantedPypi, wheelPlatforms } from './wanted.ts';

const run = promisify(execFile);

interface Report {
  readonly install: readonly {
    readonly metadata: { readonly name: string; readonly version: string };
    readonly download_info: { readonly archive_info?: { readonly hashes?: { readonly sha256?: string } } };
  }[];
}

/** What pip would install, without installing it. */
async function report(args: readonly string[]): Promise<Report> {
  const all = [
    'install',
    '--dry-run',
    '--quiet',
    '--ignore-installed',
    '--only-binary=:all:',
    '--report',
    '-',
    ...args,
  ];
  const { PIP_FIND_LINKS: _, ...env } = process.env;
  try {
    const { stdout } = await run('python3', ['-m', 'pip', ...all], { maxBuffer: 100_000_000, env });
    return JSON.parse(stdout) as Report;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`pip: ${said.split('\n').at(-1)}`);
  }
}

const normal = (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-');

export async function lockPypi({ package: name, version, program }: WantedPypi): Promise<PypiEntry> {
  const resolved = (await report([`${name}==${version}`])).install.map(({ metadata }) => metadata);
  const pins = resolved.map((each) => `${normal(each.name)}==${each.version}`).sort();
  const digests = new Map<string, Set<string>>(pins.map((pin) => [pin, new Set()]));
  for (const [platform, tags] of Object.entries(wheelPlatforms)) {
    for (const python of pythons) {
      const target = [
        '--target',
        '/nonexistent',
        '--python-version',
        python,
        ...tags.flatMap((tag) => ['--platform', tag]),
      ];
      const { install } = await report(['--no-deps', ...target, ...pins]);
      for (const { metadata, download_info: info } of install) {
        const digest = info.archive_info?.hashes?.sha256;
        if (digest === undefined) throw new Error(`PyPI states no digest for ${metadata.name} on ${platform}`);
        digests.get(`${normal(metadata.name)}==${metadata.version}`)?.add(digest);
      }
    }
    console.log(`${name}: ${platform}`);
  }
  const packages = [...digests].map(([pin, found]) => [pin, [...found].sort()] as const);
  return { kind: 'pypi', version, program, python: pythons[0], packages: Object.fromEntries(packages) };
}
