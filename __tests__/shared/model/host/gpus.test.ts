import { describe, expect, it } from '@jest/globals';
import { bytesIn } from '../../../../shared/model/bytes.ts';
import { amdGpu, nvidiaGpus } from '../../../../shared/model/host/gpus.ts';

const mebi = 2 ** 20;

describe('GPUs of NVIDIA', () => {
  it('are told with the share of their time and their memory', () =>
    expect(nvidiaGpus('0, NVIDIA GeForce RTX 4090, 37, 13980, 24564\n1, Tesla T4, 0, 3, 15360\n')).toEqual([
      { name: '0 NVIDIA GeForce RTX 4090', busy: 0.37, memory: { used: 13980 * mebi, total: 24564 * mebi } },
      { name: '1 Tesla T4', busy: 0, memory: { used: 3 * mebi, total: 15360 * mebi } },
    ]));

  it.each([
    ['0, NVIDIA GB10, 12, [N/A], [N/A]', { name: '0 NVIDIA GB10', busy: 0.12 }],
    ['0, NVIDIA A100, [N/A], 10, 20', { name: '0 NVIDIA A100', memory: { used: 10 * mebi, total: 20 * mebi } }],
    ['0, X, [Unknown Error], [Not Supported], [N/A]', { name: '0 X' }],
    ['0, Odd, Name, 5, 1, 2', { name: '0 Odd, Name', busy: 0.05, memory: { used: mebi, total: 2 * mebi } }],
  ])('say what they know: %s', (line, gpu) => expect(nvidiaGpus(line)).toEqual([gpu]));

  it.each([['No devices were found'], ['0, half a line']])('are not known by %j', (text) =>
    expect(nvidiaGpus(text)).toBeUndefined(),
  );

  it('are none in an empty table', () => expect(nvidiaGpus('\n')).toEqual([]));
});

describe('GPUs of AMD', () => {
  it('are told by the files of the kernel', () =>
    expect(amdGpu('card1', { busy: '95\n', used: '900\n', total: '1000\n' })).toEqual({
      ...{ name: 'card1 AMD', busy: 0.95, memory: { used: 900, total: 1000 } },
    }));

  it('are not those of another make', () =>
    expect(amdGpu('card0', { busy: undefined, used: undefined, total: undefined })).toBeUndefined());

  it('may say one thing alone', () =>
    expect(amdGpu('card0', { busy: undefined, used: '1', total: '4' })).toEqual({
      ...{ name: 'card0 AMD', memory: { used: 1, total: 4 } },
    }));
});

it.each([
  ['20GB', 20e9],
  ['1.5 TiB', 1.5 * 2 ** 40],
  ['500kB', 5e5],
  ['0B', 0],
  ['20', undefined],
  ['20gb', undefined],
  ['-1GB', undefined],
  ['20iB', undefined],
  ['', undefined],
])('the size %j is %s', (text, bytes) => expect(bytesIn(text)).toBe(bytes));
