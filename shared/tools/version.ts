/** What a program says when it is asked for its version. */

/** The first thing that looks like a version: `gitleaks version 8.30.1`, `bandit 1.9.4`, `Version: 0.72.0`, `v3.22.0+g1`. */
export function versionIn(text: string): string | null {
  return /(?<![\w.])v?(\d+\.\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]*[0-9A-Za-z])?)(?!\w)/.exec(text)?.[1] ?? null;
}
