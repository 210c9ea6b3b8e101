/** A certificate for loopback, made for one run of the tests: nothing of it is kept. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Identity } from './registry.ts';

export interface Trusted extends Identity {
  /** The file with the certificate, which a server takes as `SSL_CERT_FILE`. */
  readonly path: string;
  remove(): void;
}

export function loopbackIdentity(): Trusted {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-identity-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const named = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', [...made, ...named, '-keyout', key, '-out', cert], { stdio: 'pipe' });
  return {
    ...{ key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8'), path: cert },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
