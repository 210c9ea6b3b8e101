/** Starts the service: environment in, one line out, and an orderly end on SIGTERM and SIGINT. */
import type { AddressInfo } from 'node:net';
import { createService, type Service } from './service.ts';
import { readSettings, type Settings } from './settings.ts';

/** What is in flight may take this long after SIGTERM; then the process ends anyway. */
const closeLimit = 10_000;

function fail(message: string): never {
  process.stderr.write(`brain-api: ${message}\n`);
  process.exit(1);
}

function settings(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function closeOnSignal({ server, close }: Service): void {
  const end = (): void => {
    setTimeout(() => {
      server.closeAllConnections();
      fail(`requests were still in flight ${closeLimit / 1000} s after the signal`);
    }, closeLimit).unref();
    close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

function main(): void {
  const { host, port, version, fault, ollama } = settings();
  if (fault.crash)
    fail(`version ${version} cannot start: out of memory while loading the model (a fault that was asked for)`);
  const service = createService({ version, fault, ollama, random: Math.random });
  service.server.once('error', (error) => fail(`cannot listen on ${host}:${port}: ${error.message}`));
  closeOnSignal(service);
  service.server.listen(port, host, () => {
    const { address, port: bound } = service.server.address() as AddressInfo;
    console.log(`brain-api ${version} listens on http://${address.includes(':') ? `[${address}]` : address}:${bound}`);
  });
}

main();
