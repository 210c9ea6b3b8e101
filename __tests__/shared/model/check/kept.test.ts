import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findInstalled } from '../../../../shared/model/check/identity.ts';
import { isKept, keptName, type Standing, toKeep } from '../../../../shared/model/check/kept.ts';
import { type Changes, commandOf, restoration } from '../../../../shared/model/check/restoration.ts';
import { superfluous, unused } from '../../../../shared/model/check/unused.ts';
import type { Installed } from '../../../../shared/model/check/wish.ts';
import { modelPattern } from '../../../../shared/plan/label.ts';

const digest = '0123456789abcdef'.repeat(4);
const installed = (name: string, letter: string, modified?: number): Installed => ({
  ...{ name, digest: letter.repeat(64), size: 1, quantization: '' },
  ...(modified === undefined ? {} : { modified }),
});

describe('the name of a copy', () => {
  it.each([
    ['gpt-oss:20b', 'gpt-oss:20b-before-0123456789ab'],
    ['gpt-oss:20b-latest', 'gpt-oss:20b-latest-before-0123456789ab'],
    ['tiny', 'tiny:before-0123456789ab'],
    ['registry.test:5000/team/model', 'registry.test:5000/team/model:before-0123456789ab'],
  ])('of %s is %s', (name, kept) => expect(keptName(name, digest)).toBe(kept));

  it('is a name, however long that of the model is, and known again', () => {
    const part = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,79}$/);
    fc.assert(
      fc.property(part, part, (model, tag) => {
        const name = keptName(`${model}:${tag}`, digest);
        expect(name).toMatch(modelPattern);
        expect(isKept({ name, digest, size: 1, quantization: '' }, `${model}:${tag}`)).toBe(true);
      }),
    );
  });

  it('is not taken for one where the digest is another, or the model', () => {
    const name = keptName('tiny', digest);
    expect(isKept({ ...installed(name, 'f') }, 'tiny')).toBe(false);
    expect(isKept({ ...installed(name, 'f'), digest }, 'other')).toBe(false);
  });
});

describe('what is kept', () => {
  const [tag, alias] = [installed('tiny:latest', 'a'), installed('clients:latest', 'b')];
  const standing = (name: string, was?: Installed): Standing => ({ name, was });

  it.each([
    ['nothing where nothing is there', [standing('tiny:latest')], []],
    ['both names where they differ', [standing(tag.name, tag), standing(alias.name, alias)], ['tiny', 'clients']],
    ['one where they are the same', [standing(tag.name, tag), standing(alias.name, { ...tag })], ['tiny']],
    ['the alias alone', [standing('tiny:latest'), standing(alias.name, alias)], ['clients']],
  ] as const)('is %s', (_, standings, of) => {
    const { kept, missing, foreign } = toKeep(standings, [tag, alias]);
    expect(kept.map((one) => one.of.replace(':latest', ''))).toEqual(of);
    expect(missing).toEqual(kept);
    expect(foreign).toBeUndefined();
  });
});

/** A server with a table of names, a run that did some of its work on it, and the deeds until there are no more. */
describe('the restoration', () => {
  const digestLetter = fc.constantFrom('a', 'b', 'c', 'd');
  const maybe = fc.option(digestLetter, { nil: undefined });

  it('ends with every name as it was, whatever a run came to, and never without what it copies', () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, maybe, fc.boolean(), (tagWas, aliasWas, tagNow, aliasNow, hasMade) => {
        const before = new Map<string, string>();
        if (tagWas) before.set('tiny:latest', tagWas);
        if (aliasWas) before.set('clients:latest', aliasWas);
        const list = (table: ReadonlyMap<string, string>) =>
          [...table].map(([name, letter]) => installed(name, letter));
        const standings = ['tiny:latest', 'clients:latest'].map((name) => ({
          name,
          was: findInstalled(list(before), name),
        }));
        const { kept } = toKeep(standings, list(before));
        const table = new Map(before);
        for (const one of kept) table.set(one.name, one.digest.slice(0, 1));
        for (const [name, now] of [
          ['tiny:latest', tagNow],
          ['clients:latest', aliasNow],
        ] as const)
          if (now) table.set(name, now);
        if (hasMade) table.set('derived:latest', 'd');
        const made = [...kept.map(({ name }) => name), 'derived'];
        const changes: Changes = { standings, kept, touched: new Set(['tiny:latest', 'clients:latest']), made };
        for (let deeds = restoration(changes, list(table)); deeds.length > 0; deeds = restoration(changes, list(table)))
          for (const deed of deeds) {
            const name = deed.kind === 'copy' ? deed.from : deed.name;
            const there = findInstalled(list(table), name);
            expect(there).toBeDefined();
            if (there === undefined) continue;
            if (deed.kind === 'copy') table.set(deed.to, there.digest.slice(0, 1));
            else table.delete(there.name);
          }
        expect(Object.fromEntries(table)).toEqual(Object.fromEntries(before));
      }),
    );
  });

  it('is all that may have to be done where nobody could look', () => {
    const was = installed('tiny:latest', 'a');
    const kept = [{ name: 'kept', digest: was.digest, of: was.name }];
    const standings = [
      { name: was.name, was },
      { name: 'fresh:latest', was: undefined },
    ];
    const changes: Changes = { standings, kept, touched: new Set(['tiny:latest', 'fresh:latest']), made: ['derived'] };
    expect(restoration(changes).map(commandOf)).toEqual([
      'ollama cp kept tiny:latest',
      'ollama rm fresh:latest',
      'ollama rm derived',
    ]);
  });

  it('leaves alone what the run has not written', () => {
    const was = installed('clients:latest', 'a');
    const changes: Changes = {
      standings: [{ name: was.name, was }],
      kept: [{ name: 'kept', digest: was.digest, of: was.name }],
      touched: new Set(),
      made: [],
    };
    expect(restoration(changes, [installed('clients:latest', 'b')])).toEqual([]);
  });
});

