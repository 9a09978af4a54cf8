import { Controller, Get, Query } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { rejections } from '@ride/decider';
import { Place, Polygon, radiusAt, serviceAreas } from '@ride/geo';
import { Allow, Id, Operation, Tag, Time } from '@ride/http';
import { z } from 'zod';
import { Drivers } from './drivers.js';
import { Searches } from './searches.js';

const rejected = rejections({ area_not_found: 'There is no such service area: GET /areas lists them.' });

type Asked = z.infer<typeof Asked>;
const Asked = z.object({
  area: z.string().optional().meta({ description: 'id or name of a service area; without it the first' }),
});
const Area = z
  .object({
    area: z.string().meta({ description: 'its id' }),
    name: z.string(),
    polygon: Polygon.meta({ description: 'GeoJSON: longitude, latitude' }),
  })
  .meta({ id: 'Area' });
const Driver = z
  .object({
    driverId: Id,
    lat: z.number(),
    lng: z.number(),
    at: Time,
    state: z.enum(['free', 'offered', 'booked']).nullable().meta({ description: 'null: off duty, or not known' }),
  })
  .meta({ id: 'DriverOnMap' });
const Search = z
  .object({
    rideId: Id,
    pickup: Place,
    openedAt: Time,
    radiusMetres: z.number().meta({ description: 'within which a driver is looked for now' }),
    offers: z.number().int().meta({ description: 'drivers who are being asked' }),
  })
  .meta({ id: 'SearchOnMap' });
const AreaMap = z
  .object({
    area: Area,
    drivers: z.array(Driver).meta({ description: 'whose position is not older than a minute' }),
    searches: z.array(Search).meta({ description: 'for which a driver is looked for now' }),
  })
  .meta({ id: 'AreaMap' });

@Tag('live', 'For operators: what goes on now')
@Controller()
@Allow('operator')
export class MapController {
  constructor(
    private readonly drivers: Drivers,
    private readonly searches: Searches,
  ) {}

  @Get('areas')
  @Operation({
    id: 'listAreas',
    summary: 'The service areas',
    answers: {
      200: {
        description: 'in the order of their file',
        body: z.object({ areas: z.array(Area) }).meta({ id: 'Areas' }),
      },
    },
  })
  areas() {
    return { areas: serviceAreas().map(shown) };
  }

  @Get('map')
  @Operation({
    id: 'getAreaMap',
    summary: 'Where drivers are, and where drivers are looked for, in one service area',
    answers: { 200: { description: 'as the log says now', body: AreaMap } },
    refuses: [rejected.area_not_found],
  })
  show(@Query({ schema: Asked }) { area: id }: Asked) {
    const area = id === undefined ? serviceAreas()[0] : serviceAreas().find((one) => one.id === id || one.name === id);
    if (area === undefined) throw rejected.area_not_found();
    const now = Date.now();
    const { radiiMetres } = settings().rules;
    return {
      area: shown(area),
      drivers: this.drivers.in(area.id, now).map(({ driverId, lat, lng, at }) => ({
        ...{ driverId, lat, lng, at: new Date(at).toISOString() },
        state: this.#stateOf(driverId),
      })),
      searches: this.searches.open(area.id, now).map((search) => ({
        ...search,
        openedAt: new Date(search.openedAt).toISOString(),
        radiusMetres: radiusAt(now, search.openedAt, radiiMetres),
      })),
    };
  }

  #stateOf(driverId: string) {
    const availability = this.drivers.availabilityOf(driverId);
    if (availability === 'booked') return availability;
    return this.searches.isAsked(driverId) ? ('offered' as const) : (availability ?? null);
  }
}

const shown = ({ id, name, polygon }: ReturnType<typeof serviceAreas>[number]) => ({ area: id, name, polygon });
