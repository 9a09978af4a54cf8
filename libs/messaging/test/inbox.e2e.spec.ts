import { v7 } from 'uuid';
import { dayOf, INBOX_DAYS } from '../src/inbox/inbox.js';
import { keepInbox } from '../src/service/database.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  smallService,
  type SmallService,
} from './support/small-service.js';

const DAY = 86_400_000;

describe('the inbox', () => {
  let service: SmallService;
  class Nobody {}
  const partitionOf = async (event: string): Promise<string> => {
    const [row]: { at: string }[] = await service.runtime.data.query(
      'SELECT tableoid::regclass::text AS at FROM inbox WHERE event = $1',
      [event],
    );
    return row?.at.replaceAll('"', '') ?? 'nowhere';
  };
  const remember = async (time: number): Promise<string> => {
    const event = v7();
    await service.runtime.data.query('INSERT INTO inbox VALUES ($1, $2, $3)', ['booking', dayOf(time), event]);
    return event;
  };

  beforeAll(async () => {
    ownNamespace();
    await createDatabase();
    service = await smallService(Nobody, 'SELECT');
  });
  afterAll(async () => {
    await service.app.close();
    await dropDatabase();
  });

  it('keeps what came for a day before that day had its partition, and the day can still be made', async () => {
    const now = Date.now();
    const [today, ahead] = [await remember(now), await remember(now + 5 * DAY)];
    expect([await partitionOf(today), await partitionOf(ahead)]).toEqual([`inbox_${dayOf(now)}`, 'inbox_other']);
    await keepInbox('booking', now + 4 * DAY);
    expect(await partitionOf(ahead)).toBe(`inbox_${dayOf(now + 5 * DAY)}`);
    await expect(
      service.runtime.data.query('INSERT INTO inbox SELECT * FROM inbox WHERE event = $1', [ahead]),
    ).rejects.toThrow();
  });

  it('forgets days that are past its memory, and no other', async () => {
    const now = Date.now();
    const [old, young] = [await remember(now - 3 * DAY), await remember(now)];
    await keepInbox('booking', now + (INBOX_DAYS - 1) * DAY);
    expect([await partitionOf(old), await partitionOf(young)]).toEqual(['nowhere', `inbox_${dayOf(now)}`]);
  });
});
