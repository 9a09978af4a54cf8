import {
  DemandCameLate,
  DemandMeasured,
  DriverBecameAvailable,
  DriverBecameUnavailable,
  DriverMoved,
  RideRequested,
} from '@ride/events';
import { minutes, seconds, streams } from '@ride/streams';
import { emptyMinute, sightOf, withSight, type Sight } from './sight.js';

/** How many rides are asked for, and how many drivers are free, by H3 cell and minute. */
export const demand = () =>
  streams('demand', (s) => {
    const free = s.table('free', [DriverBecameAvailable, DriverBecameUnavailable], {
      value: (fact) => fact.type === 'DriverBecameAvailable',
    });
    s.from(RideRequested, DriverMoved)
      .join(free, { missing: 'keep' }, sightOf)
      .filter((sight) => sight !== null)
      .map((sight) => sight as Sight)
      .by('cell', ({ cell }) => cell)
      .window(minutes(1), { grace: seconds(10) })
      .fold('minutes', emptyMinute, withSight, { store: 'local' })
      .whenClosed({ idle: true })
      .late(DemandCameLate, ({ of, at }, { start, end }, cell) => ({ cell, of, at, start, end }))
      .say(DemandMeasured, ({ start, end }, { area, requests, freeDrivers }, cell) => ({
        ...{ cell, area, start, end, requests },
        freeDrivers: freeDrivers.length,
      }));
  });
