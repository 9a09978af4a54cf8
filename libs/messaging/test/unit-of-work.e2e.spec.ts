import {
  RideAcceptanceRefused,
  RideAccepted,
  RideCancellationRefused,
  RideDeclined,
  RideOfferWithdrawn,
  type NewFact,
} from '@ride/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { On, type Heard, type Tx } from '../src/index.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  smallService,
  until,
  type SmallService,
} from './support/small-service.js';

@Entity('tally')
class TallyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') seen!: string[];
}
/** An entity without a table: whatever reads it fails in PostgreSQL. */
@Entity('nowhere')
class NowhereRow {
  @PrimaryColumn('uuid') id!: string;
}
const TABLES = 'CREATE TABLE tally (id uuid PRIMARY KEY, seen jsonb NOT NULL)';

async function note(tx: Tx, id: string, what: string): Promise<void> {
  const row = await tx.load(TallyRow, id);
  tx.save(TallyRow, { id, seen: [...(row?.seen ?? []), what] });
}

/** What the handlers below are told to do; a test sets it. */
const behaviour = { fail: (_: string): void => undefined, write: (offerId: string) => offerId, circle: false };
const refusals: unknown[] = [];

class Handlers {
  @On(RideAccepted)
  async accepted({ data }: RideAccepted, tx: Tx): Promise<void> {
    if (behaviour.circle) {
      // Odd and even rides take the two rows in opposite order, in turns of their own.
      const both = [data.driverId, data.offerId];
      for (const id of data.rideId.endsWith('1') ? both : both.reverse()) await note(tx, id, data.rideId);
      return;
    }
    await note(tx, data.rideId, behaviour.write(data.offerId));
    behaviour.fail(data.offerId);
    await note(tx, data.driverId, data.offerId);
    tx.publish(RideAcceptanceRefused({ ...data, reason: 'driver_busy' }));
  }
  @On(RideOfferWithdrawn)
  async withdrawn({ data: { rideId, driverId, offerId } }: RideOfferWithdrawn, tx: Tx): Promise<void> {
    await note(tx, rideId, offerId);
    try {
      tx.publish(RideAcceptanceRefused({ rideId, driverId, offerId, reason: 'offer_withdrawn' }));
    } catch (refused) {
      refusals.push(refused);
    }
    tx.publish(RideCancellationRefused({ rideId, by: 'rider', reason: 'ride_ended' }));
  }
  @On(RideDeclined)
  async declined(fact: Heard<typeof RideDeclined>, tx: Tx): Promise<void> {
    await note(tx, fact.data.rideId, fact.correlationId);
  }
}

describe('the unit of work, hearing facts', () => {
  let service: SmallService;
  let saying: Saying;
  const accepted = (rideId: string, driverId: string, offerId = v7()) => RideAccepted({ rideId, driverId, offerId });
  const seen = async (id: string): Promise<string[]> => {
    const rows: TallyRow[] = await service.runtime.data.query('SELECT seen FROM tally WHERE id = $1', [id]);
    return rows[0]?.seen ?? [];
  };
  const count = async (sql: string, values: unknown[] = []): Promise<number> => {
    const [row]: { n: string }[] = await service.runtime.data.query(`SELECT count(*) AS n FROM ${sql}`, values);
    return Number(row!.n);
  };

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    service = await smallService(Handlers, TABLES);
    await service.app.listen();
    saying = await Saying.open();
  });
  afterAll(async () => {
    await service.app.close();
    await saying.close();
    await dropDatabase();
  });
  beforeEach(() => {
    Object.assign(behaviour, { fail: () => undefined, write: (offerId: string) => offerId, circle: false });
  });

  it('splits a batch whose handlers wait for each other in a circle', async () => {
    behaviour.circle = true;
    const [a, b] = [v7(), v7()];
    const rides = Array.from({ length: 20 }, (_, n) => v7().slice(0, -1) + String(n % 2));
    await saying.say(rides.map((rideId) => ({ fact: RideAccepted({ rideId, driverId: a, offerId: b }) })));
    await until(
      () => seen(a),
      (all) => all.length === rides.length,
    );
    expect(new Set(await seen(b))).toEqual(new Set(rides));
  });

  it('gives up only the fact whose handler writes what PostgreSQL refuses', async () => {
    const driverId = v7();
    const facts = Array.from({ length: 50 }, () => accepted(v7(), driverId));
    const nul = facts[20]!.data;
    behaviour.write = (offerId) => (offerId === nul.offerId ? '\0' : offerId);
    await saying.say(facts.map((fact) => ({ fact })));
    await until(
      () => seen(driverId),
      (all) => all.length === facts.length - 1,
    );
    const [dead]: { code: string; error: string }[] = await service.runtime.data.query(
      'SELECT code, error FROM failed_fact WHERE key = $1',
      [Buffer.from(nul.rideId)],
    );
    // 22P05: a NUL can't stand in jsonb.
    expect(dead).toEqual({ code: '22P05', error: expect.stringContaining('unsupported Unicode') });
  });

  it('commits nothing of a batch in which a state cannot be written as JSON, and gives up that fact alone', async () => {
    const driverId = v7();
    const facts = Array.from({ length: 20 }, () => accepted(v7(), driverId));
    const bad = facts[7]!.data;
    behaviour.write = (offerId) => (offerId === bad.offerId ? (1n as never) : offerId);
    await saying.say(facts.map((fact) => ({ fact })));
    await until(
      () => seen(driverId),
      (all) => all.length === facts.length - 1,
    );
    await until(
      () => count('failed_fact WHERE key = $1', [Buffer.from(bad.rideId)]),
      (n) => n === 1,
    );
    expect(new Set(await seen(driverId))).toEqual(
      new Set(facts.map(({ data }) => data.offerId).filter((offerId) => offerId !== bad.offerId)),
    );
    expect(await seen(bad.rideId)).toEqual([]);
  });

  it('lets no primary fact follow from a secondary one, which only updates tables', async () => {
    const [rideId, driverId, offerId] = [v7(), v7(), v7()];
    await saying.say([{ fact: RideOfferWithdrawn({ rideId, driverId, offerId, reason: 'ride_booked' }) }]);
    await until(
      () => seen(rideId),
      (all) => all.length > 0,
    );
    expect(refusals).toEqual([expect.objectContaining({ code: 'publish_refused' })]);
  });
});

