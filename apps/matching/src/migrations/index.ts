export { Matching1764000000100 } from './matching-1764000000100.js';
