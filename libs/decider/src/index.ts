export type { Decider } from './decider.js';
export { Rejected, rejections } from './rejected.js';
