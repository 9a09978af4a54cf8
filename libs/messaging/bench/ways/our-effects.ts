/** Effects in ours: `@Effect`, many keys at once, in order within a key, each fact marked when it is done. */
import { RideAccepted } from '@ride/events';
import { Effect, type Heard } from '../../src/index.js';
import { smallService, until } from '../../test/support/small-service.js';
import { answer, job } from '../support/child.js';
import { Effects, type EffectsJob } from '../support/effects.js';
import { numberOf } from '../support/numbered.js';

const given = job<EffectsJob>();
const effects = new Effects(given);

class Handlers {
  @Effect({ name: 'measured', deadlineMs: 10_000, greatestAgeMs: 3_600_000, atOnce: given.atOnce }, RideAccepted)
  async measured({ data }: Heard<typeof RideAccepted>): Promise<void> {
    await effects.happen(data.rideId, numberOf(data.offerId));
  }
}

const { app, runtime } = await smallService(Handlers, 'SELECT', 'booking', { relay: false });
await app.listen();
const time = await effects.all();
// Each fact is marked as done, shortly after its effect.
await until(
  async () => {
    const [row]: { n: number }[] = await runtime.data.query('SELECT count(*)::int AS n FROM inbox');
    return row!.n;
  },
  (marked) => marked === given.facts,
);
await app.close();
answer(time);
