/** What every scanner's output becomes. Plain text throughout, without secrets; whoever prints it escapes it. */

/** From the worst to the least; `unknown` blocks, because nobody knows that it may not. */
export const severities = ['critical', 'high', 'medium', 'low', 'info', 'unknown'] as const;
export type Severity = (typeof severities)[number];

export type Category =
  | 'vulnerability'
  | 'misconfiguration'
  | 'secret'
  | 'license'
  | 'sast'
  | 'policy'
  | 'test'
  | 'eol'
  | 'db-age'
  | 'slo';

export interface Rule {
  readonly id: string;
  readonly name?: string;
  readonly help?: string;
  /** Such as `CWE-259`. */
  readonly cwe?: readonly string[];
  readonly tags?: readonly string[];
}

/** How bad, in our words and in the tool's. */
export interface Rating {
  readonly level: Severity;
  /** The tool's own word; null where it has none. */
  readonly original: string | null;
  /** CVSS or SARIF's security-severity, 0 to 10. */
  readonly score?: number;
}

/** Lines and columns start at 1. */
export interface Location {
  /** Relative to the workspace with `/`, or as the tool said it where it lies outside. */
  readonly path: string;
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** A name within it: a Kubernetes object, a compose service, a test. */
  readonly logical?: string;
  /** Outside of the workspace: it gets no annotation. */
  readonly outside?: true;
}

export interface Package {
  /** With the installed version, such as `pkg:npm/lodash@4.17.20`. */
  readonly purl: string;
  readonly name: string;
  readonly installed?: string;
  readonly fixedIn: readonly string[];
  /** The manifest or lock file that brings it. */
  readonly path?: string;
}

export interface Suppression {
  readonly kind: 'inSource' | 'external';
  readonly status: 'accepted' | 'underReview' | 'rejected';
  /** Where it stands: `nosec`, `.gitleaksignore:3`. */
  readonly origin: string;
  readonly justification: string;
  readonly owner?: string;
  /** The last day on which it counts, YYYY-MM-DD. */
  readonly expires?: string;
}

/** One finding as a reader gives it. */
export interface Draft {
  readonly category: Category;
  readonly rule: Rule;
  /** Other names of the same: CVE, GHSA, PYSEC. */
  readonly aliases: readonly string[];
  readonly severity: Rating;
  readonly confidence?: 'high' | 'medium' | 'low';
  readonly verification?: 'verified' | 'unverified' | 'unknown' | 'not-attempted';
  readonly title: string;
  readonly message: string;
  readonly location?: Location;
  readonly package?: Package;
  readonly remediation?: { readonly text: string; readonly fixVersion?: string };
  readonly suppression?: Suppression;
  /** JSON pointer into the report, or its line. */
  readonly pointer: string;
  /** Tells it from others of its rule and path: the text that the tool shows. Hashed, never printed. */
  readonly text?: string;
  /** The secret itself, where the report has it in clear. Hashed with a key, never printed, never written. */
  readonly secret?: string;
}

export interface Tool {
  readonly name: string;
  readonly version: string | null;
}

export interface Witness {
  readonly tool: Tool;
  /** The report's path as given. */
  readonly report: string;
  readonly pointer: string;
}

export interface Gate {
  readonly blocking: boolean;
  /** Why it blocks or why not, in words. */
  readonly reason: string;
}

/** One finding after all reports were read, compared and judged. */
export interface Finding extends Omit<Draft, 'text' | 'secret' | 'pointer'> {
  /** Whose rule it is: of those who said it the one who knows most. */
  readonly tool: Tool;
  readonly fingerprints: Readonly<Record<'jarvis/v1', string>>;
  readonly baselineState: 'new' | 'unchanged' | 'updated' | 'absent';
  readonly gate: Gate;
  /** All who said it. */
  readonly witnesses: readonly Witness[];
}

/** Of one tool's report. Nothing in it carries a secret but `secrets`. */
export interface Reading {
  readonly tool: Tool;
  readonly drafts: readonly Draft[];
  /** Files, packages, tests or benchmarks that were looked at; null where the report does not say. */
  readonly scanned: number | null;
  /** What was left out although it was asked for; makes the tool `not-run`. */
  readonly skipped: readonly string[];
  /** What the tool says went wrong; makes it `error`. */
  readonly errors: readonly string[];
  /** Worth showing, without weight. */
  readonly notes: readonly string[];
  /** Values to be masked before anything is printed. */
  readonly secrets: readonly string[];
  /** Samples of a benchmark, by its name; undefined for a scanner. */
  readonly benchmarks?: readonly Benchmark[];
}

export interface Benchmark {
  readonly name: string;
  readonly unit: string;
  /** Whether more is better, as for requests/s. */
  readonly higherIsBetter: boolean;
  /** Single measurements; empty where the report only has a summary. */
  readonly samples: readonly number[];
  /** The summary's own figure where there are no samples. */
  readonly value: number;
}

/** Of a tool and of the whole gate, from the worst to the best. */
export const verdicts = ['error', 'findings', 'not-run', 'passed'] as const;
export type GateVerdict = (typeof verdicts)[number];
