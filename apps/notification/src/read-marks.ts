import { Injectable } from '@nestjs/common';
import { rejections } from '@ride/decider';
import { LiveUpdates } from '@ride/http';
import { UnitOfWork, type Cause } from '@ride/messaging';
import { isMessageOf, markRead, unreadUpTo } from './messages.js';

export const markRefusals = rejections({
  message_not_found: 'You have no message with this id: GET /messages shows yours.',
});
/** Messages marked in one transaction, so that none is long. */
const AT_ONCE = 500;

/** What a person has read on one device is read on all of them: a mark that changes something is a live event. */
@Injectable()
export class ReadMarks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly live: LiveUpdates,
  ) {}

  /** Throws `message_not_found`. */
  async read(cause: Cause, person: string, messageId: string): Promise<void> {
    await this.#mustHave(person, messageId);
    await this.#mark(cause, person, [messageId], { messageId });
  }

  /** All unread ones up to that one, oldest first. Throws `message_not_found`. */
  async readUpTo(cause: Cause, person: string, last: string): Promise<void> {
    await this.#mustHave(person, last);
    for (;;) {
      const ids = await unreadUpTo(this.work, person, last, AT_ONCE);
      const upTo = ids.at(-1);
      if (upTo === undefined) return;
      await this.#mark(cause, person, ids, { upTo });
    }
  }

  async #mark(
    cause: Cause,
    person: string,
    ids: readonly string[],
    which: { readonly messageId: string } | { readonly upTo: string },
  ): Promise<void> {
    await this.work.run(cause, async (tx) => {
      const readAt = await markRead(tx, ids);
      if (readAt === undefined) return;
      await this.live.say(tx, person, 'message.read', { ...which, readAt: readAt.toISOString() });
    });
  }

  async #mustHave(person: string, messageId: string): Promise<void> {
    if (!(await isMessageOf(this.work, person, messageId))) throw markRefusals.message_not_found();
  }
}
