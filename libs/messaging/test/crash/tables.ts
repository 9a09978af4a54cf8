import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The numbers of a key's facts, in the order in which they were handled. */
@Entity('handled')
export class HandledRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') numbers!: readonly number[];
}

/** How many facts about a driver were handled. */
@Entity('driver_tally')
export class DriverTallyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') facts!: number;
}

/** `run` and `call` are written outside any unit of work: what was done stands there whatever became of it. */
export const SERVICE_TABLES = `
  CREATE TABLE handled (id uuid PRIMARY KEY, numbers jsonb NOT NULL);
  CREATE TABLE driver_tally (id uuid PRIMARY KEY, facts int NOT NULL);
  CREATE TABLE run (event uuid NOT NULL);
  CREATE TABLE call (
    n bigint GENERATED ALWAYS AS IDENTITY, event uuid NOT NULL, idempotency_key text NOT NULL, went_well boolean NOT NULL);
  CREATE INDEX ON run (event);
  CREATE INDEX ON call (event)`;

/** What another service has heard about a key: numbers, in its order, of the handler's answers and of the effect's. */
@Entity('told')
export class ToldRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') handled!: readonly number[];
  @Column('jsonb') called!: readonly number[];
}
export const LISTENER_TABLES = 'CREATE TABLE told (id uuid PRIMARY KEY, handled jsonb NOT NULL, called jsonb NOT NULL)';
