import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { serviceAreas } from '@ride/geo';
import { Allow, Caller, pageOf, pageQuery } from '@ride/http';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { isPresentOffer, isPresentRide, presentOf, ridesDrivenBy, type OfferedRide } from './driven-rides.js';
import { zoneOf } from './earning.js';
import { earningsOf, lastZoneOf } from './earnings.js';
import { dayIn } from './local-day.js';
import { viewOf } from './ride-view.js';
import { shiftViewOf } from './shift-view.js';

type Day = z.infer<typeof Day>;
const Day = z.object({
  date: z.iso.date().optional().meta({ description: 'the day of the earnings; without it, today where the driver is' }),
});
type Page = z.infer<typeof Page>;
const Page = pageQuery({ usual: 20, most: 50 });

/** What a driver comes back to. */
@ApiTags('day')
@Controller()
@Allow('driver')
export class DayController {
  constructor(private readonly data: DataSource) {}

  /** The shift, the present offer and ride, if there are any, and the day's earnings, by currency, in minor units. */
  @Get('day')
  async day(@Caller() { sub: driverId }: Caller, @Query({ schema: Day }) { date }: Day) {
    const { shift, offered } = await presentOf(this.data, driverId);
    const [offer, ride] = [offered.find(isPresentOffer), offered.find(isPresentRide)];
    const spot = shift && shift.is !== 'off_duty' ? shift.spot : null;
    const timeZone = zoneOf(spot?.area) ?? (await lastZoneOf(this.data, driverId)) ?? serviceAreas()[0]!.timeZone;
    const day = date ?? dayIn(timeZone, Date.now());
    return {
      date: day,
      timeZone,
      shift: shift ? shiftViewOf(shift) : { status: 'off_duty' },
      ...(offer && { offer: viewOf(offer.rideId, driverId, offer.state) }),
      ...(ride && { ride: viewOf(ride.rideId, driverId, ride.state) }),
      earnings: await earningsOf(this.data, driverId, day),
    };
  }

  /** Those that the driver was booked for, the last first; `next` is there when there are more: give it as `cursor`. */
  @Get('rides')
  async rides(@Caller() { sub: driverId }: Caller, @Query({ schema: Page }) page: Page) {
    const idOf = ({ offerId }: OfferedRide) => offerId;
    const { rows, ...next } = await pageOf(page, idOf, (slice) => ridesDrivenBy(this.data, driverId, slice));
    return { rides: rows.map(({ rideId, state }) => viewOf(rideId, driverId, state)), ...next };
  }
}
