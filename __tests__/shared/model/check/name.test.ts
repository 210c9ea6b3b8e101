import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../../../shared/model/check/digest.ts';
import { derivedName, isCloudName, isSameName, nearestNames, withTag } from '../../../../shared/model/check/name.ts';
import { compareVersions } from '../../../../shared/model/check/version.ts';
import { modelPattern } from '../../../../shared/plan/label.ts';

const hash = '0123456789abcdef'.repeat(4);

describe('a name', () => {
  it.each([
    ['tiny', 'tiny:latest'],
    ['gpt-oss:20b', 'gpt-oss:20b'],
    ['registry.test:5000/team/model', 'registry.test:5000/team/model:latest'],
    ['hf.co/team/model-GGUF:Q4_K_M', 'hf.co/team/model-GGUF:Q4_K_M'],
  ])('%s has the tag of %s', (name, tagged) => {
    expect(name).toMatch(modelPattern);
    expect(withTag(name)).toBe(tagged);
    expect(tagged).toMatch(modelPattern);
  });

  it.each(['', ':', 'a:', ':a', 'a b', 'a/b/c/d', '../x', 'a:b:c', 'a@sha256:b', 'a\nb', '-a'])(
    '%j is none',
    (name) => {
      expect(name).not.toMatch(modelPattern);
    },
  );

  it.each([
    ['tiny', 'tiny:latest', true],
    ['Tiny:LATEST', 'tiny', true],
    ['tiny:1', 'tiny', false],
  ])('%s and %s are the same: %s', (one, other, same) => expect(isSameName(one, other)).toBe(same));

  it.each([
    ['gpt-oss:20b-cloud', true],
    ['kimi:cloud', true],
    ['cloudy:20b', false],
    ['cloud', false],
  ])('%s is of a cloud: %s', (name, is) => expect(isCloudName(name)).toBe(is));
});

describe('a derived name', () => {
  it.each([
    ['gpt-oss:20b', 'gpt-oss-20b-jarvis-0123456789ab'],
    ['tiny:latest', 'tiny-jarvis-0123456789ab'],
    ['hf.co/team/model:Q4', 'hf.co/team/model-Q4-jarvis-0123456789ab'],
  ])('of %s is %s', (model, name) => expect(derivedName(model, hash)).toBe(name));

  it('is a name, however long the model’s is', () => {
    const part = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,79}$/);
    fc.assert(
      fc.property(part, part, (model, tag) => expect(derivedName(`${model}:${tag}`, hash)).toMatch(modelPattern)),
    );
  });
});

describe('the nearest names', () => {
  it('are five at most, the nearest first', () => {
    const installed = [
      'llama3:8b',
      'gpt-oss:120b',
      'gpt-oss:20b',
      'qwen3:4b',
      'phi4:latest',
      'gemma3:1b',
      'nomic-embed-text:latest',
    ];
    const near = nearestNames('gpt-os:20b', installed);
    expect(near).toHaveLength(5);
    expect(near.slice(0, 2)).toEqual(['gpt-oss:20b', 'gpt-oss:120b']);
  });

  it('are none where nothing is installed, and each once', () => {
    expect(nearestNames('a', [])).toEqual([]);
    expect(nearestNames('a', ['b', 'b'])).toEqual(['b']);
  });

  it('come in no time from names without end', () => {
    expect(
      nearestNames(
        'a'.repeat(300),
        Array.from({ length: 300 }, (_, index) => `${index}`.repeat(5_000)),
      ),
    ).toHaveLength(5);
  });
});

describe('a digest', () => {
  it.each([
    [hash, hash],
    [`sha256:${hash}`, hash],
    [hash.toUpperCase(), hash],
    [hash.slice(1), undefined],
    [`${hash}0`, undefined],
    [`sha512:${hash}`, undefined],
    [`g${hash.slice(1)}`, undefined],
  ])('%s is %s', (text, digest) => expect(digestOf(text)).toBe(digest));
});

describe('versions', () => {
  it.each([
    ['0.17.4', '0.30.11', -1],
    ['0.30.11', '0.30.11', 0],
    ['0.30.2', '0.30.11', -1],
    ['1.0', '0.30.11', 1],
    ['0.33.0-rc2', '0.33.0', -1],
    ['v0.33.0', '0.33', 0],
  ])('%s to %s', (a, b, order) => expect(Math.sign(compareVersions(a, b) ?? Number.NaN)).toBe(order));

  it('that are none cannot be compared', () => expect(compareVersions('dev', '1.0')).toBeUndefined());
});

describe('a name as Ollama lists it', () => {
  it.each([
    ['tiny', 'tiny:latest'],
    ['tiny:1b', 'tiny:1b'],
    ['library/tiny', 'tiny:latest'],
    ['registry.ollama.ai/library/tiny:1b', 'tiny:1b'],
    ['registry.ollama.ai/somebody/tiny', 'somebody/tiny:latest'],
    ['somebody/tiny:1b', 'somebody/tiny:1b'],
    ['127.0.0.1:5000/library/tiny', '127.0.0.1:5000/library/tiny:latest'],
  ])('%s is %s', (given, listed) => expect(withTag(given)).toBe(listed));
});
