import type { Decider } from '@ride/decider';
import {
  DriverBecameAvailable,
  DriverBecameUnavailable,
  RideAccepted,
  RideDeclined,
  RideOffered,
  type Made,
} from '@ride/events';
import { Entity } from 'typeorm';
import { v7 } from 'uuid';
import {
  DECISION_COLUMNS,
  deciderStore,
  DecisionHistoryRow,
  DecisionRow,
  HISTORY_COLUMNS,
  On,
  type Heard,
  type Tx,
} from '../src/index.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  smallService,
  until,
  type SmallService,
} from './support/small-service.js';

/** On rides.v1, where many speak: declines what nobody has answered. */
type Offer = { readonly is: 'none' | 'open' | 'accepted' | 'declined'; readonly offer?: RideOffered['data'] };
const offer: Decider<Offer, never, RideOffered | RideAccepted | RideDeclined, Made<typeof RideDeclined>> = {
  initial: { is: 'none' },
  decide: () => [],
  react: () => [],
  evolve: (state, { type, data }) => {
    switch (type) {
      case 'RideOffered':
        return { is: 'open', offer: data as RideOffered['data'] };
      case 'RideAccepted':
        return { ...state, is: 'accepted' };
      case 'RideDeclined':
        return state.is === 'open' ? { ...state, is: 'declined' } : state;
    }
  },
  deadline: {
    at: ({ is, offer }) => (is === 'open' && offer ? offer.expiresAt : null),
    passed: ({ offer }) =>
      offer
        ? [RideDeclined({ rideId: offer.rideId, offerId: offer.offerId, driverId: offer.driverId, reason: 'late' })]
        : [],
  },
};

/** On driver-availability.v1, where this service alone speaks. */
type Shift = { readonly is: 'off' | 'on' | 'broken'; readonly driverId?: string; readonly until?: number };
type ShiftCommand = { readonly driverId: string; readonly until: number; readonly broken?: true };
const shift: Decider<
  Shift,
  ShiftCommand,
  DriverBecameUnavailable,
  Made<typeof DriverBecameAvailable | typeof DriverBecameUnavailable>
> = {
  initial: { is: 'off' },
  decide: (_, { driverId, until, broken }) => [
    DriverBecameAvailable({
      driverId,
      location: { lat: 0, lng: 0 },
      area: broken ? 'broken' : 'here',
      vehicleClass: 'standard',
      version: until,
    }),
  ],
  react: () => [],
  evolve: (state, { type, data }) => {
    switch (type) {
      case 'DriverBecameAvailable':
        return { is: data.area === 'broken' ? 'broken' : 'on', driverId: data.driverId, until: data.version };
      case 'DriverBecameUnavailable':
        return { is: 'off', ...(state.driverId !== undefined && { driverId: state.driverId }) };
    }
  },
  deadline: {
    at: ({ is, until }) => (is === 'off' ? null : (until ?? null)),
    passed: ({ is, driverId }) => {
      if (is === 'broken') throw new Error('this deadline has a bug');
      return [DriverBecameUnavailable({ driverId: driverId!, reason: 'silent', version: 2 })];
    },
  },
};

@Entity('offer_state')
class OfferStateRow extends DecisionRow<Offer> {}
@Entity('offer_history')
class OfferHistoryRow extends DecisionHistoryRow {}
@Entity('shift')
class ShiftRow extends DecisionRow<Shift> {}
const offers = deciderStore(OfferStateRow, offer, { history: OfferHistoryRow });
const shifts = deciderStore(ShiftRow, shift);

const TABLES = `CREATE TABLE offer_state (${DECISION_COLUMNS}); CREATE TABLE shift (${DECISION_COLUMNS});
  CREATE TABLE offer_history (${HISTORY_COLUMNS})`;

const heardDeclines: Heard<typeof RideDeclined>[] = [];
const heardSilence: Heard<typeof DriverBecameUnavailable>[] = [];

class Handlers {
  @On(RideOffered, RideAccepted, RideDeclined)
  async follow(fact: Heard<typeof RideOffered | typeof RideAccepted | typeof RideDeclined>, tx: Tx): Promise<void> {
    await offers.react(tx, fact.data.rideId, fact);
    if (fact.type === 'RideDeclined') tx.afterCommit(() => void heardDeclines.push(fact));
  }
  @On(DriverBecameUnavailable)
  silence(fact: Heard<typeof DriverBecameUnavailable>, tx: Tx): void {
    tx.afterCommit(() => void heardSilence.push(fact));
  }
}

