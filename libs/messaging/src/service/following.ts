import { factByCeType, type Schemas } from '@ride/events';
import type { Alone } from '../consumer/options.js';
import type { LogRecord } from '../log/port.js';
import { heardRecord } from '../inbox/heard-record.js';
import type { Logger } from '@ride/observability';
import type { FactServer } from '../transport/fact-server.js';

/** Delivers batches to `@Follow` handlers: no inbox, no transaction; a value that can't be read is left out and told. */
export class Following {
  constructor(
    private readonly server: FactServer,
    private readonly schemas: Schemas,
    private readonly namespace: string,
    private readonly logger: Logger,
  ) {}

  async hear(records: readonly LogRecord[], alone?: Alone): Promise<void> {
    if (alone?.isDeadly) {
      for (const { topic, partition, offset } of records)
        this.logger.error({ topic, partition, offset }, 'a record that kills the process is left out');
      return;
    }
    await this.schemas.prepare(records.flatMap(({ value }) => (value ? [value] : [])));
    const batches = new Map<string, unknown[]>();
    for (const record of records) {
      const { ceType } = record;
      const type = ceType === undefined ? undefined : factByCeType(ceType);
      if (!type || !record.value || this.server.handlers.follow(type.type).length === 0) continue;
      const { time, cause } = heardRecord(record, record.topic.slice(this.namespace.length), type);
      const batch = batches.get(type.type) ?? [];
      batches.set(type.type, batch);
      try {
        batch.push({ type: type.type, time, data: this.schemas.decode(type, record.value), ...cause });
      } catch (error) {
        const { topic, partition, offset } = record;
        this.logger.warn({ err: error, topic, partition, offset }, 'a value that nobody can read is left out');
      }
    }
    for (const [type, facts] of batches) await this.server.deliverBatch(type, facts);
  }
}
