/** Effects in the stock NestJS Kafka transport. */
import { answer, job } from '../support/child.js';
import { Effects, type EffectsJob } from '../support/effects.js';
import { numberOf } from '../support/numbered.js';
import { stockNest } from '../support/stock-nest.js';

const effects = new Effects(job<EffectsJob>());
const stop = await stockNest(({ rideId, offerId }) => effects.happen(rideId, numberOf(offerId)));
const time = await effects.all();
await stop();
answer(time);
