import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const DAYS = ['-days', '2'];

/** An authority for one test, in a folder of its own: nobody else trusts it. Needs openssl. */
export class Authority {
  readonly file: string;
  readonly #key: string;

  constructor(
    private readonly folder: string,
    readonly name: string,
  ) {
    this.file = join(folder, `${name}.pem`);
    this.#key = join(folder, `${name}.key`);
    openssl('req', '-x509', ...NEW_KEY, ...DAYS, '-subj', `/CN=${name}`, '-keyout', this.#key, '-out', this.file);
  }

  /** A certificate for these places (`IP:…`, `DNS:…`) with its key, and one file with both, as Kafka wants it. */
  certify(name: string, ...places: readonly string[]) {
    const [key, request, certificate, both, extensions] = ['key', 'csr', 'crt', 'pem', 'ext'].map((kind) =>
      join(this.folder, `${name}.${kind}`),
    ) as [string, string, string, string, string];
    writeFileSync(extensions, `subjectAltName=${places.join()}\nextendedKeyUsage=serverAuth,clientAuth\n`);
    openssl('req', ...NEW_KEY, '-subj', `/CN=${name}`, '-keyout', key, '-out', request);
    const by = ['-CA', this.file, '-CAkey', this.#key, '-CAcreateserial'];
    openssl('x509', '-req', '-in', request, ...by, ...DAYS, '-extfile', extensions, '-out', certificate);
    writeFileSync(both, readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8'));
    return { key, certificate, both };
  }
}

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