describe('what is unused', () => {
  const copy = (letter: string, modified: number) => installed(keptName('tiny', letter.repeat(64)), letter, modified);
  const family = {
    names: ['tiny:latest', 'clients:latest'] as const,
    parents: new Map<string, string>(),
    replaced: [],
  };

  it('is every copy but the newest one, and none that a name stands for', () => {
    const all = [
      installed('tiny:latest', 'e'),
      installed('clients:latest', 'a'),
      copy('a', 1),
      copy('b', 2),
      copy('c', 3),
    ];
    expect(unused(all, { ...family, chosen: 'e'.repeat(64) })).toEqual([copy('b', 2).name]);
  });

  it('is not what this run replaced, however long its copy has been there', () => {
    const all = [installed('tiny:latest', 'e'), copy('a', 1), copy('b', 2)];
    const asked = { ...family, chosen: 'e'.repeat(64) };
    expect(unused(all, asked)).toEqual([copy('a', 1).name]);
    expect(unused(all, { ...asked, replaced: ['a'.repeat(64)] })).toEqual([]);
  });

  it('is never what somebody else named, nor the model that clients use', () => {
    const letters = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const names = fc.oneof(
      fc.constantFrom('tiny:latest', 'clients:latest', 'tiny:20b', 'tiny-jarvis:latest', 'tiny:before-now'),
      letters.map((letter) => keptName('tiny', letter.repeat(64))),
      letters.map((letter) => `tiny-jarvis-${letter.repeat(12)}:latest`),
    );
    const models = fc.uniqueArray(fc.tuple(names, letters), { selector: ([name]) => name });
    fc.assert(
      fc.property(models, letters, fc.boolean(), (table, chosen, isOurs) => {
        const all = table.map(([name, letter], index) => installed(name, letter, index));
        const parents = new Map(all.map(({ name }) => [name, isOurs ? 'tiny:latest' : 'somebody:latest']));
        for (const name of unused(all, { ...family, parents, chosen: chosen.repeat(64) })) {
          const one = findInstalled(all, name);
          expect(one?.digest).not.toBe(chosen.repeat(64));
          const isCopy = one !== undefined && isKept(one, 'tiny');
          expect(isCopy || (isOurs && /^tiny-jarvis-[0-9a-f]{12}:latest$/.test(name))).toBe(true);
          expect(one?.digest).not.toBe(findInstalled(all, 'tiny')?.digest);
          expect(one?.digest).not.toBe(findInstalled(all, 'clients')?.digest);
        }
      }),
    );
  });

  it('is a copy that a run made of what it did not replace', () => {
    const was = installed('tiny:latest', 'a');
    const standings = [{ name: was.name, was }];
    const { kept } = toKeep(standings, [was]);
    const made = kept.map(({ name }) => name);
    expect(superfluous(standings, kept, made, [was])).toEqual(made);
    expect(superfluous(standings, kept, [], [was])).toEqual([]);
    expect(superfluous(standings, kept, made, [installed('tiny:latest', 'b')])).toEqual([]);
  });
});
