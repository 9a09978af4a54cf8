/** The service of the isolation benchmark: inbox, locked row, write, outbox; one key fails when told to. */
import { RideAcceptanceRefused, RideAccepted } from '@ride/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { On, type Heard, type Tx } from '../../src/index.js';
import { smallService, until } from '../../test/support/small-service.js';
import { job } from '../support/child.js';
import type { IsolationJob, RunReport, Told } from '../support/isolation-job.js';
import { numberOf } from '../support/numbered.js';

@Entity('last_heard')
class LastHeardRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') number!: number;
}

const { failing } = job<IsolationJob>();
let broken = false;
let failures = 0;
let ofFailing = 0;
let latencies: number[] = [];

class Handlers {
  @On(RideAccepted)
  async accepted({ data, time }: Heard<typeof RideAccepted>, tx: Tx): Promise<void> {
    const number = numberOf(data.offerId);
    const isFailing = data.rideId === failing;
    if (isFailing && broken) {
      failures += 1;
      throw new Error('broken, as the benchmark wants it');
    }
    const row = await tx.load(LastHeardRow, data.rideId);
    if (row !== undefined && row.number >= number) end(`${number} of ${data.rideId} came after ${row.number}`);
    tx.save(LastHeardRow, { id: data.rideId, number });
    tx.publish(RideAcceptanceRefused({ ...data, reason: 'already_booked' }));
    tx.afterCommit(() => {
      if (isFailing) ofFailing += 1;
      else latencies.push(Date.now() - time);
    });
  }
}

function end(why: string): never {
  console.error(why);
  process.exit(1);
}

async function obey(told: Told): Promise<RunReport | object> {
  if ('begin' in told) {
    broken = told.begin.broken;
    failures = ofFailing = 0;
    latencies = [];
    return {};
  }
  if ('others' in told) {
    await until(
      () => Promise.resolve(latencies.length),
      (count) => count >= told.others,
      60_000,
    );
    return { latencies, failures } satisfies RunReport;
  }
  broken = false;
  await until(
    () => Promise.resolve(ofFailing),
    (count) => count >= told.mendedOf,
    60_000,
  );
  return {};
}

const { app } = await smallService(Handlers, 'CREATE TABLE last_heard (id uuid PRIMARY KEY, number int NOT NULL)');
app.enableShutdownHooks();
await app.listen();
process.on('message', (told: Told) => {
  obey(told).then(
    (answer) => process.send!(answer),
    (error: unknown) => end(String(error)),
  );
});
process.send!({});
