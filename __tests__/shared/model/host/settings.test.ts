import { describe, expect, it } from '@jest/globals';
import { isDebug, isOn, parallelOf, settingsIn, unitIn } from '../../../../shared/model/host/settings.ts';

describe('settings', () => {
  it('of a process are those that a check needs, and no secret beside them', () => {
    const environ =
      'PATH=/bin\0OLLAMA_API_KEY=sk-secret\0AWS_SECRET_ACCESS_KEY=x\0OLLAMA_NUM_PARALLEL= "2" \0OLLAMA_DEBUG=\0HOME=/home/o\0';
    expect(settingsIn(environ, 'process 7')).toEqual({
      ...{ from: 'process 7', values: { OLLAMA_NUM_PARALLEL: '2' }, home: '/home/o' },
    });
  });

  it('with an equals sign in them stay whole', () =>
    expect(settingsIn('OLLAMA_MODELS=/a=b\0', 'p').values).toEqual({ OLLAMA_MODELS: '/a=b' }));

  it('of nothing are none', () => expect(settingsIn('', 'p')).toEqual({ from: 'p', values: {} }));

  it('of a unit are told with its process', () => {
    const text =
      'MainPID=812\nEnvironment=PATH=/usr/bin "OLLAMA_MODELS=/data/my models" OLLAMA_DEBUG_LOG_REQUESTS=1 OLLAMA_API_KEY=sk\nEnvironmentFiles=\n';
    expect(unitIn(text, 'ollama.service')).toEqual({
      mainPid: 812,
      hasFiles: false,
      settings: {
        from: 'unit ollama.service',
        values: { OLLAMA_MODELS: '/data/my models', OLLAMA_DEBUG_LOG_REQUESTS: '1' },
      },
    });
  });

  it('of a unit with files are not all', () =>
    expect(unitIn('MainPID=1\nEnvironment=\nEnvironmentFiles=/etc/ollama.env (ignore_errors=no)\n', 'u').hasFiles).toBe(
      true,
    ));

  it('of no unit belong to no process', () => expect(unitIn('MainPID=0\nEnvironment=\n', 'u').mainPid).toBe(0));
});

it.each([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['2', true],
  ['0', false],
  ['F', false],
  ['FALSE', false],
  [undefined, false],
])('a flag %s is %s', (value, on) => expect(isOn(value)).toBe(on));

it.each([
  ['1', true],
  ['true', true],
  ['2', true],
  ['-1', false],
  ['0', false],
  ['yes', false],
  ['false', false],
  [undefined, false],
])('OLLAMA_DEBUG=%s is %s', (value, on) => expect(isDebug(value)).toBe(on));

it.each([
  ['4', 4],
  ['0', 1],
  ['many', 1],
  ['-2', 1],
  [undefined, 1],
])('OLLAMA_NUM_PARALLEL %s serves %d', (value, count) => expect(parallelOf(value)).toBe(count));
