import { given } from '@ride/decider';
import { RiderProfileChanged, RiderRated, RiderRatingChanged, RiderRegistered } from '@ride/events';
import { v7 } from 'uuid';
import { profile } from './profile.decider.js';

const riderId = '0198a0f0-0000-7000-8000-000000000001';
const rating = { average: 0, count: 0 };
const contact = { email: 'ada@example.org' };
const registered = RiderRegistered({ riderId, name: 'Ada', contact, rating, version: 1 });
const changed = (version: number, name = 'Ada L.') => RiderProfileChanged({ riderId, name, contact, rating, version });
const change = (name: string, to: { email?: string; phone?: string } = contact) =>
  ({ do: 'change', riderId, name, contact: to }) as const;

const rated = (stars: number) => RiderRated({ rideId: v7(), raterId: v7(), ratedId: riderId, stars });

const known = given(profile).facts(registered);
/** Version 3, said and heard back. */
const settled = known.facts(changed(2), changed(3, 'Ada'), registered, changed(2), changed(3, 'Ada'));

describe('a profile', () => {
  it('is registered when it is told first', () => {
    given(profile).when(change('Ada')).then(registered);
  });

  it('is told whole when it changes, with the next version', () => {
    const { state } = known.when(change('Ada L.')).then(changed(2));
    expect(state).toMatchObject({ version: 2, profile: { name: 'Ada L.', contact, rating } });
  });

  it('is told when only the contact changes', () => {
    const phone = { ...contact, phone: '+1 212 555 0100' };
    known
      .when(change('Ada', phone))
      .then(RiderProfileChanged({ riderId, name: 'Ada', contact: phone, rating, version: 2 }));
    known.when(change('Ada', {})).then(RiderProfileChanged({ riderId, name: 'Ada', contact: {}, rating, version: 2 }));
  });

  it('is not told again when nothing changes', () => {
    known.when(change('Ada')).then();
  });

  it('keeps its rating when the rider changes the rest', () => {
    const rated = { average: 4.5, count: 2 };
    const past = known.facts(RiderRatingChanged({ riderId, name: 'Ada', contact, rating: rated, version: 2 }));
    past
      .when(change('Ada L.'))
      .then(RiderProfileChanged({ riderId, name: 'Ada L.', contact, rating: rated, version: 3 }));
  });

  it('has the average of what drivers gave', () => {
    const changed = (average: number, count: number, version: number) =>
      RiderRatingChanged({ riderId, name: 'Ada', contact, rating: { average, count }, version });
    known.heard(rated(5)).then(changed(5, 1, 2));
    known
      .facts(changed(5, 1, 2))
      .heard(rated(4))
      .then(changed(4.5, 2, 3));
    known
      .facts(changed(4.5, 2, 2))
      .heard(rated(4))
      .then(changed(13 / 3, 3, 3));
    given(profile).heard(rated(5)).then();
  });

  it('doesn’t drift, however many give their stars', () => {
    const all = Array.from({ length: 1_000 }, (_, n) => 1 + ((n * n) % 5));
    const state = all.reduce((was, stars) => {
      const said = profile.react(was, { ...rated(stars), time: 0 }, 0);
      return said.reduce((to, fact) => profile.evolve(to, fact, 0), was);
    }, known.state);
    expect(state).toMatchObject({ profile: { rating: { average: 3, count: 1_000 } } });
  });
});

describe('its own topic', () => {
  it('brings back what was said: nothing to do', () => {
    expect(known.heard(registered).then().state).toMatchObject({ version: 1, heard: 1 });
    const { state } = known.facts(changed(2)).heard(registered).then();
    expect(state).toMatchObject({ profile: { name: 'Ada L.' }, version: 2 });
    settled.heard(changed(3, 'Ada')).then();
  });

  it.each([4, 5, 9])(
    'is ahead of a row that came back from a backup (version %i): the row is said again above it',
    (v) => {
      const { state } = settled.heard(changed(v, 'lost')).then(changed(v + 1, 'Ada'));
      expect(state).toMatchObject({ version: v + 1, profile: { name: 'Ada' } });
    },
  );

  it('goes back to an older version behind the newest: the row is said again', () => {
    settled.heard(changed(2)).then(changed(4, 'Ada'));
  });

  it('goes back while something newer is on its way: that will do', () => {
    settled.facts(changed(4)).heard(changed(2)).then();
  });

  it('gives a lost row back', () => {
    const { state } = given(profile).heard(changed(7)).then();
    expect(state).toMatchObject({ is: 'registered', version: 7, profile: { name: 'Ada L.' } });
  });

  it('settles: what was said again is not said once more', () => {
    const again = settled.facts(changed(9, 'lost'), changed(10, 'Ada'));
    again.heard(changed(10, 'Ada')).then();
  });
});
