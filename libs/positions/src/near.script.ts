import type { Place } from '@ride/geo';
import { defineScript } from 'redis';
import type { Keys } from './position-keys.js';

export interface Around {
  readonly place: Place;
  readonly radiusMetres: number;
}

/**
 * KEYS: places (a GEO set), times (a sorted set). ARGV: the oldest time that counts, how many a place at most, then
 * longitude, latitude, radius in metres for each place. Returns driver, longitude, latitude, time, each driver once.
 */
const SCRIPT = `
local found, seen = {}, {}
for i = 3, #ARGV, 3 do
  local hits = redis.call('GEOSEARCH', KEYS[1], 'FROMLONLAT', ARGV[i], ARGV[i + 1],
    'BYRADIUS', ARGV[i + 2], 'm', 'ASC', 'COUNT', ARGV[2], 'WITHCOORD')
  for _, hit in ipairs(hits) do
    if not seen[hit[1]] then
      seen[hit[1]] = true
      local time = redis.call('ZSCORE', KEYS[2], hit[1])
      if time and tonumber(time) >= tonumber(ARGV[1]) then
        found[#found + 1] = hit[1]
        found[#found + 1] = hit[2][1]
        found[#found + 1] = hit[2][2]
        found[#found + 1] = time
      end
    end
  end
end
return found`;

export const nearScript = defineScript({
  SCRIPT,
  NUMBER_OF_KEYS: 2,
  parseCommand(parser, { places, times }: Keys, seenSince: number, atMost: number, around: readonly Around[]) {
    parser.pushKeys([places, times]);
    parser.push(String(seenSince), String(atMost));
    for (const { place, radiusMetres } of around)
      parser.push(String(place.lng), String(place.lat), String(radiusMetres));
  },
  transformReply: (reply: unknown) => reply as readonly string[],
});
