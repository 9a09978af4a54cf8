/** The inner classes of kafkajs 2.2.4 that mending.ts changes. */
declare module 'kafkajs/src/protocol/decoder.js' {
  class Decoder {
    constructor(buffer: Buffer);
    readonly buffer: Buffer;
    offset: number;
    readVarInt(): number;
    /** Called for the headers of a record, and for nothing else. */
    readVarIntArray(read: unknown): unknown;
  }
  export default Decoder;
}

declare module 'kafkajs/src/network/requestQueue/index.js' {
  interface RequestQueue {
    readonly pending: readonly unknown[];
    scheduleCheckPendingRequests(): void;
  }
  const RequestQueue: { prototype: RequestQueue };
  export default RequestQueue;
}

declare module 'kafkajs/src/consumer/consumerGroup.js' {
  interface ConsumerGroup {
    readonly assigners: readonly { joining?(): Promise<void> }[];
    joinAndSync(): Promise<void>;
  }
  const ConsumerGroup: { prototype: ConsumerGroup };
  export default ConsumerGroup;
}

declare module 'kafkajs/src/protocol/requests/index.js' {
  /** What is copied of an encoder. */
  interface Encoded {
    readonly buf: Buffer;
    readonly buffer: Buffer;
  }
  interface Exchange {
    readonly request: { readonly encode: () => Promise<Encoded> };
    readonly response: unknown;
  }
  type Asked = import('./produce-encoding.js').ProduceRequest;
  const protocols: {
    readonly requests: { readonly Produce: { protocol: (of: { version: number }) => (asked: Asked) => Exchange } };
  };
  export default protocols;
}

declare module 'kafkajs/src/protocol/recordBatch/crc32C/index.js' {
  export default function crc32c(bytes: Buffer): number;
}

declare module 'kafkajs/src/protocol/requests/produce/v7/request.js' {
  type Asked = import('./produce-encoding.js').ProduceRequest;
  export default function request(asked: Asked): { readonly encode: () => Promise<{ readonly buffer: Buffer }> };
}
