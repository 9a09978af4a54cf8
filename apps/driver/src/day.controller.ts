import { Controller, Get, Query } from '@nestjs/common';
import { serviceAreas } from '@ride/geo';
import { Allow, Caller, Operation, pageOf, pageQuery, problems, Tag } from '@ride/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { isPresentOffer, isPresentRide, presentOf, ridesDrivenBy, type OfferedRide } from './driven-rides.js';
import { zoneOf } from './earning.js';
import { earningsOf, lastZoneOf } from './earnings.js';
import { dayIn } from './local-day.js';
import { Ride, RideList } from './ride.shapes.js';
import { viewOf } from './ride-view.js';
import { Shift } from './shift.shapes.js';
import { shiftViewOf } from './shift-view.js';

type Day = z.infer<typeof Day>;
const Day = z.object({
  date: z.iso.date().optional().meta({ description: 'the day of the earnings; without it, today where the driver is' }),
});
const amount = z.number().int();
const Today = z
  .object({
    date: z.iso.date().meta({ description: 'of the earnings' }),
    timeZone: z.string().meta({ description: 'in which that day is (IANA)' }),
    shift: Shift,
    offer: Ride.optional().meta({ description: 'the one to answer, or whose answer is awaited' }),
    ride: Ride.optional().meta({ description: 'the one that you are on' }),
    earnings: z
      .array(z.object({ currency: z.string(), rides: amount, fares: amount, fees: amount, total: amount }))
      .meta({ description: 'of the date, by currency, in minor units; rides: how many were completed' }),
  })
  .meta({
    id: 'Day',
    examples: [
      {
        ...{ date: '2026-11-25', timeZone: 'America/New_York', shift: { status: 'off_duty' } },
        earnings: [{ currency: 'USD', rides: 7, fares: 14020, fees: 500, total: 14520 }],
      },
    ],
  });
type Page = z.infer<typeof Page>;
const Page = pageQuery({ usual: 20, most: 50 });

/** What a driver comes back to. */
@Tag('day', 'What a driver comes back to')
@Controller()
@Allow('driver')
export class DayController {
  constructor(private readonly data: DataSource) {}

  @Get('day')
  @Operation({
    id: 'getDay',
    summary: 'Your shift, the present offer and ride, and the day’s earnings',
    answers: { 200: { description: 'the day', body: Today } },
  })
  async day(@Caller() { sub: driverId }: Caller, @Query({ schema: Day }) { date }: Day) {
    const { shift, offered } = await presentOf(this.data, driverId);
    const [offer, ride] = [offered.find(isPresentOffer), offered.find(isPresentRide)];
    const spot = shift && shift.is !== 'off_duty' ? shift.spot : null;
    const timeZone = zoneOf(spot?.area) ?? (await lastZoneOf(this.data, driverId)) ?? serviceAreas()[0]!.timeZone;
    const day = date ?? dayIn(timeZone, Date.now());
    return {
      date: day,
      timeZone,
      shift: shift ? shiftViewOf(shift) : { status: 'off_duty' as const },
      ...(offer && { offer: viewOf(offer.rideId, driverId, offer.state) }),
      ...(ride && { ride: viewOf(ride.rideId, driverId, ride.state) }),
      earnings: await earningsOf(this.data, driverId, day),
    };
  }

  @Get('rides')
  @Operation({
    id: 'listRides',
    summary: 'The rides that you were booked for, the last first',
    answers: { 200: { description: 'a page of them', body: RideList } },
    refuses: [problems.invalid_cursor],
  })
  async rides(@Caller() { sub: driverId }: Caller, @Query({ schema: Page }) page: Page) {
    const idOf = ({ offerId }: OfferedRide) => offerId;
    const { rows, ...next } = await pageOf(page, idOf, (slice) => ridesDrivenBy(this.data, driverId, slice));
    return { rides: rows.map(({ rideId, state }) => viewOf(rideId, driverId, state)), ...next };
  }
}
