import { settings } from '@ride/configuration';

export interface Keys {
  readonly places: string;
  readonly times: string;
}

/** The Redis keys of an area; the braces keep them on one node of a cluster. */
export function keysOf(area: string): Keys {
  const prefix = `${settings().namespace}matching:{${area}}`;
  return { places: `${prefix}:places`, times: `${prefix}:times` };
}
