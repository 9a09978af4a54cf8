export { estimateFare, fareFor, type Estimate, type Priced, type Trip, type VehicleClass } from './fare.js';
export { cancellationFee, noFee, noShowFee, waitingFee } from './fees.js';
export { plus, type Money } from './money.js';
export { settleFare, type Settlement } from './settlement.js';
export { MOST_SURGE, nextSurge, noSurge, surgeAt, type Demand, type Surge } from './surge.js';
