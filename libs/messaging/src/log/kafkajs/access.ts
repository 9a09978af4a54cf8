import type { KafkaAccess } from '@ride/configuration';
import type { KafkaConfig, SASLOptions } from 'kafkajs';

/** TLS and SASL as kafkajs wants them. The only place where the password is told. */
export const accessOf = ({ tls, sasl }: KafkaAccess): Pick<KafkaConfig, 'ssl' | 'sasl'> => ({
  ...(tls && { ssl: tls }),
  ...(sasl && {
    sasl: { mechanism: sasl.mechanism, username: sasl.username, password: sasl.password.reveal() } as SASLOptions,
  }),
});
