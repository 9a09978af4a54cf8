import { dayIn } from './local-day.js';

describe('a day', () => {
  it.each([
    ['America/New_York', '2026-11-25T04:59:59.999Z', '2026-11-24'],
    ['America/New_York', '2026-11-25T05:00:00.000Z', '2026-11-25'],
    ['America/New_York', '2026-07-01T03:59:59.999Z', '2026-06-30'], // summer time
    ['America/New_York', '2026-07-01T04:00:00.000Z', '2026-07-01'],
    ['Asia/Kolkata', '2026-12-31T18:30:00.000Z', '2027-01-01'],
    ['UTC', '2026-01-02T00:00:00.000Z', '2026-01-02'],
  ])('in %s at %s is %s', (timeZone, at, day) => {
    expect(dayIn(timeZone, Date.parse(at))).toBe(day);
  });
});
