import { given } from '@ride/decider';
import {
  ann,
  bob,
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
  completed,
  cancelled,
  ENDINGS,
} from '../test/search-in-facts.js';

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
  it.each(ENDINGS)('%s stands, whatever booking is heard of later', (_, end) => {
    const over = given(one).facts(request, end);
    for (const fact of [booked(ann), left(ann, SEARCH), exhausted('none_accepted')])
      expect(over.at(SEARCH).facts(fact).state).toEqual(over.state);
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
  it('of one offer leaves the other', () => {
    const both = given(two).facts(request, offered(ann), offered(bob, 1, 2 * OFFER));
    both.swept({ now: OFFER }).then(expired(ann));
    const ends = given(two).facts(request, offered(ann, 1, OFFER), offered(bob, 1, 2 * SEARCH));
    ends.swept({ now: SEARCH }).then(expired(ann), exhausted('none_accepted'));
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
    const { state } = given(one).facts(booked(ann));
    expect(one.deadline?.at(state, 0)).toBeNull();
    expect(one.deadline?.passed(state, 10 * SEARCH)).toEqual([]);
  });
});

it('what is heard of an unknown ride makes no search', () => {
  for (const fact of [accepted(ann), declined(ann), expired(ann), refused(ann), exhausted('none_accepted')])
    expect(given(one).heard(fact).then().state).toEqual({ is: 'unknown' });
});
