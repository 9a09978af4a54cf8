/** The service of the redrive benchmark: its handler writes down, in the fact's own row, what it has heard in which order. */
import { RideAccepted } from '@ride/events';
import { v7 } from 'uuid';
import { NonRetriable, On, type Tx } from '../../src/index.js';
import { smallService } from '../../test/support/small-service.js';
import { job } from '../support/child.js';
import { HEARD_TABLE, HeardRow } from '../support/heard-row.js';
import { numberOf } from '../support/numbered.js';
import type { RedriveJob, Tells } from '../support/redrive-job.js';

const { isMended, killAtCall } = job<RedriveJob>();
let calls = 0;

class Handlers {
  @On(RideAccepted)
  async accepted({ data }: RideAccepted, tx: Tx): Promise<void> {
    if (!isMended) throw new NonRetriable('not_mended', 'the cause is not mended yet');
    calls += 1;
    if (calls === killAtCall) process.kill(process.pid, 'SIGKILL');
    const row = await tx.load(HeardRow, data.rideId);
    tx.save(HeardRow, { id: data.rideId, numbers: [...(row?.numbers ?? []), numberOf(data.offerId)] });
  }
}

const { app, runtime } = await smallService(Handlers, HEARD_TABLE, 'booking', { retry: { whenDead: 'release' } });
app.enableShutdownHooks();
process.on('message', () => {
  const id = v7();
  runtime.deadLetters.repair({ id, kind: 'replay', selection: { all: true }, who: v7() }).then(
    () => tell({ order: id }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
await app.listen();
tell('hears');

function tell(what: Tells): void {
  process.send!(what);
}
