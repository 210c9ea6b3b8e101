import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../../../shared/action/errors.ts';
import { canonical, readOptions } from '../../../../shared/model/check/options.ts';
import { differing, weightsOf } from '../../../../shared/model/check/parameters.ts';
import { recordedLines } from '../recorded.ts';

describe('options', () => {
  it.each([
    ['lines', 'num_ctx=16384\n# a note\n\ntemperature: 0.5\nuse_mmap=true\nstop=</s>\nstop=END'],
    ['lines with an array', 'num_ctx=16384\ntemperature: 0.5\nuse_mmap=true\nstop=["</s>", "END"]'],
    ['JSON', '{"num_ctx": 16384, "temperature": 0.5, "use_mmap": true, "stop": ["</s>", "END"]}'],
    ['JSON with texts', '{"num_ctx": "16384", "temperature": "0.5", "use_mmap": "true", "stop": ["</s>", "END"]}'],
  ])('are read from %s', (_, text) => {
    expect(readOptions(text)).toEqual({ num_ctx: 16384, temperature: 0.5, use_mmap: true, stop: ['</s>', 'END'] });
  });

  it('said twice with one value are one', () => expect(readOptions('seed=1\nseed=1')).toEqual({ seed: 1 }));

  it.each([
    ['an unknown one', 'num_gpus=1', 'did you mean num_gpu?'],
    ['one of every object', '__proto__=1', 'no option of a model'],
    ['one that is dropped', 'num_gqa=8', 'silently drops'],
    ['a fraction of a token', 'num_ctx=1.5', 'a whole number of at least 1'],
    ['no context', 'num_ctx=0', 'a whole number of at least 1'],
    ['an overflow', 'seed=99999999999999999999', 'a whole number'],
    ['a share above 1', 'top_p=1.5', 'a number from 0 to 1'],
    ['a flag that is none', 'use_mmap=yes', 'true or false'],
    ['an empty stop', '{"stop": []}', 'a text, or several'],
    ['null', '{"num_ctx": null}', 'a whole number'],
    ['a line without a value', 'num_ctx', 'line 1: "num_ctx"; expected name=value'],
    ['JSON that is none', '{"num_ctx": }', 'not valid JSON'],
    ['two values', 'seed=1\nseed=2', 'seed twice: 1 and 2'],
    ['an answer that does not fit', 'num_ctx=8\nnum_predict=9', 'does not fit into num_ctx 8'],
    ['a beginning that does not fit', 'num_ctx=8\nnum_keep=9', 'does not fit into num_ctx 8'],
  ])('with %s are refused', (_, text, words) => {
    expect(() => readOptions(text)).toThrow(InputError);
    expect(() => readOptions(text)).toThrow(words);
  });

  it('of any text are read or refused, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => `{${json}`),
          fc.dictionary(fc.string(), fc.jsonValue()).map((one) => JSON.stringify(one)),
        ),
        (text) => {
          try {
            expect(typeof readOptions(text)).toBe('object');
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
    );
  });

  it('have the same text however they were written', () => {
    expect(canonical(readOptions('seed=1\nnum_ctx=8'))).toBe(canonical(readOptions('{"num_ctx":8,"seed":1}')));
    expect(canonical(readOptions('num_ctx=8'))).not.toBe(canonical(readOptions('num_ctx=9')));
  });
});

describe('parameters of a model, as a real server lists them', () => {
  const parameters = String(recordedLines('03-show')[0]?.['parameters']);

  it.each([
    ['has what it has', { num_ctx: 256, temperature: 0 }, []],
    ['has not another value', { num_ctx: 512 }, ['num_ctx']],
    ['has not what it does not say', { top_k: 40, seed: 1 }, ['top_k']],
  ])('%s', (_, options, wrong) => expect(differing(parameters, options)).toEqual(wrong));

  it('with several stops has them in their order', () => {
    const listed =
      'stop                           "</s>"\nstop                           "a \\"b\\""\nnum_ctx   1e+06\nuse_mmap true';
    expect(differing(listed, { stop: ['</s>', 'a "b"'], num_ctx: 1_000_000, use_mmap: true })).toEqual([]);
    expect(differing(listed, { stop: ['</s>'] })).toEqual(['stop']);
  });
});

describe('the weights of a model', () => {
  it('are the file that its modelfile names', () => {
    const modelfile = String(recordedLines('03-show')[0]?.['modelfile']);
    expect(weightsOf(modelfile)).toBe('sha256-d36c3343798681e3970ee9c88f376bcddbda6deab44ba1580a10ab94f6d561d3');
  });

  it.each(['', 'FROM tiny:latest', '# FROM /models/blobs/sha256-d36c'])('are not known from %j', (modelfile) => {
    expect(weightsOf(modelfile)).toBeUndefined();
  });
});
