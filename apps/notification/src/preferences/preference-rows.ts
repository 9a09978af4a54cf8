import type { Cause, Tx, UnitOfWork } from '@ride/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../templates/words.js';
import { USUAL, wished, type Preferences, type Wish } from './preferences.js';

/** What a person wishes to be told, and in which language; there is none of who never said. */
@Entity('preference')
export class PreferenceRow {
  @PrimaryColumn('uuid') id!: string; // the person's
  @Column('text') language!: Language;
  @Column('jsonb') kinds!: Preferences['kinds'];
}

export async function preferencesOf(work: UnitOfWork, person: string): Promise<Preferences> {
  return (await work.read(PreferenceRow, person)) ?? USUAL;
}

/** As they stand for this Tx. */
export async function preferencesIn(tx: Tx, person: string): Promise<Preferences> {
  return (await tx.load(PreferenceRow, person)) ?? USUAL;
}

/** Throws Rejected `message_kind_required`. */
export function change(work: UnitOfWork, cause: Cause, person: string, wish: Wish): Promise<Preferences> {
  return work.run(cause, async (tx) => {
    const { language, kinds } = wished(await preferencesIn(tx, person), wish);
    tx.save(PreferenceRow, { id: person, language, kinds });
    return { language, kinds };
  });
}
