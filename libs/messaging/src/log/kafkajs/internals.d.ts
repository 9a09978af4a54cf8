/** The two inner classes of kafkajs 2.2.4 that mending.ts changes. */
declare module 'kafkajs/src/protocol/decoder.js' {
  interface RawHeader {
    readonly key: string;
    readonly value: Buffer | null;
  }
  interface Decoder {
    readVarInt(): number;
    readVarIntArray(read: (decoder: Decoder) => RawHeader): readonly unknown[];
  }
  const Decoder: { prototype: Decoder };
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
