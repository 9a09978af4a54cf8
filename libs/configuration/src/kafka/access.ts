import { ConfigurationError, type Finding, type Values } from '../read.js';
import { type Refuse } from './refuse.js';
import { saslOf, type KafkaSasl } from './sasl.js';
import { tlsOf, type KafkaTls } from './tls.js';

/** Where Kafka is, and as whom it is spoken to. Without `tls`: in plain text. Without `sasl`: as nobody in particular. */
export interface KafkaAccess {
  readonly brokers: readonly string[];
  readonly tls?: KafkaTls;
  readonly sasl?: KafkaSasl;
}

/** Reads the files that the settings name. Throws ConfigurationError with everything that does not fit together. */
export function kafkaAccess(values: Values): KafkaAccess {
  const findings: Finding[] = [];
  const refuse: Refuse = (variable, message) => void findings.push({ variable, message });
  const tls = tlsOf(values, refuse);
  const sasl = saslOf(values, refuse);
  if (findings.length > 0) throw new ConfigurationError(findings);
  return { brokers: values.RIDE_KAFKA_BROKERS, ...(tls && { tls }), ...(sasl && { sasl }) };
}
