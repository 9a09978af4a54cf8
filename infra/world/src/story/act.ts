import type { Driver, SeenOffer } from '../people/driver.js';
import type { Act } from './step.js';

/** The driver does it, with one of the offers that they have seen: 0 is the last one. */
export async function act(driver: Driver, what: Act, which: number): Promise<void> {
  switch (what) {
    case 'go on':
      return goOn(driver);
    case 'go astray':
      return goAstray(driver, which);
    case 'go on duty':
      return driver.goOnDuty();
    case 'go off duty':
      return driver.goOffDuty();
    case 'report':
      return driver.report();
    case 'accept':
    case 'decline':
    case 'arrive':
    case 'give the PIN':
    case 'give a wrong PIN':
    case 'drop off':
    case 'report a no-show':
    case 'cancel':
    case 'rate': {
      const offers = driver.offers.toReversed();
      const offer = offers[which % Math.max(1, offers.length)];
      if (offer !== undefined) await WITH_AN_OFFER[what](driver, offer, which);
    }
  }
}

/** What comes next: as far as the driver's screen shows it. */
export async function goOn(driver: Driver): Promise<void> {
  for (const offer of driver.offers.toReversed()) {
    const next = NEXT[driver.statusOf(offer.rideId)];
    if (next) return WITH_AN_OFFER[next](driver, offer, 0);
  }
  if (driver.shift === 'off_duty') await driver.goOnDuty();
}

/** Something else than what comes next. */
async function goAstray(driver: Driver, which: number): Promise<void> {
  for (const offer of driver.offers.toReversed()) {
    const others = ASTRAY[driver.statusOf(offer.rideId)];
    const other = others?.[which % others.length];
    if (other) return WITH_AN_OFFER[other](driver, offer, which);
  }
}

/** Something waits for the driver to act. */
export function isAsked(driver: Driver): boolean {
  return driver.offers.some(({ rideId }) => driver.statusOf(rideId) in ASTRAY);
}

type WithAnOffer = Exclude<Act, 'go on' | 'go astray' | 'go on duty' | 'go off duty' | 'report'>;

const NEXT: Partial<Record<string, WithAnOffer>> = {
  offered: 'accept',
  booked: 'arrive',
  arrived: 'give the PIN',
  aboard: 'drop off',
};

const ASTRAY: Partial<Record<string, readonly WithAnOffer[]>> = {
  offered: ['decline'],
  accepted: ['cancel', 'arrive'],
  booked: ['cancel', 'give the PIN'],
  arrived: ['report a no-show', 'give a wrong PIN', 'cancel'],
  aboard: ['cancel', 'report a no-show', 'drop off'],
  completed: ['rate'],
};

const WITH_AN_OFFER: Record<WithAnOffer, (driver: Driver, offer: SeenOffer, which: number) => Promise<void>> = {
  accept: (driver, offer) => driver.accept(offer),
  decline: (driver, offer) => driver.decline(offer),
  arrive: (driver, offer) => driver.arrive(offer),
  'give the PIN': (driver, offer) => driver.pickUp(offer, true),
  'give a wrong PIN': (driver, offer) => driver.pickUp(offer, false),
  'report a no-show': (driver, offer) => driver.reportNoShow(offer),
  cancel: (driver, offer) => driver.cancel(offer),
  rate: (driver, offer, which) => driver.rate(offer, 5 - which),
  // As metered: near the quote, or far from it.
  'drop off': (driver, offer, which) =>
    which === 2 ? driver.dropOff(offer, 12_000, 3_000) : driver.dropOff(offer, 5_000 + which, 1_220),
};
