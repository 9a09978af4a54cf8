import { askedWith, instantOf, wishIn } from './filter.js';

describe('the filter of failed facts', () => {
  it('is as the address says', () => {
    expect(wishIn(new URLSearchParams('service=booking&status=waiting&fact=RideAccepted&code=&nonsense=1'))).toEqual({
      service: 'booking',
      status: 'waiting',
      filter: { fact: 'RideAccepted' },
    });
  });
  it('is of the dead ones of all services, unless it says otherwise', () => {
    expect(wishIn(new URLSearchParams('service=nobody&status=lost'))).toEqual({
      service: undefined,
      status: 'dead',
      filter: {},
    });
  });
  it('changes the address, and leaves the rest of it', () => {
    expect(askedWith(new URLSearchParams('service=booking&code=late'), { code: '', fact: 'X' }).toString()).toBe(
      'service=booking&fact=X',
    );
  });
  it('takes minutes for UTC', () =>
    expect([instantOf('2026-11-25T04:12'), instantOf('')]).toEqual(['2026-11-25T04:12:00.000Z', '']));
});
