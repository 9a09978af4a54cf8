import type { Tx } from '@ride/messaging';
import { preferencesIn } from './preferences/preference-rows.js';
import { channelsFor, type Channels } from './preferences/preferences.js';
import type { Language } from './templates/words.js';
import { hasWebhook } from './webhook/webhooks.js';
import type { MessageKind } from './who-is-told.js';

/** How a person is reached: in their language, in the channels that they wish and have. */
export interface Reach extends Channels {
  readonly language: Language;
}

export async function reachOf(tx: Tx, person: string, kind: MessageKind): Promise<Reach> {
  const [preferences, canBePosted] = await Promise.all([preferencesIn(tx, person), hasWebhook(tx, person)]);
  const { inApp, webhook } = channelsFor(preferences, kind);
  return { language: preferences.language, inApp, webhook: webhook && canBePosted };
}
