import { given } from '@ride/decider';
import {
  id,
  rideId,
  ann,
  bob,
  cem,
  OFFER,
  SEARCH,
  one,
  two,
  request,
  offered,
  offer,
  accepted,
  declined,
  expired,
  refused,
  withdrawn,
  booked,
  left,
  exhausted,
  ENDINGS,
} from '../test/search-in-facts.js';

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
    given(one)
      .facts(request)
      .at(SEARCH - 3_000)
      .when(offer(ann))
      .then(offered(ann, 1, SEARCH));
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
  it('that has no room is not kept: a round says only what it found room for', () => {
    expect(given(one).facts(request, offered(ann), offered(bob)).state).toMatchObject({ offers: [ann] });
    const over = given(one).facts(request, offered(ann), accepted(ann), booked(ann));
    expect(over.facts(offered(bob)).state).toEqual(over.state);
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
  ])('are those who %s', (_, facts) => {
    const after = given(one).facts(request, offered(ann), ...facts);
    after.when(offer({ ...ann, offerId: id(31) })).refused('driver_left_out');
    after.when(offer(bob)).then(offered(bob, 2));
  });
  it('are not those whose offer was taken back', () => {
    const again = { ...ann, offerId: id(31) };
    given(one)
      .facts(request, offered(ann), withdrawn(ann, 'driver_unavailable'))
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
  it('opens the search again, until the new time, with the age of the ride, before others', () => {
    expect(given(one).facts(request).state).toMatchObject({ requestedAt: 0, wasLeft: false });
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
