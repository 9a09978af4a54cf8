import { z } from 'zod';
import { LANGUAGES, MESSAGE_KINDS } from '../templates/words.js';
import type { MessageKind } from '../who-is-told.js';
import { isRequired } from './preferences.js';

const Channels = z
  .object({
    inApp: z.boolean().meta({ description: 'in GET /messages and on GET /events' }),
    webhook: z.boolean().meta({ description: 'posted to your webhook, if you have one' }),
  })
  .meta({ id: 'Channels' });
const ShownChannels = Channels.extend({
  required: z.boolean().meta({ description: 'its `inApp` can’t be switched off' }),
}).meta({ id: 'ShownChannels' });

/** The document says so, and the policy refuses what is otherwise, with a code of its own. */
const stays = z
  .boolean()
  .meta({ const: true, description: 'stays true: what says how much is paid is kept in GET /messages' });
const ChannelsOfRequired = Channels.extend({ inApp: stays }).meta({ id: 'ChannelsOfRequired' });

/** An object with a field for every kind of message. */
function ofEachKind<T extends z.ZodType>(schemaOf: (kind: MessageKind) => T): Record<MessageKind, T> {
  return Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, schemaOf(kind)])) as Record<MessageKind, T>;
}

export type Wish = z.infer<typeof Wish>;
export const Wish = z
  .object({
    language: z.enum(LANGUAGES).optional(),
    kinds: z
      .strictObject(ofEachKind((kind) => (isRequired(kind) ? ChannelsOfRequired : Channels).optional()))
      .optional(),
  })
  .meta({ id: 'PreferenceChange' });

export type ShownPreferences = z.infer<typeof ShownPreferences>;
export const ShownPreferences = z
  .object({
    language: z.string().meta({ description: 'ISO 639-1' }),
    kinds: z.object(ofEachKind(() => ShownChannels)),
  })
  .meta({ id: 'Preferences' });
