import { NotificationSent } from '@ride/events';
import { On, type Tx } from '../../src/index.js';
import { smallService, type SmallService } from '../support/small-service.js';
import { factOf } from './facts.js';
import { LISTENER_TABLES, ToldRow } from './tables.js';

class Handlers {
  @On(NotificationSent)
  async hear({ data: { recipientId, about, channel } }: NotificationSent, tx: Tx): Promise<void> {
    const { number } = factOf(about.factId);
    const { handled = [], called = [] } = (await tx.load(ToldRow, recipientId)) ?? {};
    const row =
      channel === 'webhook' ? { handled, called: [...called, number] } : { handled: [...handled, number], called };
    tx.save(ToldRow, { id: recipientId, ...row });
  }
}

/** A service in this process, which nobody kills: it hears what the other one says. */
export async function startListener(): Promise<SmallService> {
  const listener = await smallService(Handlers, LISTENER_TABLES, 'rider');
  await listener.app.listen();
  return listener;
}
