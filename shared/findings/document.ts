/** The output `findings`: every finding with what the gate made of it, as JSON that is written piece by piece. */

import type { Assembled } from './assemble.ts';
import type { Finding } from './model.ts';

export const schema = 'jarvis.findings/1';

/** About as large as one write to a file should be, in UTF-16 units. */
const pieceSize = 64 * 1024;

/** JSON with a finding a line, the worst first; the pieces are to be written one after the other. */
export function* findingsDocument(outcome: Assembled): Generator<string> {
  const { verdict, reason, findings, counts, tools, absent, stale } = outcome;
  const head = JSON.stringify({ schema, verdict, reason, counts, tools, absent, stale });
  let piece = `${head.slice(0, -1)},"findings":[`;
  let separator = '\n';
  for (const finding of findings) {
    piece += separator + JSON.stringify(told(finding));
    separator = ',\n';
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n]}\n`;
}

/** Named one by one, so that what a reader left on the object besides (a secret, the line of code) is not written. */
function told(finding: Finding): Finding {
  const { category, rule, aliases, severity, confidence, verification, title, message, location, remediation } =
    finding;
  const { suppression, tool, fingerprints, baselineState, gate, witnesses } = finding;
  return {
    tool,
    category,
    rule,
    aliases,
    severity,
    ...(confidence && { confidence }),
    ...(verification && { verification }),
    title,
    message,
    ...(location && { location }),
    ...(finding.package && { package: finding.package }),
    ...(remediation && { remediation }),
    ...(suppression && { suppression }),
    fingerprints,
    baselineState,
    gate,
    witnesses,
  };
}