describe('decisions', () => {
  let service: SmallService;
  /** More instances of it. */
  const others: SmallService[] = [];
  let saying: Saying;
  const work = () => service.runtime.unitOfWork;
  const offered = (rideId: string, expiresAt: number) =>
    RideOffered({
      rideId,
      offerId: v7(),
      driverId: v7(),
      round: 1,
      pickup: { lat: 0, lng: 0 },
      dropoff: { lat: 0, lng: 0 },
      fareEstimate: { minor: 100, currency: 'USD' },
      pickupEtaSeconds: 1,
      expiresAt,
    });
  const history = async (
    of: string,
  ): Promise<{ type: string; said: boolean; version: number; data: object; time: Date }[]> =>
    service.runtime.data.query(
      'SELECT type, said, version, data, time FROM offer_history WHERE of = $1 ORDER BY version',
      [of],
    );

  beforeAll(async () => {
    ownNamespace();
    await createDatabase('driver');
    service = await smallService(Handlers, TABLES, 'driver');
    await service.app.listen();
    saying = await Saying.open();
  });
  afterAll(async () => {
    await Promise.all([service, ...others].map(({ app }) => app.close()));
    await saying.close();
    await dropDatabase('driver');
  });

  it('on a shared topic a deadline is only said; it counts when it is heard back', async () => {
    const [rideId, id] = [v7(), v7()];
    await saying.say([{ fact: offered(rideId, Date.now() - 1_000), id }]);
    const [declined] = await until(
      () => Promise.resolve(heardDeclines.filter((f) => f.data.rideId === rideId)),
      (all) => all.length > 0,
    );
    expect((await offers.state(work(), rideId)).is).toBe('declined');
    expect(declined!.correlationId).toBe(rideId);
    // Both facts were heard: the sweep itself folded nothing.
    expect(await history(rideId)).toMatchObject([
      { type: 'RideOffered', said: false, version: 1 },
      { type: 'RideDeclined', said: false, version: 2 },
    ]);
  });

  it('on a shared topic what stands in the log before the deadline wins, however late it is read', async () => {
    const rideId = v7();
    const fact = offered(rideId, Date.now() - 60_000);
    const { offerId, driverId } = fact.data;
    await saying.say([{ fact }, { fact: RideAccepted({ rideId, offerId, driverId }) }]);
    await until(
      () => offers.state(work(), rideId),
      (state) => state.is === 'accepted',
    );
    // A later deadline is passed, so an earlier one would have been.
    const later = v7();
    await saying.say([{ fact: offered(later, Date.now() - 1) }]);
    await until(
      () => offers.state(work(), later),
      (state) => state.is === 'declined',
    );
    expect((await offers.state(work(), rideId)).is).toBe('accepted');
  });

  it('says a deadline once, also when other facts are heard before it comes back', async () => {
    const rideId = v7();
    await saying.say([{ fact: offered(rideId, Date.now() - 1_000) }]);
    await until(
      () => offers.state(work(), rideId),
      (state) => state.is === 'declined',
    );
    const row = await work().read(OfferStateRow, rideId);
    expect([row?.dueAt, row?.deadlineSaidAt]).toEqual([null, expect.any(Date)]);
    expect(heardDeclines.filter((f) => f.data.rideId === rideId)).toHaveLength(1);
  });

  it('says a deadline again when what was said changed nothing: what came before it in the log was due, too', async () => {
    const rideId = v7();
    const [first, second] = [offered(rideId, Date.now() - 1_000), offered(rideId, Date.now() - 1_000)];
    await saying.say([{ fact: first }]);
    await until(
      () => offers.state(work(), rideId),
      (state) => state.is === 'declined',
    );
    await saying.say([{ fact: second }]);
    const row = await until(
      () => work().read(OfferStateRow, rideId),
      (now) => now?.state.is === 'open',
    );
    expect(row!.dueAt!.getTime()).toBeGreaterThan(row!.deadlineSaidAt!.getTime());
    await service.runtime.data.query('UPDATE offer_state SET due_at = now() WHERE id = $1', [rideId]);
    await until(
      () => offers.state(work(), rideId),
      (state) => state.is === 'declined',
    );
    const declined = heardDeclines.filter((f) => f.data.rideId === rideId);
    expect(declined.map(({ data }) => data.offerId)).toEqual([first.data.offerId, second.data.offerId]);
  });

  it('on a topic of its own a deadline is folded at once, because of what moved the row last', async () => {
    const driverId = v7();
    const cause = { id: v7(), correlationId: v7() };
    await work().run(cause, (tx) => shifts.decide(tx, driverId, { driverId, until: Date.now() - 1 }));
    const [silent] = await until(
      () => Promise.resolve(heardSilence.filter((f) => f.data.driverId === driverId)),
      (all) => all.length > 0,
    );
    expect(silent).toMatchObject({ data: { reason: 'silent' }, correlationId: cause.correlationId });
    expect(await shifts.state(work(), driverId)).toEqual({ is: 'off', driverId });
    expect(heardSilence.filter((f) => f.data.driverId === driverId)).toHaveLength(1);
  });

  it('looks again when a deadline is due: the policy may say later than the row did', async () => {
    const driverId = v7();
    const later = Date.now() + 60_000;
    const cause = { id: v7(), correlationId: v7() };
    await work().run(cause, (tx) => shifts.decide(tx, driverId, { driverId, until: later }));
    await service.runtime.data.query("UPDATE shift SET due_at = now() - interval '1 second' WHERE id = $1", [driverId]);
    await until(
      () => work().read(ShiftRow, driverId),
      (row) => row?.dueAt?.getTime() === later,
    );
    expect((await shifts.state(work(), driverId)).is).toBe('on');
  });

  it('puts off a deadline that fails and shows it; others go on', async () => {
    const [broken, fine] = [v7(), v7()];
    const cause = { id: v7(), correlationId: v7() };
    await work().run(cause, (tx) =>
      shifts.decide(tx, broken, { driverId: broken, until: Date.now() - 10, broken: true }),
    );
    await work().run(cause, (tx) => shifts.decide(tx, fine, { driverId: fine, until: Date.now() - 1 }));
    await until(
      () => shifts.state(work(), fine),
      (state) => state.is === 'off',
    );
    const [failed] = await until(
      () =>
        service.runtime.data.query(
          'SELECT attempts, error, next_at > now() AS later FROM failed_deadline WHERE id = $1',
          [broken],
        ),
      (rows: object[]) => rows.length > 0,
    );
    expect(failed).toMatchObject({ attempts: expect.any(Number), error: 'Error: this deadline has a bug' });
    expect((await shifts.state(work(), broken)).is).toBe('broken');
  });

  it('leaves the deadline of a blocked key alone until the key is free', async () => {
    const [blocked, other] = [v7(), v7()];
    const cause = { id: v7(), correlationId: v7() };
    const key = Buffer.from(blocked);
    const { data } = service.runtime;
    await data.query("INSERT INTO blocked_key (subscription, topic, key) VALUES ('driver', 'drivers.v1', $1)", [key]);
    const goOn = async (driverId: string) => {
      await data.query('INSERT INTO shift (id, state, version, due_at, cause) VALUES ($1, $2, 1, now(), $3)', [
        driverId,
        { is: 'on', driverId, until: Date.now() - 1 },
        cause,
      ]);
    };
    await goOn(blocked);
    await goOn(other);
    await until(
      () => shifts.state(work(), other),
      (state) => state.is === 'off',
    );
    expect((await shifts.state(work(), blocked)).is).toBe('on');
    expect(await data.query('SELECT FROM failed_deadline WHERE id = $1', [blocked])).toEqual([]);
    await data.query('DELETE FROM blocked_key WHERE key = $1', [key]);
    await until(
      () => shifts.state(work(), blocked),
      (state) => state.is === 'off',
    );
  });

  it('keeps a history whose fold is the row', async () => {
    const rideId = v7();
    const fact = offered(rideId, Date.now() + 60_000);
    const { offerId, driverId } = fact.data;
    await saying.say([{ fact }, { fact: RideAccepted({ rideId, offerId, driverId }) }]);
    const state = await until(
      () => offers.state(work(), rideId),
      ({ is }) => is === 'accepted',
    );
    const facts = await history(rideId);
    expect(facts.map(({ version }) => version)).toEqual([1, 2]);
    const folded = facts.reduce<Offer>((s, f) => offer.evolve(s, f as never, f.time.getTime()), offer.initial);
    expect(folded).toEqual(state);
  });

  it('says a deadline once, however many instances look', async () => {
    others.push(...(await Promise.all([1, 2].map(() => smallService(Handlers, TABLES, 'driver')))));
    await Promise.all(others.map(({ app }) => app.listen()));
    const soon = Date.now() + 1_500;
    const facts = Array.from({ length: 100 }, () => offered(v7(), soon));
    await saying.say(facts.map((fact) => ({ fact })));
    const all = async (is: Offer['is']) => {
      const states = await Promise.all(facts.map(({ key }) => offers.state(work(), key)));
      return states.every((state) => state.is === is);
    };
    await until(
      () => all('declined'),
      (are) => are,
    );
    await until(
      () => service.runtime.data.query('SELECT FROM outbox'),
      (rows: object[]) => rows.length === 0,
    );
    // Heard behind whatever was said of the same ride.
    await saying.say(facts.map(({ data }) => ({ fact: RideAccepted(data) })));
    await until(
      () => all('accepted'),
      (are) => are,
    );
    const rides = new Set(facts.map(({ key }) => key));
    expect(heardDeclines.filter(({ data }) => rides.has(data.rideId))).toHaveLength(100);
  });
});
