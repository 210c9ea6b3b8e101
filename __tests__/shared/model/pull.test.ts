import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Cancelled } from '../../../shared/action/errors.ts';
import { bytesText } from '../../../shared/model/bytes.ts';
import { ModelError } from '../../../shared/model/failure.ts';
import { bring, DiskFull } from '../../../shared/model/pull.ts';
import { type Fault, pullLines, type Scripted, scripted, stream } from './scripted.ts';
import { serverAt } from './task.ts';

const servers: Scripted[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const patience = { stall: 0.3, quiet: 0.6, tries: 3, pause: 0.01, pace: 0 };

async function open(fault: Fault): Promise<Scripted> {
  const server = await scripted({ models: {}, registry: ['tiny:latest'], faults: { 'POST /api/pull': fault } });
  servers.push(server);
  return server;
}

function pull({ url }: Scripted, more: { signal?: AbortSignal; free?: number; patience?: typeof patience } = {}) {
  const lines: string[] = [];
  const means = {
    say: (line: string) => lines.push(line),
    now: () => performance.now() / 1000,
    free: more.free,
    patience: more.patience ?? patience,
  };
  return { lines, done: bring(serverAt(url, more.signal), 'tiny:latest', means) };
}

describe('a pull', () => {
  it('goes on wherever its connection is cut', async () => {
    for (let cut = 0; cut < pullLines.length; cut++) {
      const server = await open(async (response, { before }, usual) => {
        if (before > 0) return usual();
        response.writeHead(200).flushHeaders();
        for (const line of pullLines.slice(0, cut)) {
          response.write(`${JSON.stringify(line)}\n`);
          await sleep(1);
        }
        return response.destroy();
      });
      expect({ cut, ...(await pull(server).done) }).toMatchObject({ cut, tries: 2 });
    }
  });

  it('that ends in order without success is tried again', async () => {
    const server = await open((response, { before }, usual) =>
      before > 0 ? usual() : stream(response, pullLines.slice(0, 4)),
    );
    expect(await pull(server).done).toMatchObject({ tries: 2 });
  });

  it('that comes further each time is never given up, however often it is cut', async () => {
    const server = await open(async (response, { before }, usual) => {
      if (before === 9) return usual();
      response.writeHead(200).write(`${JSON.stringify({ ...pullLines[2], completed: 100 * (before + 1) })}\n`);
      await sleep(5);
      return response.destroy();
    });
    expect(await pull(server).done).toMatchObject({ tries: 10 });
  });

  it('that brings nothing three times in a row is given up', async () => {
    const server = await open((response) => response.destroy());
    await expect(pull(server).done).rejects.toThrow(ModelError);
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    'pull model manifest: file does not exist',
    'pull model manifest: 412: the model you are attempting to pull requires a newer version of Ollama',
    'write /models/blobs/x: no space left on device',
  ])('that ends with %j is not tried again', async (error) => {
    const server = await open((response) => stream(response, [pullLines[0] ?? {}, { error }]));
    await expect(pull(server).done).rejects.toThrow(error);
    expect(server.requests).toHaveLength(1);
  });

  it('has longer to check what came, since then no lines come', async () => {
    const server = await open(async (response) => {
      response.writeHead(200);
      for (const line of pullLines.slice(0, 6)) response.write(`${JSON.stringify(line)}\n`);
      await sleep(450);
      response.end(`${JSON.stringify(pullLines.at(-1))}\n`);
    });
    expect(await pull(server).done).toMatchObject({ tries: 1 });
  });

  it.each([
    [1099, DiskFull],
    [1000, DiskFull],
  ])('with %i bytes free is ended where the layers need more', async (free, failure) => {
    const server = await open((response) =>
      stream(
        response,
        pullLines.map((line) => ({ ...line, ...(line['completed'] === undefined ? {} : { completed: 0 }) })),
      ),
    );
    await expect(pull(server, { free }).done).rejects.toThrow(failure);
  });

  it('needs only what is not there yet', async () => {
    const server = await open((_response, _request, usual) => usual());
    await expect(pull(server, { free: 1000 }).done).resolves.toMatchObject({ bytes: 1000 });
  });

  it('counts a layer that is told of again as brought, although its first line has all of it', async () => {
    const [whole, rest] = [pullLines[3] ?? {}, pullLines.slice(4)];
    const fetched = await open((response) => stream(response, [whole, whole, ...rest]));
    expect(await pull(fetched).done).toMatchObject({ bytes: 1000 });
    const there = await open((response) => stream(response, [whole, ...rest]));
    expect(await pull(there).done).toMatchObject({ bytes: 0 });
    const triedAgain = await open((response, { before }) => stream(response, before > 0 ? [whole, ...rest] : [whole]));
    expect(await pull(triedAgain).done).toMatchObject({ bytes: 0, tries: 2 });
  });

  it('that is cancelled ends at once, also between two tries', async () => {
    const stop = new AbortController();
    const server = await open((response) => response.destroy());
    const { done } = pull(server, { signal: stop.signal, patience: { ...patience, pause: 60 } });
    setTimeout(() => stop.abort('SIGINT'), 100);
    const began = performance.now();
    await expect(done).rejects.toThrow(Cancelled);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [27_600_000, '27.6 MB'],
    [13_780_000_000, '13.8 GB'],
  ])('%i read %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));
});
