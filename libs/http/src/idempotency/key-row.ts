import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a request that was done, kept for whoever sends it again under its key. */
@Entity('idempotency_key')
export class IdempotencyKeyRow {
  @PrimaryColumn('uuid') id!: string; // of the person's key
  @Column('text') fingerprint!: string;
  @Column('smallint') status!: number;
  /** json, not jsonb: its fields stay in their order. */
  @Column('json', { nullable: true }) body!: unknown;
  @Column('text', { nullable: true }) location!: string | null;
  @Column('timestamptz') at!: Date;
}
