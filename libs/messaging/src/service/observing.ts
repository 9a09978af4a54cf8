import { factByCeType, UndecodableFact, type Schemas } from '@ride/events';
import type { Alone } from '../consumer/options.js';
import { heardRecord } from '../inbox/heard-record.js';
import type { LogRecord } from '../log/port.js';
import type { ObservedRecord } from '../transport/observe.js';

/** Delivers batches of whatever stands in the log to an `@Observe` handler; what can't be read is delivered as such. */
export class Observing {
  constructor(
    private readonly deliver: (records: readonly ObservedRecord[]) => Promise<void>,
    private readonly schemas: Schemas,
    private readonly namespace: string,
  ) {}

  async hear(records: readonly LogRecord[], alone?: Alone): Promise<void> {
    await this.schemas.prepare(records.flatMap((record) => (this.#typeOf(record) && record.value) || []));
    await this.deliver(records.map((record) => this.#observed(record, alone?.isDeadly ?? false)));
  }

  #observed(record: LogRecord, isDeadly: boolean): ObservedRecord {
    const topic = record.topic.slice(this.namespace.length);
    const { partition, offset, key, appendedAt, headerTexts: headers } = record;
    const { id, time, cause } = heardRecord(record, topic, undefined);
    const place = { topic, partition, offset, key: key && key.toString(), appendedAt };
    const about = { ...place, headers, id, time, correlationId: cause.correlationId };
    if (isDeadly) return { ...about, unreadable: 'the process died each time that this was read' };
    return { ...about, ...this.#read(record) };
  }

  #read(record: LogRecord): Pick<ObservedRecord, 'fact' | 'unreadable'> {
    const type = this.#typeOf(record);
    if (!record.value) return {};
    if (!type) return record.ceType === undefined ? { unreadable: 'the record has no ce_type' } : {};
    try {
      return { fact: { type: type.type, data: this.schemas.decode(type, record.value) } };
    } catch (error) {
      if (!(error instanceof UndecodableFact)) throw error;
      return { unreadable: error.message };
    }
  }

  /** Of a fact on its own topic. Copies of failed facts need not be read: what they copy is. */
  #typeOf({ ceType, topic }: LogRecord) {
    const type = ceType === undefined ? undefined : factByCeType(ceType);
    return type?.topic.name === topic.slice(this.namespace.length) ? type : undefined;
  }
}
