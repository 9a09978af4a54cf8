export * from './facts/index.js';
export { catalogue, deadLetterTopic, physicalTopic, retentionMs, retryTopic, writersOf } from './catalogue.js';
export { factByCeType } from './declared.js';
export { SERVICES } from './fact.js';
export type { AnyFactType, Change, FactOf, FactType, Made, NewFact, Service } from './fact.js';
export type { Data, Enum, Field, Fields, Optional, Shape } from './fields/field.js';
export {
  count,
  decimal,
  flag,
  instant,
  listOf,
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
export { topic } from './topic.js';
export type { About, Cleanup, Topic, TopicDeclaration, TopicOptions } from './topic.js';
