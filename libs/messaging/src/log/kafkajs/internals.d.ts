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
