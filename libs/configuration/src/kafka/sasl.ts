import { Hidden } from '../hidden.js';
import { type Values } from '../read.js';
import { contentOf, type Refuse } from './refuse.js';

export interface KafkaSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: Hidden;
}

const WHO = ['RIDE_KAFKA_SASL_USERNAME', 'RIDE_KAFKA_SASL_PASSWORD', 'RIDE_KAFKA_SASL_PASSWORD_FILE'] as const;

/** Undefined when Kafka asks nobody for a password, or when something was refused. */
export function saslOf(v: Values, refuse: Refuse): KafkaSasl | undefined {
  const mechanism = v.RIDE_KAFKA_SASL_MECHANISM;
  if (mechanism === undefined) {
    for (const name of WHO.filter((each) => v[each] !== undefined))
      refuse(name, `${name} is given without RIDE_KAFKA_SASL_MECHANISM: set how Kafka checks it, or unset ${name}.`);
    return undefined;
  }
  if (mechanism === 'plain' && v.RIDE_KAFKA_TLS === 'off' && v.RIDE_KAFKA_SASL_PLAIN_WITHOUT_TLS === 'refuse')
    refuse(
      'RIDE_KAFKA_SASL_MECHANISM',
      'RIDE_KAFKA_SASL_MECHANISM is plain while RIDE_KAFKA_TLS is off: everybody on the way could read the password. Set ' +
        'RIDE_KAFKA_TLS to on, or a scram mechanism, or, on a network of your own, RIDE_KAFKA_SASL_PLAIN_WITHOUT_TLS to allow.',
    );
  const username = v.RIDE_KAFKA_SASL_USERNAME;
  if (username === undefined)
    refuse(
      'RIDE_KAFKA_SASL_USERNAME',
      'RIDE_KAFKA_SASL_USERNAME must be set when RIDE_KAFKA_SASL_MECHANISM is: whom Kafka knows this process as.',
    );
  const password = passwordOf(v, refuse);
  return username === undefined || password === undefined ? undefined : { mechanism, username, password };
}

function passwordOf(v: Values, refuse: Refuse): Hidden | undefined {
  const { RIDE_KAFKA_SASL_PASSWORD: given, RIDE_KAFKA_SASL_PASSWORD_FILE: file } = v;
  if (given === undefined && file === undefined)
    refuse(
      'RIDE_KAFKA_SASL_PASSWORD_FILE',
      'RIDE_KAFKA_SASL_PASSWORD_FILE or RIDE_KAFKA_SASL_PASSWORD must be set when RIDE_KAFKA_SASL_MECHANISM is.',
    );
  if (given !== undefined && file !== undefined)
    refuse(
      'RIDE_KAFKA_SASL_PASSWORD_FILE',
      'RIDE_KAFKA_SASL_PASSWORD_FILE and RIDE_KAFKA_SASL_PASSWORD are both set: unset one of them.',
    );
  if (file === undefined) return given;
  // Editors end a file with a line break, which nobody means.
  const text = contentOf('RIDE_KAFKA_SASL_PASSWORD_FILE', file, refuse)?.replace(/\r?\n$/, '');
  if (text === '')
    refuse(
      'RIDE_KAFKA_SASL_PASSWORD_FILE',
      `RIDE_KAFKA_SASL_PASSWORD_FILE is an empty file: ${file}. Write the password into it.`,
    );
  return text === undefined || text === '' ? undefined : new Hidden(text);
}
