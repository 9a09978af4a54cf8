import fc from 'fast-check';
import produceV7 from 'kafkajs/src/protocol/requests/produce/v7/request.js';
import { encodeProduce } from './produce-encoding.js';
import { toKafkajsHeaders } from './mending.js';
import type { Header } from '../port.js';

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((some) => Buffer.from(some));
const header = fc.tuple(fc.string({ maxLength: 70 }), bytes(200));
const message = fc.record({
  key: fc.option(bytes(100)),
  value: fc.option(bytes(20_000)),
  headers: fc.array(header, { maxLength: 20 }),
});
const partition = fc.record({
  partition: fc.nat(100),
  messages: fc.array(message, { minLength: 1, maxLength: 150 }),
});
const topicData = fc.array(
  fc.record({
    topic: fc.string({ minLength: 1, maxLength: 249 }),
    partitions: fc.array(partition, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

describe('a produce request', () => {
  const { now } = Date;
  beforeAll(() => (Date.now = () => 1_764_000_000_000)); // both write the time
  afterAll(() => (Date.now = now));

  it('has the bytes that kafkajs would send', async () => {
    await fc.assert(
      fc.asyncProperty(topicData, fc.constantFrom(-1, 1), async (asked, acks) => {
        const request = { acks, timeout: 30_000 };
        const theirs = await produceV7({
          ...request,
          topicData: asked.map(({ topic, partitions }) => ({
            topic,
            partitions: partitions.map(({ partition, messages }) => ({
              partition,
              firstSequence: 0,
              messages: messages.map(({ headers, ...rest }) => ({ ...rest, headers: toKafkajsHeaders(headers) })),
            })),
          })),
        }).encode();
        const ours = encodeProduce(
          { ...request, topicData: asked as never },
          ({ headers }) => headers as unknown as readonly Header[],
        );
        expect(ours.equals(theirs.buffer)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
