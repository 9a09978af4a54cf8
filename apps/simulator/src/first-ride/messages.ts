import { z } from 'zod';
import { EventStream } from '../api/event-stream.js';
import type { Person } from '../people/person.js';
import { codeOf, streamOf, type World } from '../run/world.js';

const Message = z.object({ kind: z.string(), text: z.string() });
export type Message = z.infer<typeof Message>;

/** What the notification service writes to a person, as it is written. Not yet open. */
export function messagesTo(person: Person, world: World, read: (message: Message) => void): EventStream {
  return new EventStream(streamOf(world, 'notification', person), {
    heard: ({ type, data }) => {
      const message = Message.safeParse(JSON.parse(data));
      if (message.success) read(message.data);
      else world.tally.fail(`event ${type}: unexpected_shape`);
    },
    lost: (reason) => world.tally.fail(`stream of messages: ${codeOf(reason)}`),
  });
}
