import { defineScript } from 'redis';
import type { Keys } from './position-keys.js';
import type { Position } from './positions.js';

/**
 * KEYS: places (a GEO set), times (a sorted set). ARGV: the time before which positions are forgotten, then driver,
 * longitude, latitude, time for each. The newer time of a driver wins, in whatever order they arrive.
 */
const SCRIPT = `
for i = 2, #ARGV, 4 do
  local known = redis.call('ZSCORE', KEYS[2], ARGV[i])
  if not known or tonumber(known) < tonumber(ARGV[i + 3]) then
    redis.call('GEOADD', KEYS[1], ARGV[i + 1], ARGV[i + 2], ARGV[i])
    redis.call('ZADD', KEYS[2], ARGV[i + 3], ARGV[i])
  end
end
local old = redis.call('ZRANGE', KEYS[2], '-inf', '(' .. ARGV[1], 'BYSCORE', 'LIMIT', 0, 1000)
if #old > 0 then
  redis.call('ZREM', KEYS[1], unpack(old))
  redis.call('ZREM', KEYS[2], unpack(old))
end
return #old`;

export const noteScript = defineScript({
  SCRIPT,
  NUMBER_OF_KEYS: 2,
  parseCommand(parser, { places, times }: Keys, forgetBefore: number, positions: readonly Position[]) {
    parser.pushKeys([places, times]);
    parser.push(String(forgetBefore));
    for (const { driverId, place, time } of positions)
      parser.push(driverId, String(place.lng), String(place.lat), String(time));
  },
  transformReply: undefined as unknown as () => number,
});
