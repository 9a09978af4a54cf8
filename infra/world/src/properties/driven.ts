import { settings } from '@ride/configuration';
import type { Said } from '../model/log.js';
import { must } from './check.js';

const STEPS = ['DriverArrived', 'RiderPickedUp', 'RiderDroppedOff'];

/** A driver says each step of a trip once, one after the other, and waits for a rider as long as must be. */
export function driven(facts: readonly Said[]): void {
  const offers = new Set(facts.map(({ data }) => data['offerId']).filter((offer) => offer !== undefined));
  for (const offer of offers) {
    const said = facts.filter(({ by, data }) => by === 'driver' && data['offerId'] === offer);
    const steps = said.filter(({ type }) => STEPS.includes(type)).map(({ type }) => type);
    must('A trip goes step by step', steps.join() === STEPS.slice(0, steps.length).join(), () => steps.join(', '));
    const noShow = said.find(({ type }) => type === 'RiderDidNotShow');
    const arrived = said.find(({ type }) => type === 'DriverArrived');
    if (noShow === undefined) continue;
    const waited = noShow.time - (arrived?.time ?? Infinity);
    must('A rider is waited for', waited >= settings().rules.waitingMs, () => `${String(offer)}: ${waited} ms`);
    must('Who did not show was not picked up', !steps.includes('RiderPickedUp'), () => String(offer));
  }
}
