import { Id, Time } from '@ride/http';
import { z } from 'zod';

const fields = {
  messageId: Id,
  kind: z.string().meta({ description: 'what it tells; there may be more kinds one day' }),
  text: z.string(),
  language: z.string().meta({ description: 'of the text (ISO 639-1): what you wished when it was written' }),
  about: z.object({ fact: z.string(), factId: Id, rideId: Id }).meta({ description: 'the fact that it tells of' }),
  sentAt: Time,
};
const example = {
  messageId: '01a21044-9a01-7d02-8c11-6a0f5d1e2b3c',
  kind: 'driver_on_the_way',
  text: 'Your driver is on the way and comes in about 4 minutes. The fare is $12.50.',
  language: 'en',
  about: {
    fact: 'BookingCreated',
    factId: '01a21044-9a00-7d02-8c11-6a0f5d1e2b3c',
    rideId: '01a21044-98be-71cf-a7d5-4bb8552fbabf',
  },
  sentAt: '2026-11-25T04:12:15.020Z',
};

export const NewMessage = z.object(fields).meta({ id: 'NewMessage', examples: [example] });
export const Message = z
  .object({ ...fields, readAt: Time.optional().meta({ description: 'absent: it is unread' }) })
  .meta({ id: 'Message', examples: [example] });
export const MessageList = z
  .object({
    messages: z.array(Message),
    unread: z.number().int().meta({ description: 'how many are unread, on this page or not' }),
    next: z.string().optional().meta({ description: 'the `cursor` of the next page; absent on the last' }),
  })
  .meta({ id: 'MessageList' });

/** The data of each type of event that a person's stream has. */
export const messageEvents = {
  'message.new': NewMessage,
  'message.read': z
    .object({
      messageId: Id.optional().meta({ description: 'the one that was marked' }),
      upTo: Id.optional().meta({ description: 'or: this one and all older ones' }),
      readAt: Time,
    })
    .meta({ id: 'MessageRead', description: 'on another device, perhaps' }),
};
