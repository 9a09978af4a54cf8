import ConsumerGroup from 'kafkajs/src/consumer/consumerGroup.js';
import Decoder from 'kafkajs/src/protocol/decoder.js';
import protocols from 'kafkajs/src/protocol/requests/index.js';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import type { IHeaders, Message } from 'kafkajs';
import { StoredHeaders } from '../header-bytes.js';
import type { Header, NewRecord } from '../port.js';
import { encodeProduce, type ProduceRequest } from './produce-encoding.js';

/**
 * kafkajs makes a buffer of every name and value, and folds them into an object by `.reduce`, which loses the order of
 * repeated and numeric names (and copies the object for each header). These stay where they are until somebody reads them,
 * and refuse to be folded.
 */
export class DecodedHeaders {
  constructor(
    private readonly buffer: Buffer,
    private readonly start: number,
    private readonly count: number,
  ) {}

  reduce(): never {
    return this as never;
  }

  pairs(): Header[] {
    return this.#read((from, to) => this.buffer.subarray(from, to));
  }

  /** The value of the first one of that name, which is ASCII; the others are passed over unread. */
  text(name: string): string | undefined {
    const decoder = new Decoder(this.buffer);
    decoder.offset = this.start;
    for (let i = 0; i < this.count; i += 1) {
      const start = skip(decoder);
      const isIt =
        decoder.offset - start === name.length && this.buffer.toString('latin1', start, decoder.offset) === name;
      const value = skip(decoder);
      if (isIt) return this.buffer.toString('utf8', value, decoder.offset);
    }
    return undefined;
  }

  texts(): [name: string, value: string][] {
    return this.#read((from, to) => this.buffer.toString('utf8', from, to));
  }

  #read<V>(valueOf: (from: number, to: number) => V): [string, V][] {
    const decoder = new Decoder(this.buffer);
    decoder.offset = this.start;
    const headers: [string, V][] = [];
    for (let i = 0; i < this.count; i += 1) {
      const name = skip(decoder);
      const text = this.buffer.toString('utf8', name, decoder.offset);
      const value = skip(decoder);
      headers.push([text, valueOf(value, decoder.offset)]);
    }
    return headers;
  }
}

/** Goes past bytes with their length in front, and tells where they begin. No bytes at all (-1) read as none. */
function skip(decoder: InstanceType<typeof Decoder>): number {
  const length = decoder.readVarInt();
  const start = decoder.offset;
  if (length > 0) decoder.offset += length;
  return start;
}

/** Encoding asks the values of a repeated header by `.map`: given one name only, all headers can be answered, in order. */
class EncodedHeaders extends Array<string> {
  constructor(readonly headers: NewRecord['headers']) {
    super();
  }
  override map(): never[] {
    const pairs = this.headers instanceof StoredHeaders ? this.headers.pairs() : this.headers;
    return pairs.map(([key, value]) => ({ key, value })) as never[];
  }
}

/** The header names of a record shall reach the log in the order and as often as given. */
export const toKafkajsHeaders = (headers: NewRecord['headers']): IHeaders => ({ '': new EncodedHeaders(headers) });

/** The headers of a message of ours; undefined of anybody else's. */
const ofOurs = ({ headers }: Message): NewRecord['headers'] | undefined => {
  const ours = headers?.[''];
  return ours instanceof EncodedHeaders ? ours.headers : undefined;
};

/** The inverse, for what a consumer is given. */
export const fromKafkajsHeaders = (raw: unknown): DecodedHeaders => {
  if (!(raw instanceof DecodedHeaders)) throw new TypeError('kafkajs was loaded without its mendings');
  return raw;
};

const FIRST_WITH_HEADERS = 3; // version of produce requests

/** An assigner that is asked before its consumer joins. */
export interface AskedBeforeJoining {
  joining?(): Promise<void>;
}

const isOurs = ({ topicData }: ProduceRequest): boolean =>
  topicData.every(({ partitions }) => partitions.every(({ messages }) => messages.every((message) => ofOurs(message))));

/**
 * Makes kafkajs 2.2.4 keep headers as they are, encode records of ours in one piece, not wake up every millisecond (its issue 1751), and join a group again only
 * when whoever still works on records of before has ended: it waits for nothing but batches.
 */
export const mendKafkajs = (): void => {
  Decoder.prototype.readVarIntArray = function readVarIntArray() {
    const count = this.readVarInt();
    const start = this.offset;
    for (let i = 0; i < 2 * count; i += 1) skip(this);
    return new DecodedHeaders(this.buffer, start, count);
  };
  const schedule = RequestQueue.prototype.scheduleCheckPendingRequests;
  RequestQueue.prototype.scheduleCheckPendingRequests = function scheduleCheckPendingRequests() {
    if (this.pending.length > 0) schedule.call(this);
  };
  const { protocol } = protocols.requests.Produce;
  protocols.requests.Produce.protocol = ({ version }) => {
    const made = protocol({ version });
    return (asked) => {
      const { request, response } = made(asked);
      if (version < FIRST_WITH_HEADERS || !isOurs(asked)) return { request, response };
      const encode = async () => {
        const bytes = encodeProduce(asked, (message) => ofOurs(message) ?? []);
        return { buf: bytes, buffer: bytes };
      };
      return { request: { ...request, encode }, response };
    };
  };
  const join = ConsumerGroup.prototype.joinAndSync;
  ConsumerGroup.prototype.joinAndSync = async function joinAndSync() {
    for (const assigner of this.assigners) await assigner.joining?.();
    await join.call(this);
  };
};
