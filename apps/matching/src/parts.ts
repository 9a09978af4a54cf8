/** This service without its infrastructure: what infra/world joins with the others, and nobody else may import. */
export { DriverRow, isFree } from './drivers.js';
export { MatchingHandlers } from './matching.handlers.js';
export { OpenOfferRow } from './open-offers.js';
export { PositionHandlers } from './position.handlers.js';
export { RoundReads, type OpenRow } from './round-reads.js';
export { Round } from './round.js';
export { Rounds } from './rounds.js';
export type { Search } from './search.state.js';
export { SearchRow } from './searches.js';
