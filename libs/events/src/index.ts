export * from './facts/index.js';
export { catalogue, deadLetterTopic, physicalTopic, retentionMs, retryTopic, writersOf } from './catalogue.js';
export { InvalidFact, RegistryUnavailable, SchemaRefused, UndecodableFact } from './codec/errors.js';
export { openSchemas, subjectOf } from './codec/schemas.js';
export type { DataOf, Schemas, SchemasOptions } from './codec/schemas.js';
export { factByCeType } from './declared.js';
export { EVERY_SERVICE, isObserver, SERVICES } from './fact.js';
export type { AnyFactType, Change, DomainService, FactOf, FactType, Made, NewFact, Service } from './fact.js';
export { DEAD_LETTER_HEADERS, RETRY_HEADERS } from './failed-headers.js';
export type { DeadLetterHeader, RetryHeader } from './failed-headers.js';
export type { Data, Enum, Field, Fields, Optional, Shape } from './fields/field.js';
export {
  bytes,
  count,
  decimal,
  flag,
  instant,
  metres,
  money,
  oneOf,
  optional,
  place,
  record,
  seconds,
  text,
  uuid,
  version,
} from './fields/kinds.js';
export { handledIn, handledText, type Handled } from './handled-text.js';
export { factHeaders, headerTexts, readHeaders } from './headers.js';
export type { Envelope, FactHeaders, Header } from './headers.js';
export { topic } from './topic.js';
export type { About, Cleanup, Topic, TopicDeclaration, TopicOptions } from './topic.js';
