import type { Catalogue } from '@ride/testing';

const DECIDER = 'src/search.decider.ts';
const STATE = 'src/search.state.ts';
const SEARCH = 'src/search.decider.spec.ts';
const PLAN = 'src/greedy-plan.ts';
const PLANS = 'src/greedy-plan.spec.ts';

/** Mistakes in who is offered a ride. */
export const catalogue = [
  {
    label: 'matching search',
    title: 'A search offers a ride to those who may have it, and waits for what the log says of it',
    mutants: [
      {
        name: 'a driver who is being asked is asked a second time',
        file: STATE,
        find: 'return !search.leftOut.includes(driverId) && !search.offers.some((offer) => offer.driverId === driverId);',
        replace: 'return !search.leftOut.includes(driverId);',
        test: SEARCH,
        fails: 'is not made to one who is being asked',
      },
      {
        name: 'a driver who has left the ride is asked again',
        file: DECIDER,
        find: 'return leftOut(open, driverId);',
        replace: 'return open;',
        test: SEARCH,
        fails: 'are those who left the ride',
      },
      {
        name: 'others are asked while an acceptance waits for its answer',
        file: STATE,
        find: 'if (search.offers.some(({ accepted }) => accepted)) return [];',
        replace: '',
        test: SEARCH,
        fails: 'holds the ride for booking to answer: nobody else is asked meanwhile',
      },
      {
        name: 'an acceptance is forgotten when its offer’s expiry comes later in the log',
        file: DECIDER,
        find: 'without(search, fact.data.offerId, (offer) => !offer.accepted)',
        replace: 'without(search, fact.data.offerId)',
        test: SEARCH,
        fails: 'stands when its expiry or a refusal of the driver comes later in the log',
      },
      {
        name: 'an offer is withdrawn though it was accepted',
        file: DECIDER,
        find: 'filter((offer) => mayBeAnswered(offer) && which(offer))',
        replace: 'filter(which)',
        test: SEARCH,
        fails: 'leaves another acceptance to its refusal',
      },
      {
        name: 'two offers of a ride get one slot',
        file: STATE,
        find: '.filter((slot) => !taken.has(slot))',
        replace: '.slice(taken.size)',
        test: SEARCH,
        fails: 'takes the slot that came free',
      },
      {
        name: 'an offer outlives its search',
        file: DECIDER,
        find: 'Math.min(now + rules.offerMs, search.expiresAt)',
        replace: 'now + rules.offerMs',
        test: SEARCH,
        fails: 'never outlives its search',
      },
      {
        name: 'a search is opened again by a driver who is not the booked one',
        file: DECIDER,
        find: "if (search.is !== 'booked' || search.offerId !== fact.data.offerId) return search;",
        replace: "if (search.is !== 'booked') return search;",
        test: SEARCH,
        fails: 'does so only when it is the booked one',
      },
      {
        name: 'a search that was opened again is over by what was said about the one before',
        file: DECIDER,
        find: "search.is === 'open' && at >= search.expiresAt ?",
        replace: "search.is === 'open' ?",
        test: SEARCH,
        fails: 'opens a search that is not ended by what was said about the one before',
      },
    ],
  },
  {
    label: 'matching plan',
    title: 'A plan asks the nearest drivers, and lets nobody starve',
    mutants: [
      {
        name: 'a plan forgets whom it has given away',
        file: PLAN,
        find: 'if (left === 0 || taken.has(driverId)) continue;',
        replace: 'if (left === 0) continue;',
        test: PLANS,
        fails: 'gives a driver whom two want to the nearer, and the other the next',
      },
      {
        name: 'a plan asks who is left out',
        file: PLAN,
        find: ' || leftOut.has(driverId)) continue;',
        replace: ') continue;',
        test: PLANS,
        fails: 'asks nobody who is left out',
      },
      {
        name: 'a plan looks only at the way',
        file: PLAN,
        find: 'cost: pickupEtaSeconds - ahead',
        replace: 'cost: pickupEtaSeconds',
        test: PLANS,
        fails: 'gives a driver whom two want to the one who has waited, when that outweighs the way',
      },
      {
        name: 'a search whose driver has left the ride is as any other',
        file: PLAN,
        find: ' + (wasLeft ? searchMs : 0)',
        replace: '',
        test: PLANS,
        fails: 'gives a driver whom two want to the one whose driver has left',
      },
    ],
  },
] satisfies Catalogue;
