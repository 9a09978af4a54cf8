import { RideAccepted } from '@ride/events';
import { heardRecord } from './heard-record.js';

const bare = {
  topic: 't_rides.v1',
  partition: 3,
  offset: '42',
  key: null,
  value: Buffer.from('?'),
  appendedAt: Date.UTC(2026, 0, 31, 23, 59, 59, 999),
  headers: [],
  ceType: undefined,
  headerTexts: [] as [string, string][],
};
const with_ = (...headerTexts: [string, string][]) => heardRecord({ ...bare, headerTexts }, 'rides.v1', RideAccepted);

describe('a record that says less than a fact should', () => {
  it('is known by its place in the log and the time it was appended, whenever it is heard', () => {
    const [once, again] = [heardRecord(bare, 'rides.v1', undefined), heardRecord(bare, 'rides.v1', undefined)];
    expect(once).toMatchObject({ id: again.id, time: bare.appendedAt, cause: { id: once.id, correlationId: once.id } });
    expect(heardRecord({ ...bare, offset: '43' }, 'rides.v1', undefined).id).not.toBe(once.id);
  });
  it.each([
    ['an id that is no UUID', with_(['ce_id', 'R-1'])],
    ['no id', with_()],
  ])('has an id made of its place for %s', (_, heard) => {
    expect(heard.id).toMatch(/^[0-9a-f-]{14}5/);
  });
  it.each(['yesterday', '-000001-01-01T00:00:00Z', '+020000-01-01T00:00:00Z'])(
    'has the time it was appended instead of %s',
    (time) => {
      expect(with_(['ce_time', time]).time).toBe(bare.appendedAt);
    },
  );
});
