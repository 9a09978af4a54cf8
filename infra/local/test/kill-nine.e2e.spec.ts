import { services, type ServiceName } from '../src/infrastructure.js';
import { killNine } from '../src/kill-nine.js';
import { FiveServices } from './journey/five-services.js';
import { simulate, trips, type Simulated } from './journey/simulator.js';
import { follow, recordsIn } from './journey/topics.js';

const RIDES = 60;
const ENDINGS = ['ride.BookingCompleted', 'ride.RideCancelled', 'ride.RideUnfulfilled'];

const RATES = { '--decline': '10%', '--ignore': '5%', '--cancel-rider': '5%', '--cancel-driver': '5%' };

/** Each service dies when so many facts of that kind stand in the log: in the middle of what it does with them. */
const KILLS: readonly { readonly service: ServiceName; readonly at: string; readonly count: number }[] = [
  { service: 'rider', at: 'ride.RideRequested', count: 8 },
  { service: 'matching', at: 'ride.RideOffered', count: 16 },
  { service: 'driver', at: 'ride.RideAccepted', count: 24 },
  { service: 'booking', at: 'ride.BookingCreated', count: 30 },
  { service: 'notification', at: 'ride.BookingCompleted', count: 34 },
];

describe('kill -9 of each service in the middle of a simulation', () => {
  let five: FiveServices;
  let run: Simulated;
  const killed: ServiceName[] = [];
  /** How many rides had not ended when a service was killed. */
  const openAt: number[] = [];

  beforeAll(async () => {
    // Deadlines that pass within the test; one place on the map, so that nobody's radius must grow first.
    five = await FiveServices.start({
      RIDE_SEARCH_MS: '60000',
      RIDE_OFFER_MS: '5000',
      RIDE_WAITING_MS: '5000',
      RIDE_RADII_METRES: '8000',
      RIDE_LOG_LEVEL: 'warn',
    });
    const stop = await killAlongTheWay();
    run = await simulate(five, { trips: trips(RIDES, 30), drivers: 40, speed: 60, rates: RATES });
    await stop();
  }, 240_000);

  afterAll(() => five?.stop(), 60_000);

  /** Follows the log and kills the next service when its time has come and the one before it is back. */
  async function killAlongTheWay(): Promise<() => Promise<void>> {
    const seen = new Map<string, Set<string>>();
    const count = (type: string): number => seen.get(type)?.size ?? 0;
    let over = false;
    let killing: Promise<void> | undefined;
    const look = (): void => {
      const next = KILLS[killed.length];
      if (over || killing !== undefined || next === undefined || count(next.at) < next.count) return;
      killed.push(next.service);
      openAt.push(RIDES - ENDINGS.reduce((sum, type) => sum + count(type), 0));
      killing = killNine(five.layout, next.service, five.url(next.service)).then(() => {
        killing = undefined;
        look();
      });
      // Thrown when the run is over, to whoever waits for it then.
      killing.catch(() => undefined);
    };
    const stop = await follow(five.kafka(), [five.topic('rides.v1')], ({ headers, key }) => {
      const type = headers['ce_type'] ?? '';
      seen.set(type, (seen.get(type) ?? new Set()).add(`${key}`));
      look();
    });
    return async () => {
      over = true;
      await stop();
      await killing;
    };
  }

  it('has killed each while rides were open, and the keeper has started it again', () => {
    expect(killed).toEqual(KILLS.map(({ service }) => service));
    expect(openAt.filter((open) => open > 0)).toHaveLength(KILLS.length);
    const died = five.told.flatMap((event) => (event.kind === 'died' ? [[event.name, event.how]] : []));
    expect(died).toEqual(killed.map((service) => [service, 'signal SIGKILL']));
  });

  it('reconciles: five services agree on how each ride ended, once, and nothing is left to deliver', () => {
    if (run.exitCode !== 0) throw new Error(`The simulator ended with ${run.exitCode}:\n${run.output}`);
    expect(run.summary).toMatchObject({ reconciliation: { rides: RIDES, reconciled: RIDES, ok: true } });
    expect(run.summary?.rides['completed']).toBeGreaterThan(RIDES / 2);
  });

  it('had every mishap on the way', async () => {
    const types = (await recordsIn(five.kafka(), [five.topic('rides.v1')])).map(({ headers }) => headers['ce_type']);
    const mishaps = ['RideDeclined', 'RideOfferExpired', 'RideCancelled', 'BookingCancelled'].map((it) => `ride.${it}`);
    expect(mishaps.filter((type) => !types.includes(type))).toEqual([]);
  });

  it('has one end of each ride in the log, and one request', async () => {
    const facts = new Map<string, Set<string>>();
    for (const { headers, key } of await recordsIn(five.kafka(), [five.topic('rides.v1')])) {
      const kind = ENDINGS.includes(headers['ce_type'] ?? '') ? 'end' : headers['ce_type'];
      facts.set(`${key} ${kind}`, (facts.get(`${key} ${kind}`) ?? new Set()).add(headers['ce_id'] ?? ''));
    }
    const of = (kind: string): number[] =>
      [...facts].filter(([name]) => name.endsWith(` ${kind}`)).map(([, ids]) => ids.size);
    expect(of('ride.RideRequested')).toEqual(Array.from({ length: RIDES }, () => 1));
    expect(of('end')).toEqual(Array.from({ length: RIDES }, () => 1));
    expect(services).toHaveLength(killed.length);
  });
});
