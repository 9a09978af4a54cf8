export { createDatabase, dropDatabase } from './databases.js';
export { LiveEvents, type LiveEvent } from './events.js';
export { FactLog, type Logged, type LoggedFact, type Saying } from './fact-log.js';
export { TestIssuer, type Role } from './issuer.js';
export type { Catalogue, Mutant } from './mutant.js';
export { AnswerCheck } from './openapi/answers.js';
export { describeDocument } from './openapi/suite.js';
export { ServiceUnderTest, serviceUnderTest, type Answer, type Asking, type Options } from './service-under-test.js';
export { Arrivals, eventually } from './waiting.js';
