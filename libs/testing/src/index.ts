export { createDatabase, dropDatabase } from './databases.js';
export { LiveEvents, type LiveEvent } from './events.js';
export { FactLog, type Logged, type LoggedFact, type Saying } from './fact-log.js';
export { TestIssuer, type Role } from './issuer.js';
export type { Catalogue, Mutant } from './mutant.js';
export { ServiceUnderTest, serviceUnderTest, type Answer, type Asking, type Options } from './service-under-test.js';
export { Arrivals, eventually } from './waiting.js';
