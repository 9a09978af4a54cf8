import { defineScript } from 'redis';

/** Requests in a window, with the one that was just counted, and milliseconds to its end. */
export type Counted = readonly [hits: number, leftMs: number];

/**
 * KEYS: windows. ARGV: how long each lasts from its first request, milliseconds. Counts one more request in each, and returns
 * requests and milliseconds left of each, one window after the other.
 */
const SCRIPT = `
local counted = {}
for i, window in ipairs(KEYS) do
  local hits = redis.call('INCR', window)
  local left = redis.call('PTTL', window)
  if left < 0 then
    left = tonumber(ARGV[i])
    redis.call('PEXPIRE', window, left)
  end
  counted[2 * i - 1] = hits
  counted[2 * i] = left
end
return counted`;

export const countScript = defineScript({
  SCRIPT,
  parseCommand(parser, windows: readonly string[], lasting: readonly string[]) {
    parser.pushKeysLength([...windows]);
    parser.push(...lasting);
  },
  transformReply: undefined as unknown as () => number[],
});
