import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a task is. Whoever holds the row owns the task: there is one commit after the other, and each must know the one before. */
@Entity('stream_position')
export class StreamPositionRow {
  /** Application and task. */
  @PrimaryColumn('text') id!: string;
  @Column('int') commits!: number;
  /** A fresh one for each opening: who was there before does not know it. */
  @Column('text') owner!: string;
  @Column('text') fingerprint!: string;
  /** `json`, not `jsonb`: keys may hold what jsonb refuses. */
  @Column('json') position!: unknown;
}

/** One entry of a task's state. */
@Entity('stream_state')
export class StreamStateRow {
  /** Application, then the entry's key in base64. */
  @PrimaryColumn('text') id!: string;
  @Column('text') task!: string;
  @Column('json') value!: unknown;
}

/** Nothing is stored: a unit of work says facts only of keys that it holds, and a task's position holds all of its keys. */
@Entity('stream_key')
export class StreamKeyRow {
  @PrimaryColumn('text') id!: string;
}
