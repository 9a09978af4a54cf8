import type { UnitOfWork } from '@ride/messaging';
import type { KafkaGroup } from '../log/group.js';
import type { TaskLog } from '../log/port.js';
import { GroupStore } from '../store/group-store.js';
import type { Disk } from '../store/local/disk.js';
import { LocalStore } from '../store/local/local-store.js';
import { PostgresStore } from '../store/postgres/postgres-store.js';
import type { TaskStore } from '../store/store.js';
import type { Output } from '../task/record.js';
import type { Task } from '../task/task.js';

export interface StoresOptions {
  readonly app: string;
  readonly fingerprint: string;
  readonly physical: (topic: string) => string;
  readonly disk: Disk | undefined;
  readonly unitOfWork: UnitOfWork | undefined;
  readonly send: (outputs: readonly Output[]) => Promise<void>;
  readonly group: KafkaGroup;
  /** Two groups of connections: what is restored shall not hold up what is committed. */
  readonly appending: TaskLog;
  readonly reading: TaskLog;
  readonly owner: string;
}

/** Half of Kafka's default for how long deletions stay in a compacted log. */
export const OLDEST_CHECKPOINT_MS = 43_200_000;

/** Where a task's state and position are kept. */
export function storesOf(options: StoresOptions): (task: Task) => TaskStore {
  return (task) => {
    switch (task.sub.store) {
      case undefined:
        return groupStore(options, task);
      case 'postgres':
        return postgresStore(options, task);
      case 'local':
        return localStore(options, task);
    }
  };
}

function groupStore({ physical, group, send }: StoresOptions, { inputs: read, partition }: Task): TaskStore {
  const asked = read.map(({ topic }) => ({ topic: physical(topic), partition }));
  const logical = new Map(read.map(({ topic }) => [physical(topic), topic]));
  const committed = async () => {
    const found = await group.committed(asked);
    return Object.fromEntries(found.map(({ topic, offset }) => [logical.get(topic)!, offset]));
  };
  return new GroupStore(committed, send);
}

function postgresStore({ unitOfWork, app, fingerprint }: StoresOptions, { id }: Task): TaskStore {
  if (!unitOfWork) throw new Error(`${app} keeps state in postgres: give start() the service's unit of work`);
  return new PostgresStore({ unitOfWork, app, task: id, fingerprint });
}

function localStore(options: StoresOptions, { id, sub, partition }: Task): TaskStore {
  const { app, physical, appending, reading, owner, fingerprint, send, disk } = options;
  return new LocalStore({
    ...{ log: appending, reading, changelog: physical(sub.changelog!), partition, owner, fingerprint, send },
    transactionalId: physical(`${app}-${id}`),
    disk: disk?.of(id),
    oldestCheckpointMs: OLDEST_CHECKPOINT_MS,
  });
}
