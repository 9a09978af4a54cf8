import {
  BookingCompleted,
  DriverProfileChanged,
  DriverRatingChanged,
  DriverRegistered,
  EarningCameLate,
  RideCancelled,
  StatementIssued,
} from '@ride/events';
import { calendarWeeks, days, streams } from '@ride/streams';
import { earningOf, emptyWeek, statementOf, withEarning, type Earning, type Profile } from './statement.js';

/** What each driver's calendar week has brought, in the time zone of where they drove. */
export const statements = () =>
  streams('statements', (s) => {
    const profiles = s.table('profiles', [DriverRegistered, DriverProfileChanged, DriverRatingChanged], {
      // Who they are and how they are reached is nobody's business here.
      value: ({ data: { vehicleClass, rating } }): Profile => ({ vehicleClass, rating }),
    });
    s.from(BookingCompleted, RideCancelled)
      .map(earningOf)
      .filter((earning) => earning !== null)
      .map((earning) => earning as Earning)
      .by('driver', ({ driverId }) => driverId)
      .window(
        calendarWeeks(({ timeZone }) => timeZone),
        { grace: days(2) },
      )
      .fold('weeks', emptyWeek, withEarning, { store: 'postgres' })
      .whenClosed({ idle: true })
      .late(EarningCameLate, ({ rideId, amount }, { start, end }, driverId) => ({
        driverId,
        rideId,
        amount,
        start,
        end,
      }))
      .join(profiles, { missing: 'keep' }, (week, profile) => ({ week, profile }))
      .say(StatementIssued, (window, stated, driverId) => statementOf(driverId, window, stated));
  });
