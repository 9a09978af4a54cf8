import crc32c from 'kafkajs/src/protocol/recordBatch/crc32C/index.js';
import type { Message } from 'kafkajs';
import { encodeHeaders, StoredHeaders } from '../header-bytes.js';
import type { NewRecord } from '../port.js';

/** A produce request as kafkajs' producer makes it, of a producer without transactions and without compression. */
export interface ProduceRequest {
  readonly acks: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly topicData: readonly { readonly topic: string; readonly partitions: readonly PartitionData[] }[];
}
interface PartitionData {
  readonly partition: number;
  readonly messages: readonly Message[];
}

/** What a record's headers are, given those that kafkajs was given. */
export type HeadersOf = (message: Message) => NewRecord['headers'];

const BATCH_HEADER = 61;
const MAGIC = 2;
const BEFORE_CRC = 17;

/**
 * The body of a produce request from version 3 on, in one piece: kafkajs makes a buffer of 512 bytes for each header of each record,
 * and copies every record five times.
 * https://kafka.apache.org/documentation/#recordbatch
 */
export function encodeProduce({ acks, timeout, topicData }: ProduceRequest, headersOf: HeadersOf): Buffer {
  const now = BigInt(Date.now());
  const topics = topicData.map(({ topic, partitions }) => ({
    name: Buffer.from(topic),
    batches: partitions.map(({ partition, messages }) => batchOf(partition, messages, headersOf)),
  }));
  let size = 12; // transactional id, acks, timeout, number of topics
  for (const { name, batches } of topics) {
    size += 2 + name.length + 4;
    for (const { bytes } of batches) size += 8 + bytes;
  }
  const out = Buffer.allocUnsafe(size);
  let at = out.writeInt16BE(-1, 0);
  at = out.writeInt16BE(acks, at);
  at = out.writeInt32BE(timeout, at);
  at = out.writeInt32BE(topics.length, at);
  for (const { name, batches } of topics) {
    at = out.writeInt16BE(name.length, at);
    at += name.copy(out, at);
    at = out.writeInt32BE(batches.length, at);
    for (const batch of batches) {
      at = out.writeInt32BE(batch.partition, at);
      at = out.writeInt32BE(batch.bytes, at);
      at = writeBatch(out, at, batch, now);
    }
  }
  return out;
}

interface Batch {
  readonly partition: number;
  readonly records: readonly Record[];
  /** Its length with its own header. */
  readonly bytes: number;
}
interface Record {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: StoredHeaders;
  /** Its length without that number. */
  readonly body: number;
}

function batchOf(partition: number, messages: readonly Message[], headersOf: HeadersOf): Batch {
  let bytes = BATCH_HEADER;
  const records = messages.map((message, offset) => {
    const [key, value] = [bytesOf(message.key), bytesOf(message.value)];
    const given = headersOf(message);
    const headers = given instanceof StoredHeaders ? given : new StoredHeaders(encodeHeaders(given));
    const body = 2 + sizeOf(offset) + sizeWith(key) + sizeWith(value) + sizeOfHeaders(headers);
    bytes += sizeOf(body) + body;
    return { key, value, headers, body };
  });
  return { partition, records, bytes };
}

const bytesOf = (given: Message['value'] | undefined): Buffer | null =>
  typeof given === 'string' ? Buffer.from(given) : (given ?? null);

function writeBatch(out: Buffer, start: number, { records, bytes }: Batch, now: bigint): number {
  let at = out.writeBigInt64BE(0n, start); // the broker gives the offset
  at = out.writeInt32BE(bytes - 12, at);
  at = out.writeInt32BE(0, at); // leader epoch
  at = out.writeInt8(MAGIC, at);
  const crcAt = at;
  at = out.writeInt16BE(0, at + 4); // attributes
  at = out.writeInt32BE(records.length - 1, at);
  at = out.writeBigInt64BE(now, at);
  at = out.writeBigInt64BE(now, at);
  at = out.writeBigInt64BE(-1n, at); // producer: none
  at = out.writeInt16BE(0, at);
  at = out.writeInt32BE(0, at);
  at = out.writeInt32BE(records.length, at);
  for (const [offset, record] of records.entries()) at = writeRecord(out, at, offset, record);
  out.writeUInt32BE(crc32c(out.subarray(start + BEFORE_CRC + 4, at)), crcAt);
  return at;
}

function writeRecord(out: Buffer, start: number, offset: number, { key, value, headers, body }: Record): number {
  let at = writeVarint(out, start, body);
  out[at++] = 0; // attributes
  out[at++] = 0; // time after the batch's
  at = writeVarint(out, at, offset);
  at = writeBytes(out, at, key);
  at = writeBytes(out, at, value);
  return writeHeaders(out, at, headers);
}

/** As they are stored, but for their lengths. */
function writeHeaders(out: Buffer, start: number, { bytes, count }: StoredHeaders): number {
  let at = writeVarint(out, start, count);
  for (let from = 0; from < bytes.length;) {
    const name = bytes.readUInt16BE(from);
    at = writeVarint(out, at, name);
    at += bytes.copy(out, at, from + 2, (from += 2 + name));
    const value = bytes.readUInt32BE(from);
    at = writeVarint(out, at, value);
    at += bytes.copy(out, at, from + 4, (from += 4 + value));
  }
  return at;
}

function sizeOfHeaders({ bytes, count }: StoredHeaders): number {
  let size = sizeOf(count) + bytes.length - 6 * count;
  for (let at = 0; at < bytes.length;) {
    const name = bytes.readUInt16BE(at);
    at += 2 + name;
    const value = bytes.readUInt32BE(at);
    at += 4 + value;
    size += sizeOf(name) + sizeOf(value);
  }
  return size;
}

function writeBytes(out: Buffer, at: number, bytes: Buffer | null): number {
  if (bytes === null) return writeVarint(out, at, -1);
  const from = writeVarint(out, at, bytes.length);
  return from + bytes.copy(out, from);
}

/** ZigZag and base 128, as in Protocol Buffers. */
function writeVarint(out: Buffer, at: number, value: number): number {
  let left = (value << 1) ^ (value >> 31);
  while ((left & ~127) !== 0) {
    out[at++] = (left & 127) | 128;
    left >>>= 7;
  }
  out[at++] = left;
  return at;
}

function sizeOf(value: number): number {
  let left = ((value << 1) ^ (value >> 31)) >>> 7;
  let size = 1;
  for (; left !== 0; left >>>= 7) size++;
  return size;
}

function sizeWith(bytes: Buffer | null): number {
  return bytes === null ? sizeOf(-1) : sizeOf(bytes.length) + bytes.length;
}
