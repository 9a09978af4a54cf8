import Decoder from 'kafkajs/src/protocol/decoder.js';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import type { IHeaders } from 'kafkajs';
import type { Header } from '../port.js';

/**
 * kafkajs folds the headers of a record into an object by `.reduce`, which loses the order of repeated and numeric names
 * (and copies the object for each header). Headers decoded here refuse to be folded.
 */
class DecodedHeaders extends Array<Header> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
  override reduce(): never {
    return this as never;
  }
}

/** Encoding asks the values of a repeated header by `.map`: given one name only, all headers can be answered, in order. */
class EncodedHeaders extends Array<string> {
  constructor(private readonly headers: readonly Header[]) {
    super();
  }
  override map(): never[] {
    return this.headers.map(([key, value]) => ({ key, value })) as never[];
  }
}

const NOTHING = Buffer.alloc(0);

/** The header names of a record shall reach the log in the order and as often as given. */
export const toKafkajsHeaders = (headers: readonly Header[]): IHeaders => ({ '': new EncodedHeaders(headers) });

/** The inverse, for what a consumer is given. */
export const fromKafkajsHeaders = (headers: IHeaders | undefined): Header[] => {
  const raw: unknown = headers;
  if (!(raw instanceof DecodedHeaders)) throw new TypeError('kafkajs was loaded without its mendings');
  return raw.slice();
};

/** Makes kafkajs 2.2.4 keep headers as they are, and not wake up every millisecond (its issue 1751). */
export const mendKafkajs = (): void => {
  Decoder.prototype.readVarIntArray = function readVarIntArray(read) {
    const length = this.readVarInt();
    const items = new DecodedHeaders();
    for (let i = 0; i < length; i += 1) {
      const { key, value } = read(this);
      items.push([key, value ?? NOTHING]);
    }
    return items;
  };
  const schedule = RequestQueue.prototype.scheduleCheckPendingRequests;
  RequestQueue.prototype.scheduleCheckPendingRequests = function scheduleCheckPendingRequests() {
    if (this.pending.length > 0) schedule.call(this);
  };
};
