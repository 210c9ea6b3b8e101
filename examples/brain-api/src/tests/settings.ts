import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noFault } from '../fault.ts';
import { readSettings } from '../settings.ts';

const bad = [
  { name: 'no port', env: {}, says: /PORT: nothing is set/ },
  { name: 'an empty port', env: { PORT: '' }, says: /PORT: nothing is set/ },
  { name: 'a port that is no number', env: { PORT: '80a' }, says: /PORT: "80a"/ },
  { name: 'a port too high', env: { PORT: '65536' }, says: /PORT: "65536"/ },
  { name: 'a malformed fault', env: { PORT: '0', FAULT: 'x' }, says: /FAULT: "x"/ },
  { name: 'no address', env: { PORT: '0', OLLAMA_BASE_URL: 'ollama' }, says: /OLLAMA_BASE_URL: "ollama"/ },
  { name: 'another protocol', env: { PORT: '0', OLLAMA_BASE_URL: 'ftp://x' }, says: /OLLAMA_BASE_URL: "ftp:/ },
];

describe('settings', () => {
  test('have defaults', () =>
    assert.deepEqual(readSettings({ PORT: '8080' }), {
      host: '127.0.0.1',
      port: 8080,
      version: 'dev',
      fault: noFault,
      ollama: undefined,
    }));
  test('take an Ollama, with or without a slash at the end', () => {
    const { ollama } = readSettings({ PORT: '1', OLLAMA_BASE_URL: 'http://127.0.0.1:11434/' });
    assert.equal(ollama?.baseUrl, 'http://127.0.0.1:11434');
    assert.equal(ollama?.model, 'gpt-oss:20b');
  });
  for (const { name, env, says } of bad) test(`refuse ${name}`, () => assert.throws(() => readSettings(env), says));
});
