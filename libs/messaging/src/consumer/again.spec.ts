import type { LogBatch } from '../log/port.js';
import { Again } from './again.js';

const place = { topic: 'things', partition: 1 };
const batch = (first: number) => ({ ...place, records: [{ offset: String(first) }] }) as unknown as LogBatch;

/** What has become of it. */
function watched(asked: Promise<void>) {
  const fate = { is: 'awaited' };
  asked.then(
    () => (fate.is = 'heard'),
    ({ code }: { code: string }) => (fate.is = code),
  );
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return fate.is;
  };
}
function asked(from: bigint, until: bigint) {
  const again = new Again();
  return { again, fate: watched(again.awaits({ ...place, from, until })) };
}

describe('what is heard again', () => {
  it('is heard when the member has come from its begin to its end', async () => {
    const { again, fate } = asked(3n, 8n);
    again.came(batch(3));
    again.stands(place, 7n);
    expect(await fate()).toBe('awaited');
    again.stands(place, 8n);
    expect(await fate()).toBe('heard');
  });

  it('is not heard by a batch of before the asking that ends behind it', async () => {
    const { again, fate } = asked(3n, 8n);
    again.stands(place, 9n);
    expect(await fate()).toBe('awaited');
    again.came(batch(3));
    again.stands(place, 9n);
    expect(await fate()).toBe('heard');
  });

  it('is not heard by another partition', async () => {
    const { again, fate } = asked(3n, 8n);
    const other = { ...place, partition: 2 };
    again.came({ ...batch(3), ...other });
    again.stands(other, 8n);
    expect(await fate()).toBe('awaited');
  });

  it('can’t be told of when the member goes on elsewhere', async () => {
    const { again, fate } = asked(3n, 8n);
    again.came(batch(5));
    expect(await fate()).toBe('group_changed');
  });

  it('may go on in later batches', async () => {
    const { again, fate } = asked(3n, 8n);
    again.came(batch(3));
    again.stands(place, 5n);
    again.came(batch(5));
    again.stands(place, 8n);
    expect(await fate()).toBe('heard');
  });

  it('can’t be told of when the share is another, or it is asked for once more', async () => {
    const { again, fate } = asked(3n, 8n);
    const newer = watched(again.awaits({ ...place, from: 4n, until: 8n }));
    expect([await fate(), await newer()]).toEqual(['group_changed', 'awaited']);
    again.forget();
    expect(await newer()).toBe('group_changed');
  });

  it('is heard at once when it is nothing', async () => {
    expect(await asked(8n, 8n).fate()).toBe('heard');
  });
});
