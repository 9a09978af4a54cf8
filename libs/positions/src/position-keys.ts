import { settings } from '@ride/configuration';
import type { Service } from '@ride/events';

export interface Keys {
  readonly places: string;
  readonly times: string;
}

/** The Redis keys of what a service knows of an area; the braces keep them on one node of a cluster. */
export function keysOf(service: Service, area: string): Keys {
  const prefix = `${settings().namespace}${service}:{${area}}`;
  return { places: `${prefix}:places`, times: `${prefix}:times` };
}

/** Where the time of a driver's newest point is kept. */
export function newestTimeOf(service: Service, driverId: string): string {
  return `${settings().namespace}${service}:newest:${driverId}`;
}

/** Where it stands of which partitions the positions are kept. */
export function keptKeyOf(service: Service): string {
  return `${settings().namespace}${service}:kept`;
}