describe('the unit of work, run by requests', () => {
  let service: SmallService;
  const cause = () => ({ id: v7(), correlationId: v7() });
  const seen = async (id: string) => (await service.runtime.unitOfWork.read(TallyRow, id))?.seen ?? [];

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    class Nobody {}
    service = await smallService(Nobody, TABLES);
    await service.app.listen();
  });
  afterAll(async () => {
    await service.app.close();
    await dropDatabase();
  });

  /** Lets a number of parties go when all have come; later ones pass at once. */
  const gate = (parties: number) => {
    const open = Promise.withResolvers<void>();
    return () => {
      if (--parties <= 0) open.resolve();
      return open.promise;
    };
  };

  it('lets the second of two units that create one row see what the first has left', async () => {
    const id = v7();
    const bothHaveLooked = gate(2);
    await Promise.all(
      ['a', 'b'].map((what) =>
        service.runtime.unitOfWork.round(cause(), async (tx) => {
          const row = await tx.load(TallyRow, id);
          await bothHaveLooked();
          tx.save(TallyRow, { id, seen: [...(row?.seen ?? []), what] });
        }),
      ),
    );
    expect((await seen(id)).sort()).toEqual(['a', 'b']);
  });

  it('runs again, locking in order, when two units take two rows in opposite order', async () => {
    const ids = [v7(), v7()];
    for (const id of ids) await service.runtime.unitOfWork.run(cause(), (tx) => note(tx, id, 'first'));
    const bothHaveOne = gate(2);
    await Promise.all(
      [ids, [...ids].reverse()].map((order, which) =>
        service.runtime.unitOfWork.round(cause(), async (tx) => {
          await note(tx, order[0]!, String(which));
          await bothHaveOne();
          await note(tx, order[1]!, String(which));
        }),
      ),
    );
    for (const id of ids) expect((await seen(id)).sort()).toEqual(['0', '1', 'first']);
  });

  it('does not take for done what PostgreSQL has rolled back, though the work hid the error and wrote nothing', async () => {
    const work = service.runtime.unitOfWork.run(cause(), (tx) => tx.load(NowhereRow, v7()).catch(() => undefined));
    await expect(work).rejects.toThrow('rolled back');
  });

  it('leaves nothing of work that throws, and throws what it threw', async () => {
    const id = v7();
    const thrown = new Error('no');
    const failing = service.runtime.unitOfWork.run(cause(), async (tx) => {
      await note(tx, id, 'a');
      throw thrown;
    });
    await expect(failing).rejects.toBe(thrown);
    expect(await seen(id)).toEqual([]);
  });

  it('refuses a fact whose key is no row that the Tx holds, and one that another service says', async () => {
    const [rideId, driverId, offerId] = [v7(), v7(), v7()];
    const saying = (fact: NewFact) =>
      service.runtime.unitOfWork.run(cause(), async (tx) => {
        await note(tx, driverId, 'x');
        tx.publish(fact);
      });
    await expect(
      saying(RideAcceptanceRefused({ rideId, driverId, offerId, reason: 'ride_ended' })),
    ).rejects.toMatchObject({
      code: 'publish_refused',
    });
    await expect(saying(RideAccepted({ rideId: driverId, driverId, offerId }))).rejects.toMatchObject({
      code: 'publish_refused',
    });
  });

  it('refuses a Tx that is used after its handler has returned', async () => {
    let kept: Tx | undefined;
    await service.runtime.unitOfWork.run(cause(), async (tx) => void (kept = tx));
    await expect(kept!.load(TallyRow, v7())).rejects.toThrow('This Tx is over');
  });
});
