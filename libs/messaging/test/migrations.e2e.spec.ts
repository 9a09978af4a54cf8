import { forgetSettings } from '@ride/configuration';
import type { DataSource } from 'typeorm';
import { migrate, openDatabase } from '../src/service/database.js';
import { createDatabase, dropDatabase, ownNamespace } from './support/small-service.js';

describe('where migrations are somebody else’s', () => {
  let opened: DataSource | undefined;
  const before = process.env['RIDE_MIGRATIONS'];
  beforeAll(async () => {
    process.env['RIDE_MIGRATIONS'] = 'wait';
    forgetSettings();
    ownNamespace();
    await createDatabase();
  });
  afterAll(async () => {
    if (before === undefined) delete process.env['RIDE_MIGRATIONS'];
    else process.env['RIDE_MIGRATIONS'] = before;
    forgetSettings();
    await opened?.destroy();
    await dropDatabase();
  });

  it('an instance waits for them, and changes no table itself', async () => {
    const opening = openDatabase('booking', []).then((data) => {
      opened = data;
    });
    const done = await migrate('booking', []);
    // Had the instance migrated, nothing would have been left to do.
    expect(done).toContain('Delivery1764000000000');
    await opening;
    expect(opened?.isInitialized).toBe(true);
  });

  it('there is nothing to do a second time, and nothing to wait for', async () => {
    expect(await migrate('booking', [])).toEqual([]);
    const again = await openDatabase('booking', []);
    await again.destroy();
  });
});
