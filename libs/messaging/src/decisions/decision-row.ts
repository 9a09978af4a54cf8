import { Column, PrimaryColumn } from 'typeorm';
import type { Cause } from '../cause.js';

/**
 * The columns of a `DecisionRow`'s table, for `CREATE TABLE …`; one with deadlines wants an index on `due_at`. Frozen, since
 * migrations that have run were made with it: what changes later comes as new migrations.
 */
export const DECISION_COLUMNS = `
  id uuid PRIMARY KEY,
  state jsonb NOT NULL,
  version int NOT NULL,
  due_at timestamptz,
  deadline_said_at timestamptz,
  cause jsonb NOT NULL`;

/** The columns of a `DecisionHistoryRow`'s table; frozen as those above. */
export const HISTORY_COLUMNS = `
  id text PRIMARY KEY,
  "of" uuid NOT NULL,
  version int NOT NULL,
  type text NOT NULL,
  said boolean NOT NULL,
  time timestamptz NOT NULL,
  data jsonb NOT NULL`;

/** The row of a decider: its folded state, when it must be looked at again, and what moved it last. */
export abstract class DecisionRow<State> {
  /** The key of the facts it decides about. */
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') state!: State;
  /** How many facts are folded into the state. */
  @Column('int') version!: number;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  /** On a topic that several services write: up to when deadlines have been said and wait to be heard back. */
  @Column('timestamptz', { nullable: true }) deadlineSaidAt!: Date | null;
  /** Why it last changed; deadlines are said because of it. */
  @Column('jsonb') cause!: Cause;
}

/** One fact in the life of a decider's row, in the order it was folded. */
export abstract class DecisionHistoryRow {
  /** `<row id>:<version>` */
  @PrimaryColumn('text') id!: string;
  @Column('uuid') of!: string;
  @Column('int') version!: number;
  @Column('text') type!: string;
  @Column('boolean') said!: boolean;
  @Column('timestamptz') time!: Date;
  @Column('jsonb') data!: unknown;
}
