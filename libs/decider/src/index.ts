export type { Decider } from './decider.js';
export { given } from './given.js';
export type { Given, When } from './given.js';
export type { Outcome } from './outcome.js';
export { Rejected, rejections } from './rejected.js';
