export { connect, type ConnectOptions, type RideClient } from './connect.js';
export type { Following } from './events.js';
export { answerOf, NoAnswer, RideProblem, type InvalidField } from './problem.js';
export {
  services,
  type ApiName,
  type LiveEvent,
  type LiveEvents,
  type Paths,
  type Schemas,
  type ServiceName,
} from './services.js';
