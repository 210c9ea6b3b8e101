import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findingsDocument } from '../../../shared/findings/document.ts';
import { accepted, anyOutcome, finding, outcome } from './sample.ts';

const written = (...args: Parameters<typeof findingsDocument>) => JSON.parse([...findingsDocument(...args)].join(''));

describe('the document of findings', () => {
  it('has every finding, the worst first, with the gate, the tools and what the baseline says', () => {
    const below = { blocking: false, reason: 'low is below fail-on' };
    const low = finding({ severity: { level: 'low', original: null }, gate: below });
    const suppressed = finding({ suppression: accepted, gate: { blocking: false, reason: 'suppressed' } });
    const known = finding({ baselineState: 'unchanged', gate: { blocking: false, reason: 'in the baseline' } });
    const critical = finding({ severity: { level: 'critical', original: null } });
    const absent = [{ fingerprint: 'f', rule: 'B101', level: 'low', tool: 'bandit' } as const];
    const document = written(outcome({ findings: [critical, low, known, suppressed], absent, stale: [accepted] }));
    expect(document).toMatchObject({
      schema: 'jarvis.findings/1',
      verdict: 'findings',
      absent,
      stale: [accepted],
    });
    expect(document.counts).toMatchObject({ total: 4, blocking: 1, new: 2, known: 1, suppressed: 1 });
    expect(document.tools).toEqual(outcome().tools);
    expect(document.findings).toEqual([critical, low, known, suppressed]);
  });

  it('has none of what a reader left on a finding by mistake', () => {
    const leaky = { ...finding(), secret: 'the-secret', text: 'password = the-secret', pointer: '/x' };
    expect([...findingsDocument(outcome({ findings: [leaky] }))].join('')).not.toContain('the-secret');
  });

  it('is JSON with every finding once, whatever they hold', () => {
    fc.assert(
      fc.property(anyOutcome, (any) => {
        const { findings } = written(any) as { findings: unknown[] };
        expect(findings).toHaveLength(any.findings.length);
        expect(findings).toEqual(expect.arrayContaining(JSON.parse(JSON.stringify(any.findings)) as unknown[]));
      }),
      { numRuns: 100 },
    );
  });

  it('of 100,000 findings comes in pieces of about 64 kB', () => {
    const one = finding();
    const pieces = [...findingsDocument(outcome({ findings: Array(100_000).fill(one) }))];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
    expect(pieces.length).toBeGreaterThan(100);
  });
});
