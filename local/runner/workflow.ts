/** A workflow as the runner executes it. Tokens stay tokens until the moment GitHub would evaluate them. */
import type { Place, Token } from './token.ts';

export interface Workflow {
  readonly name: string;
  /** Path as the user gave it, for messages. */
  readonly file: string;
  readonly events: readonly string[];
  readonly inputs: readonly InputDeclaration[];
  readonly env: Token | undefined;
  readonly defaults: Defaults;
  readonly jobs: readonly Job[];
  readonly notes: readonly Note[];
}

/** An input of `workflow_dispatch`. */
export interface InputDeclaration {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly fallback: string | undefined;
  readonly options: readonly string[];
}

export interface Defaults {
  readonly shell: string | undefined;
  readonly workingDirectory: Token | undefined;
}

export interface Job {
  readonly id: string;
  readonly name: Token | undefined;
  readonly needs: readonly string[];
  /** With the implicit `success()` written out. */
  readonly condition: string;
  readonly env: Token | undefined;
  readonly outputs: Token | undefined;
  readonly defaults: Defaults;
  readonly timeout: Token | undefined;
  readonly continueOnError: Token | undefined;
  readonly steps: readonly Step[];
}

interface StepBase {
  /** As written, or empty: only a named step is seen in `steps`. */
  readonly id: string;
  readonly name: Token | undefined;
  readonly condition: string;
  readonly env: Token | undefined;
  readonly timeout: Token | undefined;
  readonly continueOnError: Token | undefined;
  readonly place: Place;
}

export interface RunStep extends StepBase {
  readonly kind: 'run';
  readonly run: Token;
  readonly shell: string | undefined;
  readonly workingDirectory: Token | undefined;
}

export interface ActionStep extends StepBase {
  readonly kind: 'action';
  readonly uses: Uses;
  readonly with: Token | undefined;
}

export type Step = RunStep | ActionStep;

export type BuiltinName = 'checkout' | 'setup-node' | 'upload-artifact' | 'download-artifact';

/** What `uses:` refers to: the job's workspace, the repository itself, or an action that is built in here. */
export type Uses =
  | { readonly kind: 'workspace'; readonly path: string; readonly text: string }
  | { readonly kind: 'repository'; readonly path: string; readonly text: string }
  | { readonly kind: 'builtin'; readonly name: BuiltinName; readonly text: string };

/** Something that means less here than on GitHub; said aloud, once a kind. */
export interface Note {
  readonly message: string;
  readonly places: readonly Place[];
}

const builtins: readonly BuiltinName[] = ['checkout', 'setup-node', 'upload-artifact', 'download-artifact'];

/** Reads `uses:`; undefined for what this runner does not execute. */
export function readUses(text: string): Uses | undefined {
  const local = /^(\.|\$)\/(.+)$/.exec(text);
  if (local?.[2] !== undefined) {
    const path = local[2].replace(/\/+$/, '');
    if (path.split('/').includes('..')) return undefined;
    return { kind: local[1] === '.' ? 'workspace' : 'repository', path, text };
  }
  const remote = /^actions\/([a-z-]+)@.+$/.exec(text);
  const name = builtins.find((known) => known === remote?.[1]);
  return name === undefined ? undefined : { kind: 'builtin', name, text };
}
