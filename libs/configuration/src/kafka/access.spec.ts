import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { inspect } from 'node:util';
import { ConfigurationError, settings } from '../index.js';

const PASSWORD = 'hunter2';
const scram = { RIDE_KAFKA_SASL_MECHANISM: 'scram-sha-512', RIDE_KAFKA_SASL_USERNAME: 'ride' };
let folder: string;

beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'kafka-access-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function refusal(env: Record<string, string>): ConfigurationError {
  try {
    settings(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('how Kafka is spoken to', () => {
  it('in plain text and as nobody, unless told otherwise', () => {
    expect(settings({}).kafka).toEqual({ brokers: ['127.0.0.1:19092'] });
  });

  it('over TLS, with authorities of one’s own and the name in the certificate', () => {
    const tls = { RIDE_KAFKA_TLS: 'on', RIDE_KAFKA_TLS_SERVER_NAME: 'kafka.example' };
    const ca = file('ca.pem', `${rootCertificates[0]}\n${rootCertificates[1]}\n`);
    expect(settings({ ...tls, RIDE_KAFKA_TLS_CA_FILE: ca }).kafka.tls).toEqual({
      secureContext: expect.anything(),
      servername: 'kafka.example',
    });
    expect(Object.keys(settings({ RIDE_KAFKA_TLS: 'on' }).kafka.tls ?? {})).toEqual(['secureContext']);
  });

  it('as a user, whose password stands in the environment or in a file', () => {
    const given = settings({ ...scram, RIDE_KAFKA_SASL_PASSWORD: PASSWORD }).kafka.sasl;
    const read = settings({ ...scram, RIDE_KAFKA_SASL_PASSWORD_FILE: file('password', `${PASSWORD}\n`) }).kafka.sasl;
    for (const sasl of [given, read]) {
      expect(sasl).toMatchObject({ mechanism: 'scram-sha-512', username: 'ride' });
      expect(sasl?.password.reveal()).toBe(PASSWORD);
    }
  });

  it('with a password that nothing shows by accident', () => {
    const all = settings({ ...scram, RIDE_KAFKA_SASL_PASSWORD: PASSWORD });
    const shown = [JSON.stringify(all), inspect(all, { depth: 9, showHidden: true }), `${all.kafka.sasl?.password}`];
    expect(shown.join()).toContain('[hidden]');
    expect(shown.join()).not.toContain(PASSWORD);
  });

  it('plain without TLS only where that is allowed', () => {
    const plain = { ...scram, RIDE_KAFKA_SASL_MECHANISM: 'plain', RIDE_KAFKA_SASL_PASSWORD: PASSWORD };
    expect(refusal(plain).message).toContain('RIDE_KAFKA_SASL_PLAIN_WITHOUT_TLS');
    for (const more of [{ RIDE_KAFKA_TLS: 'on' }, { RIDE_KAFKA_SASL_PLAIN_WITHOUT_TLS: 'allow' }])
      expect(settings({ ...plain, ...more }).kafka.sasl?.mechanism).toBe('plain');
  });
});

const key = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** What is set, the variable that is named, and what the message tells to do about it. */
const refused: readonly [what: string, env: () => Record<string, string>, variable: string, says: string][] = [
  [
    'an unknown mechanism',
    () => ({ RIDE_KAFKA_SASL_MECHANISM: 'gssapi' }),
    'RIDE_KAFKA_SASL_MECHANISM',
    'one of plain',
  ],
  [
    'no user',
    () => ({ ...scram, RIDE_KAFKA_SASL_USERNAME: '', RIDE_KAFKA_SASL_PASSWORD: PASSWORD }),
    'RIDE_KAFKA_SASL_USERNAME',
    'must be set',
  ],
  ['no password', () => scram, 'RIDE_KAFKA_SASL_PASSWORD_FILE', 'must be set'],
  [
    'two passwords',
    () => ({ ...scram, RIDE_KAFKA_SASL_PASSWORD: PASSWORD, RIDE_KAFKA_SASL_PASSWORD_FILE: file('two', 'x') }),
    'RIDE_KAFKA_SASL_PASSWORD_FILE',
    'unset one',
  ],
  [
    'an empty password file',
    () => ({ ...scram, RIDE_KAFKA_SASL_PASSWORD_FILE: file('empty', '\n') }),
    'RIDE_KAFKA_SASL_PASSWORD_FILE',
    'Write the password',
  ],
  [
    'a password file that is not there',
    () => ({ ...scram, RIDE_KAFKA_SASL_PASSWORD_FILE: '/nowhere/password' }),
    'RIDE_KAFKA_SASL_PASSWORD_FILE',
    'ENOENT',
  ],
  [
    'a password without a mechanism',
    () => ({ RIDE_KAFKA_SASL_PASSWORD: PASSWORD }),
    'RIDE_KAFKA_SASL_PASSWORD',
    'RIDE_KAFKA_SASL_MECHANISM',
  ],
  [
    'authorities while TLS is off',
    () => ({ RIDE_KAFKA_TLS_CA_FILE: '/ca.pem' }),
    'RIDE_KAFKA_TLS_CA_FILE',
    'RIDE_KAFKA_TLS to on',
  ],
  [
    'authorities that are a folder',
    () => ({ RIDE_KAFKA_TLS: 'on', RIDE_KAFKA_TLS_CA_FILE: folder }),
    'RIDE_KAFKA_TLS_CA_FILE',
    'EISDIR',
  ],
  [
    'authorities that are none',
    () => ({ RIDE_KAFKA_TLS: 'on', RIDE_KAFKA_TLS_CA_FILE: file('no-ca', 'none') }),
    'RIDE_KAFKA_TLS_CA_FILE',
    'no certificates in PEM',
  ],
  [
    'a certificate without its key',
    () => ({ RIDE_KAFKA_TLS: 'on', RIDE_KAFKA_TLS_CERTIFICATE_FILE: file('c', 'c') }),
    'RIDE_KAFKA_TLS_CERTIFICATE_FILE',
    'RIDE_KAFKA_TLS_KEY_FILE',
  ],
  [
    'a key without its certificate',
    () => ({ RIDE_KAFKA_TLS: 'on', RIDE_KAFKA_TLS_KEY_FILE: file('k', key()) }),
    'RIDE_KAFKA_TLS_KEY_FILE',
    'RIDE_KAFKA_TLS_CERTIFICATE_FILE',
  ],
  [
    'a key of another certificate',
    () => ({
      RIDE_KAFKA_TLS: 'on',
      RIDE_KAFKA_TLS_KEY_FILE: file('k', key()),
      RIDE_KAFKA_TLS_CERTIFICATE_FILE: file('c', rootCertificates[0] ?? ''),
    }),
    'RIDE_KAFKA_TLS_KEY_FILE',
    'no certificate with its key',
  ],
  [
    'an address for a name',
    () => ({ RIDE_KAFKA_TLS: 'on', RIDE_KAFKA_TLS_SERVER_NAME: '10.0.0.1' }),
    'RIDE_KAFKA_TLS_SERVER_NAME',
    'not the address',
  ],
];

describe('is refused at start, with what to do:', () => {
  it.each(refused)('%s', (_what, env, variable, says) => {
    const { code, findings, message } = refusal(env());
    expect(code).toBe('configuration_refused');
    expect(findings.map((finding) => finding.variable)).toEqual([variable]);
    expect(message).toContain(says);
    expect(message).not.toContain(PASSWORD);
  });
});
