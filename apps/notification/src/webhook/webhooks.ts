import type { Cause, Tx, UnitOfWork } from '@ride/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { newSecret } from './signed-message.js';

/** Where a person wants their messages to be posted. Address and secret stand in this table and nowhere else. */
@Entity('webhook')
export class WebhookRow {
  @PrimaryColumn('uuid') id!: string; // the person's
  @Column('text') url!: string;
  /** New with each registration, and shown in the answer to it only. */
  @Column('text') secret!: string;
  @Column('timestamptz') registeredAt!: Date;
  /** Since when nothing is posted, for the receiver has answered 410 Gone. */
  @Column('timestamptz', { nullable: true }) goneAt!: Date | null;
  /** The webhook-id that it answered so. */
  @Column('uuid', { nullable: true }) goneAnswering!: string | null;
}

/** Registers the address in place of an earlier one, with a new secret. */
export function register(work: UnitOfWork, cause: Cause, person: string, url: string): Promise<WebhookRow> {
  return work.run(cause, async (tx) => {
    await tx.load(WebhookRow, person);
    const row: WebhookRow = {
      ...{ id: person, url, secret: newSecret(), registeredAt: new Date(tx.now) },
      ...{ goneAt: null, goneAnswering: null },
    };
    tx.save(WebhookRow, row);
    return row;
  });
}

export function webhookOf(work: UnitOfWork, person: string): Promise<WebhookRow | undefined> {
  return work.read(WebhookRow, person);
}

/** That there is one to post to, as far as is known. */
export async function hasWebhook(tx: Tx, person: string): Promise<boolean> {
  return (await tx.load(WebhookRow, person))?.goneAt === null;
}

export function unregister(work: UnitOfWork, cause: Cause, person: string): Promise<void> {
  return work.run(cause, async (tx) => {
    if ((await tx.load(WebhookRow, person)) !== undefined) tx.remove(WebhookRow, person);
  });
}

/** The receiver of this registration is gone; one that was made since stays. */
export function switchOff(work: UnitOfWork, cause: Cause, was: WebhookRow, answering: string): Promise<void> {
  return work.run(cause, async (tx) => {
    const now = await tx.load(WebhookRow, was.id);
    if (now === undefined || now.secret !== was.secret || now.goneAt !== null) return;
    tx.save(WebhookRow, { ...now, goneAt: new Date(tx.now), goneAnswering: answering });
  });
}
