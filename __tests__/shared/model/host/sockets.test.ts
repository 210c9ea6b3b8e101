import { describe, expect, it } from '@jest/globals';
import {
  exposing,
  type Listener,
  listeningIn,
  plainAddress,
  serving,
  socketText,
} from '../../../../shared/model/host/sockets.ts';

const head =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     ';
const row = (local: string, state: string, uid: number, inode: number) =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000 ${uid}        0 ${inode} 1 0000000056c5bb22 100 0 0 10 0                      `;

describe('the sockets that listen', () => {
  it.each([
    ['0100007F:2CAA', '127.0.0.1:11434'],
    ['00000000:2CAA', '0.0.0.0:11434'],
    ['0501A8C0:01BB', '192.168.1.5:443'],
    ['00000000000000000000000000000000:2CAA', '[::]:11434'],
    ['00000000000000000000000001000000:2CAA', '[::1]:11434'],
    ['0000000000000000FFFF00000100007F:2CAA', '127.0.0.1:11434'],
    ['B80D01200000000000000000BA9DFEEF:2CAA', '[2001:db8::effe:9dba]:11434'],
  ])('%s is %s', (local, text) => {
    const [socket] = listeningIn(`${head}\n${row(local, '0A', 998, 4711)}\n`);
    expect(socket).toMatchObject({ uid: 998, inode: 4711 });
    expect(socket && socketText(socket)).toBe(text);
  });

  it.each([
    ['one that is connected', row('0100007F:2CAA', '01', 0, 1)],
    ['a head alone', head],
    ['nothing', ''],
    ['another form', '   0: nonsense 0A'],
    ['half an address', row('0100007F0000:2CAA', '0A', 0, 1)],
  ])('are none in %s', (_, table) => expect(listeningIn(table)).toEqual([]));
});

it.each([
  ['[::1]', '::1'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['fe80::1%eth0', 'fe80::1'],
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
])('the address %s is %s', (given, plain) => expect(plainAddress(given)).toBe(plain));

describe('who answers', () => {
  const at = (address: string, name?: string, port = 11434): Listener => ({
    ...{ address, port, uid: 0, inode: 1 },
    ...(name === undefined ? {} : { owner: { pid: 1, name } }),
  });

  it('is the one at the very address, before the one at every address', () => {
    const [every, own, other] = [at('0.0.0.0', 'nginx'), at('127.0.0.1', 'ollama'), at('127.0.0.1', 'ollama', 80)];
    expect(serving([every, own, other], ['127.0.0.1'], 11434)).toEqual([own, every]);
    expect(serving([at('10.0.0.7')], ['127.0.0.1'], 11434)).toEqual([]);
  });

  it('is exposed by all that the same program opened at the port, and by nothing of another program', () => {
    const [own, lan, proxy] = [
      at('127.0.0.1', 'docker-proxy'),
      at('10.0.0.7', 'docker-proxy'),
      at('10.0.0.8', 'nginx'),
    ];
    expect(exposing([own, lan, proxy], [own])).toEqual([own, lan]);
  });

  it('is exposed by all that is open at the port where nobody sees whose it is', () => {
    const [own, lan] = [at('127.0.0.1'), at('10.0.0.7')];
    expect(exposing([own, lan], [own])).toEqual([own, lan]);
    expect(exposing([own, lan], [])).toEqual([]);
  });
});
