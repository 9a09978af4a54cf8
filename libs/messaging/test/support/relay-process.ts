// A relay in a process of its own: it tells its crash points and warnings, and stops at the point in STOP_AT, once.
import { settings } from '@ride/configuration';
import { crashPoints } from '../../src/crash-points.js';
import { kafkaLog } from '../../src/log/kafkajs.js';
import { Relay } from '../../src/relay/relay.js';

const { STOP_AT = '', DATABASE_URL = '' } = process.env;
const { kafka, namespace } = settings();

const tell = (what: string): Promise<void> =>
  new Promise((resolve) => process.send?.(what, undefined, {}, () => resolve()));
const nothing = () => undefined;
const warn = (_: object, message: string) => void tell(message);
const logger = { debug: nothing, info: nothing, warn, error: warn };

let stopped = false;
crashPoints.reached = async (point) => {
  await tell(point);
  if (point !== STOP_AT || stopped) return;
  stopped = true;
  process.kill(process.pid, 'SIGSTOP');
};

const log = kafkaLog({ ...kafka, clientId: 'relay-process', logger });
new Relay({ databaseUrl: DATABASE_URL, log, namespace, logger }).start();
