import { defineScript } from 'redis';

/** KEYS: what is kept, by partition. ARGV: a partition, the mark of who restored it, the mark of what is kept. */
const KEEP = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

/** Marks a partition as kept, unless all has been lost since the restorer has marked it. */
export const keepScript = defineScript({
  SCRIPT: KEEP,
  NUMBER_OF_KEYS: 1,
  parseCommand(parser, key: string, partition: string, restorer: string, kept: string) {
    parser.pushKey(key);
    parser.push(partition, restorer, kept);
  },
  transformReply: undefined as unknown as () => number,
});
