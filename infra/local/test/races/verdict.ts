import { type Logged } from './ride-log.js';
import { type Finish } from './lane.js';

const ENDINGS: Readonly<Record<string, string>> = {
  BookingCompleted: 'completed',
  RideCancelled: 'cancelled',
  RideUnfulfilled: 'unfulfilled',
};
const RACERS: Readonly<Record<string, string>> = {
  RideAccepted: 'accepted',
  RideOfferExpired: 'expired',
  RideCancellationRequested: 'wants out',
};

/** What the log has of a race: in which order its facts crossed, how far apart they were, and how the ride ended. */
export interface Photo {
  readonly order: string;
  readonly ended: string;
  /** Between the first and the last of acceptance, expiry and wish; undefined when not all three were said. */
  readonly spanMs: number | undefined;
}

export function photoOf(log: readonly Logged[]): Photo {
  const racers = log.filter(({ type }) => type in RACERS);
  const times = racers.map(({ time }) => time);
  return {
    order: racers.map(({ type }) => RACERS[type]).join(', '),
    ended: endingsIn(log).join(', '),
    spanMs: racers.length === 3 ? Math.max(...times) - Math.min(...times) : undefined,
  };
}

/** What is wrong with a race, in words: one end, which both saw; one answer to the acceptance, one to the wish. */
export function faultsOf(
  { rideId, riderSaw, acceptance, cancellation }: Finish,
  log: readonly Logged[],
): readonly string[] {
  const count = (...types: readonly string[]) => log.filter(({ type }) => types.includes(type)).length;
  const [ended, ...more] = endingsIn(log);
  const faults = [
    ended === undefined || more.length > 0 ? `it ended ${more.length + (ended === undefined ? 0 : 1)} times` : [],
    riderSaw === ended ? [] : `it ended ${ended}, and its rider saw ${riderSaw}`,
    count('RideAccepted') === count('BookingCreated', 'RideAcceptanceRefused')
      ? []
      : 'not each acceptance was answered',
    count('RideCancellationRequested') === count('RideCancelled', 'RideCancellationRefused')
      ? []
      : 'not each wish was answered',
    count('RideAccepted') === Number(acceptance === '202') ? [] : `acceptance: ${acceptance}`,
    count('RideCancellationRequested') === Number(cancellation === '202') ? [] : `wish to cancel: ${cancellation}`,
  ].flat();
  return faults.map((fault) => `ride ${rideId}: ${fault}; its log: ${log.map(({ type }) => type).join(', ')}`);
}

function endingsIn(log: readonly Logged[]): readonly string[] {
  return log.flatMap(({ type }) => ENDINGS[type] ?? []);
}
