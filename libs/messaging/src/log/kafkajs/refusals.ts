/** What kafkajs, Node and the broker say when this process is not let in, and what to do about it. */
interface Refusal {
  /** Of an error, or of one that caused it: kafkajs' name for it, the broker's answer, the code of TLS. */
  readonly is: RegExp;
  readonly todo: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    is: /^(KafkaJSSASLAuthenticationError|SASL_AUTHENTICATION_FAILED|UNSUPPORTED_SASL_MECHANISM)$/,
    todo: 'Check RIDE_KAFKA_SASL_USERNAME, its password and RIDE_KAFKA_SASL_MECHANISM.',
  },
  {
    is: /^ILLEGAL_SASL_STATE$/,
    todo: 'This port may ask nobody for a password: name another one in RIDE_KAFKA_BROKERS, or unset RIDE_KAFKA_SASL_MECHANISM.',
  },
  {
    is: /^(CERT_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|INVALID_CA|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/,
    todo:
      'Kafka’s certificate must be signed by an authority in RIDE_KAFKA_TLS_CA_FILE, and bear the host in RIDE_KAFKA_BROKERS ' +
      'or RIDE_KAFKA_TLS_SERVER_NAME.',
  },
  {
    is: /^ERR_SSL_.*ALERT/,
    todo: 'Kafka may want a certificate that it trusts: RIDE_KAFKA_TLS_CERTIFICATE_FILE and RIDE_KAFKA_TLS_KEY_FILE.',
  },
  { is: /_AUTHORIZATION_FAILED$/, todo: 'Give the user the rights that libs/messaging/README.md lists.' },
];

/** A closed connection has many reasons; this is one that does not go away. */
const CLOSED = /^(KafkaJSConnectionClosedError|ECONNRESET)$/;
const IF_IT_GOES_ON = 'If it stays like that, RIDE_KAFKA_TLS or RIDE_KAFKA_SASL_MECHANISM do not fit this port.';

/** `marks`: names, types and codes of an error and of its causes. What a person must do so that Kafka lets this process in. */
export const refusalIn = (marks: readonly string[]): string | undefined =>
  REFUSALS.find(({ is }) => marks.some((mark) => is.test(mark)))?.todo;

/** What a person may look at when it does not pass by itself. */
export const adviceFor = (marks: readonly string[]): string | undefined =>
  marks.some((mark) => CLOSED.test(mark)) ? IF_IT_GOES_ON : undefined;
