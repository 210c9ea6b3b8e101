/** What mode verify of the built warm-model leaves. */
import { readFileSync } from 'node:fs';
import type { Ran } from '../../dist/harness.ts';

export interface Check {
  readonly name: string;
  readonly verdict: string;
  readonly words: string;
  readonly fix?: {
    readonly words: string;
    readonly systemd?: string;
    readonly compose?: string;
    readonly windows?: string;
  };
}

/** Of the first server. */
export function checksOf({ outputs }: Ran): readonly Check[] {
  const text = readFileSync(outputs['evidence'] ?? '', 'utf8');
  const { servers } = JSON.parse(text) as { readonly servers: readonly { readonly checks: readonly Check[] }[] };
  return servers[0]?.checks ?? [];
}
