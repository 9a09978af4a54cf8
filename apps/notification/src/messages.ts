import { NotificationSent } from '@ride/events';
import type { Slice } from '@ride/http';
import type { Tx, UnitOfWork } from '@ride/messaging';
import type { DataSource } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import type { Message, MessageKind } from './templates.js';

@Entity('message')
export class MessageRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') person!: string;
  @Column('uuid') rideId!: string;
  @Column('text') kind!: MessageKind;
  @Column('text') text!: string;
  /** The fact that it tells of. */
  @Column('jsonb') about!: { readonly factId: string; readonly fact: string };
  /** When that happened. */
  @Column('timestamptz') at!: Date;
}

/** A message as GET /messages and the live stream show it. */
export interface ShownMessage {
  readonly messageId: string;
  readonly rideId: string;
  readonly kind: string;
  readonly text: string;
  readonly sentAt: string;
}

/** Puts a message into the person's inbox and says that it was sent. */
export function write(
  tx: Tx,
  { person, kind, text }: Message,
  about: MessageRow['about'],
  rideId: string,
): ShownMessage {
  const row: MessageRow = { id: v7(), person, rideId, kind, text, about, at: new Date(tx.now) };
  tx.append(MessageRow, row);
  tx.publish(NotificationSent({ recipientId: person, about, channel: 'in_app' }));
  return shown(row);
}

/** A person's messages. */
export async function messagesOf(
  data: DataSource,
  person: string,
  { before, limit }: Slice,
): Promise<readonly ShownMessage[]> {
  const rows = await data.query<Parameters<typeof shown>[0][]>(
    `SELECT id, ride_id AS "rideId", kind, text, at FROM message
     WHERE person = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [person, before ?? null, limit],
  );
  return rows.map(shown);
}

/** The message that tells the person of this fact. */
export async function messageTelling(
  work: UnitOfWork,
  person: string,
  factId: string,
): Promise<ShownMessage | undefined> {
  const [row] = await work.find<Parameters<typeof shown>[0]>(
    'message telling',
    `SELECT id, ride_id AS "rideId", kind, text, at FROM message
     WHERE about->>'factId' = $1 AND person = $2 ORDER BY id LIMIT 1`,
    [factId, person],
  );
  return row && shown(row);
}

function shown({ id, rideId, kind, text, at }: Omit<MessageRow, 'person' | 'about'>): ShownMessage {
  return { messageId: id, rideId, kind, text, sentAt: at.toISOString() };
}
