import { defineScript } from 'redis';

/** Something that is so right now and will soon be otherwise. */
export interface Glimpse {
  /** What it is of: of each thing the newest glimpse counts, and only that is kept. */
  readonly of: string;
  readonly type: string;
  readonly data: object;
  /** When it was so, UTC milliseconds. */
  readonly time: number;
}
/** A glimpse for who watches now. */
export type Passing = Pick<Glimpse, 'type' | 'data'>;

interface Sending {
  readonly key: string;
  readonly channel: string;
  readonly glimpse: Glimpse;
  readonly keptMs: number;
}

/** KEYS: where the newest is kept. ARGV: its time, what is kept, for how many milliseconds, the channel, what is sent. */
const SCRIPT = `
local known = redis.call('HGET', KEYS[1], 'time')
if known and tonumber(known) >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'time', ARGV[1], 'data', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 1`;

/** Keeps and sends a glimpse, unless a newer one of the same thing has come before it. */
export const passScript = defineScript({
  SCRIPT,
  NUMBER_OF_KEYS: 1,
  parseCommand(parser, { key, channel, glimpse: { type, data, time }, keptMs }: Sending) {
    parser.pushKey(key);
    parser.push(String(time), JSON.stringify(data), String(keptMs), channel, JSON.stringify({ type, data }));
  },
  transformReply: undefined as unknown as () => number,
});
