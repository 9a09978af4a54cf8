import { cancellationFee, fareFor, noShowFee, plus, waitingFee, type Money, type Trip } from '@ride/fares';
import { areaById, roadMetres, travelSeconds } from '@ride/geo';
import { settings } from '@ride/configuration';
import type { Said } from '../model/log.js';
import { must } from './check.js';
import { ENDINGS } from './ended.js';

/** What is paid follows from the times and amounts that stand in the log. */
export function paid(facts: readonly Said[]): void {
  const at = facts.findIndex(({ type }) => ENDINGS.includes(type));
  const ending = facts[at]!;
  const ride = facts[0]!.data as unknown as Requested;
  const before = (type: string) => facts.findLast((fact, n) => n < at && fact.type === type && isOfBooking(fact));
  const booked = facts.findLast((fact, n) => n < at && fact.type === 'BookingCreated');
  const isOfBooking = ({ data }: Said) => data['offerId'] === booked?.data['offerId'];
  const area = areaById(ride.area);
  const { rules } = settings();
  const equals = (rule: string, is: unknown, shouldBe: Money) =>
    must(
      rule,
      JSON.stringify(is) === JSON.stringify(shouldBe),
      () => `${ride.rideId}: ${JSON.stringify(is)}, not ${JSON.stringify(shouldBe)}`,
    );

  if (ending.type === 'BookingCompleted') {
    const [arrived, aboard] = [before('DriverArrived')!, before('RiderPickedUp')!];
    const waiting = waitingFee(area, { arrivedAt: arrived.time, leftAt: aboard.time, freeMs: rules.waitingFreeMs });
    const metered = fareFor(area, ride.vehicleClass, ending.data as unknown as Trip);
    const foreseen = fareFor(area, ride.vehicleClass, quoted(ride));
    const near = Math.abs(metered.minor - foreseen.minor) <= foreseen.minor * area.tariff.quoteTolerance;
    must(
      'The quote is honoured when the trip was about the one quoted',
      (ending.data['settledBy'] === 'quote') === near,
      () => ride.rideId,
    );
    equals(
      'A fare is the quote or the meter, and the waiting',
      ending.data['fare'],
      plus(near ? ride.fareEstimate : metered, waiting),
    );
    const dropped = facts.find(({ id, type }) => id === ending.cause.id && type === 'RiderDroppedOff');
    const trip = dropped ? (dropped.data as unknown as Trip) : quoted(ride);
    must(
      'A receipt has the trip as metered, or as quoted',
      trip.distanceMetres === ending.data['distanceMetres'],
      () => ride.rideId,
    );
  }
  if (ending.type === 'RideCancelled') {
    const wish = facts.find(({ type, data }) => type === 'RideCancellationRequested' && data['by'] === 'rider');
    const isBooked = ending.data['driverId'] !== undefined;
    const times = { bookedAt: isBooked ? booked?.time : undefined, freeMs: rules.freeCancellationMs };
    const fee =
      ending.data['by'] === 'no_show'
        ? noShowFee(area)
        : cancellationFee(area, { ...times, cancelledAt: wish?.time ?? 0 });
    equals('A fee is for cancelling late, or not being there', ending.data['fee'], fee);
  }
}

type Requested = Said['data'] & {
  readonly rideId: string;
  readonly area: string;
  readonly fareEstimate: Money;
  readonly vehicleClass: 'standard';
  readonly pickup: Parameters<typeof roadMetres>[0];
  readonly dropoff: Parameters<typeof roadMetres>[0];
};

function quoted({ pickup, dropoff, area }: Requested): Trip {
  const { traffic } = areaById(area);
  return {
    distanceMetres: roadMetres(pickup, dropoff, traffic),
    durationSeconds: travelSeconds(pickup, dropoff, traffic),
  };
}
