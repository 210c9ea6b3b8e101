import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Draft } from '../../../../shared/findings/model.ts';
import { own } from '../../../../shared/findings/readers/own.ts';
import { sharing } from '../../../../shared/findings/readers/sharing.ts';

function draftOf(path: string, id = 'R1'): Draft {
  return {
    category: 'sast',
    rule: { id },
    aliases: [],
    severity: { level: 'high', original: 'HIGH' },
    title: 'a title',
    message: 'a message',
    location: { path, startLine: 3 },
    pointer: '/results/0',
  };
}

describe('drafts that share what is equal', () => {
  it('are what they were, whatever their paths and rules look like', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('[]', '{"id":"R1"}', '__proto__', 'constructor'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (all) => {
        const drafts = all.map(([path, id]) => draftOf(path, id));
        expect(drafts.map(sharing())).toEqual(drafts);
      }),
    );
  });

  it('have the same rule, rating and aliases in memory', () => {
    const share = sharing();
    const [first, second] = [share(draftOf('a.py')), share(draftOf('b.py'))];
    expect(second.rule).toBe(first.rule);
    expect(second.severity).toBe(first.severity);
    expect(second.aliases).toBe(first.aliases);
  });
});

describe('a text with memory of its own', () => {
  it('is the same text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => own(text) === text));
  });
});
