import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { tiny, writeModel } from './tiny-model/model.ts';
import { spoken, words } from './tiny-model/vocabulary.ts';

describe('the tiny model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-tiny-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (more: Partial<typeof tiny> = {}) => writeModel(join(folder, 'model.gguf'), { ...tiny, ...more });

  it('has the same bytes on every machine', () => {
    expect(write()).toEqual({
      bytes: 271_104,
      sha256: 'a3ea8833f33fb8c512d402ef759ad7d405a6f6decee980c2d64d0a02b522c4a0',
    });
    expect(readFileSync(join(folder, 'model.gguf')).subarray(0, 8)).toEqual(Buffer.from('GGUF\x03\0\0\0'));
  });

  it('has others for another seed, and for other manners of speaking', () => {
    const digests = [write(), write({ seed: 2 }), write({ speaks: 'to the end' }), write({ speaks: 'one word' })];
    expect(new Set(digests.map(({ sha256 }) => sha256)).size).toBe(4);
  });

  it('says its words in their order, and none twice in a row', () => {
    expect(new Set(words).size).toBe(words.length);
    expect(spoken(words.length + 1)).toBe(` ${words.join(' ')} ${words[0]}`);
    expect(words.every((word) => word.length > 1)).toBe(true);
  });
});
