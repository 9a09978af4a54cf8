import { given } from '@ride/decider';
import { DriverProfileChanged, DriverRated, DriverRatingChanged, DriverRegistered } from '@ride/events';
import { v7 } from 'uuid';
import { profile } from './profile.decider.js';

const driverId = v7();
const told = {
  driverId,
  name: 'Grace',
  vehicle: 'Toyota Prius',
  plate: 'T 123',
  vehicleClass: 'standard',
  contact: { phone: '+1 212 555 0100' },
} as const;
const rating = { average: 0, count: 0 };
const registered = DriverRegistered({ ...told, rating, version: 1 });
const changed = (version: number, more: object = {}) => DriverProfileChanged({ ...told, rating, ...more, version });
const rated = (stars: number) => DriverRated({ rideId: v7(), raterId: v7(), ratedId: driverId, stars });

const nobody = given(profile);
const somebody = nobody.facts(registered);

describe('a profile', () => {
  it('is registered first, then changed, whole and with its version', () => {
    nobody.when({ do: 'change', ...told }).then(registered);
    somebody.when({ do: 'change', ...told, plate: 'T 9' }).then(changed(2, { plate: 'T 9' }));
    const news = [
      { name: 'G.' },
      { vehicle: 'Toyota Camry' },
      { vehicleClass: 'xl' },
      { contact: {} },
      { contact: { ...told.contact, email: 'grace@example.org' } },
    ] as const;
    for (const more of news) somebody.when({ do: 'change', ...told, ...more }).then(changed(2, more));
  });
  it('that is the same says nothing', () => {
    somebody.when({ do: 'change', ...told }).then();
  });
  it('has the average of what riders gave', () => {
    const first = { average: 5, count: 1 };
    somebody.heard(rated(5)).then(DriverRatingChanged({ ...told, rating: first, version: 2 }));
    const once = somebody.facts(DriverRatingChanged({ ...told, rating: first, version: 2 }));
    once.heard(rated(2)).then(DriverRatingChanged({ ...told, rating: { average: 3.5, count: 2 }, version: 3 }));
    once.when({ do: 'change', ...told, name: 'G.' }).then(changed(3, { name: 'G.', rating: first }));
    nobody.heard(rated(5)).then();
  });
  it('has an average that doesn’t drift, however many give their stars', () => {
    const all = Array.from({ length: 1_000 }, (_, n) => 1 + ((n * n) % 5));
    const state = all.reduce((was, stars) => {
      const said = profile.react(was, { ...rated(stars), time: 0 }, 0);
      return said.reduce((to, fact) => profile.evolve(to, { ...fact, time: 0 }, 0), was);
    }, somebody.state);
    expect(state).toMatchObject({ profile: { rating: { average: 3, count: 1_000 } } });
  });
});

describe('what comes back on drivers.v1', () => {
  it('is nothing new', () => {
    somebody.heard(registered).then();
    const { state } = somebody
      .facts(changed(2, { plate: 'T 9' }))
      .heard(registered)
      .then();
    expect(state).toMatchObject({ profile: { plate: 'T 9' }, version: 2 });
  });
  it('with a class of vehicle that is newer is said again with a standard one, as any other with its own', () => {
    const of = (vehicleClass: string) =>
      ({ type: registered.type, data: { ...registered.data, vehicleClass } }) as never;
    nobody.facts(of('unknown')).heard(changed(5)).then(changed(6));
    nobody
      .facts(of('xl'))
      .heard(changed(5))
      .then(changed(6, { vehicleClass: 'xl' }));
  });
  it('in a higher version is said again above it', () => {
    somebody.heard(changed(5, { name: 'lost' })).then(changed(6));
  });
  it('in a lower version behind the newest is said again', () => {
    somebody.facts(registered, changed(2), changed(2)).heard(registered).then(changed(3));
  });
  it('gives a lost row back', () => {
    expect(nobody.heard(changed(7)).then().state).toMatchObject({ is: 'registered', version: 7 });
  });
});
