import { defineScript } from 'redis';

/** KEYS: where a driver's newest time is. ARGV: a time, for how many milliseconds it is kept. Returns the time before. */
const ADVANCE = `
local known = redis.call('GET', KEYS[1])
if not known or tonumber(known) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return known`;

/** KEYS: as above. ARGV: the time that does not count after all, the one before it or ''. A newer one stays. */
const TAKE_BACK = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] == '' then return redis.call('DEL', KEYS[1]) end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
return 1`;

export const advanceScript = defineScript({
  SCRIPT: ADVANCE,
  NUMBER_OF_KEYS: 1,
  parseCommand(parser, key: string, time: number, keptMs: number) {
    parser.pushKey(key);
    parser.push(String(time), String(keptMs));
  },
  transformReply: undefined as unknown as () => string | null,
});

export const takeBackScript = defineScript({
  SCRIPT: TAKE_BACK,
  NUMBER_OF_KEYS: 1,
  parseCommand(parser, key: string, time: number, before: number | null) {
    parser.pushKey(key);
    parser.push(String(time), before === null ? '' : String(before));
  },
  transformReply: undefined as unknown as () => number,
});
