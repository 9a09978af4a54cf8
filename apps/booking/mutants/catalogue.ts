import type { Catalogue } from '@ride/testing';

const DECIDER = 'src/booking.decider.ts';
const EVOLVE = 'src/booking.evolve.ts';
const SPEC = 'src/booking.decider.spec.ts';
const ENDINGS = 'src/booking.endings.spec.ts';

/** Mistakes in what becomes of a ride. */
export const catalogue = [
  {
    label: 'booking',
    title: 'Booking answers every acceptance and every wish by its place in the log, and alone says how a ride ends',
    mutants: [
      {
        name: 'an acceptance by a driver who has another ride counts',
        file: DECIDER,
        find: "if (driverIsBusy) return refused('driver_busy');",
        replace: '',
        test: SPEC,
        fails: 'by a driver who has another ride is refused',
      },
      {
        name: 'an acceptance of an offer to another driver counts',
        file: DECIDER,
        find: " || offer.driverId !== driverId) return refused('offer_withdrawn');",
        replace: ") return refused('offer_withdrawn');",
        test: SPEC,
        fails: 'of an offer that was never said, or of another driver’s, is refused',
      },
      {
        name: 'the acceptance that became the booking is refused when it is said again',
        file: DECIDER,
        find: "return state.booked.offerId === offerId ? [] : refused('already_booked');",
        replace: "return refused('already_booked');",
        test: SPEC,
        fails: 'is answered once, however often it is said',
      },
      {
        name: 'an offer is over for what was said of it last',
        file: EVOLVE,
        find: "return offer?.is === 'open' ? {",
        replace: 'return offer ? {',
        test: SPEC,
        fails: 'is refused for what ended its offer first',
      },
      {
        name: 'the offer that was booked can be accepted again when its driver has left',
        file: EVOLVE,
        find: "offers: closed(state.offers, offerId, 'over'), booked };",
        replace: 'offers: state.offers, booked };',
        test: SPEC,
        fails: 'leaves an offer that counts no more',
      },
      {
        name: 'a search that was opened anew is ended by what was said about the one before',
        file: DECIDER,
        find: 'return due !== null && fact.time < due ? [] : [',
        replace: 'return [',
        test: SPEC,
        fails: 'opened anew isn’t ended by what was said about the one before',
      },
      {
        name: 'a driver can be taken off a ride by the wish of another',
        file: DECIDER,
        find: "if (state.is === 'requested' || state.booked.offerId !== offerId) return",
        replace: "if (state.is === 'requested') return",
        test: SPEC,
        fails: 'can’t when the ride isn’t theirs',
      },
      {
        name: 'a rider who is aboard can still cancel',
        file: DECIDER,
        find: "if (state.is === 'aboard') return refused('rider_aboard');",
        replace: '',
        test: SPEC,
        fails: 'can’t once aboard',
      },
      {
        name: 'a drop-off of another offer than the booked one ends the ride',
        file: DECIDER,
        find: "return state.is === 'aboard' && isOf(state, fact) ?",
        replace: "return state.is === 'aboard' ?",
        test: SPEC,
        fails: 'is the booked driver’s: facts of another offer are ignored',
      },
      {
        name: 'a timeout counts though the stage that was too long is over',
        file: DECIDER,
        find: ' || fact.time < dueAt(state)) return [];',
        replace: ') return [];',
        test: ENDINGS,
        fails: 'what was too long is no more when something came before it in the log',
      },
      {
        name: 'waiting at the pickup is measured from the booking',
        file: DECIDER,
        find: 'return state.arrivedAt + rules.waitingMs',
        replace: 'return state.booked.bookedAt + rules.waitingMs',
        test: ENDINGS,
        fails: 'each stage is measured from its own beginning',
      },
      {
        name: 'the driver is free for another ride from the pickup on',
        file: 'src/booking.state.ts',
        find: 'return isLive(state) ? state.booked.driverId',
        replace: 'return isBeforePickup(state) ? state.booked.driverId',
        test: ENDINGS,
        fails: 'is what frees the driver, who is held from the booking on',
      },
      {
        name: 'the quote counts whatever trip it was',
        file: 'src/completion.rules.ts',
        find: 'quotedTrip: quotedTrip(state.ride),',
        replace: 'quotedTrip: metered,',
        test: SPEC,
        fails: 'ends at the metered fare when it was another trip',
      },
      {
        name: 'the meter forgets the surge',
        file: 'src/completion.rules.ts',
        find: '    surge,\n',
        replace: '',
        test: SPEC,
        fails: 'ends at the metered fare times the surge that was told when the ride was asked for',
      },
    ],
  },
] satisfies Catalogue;
