import type { Schemas } from '@ride/client';
import { EventStream } from '../api/event-stream.js';
import type { Person } from '../people/person.js';
import { codeOf, type World } from '../run/world.js';

export type Message = Schemas<'notification'>['NewMessage'];

/** What the notification service writes to a person, as it is written. Not yet open. */
export function messagesTo(
  person: Person,
  world: World,
  read: (message: Message) => void,
): EventStream<'notification'> {
  return new EventStream(person.apps.notification, {
    heard: (event) => {
      if (event.type === 'message.new') read(event.data);
    },
    lost: (reason) => world.tally.fail(`stream of messages: ${codeOf(reason)}`),
  });
}
