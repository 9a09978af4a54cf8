import { visitors } from './apps.js';
import type { Told } from './instance.js';
import { openService } from './service.js';
import { stopBeforeAppend } from './stop-before-append.js';

// One instance in a process of its own, to be stopped and killed; its disk is the one that it is told.
const tell = (told: Told): Promise<void> =>
  new Promise((resolve) => (process.send ? process.send(told, () => resolve()) : resolve()));
const { STREAMS_FOLDER: folder, STREAMS_STOP_BEFORE: stopBefore, STREAMS_STORE } = process.env;
const store = STREAMS_STORE === 'postgres' ? 'postgres' : 'local';
if (stopBefore !== undefined) stopBeforeAppend(Number(stopBefore), (what) => tell({ what }));
const app = visitors(store);
const unitOfWork = store === 'postgres' ? (await openService()).runtime.unitOfWork : undefined;
await app.start({
  service: 'booking',
  ...(folder !== undefined && { folder }),
  ...(unitOfWork && { unitOfWork }),
});
setInterval(() => void tell({ tasks: app.health().tasks }), 20);
process.on('SIGTERM', () => void app.stop().then(() => process.exit(0)));
