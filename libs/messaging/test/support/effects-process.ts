// A service with effects in a process of its own: it tells each call by its offer, and each takes a while.
import { setTimeout as sleep } from 'node:timers/promises';
import { TellingHandlers, watching } from './effects-world.js';
import { smallService } from './small-service.js';

watching.called = async (offerId) => {
  process.send?.(offerId);
  await sleep(100);
};
const { app } = await smallService(TellingHandlers, 'SELECT', 'notification');
await app.listen();
process.once('SIGTERM', () => void app.close().then(() => process.exit()));
process.send?.('listens');
