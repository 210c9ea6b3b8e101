/** The tool lock: which bytes a tool may consist of, so that a release that turns bad later changes nothing for us. */
import * as v from 'valibot';
import data from './lock.json' with { type: 'json' };

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const base = {
  version: v.pipe(v.string(), v.regex(/^\d[\w.+-]*$/)),
  /** Name of the executable. */
  program: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
};

/** One virtual environment a tool; pip compares every wheel with the digests. */
const pypi = v.strictObject({
  kind: v.literal('pypi'),
  ...base,
  /** The least version of Python that the wheels are for, such as `3.11`. */
  python: v.pipe(v.string(), v.regex(/^3\.\d+$/)),
  /** By `name==version`: the wheels of all platforms. */
  packages: v.record(v.pipe(v.string(), v.regex(/^[\w.-]+==[\w.+!-]+$/)), v.pipe(v.array(sha256), v.minLength(1))),
});

/** npm compares every tarball with the lock file's `integrity`. */
const npm = v.strictObject({
  kind: v.literal('npm'),
  ...base,
  package: v.string(),
  /** The content of package-lock.json. */
  lockfile: v.looseObject({ lockfileVersion: v.literal(3), packages: v.record(v.string(), v.looseObject({})) }),
});

/** Built here by a given version of Go; go compares modules with its checksum database, we the module and the result. */
const go = v.strictObject({
  kind: v.literal('go'),
  ...base,
  module: v.pipe(v.string(), v.regex(/^[\w./-]+$/)),
  /** Of the module as go.sum has it: `h1:...`. */
  sum: v.pipe(v.string(), v.regex(/^h1:[A-Za-z0-9+/]{43}=$/)),
  toolchain: v.pipe(v.string(), v.regex(/^go1\.\d+\.\d+$/)),
  ldflags: v.string(),
  /** SHA-256 of the executable by platform. */
  built: v.record(v.string(), sha256),
});

const file = v.strictObject({
  url: v.pipe(v.string(), v.startsWith('https://')),
  sha256,
  /** Bytes, where a source states them. */
  size: v.exactOptional(v.pipe(v.number(), v.integer())),
  /** Where the digest is from. */
  source: v.string(),
});

/** A release's archive, by platform. */
const download = v.strictObject({ kind: v.literal('download'), ...base, files: v.record(v.string(), file) });

export const entrySchema = v.variant('kind', [pypi, npm, go, download]);
export const lockSchema = v.record(v.pipe(v.string(), v.regex(/^[\w-]+(@[\w.-]+)?$/)), entrySchema);

export type PypiEntry = v.InferOutput<typeof pypi>;
export type NpmEntry = v.InferOutput<typeof npm>;
export type GoEntry = v.InferOutput<typeof go>;
export type DownloadEntry = v.InferOutput<typeof download>;
export type Entry = v.InferOutput<typeof entrySchema>;
export type Lock = v.InferOutput<typeof lockSchema>;

/** That of the repository. */
export function readLock(): Lock {
  return v.parse(lockSchema, data);
}
