import type { RideView } from '../api/shapes.js';
import { money } from '../figures/report.js';

/** A completed ride as its rider's app shows it. */
export function receiptOf({ rideId, fare, distanceMetres, durationSeconds }: RideView): string {
  const rows = [
    ['ride', rideId],
    ['distance', distanceMetres === undefined ? '?' : `${(distanceMetres / 1000).toFixed(1)} km`],
    ['duration', durationSeconds === undefined ? '?' : `${Math.round(durationSeconds / 60)} min`],
    ['to pay', fare === undefined ? '?' : money(fare.minor, fare.currency)],
  ];
  return ['', 'Receipt', ...rows.map(([name = '', value]) => `  ${name.padEnd(9)} ${value}`), ''].join('\n');
}
