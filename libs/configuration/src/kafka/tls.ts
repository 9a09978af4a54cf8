import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import { type Values } from '../read.js';
import { contentOf, type Refuse } from './refuse.js';

/** What `tls.connect` needs beside host and port. The context holds the key, and shows it to nobody. */
export interface KafkaTls {
  readonly secureContext: SecureContext;
  /** The name that Kafka's certificate must bear; absent: the host that is connected to. */
  readonly servername?: string;
}

const ONLY_WITH_TLS = [
  'RIDE_KAFKA_TLS_CA_FILE',
  'RIDE_KAFKA_TLS_CERTIFICATE_FILE',
  'RIDE_KAFKA_TLS_KEY_FILE',
  'RIDE_KAFKA_TLS_SERVER_NAME',
] as const;

/** Undefined when TLS is off, or when something was refused. */
export function tlsOf(v: Values, refuse: Refuse): KafkaTls | undefined {
  if (v.RIDE_KAFKA_TLS === 'off') {
    for (const name of ONLY_WITH_TLS.filter((each) => v[each] !== undefined))
      refuse(name, `${name} is given while RIDE_KAFKA_TLS is off: set RIDE_KAFKA_TLS to on, or unset ${name}.`);
    return undefined;
  }
  const servername = v.RIDE_KAFKA_TLS_SERVER_NAME;
  if (servername !== undefined && isIP(servername) > 0)
    refuse(
      'RIDE_KAFKA_TLS_SERVER_NAME',
      `RIDE_KAFKA_TLS_SERVER_NAME must be a name, not the address ${servername}: unset it, and the address is looked for in the certificate.`,
    );
  const secureContext = contextOf(authoritiesOf(v, refuse), identityOf(v, refuse), refuse);
  return secureContext && { secureContext, ...(servername !== undefined && { servername }) };
}

/** Node would take a file without any certificate, and trust nobody. */
function authoritiesOf(v: Values, refuse: Refuse): string | undefined {
  const file = v.RIDE_KAFKA_TLS_CA_FILE;
  if (file === undefined) return undefined;
  const pem = contentOf('RIDE_KAFKA_TLS_CA_FILE', file, refuse);
  if (pem === undefined) return undefined;
  const each = pem.match(/-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs) ?? [];
  if (each.length > 0 && each.every(isCertificate)) return pem;
  refuse('RIDE_KAFKA_TLS_CA_FILE', `RIDE_KAFKA_TLS_CA_FILE holds no certificates in PEM: ${file}.`);
  return undefined;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** The client's certificate and its key, where Kafka asks for one. */
function identityOf(v: Values, refuse: Refuse): Identity | undefined {
  const { RIDE_KAFKA_TLS_CERTIFICATE_FILE: certificate, RIDE_KAFKA_TLS_KEY_FILE: key } = v;
  if (certificate === undefined && key === undefined) return undefined;
  if (key === undefined)
    refuse(
      'RIDE_KAFKA_TLS_CERTIFICATE_FILE',
      'RIDE_KAFKA_TLS_CERTIFICATE_FILE is given without RIDE_KAFKA_TLS_KEY_FILE: set the file of its private key.',
    );
  if (certificate === undefined)
    refuse(
      'RIDE_KAFKA_TLS_KEY_FILE',
      'RIDE_KAFKA_TLS_KEY_FILE is given without RIDE_KAFKA_TLS_CERTIFICATE_FILE: set the file of its certificate.',
    );
  if (certificate === undefined || key === undefined) return undefined;
  const texts = {
    cert: contentOf('RIDE_KAFKA_TLS_CERTIFICATE_FILE', certificate, refuse),
    key: contentOf('RIDE_KAFKA_TLS_KEY_FILE', key, refuse),
  };
  return texts.cert === undefined || texts.key === undefined ? undefined : { cert: texts.cert, key: texts.key };
}

function contextOf(ca: string | undefined, identity: Identity | undefined, refuse: Refuse): SecureContext | undefined {
  try {
    return createSecureContext({ ...(ca !== undefined && { ca }), ...identity });
  } catch (error) {
    // OpenSSL's words tell which of the two it is, and nothing of what stands in them.
    refuse(
      'RIDE_KAFKA_TLS_KEY_FILE',
      `RIDE_KAFKA_TLS_CERTIFICATE_FILE and RIDE_KAFKA_TLS_KEY_FILE are no certificate with its key, in PEM and without a ` +
        `passphrase (${(error as Error).message}).`,
    );
    return undefined;
  }
}
