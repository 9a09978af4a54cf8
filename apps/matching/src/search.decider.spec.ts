import { given } from '@ride/decider';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  RideAcceptanceRefused,
  RideAccepted,
  RideCancelled,
  RideDeclined,
  RideOffered,
  RideOfferExpired,
  RideOfferWithdrawn,
  RideRequested,
  RideUnfulfilled,
  SearchExhausted,
} from '@ride/events';
import { search } from './search.decider.js';

const id = (n: number) => `0198a0f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const rideId = id(1);
const riderId = id(2);
const [ann, bob, cem] = [
  { driverId: id(11), offerId: id(21) },
  { driverId: id(12), offerId: id(22) },
  { driverId: id(13), offerId: id(23) },
];
const fee = { minor: 0, currency: 'USD' };
const trip = {
  pickup: { lat: 40.75, lng: -73.98 },
  dropoff: { lat: 40.7, lng: -74 },
  fareEstimate: { minor: 1500, currency: 'USD' },
};
const OFFER = 15_000;
const SEARCH = 180_000;
const rules = { offerMs: OFFER, offersAtOnce: 1 };
const one = search(rules);
const two = search({ ...rules, offersAtOnce: 2 });

const request = RideRequested({
  rideId,
  riderId,
  ...trip,
  vehicleClass: 'standard',
  area: 'new-york',
  expiresAt: SEARCH,
});
const offered = (to: typeof ann, round = 1, expiresAt = OFFER) =>
  RideOffered({ rideId, ...to, round, ...trip, pickupEtaSeconds: 60, expiresAt });
const offer = (...to: (typeof ann)[]) => ({
  do: 'offer' as const,
  rideId,
  picks: to.map((driver) => ({ ...driver, pickupEtaSeconds: 60 })),
});
const accepted = (by: typeof ann) => RideAccepted({ rideId, ...by });
const declined = (by: typeof ann) => RideDeclined({ rideId, ...by });
const expired = (of: typeof ann) => RideOfferExpired({ rideId, ...of });
const refused = (by: typeof ann) => RideAcceptanceRefused({ rideId, ...by, reason: 'driver_busy' });
const withdrawn = (from: typeof ann, reason: 'ride_booked' | 'ride_ended' | 'driver_booked' | 'driver_unavailable') =>
  RideOfferWithdrawn({ rideId, ...from, reason });
const booked = (by: typeof ann) =>
  BookingCreated({ rideId, riderId, ...by, fare: trip.fareEstimate, pickupEtaSeconds: 60 });
const left = (by: typeof ann, expiresAt: number) =>
  BookingCancelled({ rideId, riderId, ...by, by: 'driver', fee, expiresAt });
const exhausted = (reason: 'no_driver_nearby' | 'none_accepted') => SearchExhausted({ rideId, reason });
const completed = BookingCompleted({
  rideId,
  riderId,
  ...ann,
  area: 'new-york',
  fare: trip.fareEstimate,
  distanceMetres: 5_000,
  durationSeconds: 900,
  settledBy: 'quote',
});
const cancelled = RideCancelled({ rideId, riderId, by: 'rider', fee });
const unfulfilled = RideUnfulfilled({ rideId, riderId, reason: 'none_accepted' });
const ENDINGS = [
  ['completed', completed],
  ['cancelled', cancelled],
  ['unfulfilled', unfulfilled],
] as const;

describe('an offer', () => {
  it('is made to the driver a round chose, with the time to answer', () => {
    given(one)
      .facts(request)
      .at(1_000)
      .when(offer(ann))
      .then(offered(ann, 1, 1_000 + OFFER));
  });
  it('numbers the rounds of its search', () => {
    given(one).facts(request, offered(ann), declined(ann)).when(offer(bob)).then(offered(bob, 2));
  });
  it('never outlives its search', () => {
    given(one)
      .facts(request)
      .at(SEARCH - 5_000)
      .when(offer(ann))
      .then(offered(ann, 1, SEARCH));
  });
  it('is not made when nobody could answer in time', () => {
    given(one)
      .facts(request)
      .at(SEARCH - 2_999)
      .when(offer(ann))
      .refused('search_closed');
    given(one).facts(request).at(SEARCH).when(offer(ann)).refused('search_closed');
  });
  it('is one at a time, or as many at once as the rules say', () => {
    given(one).facts(request, offered(ann)).when(offer(bob)).refused('search_closed');
    given(one).facts(request).when(offer(ann, bob)).refused('search_closed');
    given(two).facts(request).when(offer(ann, bob)).then(offered(ann), offered(bob));
    given(two).facts(request, offered(ann), offered(bob)).when(offer(cem)).refused('search_closed');
  });
  it('takes the slot that came free', () => {
    const { state } = given(two).facts(request, offered(ann), offered(bob), declined(ann)).when(offer(cem));
    expect(state).toMatchObject({
      offers: [
        { ...bob, slot: 2 },
        { ...cem, slot: 1 },
      ],
    });
  });
  it('needs an open search', () => {
    given(one).when(offer(ann)).refused('search_closed');
    given(one).facts(request, offered(ann), accepted(ann), booked(ann)).when(offer(bob)).refused('search_closed');
    given(two)
      .facts(request, offered(ann))
      .at(SEARCH)
      .facts(exhausted('none_accepted'))
      .when(offer(bob), { now: 0 })
      .refused('search_closed');
    for (const [, end] of ENDINGS) given(one).facts(request, end).when(offer(bob)).refused('search_closed');
  });
  it('is not made to one who is being asked', () => {
    given(two).facts(request, offered(ann)).when(offer(ann)).refused('driver_left_out');
  });
});

describe('drivers who are left out', () => {
  it.each([
    ['declined', [declined(ann)]],
    ['let the offer pass', [expired(ann)]],
    ['accepted and were refused', [accepted(ann), refused(ann)]],
    ['left the ride', [accepted(ann), booked(ann), left(ann, SEARCH)]],
    ['went off duty instead of answering', [withdrawn(ann, 'driver_unavailable')]],
    ['were booked by another ride meanwhile', [withdrawn(ann, 'driver_booked')]],
  ])('are those who %s', (_, facts) => {
    const after = given(one).facts(request, offered(ann), ...facts);
    after.when(offer({ ...ann, offerId: id(31) })).refused('driver_left_out');
    after.when(offer(bob)).then(offered(bob, 2));
  });
  it('are not those whose offer was taken back because another driver was booked', () => {
    const again = { ...ann, offerId: id(31) };
    given(two)
      .facts(request, offered(ann), offered(bob), accepted(bob), booked(bob), withdrawn(ann, 'ride_booked'))
      .facts(left(bob, SEARCH))
      .when(offer(again))
      .then(offered(again, 2));
  });
});

describe('an acceptance', () => {
  it('holds the ride for booking to answer: nobody else is asked meanwhile', () => {
    given(two).facts(request, offered(ann), accepted(ann)).when(offer(bob)).refused('search_closed');
  });
  it('does not expire, nor is it withdrawn', () => {
    const waiting = given(one).facts(request, offered(ann), accepted(ann));
    waiting.swept({ now: OFFER }).then();
    waiting.when({ do: 'withdraw', rideId, driverId: ann.driverId, reason: 'driver_unavailable' }).then();
  });
  it('stands when its expiry or a refusal of the driver comes later in the log', () => {
    const waiting = given(one).facts(request, offered(ann), accepted(ann));
    for (const late of [expired(ann), declined(ann)])
      expect(waiting.heard(late).then().state).toMatchObject({ offers: [{ ...ann, accepted: true }] });
    waiting.facts(expired(ann)).when(offer(bob)).refused('search_closed');
  });
  it('after its expiry in the log changes nothing', () => {
    const late = given(one).facts(request, offered(ann), expired(ann));
    expect(late.heard(accepted(ann)).then().state).toEqual(late.state);
  });
});

describe('a booking', () => {
  it('closes the search and takes the other offers back', () => {
    const { state } = given(two)
      .facts(request, offered(ann), offered(bob), accepted(ann))
      .heard(booked(ann))
      .then(withdrawn(bob, 'ride_booked'));
    expect(state).toMatchObject({ is: 'booked', ...ann, offers: [] });
  });
  it('leaves another acceptance to its refusal', () => {
    const both = given(two).facts(request, offered(ann), offered(bob), accepted(ann), accepted(bob));
    const { state } = both.heard(booked(ann)).then();
    expect(state).toMatchObject({ offers: [{ ...bob, accepted: true }] });
    expect(both.facts(booked(ann), refused(bob)).state).toMatchObject({ is: 'booked', offers: [] });
  });
  it('stands even of a ride whose request was never heard', () => {
    const alone = given(one).facts(booked(ann));
    expect(alone.state).toMatchObject({ is: 'booked', ...ann, ask: null });
    expect(alone.heard(left(ann, SEARCH)).then().state).toEqual({ is: 'unknown' });
  });
  it('that came after an exhausted search was accepted before it in the log', () => {
    const both = given(one).facts(request, offered(ann), accepted(ann)).at(SEARCH).facts(exhausted('none_accepted'));
    expect(both.state).toMatchObject({ is: 'exhausted' });
    expect(both.heard(booked(ann)).then().state).toMatchObject({ is: 'booked', ...ann });
  });
});

describe('a booking that its driver leaves', () => {
  const gone = given(one)
    .facts(request, offered(ann), accepted(ann), booked(ann))
    .at(60_000)
    .facts(left(ann, 60_000 + SEARCH));
  it('opens the search again, until the new time, with the age of the ride', () => {
    const priority = { requestedAt: 0, wasLeft: true };
    expect(gone.state).toMatchObject({ is: 'open', ...priority, openedAt: 60_000, expiresAt: 60_000 + SEARCH });
    gone.swept({ now: SEARCH }).then();
    gone.swept({ now: 60_000 + SEARCH }).then(exhausted('none_accepted'));
  });
  it('opens a search that is not ended by what was said about the one before', () => {
    const { state } = gone.heard(exhausted('none_accepted'), { now: SEARCH }).then();
    expect(state).toMatchObject({ is: 'open', expiresAt: 60_000 + SEARCH });
    const over = gone.heard(exhausted('none_accepted'), { now: 60_000 + SEARCH }).then();
    expect(over.state).toMatchObject({ is: 'exhausted' });
  });
  it('does so only when it is the booked one', () => {
    const state = given(one)
      .facts(request, offered(bob), accepted(bob), booked(bob))
      .heard(left(ann, SEARCH))
      .then().state;
    expect(state).toMatchObject({ is: 'booked', ...bob });
  });
});

describe('the end of a ride', () => {
  it.each(ENDINGS)('%s takes open offers back', (outcome, end) => {
    const { state } = given(one).facts(request, offered(ann)).heard(end).then(withdrawn(ann, 'ride_ended'));
    expect(state).toEqual({ is: 'ended', outcome, endings: 1, offers: [] });
  });
  it.each(ENDINGS)('%s of an unknown ride leaves it closed', (outcome, end) => {
    const { state } = given(one).heard(end).then();
    expect(state).toMatchObject({ is: 'ended', outcome, endings: 1 });
    given(one).facts(end, request).when(offer(ann)).refused('search_closed');
  });
  it('is counted, and the first stands', () => {
    expect(given(one).facts(request, completed, cancelled).state).toMatchObject({ outcome: 'completed', endings: 2 });
  });
  it('holds who has accepted until the refusal', () => {
    const end = given(one).facts(request, offered(ann), accepted(ann)).facts(cancelled);
    expect(end.state).toMatchObject({ offers: [ann] });
    expect(end.facts(refused(ann)).state).toMatchObject({ is: 'ended', offers: [] });
  });
});

describe('a deadline', () => {
  it('of an offer is said, and changes nothing until it is heard back', () => {
    const open = given(one).facts(request, offered(ann));
    open.swept({ now: OFFER - 1 }).then();
    open.swept({ now: OFFER }).then(expired(ann));
    open.when(offer(bob)).refused('search_closed');
    open.facts(expired(ann)).when(offer(bob)).then(offered(bob, 2));
  });
  it('of a search says that nobody was near, or that nobody accepted', () => {
    given(one).facts(request).swept({ now: SEARCH }).then(exhausted('no_driver_nearby'));
    given(one).facts(request, offered(ann), declined(ann)).swept({ now: SEARCH }).then(exhausted('none_accepted'));
  });
  it('of both is said at once, the offer first', () => {
    const last = given(one).facts(request, offered(ann, 1, SEARCH));
    last.swept({ now: SEARCH }).then(expired(ann), exhausted('none_accepted'));
  });
  it('of a search comes even while an acceptance waits: the log knows which was first', () => {
    const waiting = given(one).facts(request, offered(ann, 1, SEARCH), accepted(ann));
    waiting.swept({ now: SEARCH }).then(exhausted('none_accepted'));
  });
  it('is none when the search is no longer open', () => {
    for (const past of [[booked(ann)], [exhausted('none_accepted')], [cancelled], []])
      given(one)
        .facts(...past)
        .swept({ now: 10 * SEARCH })
        .then();
    given(one)
      .facts(request)
      .at(SEARCH)
      .facts(exhausted('none_accepted'))
      .swept({ now: 10 * SEARCH })
      .then();
  });
});

describe('a withdrawal', () => {
  it('takes the open offer of that driver back, and the search goes on', () => {
    const { state } = given(two)
      .facts(request, offered(ann), offered(bob))
      .when({ do: 'withdraw', rideId, driverId: ann.driverId, reason: 'driver_unavailable' })
      .then(withdrawn(ann, 'driver_unavailable'));
    expect(state).toMatchObject({ is: 'open', offers: [bob] });
  });
});

it('a request that is heard again changes nothing', () => {
  const open = given(one).facts(request, offered(ann));
  expect(open.heard(request).then().state).toEqual(open.state);
});
it('what is heard of an unknown ride makes no search', () => {
  for (const fact of [accepted(ann), declined(ann), expired(ann), refused(ann), exhausted('none_accepted')])
    expect(given(one).heard(fact).then().state).toEqual({ is: 'unknown' });
});
