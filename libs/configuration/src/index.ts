export { settings, forgetSettings, type Settings } from './settings.js';
export { VARIABLES, type Variable, type VariableName } from './variables.js';
export { ConfigurationError, type Env, type Finding } from './read.js';
export { Hidden } from './hidden.js';
export type { KafkaAccess } from './kafka/access.js';
export type { KafkaSasl } from './kafka/sasl.js';
export type { KafkaTls } from './kafka/tls.js';
