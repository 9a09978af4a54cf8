export type { Decider } from './decider.js';
export { given } from './given.js';
export type { Given, When } from './given.js';
export type { Outcome } from './outcome.js';
export { Rejected, rejections } from './rejected.js';
export { isNews, sayAgainIn, UNSAID, versionsAfter } from './say-again.js';
export type { Versions } from './say-again.js';
export { transitionsIn, transitionsOf } from './transitions.js';
export type { Transition, World } from './transitions.js';
