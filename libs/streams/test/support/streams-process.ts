import { visitors } from './apps.js';

// One instance in a process of its own, to be stopped and killed; its disk is the one that it is told.
const app = visitors('local');
const folder = process.env['STREAMS_FOLDER'];
await app.start({ service: 'booking', ...(folder !== undefined && { folder }) });
const told = setInterval(() => {
  const { tasks } = app.health();
  if (tasks.length === 0 || tasks.some(({ state }) => state !== 'running')) return;
  clearInterval(told);
  process.send?.('running');
}, 20);
process.on('SIGTERM', () => void app.stop().then(() => process.exit(0)));
