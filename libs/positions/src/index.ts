export { PositionConnection, type ViewOptions } from './connection.js';
export { NewestTimes } from './newest-times.js';
export type { Around } from './near.script.js';
export { keptKeyOf, keysOf } from './position-keys.js';
export { Positions, type Position } from './positions.js';
export { PositionsModule } from './positions.module.js';
export { soon } from './soon.js';
